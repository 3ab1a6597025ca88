"""Closure: the extracted parts make up the printed totals, or they do not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.places import CORPUS, SHARED
from extractor import extract
from extractor.facts.closure import close
from extractor.language.numbers import yuan
from extractor.records import Amount
from extractor.report import Sum

GENERAL = "一般公共预算财政拨款支出"
SEED = SHARED / "reports" / "武汉市洪山区科学技术协会2022年度部门决算.txt"


def amount(
    subject: str, value: str, measure: str = "决算数", unit: str = "万元", start: int = 0, source: str = "narrative"
) -> Amount:
    return Amount(
        document="d", year=2023, source=source, start=start, end=start + 1, quote=value,
        subject=subject, measure=measure, value=value, unit=unit, yuan=yuan(value, unit),
    )  # fmt: skip


def named(sums: tuple[Sum, ...]) -> dict[str, Sum]:
    return {each.name: each for each in sums}


def test_items_and_classes_reconcile_to_the_total_measure_by_measure() -> None:
    first, second = "科学技术支出/科学技术普及/机构运行", "住房保障支出/住房改革支出/住房公积金"
    sums = named(
        close(
            [
                amount(GENERAL, "30.00", "年初预算数"), amount(GENERAL, "31.50"),
                amount(first, "20", "年初预算数"), amount(first, "22.4"),
                amount(second, "10", "年初预算数"), amount(second, "9.1"),
                amount("科学技术支出", "22.4"), amount("住房保障支出", "9.00"),
            ],
            "决算",
        )
    )  # fmt: skip
    assert sums["各项支出（年初预算数）"] == Sum("各项支出（年初预算数）", "300000", "300000", 2, True)
    assert sums["各项支出（决算数）"] == Sum("各项支出（决算数）", "315000", "315000", 2, True)
    assert sums["各类支出（决算数）"] == Sum("各类支出（决算数）", "315000", "314000", 2, False)


@pytest.mark.parametrize(
    ("total", "parts"),
    [
        ("收入合计", ["财政拨款收入", "事业收入", "其他收入"]),
        ("收入合计", ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "其他收入"]),
        ("收入总计", ["收入合计", "年初结转和结余"]),
        ("支出合计", ["基本支出", "项目支出", "经营支出"]),
        ("一般公共预算财政拨款基本支出", ["人员经费", "公用经费"]),
        ("基本支出", ["人员经费", "公用经费"]),
        ("“三公”经费", ["因公出国（境）费", "公务用车购置及运行费", "公务接待费"]),
        ("“三公”经费", ["因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费"]),
        ("公务用车购置及运行费", ["公务用车购置费", "公务用车运行费"]),
        ("政府采购支出", ["政府采购货物支出", "政府采购工程支出", "政府采购服务支出"]),
    ],
)
def test_every_identity(total: str, parts: list[str]) -> None:
    values = [Decimal("10.01") * (at + 1) for at in range(len(parts))]
    read = [amount(part, str(value)) for part, value in zip(parts, values, strict=True)]
    (one,) = close([amount(total, str(sum(values))), *read], "决算")
    assert (one.closed, one.count) == (True, len(parts))
    (other,) = close([amount(total, str(sum(values) + 1)), *read], "决算")
    assert not other.closed


def test_a_total_without_two_parts_is_not_listed() -> None:
    assert close([amount("收入合计", "8.00"), amount("财政拨款收入", "8.00")], "决算") == ()
    assert close([amount("财政拨款收入", "8.00"), amount("事业收入", "8.00")], "决算") == ()


def test_cells_of_tables_and_counts_are_no_parts() -> None:
    cell = amount("公用经费", "1.00", source="table")
    count = amount("公用经费", "1", unit="人")
    assert close([amount("基本支出", "3.00"), amount("人员经费", "2.00"), cell, count], "决算") == ()


def test_of_several_figures_the_one_beside_the_total_is_meant() -> None:
    read = [
        amount("支出合计", "9.00", start=10), amount("基本支出", "5.00", start=20), amount("项目支出", "4.00", start=30),
        amount("基本支出", "3.00", start=900),
    ]  # fmt: skip
    (one,) = close(read, "决算")
    assert one.closed


def test_units_are_mixed() -> None:
    read = [
        amount("支出合计", "1.2", unit="亿元"),
        amount("基本支出", "5000"),
        amount("项目支出", "70000000", unit="元"),
    ]
    (one,) = close(read, "决算")
    assert one == Sum("本年支出（决算数）", "120000000", "120000000", 2, True)


def test_rounding_is_allowed_and_no_more() -> None:
    def closed(total: str) -> bool:
        (one,) = close([amount("支出合计", total), amount("基本支出", "5.5"), amount("项目支出", "4.51")], "决算")
        return one.closed

    assert closed("10.02")  # parts rounded at two decimals
    assert not closed("10.03")
    assert not closed("10.05")  # 5.5 is 5.50: no slack of a tenth


def test_a_self_evaluation_has_no_accounts() -> None:
    read = [amount("支出合计", "3"), amount("基本支出", "1"), amount("项目支出", "2")]
    assert close(read, "绩效") == ()


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=2, max_size=12), st.booleans())
def test_items_that_add_up_close_and_a_lost_item_does_not(values: list[Decimal], lose: bool) -> None:
    items = [amount(f"教育支出/普通教育/第{at}项", str(value)) for at, value in enumerate(values)]
    total = amount(GENERAL, str(sum(values)))
    if lose and len(items) > 2:
        (one,) = close([total, *items[1:]], "决算")
        assert one.closed == (values[0] <= Decimal("0.005") * (1 + sum(value != 0 for value in values[1:])))
    else:
        (one,) = close([total, *items], "决算")
        assert one.closed


def test_the_corpus_reconciles() -> None:
    report = next(iter(sorted((CORPUS / "reports").glob("*文学艺术界联合会*"))))
    read = extract(report)
    sums = close(read.amounts, read.kind)
    assert len(sums) > 8
    assert all(each.closed for each in sums)


@pytest.mark.skipif(not Path(SEED).is_file(), reason="../shared is not here")
def test_the_ten_items_of_the_seed_report() -> None:
    read = extract(SEED)
    sums = named(close(read.amounts, read.kind))
    budget, actual = sums["各项支出（年初预算数）"], sums["各项支出（决算数）"]
    assert (budget.total, budget.parts, budget.count, budget.closed) == ("4447100", "4447100", 10, True)
    assert (actual.total, actual.parts, actual.count, actual.closed) == ("4472000", "4472000", 10, True)
