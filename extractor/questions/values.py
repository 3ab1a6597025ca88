"""Answers that are one figure of one subject, project or indicator: printed, or computed from two printed ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from extractor.questions.computing import computed
from extractor.questions.facts import Fact, Finder, Where, one_each, unique, whole_columns
from extractor.questions.measures import Measured, agree, chain, measured, percent
from extractor.questions.naming import everything
from extractor.questions.query import ACTUAL, BUDGETS, CHANGE, CHANGE_RATE, GAP, RATE, SHARE, TEXTS, Named, Query
from extractor.questions.result import Nothing, Result, best_tier, names_of, of_the_year, of_whom
from extractor.questions.wording import tell
from extractor.questions.words import words

_BUDGET = "预算"
"""The kind of report whose figures of its own year are plans."""

_COMPARED = (GAP, CHANGE, CHANGE_RATE)
_TENTH = Decimal("0.1")
"""Percentage points by which a printed share may differ from the computed one: reports print one digit, often cut."""


def value(query: Query, finder: Finder) -> Result:
    """The figure asked for, with the records it stands in; or computed from two records."""
    if query.measures:
        return _side_by_side(query, finder)
    if query.measure in TEXTS:
        return _told(query, finder)
    try:
        return _printed(query, finder)
    except Nothing:
        if query.measure == SHARE and len(query.subjects) == 1 and (whole := _whole_of(query.subjects[0])) is not None:
            return share(replace(query, share_of=whole), finder)
        alone = len(query.subjects) == 1 and not (query.projects or query.indicators or query.every_year)
        made = computed(query, query.subjects[0], finder) if alone else None
        made = made or (_which_way(query, finder) if alone and query.measure in _COMPARED else None)
        if made is None:
            raise
        return made


def _which_way(query: Query, finder: Finder) -> Result | None:
    """A change of which the report says no figure but only which way it went: 与上年预算持平."""
    named = query.subjects[0]
    where = _of(query).among("subject", named.names).among("compared_with", query.compared_with)
    where.among("direction", ("增加", "减少", "持平"))
    facts, assumed = of_the_year(query, best_tier(named, finder.find("variance", where)))
    if not facts:
        return None
    said = (tell("way", base=fact.row["compared_with"], direction=fact.row["direction"]) for fact in facts)
    notes = tuple(dict.fromkeys(said))
    if query.how_much and any(fact.row["direction"] != "持平" for fact in facts):
        raise Nothing("".join(notes))
    return Result(tuple(facts), None, notes, (*assumed, *of_whom(query, facts)))


def _told(query: Query, finder: Finder) -> Result:
    """What projects' self-evaluations say in words."""
    field = TEXTS[query.measure or ""]
    where = _of(query).among("project", query.projects).add(f"{field} IS NOT NULL")
    facts, assumed = of_the_year(query, finder.find("project", where))
    facts = one_each(facts, lambda fact: (fact.organisation, fact.year, fact.subject))
    if not facts or query.subjects or query.indicators:
        raise Nothing(tell("nothing.facts"))
    said = tuple(tell("told", project=fact.subject, text=str(fact.row[field]).rstrip("。")) for fact in facts)
    return Result(tuple(facts), None, said, (*assumed, *of_whom(query, facts)))


def _whole_of(named: Named) -> Named | None:
    """What the subject is usually a share of, where the lexicon says so."""
    whole = next((words().wholes[name] for name in named.names if name in words().wholes), None)
    return Named(whole, ((whole,),)) if whole else None


def _side_by_side(query: Query, finder: Finder) -> Result:
    """Several measures of the same thing: the records and each figure in words."""
    results = [value(replace(query, measure=measure, measures=()), finder) for measure in query.measures]
    facts = unique(fact for result in results for fact in result.facts)
    pairs = zip(query.measures, results, strict=True)
    said = [f"{measure} {r.figure.value}{r.figure.unit or ''}" for measure, r in pairs if r.figure]
    worded = [r for measure, r in zip(query.measures, results, strict=True) if r.figure or measure in TEXTS]
    notes = dict.fromkeys(note for result in worded for note in result.notes)
    assumed = dict.fromkeys(each for result in results for each in result.assumed)
    figures = (tell("each", figures="；".join(said)),) if said else ()
    return Result(facts, None, (*figures, *notes), tuple(assumed))


