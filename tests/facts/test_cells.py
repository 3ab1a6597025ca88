"""The words that a text's cells may say hold every cell, however its lines are divided; which headers need which words."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.performance.cells import apart, lines_of, several, words_of
from extractor.facts.performance.sheets import sheets
from extractor.report import Report

WORDS = st.sampled_from(["三级指标", "年度指标值", "全年完成值", "执行数", "项目名称", "12.5", "新建公厕", "分值"])
BETWEEN = st.sampled_from(["\t", " ", "　", "  ", " | ", "｜", "\n", "", "\xa0"])
TEXTS = st.lists(st.tuples(WORDS, BETWEEN), max_size=12).map(lambda pairs: "".join(map("".join, pairs)))


@given(TEXTS, st.integers(0, 30))
def test_no_cell_is_left_out(text: str, inside: int) -> None:
    lines, words = lines_of(text, [(0, inside)]), list(words_of(text, [(0, inside)], 1000))
    assert len(lines) == len(words)
    for line, said in zip(lines, words, strict=True):
        divided = apart(line, text) if len(line) == 1 and several(line[0], text) else line
        assert {cell.text for cell in (*line, *divided)} <= said | {""}


def test_only_short_words_are_asked_for() -> None:
    assert list(words_of("指标 甲\n年度指标值\n", [], 3)) == [{"指标", "甲", "指标甲"}, set()]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("三级指标\t年度指标值\t全年完成值", "新建公厕数量\t3座\t3座"),
        ("绩效指标 年度指标值 全年完成值", "新建公厕数量 3座 3座"),
        ("项目名称\t预算数\t执行数", "公厕改造\t12.50\t12.00"),
        ("项目名称 全年预算数 执行数", "公厕改造 12.50 12.00"),
    ],
)
def test_a_header_is_not_overlooked(header: str, row: str) -> None:
    text = f"某市环卫所2023年度项目绩效自评表\n{header}\n{row}\n"
    (sheet,) = sheets(Report("自评.txt", "txt", sha256(text.encode()).hexdigest(), text))
    assert sheet.start == text.index(header)
