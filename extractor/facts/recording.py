"""What was bound becomes records: comparisons completed from the facts beside them, spans taken back to the stored text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from extractor.facts.model import Bound, Comparison, Fact
from extractor.facts.reasons import causes as separate
from extractor.language.codes import code_of, plain
from extractor.language.numbers import yuan
from extractor.records import Amount, Reason, Variance
from extractor.report import Unbound
from extractor.structure.outline import Outline

Codes = Mapping[str, str]

_NEAR = 260  # characters: a figure further back is another statement

_BASELINE = {
    "上年决算": "上年决算数", "上年预算": "上年预算数", "年初预算": "年初预算数", "全年预算": "全年预算数", "预算": "预算数",
}  # fmt: skip


def amounts(bound: Bound, outline: Outline, codes: Codes = MappingProxyType({})) -> tuple[Amount, ...]:
    """The facts as records, each once a place. `codes` are those that the report's own tables print: path → code."""
    seen: set[tuple[object, ...]] = set()
    made = []
    for fact in bound.facts:
        key = (fact.subject, fact.measure, fact.value, fact.unit, fact.year, fact.start)
        if key in seen:
            continue
        seen.add(key)
        start, end = outline.flow.stored(fact.start, fact.end)
        made.append(
            Amount(
                document=outline.report.name, year=fact.year, page=outline.page(fact.start), start=start, end=end,
                quote=outline.report.text[start:end], subject=fact.subject, code=_code(fact.subject, bound, codes), measure=fact.measure, value=fact.value,
                unit=fact.unit, yuan=yuan(fact.value, fact.unit), stated=fact.stated,
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda r: (r.start, r.end)))


def variances(
    bound: Bound, outline: Outline, year: int | None, kind: str | None, codes: Codes = MappingProxyType({})
) -> tuple[Variance, ...]:
    """The comparisons as records, completed and without those that only repeat a nothing."""
    complete_comparisons(bound, kind)
    kept = [c for c in bound.comparisons if _says_something(c)]
    nothing = {(c.subject, c.heading) for c in kept if c.base == "无"}
    kept = [c for c in kept if not (_empty(c) and _told_as_nothing(c, nothing))]
    made = (_variance(c, outline, year, _code(c.subject, bound, codes)) for c in kept)
    return tuple(sorted(made, key=lambda r: (r.start, r.end)))


def _code(subject: str, bound: Bound, tabled: Codes) -> str | None:
    """The code printed with a subject, else of the official list, else of the report's tables: all names agreeing."""
    return bound.codes.get(subject) or code_of(subject) or tabled.get(plain(subject))


def unbound(bound: Bound, outline: Outline) -> tuple[Unbound, ...]:
    """The figures that found no subject or measure."""
    made = []
    for loose in bound.loose:
        start, end = outline.flow.stored(loose.start, loose.end)
        quote_start, quote_end = outline.flow.stored(loose.clause_start, loose.clause_end)
        text = outline.report.text
        made.append(Unbound(text[start:end], start, end, outline.page(loose.start), text[quote_start:quote_end]))
    return tuple(made)


def complete_comparisons(bound: Bound, kind: str | None) -> None:
    """Baseline, actual and direction from the facts of the same section; a contradiction with arithmetic is left as printed."""
    own = "预算数" if kind == "预算" else "决算数"
    table: dict[tuple[str, str, int | None], list[Fact]] = {}
    for fact in bound.facts:
        if fact.measure in (own, "预算数", "金额", *_BASELINE.values()):
            table.setdefault((fact.subject, fact.measure, fact.heading), []).append(fact)
    _imply_comparisons(bound, own)
    for comparison in bound.comparisons:
        if comparison.nested:
            continue
        mine = own
        if _of_budgets(comparison, table):
            comparison.base, mine = "上年预算", "预算数"
        actual = _nearest(table.get((comparison.subject, mine, comparison.heading), ()), comparison)
        if actual is None:
            other = "年初预算数" if kind == "预算" else "金额"
            actual = _nearest(table.get((comparison.subject, other, comparison.heading), ()), comparison)
        measure = _BASELINE.get(comparison.base)
        if comparison.base == "无":
            measure = next(
                (m for m in ("年初预算数", "预算数") if (comparison.subject, m, comparison.heading) in table), None
            )
        base = (
            _nearest(table.get((comparison.subject, measure, comparison.heading), ()), comparison) if measure else None
        )
        if actual is not None:
            comparison.actual, comparison.unit = actual.value, comparison.unit or actual.unit
        if base is not None and base is not actual:
            comparison.baseline, comparison.unit = base.value, comparison.unit or base.unit
        # The evidence of a comparison covers the clauses that its two sides were stated in.
        comparison.start = min([comparison.start, *(f.start for f in (actual, base) if f is not None)])
        comparison.direction = _direction(comparison)