def _printed(query: Query, finder: Finder) -> Result:
    if query.indicators:
        return _single(query, finder.find("indicator", _of(query).among("indicator", query.indicators)), query.measure)
    if query.projects or (query.measure == RATE and not query.subjects):
        return _project(query, finder)
    subjects = query.subjects or everything()
    each = [_figures(query, named, finder) for named in subjects]
    result = _single(query, [fact for found in each for fact in found], query.measure)
    lacking = [named.text for named, found in zip(subjects, each, strict=True) if not found]
    if not lacking:
        return result
    return replace(result, figure=None, notes=(*result.notes, tell("lacking", names="、".join(lacking))))


def _of(query: Query) -> Where:
    return Where().where(query.organisations, query.years)


def _project(query: Query, finder: Finder) -> Result:
    names = query.projects or (words().whole,)
    facts = finder.find("project", _of(query).among("project", names))
    if not facts and not query.projects:
        facts = [f for named in everything() for f in _figures(query, named, finder)]
    if not facts and query.projects:  # a budget report gives a project's money as an amount
        prefixes = Where().where(query.organisations, query.years).under(query.projects)
        facts = finder.find("amount", prefixes)
    return _single(query, facts, query.measure)


def _figures(query: Query, named: Named, finder: Finder) -> list[Fact]:
    """The facts that hold the figure for one subject, of the best matching name."""
    if query.measure in _COMPARED:
        facts = _compared(query, named, finder)
    elif query.measure == RATE:
        facts = _completed(query, named, finder)
    else:
        facts = _amounts(query, named, finder)
    return best_tier(named, facts)


def _amounts(query: Query, named: Named, finder: Finder) -> list[Fact]:
    """Amounts of the first measure that has any, year by year of its organisation; else a side of a comparison."""
    measures = chain(query.measure)
    if query.every_year and query.measure in (None, ACTUAL):  # a report tells the year before too
        measures = (*measures, *words().measures["上年"])
    where = _of(query).among("subject", named.names).among("measure", measures)
    facts = [f for f in whole_columns(finder.find("amount", where)) if _counted(f, query, query.measure)]
    if facts:
        rank = {measure: at for at, measure in enumerate(measures)}
        best: dict[tuple[str, int | None], int] = {}
        for fact in facts:
            whose = fact.organisation, fact.year
            best[whose] = min(best.get(whose, 99), rank[fact.row["measure"]])
        return [fact for fact in facts if rank[fact.row["measure"]] == best[fact.organisation, fact.year]]
    if query.measure in (ACTUAL, None) and query.years:
        where = _of(query).among("subject", named.names).among("measure", words().measures["上年"])
        facts = whole_columns(finder.find("amount", where))
    if not facts and query.measure in (ACTUAL, *BUDGETS):
        where = _of(query).among("subject", named.names)
        if query.measure in BUDGETS:  # a comparison with another base tells nothing of this budget
            where.among("compared_with", words().bases[query.measure])
        facts = finder.find("variance", where)
        facts = [f for f in facts if measured(f, query.measure) and (query.measure in BUDGETS or f.kind != _BUDGET)]
    return facts


def _compared(query: Query, named: Named, finder: Finder) -> list[Fact]:
    """Comparisons with the base asked for; the year before where none is named. Else the printed change."""
    bases = query.compared_with or words().bases["年初预算" if query.measure == GAP else "上年"]
    where = _of(query).among("subject", named.names).among("compared_with", bases)
    facts = [fact for fact in finder.find("variance", where) if measured(fact, query.measure)]
    if not facts and not query.compared_with:
        where = _of(query).among("subject", named.names)
        facts = [fact for fact in finder.find("variance", where) if measured(fact, query.measure)]
    if not facts and query.base not in BUDGETS:
        where = _of(query).among("subject", named.names).among("measure", (query.measure or "",))
        facts = finder.find("amount", where)
    if query.measure == GAP or query.base in BUDGETS:
        facts = [fact for fact in facts if _preferred(fact, bases, facts)]
    return facts


