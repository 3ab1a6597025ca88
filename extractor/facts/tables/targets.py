"""Values of performance indicators as printed in a cell: comparator, number and unit, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.language.numbers import plain
from extractor.language.patterns import any_of
from extractor.lexicon import load

NOTHING = frozenset({"", "/", "-", "--", "—", "——", "无", "……", "…"})
_UNITS = {"百分比": "%", "百分点": "%", "％": "%"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value: `number` is a decimal string, or the words where the cell holds no number."""

    comparator: str | None
    number: str | None
    unit: str | None


def value(cell: str, sign: str = "", unit: str = "") -> Value:
    """What a cell says; `sign` and `unit` are what columns of their own say.

    >>> value("≥50个"), value("效果明显")
    (Value(comparator='>=', number='50', unit='个'), Value(comparator=None, number='效果明显', unit=None))
    """
    if cell in NOTHING:
        return Value(None, None, None)
    match = _whole().fullmatch(cell)
    if match is None or _is_date(match):
        return Value(None, cell, None)
    own = match["unit"] or match["bracketed"] or unit
    comparator = _signs().get(match["sign"] or match["after"] or sign, "=")
    return Value(comparator, plain(match["value"]), _UNITS.get(own, own) or None)


def _is_date(match: re.Match[str]) -> bool:
    """Whether what looks like a figure is a day of the calendar: 2023年, 12月31日."""
    return re.fullmatch(r"(?:19|20)\d\d", match["value"]) is not None and (match["unit"] or "").startswith("年")


@cache
def _signs() -> dict[str, str]:
    table = {word: sign for sign, words in load("performance")["comparators"].items() for word in words}
    return table | {sign: sign for sign in load("performance")["comparators"]} | {"＝": "=", "等于": "="}


@cache
def _whole() -> re.Pattern[str]:
    """A figure with what may lead to it, its comparators and its unit: a listed one, a short one that no list knows."""
    lists = load("performance")
    words = any_of([*_signs(), "="])
    leads = any_of(lists["links"])
    number = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
    known = rf"[万亿千百]?(?:{any_of(lists['units'])})"
    unit = rf"(?:%|{known}|(?![月日号])[一-龥]{{1,2}}|[A-Za-zμ°℃²³]{{1,4}})(?:[/·][一-龥A-Za-z·]{{1,6}})?"
    return re.compile(
        rf"(?:{leads})?(?P<sign>{words})?(?P<value>{number})(?:余|多)?"
        rf"(?:[（(](?P<bracketed>{unit})[）)]|(?P<unit>{unit}))?(?:左右)?(?P<after>{words})?"
    )
