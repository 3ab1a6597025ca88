"""Where the figure of a measure stands in each kind of record, and figures computed from two others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from extractor.questions.answer import Figure
from extractor.questions.facts import Fact, number, yuan
from extractor.questions.query import ACTUAL, BUDGETS, CHANGE, CHANGE_RATE, COUNT, GAP, RATE, SCORE
from extractor.questions.words import words

_BUDGET = dict.fromkeys((*BUDGETS, "年初预算数", "预算数", "全年预算数"), "budget")
VARIANCE_COLUMNS = {
    ACTUAL: "actual", **_BUDGET,
    RATE: "completion_rate", GAP: "difference", CHANGE: "difference", CHANGE_RATE: "change_rate",
}  # fmt: skip
CHANGED_BY = """coalesce(change_rate, CAST(completion_rate AS REAL) - 100,
    100.0 * CAST(difference AS REAL) / nullif(CAST(budget AS REAL), 0))"""
"""SQL: by how many percent it changed, printed or as the other figures give it."""
PROJECT_COLUMNS = {
    ACTUAL: "executed", **_BUDGET,
    RATE: "completion_rate", SCORE: "score",
}  # fmt: skip
INDICATOR_COLUMNS = {COUNT: "actual", "完成值": "actual", "目标值": "target", SCORE: "score", ACTUAL: "actual"}
_COLUMNS = {"variance": VARIANCE_COLUMNS, "project": PROJECT_COLUMNS, "indicator": INDICATOR_COLUMNS}
_DEFAULTS = {"variance": ACTUAL, "project": ACTUAL, "indicator": "完成值"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of a fact: the decimal, the string as printed, the unit."""

    value: Decimal
    printed: str
    unit: str | None

    @property
    def figure(self) -> Figure:
        """As an answer gives it."""
        return Figure(self.printed, self.unit)

    @property
    def size(self) -> Decimal:
        """For comparing amounts in different units."""
        return yuan(self.value, self.unit)


def chain(measure: str | None) -> tuple[str, ...]:
    """The measures of the records that answer for a measure of a question, the better first."""
    return words().measures.get(measure or "", (measure or "",))


def measured(fact: Fact, measure: str | None) -> Measured | None:
    """The figure of the measure in this fact, None where it has none."""
    kind = fact.row["record"]
    if kind == "amount":
        return _measured(fact.row["value"], fact.row["unit"])
    if kind not in _COLUMNS:
        return None
    wanted = measure or _DEFAULTS[kind]
    if kind == "indicator" and measure is None and fact.row["actual"] is None:
        wanted = SCORE
    if kind == "project" and wanted == GAP:
        return _unspent(fact.row)
    column = _COLUMNS[kind].get(wanted)
    if column is None:
        return None
    source = {**fact.row, **fact.filled} if kind == "variance" else fact.row
    unit = "%" if column.endswith("rate") else "分" if column == "score" else source.get("unit")
    if column == "change_rate" and source[column] is None:
        return _change_rate(source)
    return _measured(source[column], unit)


def _unspent(row: Mapping[str, object]) -> Measured | None:
    """What was executed less the budget of a project, computed."""
    executed, budget = number(row["executed"]), number(row["budget"])
    return None if executed is None or budget is None else _measured(f"{executed - budget:f}", row["unit"])


def _measured(printed: object, unit: object) -> Measured | None:
    value = number(printed)
    return None if value is None else Measured(value, str(printed), None if unit is None else str(unit))


def _change_rate(source: dict[str, object]) -> Measured | None:
    difference, budget = number(source.get("difference")), number(source.get("budget"))
    return percent(difference, budget) if difference is not None and budget else None


def percent(part: Decimal, whole: Decimal) -> Measured:
    """`part` of `whole` in %, computed, rounded once to two digits."""
    share = (part / whole * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Measured(share, str(share), "%")


def total(figures: list[Measured]) -> Measured | None:
    """The exact sum: in the unit they share, else in 万元; None where they cannot be added."""
    units = {figure.unit for figure in figures}
    if len(units) == 1:
        value = sum((figure.value for figure in figures), Decimal(0))
        return Measured(value, f"{value:f}", units.pop())
    if not units or not all(unit in words().money for unit in units):
        return None
    value = sum((figure.size for figure in figures), Decimal(0)) / words().money["万元"]
    return Measured(value, f"{value.normalize():f}", "万元")


def agree(one: Measured, other: Measured) -> bool:
    """Whether two figures are the same but for rounding: within one of the last digit of the less precise."""
    return abs(one.size - other.size) <= max(_last_digit(one), _last_digit(other))


def _last_digit(figure: Measured) -> Decimal:
    exponent = figure.value.as_tuple().exponent
    return yuan(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0), figure.unit)
