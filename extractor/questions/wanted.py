"""Which figure a question wants: the measure that it says, or that 完成…的百分之几, 减少多少 and 有多少人 imply."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.questions.query import (
    ACTUAL,
    BUDGETS,
    CHANGE,
    CHANGE_RATE,
    COUNT,
    GAP,
    RATE,
    SCORE,
    SHARE,
    Intent,
    Query,
    Target,
)
from extractor.questions.roles import Part
from extractor.questions.sentence import Sentence
from extractor.questions.words import words


def measure(sentence: Sentence, query: Query) -> str | None:
    """The measure asked for, said or implied by 完成…的百分之几, 减少多少, 有多少人."""
    said = [str(part.means) for part in sentence.all("measure")]
    exact = [measure for measure in said if measure != ACTUAL]
    rate = sentence.has("rate", "ratio")
    if query.against is not None:
        return _of_both(query, sentence, exact, rate)
    if exact:
        return exact[-1]
    if query.base in BUDGETS and not query.direction and ((rate and said) or sentence.has("share")):
        return RATE
    if sentence.has("completes") and sentence.bases and (rate or not query.unit or query.intent is Intent.RANK):
        return RATE
    if sentence.has("share"):
        return SHARE
    if sentence.has("change") and query.intent not in (Intent.WHICH, Intent.COUNT, Intent.WHY, Intent.SHARE):
        of_budget = query.base in BUDGETS
        return CHANGE_RATE if rate else GAP if of_budget else CHANGE
    if query.intent is Intent.WHY and query.direction and sentence.has("much", "rate"):
        return CHANGE_RATE if rate else CHANGE  # 减少多少，原因是什么
    if query.direction and query.intent not in (Intent.WHICH, Intent.COUNT, Intent.WHY, Intent.SHARE):
        if rate:
            return CHANGE_RATE
        if query.direction != "持平":
            of_items = query.intent is not Intent.VALUE and query.target in (Target.ITEMS, None) and not query.subjects
            return GAP if query.base in BUDGETS or (of_items and not query.base) else CHANGE
    if query.base and sentence.sets_against() and query.intent is Intent.VALUE and not (said or sentence.has("much")):
        return CHANGE_RATE if rate else GAP if query.base in BUDGETS else CHANGE  # 跟上年比呢
    if sentence.measured:
        return sentence.measured[-1]
    if rate:
        return RATE
    if query.unit == words().points and (query.indicators or query.projects or query.target):
        return SCORE
    if said:
        return ACTUAL
    from_alias = [part.means.measure for part in sentence.all("subject") if part.means.measure]
    if from_alias:
        return str(from_alias[-1])
    return COUNT if sentence.has("many") and query.intent is Intent.VALUE else None


def _of_both(query: Query, sentence: Sentence, exact: Sequence[str], rate: bool) -> str | None:
    """The measure of both sides of a comparison of two; the rate of change where the question is for a percentage."""
    if query.against is not None and query.against.measure:
        return exact[-1] if exact else None
    sides = [measure for measure in exact if measure not in (GAP, CHANGE, CHANGE_RATE)]
    if sides:
        return sides[-1]
    if rate or CHANGE_RATE in exact:
        return CHANGE_RATE
    return sentence.measured[-1] if sentence.measured else None


def measures(sentence: Sentence, query: Query) -> tuple[str, ...]:
    """Measures asked for side by side: 年初预算和决算, 目标值和完成值; 是多少，比上年减少多少."""
    if query.intent is Intent.VALUE and sentence.asks_twice() and len(query.subjects) == 1:
        return _asked_twice(sentence, query)
    if query.intent is not Intent.VALUE or query.direction or len(sentence.joined) < 2:
        return ()
    return tuple(dict.fromkeys(str(part.means) for part in sentence.joined))


def _asked_twice(sentence: Sentence, query: Query) -> tuple[str, ...]:
    """年初预算是多少，完成了多少: a measure for each 多少; none where that is not so."""
    changed = (query.measure,) if query.measure in (GAP, CHANGE, CHANGE_RATE) else ()
    if sentence.has("rate") and query.direction:  # 少多少，少百分之几
        return (GAP if query.base in BUDGETS else CHANGE, CHANGE_RATE)
    said = [*sentence.measured, *(str(part.means) for part in sentence.all("measure"))]
    found = tuple(dict.fromkeys((*said, *((RATE,) if sentence.has("completes") else ()), *changed)))
    return (ACTUAL, *found) if len(found) == 1 and found != (ACTUAL,) else found


def joined(parts: Sequence[Part], roles: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts in these roles between which 和 or a comma stands, and nothing that is asked for."""
    found: list[Part] = []
    between: set[str] = set()
    for part in parts:
        if part.role in roles:
            found = [*found, part] if not found or between & words().joints else [part]
            between = set()
        elif part.role == "filler":
            between.add(part.text)
        elif found and part.role not in ("much", "rate", "organisation", "year", "subject"):
            between.add("")
    return tuple(found)
