"""Comparisons that are told to be consistent at a glance: none of them can be doubted, whatever of it is printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractor.checks.consistent import consistent
from extractor.checks.material import Material
from extractor.checks.rates import Comparison, doubted
from extractor.records import Variance
from extractor.report import Extraction, Report

MONEY = st.sampled_from(["-1", "0", "0.0", "1", "2.5", "3.00", "12"])
RATES = st.sampled_from(["-50", "0", "8.3", "40.00", "100", "120.0", "300"])


def _over(part: Decimal, whole: Decimal) -> str:
    return str((part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


@st.composite
def variances(draw: st.DrawFn) -> Variance:
    """A comparison whose figures are mostly those that follow from the others."""
    base, actual = draw(MONEY), draw(MONEY)
    moved = Decimal(actual) - Decimal(base)
    change = draw(st.one_of(st.just(str(moved)), MONEY))
    known = Decimal(base) > 0
    rate = draw(st.one_of(st.just(_over(moved, Decimal(base)) if known else "0"), RATES))
    completion = draw(st.one_of(st.just(_over(Decimal(actual), Decimal(base)) if known else "100"), RATES))
    said = "增加" if moved > 0 else "减少" if moved < 0 else "持平"
    return Variance(
        document="某报告.txt", year=2023, start=0, end=0, quote="", subject="公务接待费", unit="万元",
        compared_with=draw(st.sampled_from(["年初预算", "上年决算", "无"])),
        baseline=draw(st.sampled_from([base, None])), actual=draw(st.sampled_from([actual, actual, None])),
        change=draw(st.sampled_from([change, None])), change_rate=draw(st.sampled_from([rate, None])),
        completion_rate=draw(st.sampled_from([completion, None])),
        direction=draw(st.sampled_from([said, said, "增加", "减少", None])),
    )  # fmt: skip


def _printing(variance: Variance, printed: list[bool], order: list[int]) -> Comparison:
    """The comparison in a text that prints some of its figures, in some order."""
    figures = [(value, "万元") for value in (variance.baseline, variance.actual, variance.change)]
    figures += [(value, "%") for value in (variance.change_rate, variance.completion_rate)]
    shown = [figures[at] for at in order if printed[at]]
    text = "2022年，" * printed[-1] + "，".join(
        f"为{(value or '').lstrip('-')}{unit}" for value, unit in shown if value
    )
    report = Report("某报告.txt", "txt", "", text)
    whole = replace(variance, end=len(text))
    return Comparison(Material(Extraction(report, None, 2023, "决算", variances=(whole,))), whole)


@given(variances(), st.lists(st.booleans(), min_size=6, max_size=6), st.permutations(range(5)))
def test_what_is_consistent_is_never_doubted(variance: Variance, printed: list[bool], order: list[int]) -> None:
    assume(consistent(variance, None))
    assert list(doubted(_printing(variance, printed, order))) == []


def _variance(**figures: str) -> Variance:
    return Variance(
        document="某报告.txt", year=2023, start=0, end=0, quote="", subject="公务接待费", unit="万元",
        **{"compared_with": "年初预算", **figures},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "budget", "sound"),
    [
        ({"baseline": "8.00", "actual": "6.00", "change": "-2.00", "change_rate": "-25.00", "direction": "减少"}, None, True),
        ({"baseline": "8.00", "actual": "6.00", "completion_rate": "75.00", "direction": "减少"}, None, True),
        ({"actual": "6.00", "change": "2.00", "change_rate": "50.00", "direction": "增加"}, None, True),
        ({"actual": "0", "change": "0", "change_rate": "0", "direction": "持平"}, None, True),
        ({"baseline": "8.00", "actual": "6.00", "completion_rate": "75.01"}, None, False),
        ({"baseline": "8.00", "actual": "6.00", "change": "-2.01"}, None, False),
        ({"baseline": "8.00", "actual": "6.00", "change_rate": "-25.1"}, None, False),
        ({"actual": "6.00", "change": "2.00", "change_rate": "50.1"}, None, False),
        ({"actual": "1.00", "change": "2.00"}, None, False),
        ({"actual": "2.00", "change": "2.00", "change_rate": "100.00"}, None, False),
        ({"change": "2.00", "change_rate": "-5.00"}, None, False),
        ({"baseline": "8.00", "actual": "6.00", "direction": "增加"}, None, False),
        ({"baseline": "8.00", "actual": "8.00", "direction": "增加"}, None, False),
        ({"completion_rate": "75.00", "direction": "增加"}, None, False),
        ({"baseline": "0.00", "completion_rate": "100.00"}, None, False),
        ({"completion_rate": "100.00"}, "0", False),
        ({"completion_rate": "100.00", "compared_with": "上年决算"}, "0", True),
    ],
)  # fmt: skip
def test_what_is_consistent_at_a_glance(figures: dict[str, str], budget: str | None, sound: bool) -> None:
    assert consistent(_variance(**figures), Decimal(budget) if budget else None) is sound
