"""Of every passage of an index its year, organisation, heading and categories, kept as small numbers in memory.

Counting how a hundred thousand passages divide takes SQLite a second, and these arrays some milliseconds. They are read
once, where that pays (`worth`) or beforehand (`prepare`), and again where the documents have changed: 14 bytes a passage.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from extractor.store.database import ReadOnly

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[Any]]

READING = 8
"""About how many passages are read into the arrays in the time in which SQLite divides one that was found."""

_PASSAGES = "SELECT group_concat(id), group_concat(document_id), group_concat(coalesce(section_id, 0)) FROM passages"
_CATEGORIES = """SELECT categories, group_concat(id) FROM passages
    WHERE categories IS NOT NULL GROUP BY categories ORDER BY categories"""
_YEARS = "SELECT CAST(year AS TEXT), group_concat(id) FROM documents GROUP BY year ORDER BY year"
_ORGANISATIONS = "SELECT organisation, group_concat(id) FROM documents GROUP BY organisation ORDER BY organisation"
_HEADINGS = "SELECT title, group_concat(id) FROM sections GROUP BY title ORDER BY title"


@dataclass(frozen=True, slots=True)
class Facts:
    """`numbers[passage]` is the place of its value in `values`; 0, where `values` holds None, means that it has none."""

    values: tuple[str | None, ...]
    numbers: Numbers

    def count(self, passages: Numbers) -> Counter[str]:
        """How many of the passages have each value."""
        import numpy as np

        counts = np.bincount(self.numbers[passages], minlength=len(self.values))
        there = np.flatnonzero(counts).tolist()
        return Counter({value: int(counts[at]) for at in there if (value := self.values[at]) is not None})


@dataclass(frozen=True, slots=True)
class Places:
    """What the passages of an index are counted by; the ids of all are less than `size`."""

    size: int
    year: Facts
    organisation: Facts
    section: Facts
    category: Facts

    @classmethod
    def of(cls, database: ReadOnly) -> Places:
        """Those of the index as it is now."""
        state = _documents(database)
        with _READING:
            kept = _KEPT.get(database)
            if kept is None or kept[0] != state:
                kept = _KEPT[database] = state, cls._read(database)
        return kept[1]

    @classmethod
    def _read(cls, database: ReadOnly) -> Places:
        import numpy as np

        ids, documents, headings = map(numbers, database.rows(_PASSAGES)[0])
        size = int(ids.max(initial=0)) + 1

        def by(sql: str, of: Numbers | None, small: bool = False) -> Facts:
            rows = [(row[0], numbers(row[1])) for row in database.rows(sql)]
            last = max((int(own.max(initial=0)) for _, own in rows), default=0)
            codes = np.zeros(max(last, int(of.max(initial=0)) if of is not None else size - 1) + 1, np.int32)
            for code, (_, own) in enumerate(rows, 1):
                codes[own] = code
            if of is not None:
                of_passages = np.zeros(size, np.int32)
                of_passages[ids] = codes[of]
                codes = of_passages
            return Facts((None, *(row[0] for row in rows)), codes.astype(np.int16) if small else codes)

        return cls(
            size=size,
            year=by(_YEARS, documents, small=True),
            organisation=by(_ORGANISATIONS, documents),
            section=by(_HEADINGS, headings),
            category=by(_CATEGORIES, None),
        )


_KEPT: WeakKeyDictionary[ReadOnly, tuple[tuple[object, ...], Places]] = WeakKeyDictionary()
_READING = Lock()


def numbers(joined: str | None) -> Numbers:
    """The whole numbers that SQLite joined by commas."""
    import numpy as np

    return np.fromstring(joined or "", dtype=np.int64, sep=",")


def worth(database: ReadOnly, found: int) -> bool:
    """Whether the arrays are there already, or so much is to be divided that reading them first is quicker."""
    kept = _KEPT.get(database)
    if kept is not None and kept[0] == _documents(database):
        return True
    return found * READING > int(database.value("SELECT max(id) FROM passages") or 0)


def _documents(database: ReadOnly) -> tuple[object, ...]:
    """Changes whenever the documents do; corrections change none of this."""
    return database.state()[:-1]
