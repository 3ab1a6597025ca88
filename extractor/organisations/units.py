"""Names of one organisation as one: what questions and searches of an index go by, where a person decided about names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from extractor.organisations.decisions import Decisions
from extractor.organisations.reconciling import named
from extractor.store.database import ReadOnly


@dataclass(frozen=True, eq=False, slots=True)
class Units:
    """Of the names that are not alone: `canonical` name → what its organisation is called, `aliases` the other way.

    Without decisions both are empty, and every name stands for itself.
    """

    canonical: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, database: ReadOnly) -> Units:
        """Those of the index as it is now; the same object as long as neither it nor a decision changes."""
        file = Decisions.beside(database.path).file
        try:
            found = file.stat()
        except OSError:
            return NO_UNITS
        state = (*database.state()[:-1], found.st_mtime_ns, found.st_size)
        kept = _KEPT.get(database)
        if kept is None or kept[0] != state:
            kept = _KEPT[database] = state, cls._read(database)
        return kept[1]

    @classmethod
    def _read(cls, database: ReadOnly) -> Units:
        aliases = {one.name: one.aliases for one in named(database) if one.aliases != (one.name,)}
        return cls({alias: name for name, own in aliases.items() for alias in own}, aliases)

    def name(self, name: str) -> str:
        """What the organisation of that name is called."""
        return self.canonical.get(name, name)

    def all_names(self, names: Iterable[str]) -> tuple[str, ...]:
        """Every name that the reports of the organisations of these names give them."""
        called = (self.name(name) for name in names)
        return tuple(dict.fromkeys(alias for name in called for alias in self.aliases.get(name, (name,))))


NO_UNITS = Units()
_KEPT: WeakKeyDictionary[ReadOnly, tuple[tuple[object, ...], Units]] = WeakKeyDictionary()
