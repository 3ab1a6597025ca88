"""PDF tables: found where there are ruled lines, joined across pages, placed in the text. The files are made here."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractor.readers import read
from extractor.readers.pdf_grid import grids
from extractor.readers.pdf_lines import lines
from extractor.report import Report
from tests.facts.printed_tables import FONT, Printed, pdf
from tests.readers.ruled import Drawn, page_of, pages_of

HEADER = "科目编码 | 科目名称 | 本年支出合计 | 基本支出"
NAMES = ["行政运行", "档案馆", "机关事业单位基本养老保险缴费支出", "住房公积金", "购房补贴"]


def of(folder: Path, data: bytes) -> Report:
    path = folder / "表.pdf"
    path.write_bytes(data)
    return read(path)


def long(rows: int) -> Printed:
    body = "\n".join(f"20{at:05d} | {NAMES[at % 5]} | {at * 7}.5{at % 10} | 0.{at:02d}" for at in range(1, rows + 1))
    return Printed.of("支出决算表\n单位：万元", f"{HEADER}\n{body}")


def turned(data: bytes) -> bytes:
    """The file with its first page to be shown turned, which is left to pdfplumber."""
    return data.replace(b"/Rotate 0 ", b"/Rotate 90", 1)


def drawn(lines: list[tuple[float, float, str]], strokes: list[tuple[float, float, float, float]]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont(FONT, 10)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    for stroke in strokes:
        canvas.line(*stroke)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_over_several_pages_is_one(tmp_path: Path, repeat: int) -> None:
    report = of(tmp_path, pdf([long(40)], repeat=repeat, page=landscape(A5)))
    assert len(report.pages) > 2
    (table,) = report.tables
    assert table.page == 1
    assert [row[0] for row in table.cells] == ["科目编码", *(f"20{at:05d}" for at in range(1, 41))]
    assert table.cells[13] == ("2000013", "住房公积金", "91.53", "0.13")
    (first, *_, last) = [row for row in table.spans if row[2] is not None]
    assert first[2] is not None and last[2] is not None
    assert report.page_at(first[2][0]) == 1 and report.page_at(last[2][0]) == len(report.pages)


def test_running_heads_and_page_numbers_do_not_part_a_table(tmp_path: Path) -> None:
    data = pdf([long(40)], page=landscape(A5), head="青禾县档案馆2023年度部门决算")
    report = of(tmp_path, data)
    assert report.text.count("青禾县档案馆2023年度部门决算") == len(report.pages) > 2
    assert [len(table.cells) for table in report.tables] == [41]


def test_a_title_of_its_own_begins_another_table(tmp_path: Path) -> None:
    first = drawn([(80, 755, "支出决算表"), (85, 68, "行政运行"), (245, 68, "5.00")], _lattice(60, 80, 740))
    second = drawn([(80, 755, "收入决算表"), (85, 728, "事业收入"), (245, 728, "7.00")], _lattice(700, 720, 740))
    both = pypdfium2.PdfDocument(first)
    both.import_pages(pypdfium2.PdfDocument(second))
    target = io.BytesIO()
    both.save(target)
    assert [len(table.cells) for table in of(tmp_path, target.getvalue()).tables] == [2, 2]


def _lattice(*heights: float) -> list[tuple[float, float, float, float]]:
    across = [(80, at, 420, at) for at in heights]
    return across + [(at, heights[0], at, heights[-1]) for at in (80, 240, 420)]


def test_every_cell_has_its_place(tmp_path: Path) -> None:
    report = of(tmp_path, pdf([long(40)], page=landscape(A5)))
    (table,) = report.tables
    places = set()
    for row, where in zip(table.cells, table.spans, strict=True):
        for cell, span in zip(row, where, strict=True):
            assert cell is not None and span is not None
            assert "".join(report.text[span[0] : span[1]].split()) == "".join(cell.split())
            assert table.start <= span[0] and span[1] <= table.end
            places.add(span)
    assert len(places) == sum(len(row) for row in table.cells), "two cells never share a place"


def test_a_page_whose_tables_cannot_be_read_is_told(tmp_path: Path) -> None:
    whole = pdf([long(40)], page=landscape(A5))
    broken = turned(whole).replace(b"/MediaBox [ 0 0 595.2756 419.5276 ]", b"/MediaBox [ 0 0 595.2756 ]         ", 1)
    assert broken != turned(whole) != whole
    report = of(tmp_path, broken)
    assert report.warnings == ("第 1 页的表格没能读出，那里只有文字。",)
    assert "2000001" in report.text, "its text stands all the same"
    (table,) = report.tables
    assert table.page == 2 and table.cells[-1][0] == "2000040"
    assert of(tmp_path, whole).warnings == ()


def test_the_next_table_is_not_the_same_table(tmp_path: Path) -> None:
    tables = [long(2), Printed.of("收入决算表\n单位：万元", f"{HEADER}\n2010101 | 行政运行 | 5.00 | 1.00")]
    assert [len(t.cells) for t in of(tmp_path, pdf(tables)).tables] == [3, 2]


def test_wrapped_names_and_merged_headers(tmp_path: Path) -> None:
    table = Printed.of(
        "支出决算表",
        "项目 | < | 本年支出 | <\n科目编码 | 科目名称 | 小计 | 基本支出\n"
        f"2080505 | {'机关事业单位基本养老保险缴费支出' * 2} | 1,234.50 | 0.00",
    )
    (found,) = of(tmp_path, pdf([table], page=A5)).tables
    assert found.cells[0] == ("项目", None, "本年支出", None)
    assert found.cells[2] == ("2080505", "机关事业单位基本养老保险缴费支出" * 2, "1,234.50", "0.00")


def test_rows_without_lines_between_them(tmp_path: Path) -> None:
    x, y = (80, 240, 330), (700, 680, 600)
    strokes = [(x[0], at, 420, at) for at in y] + [(at, y[0], at, y[2]) for at in (*x, 420)]
    words = [(85, 686, "项目"), (245, 686, "预算数"), (335, 686, "决算数")]
    for at, row in enumerate(
        [("公务接待费", "3.00", "1.20"), ("公务用车购置及", "6.50", "6.01"), ("会议费", "0.50", "0.40")]
    ):
        words += [(left + 5, 666 - 25 * at, text) for left, text in zip(x, row, strict=True)]
    words.append((85, 631, "运行维护费"))
    (table,) = of(tmp_path, drawn(words, strokes)).tables
    assert table.cells == (
        ("项目", "预算数", "决算数"),
        ("公务接待费", "3.00", "1.20"),
        ("公务用车购置及运行维护费", "6.50", "6.01"),
        ("会议费", "0.50", "0.40"),
    )


def test_digits_printed_lower_than_characters_stay_on_their_line(tmp_path: Path) -> None:
    strokes = [(80, at, 420, at) for at in (700, 680, 660)] + [(at, 700, at, 660) for at in (80, 240, 420)]
    words = [
        (85, 688, "项目"),
        (245, 688, "数量"),
        (85, 668, "车辆"),
        (245, 668, "共"),
        (256, 664, "3"),
        (262, 668, "辆"),
    ]
    words.append((85, 720, "青禾县档案馆2023年度部门决算"))
    (table,) = of(tmp_path, drawn(words, strokes)).tables
    assert table.cells[1] == ("车辆", "共3辆")


def test_sentences_beside_a_table_are_not_part_of_it(tmp_path: Path) -> None:
    table = Printed.of("一、收入支出情况说明：本年收入12.00万元。", "项目 | 决算数\n收入 | 12.00\n支出 | 11.00")
    after = Printed.of("二、支出减少的主要原因是压减开支。", "项目 | 预算数\n收入 | 9.00\n支出 | 9.00")
    report = of(tmp_path, pdf([table, after]))
    inside = "".join(report.text[t.start : t.end] for t in report.tables)
    assert len(report.tables) == 2 and "决算数" in inside and "9.00" in inside
    assert "说明" not in inside and "主要原因" not in inside


def test_frames_and_empty_grids_are_no_tables(tmp_path: Path) -> None:
    box = [(60, 60, 500, 60), (60, 760, 500, 760), (60, 60, 60, 760), (500, 60, 500, 760)]
    assert of(tmp_path, drawn([(80, 700, "本部门2023年度无政府性基金预算收入和支出。")], box)).tables == ()
    empty = [(60, at, 500, at) for at in (100, 120, 140)] + [(at, 100, at, 140) for at in (60, 200, 500)]
    assert of(tmp_path, drawn([(80, 700, "本部门2023年度无政府性基金预算收入和支出。")], empty)).tables == ()


def test_pages_without_lines_cost_no_table_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    underlined = drawn([(80, 700, "青禾县档案馆2023年度部门决算")], [(80, 695, 300, 695), (80, 600, 300, 600)])
    page = pypdfium2.PdfDocument(underlined)[0]
    assert grids(lines(page)) == []
    monkeypatch.setitem(sys.modules, "pdfplumber", None)  # importing it would fail
    assert of(tmp_path, underlined).tables == ()


def test_a_page_that_pdfplumber_cannot_take_keeps_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = turned(pdf([long(3)]))
    import pdfplumber.page

    def fail(*_: object) -> None:
        raise KeyError("malformed")

    monkeypatch.setattr(pdfplumber.page.Page, "find_tables", fail)
    report = of(tmp_path, data)
    assert report.tables == () and "行政运行" not in report.text[:5] and "2000001" in report.text


def test_a_table_printed_twice_for_boldness_is_read_once(tmp_path: Path) -> None:
    rows = [["项目", "决算数"], ["会议费", "1,234.50"], ["培训费", "0.50"]]
    data = page_of([Drawn(60, 700, (90, 90), (20, 20, 20), rows, bold=True)])
    (table,) = of(tmp_path, data).tables
    assert [list(row) for row in table.cells] == rows
    assert all(span is not None for row in table.spans for span in row)


def test_a_table_of_two_hundred_rows(tmp_path: Path) -> None:
    rows = [[f"20{at:05d}", NAMES[at % 5][:6], f"{at}.50"] for at in range(200)]
    pages = [[Drawn(60, 740, (90, 90, 90), (13,) * 50, rows[at : at + 50])] for at in range(0, 200, 50)]
    (table,) = of(tmp_path, pages_of(pages)).tables
    assert [list(row) for row in table.cells] == rows


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_to_be_turned_have_their_tables(tmp_path: Path, turn: int) -> None:
    rows = [["项目", "决算数"], ["会议费", "1,234.50"]]
    (table,) = of(tmp_path, pages_of([[Drawn(60, 500, (90, 90), (20, 20), rows)]], turn=turn)).tables
    assert [list(row) for row in table.cells] == rows
