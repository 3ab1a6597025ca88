"""The columns there are, which of them a list of rows needs, and how wide each is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len

from tui.clean import line
from tui.listing import Cell, Column, Entry

Values = Mapping[str, object]

_ALL = (
    Column("organisation", 10, 26, keep_end=True, drop=3),
    Column("document", 12, 30, drop=4),
    Column("year", 4, 4, drop=6),
    Column("project", 10, 28, keep_end=True),
    Column("indicator", 10, 26),
    Column("subject", 12, 44, keep_end=True),
    Column("measure", 8, 12),
    Column("compared_with", 8, 10, faint=True, drop=7),
    Column("target", 5, 24, right=True),
    Column("budget", 6, 24, right=True),
    Column("base", 6, 24, right=True),
    Column("executed", 6, 24, right=True),
    Column("actual", 6, 24, right=True),
    Column("difference", 6, 24, right=True),
    Column("change_rate", 6, 24, right=True, drop=8),
    Column("completion_rate", 6, 24, right=True, drop=8),
    Column("value", 6, 24, right=True),
    Column("score", 4, 24, right=True, drop=5),
    Column("unit", 4, 8, faint=True, drop=5),
    Column("snippet", 36, 240),
    Column("section", 8, 18, faint=True, drop=9),
    Column("reason", 14, 200),
    Column("quote", 16, 200, drop=9),
    Column("category", 8, 16, faint=True, drop=2),
    Column("page", 3, 24, right=True, drop=1),
)
BY_NAME = {column.name: column for column in _ALL}

GAP = 2
"""Cells between two columns."""


def needed(rows: Sequence[Values], names: Iterable[str]) -> tuple[Column, ...]:
    """The columns `names` in which some row says something."""
    return tuple(BY_NAME[name] for name in names if any(row.get(name) not in (None, "") for row in rows))


def cells(row: Values, columns: Sequence[Column]) -> tuple[Cell, ...]:
    """The cells of a row, empty where it says nothing; a value that is a `Cell` already stays as it is."""
    return tuple(_cell(row.get(column.name)) for column in columns)


def widths(columns: Sequence[Column], entries: Sequence[Entry], labels: Sequence[str], room: int) -> list[int]:
    """The width in cells of every column so that all fit into `room`; 0 leaves a column out.

    A column is as wide as its widest cell where there is room. Where there is not, columns give way to their least
    width, the widest first; where even that is too much, those that may be dropped go, the highest `drop` first.
    """
    natural = [
        min(c.most, max([cell_len(labels[i]), *(cell_len(e.cells[i].text) for e in entries)]))
        for i, c in enumerate(columns)
    ]
    least = [  # a figure is never cut
        natural[i] if c.right else min(max(c.least, cell_len(labels[i])), max(natural[i], 1))
        for i, c in enumerate(columns)
    ]
    shown = list(range(len(columns)))
    while _total(least, shown) > room and any(columns[i].drop for i in shown):
        shown.remove(max(shown, key=lambda i: columns[i].drop))
    wide = {i: least[i] for i in shown}
    _share(wide, natural, room - _total(least, shown))
    return [wide.get(i, 0) for i in range(len(columns))]


def _total(width: Sequence[int], shown: Sequence[int]) -> int:
    return sum(width[i] + GAP for i in shown)


def _share(wide: dict[int, int], natural: Sequence[int], spare: int) -> None:
    """Give `spare` cells to the columns that want them, those that want least first: short columns become whole."""
    hungry = sorted((i for i in wide if natural[i] > wide[i]), key=lambda i: natural[i] - wide[i])
    while hungry and spare > 0:
        i = hungry.pop(0)
        given = min(natural[i] - wide[i], spare // (len(hungry) + 1))
        wide[i] += given
        spare -= given


def _cell(value: object) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell("" if value is None else line(str(value)))
