"""The grids read from pdfium's own objects are those that pdfplumber finds, cell by cell: on every page at hand."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4, A5, landscape

from benchmarks.places import CORPUS, PROJECT, SHARED
from extractor.readers.pdf_chars import Uncertain, boxes
from extractor.readers.pdf_sheet import Sheet, sheet_of
from tests.facts.printed_tables import Printed, pdf
from tests.readers.ruled import WAYS, Drawn, page_of, pages_of

OURS = sorted((*CORPUS.rglob("*.pdf"), *(PROJECT / "benchmarks").rglob("*.pdf")))
REAL = sorted((SHARED / "reports").glob("*.pdf")) if SHARED.is_dir() else []


def read(data: bytes) -> Iterator[tuple[int, Sheet | Uncertain | None]]:
    """Every page as pdfium alone tells it, or why it does not."""
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number, page in enumerate(document, 1):
            textpage = page.get_textpage()
            try:
                yield number, sheet_of(number, page, textpage, textpage.get_text_range(), boxes(textpage))
            except Uncertain as doubt:
                yield number, doubt


def agreed(data: bytes, overprinted: bool = False) -> tuple[int, int]:
    """How many tables pdfium alone told, all of them as pdfplumber does, and how many pages it left to pdfplumber.

    Where texts are `overprinted`, lie over one another, the order of their characters says nothing.
    """
    tables = left = 0
    with pdfplumber.open(io.BytesIO(data)) as document:
        for number, sheet in read(data):
            if isinstance(sheet, Uncertain):
                left += 1
                continue
            page = document.pages[number - 1]
            theirs = _theirs(page)
            ours = _ours(sheet)
            assert (_sorted(ours) == _sorted(theirs)) if overprinted else (ours == theirs), f"page {number}"
            tables += len(theirs)
            page.close()
    return tables, left


Cells = list[list[list[tuple[float, float, str]]]]


def _ours(sheet: Sheet | None) -> Cells:
    return [
        [
            [(round(c.left), round(c.right), _squeezed("".join(line.text for line in c.lines))) for c in row]
            for row in g.rows
        ]
        for g in (sheet.grids if sheet else ())
    ]


def _theirs(page: pdfplumber.page.Page) -> Cells:
    """Left, right and text of every cell; those that merged cells cover are None there and left out."""
    return [
        [
            [
                (round(box[0]), round(box[2]), _squeezed(text or ""))
                for box, text in zip(row.cells, texts, strict=True)
                if box
            ]
            for row, texts in zip(table.rows, table.extract(), strict=True)
        ]
        for table in sorted(page.find_tables(), key=lambda table: table.bbox[1])
    ]


def _sorted(cells: Cells) -> Cells:
    return [[[(left, right, "".join(sorted(text))) for left, right, text in row] for row in rows] for rows in cells]


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_every_table_of_our_reports(path: Path) -> None:
    tables, left = agreed(path.read_bytes())
    assert tables > 0 and left == 0


@pytest.mark.skipif(not REAL, reason="no real reports beside the project")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_table_of_real_reports(path: Path) -> None:
    tables, left = agreed(path.read_bytes())
    assert tables > 0 and left <= tables / 5


BODY = "\n".join(f"20{at:05d} | 机关事业单位基本养老保险缴费支出 | {at * 7}.50 | 0.{at:02d}" for at in range(40))
MERGED = "项目 | < | 本年支出 | <\n科目编码 | 科目名称 | 小计 | 基本支出\n合计 | < | 9.00 | ^\n"


@pytest.mark.parametrize("page", [A4, A5, landscape(A5)])
@pytest.mark.parametrize("repeat", [0, 2])
def test_tables_as_programs_print_them(page: tuple[float, float], repeat: int) -> None:
    table = Printed.of("支出决算表\n单位：万元", MERGED + BODY)
    tables, left = agreed(pdf([table, table], repeat=repeat, page=page, head="青禾县档案馆2023年度部门决算"))
    assert tables > 2 and left == 0


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_draw_a_table(way: str) -> None:
    table = Drawn(
        50,
        700,
        (60, 90, 90, 80),
        (20, 20, 20, 20),
        [["项目", "收入", "", "1,234.50"]] * 4,
        way,
        merged=[((0, 1), (1, 2))],
    )
    below = Drawn(50, 560, (60, 90), (20, 20), [["支出", "0.50"]] * 2, way)
    assert agreed(page_of([table, below])) == (2, 0)


def test_turned_pages_are_left_to_pdfplumber() -> None:
    table = Drawn(50, 700, (60, 90), (20, 20), [["支出", "0.50"]] * 2)
    assert agreed(pages_of([[table]], turn=90)) == (0, 1)


def test_characters_on_a_line_are_left_to_pdfplumber() -> None:
    table = Drawn(50, 700, (60, 90), (20, 5, 20), [["支出", "0.50"]] * 3, size=14)
    assert agreed(page_of([table])) == (0, 1)


def _tables(top: float) -> st.SearchStrategy[Drawn]:
    return st.integers(1, 5).flatmap(lambda columns: st.integers(1, 5).flatmap(lambda rows: _table(top, columns, rows)))


def _table(top: float, columns: int, rows: int) -> st.SearchStrategy[Drawn]:
    place = st.tuples(st.integers(0, rows - 1), st.integers(0, columns - 1))
    sides = st.frozensets(st.tuples(st.integers(0, rows), st.integers(0, columns), st.booleans()), max_size=4)
    merged = st.lists(
        st.tuples(place, place).filter(lambda ends: ends[0] <= ends[1] and ends[0][1] <= ends[1][1]), max_size=2
    )
    # no character twice and no rows lower than print: pdfium leaves out what it takes for a character printed twice
    words = st.sampled_from(["", "项目", "1,234.50", "机关事业单位基本养老保险缴费支出", "Windows X", "（一）"])
    return st.builds(
        Drawn,
        left=st.integers(300, 900).map(lambda x: x / 10),
        top=st.just(top),
        widths=st.lists(st.integers(160, 1200).map(lambda x: x / 10), min_size=columns, max_size=columns),
        heights=st.lists(st.integers(80, 400).map(lambda x: x / 10), min_size=rows, max_size=rows),
        texts=st.lists(st.lists(words, min_size=columns, max_size=columns), min_size=rows, max_size=rows),
        way=st.sampled_from(WAYS),
        size=st.integers(5, 11),
        merged=merged,
        open=sides,
    )


@settings(max_examples=40, deadline=None)
@given(_tables(760.0), _tables(380.0))
def test_any_table_that_is_told_is_told_as_pdfplumber_does(first: Drawn, second: Drawn) -> None:
    agreed(page_of([first, second]), overprinted=True)
