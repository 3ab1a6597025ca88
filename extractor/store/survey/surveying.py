"""`Survey`: the lists of an index, window by window."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.records import Row
from extractor.store import contract
from extractor.store.contract import EVERY
from extractor.store.database import ReadOnly
from extractor.store.filters import EVERYTHING, Filter
from extractor.store.rows import DocumentRow, ReasonRow
from extractor.store.stored import between
from extractor.store.survey import grouping, series
from extractor.store.survey.conditions import Conditions, Where, marks
from extractor.store.survey.grouping import Bin, Group
from extractor.store.survey.kept import Kept
from extractor.store.survey.names import Names
from extractor.store.survey.rows import FindingRow, Order
from extractor.store.survey.series import Peers, Point

if TYPE_CHECKING:
    from extractor.store.index import Index

_PLACE = Order()
_BATCH = 500
_FAR = 5_000
"""Rows down a list from which on it pays to ask whether the end is nearer."""
_FOUND = "passages_fts f CROSS JOIN explained e ON e.passage_id = f.rowid"
_EXPLAINED = {"year": "e.year", "subject": "e.class", "category": "e.category", "budget": "e.budget",
    "actual": "e.actual", "difference": "e.difference", "rate": "e.rate"}  # fmt: skip
_DOCUMENTS = {"organisation": "coalesce(d.organisation, d.name)", "year": "d.year", "kind": "d.kind",
    "pages": "d.pages", "facts": "d.facts", "findings": "d.findings", "status": "d.status", "name": "d.name",
    "indexed_at": "d.indexed_at"}  # fmt: skip
_FINDINGS = {"severity": "instr('error warning note', f.severity)", "rule": "f.rule", "year": "f.year"}

EXPLAINED_ORDERS = tuple(_EXPLAINED)
DOCUMENT_ORDERS = tuple(_DOCUMENTS)
FINDING_ORDERS = tuple(_FINDINGS)


class Survey:
    """Documents, explained comparisons and findings of an index as long lists. Usable from several threads.

    Several surveys of one index may share the `names` that they look typed words up in, and what was counted (`kept`).

    A window is at most `limit` rows from the row `offset` on; sums and rates as in `Group`, `Bin`, `Point`, `Peers`.
    """

    def __init__(self, index: Index, names: Names | None = None, kept: Kept | None = None) -> None:
        self._index = index
        self._database: ReadOnly = index.database
        self._conditions = Conditions(names or Names(self._database), index.documents_of)
        self._kept = kept or Kept()

    # Explained comparisons

    def explained(
        self, wanted: Filter = EVERYTHING, order: Order = _PLACE, limit: int = 100, offset: int = 0
    ) -> list[ReasonRow]:
        """A window of the explained comparisons."""
        return self.explained_rows(self.explained_ids(wanted, order, limit, offset))

    def explained_ids(
        self, wanted: Filter = EVERYTHING, order: Order = _PLACE, limit: int = -1, offset: int = 0
    ) -> list[int]:
        """Their ids (those of `variances`); without a limit all of them."""
        table = self._explained(wanted)
        match, (condition, values) = self._conditions.said(wanted)
        if match and order.by is None and limit > 0 and not self._database.has(f"{EVERY}explained"):
            # Rows and paragraphs have ids in the order of their places: what the index finds first comes first.
            sql = f"SELECT e.id FROM {_FOUND} WHERE f.passages_fts MATCH ? AND {condition} LIMIT ? OFFSET ?"
            return [row[0] for row in self._database.rows(sql, [match, *values, limit, offset])]
        condition, values = self._conditions.explained(wanted)
        total = self.count_explained(wanted) if offset >= _FAR else 0
        if backwards := offset > total - offset > 0:  # the end is nearer
            limit = min(limit, total - offset) if limit >= 0 else total - offset
            offset = total - offset - limit
        by = _by(_EXPLAINED, order, "e.id", backwards)
        sql = f"SELECT e.id FROM {table} WHERE {condition} ORDER BY {by} LIMIT ? OFFSET ?"
        found = [row[0] for row in self._database.rows(sql, [*values, limit, offset])]
        return found[::-1] if backwards else found

    def explained_rows(self, ids: Sequence[int]) -> list[ReasonRow]:
        """The explained comparisons with these ids, in this order; those that are gone left out."""
        columns = ", ".join(f'"{field.name}"' for field in fields(ReasonRow))
        every = f"{EVERY}v_variances"  # whoever has the id of a rejected one may look at it
        view = every if self._database.has(every) else "v_variances"
        sql = f"SELECT {columns} FROM {view} WHERE id IN ({marks(ids)})"
        found = {row[0]: ReasonRow(*row) for row in self._database.rows(sql, ids)}
        return [found[each] for each in ids if each in found]

    def count_explained(self, wanted: Filter = EVERYTHING) -> int:
        """How many there are."""

        def count() -> int:
            match, (condition, values) = self._conditions.said(wanted)
            if match and not self._database.has(f"{EVERY}explained"):
                return self._count(_FOUND, (f"f.passages_fts MATCH ? AND {condition}", [match, *values]))
            return self._count(self._explained(wanted), self._conditions.explained(wanted))

        return self._kept.get(self._database.state(), f"count {wanted}", count)

    def explained_by(self, by: str, wanted: Filter = EVERYTHING, *, with_sums: bool = True) -> list[Group]:
        """The explained comparisons by category, year, class, compared_with, direction, subject, organisation …"""

        def divide() -> list[Group]:
            condition = self._conditions.explained(wanted)
            return grouping.explained(self._database, by, condition, bool(wanted.compared_with), with_sums)

        whole = wanted == EVERYTHING
        return self._kept.get(self._database.state(), f"{by} {with_sums} {wanted}", divide, lasting=whole)

    def rates(self, wanted: Filter = EVERYTHING, edges: Sequence[float] = tuple(range(0, 160, 10))) -> list[Bin]:
        """How the completion rates of the explained comparisons with a budget are distributed."""
        return grouping.rates(self._database, self._conditions.explained(wanted), edges)

    def records(self, kind: str, ids: Sequence[int], more: Mapping[str, str] = MappingProxyType({})) -> dict[int, Row]:
        """The records of a kind with these ids, in contract form, by id; those that were rejected or are gone left out.

        `more` adds fields behind those of the contract: name → column of the kind's view.
        """
        found: dict[int, Row] = {}
        added = "".join(f', "{column}"' for column in more.values())
        sql = f"SELECT id, {contract.columns(kind)}{added} FROM {contract.view(kind)} WHERE id IN"
        for at in range(0, len(ids), _BATCH):
            some = ids[at : at + _BATCH]
            for id_, *row in self._database.rows(f"{sql} ({marks(some)})", some):
                own = len(row) - len(more)
                found[id_] = contract.row(kind, row[:own]) | dict(zip(more, row[own:], strict=True))
        return found

    # Documents

    def documents(
        self, wanted: Filter = EVERYTHING, order: Order = _PLACE, limit: int = 100, offset: int = 0
    ) -> list[DocumentRow]:
        """A window of the documents; without an order those that were read first, by organisation and year."""
        condition, values = self._conditions.documents(wanted)
        columns = ", ".join(f'd."{field.name}"' for field in fields(DocumentRow))
        by = _by(_DOCUMENTS, order, "d.status <> 'ok', coalesce(d.organisation, d.name), d.year, d.id")
        sql = f"SELECT {columns} FROM documents d WHERE {condition} ORDER BY {by} LIMIT ? OFFSET ?"
        return [DocumentRow(*row) for row in self._database.rows(sql, [*values, limit, offset])]

    def count_documents(self, wanted: Filter = EVERYTHING) -> int:
        """How many there are."""
        return self._count("documents d", self._conditions.documents(wanted))

    # Findings

    def findings(
        self, wanted: Filter = EVERYTHING, order: Order = _PLACE, limit: int = 100, offset: int = 0
    ) -> list[FindingRow]:
        """A window of the findings."""
        condition, values = self._conditions.findings(wanted)
        sql = f"""SELECT f.id, f.document_id, d.name, d.organisation, f.year, f.rule, f.severity, f.message, f.expected,
            f.observed, f.evidence, f.page, f.start, f."end", {between("f")}
            FROM findings f JOIN documents d ON d.id = f.document_id
            WHERE {condition} ORDER BY {_by(_FINDINGS, order, "f.id")} LIMIT ? OFFSET ?"""
        return [_finding(row) for row in self._database.rows(sql, [*values, limit, offset])]

    def count_findings(self, wanted: Filter = EVERYTHING) -> int:
        """How many there are."""
        return self._count("findings f", self._conditions.findings(wanted))

    def findings_by(self, by: str, wanted: Filter = EVERYTHING) -> list[Group]:
        """The findings by rule, severity, year or organisation."""
        return grouping.findings(self._database, by, self._conditions.findings(wanted))

    # One subject

    def years(self, subject: str, whose: str) -> list[Point]:
        """Budget and outturn of a subject (its exact path) in every year of an organisation's reports."""
        return series.years(self._database, subject, whose)

    def peers(self, subject: str, year: int, whose: str, measure: str = "决算数") -> Peers | None:
        """The same subject in the same year over all organisations."""
        return series.peers(self._database, subject, year, measure, whose)

    def _explained(self, wanted: Filter) -> str:
        """What to read the narrow rows from: with the rejected ones where they are asked for and there are any."""
        every = f"{EVERY}explained"
        return f"{every} e" if wanted.every and self._database.has(every) else "explained e"

    def _count(self, table: str, where: Where) -> int:
        return int(self._database.value(f"SELECT count(*) FROM {table} WHERE {where[0]}", where[1]))


def _by(columns: dict[str, str], order: Order, last: str, backwards: bool = False) -> str:
    last = f"{last} DESC" if backwards else last
    if order.by is None:
        return last
    way = "DESC" if order.descending != backwards else "ASC"
    return f"{columns[order.by]} {way} NULLS {'FIRST' if backwards else 'LAST'}, {last}"


def _finding(row: tuple[object, ...]) -> FindingRow:
    values = list(row)
    values[10] = tuple((start, end) for start, end in json.loads(str(values[10] or "[]")))
    return FindingRow(*values)  # type: ignore[arg-type]
