"""Figures are found where they are printed: the search by hand finds what the pattern that says it does."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.material import Material, find
from extractor.report import Extraction, Page, Report, Section

TEXTS = st.text("12359０１２．.,， \n万元年", max_size=40)
VALUES = st.from_regex(r"-?[1-9]?[0-9]{1,3}(\.[0-9]{1,2})?", fullmatch=True)


def by_pattern(text: str, within: tuple[int, int], value: str) -> list[tuple[int, int]]:
    """What `find` is to find, slowly."""
    wide = {str(digit): f"[{digit}{chr(0xFF10 + digit)}]" for digit in range(10)}
    digits = r"[\s,，]*".join(wide.get(char, "[.．]") for char in value.lstrip("-"))
    pattern = re.compile(rf"(?<![\d.．]){digits}(?!\d|[.．]\d)")
    return [match.span() for match in pattern.finditer(text, *within)]


@given(TEXTS, VALUES, st.integers(0, 40), st.integers(0, 40))
def test_every_print_of_a_figure_is_found(text: str, value: str, one: int, other: int) -> None:
    within = (min(one, other, len(text)), min(max(one, other), len(text)))
    assert find(text, within, value) == by_pattern(text, within, value)


@given(VALUES, st.sampled_from(["", " ", "，", "\n"]))
def test_a_figure_is_found_across_blanks_and_commas(value: str, gap: str) -> None:
    digits = value.lstrip("-")
    text = f"年初预算{gap.join(digits)}万元，另有{digits}个。"
    found = find(text, (0, len(text)), value, "万")
    assert [text[start:end] for start, end in found] == [gap.join(digits)]


def _material(text: str, sections: tuple[Section, ...] = (), pages: tuple[Page, ...] = ()) -> Material:
    report = Report("某报告.txt", "txt", "", text, pages)
    return Material(Extraction(report, None, 2023, "决算", sections=sections))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6), st.permutations(range(21)))
def test_headings_are_those_whose_sections_hold_the_offset(spans: list[tuple[int, int]], offsets: list[int]) -> None:
    sections = tuple(Section(1, "", f"第{at}节", *span, None, None) for at, span in enumerate(sorted(spans)))
    material = _material("。" * 21, sections)
    for offset in offsets:
        holding = [at for at, one in enumerate(sections) if one.start <= offset < one.end]
        assert material.titles(offset) == [sections[at].title for at in holding]
        assert material.section(offset) == (holding[-1] if holding else -1)


def test_a_figure_that_goes_on_over_the_end_of_a_page_is_torn() -> None:
    text = "支出决算为12\n— 1 —\n.50万元，其余为3.00万元。"
    turn = text.index(".50")
    material = _material(text, pages=(Page(1, 0, turn), Page(2, turn, len(text))))
    torn = {
        text[slice(*span)]: material.torn(span) for span in ((5, turn + 3), (5, 7), *find(text, (0, len(text)), "3.00"))
    }
    assert torn == {text[5 : turn + 3]: True, "12": True, "3.00": False}
