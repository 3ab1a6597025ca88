"""Why: the explanations of comparisons, of indicators and of what did not happen."""

from __future__ import annotations

from dataclasses import replace

from extractor.questions.facts import Fact, Finder, Where, one_each
from extractor.questions.measures import CHANGED_BY, VARIANCE_COLUMNS, measured
from extractor.questions.query import CHANGE, CHANGE_RATE, Query, Target
from extractor.questions.result import Nothing, Result, best_tier, names_of, of_the_year, of_whom
from extractor.questions.wording import tell
from extractor.questions.words import words


def why(query: Query, finder: Finder) -> Result:
    """The explanations of what is asked about; where it went the other way, or none is given, that is said."""
    if query.indicators or query.projects or query.target is Target.INDICATORS:
        return _result(query, _indicators(query, finder))
    facts = _variances(query, finder, _subject(query))
    notes: tuple[str, ...] = ()
    if not facts and query.subjects:
        facts = _variances(query, finder, _base(query).under(names_of(query.subjects)))
        notes = (tell("parts.explain"),) if facts else ()
    if not facts and query.supposed and query.subjects:
        facts = _variances(replace(query, compared_with=()), finder, _subject(query))
        bases = "、".join(dict.fromkeys(str(fact.row["compared_with"]) for fact in facts))
        notes = (tell("other.base", base=query.base, found=bases),) if facts else ()
    if not facts:
        _otherwise(query, finder)
        raise Nothing(tell("nothing.facts"))
    explained = [fact for fact in facts if fact.row["reason"]]
    if not explained:
        notes = (*notes, tell("unexplained"))
    return _result(query, explained or facts, notes)


def _base(query: Query) -> Where:
    return Where().where(query.organisations, query.years)


def _subject(query: Query) -> Where:
    return _base(query).among("subject", names_of(query.subjects)).under(query.under)


def _variances(query: Query, finder: Finder, where: Where) -> list[Fact]:
    where.among("compared_with", query.compared_with).cause(query.cause)
    if query.direction:
        where.add("direction = ?", query.direction)
    if query.zero_budget:
        where.add("CAST(budget AS REAL) = 0 AND budget IS NOT NULL")
    for limit in query.limits:
        column = VARIANCE_COLUMNS.get(limit.measure)
        if column is None:
            raise Nothing(tell("nothing.limit", measure=limit.measure))
        if column in ("difference", "change_rate"):
            column = f"abs(CAST({CHANGED_BY if column == 'change_rate' else column} AS REAL))"
        where.limit(limit, column)
    facts = finder.find("variance", where)
    for named in query.subjects:
        names = set(named.names)
        mine = [fact for fact in facts if fact.subject in names]
        explained = [fact for fact in mine if fact.row["reason"]]
        kept = {fact.id for fact in best_tier(named, explained or mine)}
        facts = [fact for fact in facts if fact.subject not in names or fact.id in kept]
    return facts


def _otherwise(query: Query, finder: Finder) -> None:
    """Say so where the subject went another way than the question supposes."""
    if not (query.direction and query.subjects):
        return
    where = _subject(query).among("compared_with", query.compared_with).add("direction IS NOT NULL")
    found, _ = of_the_year(query, finder.find("variance", where))
    if found:
        said = "；".join(dict.fromkeys(_said(fact) for fact in found))
        leaf = found[0].subject.rsplit("/", 1)[-1]
        if any(fact.row["direction"] == query.direction for fact in found):
            raise Nothing(tell("other.size", subject=leaf, found=said))
        raise Nothing(tell("other.direction", subject=leaf, asked=query.direction, found=said))


def _said(fact: Fact) -> str:
    """A comparison in words: the year, the base, which way, why, and where it says so."""
    row = fact.row
    key = "other.none" if row["compared_with"] == words().no_base else "other.said"
    page = tell("other.page", page=row["page"]) if row["page"] else ""
    reason = tell("other.reason", reason=row["reason"]) if row["reason"] else ""
    figures = [figure for measure in (CHANGE, CHANGE_RATE) if (figure := measured(fact, measure)) and figure.value]
    size = "".join(f" {figure.printed.lstrip('-')}{figure.unit or ''}" for figure in figures)
    way = f"{row['direction']}{size}"
    where = {"document": row["document"], "page": page}
    return tell(key, year=row["year"], base=row["compared_with"], direction=way, reason=reason, **where)


def _indicators(query: Query, finder: Finder) -> list[Fact]:
    where = _base(query).among("indicator", query.indicators).among("project", query.projects)
    facts = finder.find("indicator", where.add("reason IS NOT NULL"))
    if not facts:
        raise Nothing(tell("nothing.reason"))
    return facts


def _result(query: Query, facts: list[Fact], notes: tuple[str, ...] = ()) -> Result:
    facts, assumed = of_the_year(query, facts) if query.organisations or query.subjects else (facts, ())
    once = one_each(facts, lambda f: (f.organisation, f.year, f.subject, f.row.get("indicator"), f.row["reason"]))
    figure = None
    if len(once) == 1 and query.measure in (CHANGE, CHANGE_RATE) and (change := measured(once[0], query.measure)):
        figure = change.figure
    return Result(tuple(once), figure, notes, (*assumed, *of_whom(query, once)))
