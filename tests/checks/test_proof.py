"""A sum that does not close is told only where the report itself proves that all its parts were read."""

from __future__ import annotations

import pytest

from extractor.checks import checked
from extractor.extraction import extract_report
from tests.checks.fictional import BASIC, ITEMS, TEXT, report

TITLE = "青溪县城市建设档案馆2023年度部门决算\n"
TABLES = f"{TITLE}第二部分 2023年度部门决算表\n"
HEAD = "一般公共预算财政拨款支出决算表\n单位：万元\n"


def told(text: str, *tables: str) -> list[tuple[str, str, str | None, str | None]]:
    done = checked(extract_report(report(text, *tables)))
    assert done.unchecked == ()
    return [(one.rule, one.severity, one.expected, one.observed) for one in done.findings]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # two items make up 100.00 of the other column: the items are all there
        ("2012601\t行政运行\t60.00\t20.00\n2012604\t档案馆\t40.00\t10.00\n", [("error", "30万元", "50.00万元")]),
        # one of them is 0.00 there: a third that is missing would be, too
        ("2012601\t行政运行\t100.00\t20.00\n2012604\t档案馆\t0.00\t10.00\n", []),
        # the only item
        ("2012601\t行政运行\t100.00\t20.00\n", [("error", "20万元", "50.00万元")]),
        # no column closes
        ("2012601\t行政运行\t60.00\t20.00\n2012604\t档案馆\t30.00\t10.00\n", []),
        # rounding needs no proof
        ("2012601\t行政运行\t60.00\t40.00\n2012604\t档案馆\t30.00\t10.01\n", [("warning", "50.01万元", "50.00万元")]),
        # both close
        ("2012601\t行政运行\t60.00\t40.00\n2012604\t档案馆\t40.00\t10.00\n", []),
    ],
)
def test_the_items_of_a_table(rows: str, expected: list[tuple[str, str, str]]) -> None:
    table = f"{HEAD}科目编码\t科目名称\t基本支出\t项目支出\n20126\t档案事务\t100.00\t50.00\n{rows}"
    assert told(TABLES, table) == [("表内合计", *each) for each in expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("行政运行\t30.00\t20.00\t10.00\n档案馆\t9.00\t5.00\t4.00\n档案保护\t12.00\t5.00\t5.00\n", [("error", "10万元", "12.00万元")]),
        # as many rows that do not close as rows that do: rather other parts
        ("行政运行\t30.00\t20.00\t10.00\n档案馆\t9.00\t5.00\t3.00\n档案保护\t12.00\t5.00\t5.00\n", []),
        # rounding: one row that closes is enough
        ("行政运行\t30.00\t20.00\t10.00\n档案馆\t9.01\t5.00\t4.00\n", [("warning", "9万元", "9.01万元")]),
        # rows that close because there is only one part in them tell nothing
        ("行政运行\t20.00\t20.00\t0.00\n档案馆\t5.00\t5.00\t0.00\n档案保护\t12.00\t5.00\t5.00\n", []),
        ("行政运行\t20.00\t20.00\t0.00\n档案馆\t5.00\t5.00\t0.00\n机关服务\t5.00\t0.00\t5.00\n信息化\t1.00\t1.00\t0.00\n档案保护\t12.00\t5.00\t5.00\n", [("error", "10万元", "12.00万元")]),
    ],
)  # fmt: skip
def test_the_parts_of_a_row(rows: str, expected: list[tuple[str, str, str]]) -> None:
    codes = iter(("2012601", "2012602", "2012603", "2012604", "2012605"))
    coded = "".join(f"{next(codes)}\t{row}\n" for row in rows.splitlines())
    assert told(TABLES, f"{HEAD}科目编码\t科目名称\t合计\t基本支出\t项目支出\n{coded}") == [
        ("表内合计", *each) for each in expected
    ]


UNNUMBERED = TEXT.replace("\n1.一般", "\n一般").replace("\n2.一般", "\n一般").replace("\n3.住房", "\n住房")
ITEM = next(line for line in UNNUMBERED.split("\n") if line.startswith("一般公共服务支出（类）档案事务（款）档案馆"))
LACKING = [("分项合计", "error", "240万元", "300.00万元")]


