"""Workbooks: cells as their formats show them, sentences beside tables, merged cells, hidden sheets, stray cells."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers import read
from extractor.readers.number_format import shown
from extractor.report import Report, Unreadable
from tests.readers import files

ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '

SHOWN: list[tuple[Any, str | None, str]] = [
    (12.500000000000002, None, "12.5"),
    (0.1 + 0.2, "General", "0.3"),
    (9876543210.12, None, "9876543210.12"),
    (2010101.0, None, "2010101"),
    (1234.5, "#,##0.00", "1,234.50"),
    (1234567.891, "#,##0.0#", "1,234,567.89"),
    (1.005, "0.00", "1.01"),
    (-5.005, "0.00", "-5.01"),
    (0.877, "0.00%", "87.70%"),
    (0.877, "0.0%", "87.7%"),
    (1234567, "0.00,", "1234.57"),
    (201, "0000000", "0000201"),
    (0, ACCOUNTING, "-"),
    (1234.5, ACCOUNTING, "1,234.50"),
    (-12, ACCOUNTING, "-12.00"),
    (-3.2, "#,##0.00_);(#,##0.00)", "-3.20"),
    (0, "#,##0.00;-#,##0.00;", ""),
    (12.5, '0.00"万元"', "12.50万元"),
    (12.5, "0.00万元", "12.50万元"),
    (5, '"第"0"页"', "第5页"),
    (0.5, "# ?/?", "0.5"),
    (1e300, "0.00", "1" + "0" * 300),
    (datetime(2023, 8, 5), 'yyyy"年"m"月"d"日"', "2023年8月5日"),
    (datetime(2023, 8, 5), 'yyyy"年"m"月"', "2023年8月"),
    (datetime(2023, 8, 5), "yyyy-mm-dd", "2023-08-05"),
    (datetime(2023, 8, 5, 9, 30), "General", "2023-08-05 09:30"),
    (date(2023, 8, 5), None, "2023-08-05"),
    (True, None, "TRUE"),
    (None, "0.00", ""),
    ("人员经费", "0.00", "人员经费"),
]


@pytest.mark.parametrize(("value", "form", "text"), SHOWN)
def test_a_cell_reads_as_it_is_shown(value: Any, form: str | None, text: str) -> None:
    assert shown(value, form) == text


@given(st.floats(allow_nan=False, allow_infinity=False, width=64), st.text('0#?,.%;"-万_*[]\\E/ ', max_size=12))
def test_any_number_under_any_format_is_text(value: float, form: str) -> None:
    assert isinstance(shown(value, form), str)


@given(st.decimals("-99999999.99", "99999999.99", places=2))
def test_two_decimals_are_exact(value: Any) -> None:
    assert shown(float(value), "0.00").removeprefix("-") == f"{abs(value):.2f}"


def written(folder: Path, data: bytes, name: str = "a.xlsx") -> Report:
    path = folder / name
    path.write_bytes(data)
    return read(path)


def book(*rows: list[Any], title: str = "Sheet1") -> Any:
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def test_titles_and_units_are_lines_and_the_rest_is_the_table(tmp_path: Path) -> None:
    made = book(
        ["收入支出决算总表", None, None],
        [None, None, "单位：万元"],
        ["项目", "行次", "金额"],
        ["一、财政拨款收入", 1, 320.5],
        ["二、上级补助收入", 2, None],
        ["注：本表反映收支情况。", None, None],
        title="GK01",
    )
    report = written(tmp_path, files.xlsx(made))
    assert report.text.split("\n") == [
        *("GK01", "收入支出决算总表", "单位：万元"),
        *("项目\t行次\t金额", "一、财政拨款收入\t1\t320.5", "二、上级补助收入\t2\t"),
        "注：本表反映收支情况。",
    ]
    (table,) = report.tables
    assert table.caption == "GK01" and table.cells[-1] == ("二、上级补助收入", "2", "")


def test_a_nameless_sheet_is_called_by_its_title(tmp_path: Path) -> None:
    report = written(tmp_path, files.xlsx(book(["支出决算表"], ["项目", "金额"], ["合计", 5])))
    assert report.text == "支出决算表\n项目\t金额\n合计\t5"
    assert report.tables[0].caption == "支出决算表"


def test_merged_cells_continue(tmp_path: Path) -> None:
    made = book(["项目", "决算数", None], [None, "合计", "其中"], ["基本支出", 3, 2])
    made.active.merge_cells("B1:C1")
    made.active.merge_cells("A1:A2")
    (table,) = written(tmp_path, files.xlsx(made)).tables
    assert table.cells == (("项目", "决算数", None), (None, "合计", "其中"), ("基本支出", "3", "2"))


def test_merged_cells_and_formats_of_old_workbooks(tmp_path: Path) -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("Sheet1")
    sheet.write_merge(0, 0, 1, 2, "决算数")
    sheet.write(0, 0, "项目")
    sheet.write(1, 0, "完成率")
    sheet.write(1, 1, 0.877, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(1, 2, datetime(2023, 8, 5), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    (table,) = written(tmp_path, files.xls(made), "a.xls").tables
    assert table.cells == (("项目", "决算数", None), ("完成率", "87.70%", "2023年8月5日"))


def test_hidden_sheets_are_not_published(tmp_path: Path) -> None:
    made = book(["项目", "金额"], ["合计", 5])
    made.create_sheet("参数").append(["内部", "代码"])
    made["参数"].sheet_state = "hidden"
    assert "内部" not in written(tmp_path, files.xlsx(made)).text


def test_two_tables_on_one_sheet_are_two(tmp_path: Path) -> None:
    made = book(["表一"], ["项目", "金额"], ["甲", 1], [], ["表二"], ["项目", "金额"], ["乙", 2])
    report = written(tmp_path, files.xlsx(made))
    assert [table.caption for table in report.tables] == ["表一", "表二"]
    assert [table.cells[1] for table in report.tables] == [("甲", "1"), ("乙", "2")]


def test_a_label_without_figures_stays_in_its_table(tmp_path: Path) -> None:
    made = book(["项目", "金额"], ["一、收入", None], ["财政拨款", 5], ["合计", 5])
    (table,) = written(tmp_path, files.xlsx(made)).tables
    assert table.cells == (("项目", "金额"), ("一、收入", ""), ("财政拨款", "5"), ("合计", "5"))


def test_a_stray_cell_at_the_far_end_is_refused_not_filled_up(tmp_path: Path) -> None:
    made = book(["项目", "金额"])
    made.active["XFD1048576"] = 1
    with pytest.raises(Unreadable) as refused:
        written(tmp_path, files.xlsx(made))
    assert refused.value.status == "too-large" and "单元格" in refused.value.message


def test_repeated_empty_cells_of_opendocument_cost_nothing(tmp_path: Path) -> None:
    rows = (
        "<table:table-row><table:table-cell><text:p>合计</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"><text:p>5</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    )
    report = written(tmp_path, files.opendocument(f"<table:table>{rows}</table:table>", "spreadsheet"), "a.ods")
    assert report.text == "合计\t5\t5"
