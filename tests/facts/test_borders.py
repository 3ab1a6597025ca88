"""Amounts whose name or measure is told by a word further ahead, and cells at the border of what a column may hold."""

from __future__ import annotations

import pytest

from extractor.extraction import extract_report
from extractor.facts.performance.aligning import one_row
from extractor.facts.performance.cells import Cell
from extractor.report import Report

Stated = tuple[str, str, str]


def stated(name: str, title: str, sentence: str) -> list[Stated]:
    """Subject, measure and value of all amounts of a sentence."""
    text = f"{name}\n一、{title}\n{sentence}\n"
    extraction = extract_report(Report(f"{name}.txt", "txt", "", text, hard_lines=True))
    return [(one.subject, one.measure, one.value) for one in extraction.amounts]


BOTH = [("收入总计", "预算数", "100.00"), ("支出总计", "预算数", "100.00")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("支出全部由收入安排，收入包括：一般公共预算拨款80.00万元。", ("一般公共预算财政拨款收入", "预算数", "80.00")),
        ("收入来自财政，支出包括：一般公共预算拨款80.00万元。", ("一般公共预算财政拨款支出", "预算数", "80.00")),
    ],
)
def test_of_two_sides_the_one_named_last_is_meant(sentence: str, expected: Stated) -> None:
    """Else what came in is added to what was spent."""
    said = f"2024年收支总预算100.00万元。{sentence}"
    assert stated("青溪县城市建设档案馆2024年部门预算", "收支预算情况说明", said) == [*BOTH, expected]


@pytest.mark.parametrize("between", ["；", "。", "，"])
def test_a_list_of_the_other_side_begins_anew(between: str) -> None:
    """What came in by kind of grant, then what was spent: both lists may name the same grants."""
    grants = "包括：一般公共预算拨款{}万元、政府性基金预算{}万元"
    said = f"2024年收支总预算100.00万元。收入{grants.format(80, 20)}{between}支出{grants.format(70, 30)}。"
    assert stated("青溪县城市建设档案馆2024年部门预算", "收支预算情况说明", said) == [
        *BOTH,
        ("一般公共预算财政拨款收入", "预算数", "80"),
        ("政府性基金预算财政拨款收入", "预算数", "20"),
        ("一般公共预算财政拨款支出", "预算数", "70"),
        ("政府性基金预算财政拨款支出", "预算数", "30"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # right behind a figure: parts of that, so of the budget
        (
            "年初预算数为16.00万元（财政拨款10.00万元，其他资金6.00万元）。",
            [
                ("公务接待费", "年初预算数", "16.00"),
                ("财政拨款支出", "年初预算数", "10.00"),
                ("其他资金", "年初预算数", "6.00"),
            ],
        ),
        # the bracket of the other figure: of what was spent
        (
            "年初预算数为16.00万元，支出决算数为12.00万元（财政拨款9.00万元，其他资金3.00万元）。",
            [
                ("公务接待费", "年初预算数", "16.00"),
                ("公务接待费", "决算数", "12.00"),
                ("财政拨款支出", "决算数", "9.00"),
                ("其他资金", "决算数", "3.00"),
            ],
        ),
    ],
)
def test_a_bracket_behind_a_figure_holds_parts_of_it(sentence: str, expected: list[Stated]) -> None:
    said = f"2023年度公务接待费{sentence}"
    assert stated("青溪县城市建设档案馆2023年度部门决算", "“三公”经费支出决算情况说明", said) == expected


@pytest.mark.parametrize(
    ("opened", "reason"),
    [
        ("下降原因是接待减少同公车改革有关", "接待减少同公车改革有关"),
        ("与会议减少有关", "会议减少"),
    ],
)
def test_what_an_explanation_is_quoted_as(opened: str, reason: str) -> None:
    """Only where 与 opens it does 有关 close it."""
    name, said = "青溪县城市建设档案馆2023年度部门决算", "公务接待费支出6.00万元，比上年减少2.00万元"
    text = f"{name}\n一、“三公”经费支出决算情况说明\n{said}，{opened}。\n"
    (variance,) = extract_report(Report(f"{name}.txt", "txt", "", text, hard_lines=True)).variances
    assert variance.reason == reason


@pytest.mark.parametrize(("length", "fits"), [(10, True), (40, True), (41, False)])
def test_a_name_with_a_stop_of_forty_characters_fits(length: int, fits: bool) -> None:
    """What is longer is a sentence; shorter names of indicators, stops among them, have their figures beside them."""
    name = "改造。" + "管" * (length - 3)
    cells = [Cell(name, 0, length, 0), Cell("12公里", length + 1, length + 5, 0)]
    row = one_row(cells, ("level1", "level2", "indicator", "target"))
    assert (row == (None, None, *cells)) is fits
