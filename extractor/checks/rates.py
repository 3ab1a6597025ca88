"""Completion rates, changes and rates of change, recomputed from the amounts printed beside them; directions by sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractor.checks.consistent import consistent
from extractor.checks.material import ERROR, NOTE, WARNING, Doubt, Material, Span, find
from extractor.checks.rounding import AGREES, NEAR, OFF, Range, around, follows, half_up, ratio, step
from extractor.language.numbers import money_units
from extractor.records import Variance


@dataclass(frozen=True, slots=True)
class Printed:
    """One figure of a comparison as printed: its value, its unit of the last digit, its place, what it stands for."""

    text: str
    value: Decimal
    step: Decimal
    span: Span

    @property
    def range(self) -> Range:
        return around(abs(self.value), self.step)


class Comparison:
    """A variance with the places of its figures; a figure that its own sentences do not print is left out."""

    def __init__(self, material: Material, variance: Variance) -> None:
        self.material, self.variance = material, variance
        self.name = variance.subject.rsplit("/", 1)[-1]
        money = variance.unit
        self.baseline = self._printed(variance.baseline, money)
        self.actual = self._printed(variance.actual, money, variance.actual == variance.baseline)
        if self.actual and material.of_other_year(self.actual.span, variance.year):
            self.actual = None
        self.change = self._printed(variance.change, money, self._repeats(variance))
        self.rate = self._printed(variance.change_rate, "%")
        self.completion = self._printed(variance.completion_rate, "%")

    def _repeats(self, variance: Variance) -> bool:
        """Whether the change is as much as the amount itself, which stands before it."""
        return self.actual is not None and variance.change is not None and Decimal(variance.change) == self.actual.value

    def _printed(self, value: str | None, unit: str | None, last: bool = False) -> Printed | None:
        if value is None:
            return None
        places = find(self.material.text, (self.variance.start, self.variance.end), value, unit)
        places = [place for place in places if not self.material.torn(place)]
        if not places:
            return None
        own = step(value)
        if unit in money_units():
            finest = self.material.finest.get(unit or "")
            own = min(own, finest / Decimal(money_units()[unit or ""])) if finest else own
        return Printed(f"{value}{unit or ''}", Decimal(value), own, places[-1] if unit == "%" or last else places[0])

    def doubt(
        self, rule: str, severity: str, message: str, figures: list[Printed], expected: str, fixes: dict[Span, Range]
    ) -> Doubt:
        spans = tuple(figure.span for figure in figures)
        factor = Decimal(money_units().get(self.variance.unit or "", "1"))
        money = {figure.span for figure in (self.baseline, self.actual, self.change) if figure is not None}
        scaled = {
            span: Range(fix.low * factor, fix.high * factor) if span in money else fix for span, fix in fixes.items()
        }
        return Doubt(rule, severity, message, spans, expected, figures[0].text, scaled)


def rates(material: Material) -> Iterator[Doubt]:
    """Every doubt about the comparisons."""
    for variance in material.extraction.variances:
        if not consistent(variance, _budget_of(material, variance)):
            yield from doubted(Comparison(material, variance))


def doubted(comparison: Comparison) -> Iterator[Doubt]:
    """Every doubt about one comparison."""
    yield from _zero_base(comparison)
    yield from _completion(comparison)
    yield from _change(comparison)
    yield from _change_rate(comparison)
    yield from _direction(comparison)


def _zero_base(one: Comparison) -> Iterator[Doubt]:
    """完成预算的100%, where the budget is 0."""
    if one.completion is None or one.variance.compared_with.startswith("上年"):
        return
    budget = one.baseline.value if one.baseline else _budget_of(one.material, one.variance)
    if budget != 0:
        return
    figures = [one.completion, *([one.baseline] if one.baseline else [])]
    base = one.variance.compared_with.replace("无", "预算")
    message = f"{one.name}的{base}为0，不应有完成率，却印“完成{base}的{one.completion.text}”。"
    severity = WARNING if one.completion.value else NOTE
    yield one.doubt("零预算完成率", severity, message, figures, "无完成率", {})


def _budget_of(material: Material, variance: Variance) -> Decimal | None:
    """The budget that a table prints for the subject, where it prints only one."""
    values = {
        Decimal(cell.value)
        for cell in material.by_subject.get(variance.subject, ())
        if cell.source == "table" and cell.measure in ("预算数", "年初预算数", "全年预算数")
    }
    return values.pop() if len(values) == 1 else None


def _completion(one: Comparison) -> Iterator[Doubt]:
    base, actual, printed = one.baseline, one.actual, one.completion
    if base is None or actual is None or printed is None or base.value <= 0 or actual.value < 0:
        return
    verdict = follows(printed.text.rstrip("%"), actual.value * 100 / base.value, ratio(actual.range, base.range))
    if verdict == AGREES or (verdict == OFF and _otherwise(one, printed)):
        return
    expected = half_up(actual.value * 100 / base.value, printed.step)
    message = (
        f"{one.name}完成{one.variance.compared_with}的比例按{actual.text}÷{base.text}应为{expected}%，"
        f"印为{printed.text}{remark(verdict)}。"
    )
    share = around(printed.value, printed.step)
    fixes = {
        printed.span: ratio(actual.range, base.range),
        actual.span: _times(share, base.range),
        base.span: _over(actual.range, share),
    }
    severity = ERROR if verdict == OFF else WARNING
    yield one.doubt("完成率复算", severity, message, [printed, actual, base], f"{expected}%", fixes)


def _change(one: Comparison) -> Iterator[Doubt]:
    """The change is what lies between the two amounts."""
    base, actual, printed = one.baseline, one.actual, one.change
    if base is None and actual is not None and printed is not None:
        yield from _negative_base(one, actual, printed)
    if base is None or actual is None or printed is None or len({base.span, actual.span, printed.span}) < 3:
        return
    exact = actual.value - base.value
    gap = abs(exact - printed.value)
    if gap == 0:
        return
    near = gap <= (base.step + actual.step + printed.step) / 2
    unit = one.variance.unit or ""
    message = (
        f"{one.name}按{actual.text}减{base.text}应{_moved(exact)}{abs(exact)}{unit}，"
        f"印为{_moved(printed.value)}{abs(printed.value)}{unit}{remark(NEAR if near else OFF)}。"
    )
    fixes = {
        printed.span: around(abs(exact), printed.step),
        actual.span: around(base.value + printed.value, actual.step),
        base.span: around(actual.value - printed.value, base.step),
    }
    severity = WARNING if near else ERROR
    yield one.doubt("增减额复算", severity, message, [printed, actual, base], f"{exact}{unit}", fixes)


def _negative_base(one: Comparison, actual: Printed, change: Printed) -> Iterator[Doubt]:
    """0万元，比上年增加5万元: what it is compared with would be less than nothing."""
    if actual.value < 0 or actual.value - change.value >= -(actual.step + change.step) or "结" in one.name:
        return
    base = one.variance.compared_with
    message = f"{one.name}为{actual.text}，却比{base}增加{change.text}，{base}便成了负数。"
    least = Range(change.value, change.value * 10**6)
    fixes = {actual.span: least, change.span: Range(Decimal(0), actual.value)}
    yield one.doubt("增减额复算", ERROR, message, [change, actual], f"不大于{actual.text}", fixes)


def _change_rate(one: Comparison) -> Iterator[Doubt]:
    """增减率 of the base: as printed, else the actual less the change."""
    printed, change, actual = one.rate, one.change, one.actual
    if printed is None:
        return
    if change is not None and actual is not None:
        base = one.baseline.range if one.baseline else Range(*sorted(_before(actual, change)))
        exact_base = one.baseline.value if one.baseline else actual.value - change.value
        moved, exact = change.range, abs(change.value)
        figures = [printed, change, *([one.baseline] if one.baseline else [actual])]
    elif one.baseline is not None and actual is not None:
        base, exact_base = one.baseline.range, one.baseline.value
        exact = abs(actual.value - one.baseline.value)
        moved = around(exact, actual.step + one.baseline.step)
        figures = [printed, actual, one.baseline]
    else:
        return
    if exact_base <= 0 or base.low <= 0:
        apart = one.baseline is not None or (actual.span != (change.span if change else None))
        if exact_base == 0 and actual.value != 0 and printed.value != 0 and apart:
            message = f"{one.name}的{one.variance.compared_with}为0，不应有增减率，却印{printed.text.lstrip('-')}。"
            yield one.doubt("零基数增减率", WARNING, message, figures, "无增减率", {})
        return
    possible = ratio(moved, base)
    verdict = follows(printed.text.rstrip("%").lstrip("-"), exact * 100 / exact_base, possible)
    if verdict == AGREES or (verdict == OFF and _otherwise(one, printed, change)):
        return
    expected = half_up(exact * 100 / exact_base, printed.step)
    message = (
        f"{one.name}与{one.variance.compared_with}相比的增减率按印出的金额应为{expected}%，"
        f"印为{printed.text.lstrip('-')}{remark(verdict)}。"
    )
    share = around(abs(printed.value), printed.step)
    fixes = {printed.span: possible}
    if change is not None:
        fixes[change.span] = _times(share, base)
    if one.baseline is None and change is not None and actual is not None and share.low > 0:
        last = _over(change.range, share)
        fixes[actual.span] = Range(last.low + change.value, last.high + change.value)
    severity = ERROR if verdict == OFF else WARNING
    yield one.doubt("增减率复算", severity, message, figures, f"{expected.copy_sign(printed.value)}%", fixes)


def _direction(one: Comparison) -> Iterator[Doubt]:
    """Words of direction against signs and figures."""
    direction, base, actual = one.variance.direction, one.baseline, one.actual
    if one.change is not None and one.rate is not None and one.change.value * one.rate.value < 0:
        message = f"{one.name}的增减额写“{_moved(one.change.value)}”，增减率却写“{_moved(one.rate.value)}”，方向相反。"
        figures = [one.change, one.rate]
        yield one.doubt("方向与数字", ERROR, message, figures, _moved(one.rate.value), {})
        return
    if base is not None and actual is not None and base.span != actual.span and direction in ("增加", "减少"):
        moved = _moved(actual.value - base.value) if actual.value != base.value else "持平"
        if moved != direction:
            message = f"{one.name}由{base.text}到{actual.text}是{moved}，正文却写{direction}。"
            free = Range(base.value, base.value * 10**6) if direction == "增加" else Range(Decimal(0), base.value)
            fixes = {actual.span: free}
            yield one.doubt("方向与数字", ERROR, message, [actual, base], moved, fixes)
    elif one.completion is not None and direction in ("增加", "减少") and (base is None or actual is None):
        moved = _moved(one.completion.value - 100)
        if one.completion.value != 100 and moved != direction:
            message = f"{one.name}完成{one.completion.text}，正文却写{direction}。"
            yield one.doubt("方向与数字", ERROR, message, [one.completion], moved, {})


def _otherwise(one: Comparison, printed: Printed, change: Printed | None = None) -> bool:
    """Whether other figures do make up the rate, those of the same subject or those of the same sentence.

    Then it may be we who took the wrong ones.
    """
    factor = Decimal(money_units().get(one.variance.unit or "", "1"))
    used = {abs(figure.value) * factor for figure in (one.actual, one.baseline) if figure}
    amounts = {
        Decimal(amount.yuan)
        for amount in one.material.by_subject.get(one.variance.subject, ())
        if amount.yuan and amount.measure != "增减额"
    }
    if change is None:
        pairs = {(part, whole) for part in amounts for whole in amounts if not {part, whole} <= used}
    else:
        moved = change.value * factor
        pairs = {(abs(moved), whole) for whole in amounts - used}
        pairs |= {(abs(moved), whole - moved) for whole in one.material.beside(printed.span) - used}
    return any(half_up(part * 100 / whole, printed.step) == abs(printed.value) for part, whole in pairs if whole > 0)


def _before(actual: Printed, change: Printed) -> tuple[Decimal, Decimal]:
    last, slack = actual.value - change.value, (actual.step + change.step) / 2
    return last - slack, last + slack


def _times(share: Range, whole: Range) -> Range:
    return Range(share.low * whole.low / 100, share.high * whole.high / 100)


def _over(part: Range, share: Range) -> Range:
    low = max(share.low, Decimal("0.0001"))
    return Range(max(part.low, Decimal(0)) * 100 / share.high, part.high * 100 / low)


def _moved(difference: Decimal) -> str:
    return "增加" if difference > 0 else "减少"


def remark(verdict: str) -> str:
    """What is said of a difference that rounding may explain."""
    return "，属四舍五入级差异" if verdict == NEAR else ""
