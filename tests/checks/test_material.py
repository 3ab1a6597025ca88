"""Figures are found where they are printed: the search by hand finds what the pattern that says it does."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.material import find

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
