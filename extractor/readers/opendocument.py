"""OpenDocument text and spreadsheets (.odt, .ods): headings, paragraphs, lists and tables in the order of the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.readers import package
from extractor.readers.clean import clean
from extractor.readers.content import Content, Flow
from extractor.readers.spreadsheet import Row, Sheet, limited
from extractor.readers.spreadsheet import content as of_sheets
from extractor.readers.title import cover_title

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"

_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_SKIPPED = {f"{_TEXT}{name}" for name in ("tracked-changes", "note", "ruby-text", "sequence-decls", "forms")}
_CHARACTERS = {f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 100  # of one run: what a line holds
_WIDEST = 1000  # columns of one repeated cell with a text; empty ones run to the edge of the sheet


def content(data: bytes) -> Content:
    """The text and tables of a document. Raises `Unreadable`: damaged, too-large, encrypted."""
    package.guard(data, "OpenDocument")
    if _is_locked(data):
        raise package.encrypted("OpenDocument")
    body = package.part(data, "content.xml", "OpenDocument").find(f"{_OFFICE}body")
    if body is None:
        raise package.damaged("OpenDocument")
    sheets = body.find(f"{_OFFICE}spreadsheet")
    if sheets is not None:
        return of_sheets(
            [Sheet(table.get(f"{_TABLE}name", ""), _rows(table)) for table in sheets.iter(f"{_TABLE}table")]
        )
    flow = Flow()
    _walk(body, flow)
    return Content(text=flow.text, tables=tuple(flow.tables), hard_lines=True, title=cover_title(flow.text))


def _is_locked(data: bytes) -> bool:
    manifest = package.part(data, "META-INF/manifest.xml", "OpenDocument")
    return next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None


def _walk(parent: Any, flow: Flow) -> None:
    """Writes the paragraphs and tables under `parent`; lists, sections and frames are opened."""
    for child in parent:
        if child.tag in _PARAGRAPHS:
            flow.add(clean(_characters(child)))
            for box in child.iter(f"{_DRAW}text-box"):
                _walk(box, flow)
        elif child.tag == f"{_TABLE}table":
            _table(child, flow)
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            _walk(child, flow)


def _table(table: Any, flow: Flow) -> None:
    rows = _rows(table)
    width = max((len(row) for row in rows), default=0)
    if width > 1:
        flow.add_table([row + [""] * (width - len(row)) for row in rows])
        return
    for cell in table.iter(_CELLS[0]):  # a frame around running text
        _walk(cell, flow)


def _rows(table: Any) -> list[Row]:
    """The cells' texts; rows and cells that stand for many alike are repeated where they hold anything."""
    rows: list[Row] = []
    cells = 0
    for element in _elements(table, f"{_TABLE}table-row"):
        row = _row(element)
        times = _times(element, "rows") if any(row) else 1
        cells += times * len(row)
        limited(cells)
        rows.extend(list(row) for _ in range(times))
    return rows


def _row(row: Any) -> Row:
    line: Row = []
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        text = " ".join(clean(_characters(p)).strip() for p in _elements(cell, *_PARAGRAPHS)).strip()
        covered = cell.tag == _CELLS[1]
        line.extend([None if covered else text] * min(_times(cell, "columns"), _WIDEST))
    while line and line[-1] == "":  # a sheet's rows run to its edge
        line.pop()
    return line


def _elements(parent: Any, *tags: str) -> Iterator[Any]:
    """The elements of these names in order, inside groups too, but not those of a table within."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag != f"{_TABLE}table":
            yield from _elements(child, *tags)


def _times(element: Any, what: str) -> int:
    value = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return max(1, int(value)) if value.isdecimal() and len(value) < 8 else 1


def _characters(paragraph: Any) -> str:
    """The characters of a paragraph as shown: without notes, deletions and text boxes."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        if child.tag in _CHARACTERS:
            parts.append(_CHARACTERS[child.tag])
        elif child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != f"{_DRAW}frame":
            parts.append(_characters(child))
        parts.append(child.tail or "")
    return "".join(parts)
