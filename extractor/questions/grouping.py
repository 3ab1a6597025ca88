"""Figures by organisation, year, class, item, category or project: counts, sums and averages of each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.questions.answer import Figure, Group
from extractor.questions.departments import without_own_accounts
from extractor.questions.facts import Fact, Finder
from extractor.questions.listing import added, averaged, counted, middle
from extractor.questions.matching import found
from extractor.questions.measures import Measured, measured
from extractor.questions.query import Intent, Query
from extractor.questions.result import Nothing, Result, of_the_year, of_whom
from extractor.questions.values import value
from extractor.questions.wording import tell
from extractor.questions.words import words


def grouped(query: Query, finder: Finder) -> Result:
    """The records and the figure of every group, the largest first; years in their order."""
    facts, assumed = _facts(query, finder)
    if query.by != "organisations" and query.each is not Intent.COUNT:
        facts, parts = without_own_accounts(facts)
        assumed = (*assumed, tell("left.parts", names="、".join(parts))) if parts else assumed
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[_key(query.by or "", fact)].append(fact)
    groups.pop("", None)
    if not groups:
        raise Nothing(tell("nothing.filtered"))
    figures = [Group(name, _figure(query, own), len(own)) for name, own in groups.items()]
    if query.by == "years":
        figures.sort(key=lambda group: group.name)
    else:
        figures.sort(key=lambda group: -abs(_size(group.figure)))
    if query.order is not None:
        figures = _first(sorted(figures, key=lambda g: _size(g.figure), reverse=query.order == "desc"), query.limit)
    listed = [fact for group in figures for fact in groups[group.name]]
    return Result(tuple(listed), None, (), (*assumed, *of_whom(query, listed)), tuple(figures))


def _first(figures: Sequence[Group], limit: int | None) -> list[Group]:
    """The first groups, with those that are as large as the last of them."""
    if limit is None or limit >= len(figures):
        return list(figures)
    last = _size(figures[limit - 1].figure)
    return [group for at, group in enumerate(figures) if at < limit or _size(group.figure) == last]


def _facts(query: Query, finder: Finder) -> tuple[Sequence[Fact], tuple[str, ...]]:
    filtered = query.cause or query.direction or query.limits or query.zero_budget or query.unmet is not None
    every = query.every_year or query.by == "years"
    if query.subjects and not filtered:
        result = value(replace(query, intent=Intent.VALUE, every_year=every, target=None), finder)
        return result.facts, result.assumed
    return of_the_year(replace(query, every_year=every), found(query, finder))


def _key(by: str, fact: Fact) -> str:
    match by:
        case "organisations":
            return fact.organisation
        case "years":
            return str(fact.year or "")
        case "classes":
            return fact.subject.split("/", 1)[0]
        case "categories":
            return str(fact.row.get("category") or "")
        case "projects":
            return str(fact.row.get("project") or "")
        case _:
            return fact.subject.rsplit("/", 1)[-1]


def _figure(query: Query, facts: Sequence[Fact]) -> Figure:
    if query.each is Intent.COUNT:
        return Figure(str(counted(query, facts)), words().counters[0])
    figures = [figure for fact in facts if (figure := measured(fact, query.measure))]
    if len(figures) < len(facts):
        raise Nothing(tell("nothing.sum"))
    made = figures[0].figure if len(figures) == 1 else _MADE.get(query.each, added)(figures)
    if made is None:
        raise Nothing(tell("nothing.sum"))
    return replace(made, value=made.value.lstrip("-")) if query.direction in ("增加", "减少") else made


_MADE: dict[Intent | None, Callable[[Sequence[Measured]], Figure | None]] = {
    Intent.AVERAGE: averaged, Intent.MEDIAN: middle,
}  # fmt: skip


def _size(figure: Figure) -> float:
    return float(figure.value) * float(words().money.get(figure.unit or "", 1))
