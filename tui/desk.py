"""The index opened once for each kind of query, so that a query that is overtaken can be ended without the others."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from extractor.store import Index, open_index
from extractor.store.survey import Kept, Names, Survey


@dataclass(frozen=True, slots=True)
class Table:
    """What queries of one kind work with."""

    index: Index
    survey: Survey


class Desk:
    """Opens what is asked for when it is asked for; used from the threads of workers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: dict[str, Table] = {}
        self._names: tuple[Index, Names] | None = None
        self._kept = Kept()
        self._lock = Lock()

    def table(self, name: str) -> Table:
        """The one for queries of this kind."""
        with self._lock:
            if name not in self._tables:
                index = open_index(self.path)
                self._tables[name] = Table(index, Survey(index, self._known(), self._kept))
            return self._tables[name]

    def _known(self) -> Names:
        """The names that typed words are looked up in: one for all, read over a connection that nobody interrupts."""
        if self._names is None:
            index = open_index(self.path)
            self._names = index, Names(index.database)
        return self._names[1]

    def warm(self) -> None:
        """Read the names before the first word is typed."""
        with self._lock:
            names = self._known()
        names.known()

    def interrupt(self, name: str) -> None:
        """End the queries of this kind that are running now."""
        with self._lock:
            table = self._tables.get(name)
        if table is not None:
            table.index.interrupt()

    def close(self) -> None:
        """Close all of them."""
        with self._lock:
            for table in self._tables.values():
                table.index.close()
            self._tables.clear()
            if self._names is not None:
                self._names[0].close()
