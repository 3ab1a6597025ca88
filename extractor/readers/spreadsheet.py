"""The sheets of a workbook in one flow: titles and sentences as lines, what lies between as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.readers.clean import clean
from extractor.readers.content import Content, Flow
from extractor.readers.title import cover_title
from extractor.report import Unreadable

Row = list[str | None]

MOST_CELLS = 2_000_000
_NAMELESS = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.I)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visible sheet: its name, and its cells as shown; None where a merged cell continues, else a text."""

    name: str
    rows: list[Row]


def content(sheets: Sequence[Sheet]) -> Content:
    """What the sheets of one workbook yield, one after the other."""
    flow = Flow()
    for sheet in sheets:
        _write(flow, sheet)
    return Content(text=flow.text, tables=tuple(flow.tables), hard_lines=True, title=cover_title(flow.text))


def limited(cells: int) -> None:
    """Refuses a sheet of more cells than a report can have. Raises `Unreadable`: too-large."""
    if cells > MOST_CELLS:
        raise Unreadable("too-large", f"表格有 {cells} 个单元格，多得不合常理，没有读，请删去空白的行和列再试。")


def _write(flow: Flow, sheet: Sheet) -> None:
    blocks = list(_blocks(_trimmed(sheet.rows)))
    name = clean(sheet.name).strip()
    named = bool(name) and not _NAMELESS.fullmatch(name)
    if named and any(rows for _, rows in blocks):
        flow.add(name)
    for lines, rows in blocks:
        for line in lines:
            flow.add(line)
        flow.add_table(rows, name if named else None)


def _trimmed(rows: Sequence[Row]) -> list[Row]:
    """The cells cleaned, all rows as wide as the widest."""
    cleaned = [[cell if cell is None else clean(cell).replace("\f", " ").strip() for cell in row] for row in rows]
    width = max((at for row in cleaned for at, cell in enumerate(row, 1) if cell), default=0)
    return [row[:width] + [""] * (width - len(row)) for row in cleaned]


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[list[str], list[Row]]]:
    """The lines before a table and the table, until the rows end: a table ends where a line of its own follows.

    A row of one cell is a line where it begins or ends a table, stands after an empty row or is a sentence.
    """
    lines: list[str] = []
    table: list[Row] = []
    empty = True
    for row in rows:
        texts = [cell for cell in row if cell]
        alone = len(texts) == 1 and (not table or empty or _is_sentence(texts[0]))
        if alone and table:
            yield from _block(lines, table)
            lines, table = [], []
        if alone:
            lines.append(texts[0])
        elif texts:
            table.append(row)
        empty = not texts
    yield from _block(lines, table)


def _block(lines: list[str], table: list[Row]) -> Iterator[tuple[list[str], list[Row]]]:
    """The lines and the table, then the single cells that ended the table as lines of their own."""
    end = len(table)
    while end and sum(1 for cell in table[end - 1] if cell) == 1:
        end -= 1
    yield lines, table[:end]
    if end < len(table):
        yield [cell for row in table[end:] for cell in row if cell], []


def _is_sentence(text: str) -> bool:
    return "。" in text or text.startswith(("注：", "注:", "备注"))
