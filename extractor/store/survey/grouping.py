"""How rows divide: by category, year, organisation, class, subject …; and by how much of the budget was spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.store.database import ReadOnly
from extractor.store.survey.conditions import Where

BUDGETS = ("年初预算", "全年预算", "预算")

_EXPLAINED = {
    **{by: by for by in ("category", "year", "class", "compared_with", "direction")},
    "subject": "subject_id", "organisation": "document_id", "document": "document_id",
}  # fmt: skip
_NAMED = {
    "subject": ("s.name", "JOIN subjects s ON s.id = g.key"),
    "organisation": ("coalesce(d.organisation, d.name)", "JOIN documents d ON d.id = g.key"),
    "document": ("d.name", "JOIN documents d ON d.id = g.key"),
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
    condition, values = where
    counted = database.rows(f"{_grouped(by, condition)} ORDER BY 2 DESC, 1", values)
    if not with_sums:
        return [Group(*row) for row in counted]
    base = "" if every_base else f" AND e.compared_with IN ({', '.join(repr(each) for each in BUDGETS)})"
    item = f"e.depth = 3 AND e.budget IS NOT NULL AND e.actual IS NOT NULL{base}"
    parts = ("e.budget", "e.actual", "min(e.difference, 0)", "max(e.difference, 0)")
    found = database.rows(_grouped(by, f"{condition} AND {item}", parts), values)
    summed = {row[0]: tuple(row[1:]) for row in found}
    return [Group(value, count, *summed.get(value, ())) for value, count in counted]


def _grouped(by: str, condition: str, parts: Sequence[str] = ()) -> str:
    """Keys, counts and totals. What has a name is grouped by its id first: names are looked up once for each."""
    sums = "".join(f", total({part}) AS sum_{at}" for at, part in enumerate(parts))
    sql = f"SELECT e.{_EXPLAINED[by]} AS key, count(*) AS n{sums} FROM explained e WHERE {condition} GROUP BY 1"
    if by not in _NAMED:
        return sql
    name, join = _NAMED[by]
    sums = "".join(f", total(g.sum_{at})" for at, _ in enumerate(parts))
    return f"SELECT {name}, sum(g.n){sums} FROM ({sql}) g {join} GROUP BY 1"


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
