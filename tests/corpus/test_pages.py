"""PDF pages without tables cost no table work."""

from __future__ import annotations

from benchmarks.pages import measure, split
from benchmarks.places import CORPUS


def test_tables_are_looked_for_only_where_there_are_some() -> None:
    (report,) = (CORPUS / "formats").glob("*.pdf")
    with_tables, without = split([report])
    assert (with_tables.count, without.count) == (6, 2)
    assert measure(with_tables).worked == 6
    assert measure(without).worked == 0
