"""How rows divide: by category, year, organisation, class, subject …; and by how much of the budget was spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.store.database import ReadOnly
from extractor.store.survey.conditions import Where

BUDGETS = ("年初预算", "全年预算", "预算")

_EXPLAINED = {
    "category": ("e.category", ""),
    "year": ("e.year", ""),
    "class": ("e.class", ""),
    "compared_with": ("e.compared_with", ""),
    "direction": ("e.direction", ""),
    "subject": ("s.name", "JOIN subjects s ON s.id = e.subject_id"),
    "organisation": ("coalesce(d.organisation, d.name)", "JOIN documents d ON d.id = e.document_id"),
    "document": ("d.name", "JOIN documents d ON d.id = e.document_id"),
}
_FINDINGS = {
    "rule": ("f.rule", ""),
    "severity": ("f.severity", ""),
    "year": ("f.year", ""),
    "organisation": ("coalesce(d.organisation, d.name)", "JOIN documents d ON d.id = f.document_id"),
}

EXPLAINED_BY = tuple(_EXPLAINED)
FINDINGS_BY = tuple(_FINDINGS)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with the same `value` (None: they say nothing there).

    Sums are in yuan, over items (款/项 in full: never a total beside its parts) of which both figures are known,
    compared with a budget where the filter names no other base: `budget`, `actual`, `less` and `more` (what fell short,
    negative, and what exceeded). They are 0 where no such item is among the rows, which `summed` counts.
    """

    value: str | int | None
    count: int
    summed: int = 0
    budget: float = 0.0
    actual: float = 0.0
    less: float = 0.0
    more: float = 0.0

    @property
    def difference(self) -> float:
        """Actual less budget, in yuan."""
        return self.less + self.more


@dataclass(frozen=True, slots=True)
class Bin:
    """`count` rows whose rate is at least `low` and less than `high`; None is without end."""

    low: float | None
    high: float | None
    count: int


def explained(database: ReadOnly, by: str, where: Where, every_base: bool, with_sums: bool) -> list[Group]:
    """Explained comparisons by one of EXPLAINED_BY, the most frequent first."""
    key, join = _EXPLAINED[by]
    condition, values = where
    grouped = f"FROM explained e {join} WHERE {condition}"
    counted = database.rows(f"SELECT {key}, count(*) {grouped} GROUP BY 1 ORDER BY 2 DESC, 1", values)
    if not with_sums:
        return [Group(*row) for row in counted]
    base = "" if every_base else f" AND e.compared_with IN ({', '.join(repr(each) for each in BUDGETS)})"
    item = f"e.depth = 3 AND e.budget IS NOT NULL AND e.actual IS NOT NULL{base}"
    parts = ("e.budget", "e.actual", "min(e.difference, 0)", "max(e.difference, 0)")
    sums = ", ".join(f"total({part})" for part in parts)
    found = database.rows(f"SELECT {key}, count(*), {sums} {grouped} AND {item} GROUP BY 1", values)
    summed = {row[0]: tuple(row[1:]) for row in found}
    return [Group(value, count, *summed.get(value, ())) for value, count in counted]


def findings(database: ReadOnly, by: str, where: Where) -> list[Group]:
    """Findings by one of FINDINGS_BY, the most frequent first."""
    key, join = _FINDINGS[by]
    condition, values = where
    sql = f"SELECT {key}, count(*) FROM findings f {join} WHERE {condition} GROUP BY 1 ORDER BY 2 DESC, 1"
    return [Group(*row) for row in database.rows(sql, values)]


def rates(database: ReadOnly, where: Where, edges: Sequence[float]) -> list[Bin]:
    """How many comparisons with a budget have a rate in each of the bins between `edges`, and beyond them."""
    condition, values = where
    place = "CASE " + " ".join(f"WHEN e.rate < {float(edge)} THEN {at}" for at, edge in enumerate(edges))
    base = ", ".join(repr(each) for each in BUDGETS)
    sql = f"""SELECT {place} ELSE {len(edges)} END, count(*) FROM explained e
        WHERE {condition} AND e.rate IS NOT NULL AND e.compared_with IN ({base}) GROUP BY 1"""
    counted = {row[0]: row[1] for row in database.rows(sql, values)}
    bounds = [None, *edges, None]
    return [Bin(bounds[at], bounds[at + 1], counted.get(at, 0)) for at in range(len(edges) + 1)]