def _of_budgets(comparison: Comparison, table: dict[tuple[str, str, int | None], list[Fact]]) -> bool:
    """2020年收入预算N，2019年收入预算M，同比…: both sides that were stated are budgets, also in final accounts."""
    if comparison.base != "上年决算":
        return False
    near = {
        measure
        for measure in ("上年决算数", "上年预算数", "预算数")
        if _nearest(table.get((comparison.subject, measure, comparison.heading), ()), comparison) is not None
    }
    return near == {"上年预算数", "预算数"}


def _imply_comparisons(bound: Bound, own: str) -> None:
    """A budget and an outturn that differ, stated together, are a comparison also where no word compares them."""
    compared = {(c.subject, c.paragraph) for c in bound.comparisons if not c.base.startswith("上年")}
    stated = {(f.subject, f.paragraph, f.measure): f for f in bound.facts}
    for (subject, paragraph, measure), budget in stated.items():
        actual = stated.get((subject, paragraph, own))
        if measure != "年初预算数" or actual is None or (subject, paragraph) in compared:
            continue
        if Decimal(budget.value) != Decimal(actual.value):
            bound.comparisons.append(
                Comparison(
                    subject,
                    "年初预算",
                    min(budget.start, actual.start),
                    max(budget.end, actual.end),
                    actual.heading,
                    paragraph,
                )
            )


def _nearest(facts: Iterable[Fact], comparison: Comparison) -> Fact | None:
    """The fact stated last before the comparison's end: in its paragraph or just before, for a nothing in its section."""
    near = (
        f for f in facts
        if f.start < comparison.end
        and (f.paragraph == comparison.paragraph or comparison.base == "无" or comparison.start - f.start < _NEAR)
    )  # fmt: skip
    return max(near, key=lambda f: f.start, default=None)


def _number(value: str | None) -> Decimal | None:
    try:
        return Decimal(value) if value is not None else None
    except InvalidOperation:
        return None


def _direction(comparison: Comparison) -> str | None:
    """As printed, else as the figures say; both sides nothing is 未发生, unless the text says 持平."""
    baseline, actual, change = _number(comparison.baseline), _number(comparison.actual), _number(comparison.change)
    rate, completion = _number(comparison.rate), _number(comparison.completion)
    if comparison.direction == "未发生" or comparison.said_flat:
        return comparison.direction
    if actual == 0 and (baseline == 0 or (baseline is None and 0 in (completion, change))):
        return "未发生"
    if change == 0 or (change is None and rate == 0):
        return "持平"
    if comparison.direction is not None:
        return comparison.direction
    if baseline is not None and actual is not None:
        return _sign(actual - baseline)
    if completion is not None:
        return _sign(completion - 100)
    return None


def _sign(difference: Decimal) -> str:
    return "增加" if difference > 0 else "减少" if difference < 0 else "持平"


def _says_something(comparison: Comparison) -> bool:
    if comparison.nested and (comparison.change, comparison.rate, comparison.completion) == (None, None, None):
        return False
    return comparison.direction is not None or comparison.reason is not None


def _empty(comparison: Comparison) -> bool:
    """A comparison of nothing with nothing, in figures only."""
    zero = all(
        _number(v) in (None, Decimal(0))
        for v in (comparison.change, comparison.rate, comparison.completion, comparison.actual, comparison.baseline)
    )
    return zero and comparison.base != "无" and not comparison.said_flat and comparison.reason is None


def _told_as_nothing(comparison: Comparison, nothing: set[tuple[str, int | None]]) -> bool:
    return (comparison.subject, comparison.heading) in nothing


def _variance(comparison: Comparison, outline: Outline, year: int | None, code: str | None) -> Variance:
    report = outline.report
    start, end = outline.flow.stored(comparison.start, comparison.end)
    reason, causes = _explained(comparison, comparison.reason, outline, year) if comparison.reason else (None, ())
    return Variance(
        document=report.name, year=year, page=outline.page(comparison.start), start=start, end=end,
        quote=report.text[start:end], subject=comparison.subject, code=code, compared_with=comparison.base, baseline=comparison.baseline, actual=comparison.actual,
        change=comparison.change, change_rate=comparison.rate, completion_rate=comparison.completion, unit=comparison.unit,
        direction=comparison.direction, reason=reason, category=causes[0].category if causes else None, causes=causes,
    )  # fmt: skip


def _explained(
    comparison: Comparison, span: tuple[int, int], outline: Outline, year: int | None
) -> tuple[str, tuple[Reason, ...]]:
    """The explanation at a span of the flow, verbatim, and its separate causes."""
    text = outline.flow.text[span[0] : span[1]].strip("，。；、：")
    first = span[0] + outline.flow.text[span[0] : span[1]].find(text)
    made = []
    for rank, cause in enumerate(separate(text), 1):
        at = first + cause.start
        start, end = outline.flow.stored(at, at + len(cause.text))
        made.append(
            Reason(
                document=outline.report.name, year=year, page=outline.page(at), start=start, end=end,
                quote=outline.report.text[start:end], subject=comparison.subject, compared_with=comparison.base,
                direction=comparison.direction, text=outline.verbatim(at, at + len(cause.text)), category=cause.category, rank=rank,
            )
        )  # fmt: skip
    return outline.verbatim(first, first + len(text)), tuple(made)
