"""The thresholds of a question: 超过100万元, 300万元到500万元之间, 执行率100%, and those that words alone say."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.questions.numbers import TIMES, Quantity
from extractor.questions.query import ACTUAL, BUDGETS, CHANGE, CHANGE_RATE, COUNT, RATE, SCORE, SHARE, Limit, Target
from extractor.questions.words import words

if TYPE_CHECKING:
    from extractor.questions.sentence import Sentence


_RATES = (RATE, SHARE, CHANGE_RATE)
"""Measures that are percentages: a threshold of 80% is about no other."""


def limits(sentence: Sentence) -> tuple[Limit, ...]:
    """The thresholds: each comparator with the quantity beside it, and both ends of a range."""
    found = [limit for at in range(len(sentence.parts)) if (limit := _limit(sentence, at)) is not None]
    for at, part in enumerate(sentence.parts):
        if part.role == "quantity" and equals(sentence, at):
            found += _equal(sentence, at)
    for at, part in enumerate(sentence.parts):
        if part.role == "between":
            low, high = part.means
            measure = _limited(sentence, at, high)
            found.append(Limit(measure, ">=", low.value, low.unit))
            found.append(Limit(measure, "<=", high.value, high.unit))
    return tuple(found)


def _limit(sentence: Sentence, at: int) -> Limit | None:
    found = quantity_beside(sentence, at) if sentence.parts[at].role == "limit" else None
    if found is None:
        return None
    quantity: Quantity = sentence.parts[found].means
    if quantity.unit == TIMES:  # 预算的两倍 is 100% more, 增加两倍 200%
        more = quantity.value - (0 if sentence.has("direction") else 1)
        return Limit(CHANGE_RATE, sentence.parts[at].means, more * 100, "%")
    measure = _limited(sentence, min(at, found), quantity)
    return Limit(measure, sentence.parts[at].means, quantity.value, quantity.unit)


def equals(sentence: Sentence, at: int) -> bool:
    """执行率100%的项目: a quantity directly after its measure, with nothing to say that more or less is meant."""
    before = sentence.parts[at - 1].role if at else ""
    if before == "direction" and sentence.has("why"):
        return True  # 为什么增加了35万元
    return before == "measure" and not sentence.near(at, "limit") and sentence.has("which", "many", "target")


def _equal(sentence: Sentence, at: int) -> list[Limit]:
    """Exactly the quantity; 两成 is anything that rounds to it."""
    quantity: Quantity = sentence.parts[at].means
    measure = CHANGE_RATE if quantity.unit == "%" else CHANGE
    if sentence.parts[at - 1].role == "measure":
        measure = str(sentence.parts[at - 1].means)
    if not quantity.about:
        return [Limit(measure, "=", quantity.value, quantity.unit)]
    low, high = quantity.value - _ABOUT, quantity.value + _ABOUT
    return [Limit(measure, ">=", low, quantity.unit), Limit(measure, "<", high, quantity.unit)]


_ABOUT = Decimal(5)
"""Percentage points by which a figure may differ from the tenths that are said of it."""


def quantity_beside(sentence: Sentence, at: int) -> int | None:
    """Where the quantity beside the part stands."""
    return next(
        (i for i in (at + 1, at - 1) if 0 <= i < len(sentence.parts) and sentence.parts[i].role == "quantity"), None
    )


def _limited(sentence: Sentence, at: int, quantity: Quantity) -> str:
    """The measure that a threshold before which `at` parts stand is about: the nearest one, else by its unit."""
    for part in reversed(sentence.parts[:at]):
        if part.role in ("limit", "quantity", "direction"):  # 决算比预算多100万元以上: by so much it is more
            break
        if part.role == "measure" and (quantity.unit != "%" or part.means in _RATES):
            return str(part.means)
        if part.role == "base" and part.means not in sentence.bases and quantity.unit != "%":
            return str(part.means)
    if quantity.unit == "%":
        return CHANGE_RATE if sentence.has("direction") else SHARE if sentence.has("share") else RATE
    if quantity.unit == words().points:
        return SCORE
    if quantity.unit and quantity.unit not in words().money and not sentence.has("direction"):
        return COUNT
    if sentence.has("direction"):
        return CHANGE
    return ACTUAL


def implied_limits(sentence: Sentence, zero: bool, base: str | None) -> Iterable[Limit]:
    """The thresholds that words without a number say: 决算为0, 有支出, 完成了."""
    if zero and base not in BUDGETS:
        yield Limit(next((part.means for part in sentence.all("measure")), ACTUAL), "=", Decimal(0), "")
    for part in sentence.all("doubled"):
        yield Limit(CHANGE_RATE, part.means, Decimal(100), "%")
    if sentence.has("spent"):
        yield Limit(ACTUAL, ">", Decimal(0), "")
    if sentence.has("met") and sentence.target in (Target.ITEMS, None):
        yield Limit(RATE, ">=", Decimal(100), "%")
