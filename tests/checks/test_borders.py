"""Where a check just holds and just does not any more: what a reader of the findings would miss, or be told for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.checks import checked
from extractor.checks.consistent import consistent
from extractor.checks.material import Material
from extractor.extraction import extract_report
from extractor.records import Variance
from tests.checks.fictional import ITEMS, report

TITLE = "青溪县城市建设档案馆2023年度部门决算\n"
HEAD = f"{TITLE}一、一般公共预算财政拨款支出决算情况说明\n"


def told(text: str, *tables: str) -> list[tuple[str, str]]:
    done = checked(extract_report(report(text, *tables)))
    assert done.unchecked == ()
    return [(one.rule, one.message) for one in done.findings]


def spent(rate: str, said: str) -> Variance:
    return Variance(
        document="某报告.txt", year=2023, start=0, end=0, quote="", subject="机关运行经费", unit=None,
        compared_with="年初预算", completion_rate=rate, direction=said,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rate", "said", "sound"),
    [
        ("100.01", "增加", True),
        ("100.00", "增加", True),
        ("99.99", "增加", False),
        ("99.99", "减少", True),
        ("100.00", "减少", True),
        ("100.01", "减少", False),
    ],
)
def test_a_rate_just_beside_100_says_which_way_it_went(rate: str, said: str, sound: bool) -> None:
    """Else a report that spent 100.01 % of its budget and says that it spent less is let off at a glance."""
    assert consistent(spent(rate, said), None) is sound
    which = "小于" if said == "减少" else "大于"
    text = f"2023年度机关运行经费支出完成年初预算的{rate}%，决算数{which}年初预算数的主要原因是人员变动。\n"
    message = f"机关运行经费完成{rate}%，正文却写{said}。"
    assert told(f"{TITLE}一、机关运行经费支出说明\n{text}") == ([] if sound else [("方向与数字", message)])


ARCHIVE = "一般公共服务支出（类）档案事务（款）档案馆（项）支出60.00万元，主要用于基本支出。\n"
PURPOSE = (
    "支出用途",
    "档案馆正文只说用于基本支出，一般公共预算财政拨款支出决算表中另有项目支出60.00万元。",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ARCHIVE, [PURPOSE]),
        # said again: told once
        (ARCHIVE * 2, [PURPOSE]),
        # a class is more than one item: what it is mostly for may be
        ("一般公共服务支出（类）支出230.00万元，主要用于基本支出。\n", []),
        # an item without project expenditure
        ("住房保障支出（类）住房改革支出（款）住房公积金（项）支出70.00万元，主要用于基本支出。\n", []),
    ],
)
def test_an_item_for_basic_expenditure_only(text: str, found: list[tuple[str, str]]) -> None:
    assert told(HEAD + text, ITEMS) == found


def section(length: int) -> str:
    """A section about the budget of a year that names no amount, so many characters long, another behind it."""
    start = "一、年度预算安排\n"
    return f"{TITLE}{start}{'整' * (length - len(start) - 2)}。\n二、其他\n无。\n"


@pytest.mark.parametrize(("length", "rules"), [(100, ["章节内容"]), (1999, ["章节内容"]), (2000, [])])
def test_a_section_without_its_amount_up_to_2000_characters(length: int, rules: list[str]) -> None:
    extraction = extract_report(report(section(length)))
    assert [one.end - one.start for one in extraction.sections if one.title == "年度预算安排"] == [length]
    assert [rule for rule, _ in told(section(length))] == rules


def items(total: str, archive: str, behind: str = "") -> str:
    """Three items, whose budgets make up the budget of the whole: they are all."""
    return (
        f"{HEAD}2023年度一般公共预算财政拨款支出年初预算为330.00万元，支出决算为{total}万元。\n"
        "1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为200.00万元，支出决算为170.00万元。\n"
        f"2.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为70.00万元，支出决算为{archive}万元。\n"
        "3.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为60.00万元，支出决算为70.00万元。\n"
        f"{behind}"
    )


LACKING = "各项支出合计（决算数）：3个分项之和280万元（170.00+40.00+70.00）与300.00万元（正文“一般公共预算财政拨款支出决算情况说明”一节）相差20万元。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (items("300.00", "60.00"), []),
        (items("300.00", "40.00"), [("分项合计", LACKING)]),
        # a fourth is named, of which no amount was read: what is lacking may be its
        (items("300.00", "40.00", "4.住房保障支出（类）住房改革支出（款）提租补贴（项）的支出见附表。\n"), []),
    ],
)
def test_items_that_are_all_named_and_come_to_less(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("行政运行（项）支出60.00万元。", True),
        ("行政运行支出（项）60.00万元。", True),
        ("行政运行、档案馆（项）支出60.00万元。", False),
        ("行政运行（项）、档案馆（项）支出60.00万元。", False),
    ],
)
def test_an_amount_behind_another_item_is_not_compared_as_this_ones(said: str, named: bool) -> None:
    material = Material(extract_report(report(f"{HEAD}一般公共服务支出（类）档案事务（款）{said}\n", ITEMS)))
    amount = next(one for one in material.narrative if one.value == "60.00")
    own = replace(amount, subject="一般公共服务支出/档案事务/行政运行", code="2012601")
    assert material.names(own) is named
