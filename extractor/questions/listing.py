"""Answers that are several records: which, how many, how much together, the most and the least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from extractor.questions.answer import Figure
from extractor.questions.departments import without_own_accounts
from extractor.questions.facts import Fact, Finder
from extractor.questions.matching import LEADING, MORE, found, leading
from extractor.questions.measures import Measured, chain, measured, total
from extractor.questions.overlap import overlapping
from extractor.questions.query import CHANGE, CHANGE_RATE, GAP, Intent, Query, Target
from extractor.questions.result import Nothing, Result, of_one_year, of_the_year, of_whom
from extractor.questions.values import value
from extractor.questions.wording import tell

_CHANGES = (GAP, CHANGE, CHANGE_RATE)
"""Measures by whose size, whatever the sign, is ranked where no direction is named."""


def listed(query: Query, finder: Finder) -> Result:
    """The records that meet the filters, one a thing; for a count, a sum or an average also the figure."""
    together = query.intent in _TOGETHER
    assumed: tuple[str, ...] = ()
    if together and query.target is None:
        every = replace(query, intent=Intent.VALUE, every_year=query.every_year or len(query.organisations) != 1)
        result = value(every, finder)
        facts, assumed = _comparable(query, result.facts)
        whose = of_whom(query, result.facts)
        return _together(query, replace(result, facts=tuple(facts), assumed=(*assumed, *whose)))
    facts = found(query, finder)
    whose = of_whom(query, facts)
    if together:
        facts, assumed = _comparable(query, facts)
    elif query.organisations:
        facts, assumed = of_the_year(query, facts)
    if not facts:
        raise Nothing(tell("nothing.findings" if query.target is Target.FINDINGS else "nothing.filtered"))
    result = Result(tuple(facts), None, (), (*assumed, *whose))
    if query.intent is Intent.COUNT:
        return Result(result.facts, Figure(str(counted(query, facts)), None), (), result.assumed)
    return _together(query, result) if together else result


_TOGETHER = (Intent.SUM, Intent.AVERAGE, Intent.MEDIAN)


def _comparable(query: Query, facts: Sequence[Fact]) -> tuple[list[Fact], tuple[str, ...]]:
    """Facts that may be added up: of one year, an outturn not with a budget, a department not with its own accounts."""
    kept, assumed = of_one_year(query, facts)
    if len({fact.organisation for fact in kept}) > 1:
        kept, parts = without_own_accounts(kept)
        if parts:
            assumed = (*assumed, tell("left.parts", names="、".join(parts)))
        order = chain(query.measure)
        found_ = [m for m in order if any(fact.row.get("measure") == m for fact in kept)]
        if found_:
            alike = [fact for fact in kept if fact.row.get("measure") in (found_[0], None)]
            if len(alike) < len(kept):
                assumed = (*assumed, tell("left.out", measure=found_[0], count=len(kept) - len(alike)))
            kept = alike
    return kept, assumed


def counted(query: Query, facts: Sequence[Fact]) -> int:
    """How many things the facts are: an organisation or a report is one, whatever it has of them."""
    if query.target is Target.ORGANISATIONS:
        return len({fact.organisation for fact in facts})
    if query.target is Target.FINDINGS and query.reports:
        return len({fact.document_id for fact in facts})
    return len(facts)


def _together(query: Query, result: Result) -> Result:
    """The sum, the average or the median of the facts' figures; for a difference in a direction, its size."""
    if query.intent is Intent.SUM and (pair := overlapping(result.facts)):
        raise Nothing(tell("nothing.overlap", part=pair[0], whole=pair[1]))
    pairs = [(figure, fact) for fact in result.facts if (figure := measured(fact, query.measure))]
    left_out: tuple[str, ...] = ()
    whole = len(pairs) == len(result.facts)
    if query.intent is not Intent.SUM:
        pairs, left_out = _given(pairs)
        result = replace(result, facts=tuple(fact for _, fact in pairs))
    figures = [figure for figure, _ in pairs]
    make, said = _MADE[query.intent]
    made = make(figures) if whole else None
    if made is None:
        raise Nothing(tell("nothing.sum"))
    if query.direction in ("增加", "减少"):
        made = replace(made, value=made.value.lstrip("-"))
    return replace(result, figure=made, notes=(tell(said, count=len(figures)), *left_out), computed=True)


