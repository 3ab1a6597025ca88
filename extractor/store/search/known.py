"""The names in an index that a field of a query may mean, read again where its documents have changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from extractor.store.database import ReadOnly
from extractor.store.tokens import normalise

_ORGANISATIONS = "SELECT DISTINCT coalesce(organisation, name) FROM documents WHERE +status = 'ok' ORDER BY 1"
_CATEGORIES = "SELECT DISTINCT category FROM reasons WHERE category IS NOT NULL ORDER BY 1"


@dataclass(frozen=True, slots=True)
class Known:
    """Organisations as they are named; subjects and categories normalised."""

    organisations: tuple[str, ...]
    subjects: tuple[str, ...]
    categories: tuple[str, ...]

    @classmethod
    def of(cls, database: ReadOnly) -> Known:
        """The names in the index."""
        state = database.state()
        kept = _KEPT.get(database)
        if kept is None or kept[0] != state:
            kept = _KEPT[database] = state, cls._read(database)
        return kept[1]

    @classmethod
    def _read(cls, database: ReadOnly) -> Known:
        def column(sql: str) -> tuple[str, ...]:
            return tuple(row[0] for row in database.rows(sql))

        subjects = column("SELECT canonical FROM subjects ORDER BY canonical")
        return cls(column(_ORGANISATIONS), subjects, tuple(map(normalise, column(_CATEGORIES))))


_KEPT: WeakKeyDictionary[ReadOnly, tuple[tuple[Any, ...], Known]] = WeakKeyDictionary()
