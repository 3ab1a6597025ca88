"""OpenDocument text: lists, spaces, notes and deletions, tables with merged cells. The files are made here."""

from __future__ import annotations

from pathlib import Path

from extractor.readers import read
from extractor.report import Report
from tests.readers.files import opendocument


def written(folder: Path, body: str) -> Report:
    path = folder / "a.odt"
    path.write_bytes(opendocument(body))
    return read(path)


def test_headings_lists_sections_and_boxes_in_order(tmp_path: Path) -> None:
    report = written(
        tmp_path,
        "<text:h>一、概况</text:h><text:section><text:p>说明。</text:p></text:section>"
        "<text:list><text:list-item><text:p>第一项</text:p></text:list-item></text:list>"
        "<text:p>正文<draw:frame><draw:text-box><text:p>框里的话</text:p></draw:text-box></draw:frame>继续</text:p>",
    )
    assert report.text.split("\n") == ["一、概况", "说明。", "第一项", "正文继续", "框里的话"]


def test_spaces_breaks_and_marks_inside_a_paragraph(tmp_path: Path) -> None:
    report = written(
        tmp_path,
        '<text:p>支出<text:span>1,234</text:span>.50<text:s text:c="2"/>万元<text:soft-page-break/>，'
        "比上年<text:line-break/>增加<text:note><text:note-body><text:p>脚注</text:p></text:note-body></text:note>。</text:p>",
    )
    assert report.text == "支出1,234.50  万元，比上年\n增加。"


def test_deleted_text_is_gone(tmp_path: Path) -> None:
    report = written(
        tmp_path,
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删去的话</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>留下的话</text:p>",
    )
    assert report.text == "留下的话"


def test_merged_cells_continue(tmp_path: Path) -> None:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    head = '<table:table-cell table:number-columns-spanned="2"><text:p>决算数</text:p></table:table-cell>'
    report = written(
        tmp_path,
        f"<table:table><table:table-header-rows><table:table-row>{cell('项目')}{head}<table:covered-table-cell/>"
        f"</table:table-row></table:table-header-rows><table:table-row>{cell('合计')}{cell('5')}{cell('3')}"
        "</table:table-row></table:table>",
    )
    assert report.tables[0].cells == (("项目", "决算数", None), ("合计", "5", "3"))


def test_a_frame_of_one_column_is_running_text(tmp_path: Path) -> None:
    row = "<table:table-row><table:table-cell><text:p>一段话。</text:p></table:table-cell></table:table-row>"
    report = written(tmp_path, f"<table:table>{row * 2}</table:table>")
    assert report.text == "一段话。\n一段话。" and report.tables == ()
