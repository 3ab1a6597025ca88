"""The benchmark of PDF pages with tables and without."""

from __future__ import annotations

from benchmarks.pages import measure, split
from benchmarks.places import CORPUS


def test_no_page_of_ours_is_left_to_pdfplumber() -> None:
    (report,) = (CORPUS / "formats").glob("*.pdf")
    with_tables, without = split([report])
    assert (with_tables.count, without.count) == (6, 2)
    assert measure(with_tables).left == measure(without).left == 0
