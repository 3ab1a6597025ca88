"""An Excel workbook: a sheet a kind, typed cells, a frozen header with filters, links to the sources, a dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from extractor.export.columns import FIGURE, INTEGER, TEXT, is_number, type_of
from extractor.export.frames import needed
from extractor.messages import say
from extractor.readers.archive import on_disk
from extractor.records import Row
from extractor.store import dictionary

Table = tuple[str, Sequence[str], Iterable[Row]]
"""Kind, columns, rows."""

_LINES = 1_048_575
"""Rows below the header that a sheet can have."""
_LINKS = 65_000
"""Links that a sheet can have, nearly; cells after them are plain."""
_CELL = 32_767
_A3 = 8
_EXACT = 15
"""Digits that Excel keeps of a number; a longer one is written as text."""
_WIDTHS = {
    "quote": 60, "reason": 40, "document": 30, "subject": 34, "message": 40, "text": 30, "citation": 50, "path": 40,
    "organisation": 28, "canonical_organisation": 28, "project": 26, "indicator": 26, "table": 26, "column": 16,
}  # fmt: skip
_HEAD = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "border_color": "#B8C4D6", "valign": "vcenter"}


def workbook(tables: Iterable[Table], paths: Mapping[str, str], out: BinaryIO) -> int:
    """Write the tables; `paths` is a document's name → its file. How many rows were written."""
    xlsxwriter = needed("xlsxwriter", "excel")
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"created": datetime(1980, 1, 1), "title": "juesuan"})  # two exports are the same bytes
    styles = _Styles(book)
    written = 0
    shown: list[tuple[str, str, Sequence[str]]] = []
    for kind, columns, rows in tables:
        name = dictionary.record(kind)
        shown.append((kind, name, columns))
        written += _Sheets(book, styles, kind, name, columns, paths).write(rows)
    _dictionary(book, styles, shown)
    book.close()
    return written


class _Styles:
    """The formats of cells, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.head = book.add_format(_HEAD)
        self.link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
        self.text = book.add_format({"valign": "top"})
        self.whole = book.add_format({"num_format": "0", "valign": "top"})
        self._figures: dict[int, Any] = {}

    def figure(self, printed: str) -> Any:
        """A number with as many decimals as printed."""
        decimals = min(len(printed.partition(".")[2]), 10)
        if decimals not in self._figures:
            form = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._figures[decimals] = self._book.add_format({"num_format": form, "valign": "top"})
        return self._figures[decimals]


class _Sheets:
    """The sheet of one kind, and more of them where one cannot hold all rows."""

    def __init__(
        self, book: Any, styles: _Styles, kind: str, name: str, columns: Sequence[str], paths: Mapping[str, str]
    ) -> None:
        self._book, self._styles, self._name = book, styles, name
        self._columns, self._paths = columns, paths
        self._types = [type_of(column, [kind]) for column in columns]
        self._number = 0

    def write(self, rows: Iterable[Row]) -> int:
        """All rows; how many."""
        sheet, line, written = self._new(), 0, 0
        for row in rows:
            if line == _LINES:
                self._filter(sheet, line)
                sheet, line = self._new(), 0
            line += 1
            written += 1
            self._row(sheet, line, row)
        self._filter(sheet, line)
        return written

    def _new(self) -> Any:
        self._number += 1
        self._links = 0
        sheet = self._book.add_worksheet(self._name + (f" {self._number}" if self._number > 1 else ""))
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()  # on paper: one page wide, the header on every page
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for at, (column, type_) in enumerate(zip(self._columns, self._types, strict=True)):
            sheet.set_column(at, at, _WIDTHS.get(column, 12 if type_ == TEXT else 11))
        sheet.set_row(0, 22)
        for at, column in enumerate(self._columns):
            sheet.write_string(0, at, dictionary.label(column), self._styles.head)
        return sheet

    def _filter(self, sheet: Any, lines: int) -> None:
        sheet.autofilter(0, 0, lines, len(self._columns) - 1)

    def _row(self, sheet: Any, line: int, row: Row) -> None:
        for at, (column, type_) in enumerate(zip(self._columns, self._types, strict=True)):
            value = row.get(column)
            if value is None:
                continue
            link = self._link(row, column) if column in ("document", "page") else None
            if link:
                self._links += 1
                sheet.write_url(line, at, link, self._styles.link, str(value)[:_CELL])
                if type_ == INTEGER:  # shown as a link, kept as a number
                    sheet.write_number(line, at, value, self._styles.link)
            elif type_ == INTEGER:
                sheet.write_number(line, at, value, self._styles.whole)
            elif (type_ == FIGURE or column == "target") and is_number(value) and _fits(str(value)):
                sheet.write_number(line, at, float(value), self._styles.figure(str(value)))
            else:
                sheet.write_string(line, at, str(value)[:_CELL], self._styles.text)

    def _link(self, row: Row, column: str) -> str | None:
        """Where the document is, and at which page, for programs that open a page."""
        path = self._paths.get(str(row.get("document")))
        if path is None or self._links >= _LINKS:
            return None
        page = f"#page={row['page']}" if column == "page" else ""
        return f"file://{quote(str(on_disk(Path(path))))}{page}"


def _fits(figure: str) -> bool:
    return sum(character.isdigit() for character in figure.strip("-0").replace(".", "")) <= _EXACT


def _dictionary(book: Any, styles: _Styles, tables: Sequence[tuple[str, str, Sequence[str]]]) -> None:
    """The last sheet: what every column of every sheet holds."""
    sheet = book.add_worksheet(say("export.dictionary"))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for at, (title, width) in enumerate((("sheet", 12), ("column", 24), ("label", 20), ("type", 10), ("meaning", 90))):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, say(f"export.dictionary.{title}"), styles.head)
    line = 0
    for kind, name, columns in tables:
        for column in columns:
            line += 1
            type_ = say(f"export.type.{type_of(column, [kind])}")
            told = (name, column, dictionary.label(column), type_, dictionary.described(column))
            for at, value in enumerate(told):
                sheet.write_string(line, at, value, styles.text)
    sheet.autofilter(0, 0, line, 4)
