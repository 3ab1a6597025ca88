"""The records that meet the filters of a query, each thing once: items, classes, lines, projects, indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.questions.facts import Fact, Finder, Where, documents_of, number, one_each, whole_columns
from extractor.questions.measures import (
    CHANGED_BY,
    INDICATOR_COLUMNS,
    PROJECT_COLUMNS,
    VARIANCE_COLUMNS,
    chain,
    measured,
)
from extractor.questions.query import ACTUAL, CHANGE, CHANGE_RATE, GAP, RATE, SHARE, Intent, Limit, Query, Target
from extractor.questions.result import Nothing, best_tier, names_of
from extractor.questions.wording import tell
from extractor.questions.words import words

_COMPARISONS = (RATE, GAP, CHANGE, CHANGE_RATE)


def found(query: Query, finder: Finder) -> list[Fact]:
    """The records that meet the filters of the query, one a thing, by document and place."""
    if query.target is Target.FINDINGS:
        _refuse(query, "cause", "direction", "zero_budget", "unmet", "limits", "unexplained", "subjects")
        return finder.find("finding", Where().where(query.organisations, query.years))
    if query.target is Target.INDICATORS:
        return _indicators(query, finder)
    if query.target is Target.PROJECTS:
        return _projects(query, finder)
    facts = _comparisons(query, finder) if _compares(query) else _amounts(query, finder)
    if query.direction == "未发生" and query.subjects:
        nothing = replace(query, direction=None, limits=(*query.limits, Limit(ACTUAL, "=", Decimal(0), "")))
        facts = one_each([*facts, *_amounts(nothing, finder)], lambda f: (f.organisation, f.year, f.subject))
    if facts or query.target is not Target.ITEMS or query.under:
        return facts
    if query.organisations or query.measure == SHARE:  # a report may explain no more than the classes
        facts = found(replace(query, target=Target.CLASSES), finder)
    if (
        not facts and query.cause and not query.cause.negated and query.intent is Intent.WHICH
    ):  # or only totals and costs
        facts = found(replace(query, target=None), finder)
    return facts


def _compares(query: Query) -> bool:
    """Whether the filters speak of a comparison, not only of an amount."""
    measures = {query.measure, *(limit.measure for limit in query.limits)}
    filtered = query.cause or query.direction or query.unexplained or query.zero_budget or query.changed
    return bool(filtered or measures & set(_COMPARISONS) or (query.compared_with and query.intent is not Intent.RANK))


def _which(query: Query) -> Where:
    """Of the organisations, years and subjects asked for: items, classes, or lines of any kind."""
    where = Where().where(query.organisations, query.years).among("document_id", query.documents)
    if query.subjects:
        where.among("subject", names_of(query.subjects))
    elif query.target is Target.CLASSES:
        where.classes()
    elif query.target is Target.COSTS:
        where.costs()
    elif query.target is Target.ITEMS or query.intent is not Intent.WHICH:
        where.items(query.under)
    if query.excluded:
        where.add(f"subject NOT IN ({', '.join('?' * len(query.excluded))})", *query.excluded)
    return where


def _comparisons(query: Query, finder: Finder) -> list[Fact]:
    where = _which(query).cause(query.cause)
    bases = query.compared_with
    if query.measure == GAP and not bases:  # without a base it is the budget, or what there is
        planned = _comparisons(replace(query, compared_with=words().bases["年初预算"]), finder)
        return planned or _comparisons(replace(query, measure=CHANGE), finder)
    if query.measure in (CHANGE, CHANGE_RATE) and not bases:  # without a base it is the year before, if it is told
        told = _comparisons(replace(query, compared_with=words().bases["上年"]), finder)
        if told or query.target is not Target.ITEMS:
            return told
    where.among("compared_with", bases)
    if query.direction:
        where.add("direction = ?", query.direction)
    elif query.changed and query.intent is not Intent.RANK:
        where.among("direction", ("增加", "减少"))
    if query.unexplained:
        where.add("reason IS NULL")
    if query.zero_budget:
        where.add("CAST(budget AS REAL) = 0 AND budget IS NOT NULL")
    for limit in query.limits:
        column = VARIANCE_COLUMNS.get(limit.measure)
        if column is None:
            raise Nothing(tell("nothing.limit", measure=limit.measure))
        if column == "change_rate":
            column = CHANGED_BY
        if query.direction and column.startswith(("difference", "coalesce")):
            column = f"abs(CAST({column} AS REAL))"
        where.limit(limit, column)
    bare = not (query.measure or bases or query.cause or query.subjects)
    if query.direction in ("增加", "减少") and bare:
        where.among("compared_with", (*words().bases["年初预算"], *words().bases["上年"]))
    facts = finder.find("variance", where)
    if query.intent is Intent.RANK and query.measure:  # a total without the figure does not stand before one with it
        facts = [fact for fact in facts if measured(fact, query.measure)]
    return _distinct(query, facts)


LEADING, MORE = 100, 4
"""Documents, those with the largest or the smallest amounts, whose organisations alone are read where the first few of
many are wanted; and how many times as many where these do not tell."""


def leading(query: Query, finder: Finder, documents: int) -> tuple[tuple[int, ...], Decimal] | None:
    """Of many amounts, the `documents` (or more) of the organisations with the largest or least, and the size where
    they end.

    None where there are few, or where something else than amounts is ranked: then all of them are read.
    """
    if query.target is not Target.ORGANISATIONS or not (query.subjects and query.limit) or _compares(query):
        return None
    if query.measure == SHARE:
        return None
    wanted = max(documents, 5 * query.limit)
    where = _which(query).among("measure", chain(query.measure)).add("unit IS NOT ?", "%")
    sizes = finder.extremes(where, query.order == "desc", wanted)
    if len(sizes) < wanted:
        return None
    first = {document for document, _ in sizes}
    marks = ", ".join("?" * len(first))
    sql = f"SELECT DISTINCT coalesce(organisation, name) FROM documents WHERE id IN ({marks})"
    names = finder.units.all_names(row[0] for row in finder.index.select(sql, [*first]))
    ids = tuple(row[0] for row in finder.index.select(documents_of(names), [*names, *names]))
    return ids, sizes[-1][1]


def _amounts(query: Query, finder: Finder) -> list[Fact]:
    limited = query.limits[0].measure if query.limits else None
    zero = all(limit.comparator == "=" and not limit.value for limit in query.limits)
    measures = chain(query.measure or (None if zero else limited))
    where = _which(query).among("measure", measures)
    where.add("unit = ?", "%") if measures == (SHARE,) else where.add("unit IS NOT ?", "%")
    for limit in query.limits:
        if chain(limit.measure) != measures and limit.measure not in (query.measure, ACTUAL):
            raise Nothing(tell("nothing.limit", measure=limit.measure))
        where.limit(limit, "value")
    facts = whole_columns(finder.find("amount", where))
    rank = {measure: at for at, measure in enumerate(measures)}
    best: dict[tuple[str, int | None, str], int] = {}
    for fact in facts:
        whose = fact.organisation, fact.year, fact.subject
        best[whose] = min(best.get(whose, 99), rank[fact.row["measure"]])
    facts = [f for f in facts if rank[f.row["measure"]] == best[f.organisation, f.year, f.subject]]
    return _distinct(query, facts)


def _distinct(query: Query, facts: Sequence[Fact]) -> list[Fact]:
    """Every thing once; of the items none that other items found are parts of."""
    for named in query.subjects:
        names = set(named.names)
        others = [f for f in facts if f.subject not in names]
        facts = others + best_tier(named, [f for f in facts if f.subject in names])
    if query.target is Target.ORGANISATIONS:
        return one_each(facts, lambda f: (f.organisation, f.year, f.subject, f.row.get("compared_with")))
    once = one_each(facts, lambda f: (f.organisation, f.year, f.subject))
    if query.target is Target.ITEMS:
        parents = {(f.organisation, f.year, p) for f in once for p in _above(f.subject)}
        once = [f for f in once if (f.organisation, f.year, f.subject) not in parents]
        once = _said_once(once, {(f.organisation, f.year, f.subject) for f in facts if f.row["source"] == "table"})
    return once


def _said_once(facts: Sequence[Fact], tabled: Container[tuple[str, int | None, str]]) -> list[Fact]:
    """Without the table cells that repeat, under another path, an item of the text: of its class and value.

    `tabled` are the organisation, year and subject of every cell: an item of the text that has a cell of its own is
    repeated by no other.
    """
    told: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.row["source"] != "table":
            told[_worth(fact)].append(fact)

    def repeats(cell: Fact) -> bool:
        return any((fact.organisation, fact.year, fact.subject) not in tabled for fact in told[_worth(cell)])

    return [fact for fact in facts if fact.row["source"] != "table" or not repeats(fact)]


def _worth(fact: Fact) -> tuple[object, ...]:
    figure = measured(fact, None)
    return fact.organisation, fact.year, fact.subject.split("/", 1)[0], figure.size if figure else fact.id


def _above(subject: str) -> list[str]:
    path = subject.split("/")
    return ["/".join(path[:depth]) for depth in range(1, len(path))]


def _projects(query: Query, finder: Finder) -> list[Fact]:
    where = Where().where(query.organisations, query.years).among("project", query.projects)
    if not query.projects:
        where.add("project <> ?", words().whole)
    for limit in query.limits:
        column = PROJECT_COLUMNS.get(limit.measure)
        if column is None:
            raise Nothing(tell("nothing.limit", measure=limit.measure))
        where.limit(limit, column)
    if query.unmet is not None:
        where.add(f"CAST(completion_rate AS REAL) {'<' if query.unmet else '>='} 100")
    _refuse(query, "cause", "direction", "zero_budget", "unexplained", "subjects")
    return one_each(finder.find("project", where), lambda f: (f.organisation, f.year, f.subject))


def _indicators(query: Query, finder: Finder) -> list[Fact]:
    where = Where().where(query.organisations, query.years)
    where.among("project", query.projects).among("indicator", query.indicators).among("type", query.kinds)
    where.cause(query.cause, "category")
    for limit in query.limits:
        column = INDICATOR_COLUMNS.get(limit.measure)
        if column is None:
            raise Nothing(tell("nothing.limit", measure=limit.measure))
        where.limit(limit, column)
    _refuse(query, "zero_budget", "unexplained", "subjects", *(() if query.direction == "减少" else ("direction",)))
    facts = finder.find("indicator", where)
    unmet = query.unmet if query.unmet is not None else (True if query.direction == "减少" else None)
    if unmet is not None:
        facts = [fact for fact in facts if _unmet(fact) is unmet]
    return one_each(facts, lambda f: (f.organisation, f.year, f.row["project"], f.row["indicator"]))


def _refuse(query: Query, *fields: str) -> None:
    """Filters that these records have no fields for: passing over them would answer another question."""
    if any(getattr(query, name) for name in fields):
        raise Nothing(tell("nothing.fields"))


_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": lambda actual, target: actual == target,
    ">=": lambda actual, target: actual >= target,
    "<=": lambda actual, target: actual <= target,
    ">": lambda actual, target: actual > target,
    "<": lambda actual, target: actual < target,
}


def _unmet(fact: Fact) -> bool:
    """Explained as not reached, or the actual figure is not what the target asks for."""
    if fact.row["reason"] is not None:
        return True
    target, actual = number(fact.row["target"]), number(fact.row["actual"])
    if target is not None and actual is not None and fact.row["comparator"] == "=":  # more than was planned is reached
        return actual > target if fact.row["kind"] == words().cost_kind else actual < target
    holds = _HOLDS.get(fact.row["comparator"] or "")
    return target is not None and actual is not None and holds is not None and not holds(actual, target)
