"""What the screen lists: plain data between the queries (tui/lists) and the widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.records import Row

Values = Mapping[str, object]
"""What a row says, by the name of its column."""

Key = tuple[str, object]
"""What a row is known by: the kind of its record and its id, or what else tells it from all others."""


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
    `figure` columns are aligned at the decimal point and never cut.
    """

    name: str
    least: int
    most: int
    figure: bool = False
    keep_end: bool = False
    faint: bool = False
    drop: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One safe line of text; `marks` are the (start, end) spans to highlight, from `aside` on it is of less weight."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    aside: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its cells in the order of the listing's columns, and the places it was read from, the first to show.

    `values` are what it says (for its card), `record` the record in contract form where it is at hand; `review` is what
    a person decided about it (accepted, corrected, rejected).
    """

    key: Key
    cells: tuple[Cell, ...]
    evidence: tuple[Evidence, ...] = ()
    values: Values = field(default_factory=dict)
    record: Row | None = None
    review: str | None = None
    faint: bool = False


Fetch = Callable[[int, int], list[Entry]]
"""The entries from an offset on, so many at most; runs in a worker."""


@dataclass(frozen=True, slots=True)
class Listing:
    """`total` rows under columns: the `first` of them, and `fetch` for the others; `counted` counts them (in a worker)
    where `total` is only how many there are at least.

    `by` and `descending` say how they are sorted; `sorts` and `groups` by what they can be; `empty` is what to say where
    there are none. `keys` gives (in a worker) the keys of all rows, where they have ids.
    """

    columns: tuple[Column, ...] = ()
    total: int = 0
    first: tuple[Entry, ...] = ()
    fetch: Fetch | None = None
    counted: Callable[[], int] | None = None
    unit: str = ""
    empty: str = ""
    by: str | None = None
    descending: bool = False
    keys: Callable[[], list[Key]] | None = None
    count: str = "count.reasons"
    extra: Any = None
    """What else a place wants to know of what it lists."""

    @property
    def told(self) -> str:
        """How many rows there are, or more than how many."""
        return f"{self.total:,}" if self.counted is None else f"{self.total - 1:,}+"
