"""Excel (.xlsx) through openpyxl: the visible sheets, every cell as its number format shows it."""

from __future__ import annotations

import io
import warnings
from typing import Any

from openpyxl import load_workbook

from extractor.readers import package, spreadsheet
from extractor.readers.content import Content
from extractor.readers.number_format import shown
from extractor.readers.spreadsheet import Row, Sheet, limited
from extractor.report import Unreadable


def content(data: bytes) -> Content:
    """The text and tables of a workbook. Raises `Unreadable`: damaged, too-large, encrypted."""
    package.guard(data, "Excel")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures and extensions that are not kept
            book = load_workbook(io.BytesIO(data), data_only=True, rich_text=False)
            sheets = [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except Unreadable:
        raise
    except Exception:  # openpyxl meets a broken part with whatever the part makes Python raise
        raise package.damaged("Excel") from None
    return spreadsheet.content(sheets)


def _sheet(sheet: Any) -> Sheet:
    # `_cells` holds the cells that are there; `iter_rows` would make those that are not, a million for a stray one.
    filled = {place: shown(cell.value, cell.number_format) for place, cell in sheet._cells.items()}
    filled = {place: text for place, text in filled.items() if text}
    height = max((row for row, _ in filled), default=0)
    width = max((column for _, column in filled), default=0)
    limited(height * width)
    rows: list[Row] = [
        [filled.get((row, column), "") for column in range(1, width + 1)] for row in range(1, height + 1)
    ]
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row, min(merged.max_row, height) + 1):
            for column in range(merged.min_col, min(merged.max_col, width) + 1):
                if (row, column) != (merged.min_row, merged.min_col):
                    rows[row - 1][column - 1] = None
    return Sheet(sheet.title, rows)
