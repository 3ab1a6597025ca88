"""The names that typed words are looked for in: those of documents, organisations and subjects, kept at hand."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from extractor.store.database import ReadOnly
from extractor.store.tokens import normalise

Stamp = tuple[object, ...]


@dataclass(frozen=True)
class Known:
    """The names of one state of the index, by id."""

    stamp: Stamp
    by_document: dict[int, str]
    by_subject: dict[int, str]
    said: tuple[str, ...]

    def documents(self, term: str) -> list[int]:
        """The documents in whose name, organisation, year, kind or status the normalised term stands."""
        return [id_ for id_, name in self.by_document.items() if term in name]

    def abbreviated(self, term: str) -> list[int]:
        """The documents of organisations whose names the term may abbreviate: its characters stand in them in order."""
        return [id_ for id_, name in self.by_document.items() if _abbreviates(term, name.partition("\n")[0])]

    def subjects(self, term: str) -> list[int]:
        """The subjects in whose path the normalised term stands."""
        return [id_ for id_, name in self.by_subject.items() if term in name]

    def categories(self, term: str) -> list[str]:
        """The `categories` of explained comparisons in which the normalised term stands."""
        return [each for each in self.said if term in each]


class Names:
    """Read once, and again when the index has grown. Usable from several threads."""

    def __init__(self, database: ReadOnly) -> None:
        self.database = database
        self._lock = Lock()
        self._held: Known | None = None

    def known(self) -> Known:
        """The names as they are now."""
        stamp = self._stamp()
        with self._lock:
            if self._held is None or self._held.stamp != stamp:
                self._held = Known(stamp, self._read_documents(), self._read_subjects(), self._read_categories())
            return self._held

    def _stamp(self) -> Stamp:
        return (*self.database.state(), self.database.value("SELECT max(id) FROM subjects"))

    def _read_documents(self) -> dict[int, str]:
        rows = self.database.rows("SELECT id, organisation, name, year, kind, status FROM documents")
        return {row[0]: "\n".join(normalise(str(part or "")) for part in row[1:]) for row in rows}

    def _read_subjects(self) -> dict[int, str]:
        return {row[0]: row[1] for row in self.database.rows("SELECT id, canonical FROM subjects")}

    def _read_categories(self) -> tuple[str, ...]:
        rows = self.database.rows("SELECT DISTINCT categories FROM explained WHERE categories IS NOT NULL")
        return tuple(row[0] for row in rows)


def _abbreviates(term: str, name: str) -> bool:
    characters = iter(name)
    return len(term) > 1 and all(character in characters for character in term)
