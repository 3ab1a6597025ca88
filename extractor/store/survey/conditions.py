"""Filters as conditions on the narrow rows of a list."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from extractor.store.filters import Filter
from extractor.store.marks import WHY
from extractor.store.stored import between
from extractor.store.survey.names import Known, Names
from extractor.store.tokens import normalise, phrase, terms

Resolve = Callable[[str], list[int]]
Where = tuple[str, list[Any]]

_SAID = "e.passage_id IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?)"
_AMONG = "IN (SELECT value FROM json_each(?))"
_EXPLAINED = {
    "year": "e.year", "leading": "e.category", "functional": "e.class", "compared_with": "e.compared_with",
    "direction": "e.direction",
}  # fmt: skip
_DOCUMENTS = {"year": "d.year", "report_year": "d.year", "kind": "d.kind", "status": "d.status"}
_FINDINGS = {"year": "f.year", "rule": "f.rule", "severity": "f.severity"}


class Conditions:
    """Makes conditions; knows the names of the index."""

    def __init__(self, names: Names, resolve: Resolve) -> None:
        self._names = names
        self._resolve = resolve

    def explained(self, wanted: Filter) -> Where:
        """On `explained e`."""
        match, (condition, values) = self.said(wanted)
        return f"{_SAID} AND {condition}" if match else condition, [match, *values] if match else values

    def said(self, wanted: Filter) -> tuple[str, Where]:
        """The words that can stand in paragraphs only, as an FTS5 expression ("" where there are none); the rest."""
        made = _Made()
        match: list[str] = []
        made.equal(wanted, _EXPLAINED)
        self._whose(made, wanted, "e.document_id")
        self._of_reports(made, wanted, "e.document_id")
        if wanted.subject is not None:
            made.among("e.subject_id", self._names.known().subjects(normalise(wanted.subject)))
        if wanted.subjects is not None:
            sql = "e.subject_id IN (SELECT id FROM subjects WHERE name IN (SELECT value FROM json_each(?)))"
            made.add(sql, json.dumps(list(wanted.subjects)))
        if wanted.review not in (None, "any"):
            made.add(*self._reviewed(str(wanted.review)))
        if wanted.category is not None:
            made.add("instr(e.categories, ?)", wanted.category)
        words = terms(" ".join(filter(None, (wanted.words, wanted.wording))))
        if words:
            known = self._names.known()
            for term in words:
                self._word(made, match, term, known)
        return " AND ".join([*match, f'"{WHY}"'] if match else []), made.where()

    def documents(self, wanted: Filter) -> Where:
        """On `documents d`."""
        made = _Made()
        made.equal(wanted, _DOCUMENTS)
        self._whose(made, wanted, "d.id")
        for term in terms(wanted.words or ""):
            known = self._names.known()
            made.among("d.id", known.documents(term) or known.abbreviated(term))
        return made.where()

    def findings(self, wanted: Filter) -> Where:
        """On `findings f`."""
        made = _Made()
        made.equal(wanted, _FINDINGS)
        self._whose(made, wanted, "f.document_id")
        self._of_reports(made, wanted, "f.document_id")
        for term in terms(wanted.words or ""):
            ids = json.dumps(self._names.known().documents(term))
            said = f"instr(norm(f.rule || f.message || {between('f')}), ?)"
            made.add(f"(f.document_id {_AMONG} OR {said})", ids, term)
        return made.where()

    def _reviewed(self, review: str) -> tuple[str, ...]:
        """What a person decided so about; `none`: nothing."""
        if not self._names.database.has("reviewed_explained"):
            return ("1" if review == "none" else "0",)
        own = "SELECT id FROM temp.reviewed_explained"
        return (f"e.id NOT IN ({own})",) if review == "none" else (f"e.id IN ({own} WHERE review = ?)", review)

    def _word(self, made: _Made, match: list[str], term: str, known: Known) -> None:
        """The word stands in the paragraph, the category, or the name of the subject, the organisation, the document.

        A word that stands nowhere (科协) may abbreviate the name of an organisation (科学技术协会).
        """
        said = phrase(term)
        within = f'{said} AND "{WHY}"'
        named: dict[str, Sequence[Any]] = {
            "document_id": known.documents(term),
            "subject_id": known.subjects(term),
            "categories": known.categories(term),
        }
        if not any(named.values()) and not self._said(within):
            named["document_id"] = known.abbreviated(term)
        if len(named["document_id"]) == len(known.by_document):
            return  # 年 or 2 stands in the name of each report
        if not any(named.values()):
            match.append(said)
            return
        ways, values = [_SAID], [within]
        for column, among in named.items():
            if among:  # without those that are empty, SQLite can look up the others in their indices
                ways.append(f"e.{column} {_AMONG}")
                values.append(json.dumps(among))
        made.add(f"({' OR '.join(ways)})", *values)

    def _said(self, match: str) -> bool:
        sql = "SELECT 1 FROM passages_fts WHERE passages_fts MATCH ? LIMIT 1"
        return self._names.database.value(sql, [match]) is not None

    def _whose(self, made: _Made, wanted: Filter, column: str) -> None:
        if wanted.organisation is not None:
            made.among(column, self._resolve(wanted.organisation))
        if wanted.whose is not None:
            sql = (
                f"{column} IN (SELECT id FROM documents WHERE organisation = ? OR (organisation IS NULL AND name = ?))"
            )
            made.add(sql, wanted.whose, wanted.whose)
        if wanted.documents is not None:
            made.among(column, wanted.documents)
        if wanted.document is not None:
            made.among(column, self._names.known().documents(normalise(wanted.document)))

    def _of_reports(self, made: _Made, wanted: Filter, column: str) -> None:
        for name, value in (("year", wanted.report_year), ("kind", wanted.kind)):
            if value is not None:
                made.add(f"{column} IN (SELECT id FROM documents WHERE {name} = ?)", value)


class _Made:
    def __init__(self) -> None:
        self._conditions: list[str] = []
        self._values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        self._conditions.append(condition)
        self._values += values

    def among(self, column: str, ids: Collection[int]) -> None:
        self.add(f"{column} {_AMONG}", json.dumps(list(ids)))

    def equal(self, wanted: Filter, columns: dict[str, str]) -> None:
        for name, column in columns.items():
            value = getattr(wanted, name)
            if value is not None:
                self.add(f"{column} = ?", value)

    def where(self) -> Where:
        return " AND ".join(self._conditions) or "1", self._values


def marks(values: Sequence[object]) -> str:
    """So many placeholders."""
    return ", ".join("?" * len(values))