def added(figures: Sequence[Measured]) -> Figure | None:
    """The exact sum; None where the figures cannot be added."""
    whole = total(list(figures))
    return whole.figure if whole else None


def averaged(figures: Sequence[Measured]) -> Figure | None:
    """The average, rounded once to two digits."""
    whole = total(list(figures))
    if whole is None:
        return None
    return Figure(f"{(whole.value / len(figures)).quantize(Decimal('0.01'), ROUND_HALF_UP):f}", whole.unit)


def middle(figures: Sequence[Measured]) -> Figure | None:
    """The median: the figure in the middle, or half the sum of the two there, exact."""
    if total(list(figures)) is None:
        return None
    ordered = sorted(figures, key=lambda figure: figure.size)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half].figure
    both = total(ordered[half - 1 : half + 1])
    return Figure(f"{both.value / 2:f}", both.unit) if both else None


_MADE = {
    Intent.SUM: (added, "summed"), Intent.AVERAGE: (averaged, "averaged"), Intent.MEDIAN: (middle, "median"),
}  # fmt: skip


def ranked(query: Query, finder: Finder) -> Result:
    """The first of the records by the measure; those equal to the last of them are kept."""
    for wanted in (LEADING, MORE * LEADING) if not query.documents else ():
        ahead = leading(query, finder, wanted)
        if ahead is None:
            break
        documents, end = ahead
        result = ranked(replace(query, documents=documents), finder)
        last = measured(result.facts[-1], query.measure)
        if last is not None and (last.size > end if query.order == "desc" else last.size < end):
            return result  # whatever was not read comes behind
    facts = found(query, finder)
    assumed: tuple[str, ...] = ()
    if query.target is not Target.YEARS:
        facts, assumed = of_the_year(query, facts)
    pairs = [(figure, fact) for fact in facts if (figure := measured(fact, query.measure))]
    if not pairs:
        raise Nothing(tell("nothing.filtered"))
    by_size = query.direction in ("增加", "减少") or query.measure in _CHANGES
    pairs.sort(key=lambda pair: abs(pair[0].size) if by_size else pair[0].size, reverse=query.order == "desc")
    pairs, left_out = _given(pairs)
    if query.target is Target.ORGANISATIONS and len(query.subjects) == 1:  # the text and a table under another path
        pairs = list(
            {(fact.organisation, fact.year, figure.size): (figure, fact) for figure, fact in pairs[::-1]}.values()
        )[::-1]
    kept = _first([(abs(f.size) if by_size else f.size, fact) for f, fact in pairs], query.limit)
    first = pairs[0][0].figure if len(kept) == 1 else None
    compared = frozenset(fact.organisation for _, fact in pairs)
    whose = of_whom(query, [fact for _, fact in pairs])
    return Result(tuple(kept), first, left_out, (*assumed, *whose), compared=compared)


def _given(pairs: Sequence[tuple[Measured, Fact]]) -> tuple[list[tuple[Measured, Fact]], tuple[str, ...]]:
    """Without the figures of those that say they have none of it; and that said."""
    given = [(figure, fact) for figure, fact in pairs if not fact.row.get("stated")]
    if not given:
        raise Nothing(tell("nothing.stated", count=len(pairs)))
    if len(given) == len(pairs):
        return given, ()
    return given, (tell("left.none", count=len(pairs) - len(given)),)


def _first(pairs: Sequence[tuple[Decimal, Fact]], limit: int | None) -> list[Fact]:
    if limit is None or limit >= len(pairs):
        return [fact for _, fact in pairs]
    last = pairs[limit - 1][0]
    return [fact for at, (size, fact) in enumerate(pairs) if at < limit or size == last]
