"""Numbers of a question: years, quantities with their units (80%, 九成, 两倍, 一百万), ranges and 前三."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractor.questions.words import Reading, words

TIMES = "倍"
"""The unit of a quantity that says how many times something it is."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as in 100万元 or 80%; `about`: only roughly so, as in 两成."""

    value: Decimal
    unit: str
    about: bool = False


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年度|年底|年末|年|度)?(?![\d.%万亿])")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{2})(?:年度|年底|年末|年)")
_HAN_YEAR = re.compile(r"([二一][〇零一二三四五六七八九]{3})(?:年度|年底|年末|年)?")
_QUANTITY = re.compile(
    r"(?<![\d.])(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d年])"
    r"(个?亿元?|个?万元?|千元|元|块钱|块|%|个百分点|个点|人次|人|辆|个|家|批次|次|分|天|台)?"
)
_HAN_MONEY = re.compile(r"([一二两三四五六七八九十百千]+)个?(万|亿)元?")
_TENTHS = re.compile(r"(\d|[一二两三四五六七八九])成(半|多)?")
_HALF = re.compile(r"一半|半数")
_TIMES = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?|[一二两三四五六七八九十])倍")
_BETWEEN = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?)(亿元|万元|千元|元|亿|万|%|分)?(?:到|至|-|—|~)"
    r"(\d+(?:\.\d+)?)(亿元|万元|千元|元|亿|万|%|分)(?:之间|以内|的范围)?"
)
_TOP = re.compile(r"前(\d+|[一二两三四五六七八九十])[大高低小多少]?[个项名位家]?")
_SO_MANY = re.compile(r"(?<=的)(\d+|[二两三四五六七八九十])(?:[个项名位家]|大)")
_RANGE = re.compile(r"((?:19|20)\d{2})年?(?:到|至|-|—|~)((?:19|20)\d{2})年?(?:期间|间)?")
_HAN_DIGITS = {ord(han): str(digit) for digit, han in enumerate("〇一二三四五六七八九")} | {ord("零"): "0"}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def numbers(text: str) -> Iterator[tuple[Span, Reading]]:
    """Every stretch of the question, made ready for matching, that may be a number, and what it may be."""
    yield from _years(text)
    yield from _quantities(text)
    for pattern in (_TOP, _SO_MANY):
        for match in pattern.finditer(text):
            yield match.span(), Reading("top", _digit(match[1]))


def _years(text: str) -> Iterator[tuple[Span, Reading]]:
    for match in _RANGE.finditer(text):
        first, last = int(match[1]), int(match[2])
        if first <= last:
            yield match.span(), Reading("year", tuple(range(first, last + 1)))
    for match in _YEAR.finditer(text):
        yield match.span(), Reading("year", (int(match[1]),))
    for match in _SHORT_YEAR.finditer(text):
        yield match.span(), Reading("year", (2000 + int(match[1]),))
    for match in _HAN_YEAR.finditer(text):
        yield match.span(), Reading("year", (int(match[1].translate(_HAN_DIGITS)),))


def _quantities(text: str) -> Iterator[tuple[Span, Reading]]:
    def read(match: re.Match[str], value: Decimal, unit: str, about: bool = False) -> tuple[Span, Reading]:
        return match.span(), Reading("quantity", Quantity(value, unit, about))

    for match in _QUANTITY.finditer(text):
        yield read(match, Decimal(match[1].replace(",", "")), _unit(match[2] or ""))
    for match in _HAN_MONEY.finditer(text):
        yield read(match, Decimal(_han(match[1])), match[2])
    for match in _TENTHS.finditer(text):
        yield read(match, Decimal(10 * _digit(match[1]) + (5 if match[2] else 0)), "%", about=True)
    for match in _HALF.finditer(text):
        yield read(match, Decimal(50), "%", about=True)
    for match in _TIMES.finditer(text):
        yield read(match, Decimal(match[1]) if match[1][0].isdecimal() else Decimal(_digit(match[1])), TIMES)
    for match in _BETWEEN.finditer(text):
        ends = Quantity(Decimal(match[1]), match[2] or match[4]), Quantity(Decimal(match[3]), match[4])
        yield match.span(), Reading("between", ends)


def _unit(typed: str) -> str:
    """The unit in the form in which thresholds compare: 个亿 is 亿, 块 is 元, 个百分点 is %."""
    if typed in ("块", "块钱"):
        return "元"
    if typed in ("个百分点", "个点"):
        return "%"
    return typed.removeprefix("个") if len(typed) > 1 else typed


def _digit(typed: str) -> int:
    return int(typed) if typed.isdecimal() else words().digits[typed]


def _han(typed: str) -> int:
    """A number below ten thousand in Chinese numerals.

    >>> _han("一百"), _han("三千五百"), _han("十二")
    (100, 3500, 12)
    """
    whole = digit = 0
    for character in typed:
        if character in _PLACES:
            whole, digit = whole + (digit or 1) * _PLACES[character], 0
        else:
            digit = words().digits[character]
    return whole + digit
