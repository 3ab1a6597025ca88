"""What a kind of question found, before it is put into words; and the rules all of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor.questions.answer import Figure, Group
from extractor.questions.facts import Fact, Finder, latest
from extractor.questions.query import Named, Query
from extractor.questions.wording import tell


@dataclass(frozen=True, slots=True)
class Result:
    """The facts, best first, the one figure asked for (`computed`: none of the facts prints it; `year`: of
    another year than the facts), what is to be said; `compared` are the organisations among which was ranked."""

    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    notes: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    computed: bool = False
    year: int | None = None
    compared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Nothing(Exception):
    """Nothing in the index answers the question; `message` says what there is instead."""

    message: str


def of_the_year(query: Query, facts: Iterable[Fact]) -> tuple[list[Fact], tuple[str, ...]]:
    """The facts of the years asked for: where none is named, of the latest year of each organisation, and say so."""
    facts = list(facts)
    if query.years or query.every_year or not facts:
        return facts, ()
    kept = latest(facts)
    years = sorted({str(fact.year) for fact in kept if fact.year})
    return kept, (tell("assumed.year", years="、".join(years)),) if years else ()


def of_one_year(query: Query, facts: Iterable[Fact]) -> tuple[list[Fact], tuple[str, ...]]:
    """Facts that may be added up: where no year is named, those of the latest year that any of them has."""
    facts = list(facts)
    if query.years or query.every_year or not facts:
        return facts, ()
    last = max(fact.year or 0 for fact in facts)
    return [fact for fact in facts if (fact.year or 0) == last], (tell("assumed.year", years=last),)


def of_whom(query: Query, facts: Iterable[Fact]) -> tuple[str, ...]:
    """What was assumed about the organisation: that there is only one with such a fact."""
    found = {fact.organisation for fact in facts}
    if len(query.organisations) == 1 or len(found) != 1 or (query.organisations and query.everyone):
        return ()
    return (tell("assumed.organisation", name=found.pop()),)


def best_tier(named: Named, facts: Iterable[Fact]) -> list[Fact]:
    """Per organisation and year the facts of the best matching names that have any."""
    facts = list(facts)
    if named.every:
        return facts
    ranks = {subject: named.rank(subject) for subject in {fact.subject for fact in facts}}
    best: dict[tuple[str, int | None], int] = {}
    for fact in facts:
        whose = fact.organisation, fact.year
        best[whose] = min(best.get(whose, 99), ranks[fact.subject])
    return [fact for fact in facts if ranks[fact.subject] == best[fact.organisation, fact.year]]


Answering = Callable[[Query, Finder], Result]


def names_of(subjects: Sequence[Named]) -> tuple[str, ...]:
    """All names that the subjects may mean."""
    return tuple(dict.fromkeys(name for named in subjects for name in named.names))
