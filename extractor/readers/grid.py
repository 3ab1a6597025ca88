"""HTML tables: which of them hold data, and their cells as a grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_WIDEST = 1000  # columns or rows of one cell's span: more is an error or an attack
_MOST_CELLS = 200_000
# A cell with most of the table's text, and more than a cell of figures would have, is a frame around running text.
_FRAME_SHARE = 0.8
_FRAME_LENGTH = 200


def is_data(table: Any) -> bool:
    """False for a table that only lays out the page: one column, a table inside, or one cell that holds it all."""
    if table.find(".//table") is not None:
        return False
    rows = [list(_cells(row)) for row in _rows(table)]
    if max((len(row) for row in rows), default=0) <= 1:
        return False
    lengths = [len("".join(cell.itertext()).strip()) for row in rows for cell in row]
    return max(lengths) <= max(_FRAME_LENGTH, _FRAME_SHARE * sum(lengths))


def grid(table: Any) -> list[list[str | None]]:
    """The cells' texts row by row; None in the places that a cell's colspan or rowspan covers."""
    rows: list[list[str | None]] = []
    below: dict[int, int] = {}  # column -> how many more rows a cell above covers
    count = 0
    for row in _rows(table):
        line: list[str | None] = []
        for cell in _cells(row):
            _covered(line, below)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            if height > 1:
                below.update(dict.fromkeys(range(len(line), len(line) + width), height - 1))
            line.extend([" ".join(_words(cell).split()), *[None] * (width - 1)])
        _covered(line, below)
        rows.append(line)
        count += len(line)
        if count > _MOST_CELLS:
            break
    return rows


def _covered(line: list[str | None], below: dict[int, int]) -> None:
    """Fills the places at the end of `line` that cells above cover."""
    while len(line) in below:
        at = len(line)
        line.append(None)
        below[at] -= 1
        if not below[at]:
            del below[at]


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _words(cell: Any) -> str:
    """The cell's text, with a space where a block or a line ends."""
    for end in cell.iter("br", "p", "div", "li"):
        end.tail = " " + (end.tail or "")
    return str(cell.text_content())


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return max(1, min(int(value), _WIDEST)) if value.isdecimal() else 1
