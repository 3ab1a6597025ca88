"""Figures that no report prints but two printed ones give: said so, with both sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extractor.questions.facts import Fact, Finder, Where, number, whole_columns
from extractor.questions.measures import Measured, chain, measured, percent, total
from extractor.questions.query import ACTUAL, BUDGETS, CHANGE, CHANGE_RATE, GAP, RATE, Named, Query
from extractor.questions.result import Nothing, Result, best_tier, of_the_year, of_whom
from extractor.questions.wording import tell
from extractor.questions.words import words

Found = tuple[Measured, tuple[Fact, ...], str]
"""A computed figure, the facts it is made from, and how."""


def computed(query: Query, named: Named, finder: Finder) -> Result | None:
    """The figure asked for, computed; None where the index does not hold what it takes, or holds several."""
    ways = {
        RATE: _rate, GAP: _difference, CHANGE: _difference, CHANGE_RATE: _difference,
        "上年": _before, "上年决算": _before, ACTUAL: _before, None: _before,
    }  # fmt: skip
    way = _base if query.measure in BUDGETS else ways.get(query.measure)
    made = list(way(query, named, finder)) if way else []
    latest, assumed = of_the_year(query, [facts[0] for _, facts, _ in made])
    made = [each for each in made if each[1][0] in latest]
    if len({(facts[0].organisation, facts[0].year, figure.size) for figure, facts, _ in made}) != 1:
        return None
    figure, facts, how = made[0]
    if query.direction in ("增加", "减少") and (figure.value < 0) == (query.direction == "减少"):
        figure = Measured(abs(figure.value), figure.printed.lstrip("-"), figure.unit)
    elif query.direction in ("增加", "减少") and figure.value:
        how += tell("otherwise", direction="减少" if figure.value < 0 else "增加")
    return Result(facts, figure.figure, (how,), (*assumed, *of_whom(query, facts)), computed=True)


def _amounts(
    query: Query, named: Named, finder: Finder, measures: tuple[str, ...], years: tuple[int, ...]
) -> list[Fact]:
    """The preferred amount of each organisation and year, of the first measure and the best name that has one."""
    where = Where().where(query.organisations, years).among("subject", named.names).among("measure", measures)
    facts = best_tier(named, whole_columns(finder.find("amount", where)))
    best: dict[tuple[str, int | None], Fact] = {}
    for fact in facts:
        whose, kept = (fact.organisation, fact.year), best.get((fact.organisation, fact.year))
        rank = measures.index(fact.row["measure"]), fact.preference()
        if kept is None or rank < (measures.index(kept.row["measure"]), kept.preference()):
            best[whose] = fact
    return list(best.values())


def _variances(
    query: Query, named: Named, finder: Finder, bases: tuple[str, ...], years: tuple[int, ...]
) -> list[Fact]:
    where = Where().where(query.organisations, years).among("subject", named.names).among("compared_with", bases)
    facts = best_tier(named, finder.find("variance", where))
    return sorted(facts, key=lambda fact: bases.index(fact.row["compared_with"]))


def _rate(query: Query, named: Named, finder: Finder) -> Iterator[Found]:
    """Completion: what was spent in % of the budget."""
    base = query.base if query.base in BUDGETS else "预算"
    for one, other in _pairs(query, named, finder, base):
        spent, planned = measured(one, ACTUAL), measured(other, None)
        if spent and planned and not planned.value:
            raise Nothing(tell("nothing.zero"))
        if spent and planned and _alike(spent, planned):
            yield percent(spent.size, planned.size), (one, other), _how("computed.rate", spent, planned)


def _difference(query: Query, named: Named, finder: Finder) -> Iterator[Found]:
    """What was spent less the budget, or less what was spent the year before."""
    against_budget = query.measure == GAP or query.base in BUDGETS
    pairs = _pairs(query, named, finder, query.base or "年初预算") if against_budget else _years(query, named, finder)
    for one, other in pairs:
        now, then = measured(one, None), measured(other, None)
        if now is None or then is None or not _alike(now, then):
            continue
        less = total([now, replace(then, value=-then.value)])
        if query.measure == CHANGE_RATE and then.value:
            less = percent(now.size - then.size, then.size)
        elif query.measure == CHANGE_RATE:
            raise Nothing(tell("nothing.zero"))
        if less is not None:
            yield less, (one, other), _how("computed.less", now, then)


def _pairs(query: Query, named: Named, finder: Finder, base: str) -> Iterator[tuple[Fact, Fact]]:
    """What was spent and what was planned, of the same organisation and year."""
    planned = {
        (fact.organisation, fact.year): fact for fact in _amounts(query, named, finder, _planned(base), query.years)
    }
    for fact in _amounts(query, named, finder, (ACTUAL,), query.years):
        if (other := planned.get((fact.organisation, fact.year))) is not None and other.subject == fact.subject:
            yield fact, other


def _planned(base: str) -> tuple[str, ...]:
    return tuple(measure for measure in chain(base) if measure != ACTUAL)


def _years(query: Query, named: Named, finder: Finder) -> Iterator[tuple[Fact, Fact]]:
    """The figure of a year and that of the year before it, of the same organisation."""
    measures = chain(query.base) if query.base in ("上年预算",) else ()
    before = tuple(year - 1 for year in query.years)
    own = _amounts(query, named, finder, chain(None), query.years)
    last = _amounts(query, named, finder, measures or ("上年决算数", ACTUAL, "上年预算数"), before)
    then = {(fact.organisation, fact.year): fact for fact in last}
    for fact in own:
        if (other := then.get((fact.organisation, (fact.year or 0) - 1))) is not None and other.subject == fact.subject:
            yield fact, other


def _base(query: Query, named: Named, finder: Finder) -> Iterator[Found]:
    """The budget: what was spent less the printed difference from that budget."""
    for fact in _variances(query, named, finder, words().bases[query.measure or ""], query.years):
        yield from _undone(fact)


def _before(query: Query, named: Named, finder: Finder) -> Iterator[Found]:
    """The year before: what there is now less the printed change. 2022 may be the year before a report's year."""
    told = query.measure in ("上年", "上年决算")
    if not told and not query.years:
        return
    years = query.years if told else tuple(year + 1 for year in query.years)
    for fact in _variances(query, named, finder, ("上年决算",), years):
        yield from _undone(fact)


def _undone(fact: Fact) -> Iterator[Found]:
    source = {**fact.row, **fact.filled}
    now, change = number(source.get("actual")), number(source.get("change"))
    if now is not None and change is not None:
        then: Decimal = now - change
        unit = source.get("unit")
        made = Measured(then, f"{then:f}", unit)
        yield (
            made,
            (fact,),
            _how("computed.less", Measured(now, f"{now:f}", unit), Measured(change, f"{change:f}", unit)),
        )


def _alike(one: Measured, other: Measured) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= set(words().money)


def _how(key: str, one: Measured, other: Measured) -> str:
    second = f"（{other.printed}）" if other.value < 0 else other.printed
    return tell(key, one=f"{one.printed}{one.unit or ''}", other=f"{second}{other.unit or ''}")
