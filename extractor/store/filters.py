"""What a caller may ask of rows (`Filter`) and how that becomes a parameterised WHERE."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from extractor.store.tokens import normalise, terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows; None does not restrict, and a field that a kind of row has no column for does not either.

    organisation  a name, part of one or its short form (洪山科协), reconciled with the names in the index
    year          the fiscal year the value belongs to (of a document: its report year)
    report_year   the year of the report
    subject       part of the subject's path, quotation marks and script ignored
    subjects      exactly one of these paths
    measure       exactly this measure
    category      part of a category's name; any cause of an explanation counts, not only the leading one
    wording       words that all stand in the explanation (of rows without one: in the quoted clause)
    direction, compared_with, source   exactly this word
    project       part of a project's name
    indicator     part of an indicator's name
    document      part of the document's name
    documents     exactly one of these document ids
    kind          the kind of report (决算, 预算, 绩效)
    status        the status of a document
    ids           exactly one of these ids of rows
    review        accepted, corrected, rejected or none; any: the rejected too, which are else hidden

    What only lists (`Survey`) heed:

    words         words that all stand in the row: its organisation, document, subject, category or paragraph
    leading       exactly this category of the leading reason
    whose         exactly this organisation; a document without one goes by its own name
    functional    exactly this functional class (类) of the subject
    rule, severity   of a finding
    """

    organisation: str | None = None
    year: int | None = None
    report_year: int | None = None
    subject: str | None = None
    subjects: Collection[str] | None = None
    measure: str | None = None
    category: str | None = None
    wording: str | None = None
    direction: str | None = None
    compared_with: str | None = None
    source: str | None = None
    project: str | None = None
    indicator: str | None = None
    document: str | None = None
    documents: Collection[int] | None = None
    kind: str | None = None
    status: str | None = None
    words: str | None = None
    leading: str | None = None
    whose: str | None = None
    functional: str | None = None
    rule: str | None = None
    severity: str | None = None
    review: str | None = None
    ids: Collection[int] | None = None

    @property
    def every(self) -> bool:
        """True where rejected rows are asked for."""
        return self.review in ("rejected", "any")


EVERYTHING = Filter()

Where = tuple[str, list[Any]]
Resolve = Callable[[str], list[int]]

_EXACT = ("year", "measure", "direction", "compared_with", "source", "status")
_PART = {"subject": "subject", "project": "project", "indicator": "indicator"}


def where(wanted: Filter, columns: Collection[str], resolve: Resolve) -> Where:
    """The condition and its parameters, for a view with `columns`.

    `resolve` turns the name of an organisation into the ids of its documents.
    """
    conditions: list[str] = []
    values: list[Any] = []

    def demand(condition: str, *parameters: Any) -> None:
        conditions.append(condition)
        values.extend(parameters)

    document_id = "document_id" if "document_id" in columns else "id"
    for name in _EXACT:
        value = getattr(wanted, name)
        if value is not None and name in columns:
            demand(f'"{name}" = ?', value)
    for name, column in _PART.items():
        value = getattr(wanted, name)
        if value is not None and column in columns:
            demand(f'instr(norm("{column}"), ?)', normalise(value))
    if wanted.subjects is not None and "subject" in columns:
        demand(f"subject IN ({_marks(wanted.subjects)})", *wanted.subjects)
    if wanted.category is not None and "category" in columns:
        demand(f"instr({'categories' if 'categories' in columns else 'category'}, ?)", wanted.category)
    if wanted.wording is not None and ("reason" in columns or "quote" in columns):
        for word in terms(wanted.wording):
            demand(f"instr(norm({'reason' if 'reason' in columns else 'quote'}), ?)", word)
    if wanted.ids is not None:
        demand("id IN (SELECT value FROM json_each(?))", json.dumps(list(wanted.ids)))
    if wanted.review not in (None, "any") and "review" in columns:
        demand("review IS ?", None if wanted.review == "none" else wanted.review)
    _which_documents(wanted, document_id, resolve, demand)
    return " AND ".join(conditions) or "1", values


def _which_documents(wanted: Filter, column: str, resolve: Resolve, demand: Callable[..., None]) -> None:
    if wanted.organisation is not None:
        ids = resolve(wanted.organisation)
        demand(f"{column} IN ({_marks(ids)})", *ids)
    if wanted.documents is not None:
        demand(f"{column} IN ({_marks(wanted.documents)})", *wanted.documents)
    if wanted.document is not None:
        demand(f"{column} IN (SELECT id FROM documents WHERE instr(norm(name), ?))", normalise(wanted.document))
    if wanted.report_year is not None:
        demand(f"{column} IN (SELECT id FROM documents WHERE year = ?)", wanted.report_year)
    if wanted.kind is not None:
        demand(f"{column} IN (SELECT id FROM documents WHERE kind = ?)", wanted.kind)


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values)) or "NULL"
