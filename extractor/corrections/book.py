"""`Corrections`: deciding about facts, taking decisions back, and what became of all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.corrections import log
from extractor.corrections.fields import KINDS, Row, checked, kind_of
from extractor.corrections.log import ACCEPT, CORRECT, REJECT, UNDO, Correction
from extractor.corrections.places import Finder
from extractor.errors import JuesuanError
from extractor.messages import say

if TYPE_CHECKING:
    from extractor.store.index import Index

Which = Any
"""A row of the index (ReasonRow, AmountRow, …), a record in contract form, or a pair (kind, id)."""

_ROWS = {
    "AmountRow": "amount",
    "ReasonRow": "variance",
    "CauseRow": "reason",
    "ProjectRow": "project",
    "IndicatorRow": "indicator",
    "FindingRow": "finding",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """A correction in force that applies to nothing now: its `document` is not in the index, or its `clause` gone."""

    correction: Correction
    missing: str


class Corrections:
    """The corrections beside one index. Nothing is kept in memory: another program may decide meanwhile.

    >>> Corrections.beside("index.db").correct(row, {"category": "人员变动"}, why="原文说的是退休")  # doctest: +SKIP
    """

    def __init__(self, db: Path, who: str | None = None) -> None:
        self.db = db
        self.file = log.beside(db)
        self._who = who

    @classmethod
    def beside(cls, db: str | Path, who: str | None = None) -> Corrections:
        """Those of the index at `db`; `who` decides: by default the environment's JUESUAN_WHO, else the user's name."""
        return cls(Path(db), who)

    def accept(self, row: Which, why: str = "") -> Correction:
        """The fact is right as it is told (a rejected one counts again)."""
        return self._decide(ACCEPT, row, why)

    def reject(self, row: Which, why: str = "") -> Correction:
        """The report does not say this: hidden from every answer, search by field and export."""
        return self._decide(REJECT, row, why)

    def correct(self, row: Which, changes: Mapping[str, Any], why: str = "") -> Correction:
        """These fields of the fact have these values: names of the row or of the contract, figures as decimals."""
        return self._decide(CORRECT, row, why, changes)

    def undo(self, correction_id: str, why: str = "") -> Correction:
        """Take back one decision; JuesuanError where there is none of that id in force."""
        undone = next((each for each in self.in_force() if each.id == correction_id), None)
        if undone is None:
            raise JuesuanError(say("corrections.unknown", id=correction_id))
        own = {"why": why, "undoes": correction_id, "kind": undone.kind}
        return self._append(log.made(UNDO, own.pop("kind"), undone.sha256, undone.document, self._who, **own))

    def all(self) -> list[Correction]:
        """Every line of the file, oldest first."""
        return log.read(self.file)

    def in_force(self) -> list[Correction]:
        """The decisions that are not undone, oldest first."""
        return log.in_force(self.all())

    def trail(self, row: Which) -> list[Correction]:
        """What was decided about this fact, oldest first, what was undone included."""
        corrections = self.all()
        with self._reading() as connection:
            kind, row_id = self._which(connection, row)
            sha256, document = self._document(connection, kind, row_id)
            finder = Finder(connection)
            own: set[str] = set()
            for each in corrections:
                here = each.sha256 == sha256 or each.document == document
                if here and each.action != UNDO and each.kind == kind:
                    place = finder.place(each)
                    if place.row == row_id and not place.missing:
                        own.add(each.id)
        return [each for each in corrections if each.id in own or each.undoes in own]

    def lost(self, index: Index | None = None) -> list[Lost]:
        """The decisions in force that apply to nothing in the index (this one's, or another's), and what is missing."""
        with self._reading(index.path if index else None) as connection:
            finder = Finder(connection)
            found = ((each, finder.place(each).missing) for each in self.in_force())
            return [Lost(each, missing) for each, missing in found if missing]

    def _decide(self, action: str, row: Which, why: str, changes: Mapping[str, Any] | None = None) -> Correction:
        with self._reading() as connection:
            kind, row_id = self._which(connection, row)
            new = checked(kind, changes or {}) if action == CORRECT else {}
            fact = self._fact(connection, kind, row_id)
            sha256, document = self._document(connection, kind, row_id)
        told = {name: (fact.get(name), value) for name, value in new.items()}
        kept = {name: value for name, value in fact.items() if name not in _NOT_KEPT}
        return self._append(
            log.made(action, kind, sha256, document, self._who, why=why, changes=told, fact=kept),
        )

    def _append(self, correction: Correction) -> Correction:
        log.append(self.file, correction)
        return correction

    @contextmanager
    def _reading(self, db: Path | None = None) -> Iterator[sqlite3.Connection]:
        from extractor.store.database import connect  # the index as it is read everywhere: only read

        connection = connect(db or self.db)
        connection.row_factory = None
        try:
            yield connection
        except sqlite3.Error as wrong:
            raise JuesuanError(say("db.query", path=self.db, detail=wrong)) from wrong
        finally:
            connection.close()

    def _which(self, connection: sqlite3.Connection, row: Which) -> tuple[str, int]:
        if isinstance(row, Mapping):
            return self._of_record(connection, row)
        kind, row_id = row if isinstance(row, tuple) else (_ROWS.get(type(row).__name__, ""), row.id)
        kind_of(kind)
        return str(kind), int(row_id)

    def _of_record(self, connection: sqlite3.Connection, record: Mapping[str, Any]) -> tuple[str, int]:
        """The row of a record in contract form: of the same document, clause and keys."""
        kind = str(record.get("record", ""))
        keys = [key for key in kind_of(kind).keys if record.get(key) is not None]
        tests = " AND ".join(f'"{key}" = ?' for key in ("document", "start", "end", *keys))
        sql = f"SELECT id FROM main.{KINDS[kind].view} WHERE {tests} ORDER BY id"
        values = [record.get(name) for name in ("document", "start", "end", *keys)]
        found = connection.execute(sql, values).fetchone()
        if found is None:
            raise JuesuanError(say("corrections.no_fact", kind=kind, id=record.get("start")))
        return kind, int(found[0])

    def _document(self, connection: sqlite3.Connection, kind: str, row_id: int) -> tuple[str, str]:
        """The digest and the name of the document that a fact is in."""
        of = f"SELECT document_id FROM main.{KINDS[kind].view} WHERE id = ?"
        sql = f"SELECT sha256, name FROM main.documents WHERE id = ({of})"
        found = connection.execute(sql, [row_id]).fetchone()
        if found is None:
            raise JuesuanError(say("corrections.no_fact", kind=kind, id=row_id))
        return found[0], found[1]

    def _fact(self, connection: sqlite3.Connection, kind: str, row_id: int) -> Row:
        """The fact as the extraction read it."""
        found = connection.execute(f"SELECT * FROM main.{KINDS[kind].view} WHERE id = ?", [row_id])
        row = found.fetchone()
        if row is None:
            raise JuesuanError(say("corrections.no_fact", kind=kind, id=row_id))
        return dict(zip((column[0] for column in found.description), row, strict=True))


_NOT_KEPT = frozenset({"id", "document_id", "variance_id", "indicator_id", "review"})
