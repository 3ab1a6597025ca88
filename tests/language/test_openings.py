"""A pattern with a look at its first character finds what it finds without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language import patterns
from extractor.language.openings import led
from extractor.lexicon import load

PIECES = (
    "增",
    "减",
    "[加少]",
    "[^加]",
    r"\d",
    "a*",
    "b?",
    "(?<!不)",
    "(?=增)",
    "^",
    "(?P<x>减)?(?(x)少|加)",
    "(?:增|减加|)",
    ".",
    r"\(",
    "[-)]",
    r"(?:\d+\.)?\d",
)


def found(pattern: str, text: str) -> list[tuple[tuple[int, int], str | None]]:
    """The spans that a pattern finds, and the group that it met last."""
    return [(match.span(), match.lastgroup) for match in re.finditer(pattern, text)]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.text("增减加少不ab12.(-) \n"))
def test_patterns_of_any_build_find_the_same(pieces: list[str], text: str) -> None:
    pattern = "".join(dict.fromkeys(pieces))
    assert found(led(pattern), text) == found(pattern, text)


@pytest.mark.parametrize(
    "name", [("figure", "noise"), ("base", "expression"), *(("mention", kind) for kind in load("patterns")["mention"])]
)
def test_the_lexicon_s_patterns_are_led_and_find_the_same(name: tuple[str, str]) -> None:
    pattern = patterns.source(*name)
    text = "主要原因是较上年决算数增加１２．5万元，完成年初预算的101.2%；2023年无此项支出，占比0%。第1号〔2023〕3号https://a.cn"
    assert led(pattern) != pattern
    assert found(led(pattern), text) == found(pattern, text)


def test_a_pattern_that_disregards_case_stays() -> None:
    assert led("(?i)ab") == "(?i)ab"
    assert led("(?i:ab)|c") == "(?i:ab)|c"
