"""The columns there are, which of them a list of rows needs, and how wide each is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from tui.clean import line
from tui.figures import grouped
from tui.listing import Cell, Column, Entry, Values

_ALL = (
    Column("group", 10, 44),
    Column("organisation", 16, 30, keep_end=True, drop=3),
    Column("document", 12, 30, drop=4),
    Column("year", 4, 4, drop=6),
    Column("kind", 4, 8, faint=True, drop=9),
    Column("rule", 8, 14),
    Column("severity", 4, 8, drop=8),
    Column("message", 24, 200),
    Column("project", 10, 28, keep_end=True),
    Column("indicator", 10, 26),
    Column("subject", 14, 46),
    Column("measure", 8, 12),
    Column("compared_with", 8, 10, faint=True, drop=7),
    Column("target", 5, 24, figure=True),
    Column("budget", 6, 24, figure=True),
    Column("base", 6, 24, figure=True),
    Column("executed", 6, 24, figure=True),
    Column("actual", 6, 24, figure=True),
    Column("difference", 6, 24, figure=True),
    Column("rate", 6, 24, figure=True, drop=5),
    Column("completion_rate", 6, 24, figure=True, drop=8),
    Column("change_rate", 6, 24, figure=True, drop=9),
    Column("value", 6, 24, figure=True),
    Column("score", 4, 24, figure=True, drop=5),
    Column("expected", 8, 20, drop=4),
    Column("observed", 8, 20, drop=5),
    Column("unit", 4, 8, faint=True, drop=5),
    Column("snippet", 36, 240),
    Column("section", 8, 18, faint=True, drop=9),
    Column("reason", 10, 200),
    Column("category", 8, 16, faint=True, drop=2),
    Column("count", 4, 12, figure=True),
    Column("bar", 8, 20, drop=3),
    Column("less", 8, 24, figure=True, drop=1),
    Column("more", 8, 24, figure=True, drop=1),
    Column("pages", 4, 6, figure=True, faint=True, drop=7),
    Column("facts", 4, 10, figure=True),
    Column("findings", 4, 10, figure=True),
    Column("closed", 5, 9, figure=True, faint=True, drop=6),
    Column("status", 4, 60, faint=True, drop=2),
    Column("name", 12, 60, faint=True, drop=8),
    Column("what", 4, 6, faint=True),
    Column("note", 16, 120),
    Column("quote", 16, 200, drop=9),
    Column("page", 3, 6, figure=True, faint=True, drop=8),
)
BY_NAME = {column.name: column for column in _ALL}

GAP = 2
"""Cells between two columns."""

_PLAIN = {"year", "page"}
"""Figures that are no quantities."""


def needed(rows: Sequence[Values], names: Iterable[str]) -> tuple[Column, ...]:
    """The columns `names` in which some row says something."""
    return tuple(BY_NAME[name] for name in names if any(row.get(name) not in (None, "") for row in rows))


def cells(row: Values, columns: Sequence[Column]) -> tuple[Cell, ...]:
    """The cells of a row, empty where it says nothing; a value that is a `Cell` already stays as it is."""
    return tuple(_cell(row.get(column.name), column) for column in columns)


def decimals(columns: Sequence[Column], entries: Iterable[Entry]) -> list[int]:
    """How many cells each column needs after the whole part of its figures: the point and the most decimals."""
    most = [0] * len(columns)
    for entry in entries:
        for i, column in enumerate(columns):
            if column.figure:
                most[i] = max(most[i], _behind(entry.cells[i].text))
    return most


def aligned(text: str, behind: int) -> str:
    """A figure with blanks behind it, so that points stand under points."""
    return text + " " * max(0, behind - _behind(text))


def widths(
    columns: Sequence[Column], entries: Sequence[Entry], labels: Sequence[str], room: int, behind: Sequence[int]
) -> list[int]:
    """The width in cells of every column so that all fit into `room`; 0 leaves a column out.

    A column is as wide as its widest cell where there is room. Where there is not, columns give way to their least
    width, the widest first; where even that is too much, those that may be dropped go, the highest `drop` first.
    """
    natural = [
        min(c.most, max([cell_len(labels[i]), *(_wide(e.cells[i], c, behind[i]) for e in entries)]))
        for i, c in enumerate(columns)
    ]
    least = [  # a figure is never cut
        natural[i] if c.figure else min(max(c.least, cell_len(labels[i])), max(natural[i], 1))
        for i, c in enumerate(columns)
    ]
    shown = list(range(len(columns)))
    while _total(least, shown) > room and any(columns[i].drop for i in shown):
        shown.remove(max(shown, key=lambda i: columns[i].drop))
    wide = {i: least[i] for i in shown}
    _share(wide, natural, room - _total(least, shown))
    return [wide.get(i, 0) for i in range(len(columns))]


def _wide(cell: Cell, column: Column, behind: int) -> int:
    if not column.figure:
        return cell_len(cell.text)
    return cell_len(cell.text) - _behind(cell.text) + behind


def _behind(figure: str) -> int:
    _, point, rest = figure.partition(".")
    if not point:
        return int(figure.endswith("%"))
    return len(rest) + 1 if rest.removesuffix("%").isdigit() and len(rest) <= 7 else 0


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


def _cell(value: object, column: Column) -> Cell:
    if isinstance(value, Cell):
        return value
    if column.name == "subject" and value:
        return subject(str(value))
    text = "" if value is None else line(str(value))
    return Cell(grouped(text) if column.figure and column.name not in _PLAIN else text)


def subject(path: str) -> Cell:
    """A subject as it is called, then what it is part of, of less weight."""
    *above, name = line(path).split("/")
    return Cell(f"{name}  {above[-1]}" if above else name, aside=len(name))
