"""What a comparison leaves unsaid and the same document says elsewhere: the budget, the actual, the rate.

"支出决算数小于年初预算数的主要原因是…" prints no figure; the sentence before it does. Figures are exact, as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from extractor.records import Amount, Variance

# Which measures hold the two sides of a comparison (docs/records.md), the first that the document prints.
_BASE = {
    "年初预算": ("年初预算数",),
    "全年预算": ("全年预算数",),
    "预算": ("预算数", "年初预算数"),
    "上年决算": ("上年决算数",),
    "上年预算": ("上年预算数",),
}
_ACTUAL = ("决算数", "预算数", "年初预算数")
_ACTUAL_OF_BUDGETS = ("预算数", "年初预算数")
_RATE = ("完成率",)
_LAST_YEAR = ("上年决算数", "上年预算数")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides of a comparison, their difference (actual - budget) in `unit`, and the completion rate in %."""

    budget: str | None
    actual: str | None
    difference: str | None
    rate: str | None
    unit: str | None


class Amounts:
    """The amounts of one document, by subject and measure."""

    def __init__(self, amounts: Iterable[Amount]) -> None:
        self._by_subject: dict[tuple[str, str], list[Amount]] = defaultdict(list)
        for amount in amounts:
            self._by_subject[amount.subject, amount.measure].append(amount)

    def complete(self, variance: Variance) -> Comparison:
        """The comparison with what its clause leaves out filled in from the amounts of the same subject and year."""
        base = _BASE.get(variance.compared_with, ())
        sides = _ACTUAL_OF_BUDGETS if variance.compared_with == "上年预算" else _ACTUAL
        found = self._nearest(variance, [m for m in sides if m not in base], variance.unit) if base else None
        actual = variance.actual or (found.value if found else None)
        unit = variance.unit or (found.unit if found else None)
        against = self._nearest(variance, base, unit)
        budget = variance.baseline or (against.value if against else None)
        rate = variance.completion_rate
        if rate is None and base and not set(base) & set(_LAST_YEAR):
            printed = self._nearest(variance, _RATE, None)
            rate = printed.value if printed else None
        return Comparison(budget, actual, variance.change or minus(actual, budget), rate, unit)

    def _nearest(self, variance: Variance, measures: Iterable[str], unit: str | None) -> Amount | None:
        """The amount nearest in the text, a narrative one before a table's, that fits the unit and the year."""
        for measure in measures:
            year = None if variance.year is None else variance.year - (measure in _LAST_YEAR)
            fitting = [
                amount
                for amount in self._by_subject[variance.subject, measure]
                if (unit is None or amount.unit == unit) and (year is None or amount.year == year)
            ]
            if fitting:
                return min(fitting, key=lambda a: (a.source != variance.source, abs(a.start - variance.start), a.start))
        return None


def minus(actual: str | None, budget: str | None) -> str | None:
    """actual - budget, exact, as printed figures are: None where one is missing or no number."""
    if actual is None or budget is None:
        return None
    try:
        return f"{Decimal(actual) - Decimal(budget):f}"
    except InvalidOperation:
        return None