def test_an_item_of_the_table_that_the_text_leaves_out_is_what_is_lacking() -> None:
    assert told(UNNUMBERED, ITEMS, BASIC) == []
    assert told(UNNUMBERED.replace(f"{ITEM}\n", ""), ITEMS, BASIC) == LACKING
    # without the table nobody knows whether the text lists all items
    assert told(UNNUMBERED.replace(f"{ITEM}\n", ""), BASIC) == []
    # the item is named, but of how much it is we did not read
    assert told(UNNUMBERED.replace(ITEM, "档案馆的支出见附表。"), ITEMS, BASIC) == []


def test_a_number_that_the_items_skip_was_left_out() -> None:
    item = f"2.{ITEM}\n"
    assert told(TEXT.replace(item, "")) == [("分项合计", "error", "260万元", "330.00万元"), *LACKING]
    # the last one may be missing, or more than one
    last = next(line for line in TEXT.split("\n") if line.startswith("3.住房保障支出（类）"))
    assert told(TEXT.replace(f"{last}\n", "")) == []


CLASSES = """一、一般公共预算财政拨款支出决算情况说明
2023年度一般公共预算财政拨款支出300.00万元，主要用于以下方面：一般公共服务支出230.00万元，占{first}；住房保障支出{amount}万元，占{second}。
"""


@pytest.mark.parametrize(
    ("first", "amount", "second", "rules"),
    [
        ("76.67%", "70.00", "23.33%", []),
        # the shares make up the whole: nothing else was spent
        ("76.67%", "40.00", "23.33%", ["占比复算"]),
        ("76.67%", "40.00", "13.33%", []),
        # more than the whole needs no proof
        ("76.67%", "90.00", "30.00%", ["分项合计"]),
    ],
)
def test_the_classes_of_a_list(first: str, amount: str, second: str, rules: list[str]) -> None:
    text = TITLE + CLASSES.format(first=first, amount=amount, second=second)
    assert [rule for rule, *_ in told(text)] == rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a total that is not stated
        ("本年收入合计300.50万元。\n年初结转和结余20.00万元。\n", []),
        ("2023年度收入总计320.50万元。\n本年收入合计300.50万元。\n年初结转和结余20.00万元。\n", []),
        ("2023年度收入总计320.51万元。\n本年收入合计300.50万元。\n年初结转和结余20.00万元。\n", [("warning", "320.5万元", "320.51万元")]),
        ("2023年度收入总计310.50万元。\n本年收入合计300.50万元。\n年初结转和结余20.00万元。\n", [("error", "320.5万元", "310.50万元")]),
        # what is lacking may be 使用非财政拨款结余, of which nothing is said: no error
        ("2023年度收入总计330.50万元。\n本年收入合计300.50万元。\n年初结转和结余20.00万元。\n", [("warning", "320.5万元", "330.50万元")]),
        ("2023年度收入总计330.50万元。\n本年收入合计300.50万元。\n使用非财政拨款结余5.00万元。\n年初结转和结余20.00万元。\n", [("error", "325.5万元", "330.50万元")]),
        # carried over and not said
        ("2023年度收入总计330.50万元。\n本年收入合计300.50万元。\n", []),
        ("2023年度收入总计320.50万元。\n2023年度支出总计320.50万元。\n", []),
        ("2023年度收入总计320.50万元。\n2023年度支出总计320.51万元。\n", [("warning", "320.50万元", "320.51万元")]),
        ("2023年度收入总计320.50万元。\n2023年度支出总计330.50万元。\n", [("error", "320.50万元", "330.50万元")]),
        # rounded more: the same to the digits that both print, or one apart
        ("2023年度收入总计320.50万元。\n2023年度支出总计3205050元。\n", []),
        ("2023年度收入总计320.50万元。\n2023年度支出总计3205051元。\n", [("warning", "320.50万元", "3205051元")]),
        ("2023年度收入总计320.50万元。\n2023年度支出总计3205101元。\n", [("error", "320.50万元", "3205101元")]),
    ],
)  # fmt: skip
def test_what_came_in_and_what_was_spent(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = told(f"{TITLE}一、收入支出决算总体情况说明\n{text}")
    assert [one[1:] for one in found if one[0] in ("收支相等", "分项合计")] == expected
