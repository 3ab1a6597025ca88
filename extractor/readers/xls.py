"""Excel before 2007 (.xls) and WPS (.et) through xlrd: the visible sheets, every cell as its format shows it."""

from __future__ import annotations

import io
from typing import Any

import xlrd

from extractor.readers import package, spreadsheet
from extractor.readers.content import Content
from extractor.readers.number_format import shown
from extractor.readers.spreadsheet import Row, Sheet, limited
from extractor.report import Unreadable

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(1, 6)  # the types of a cell, as xlrd numbers them


def content(data: bytes) -> Content:
    """The text and tables of a workbook. Raises `Unreadable`: damaged, encrypted, too-large."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        sheets = [_sheet(book, sheet) for sheet in book.sheets() if not sheet.visibility]
    except Unreadable:
        raise
    except Exception as error:  # xlrd meets a broken record with whatever the record makes Python raise
        raise package.encrypted("Excel") if "encrypted" in str(error) else package.damaged("Excel") from None
    return spreadsheet.content(sheets)


def _sheet(book: Any, sheet: Any) -> Sheet:
    limited(sheet.nrows * sheet.ncols)
    rows: list[Row] = [[_text(book, cell) for cell in _padded(sheet, row)] for row in range(sheet.nrows)]
    for top, bottom, left, right in sheet.merged_cells:
        for row in range(top, min(bottom, sheet.nrows)):
            for column in range(left, min(right, sheet.ncols)):
                if (row, column) != (top, left):
                    rows[row][column] = None
    return Sheet(sheet.name, rows)


def _padded(sheet: Any, row: int) -> list[Any]:
    return [sheet.cell(row, column) for column in range(sheet.ncols)]


def _text(book: Any, cell: Any) -> str:
    form = book.format_map[book.xf_list[cell.xf_index].format_key].format_str if cell.xf_index is not None else None
    if cell.ctype == _NUMBER:
        return shown(cell.value, form)
    if cell.ctype == _DATE:
        try:
            return shown(xlrd.xldate_as_datetime(cell.value, book.datemode), form)
        except (ValueError, OverflowError):  # no date has this number
            return shown(cell.value, None)
    if cell.ctype == _BOOLEAN:
        return shown(bool(cell.value), form)
    if cell.ctype == _ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return str(cell.value) if cell.ctype == _TEXT else ""
