"""The lexicon of performance as patterns, each compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extractor.language.numbers import money_units
from extractor.language.openings import led
from extractor.language.patterns import any_of
from extractor.lexicon import load

WHOLE = "整体支出"
_LISTS = re.compile("⟨([^⟩]+)⟩")
NUMBER = r"(?<![\d.A-Za-z第])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?![\d.])"
_ORDINAL = (
    r"(?:[一二三四五六七八九十]{1,2}是|其[一二三四五六][，、]?|第[一二三四五六][，、]|首先，?|其次，?|再次，?"
    r"|（?\d{1,2}(?:[）、]|\.(?!\d))|\d\.\d(?!\d|%)|（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}、|[①②③④⑤⑥⑦⑧⑨⑩]、?)"
)


def words(name: str) -> Any:
    """One list or table of performance.toml."""
    return load("performance")[name]


@cache
def either(*names: str) -> str:
    """A pattern of every wording in these lists."""
    return any_of(word for name in names for word in words(name))


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A pattern in which ⟨targets⟩ stands for every wording of that list, ⟨targets|plans⟩ for those of both.

    >>> pattern("(?:⟨goals⟩)(?:⟨goal_links⟩)").fullmatch("绩效目标：") is not None
    True
    """
    return re.compile(_LISTS.sub(lambda named: either(*named[1].split("|")), template))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def ordinals() -> re.Pattern[str]:
    """Numbers of a list that a piece of text begins with."""
    return compiled(rf"^(?:{_ORDINAL})+")


@cache
def comparators() -> dict[str, str]:
    """A wording of a comparison → its sign."""
    return {word: sign for sign, wordings in words("comparators").items() for word in wordings}


@cache
def comparator_words() -> str:
    return any_of(comparators())


@cache
def figure() -> str:
    """A figure with its comparators before (`sign`) and behind it (`after`), and its unit where that is a known one."""
    known = rf"[万亿千百]?(?:{either('units')})"
    # A unit that no list knows must end its clause.
    other = rf"[一-龥]{{1,3}}?(?=[，。；、（）]|$|{comparator_words()})"
    date = r"(?!年(?:\d|底|末|前|度|$)|月(?:\d|底|末|前|$)|日)"
    return (
        rf"(?P<sign>{comparator_words()})?(?P<value>{NUMBER}){date}(?:余|多)?"
        rf"(?:(?P<unit>(?:{known})(?:/(?:{either('units')}|[一-龥]{{1,2}}))?(?!度|别))|(?P<other>{other}))?(?P<after>{comparator_words()})?"
    )


@cache
def amount(*lists: str) -> re.Pattern[str]:
    """A label of these lists with the money behind it."""
    unit = any_of(money_units())
    return re.compile(rf"(?:{either(*lists)})(?:{either('amount_links')})*(?P<value>{NUMBER})(?P<unit>{unit})(?!/)")


@cache
def rate() -> re.Pattern[str]:
    """How much of a budget was spent, in %."""
    plain = rf"(?:{either('completion')})(?:的比例)?(?:为|是|：|达到|达|的)*(?P<value>{NUMBER})%"
    of_budget = rf"(?:{either('completion_verbs')})[^，。；%]{{0,12}}预算[^，。；%]{{0,24}}?的(?P<value2>{NUMBER})%"
    return re.compile(led(rf"{plain}|{of_budget}"))


@cache
def total() -> re.Pattern[str]:
    """A score of all, with its label."""
    return re.compile(
        rf"(?P<label>{either('totals')})(?:为|是|：|达到|达|共|平均)*(?P<value>{NUMBER})分(?!钟|别|值|以|及|（含)"
    )


@cache
def parts() -> re.Pattern[str]:
    """The opening of a part of an evaluation: its goals, outputs, problems or improvements."""
    names = "|".join(rf"(?P<{name}>{either(name)})" for name in ("problems", "improvements", "outputs"))
    return re.compile(
        rf"(?:^|(?<=[。；：]))(?:{_ORDINAL})*(?:[该本]?项目)?(?:(?:{names})(?:{either('part_links')}|$)|(?P<goals>{either('goals')})(?:{either('goal_links')}))"
    )


@cache
def goals() -> str:
    """年度绩效目标：, what follows is to be reached."""
    return rf"(?:^|(?<=[。；：]))(?:{_ORDINAL})*(?:{either('goals')})(?:{either('goal_links')})"


@cache
def type_marker(title: bool = False) -> str:
    """数量指标：, 产出指标。, 指标1：: what follows is of one kind, or another indicator; `title`: the same as a title."""
    ends = rf"(?:\d{{1,2}})?(?:完成情况)?(?:分析)?(?:{'$' if title else '[：。]|方面[，：]|，(?=满分|分值|权重)'})"
    kinds = rf"(?P<type>{either('type_markers')})(?:类)?指标{ends}"
    groups = rf"(?P<group>{either('groups')})(?:类)?(?:指标)?(?:方面)?{ends}"
    return rf"(?:^|(?<=[。；：，、）.]))(?:{kinds}|{groups}|(?P<another>指标\d{{1,2}}[：、.]))"


def kind_of(text: str) -> str | None:
    """The contract's kind that a marker's words name."""
    return next((kind for kind, names in words("types").items() if any(name in text for name in names)), None)
