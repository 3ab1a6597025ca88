"""What the screen lists: plain data between the queries (tui/queries.py) and the widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a row was read: the clause `quote` at `start`:`end` (character offsets) of a document's stored text."""

    document_id: int
    document: str
    organisation: str | None
    year: int | None
    page: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column by the name of its words (`col.<name>`); widths in terminal cells.

    `least` to `most` is how far it may shrink and grow; `drop` > 0 may be left out where room is short, highest first.
    """

    name: str
    least: int
    most: int
    right: bool = False
    keep_end: bool = False
    faint: bool = False
    drop: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One safe line of text; `marks` are the (start, end) spans of it to highlight."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its cells in the order of the listing's columns, and where it was read (None: nowhere)."""

    cells: tuple[Cell, ...]
    evidence: Evidence | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the rows, and whether more follow."""

    entries: tuple[Entry, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What stands above the rows of an answer: the question as understood, then the answer or why there is none."""

    understood: str = ""
    answer: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under a title: the first `page`, and `rest`, which fetches the page after so many rows (in a worker).

    `total` is how many rows there are in all, None where nobody counted; `empty` is what to say where there are none.
    """

    title: str
    columns: tuple[Column, ...] = ()
    page: Page = Page()
    rest: Callable[[int], Page] | None = None
    total: int | None = None
    unit: str = ""
    empty: str = ""
    said: Said | None = None
    suggestions: tuple[str, ...] = ()
