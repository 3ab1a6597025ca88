"""Income and expenditure against each other, and with what was carried over: over the whole report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extractor.checks.material import ERROR, WARNING, Doubt, Figure, Material
from extractor.checks.rates import remark
from extractor.checks.rounding import NEAR, OFF, around
from extractor.checks.sums import Addition, plain
from extractor.language.numbers import money_units
from extractor.lexicon import load

_OWN = ("决算数", "预算数")


def balance(material: Material) -> Iterator[Doubt]:
    """收入总计 = 支出总计; 总计 = 合计 + what was carried over. Only of subjects that have one value in the report."""
    for measure in _OWN:
        one = {name: figure for name in _names() if (figure := _only(material, name, measure)) is not None}
        for income, expenditure in load("checks")["balance"]["equal"]:
            if income in one and expenditure in one:
                yield from _equal(one[income], one[expenditure])
        for rule in load("checks")["balance"]["total"]:
            parts = [one[name] for name in rule["parts"] if name in one]
            if rule["total"] not in one or not all(name in one for name in rule["needed"]):
                continue
            addition = Addition(one[rule["total"]], tuple(parts))
            complete = len(parts) == len(rule["parts"])
            if addition.gap and (addition.near or complete or addition.gap < 0):
                yield addition.doubt("收支相等", rule["total"])


@cache
def _names() -> tuple[str, ...]:
    rules = load("checks")["balance"]
    pairs = [name for pair in rules["equal"] for name in pair]
    return tuple(
        dict.fromkeys([*pairs, *(name for rule in rules["total"] for name in (rule["total"], *rule["parts"]))])
    )


def _only(material: Material, subject: str, measure: str) -> Figure | None:
    """The figure of a subject, where the report gives it only one value."""
    stated = [
        a
        for a in material.by_subject.get(subject, ())
        if a.measure == measure and a.year == material.year and a.yuan is not None
        and not (a.column or "").endswith(("拨款", "预算", "基金"))
    ]  # fmt: skip
    figures = material.figures(stated)
    if not figures or max(f.value for f in figures) - min(f.value for f in figures) > max(f.step for f in figures) / 2:
        return None
    return min(figures, key=lambda figure: figure.step)


def _equal(income: Figure, expenditure: Figure) -> Iterator[Doubt]:
    gap, unit = abs(income.value - expenditure.value), max(income.step, expenditure.step)
    if gap == 0 or (income.step != expenditure.step and gap <= unit / 2):
        return
    factor = Decimal(money_units().get(income.amount.unit or "", "1"))
    message = (
        f"{income.amount.subject}为{income.named}，{expenditure.amount.subject}为{expenditure.named}，"
        f"两者应当相等，相差{plain(gap / factor)}{income.amount.unit or ''}{remark(NEAR if gap <= unit else OFF)}。"
    )
    fixes = {
        income.span: around(expenditure.value, income.step),
        expenditure.span: around(income.value, expenditure.step),
    }
    severity = WARNING if gap <= unit else ERROR
    spans = (expenditure.span, income.span)
    yield Doubt("收支相等", severity, message, spans, income.printed, expenditure.printed, fixes)
