from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Amount, Variance
from extractor.store.fill import Amounts

PLACE = {"document": "a.txt", "start": 0, "end": 1, "quote": "x"}


def amount(measure: str, value: str, **own: Any) -> Amount:
    fields = {"year": 2022, "subject": "档案事务", "unit": "万元", "measure": measure, "value": value, **PLACE, **own}
    return Amount(**fields)


def variance(compared_with: str = "年初预算", **own: Any) -> Variance:
    return Variance(**{"year": 2022, "subject": "档案事务", "compared_with": compared_with, **PLACE, **own})


def test_the_amounts_nearest_in_the_text_fill_a_comparison() -> None:
    amounts = Amounts(
        [
            amount("年初预算数", "9.99", start=10),
            amount("年初预算数", "5.20", start=90),
            amount("决算数", "4.9", start=95),
            amount("完成率", "94.2", start=96, unit="%"),
            amount("决算数", "7.7", start=99, source="table"),
            amount("决算数", "6.6", start=99, subject="别的科目"),
            amount("决算数", "8.8", start=99, year=2021),
        ]
    )
    full = amounts.complete(variance(start=100))
    assert (full.budget, full.actual, full.difference, full.rate, full.unit) == ("5.20", "4.9", "-0.30", "94.2", "万元")


@pytest.mark.parametrize(
    ("base", "measure", "year"),
    [("全年预算", "全年预算数", 2022), ("预算", "预算数", 2022), ("上年决算", "上年决算数", 2021)],
)
def test_each_base_has_its_measure(base: str, measure: str, year: int) -> None:
    amounts = Amounts([amount(measure, "3", year=year), amount("决算数", "4.5"), amount("年初预算数", "1")])
    full = amounts.complete(variance(base))
    assert (full.budget, full.actual, full.difference) == ("3", "4.5", "1.5")


def test_a_budget_report_compares_budgets() -> None:
    full = Amounts([amount("预算数", "8"), amount("上年预算数", "9", year=2021)]).complete(variance("上年预算"))
    assert (full.budget, full.actual, full.difference) == ("9", "8", "-1")


def test_what_the_clause_prints_stays() -> None:
    printed = variance(baseline="2", actual="3", change="1.1", completion_rate="150", unit="元")
    full = Amounts([amount("年初预算数", "5"), amount("决算数", "4")]).complete(printed)
    assert (full.budget, full.actual, full.difference, full.rate, full.unit) == ("2", "3", "1.1", "150", "元")


def test_other_units_and_bases_fill_nothing() -> None:
    amounts = Amounts([amount("年初预算数", "5"), amount("决算数", "40000", unit="元"), amount("上年决算数", "1")])
    full = amounts.complete(variance())
    assert (full.budget, full.actual, full.difference) == (None, "40000", None)
    nothing = amounts.complete(variance("无"))
    assert (nothing.budget, nothing.actual, nothing.difference, nothing.rate) == (None, None, None, None)


@given(st.decimals(places=2, min_value=0, max_value=10**9), st.decimals(places=6, min_value=0, max_value=10**9))
def test_differences_are_exact(budget: Decimal, actual: Decimal) -> None:
    amounts = Amounts([amount("年初预算数", f"{budget:f}"), amount("决算数", f"{actual:f}")])
    difference = amounts.complete(variance()).difference
    assert difference is not None and Decimal(difference) == actual - budget and "E" not in difference
