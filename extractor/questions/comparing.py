"""One thing set against another: the difference of two figures, and how many times the one is the other."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from extractor.questions.answer import Figure
from extractor.questions.facts import Fact, Finder, unique
from extractor.questions.measures import Measured, measured, percent, total
from extractor.questions.query import ACTUAL, BUDGETS, CHANGE_RATE, GAP, Intent, Query
from extractor.questions.result import Nothing, Result
from extractor.questions.values import value
from extractor.questions.wording import tell
from extractor.questions.words import words

Side = tuple[Measured, Fact, Result]


def difference(query: Query, finder: Finder) -> Result:
    """The figure of the one side less that of the other; where a percentage is asked for, in % of the other."""
    one, other = _sides(query, finder)
    less = total([one[0], _minus(other[0])])
    if less is None:
        raise Nothing(tell("nothing.sum"))
    figure, note = less, ""
    if query.measure == CHANGE_RATE:
        if not other[0].value:
            raise Nothing(tell("nothing.zero"))
        figure = percent(one[0].size - other[0].size, other[0].size)
    if query.direction in ("增加", "减少") and figure.value:
        if (figure.value < 0) != (query.direction == "减少"):
            note = tell("less" if figure.value < 0 else "more")
        else:
            figure = replace(figure, value=abs(figure.value), printed=figure.printed.lstrip("-"))
    elif query.direction is None:
        figure = replace(figure, printed=figure.printed.lstrip("-"))
    return _result(one, other, figure.figure, tell("computed.difference", one=_said(one), other=_said(other)) + note)


def times(query: Query, finder: Finder) -> Result:
    """How many times the other side the one is, to two digits."""
    one, other = _sides(query, finder)
    if not other[0].value:
        raise Nothing(tell("nothing.zero"))
    if one[0].unit != other[0].unit and not {one[0].unit, other[0].unit} <= set(words().money):
        raise Nothing(tell("nothing.sum"))
    quotient = (one[0].size / other[0].size).quantize(Decimal("0.01"), ROUND_HALF_UP)
    note = tell("computed.times", one=_said(one), other=_said(other))
    return _result(one, other, Figure(str(quotient), "倍"), note)


def _sides(query: Query, finder: Finder) -> tuple[Side, Side]:
    against = query.against
    assert against is not None
    measure = None if query.measure in (CHANGE_RATE, GAP) else query.measure
    if against.measure and not measure:
        measure = ACTUAL if against.measure in BUDGETS else None
    plain = replace(
        query, intent=Intent.VALUE, against=None, measure=measure, direction=None, base=None, compared_with=(),
        target=None,
    )  # fmt: skip
    changed = {
        name: own for name in ("organisations", "years", "subjects", "projects") if (own := getattr(against, name))
    }
    if against.measure:
        changed["measure"] = against.measure
    other = _side(replace(plain, **changed), finder)
    if against.years and not query.years:  # 比2022年: in the year that the figure is of otherwise
        plain = replace(plain, years=())
    return _side(plain, finder), other


def _side(query: Query, finder: Finder) -> Side:
    result = value(query, finder)
    if result.figure is None:
        raise Nothing("".join(result.notes))
    fact = result.facts[0]
    figure = measured(fact, query.measure)
    if figure is None or result.computed:
        figure = Measured(Decimal(result.figure.value), result.figure.value, result.figure.unit)
    told = result.computed and len(query.years) == 1
    return figure, fact, replace(result, year=query.years[0]) if told else result


def _minus(figure: Measured) -> Measured:
    return replace(figure, value=-figure.value)


def _said(side: Side) -> str:
    figure, fact, result = side
    year = fact.year if result.year is None else result.year
    leaf = fact.subject.rsplit("/", 1)[-1]
    return f"{fact.organisation}{year}年{leaf}{figure.printed}{figure.unit or ''}"


def _result(one: Side, other: Side, figure: Figure, note: str) -> Result:
    facts = unique((*one[2].facts, *other[2].facts))
    assumed = dict.fromkeys((*one[2].assumed, *other[2].assumed))
    notes = [n for side in (one, other) for n in side[2].notes]
    return Result(facts, figure, (note, *notes), tuple(assumed), computed=True)