def _preferred(fact: Fact, bases: tuple[str, ...], facts: list[Fact]) -> bool:
    """Of comparisons with several bases those with the first of `bases`."""
    present = {f.row.get("compared_with") for f in facts}
    first = next((base for base in bases if base in present), None)
    return first is None or fact.row.get("compared_with") == first


def _completed(query: Query, named: Named, finder: Finder) -> list[Fact]:
    if query.compared_with:
        where = _of(query).among("subject", named.names).among("compared_with", query.compared_with)
        facts = [fact for fact in finder.find("variance", where) if measured(fact, RATE)]
        if facts:
            return facts
    return finder.find("amount", _of(query).among("subject", named.names).among("measure", (RATE,)))


def _single(query: Query, facts: Iterable[Fact], measure: str | None) -> Result:
    """One figure where the facts give one; several where the question names several things or leaves it open."""
    given = [fact for fact in facts if _counted(fact, query, measure) and measured(fact, measure)]
    facts, assumed = of_the_year(query, given)
    if not facts:
        raise Nothing(tell("nothing.facts"))
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.organisation, fact.year, fact.subject, fact.row.get("indicator")].append(fact)
    chosen = [min(group, key=Fact.preference) for group in groups.values()]
    notes = [*_conflicts(groups.values(), measure)]
    figures = [figure for fact in chosen if (figure := measured(fact, measure))]
    one = figures[0] if len({(figure.size, figure.unit) for figure in figures}) == 1 else None
    if one is None and not (query.every_year or query.everyone or _named_apart(query, chosen)):
        notes.append(tell("several", count=len(chosen)))
    elif one and query.direction in ("增加", "减少") and measure in _COMPARED:
        one, note = _signed(one, query.direction)
        notes += note
    whose = of_whom(query, chosen)
    return Result(tuple(chosen), one.figure if one else None, tuple(notes), (*assumed, *whose))


def _named_apart(query: Query, facts: list[Fact]) -> bool:
    """Whether the question itself names the several things whose figures these are."""
    asked = max(1, len(query.years)) * max(1, sum(len(n.names) if n.every else 1 for n in query.subjects))
    return asked > 1 and len(facts) <= asked


def _counted(fact: Fact, query: Query, measure: str | None) -> bool:
    """Whether the figure is in what the question counts in: 多少人 is not answered in 万元."""
    figure = measured(fact, measure)
    if query.unit is None or query.unit == words().points or figure is None:
        return True
    money = words().money
    if query.unit in money:
        return figure.unit in money
    return figure.unit in words().counted_as.get(query.unit, (query.unit,))


def _signed(figure: Measured, direction: str) -> tuple[Measured, list[str]]:
    """减少了多少 wants the size of a decrease; of an increase it is told."""
    falls = figure.value < 0
    if figure.value == 0 or falls == (direction == "减少"):
        return Measured(abs(figure.value), figure.printed.lstrip("-"), figure.unit), []
    return figure, [tell("otherwise", direction="减少" if falls else "增加")]


def _conflicts(groups: Iterable[list[Fact]], measure: str | None) -> Iterable[str]:
    for group in groups:
        best = min(group, key=Fact.preference)
        figure = measured(best, measure)
        for fact in group:
            other = measured(fact, measure)
            if figure and other and not agree(figure, other):
                place = fact.row["page"] or fact.row["document"]
                yield tell("conflict", value=other.printed, unit=other.unit or "", page=place)
                break


