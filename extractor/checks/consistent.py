"""Whether the figures of a comparison make each other up, told from what was read and before it is looked for."""

from __future__ import annotations

from decimal import Decimal

from extractor.checks.rounding import agrees
from extractor.records import Variance


def consistent(variance: Variance, budget: Decimal | None) -> bool:
    """Whether no rule of `rates` can doubt a comparison, whichever of its figures its sentences turn out to print.

    `budget` is the only one that the tables print for its subject. A comparison that is not may still be sound.
    """
    base, actual, change, rate, completion = (
        None if value is None else Decimal(value)
        for value in (
            variance.baseline, variance.actual, variance.change, variance.change_rate, variance.completion_rate
        )
    )  # fmt: skip
    if completion is not None and 0 in (base, budget) and not variance.compared_with.startswith("上年"):
        return False
    if change is not None and rate is not None and change * rate < 0:
        return False
    if variance.direction in ("增加", "减少"):
        sign = 1 if variance.direction == "增加" else -1
        if base is not None and actual is not None and (actual - base) * sign <= 0:
            return False
        if completion is not None and (completion - 100) * sign < 0:
            return False
    if actual is None:
        return True
    if completion is not None and base is not None and base > 0 and actual >= 0:
        exact = actual * 100 / base
        if not agrees(str(variance.completion_rate), exact):
            return False
    if change is not None:
        before = actual - change
        if (base is not None and base != before) or before < 0 <= actual:
            return False
    elif base is not None:
        before = base
    else:
        return True
    if rate is None or before < 0:
        return True
    if before == 0:
        return 0 in (actual, rate)
    return agrees(str(variance.change_rate).lstrip("-"), abs(actual - before) * 100 / before)
