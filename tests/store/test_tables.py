"""Tables in the index: all of them as printed, the ones nobody knows too, and found by search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A5, landscape

from extractor.pipeline import index_paths
from extractor.store import Index, fulltext, open_index
from tests.facts.printed_tables import FORMATS, Printed, pdf, written

KNOWN = Printed.of(
    "收入决算表\n单位：万元",
    "科目 | < | 本年收入合计\n科目编码 | 科目名称 | ^\n2012604 | 档案馆 | 1,204.00\n合计 | < | 1,204.00",
)
LONG_NAME = "青禾县档案馆馆藏民国时期地契抢救性保护修复工作专项领导小组办公室"
STRANGE = Printed.of(
    "议事协调机构设置一览", f"机构名称 | 牵头单位 | 人数\n{LONG_NAME} | 县档案馆 | 7\n普查组 | 县统计局 | 12"
)


@pytest.fixture(params=FORMATS)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    """A document of the format with a table that is known and one that is not; in PDF, a name breaks over lines."""
    folder = tmp_path / "reports"
    folder.mkdir()
    if request.param == "pdf":
        (folder / "表.pdf").write_bytes(pdf([KNOWN, STRANGE], page=A5))
    else:
        written(folder, request.param, [KNOWN, STRANGE])
    index_paths([folder], tmp_path / "index.db")
    with open_index(tmp_path / "index.db") as opened:
        yield opened


def test_tables_are_kept_as_printed(index: Index) -> None:
    (document,) = index.documents()
    known, strange = index.tables(document.id)
    assert (known.name, known.rows, known.columns) == ("收入决算表", 4, 3)
    assert known.cells[2] == ("2012604", "档案馆", "1,204.00") and known.cells[0][1] is None
    assert (strange.name, strange.title) == (None, "议事协调机构设置一览")
    assert strange.cells == (
        ("机构名称", "牵头单位", "人数"),
        (LONG_NAME, "县档案馆", "7"),
        ("普查组", "县统计局", "12"),
    )
    text = index.text(document.id)
    assert "普查组" in text[strange.start : strange.end] and "普查组" not in text[known.start : known.end]


def test_a_table_nobody_knows_is_found_by_search(index: Index) -> None:
    for term in (LONG_NAME, "县统计局", "馆藏民国时期地契"):
        (hit,) = index.search(term).hits
        (document,) = index.documents()
        table = index.tables(document.id)[1]
        assert table.start <= hit.start < hit.end <= table.end
        assert term in hit.snippet


def test_figures_tell_what_was_recognised(index: Index) -> None:
    (figures,) = index.stats().by_document
    assert figures.tables == {"收入决算表": 1}
    (strange,) = figures.unrecognised
    assert (strange.title, strange.rows, strange.columns) == ("议事协调机构设置一览", 3, 3)


def test_tables_of_a_page(tmp_path: Path) -> None:
    rows = "\n".join(f"2012{at:03d} | 档案馆 | {at}.00" for at in range(40))
    long = Printed.of("收入决算表\n单位：万元", f"科目编码 | 科目名称 | 本年收入合计\n{rows}")
    file = tmp_path / "表.pdf"
    file.write_bytes(pdf([long, STRANGE], page=landscape(A5)))
    index_paths([file], tmp_path / "index.db")
    with open_index(tmp_path / "index.db") as index:
        (document,) = index.documents()
        pages = index.pages(document.id)
        shown = [[table.name for table in index.tables(document.id, page.number)] for page in pages]
        assert len(pages) > 2 and shown[0] == ["收入决算表"] == shown[1] and None in shown[-1]
        assert index.tables(document.id, 99) == []


def test_what_could_not_be_read_of_a_file_is_its_message(tmp_path: Path) -> None:
    whole = pdf([KNOWN], page=landscape(A5))
    turned = whole.replace(b"/Rotate 0 ", b"/Rotate 90", 1)  # such pages are left to pdfplumber
    broken = turned.replace(b"/MediaBox [ 0 0 595.2756 419.5276 ]", b"/MediaBox [ 0 0 595.2756 ]         ", 1)
    (tmp_path / "whole.pdf").write_bytes(whole)
    (tmp_path / "broken.pdf").write_bytes(broken)
    assert index_paths([tmp_path / "whole.pdf", tmp_path / "broken.pdf"], tmp_path / "index.db").failed == 0
    with open_index(tmp_path / "index.db") as index:
        told = {document.name: (document.status, document.message) for document in index.documents()}
    assert told == {"whole.pdf": ("ok", None), "broken.pdf": ("ok", "第 1 页的表格没能读出，那里只有文字。")}


def test_a_document_takes_its_tables_with_it(index: Index) -> None:
    database = sqlite3.connect(index.path)
    database.execute("PRAGMA foreign_keys = ON")
    with database:
        for (document,) in database.execute("SELECT id FROM documents").fetchall():
            fulltext.forget(database, document)
        database.execute("DELETE FROM documents")
    assert database.execute("SELECT count(*) FROM tables").fetchone() == (0,)
    database.close()
