"""From rows to a listing: which columns, the first window, and how the others are fetched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Protocol

from tui.clean import line
from tui.columns import cells, needed
from tui.listing import Column, Entry, Evidence, Listing

WINDOW = 100
"""Rows fetched at a time."""

FIRST = 60
"""Rows fetched before anything is shown: as many as a tall terminal has room for."""

Rows = Callable[[int, int], list[Entry]]
"""Entries without cells, from an offset on, so many at most."""


def made(names: Sequence[str], how_many: Callable[[], int] | int, rows: Rows, **said: Any) -> Listing:
    """A listing of `how_many` rows in those of the columns `names` that the first of them fill.

    Where there are more than FIRST rows, they are counted later: the first are shown at once.
    """
    first = rows(0, FIRST + 1)
    names, unit = _unit(first, names)
    columns = needed([entry.values for entry in first], names)

    def fetch(offset: int, limit: int) -> list[Entry]:
        return [filled(entry, columns) for entry in rows(offset, limit)]

    total, counted = (how_many, None) if isinstance(how_many, int) else (len(first), how_many)
    if len(first) <= FIRST:
        total, counted = len(first), None
    shown = tuple(filled(entry, columns) for entry in first)
    return Listing(columns, total, shown, fetch, counted, unit, **said)


def whole(names: Sequence[str], entries: Sequence[Entry], **said: Any) -> Listing:
    """A listing of rows that are all at hand."""
    return made(names, len(entries), lambda offset, limit: list(entries[offset : offset + limit]), **said)


def filled(entry: Entry, columns: Sequence[Column]) -> Entry:
    """The entry with its cells."""
    return replace(entry, cells=cells(entry.values, columns))


def values_of(row: Any) -> dict[str, Any]:
    """What a row of the index says, by the names of its fields; `asdict` would copy each value."""
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _unit(first: Sequence[Entry], names: Sequence[str]) -> tuple[Sequence[str], str]:
    """A unit that all rows have is said once."""
    units = {str(entry.values["unit"]) for entry in first if entry.values.get("unit")}
    if len(units) == 1:
        return [name for name in names if name != "unit"], line(units.pop())
    return names, ""


class Placed(Protocol):
    """A row of the index that was read somewhere."""

    @property
    def document_id(self) -> int: ...
    @property
    def document(self) -> str: ...
    @property
    def organisation(self) -> str | None: ...
    @property
    def year(self) -> int | None: ...
    @property
    def page(self) -> int | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def evidence(row: Placed, quote: str) -> Evidence:
    """Where a row of the index was read."""
    place = (row.document_id, row.document, row.organisation, row.year, row.page, row.start, row.end)
    return Evidence(*place, quote=quote)
