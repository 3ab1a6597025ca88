"""The explained comparisons in figures, one narrow row each: what lists are sorted, counted and added up by.

`variances` holds what is printed, as text, in wide rows; 200,000 of them cannot be read at every key press.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from extractor.lexicon import load
from extractor.records import Variance
from extractor.store.fill import Comparison

YUAN = {"元": 1, "千元": 1_000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}
"""Yuan in a unit of money."""


def row(
    variance_id: int, variance: Variance, full: Comparison, passage_id: int | None, subject_id: int
) -> dict[str, Any]:
    """The columns of an explained comparison, but for its document; `full` are its figures as filled in."""
    categories = "、".join(dict.fromkeys(cause.category for cause in variance.causes)) or variance.category
    money = YUAN.get(full.unit or "")
    return {
        "id": variance_id,
        "passage_id": passage_id,
        "subject_id": subject_id,
        "year": variance.year,
        "class": class_of(variance.subject),
        "depth": variance.subject.count("/") + 1,
        "compared_with": variance.compared_with,
        "direction": variance.direction,
        "category": variance.category,
        "categories": categories,
        "budget": yuan(full.budget, money),
        "actual": yuan(full.actual, money),
        "difference": yuan(full.difference, money),
        "rate": rate(variance, full),
    }


def class_of(subject: str) -> str | None:
    """The functional class (类) of a subject, by its present name; None for totals and lines that are in none."""
    return _classes().get(subject.split("/")[0])


@cache
def _classes() -> dict[str, str]:
    return {name: names[0] for names in load("functional")["classes"].values() for name in names}


def rate(variance: Variance, full: Comparison) -> float | None:
    """The actual figure in % of the base: as printed, or from a printed change, or from the two figures."""
    if full.rate is not None:
        return _number(full.rate)
    change = _number(variance.change_rate)
    if change is not None:
        return 100 + change
    base, actual = _number(full.budget), _number(full.actual)
    return None if not base or actual is None else 100 * actual / base


def yuan(value: str | None, money: int | None) -> float | None:
    """A printed figure in yuan, None where its unit is not one of money."""
    try:
        return None if value is None or money is None else float(Decimal(value) * money)
    except InvalidOperation:
        return None


def passage_of(starts: Sequence[int], first: int, start: int) -> int | None:
    """The id of the passage in which `start` stands; `starts` of passages whose ids begin with `first`."""
    at = bisect_right(starts, start) - 1
    return first + at if at >= 0 else None


def rows(
    variances: Iterable[tuple[int, Variance]],
    full: Mapping[int, Comparison],
    subjects: Mapping[str, int],
    starts: Sequence[int],
    first: int,
) -> list[dict[str, Any]]:
    """The rows of a document's comparisons that are explained; `full` by the id of the comparison."""
    return [
        row(at, variance, full[at], passage_of(starts, first, variance.start), subjects[variance.subject])
        for at, variance in variances
        if variance.reason is not None
    ]


def _number(printed: str | None) -> float | None:
    try:
        return None if printed is None else float(Decimal(printed))
    except InvalidOperation:
        return None