def share(query: Query, finder: Finder) -> Result:
    """What part of `share_of` the subject is: as printed where that agrees with the amounts, else computed."""
    if query.share_of is None or not query.subjects:
        raise Nothing(tell("nothing.facts"))
    if len(query.subjects) > 1:
        return _shares(query, finder)
    whose = {"organisations": query.organisations, "years": query.years, "every_year": query.every_year}
    plain = Query(intent=query.intent, **whose)  # type: ignore[arg-type]
    unit = _unit(_reduced(plain, _figures(plain, query.share_of, finder)))
    part = _reduced(plain, _figures(replace(plain, unit=unit), query.subjects[0], finder))
    where = _of(query).among("subject", names_of(query.subjects[:1])).among("measure", (SHARE,))
    printed = _reduced(query, best_tier(query.subjects[0], whole_columns(finder.find("amount", where))))
    stated = measured(printed, None) if printed else None
    wholes = [_reduced(plain, _figures(plain, named, finder)) for named in _each(query.share_of)]
    shares = [share for whole in wholes if whole and part and (share := _part_of(part, whole))]
    agreeing = [share for share in shares if stated and abs(stated.value - share.value) <= _TENTH]
    if printed and stated and (agreeing or (wholes[0] and not shares)):
        _, assumed = of_the_year(query, [printed])
        return Result((printed,), stated.figure, (), (*assumed, *of_whom(query, [printed])))
    whole = wholes[0]
    computed = _part_of(part, whole) if part and whole else None
    if not (computed and part and whole):
        raise Nothing(tell("nothing.facts"))
    if computed.value > _ALL:
        raise Nothing(tell("nothing.part", part=_leaf(part), whole=_leaf(whole)))
    _, assumed = of_the_year(query, [part])
    note = tell("computed.share", part=part.row["value"], whole=whole.row["value"], unit=part.row["unit"] or "")
    return Result((part, whole), computed.figure, (note,), (*assumed, *of_whom(query, [part])))


def _shares(query: Query, finder: Finder) -> Result:
    """Of several parts the share of each: 基本支出和项目支出各占多少."""
    results = [share(replace(query, subjects=(named,)), finder) for named in query.subjects]
    facts = unique(fact for result in results for fact in result.facts)
    pairs = zip(query.subjects, results, strict=True)
    said = "；".join(f"{named.text} {r.figure.value}{r.figure.unit or ''}" for named, r in pairs if r.figure)
    notes = dict.fromkeys(note for result in results for note in result.notes)
    assumed = dict.fromkeys(each for result in results for each in result.assumed)
    return Result(facts, None, (tell("each", figures=said), *notes), tuple(assumed))


_ALL = Decimal(100)


def _unit(whole: Fact | None) -> str | None:
    """What a part of it is counted in: money is a part of money."""
    unit = str(whole.row["unit"]) if whole and whole.row["unit"] else None
    return "元" if unit in words().money else unit


def _each(named: Named) -> list[Named]:
    """What is named, and each of the names that it may mean: 总收入 is 收入总计 to one report, 收入合计 to another."""
    return [named, *(Named(named.text, ((name,),)) for name in named.names if len(named.names) > 1)]


def _part_of(part: Fact, whole: Fact) -> Measured | None:
    """The one in % of the other; None where they are of two reports' years or cannot be divided."""
    a, b = measured(part, None), measured(whole, None)
    if (part.organisation, part.year) != (whole.organisation, whole.year) or not (a and b and b.value):
        return None
    alike = a.unit == b.unit or (a.unit in words().money and b.unit in words().money)
    return percent(a.size, b.size) if alike else None


def _leaf(fact: Fact) -> str:
    figure = measured(fact, None)
    return fact.subject.rsplit("/", 1)[-1] + (f"{figure.printed}{figure.unit or ''}" if figure else "")


def _reduced(query: Query, facts: list[Fact]) -> Fact | None:
    facts, _ = of_the_year(query, facts)
    chosen = one_each(facts, lambda fact: (fact.organisation, fact.year, fact.subject))
    return chosen[0] if len({(fact.organisation, fact.year) for fact in chosen}) == 1 else None
