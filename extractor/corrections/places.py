"""Where a corrected fact stands in the index as it is now: its clause in the stored text, its row among the rows there."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.corrections.fields import KINDS, Row
from extractor.corrections.log import Correction

NO_DOCUMENT, NO_CLAUSE = "document", "clause"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: the document's id, the clause's span of its text, and the id of the row, None where the extraction
    no longer yields the fact. Nowhere: `missing` says whether the document or the clause is gone."""

    document_id: int = 0
    start: int = 0
    end: int = 0
    row: int | None = None
    missing: str | None = None


class Finder:
    """Finds the facts of corrections in one index, each document's rows and text read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._texts: dict[int, str] = {}
        self._rows: dict[tuple[int, str], list[Row]] = {}

    def place(self, correction: Correction) -> Place:
        """Where the fact of the correction is now."""
        documents = self._documents(correction)
        if not documents:
            return Place(missing=NO_DOCUMENT)
        for document_id in documents:
            span = self._clause(document_id, correction.fact)
            if span:
                row = self._row(document_id, correction, span)
                start, end = (row["start"], row["end"]) if row else span
                return Place(document_id, start, end, row["id"] if row else None)
        return Place(missing=NO_CLAUSE)

    def rows(self, document_id: int, kind: str) -> list[Row]:
        """The rows of a kind that the extraction read from a document."""
        key = document_id, kind
        if key not in self._rows:
            sql = f"SELECT * FROM main.{KINDS[kind].view} WHERE document_id = ? ORDER BY id"
            found = self._connection.execute(sql, [document_id])
            names = [column[0] for column in found.description]
            self._rows[key] = [dict(zip(names, each, strict=True)) for each in found]
        return self._rows[key]

    def document(self, document_id: int) -> Row:
        """The name and the organisation of a document, as the views tell them."""
        sql = "SELECT name, organisation FROM main.documents WHERE id = ?"
        return dict(
            zip(("document", "organisation"), self._connection.execute(sql, [document_id]).fetchone(), strict=True)
        )

    def _documents(self, correction: Correction) -> list[int]:
        """The document of this content; else those of its name: the same report, published anew."""
        for column, value in (("sha256", correction.sha256), ("name", correction.document)):
            sql = f"SELECT id FROM main.documents WHERE {column} = ? ORDER BY id"
            if found := [row[0] for row in self._connection.execute(sql, [value])]:
                return found
        return []

    def _clause(self, document_id: int, fact: Mapping[str, object]) -> tuple[int, int] | None:
        """The span of the quoted clause nearest to where it was, line breaks and blanks not minded."""
        quote, start = str(fact.get("quote") or ""), int(str(fact.get("start") or 0))
        text = self._text(document_id)
        if text[start : start + len(quote)] == quote:
            return (start, start + len(quote)) if quote else None
        pattern = r"\s*".join(re.escape(character) for character in quote if not character.isspace())
        spans = [match.span() for match in re.finditer(pattern, text)] if pattern else []
        return min(spans, key=lambda span: abs(span[0] - start)) if spans else None

    def _row(self, document_id: int, correction: Correction, span: tuple[int, int]) -> Row | None:
        """The row that says what the fact said, or what it was corrected to, about this clause; the likest one."""
        keys = KINDS[correction.kind].keys
        said, meant = correction.fact, {**correction.fact, **correction.new}
        near = [row for row in self.rows(document_id, correction.kind) if _overlap(row, span)]
        for must in (keys, keys[:-1], keys[:2]):
            for wanted in (said, meant):
                fitting = [row for row in near if all(row[key] == wanted.get(key) for key in must)]
                if fitting:
                    return min(fitting, key=lambda row: (_unlike(row, said, keys), abs(row["start"] - span[0])))
        return None

    def _text(self, document_id: int) -> str:
        if document_id not in self._texts:
            sql = "SELECT text FROM main.v_texts WHERE document_id = ?"
            found = self._connection.execute(sql, [document_id]).fetchone()
            self._texts[document_id] = found[0] if found else ""
        return self._texts[document_id]


def _overlap(row: Row, span: tuple[int, int]) -> bool:
    return bool(row["start"] < span[1] and row["end"] > span[0])


def _unlike(row: Row, fact: Mapping[str, object], keys: Iterable[str]) -> int:
    return sum(row[key] != fact.get(key) for key in keys)


Decided = tuple[Place, Sequence[Correction]]


def by_fact(finder: Finder, corrections: Iterable[Correction]) -> list[Decided]:
    """The corrections of each fact that is found, oldest first, and where it is."""
    found: dict[object, tuple[Place, list[Correction]]] = {}
    for each in corrections:
        place = finder.place(each)
        if place.missing:
            continue
        keys = tuple(each.fact.get(key) for key in KINDS[each.kind].keys)
        own = (each.kind, place.document_id, place.start, keys) if place.row is None else (each.kind, place.row)
        found.setdefault(own, (place, []))[1].append(each)
    return list(found.values())
