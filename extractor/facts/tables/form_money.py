"""The money of a performance form: what was budgeted, what was spent, what share that is, and the score of it all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractor.facts.tables.form_labels import (
    Header,
    amount,
    indicator_header,
    is_label,
    labelled,
    money_header,
    pairs,
    part_of,
    points,
    unit_of,
    words,
)
from extractor.facts.tables.grid import Grid, number

_RATIO = Decimal("0.01")  # how far a printed ratio may be from the one that the figures give
_DEEPEST = 10  # rows below the header of the money that may hold it
_BUDGETS = ("budget", "planned", "initial")


@dataclass(frozen=True, slots=True)
class Money:
    """Figures as printed, without separators; `completion_rate` in %; `row` is where they stand."""

    row: int
    budget: str | None = None
    executed: str | None = None
    completion_rate: str | None = None
    unit: str | None = None


def money(grid: Grid, first: int, last: int) -> Money | None:
    """The money of the form in rows `first` to `last`, None where it holds none."""
    below = indicator_header(grid, first, last)
    end = below.first_row if below else last
    header = money_header(grid, first, end)
    found = _below(grid, header, end) if header else None
    return found or _beside(grid, first, end)


def of_row(grid: Grid, row: int, columns: dict[str, list[int]]) -> Money | None:
    """The money in a row under a header, None where nothing is said to have been spent."""
    cells = {
        part: next((a for column in at if (a := amount(grid.own(row, column)))), None) for part, at in columns.items()
    }
    return _made(row, cells)


def _made(row: int, cells: dict[str, tuple[str, str | None] | None]) -> Money | None:
    spent = cells.get("executed")
    budget = next((cell for part in _BUDGETS if (cell := cells.get(part))), None)
    if spent is None or spent[0].endswith("%") or (budget and budget[0].endswith("%")):
        return None
    printed = cells.get("rate")
    given = budget[0] if budget else None
    rate = _rate(printed[0] if printed else None, given, spent[0])
    return Money(row, given, spent[0], rate, spent[1] or (budget[1] if budget else None))


def _below(grid: Grid, header: Header, last: int) -> Money | None:
    """The row of the total under a header, else the first with figures; a part where the total is left at nought."""
    rows = [
        found
        for row in range(header.body, min(header.body + _DEEPEST, last))
        if (found := of_row(grid, row, header.columns)) is not None
    ]
    totals = tuple(words("totals"))
    named = (m for m in rows if any(word.startswith(totals) for word in grid.words(m.row)))
    whole = next(named, rows[0] if rows else None)
    if whole is not None and not _filled(whole):
        return next((found for found in rows if _filled(found)), whole)
    return whole


def _filled(found: Money) -> bool:
    return any(figure and Decimal(figure) for figure in (found.budget, found.executed))


def _beside(grid: Grid, first: int, last: int) -> Money | None:
    """Figures that stand beside their labels."""
    cells: dict[str, tuple[str, str | None] | None] = {}
    at: int | None = None
    for row in range(first, last):
        for label, entry in pairs(grid, row):
            part, figure = part_of(label), amount(entry)
            if part in (*_BUDGETS, "executed", "rate") and figure is not None and part not in cells:
                cells[part], at = figure, row if at is None else at
    return _made(at, cells) if at is not None and any(part in cells for part in _BUDGETS) else None


def unit(grid: Grid, rows: Iterable[int]) -> str | None:
    """The unit of money that a label of these rows gives in brackets."""
    cells = (word for row in rows for word in grid.words(row))
    return next((found for word in cells if (found := unit_of(word))), None)


def score(grid: Grid, first: int, last: int) -> str | None:
    """The score of the whole form: in the row of its sum, else behind its label."""
    header = indicator_header(grid, first, last)
    for row in range(last - 1, first, -1):
        cells = grid.words(row)
        if cells and is_label(cells[0], "sums"):
            if points_of_all := _of_sum(grid, row, header):
                return points_of_all
            break
    found = (labelled(grid, row, "scores") for row in range(first, last))
    return next((points(entry) for entry in found if entry and points(entry)), None)


def _of_sum(grid: Grid, row: int, header: Header | None) -> str | None:
    """The score in the row of the sum: behind its label, in the column of scores, else the last of several numbers."""
    for label, entry in pairs(grid, row):
        if part_of(label) == "score" and points(entry):
            return points(entry)
    column = header.first("score") if header else None
    if column is not None:
        while column and grid.texts[row][column] is None:
            column -= 1  # a merged cell that begins further left
        if points(grid.own(row, column)):
            return points(grid.own(row, column))
    numbers = [n for n in map(points, grid.words(row)) if n is not None]
    return numbers[-1] if len(numbers) > 1 or (numbers and column is None) else None


def _rate(printed: str | None, budget: str | None, executed: str | None) -> str | None:
    """A completion rate in %; a ratio (0.95 of 100 and 95) is one too."""
    if printed is None or printed.endswith("%"):
        return printed and printed.removesuffix("%")
    if not budget or not executed or not Decimal(budget):
        return printed
    if abs(Decimal(executed) / Decimal(budget) - Decimal(printed)) <= _RATIO:
        return format((Decimal(printed) * 100).normalize(), "f")
    return printed


def listed(grid: Grid, row: int, header: Header) -> str | None:
    """The score in a row of a list of projects."""
    column = header.first("score")
    return number(grid.own(row, column)) if column is not None else None
