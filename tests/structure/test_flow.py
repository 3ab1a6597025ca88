"""Reflow: whatever the page did to the text, the sentence comes back, and every character knows where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report import Page, Report
from extractor.structure.flow import normalise, reflow

SENTENCE = "本单位2023年度支出合计1234.56万元，与2022年度相比，支出合计减少12.30万元，下降0.99%，主要原因是压减会议。"


def report(text: str, pages: tuple[Page, ...] = (), hard_lines: bool = False) -> Report:
    return Report("甲.txt", "txt", "0", text, pages, hard_lines=hard_lines)


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@given(st.integers(min_value=12, max_value=40))
def test_lines_broken_anywhere_are_one_paragraph(width: int) -> None:
    assert reflow(report(wrapped(SENTENCE, width))).text.strip() == SENTENCE


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("支出 447.20 万 元", "支出447.20万元"),
        ("支出１２．５万元（含结转）", "支出12.5万元（含结转）"),
        ("支出1, 537.4万元", "支出1,537.4万元"),
        ("收入(不含结转)8.2 %", "收入（不含结转）8.2%"),
        ("決算數減少", "决算数减少"),
        ("預(yù)算執(zhí)行", "预算执行"),
        ("甲,乙", "甲，乙"),
        ("﹁三公﹂经费", "“三公”经费"),
        ("｢三公｣经费", "“三公”经费"),
    ],
)
def test_habits_of_typing_go(printed: str, wanted: str) -> None:
    text = printed if "決" not in printed and "預" not in printed else printed + "。總體說明與對應單位職責財務審計"
    assert reflow(report(text)).text.strip().startswith(wanted)


def test_page_numbers_and_running_heads_are_left_out() -> None:
    bodies = ["甲局支出合计一百万元，\n", "其中基本支出六十万元，\n", "项目支出四十万元。\n"]
    pages, text = [], ""
    for number, body in enumerate(bodies, 1):
        start = len(text)
        text += f"云溪县甲局部门决算\n{body}- {number} -\n"
        pages.append(Page(number, start, len(text)))
    flow = reflow(report(text, tuple(pages)))
    assert "部门决算" not in flow.text
    assert "-" not in flow.text
    assert "其中基本支出六十万元" in flow.text


def test_the_title_at_the_head_of_two_pages_of_three_is_a_head_and_another_line_is_not() -> None:
    bodies = [
        "云溪县甲局2023年度部门决算\n采购货\n",
        "云溪县甲局2023年度部门决算\n物支出六十万元。\n",
        "项目支出四十万元。\n",
    ]
    for title, kept in (("云溪县甲局2023年度部门决算", False), ("其中包括以下各项", True)):
        pages, text = [], ""
        for number, body in enumerate(bodies, 1):
            pages.append(Page(number, len(text), len(text) + len(body)))
            text += body.replace("云溪县甲局2023年度部门决算", title)
            pages[-1] = Page(number, pages[-1].start, len(text))
        flow = reflow(report(text, tuple(pages)))
        assert (title in flow.text) is kept
        assert ("采购货物支出六十万元" in flow.text) is not kept


def test_a_numbered_class_whose_year_is_broken_is_no_row_of_a_table() -> None:
    text = "收入合计10万元。\n\n 1 .“公共安全支出”（类） 202\n\n5 年度决算 3.10 万元，比上年增加。\n"
    assert "“公共安全支出”（类）2025年度决算3.10万元" in reflow(report(text)).text


def test_a_form_feed_belongs_to_the_page_it_opens() -> None:
    text = "云溪县甲局部门决算\n采购货\n\f云溪县甲局部门决算\n物支出六十万元。\n"
    at = text.index("\f") + 1
    pages = (Page(1, 0, at), Page(2, at, len(text)))
    assert "采购货物支出" in reflow(report(text, pages)).text


def test_contents_with_leaders_are_left_out() -> None:
    assert "……" not in reflow(report("目录\n一、概况……………………3\n二、收入……………………5\n正文开始。")).text


def test_a_numbered_line_begins_a_paragraph() -> None:
    text = "一、收入决算情况说明\n本年收入合计10万元。\n二、支出决算情况说明\n本年支出合计9万元。"
    assert reflow(report(text)).text.strip().split("\n") == text.split("\n")


@given(st.text(alphabet="甲乙1２３.,，。（ ）\n\t万元%１決〔", min_size=1, max_size=120))
def test_every_character_stands_where_the_flow_says(text: str) -> None:
    flow = reflow(report(text))
    assert len(flow.origin) == len(flow.text) + 1
    assert list(flow.origin) == sorted(flow.origin)
    for at, char in enumerate(flow.text):
        if char.isdigit() and char.isascii():
            assert text[flow.origin[at]] in (char, chr(ord(char) + 0xFEE0))


def test_a_quotation_goes_on_in_the_next_line() -> None:
    text = (
        "按支出功能分类科目，主要用于以下方面，各项支出都按规定用途安排使用：\n"
        "1.“节能环保支出”（类）“环境保护管理事务”（款）“行政运\n行”（项）2025年预算86.30万元，比上年增加6.52万元。\n"
    )
    flow = reflow(Report("a.pdf", "pdf", "", text))
    assert "“行政运行”（项）2025年预算" in flow.text


def test_a_normal_form_is_its_own() -> None:
    forms = {normalise(chr(code)) for code in range(0xD800)} | {normalise(chr(code)) for code in range(0xE000, 0x10000)}
    assert {form for form in forms if normalise(form) != form} == set()
