"""The names in an index that a field of a query may mean, read again where its documents have changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from extractor.store.database import ReadOnly
from extractor.store.names import matching
from extractor.store.tokens import normalise

if TYPE_CHECKING:
    from extractor.organisations.units import Units

_ORGANISATIONS = "SELECT DISTINCT coalesce(organisation, name) FROM documents WHERE +status = 'ok' ORDER BY 1"
_CATEGORIES = "SELECT DISTINCT category FROM reasons WHERE category IS NOT NULL ORDER BY 1"


@dataclass(frozen=True, slots=True)
class Known:
    """Organisations as they are named, and the `units` they are reconciled to; subjects and categories normalised."""

    organisations: tuple[str, ...]
    units: Units
    subjects: tuple[str, ...]
    categories: tuple[str, ...]

    @classmethod
    def of(cls, database: ReadOnly) -> Known:
        """The names in the index."""
        from extractor.organisations.units import Units  # it works on the store

        units = Units.of(database)
        state = *database.state(), units
        kept = _KEPT.get(database)
        if kept is None or kept[0] != state:
            kept = _KEPT[database] = state, cls._read(database, units)
        return kept[1]

    @classmethod
    def _read(cls, database: ReadOnly, units: Units) -> Known:
        def column(sql: str) -> tuple[str, ...]:
            return tuple(row[0] for row in database.rows(sql))

        subjects = column("SELECT canonical FROM subjects ORDER BY canonical")
        return cls(column(_ORGANISATIONS), units, subjects, tuple(map(normalise, column(_CATEGORIES))))

    def organisation(self, typed: str) -> list[str]:
        """The names in the index that a typed one may mean, those of the same organisations included."""
        found = matching(typed, (*self.organisations, *self.units.aliases))
        return list(self.units.all_names(found))


_KEPT: WeakKeyDictionary[ReadOnly, tuple[tuple[Any, ...], Known]] = WeakKeyDictionary()
