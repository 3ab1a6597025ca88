"""Numbers and dates of a spreadsheet as its number format shows them: 1234.5 under `#,##0.00` reads 1,234.50."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

Value = str | bool | int | float | datetime | date | time | timedelta | None

_TOKENS = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|(?P<plain>.)', re.S)
_DIGITS = re.compile(r"(?:[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+),*")
_MOST_DECIMALS = 15
_LARGEST = 1e20  # beyond it no figure is an amount, and a decimal context runs out of digits


def shown(value: Value, form: str | None) -> str:
    """The text of a cell that holds `value` under the number format `form` (None or General: the shortest text)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, form or "General")
    if isinstance(value, (datetime, date)):
        return _date(value, form or "")
    return str(value)


def _number(value: int | float, form: str) -> str:
    sections = [_literal(section) for section in _sections(form)]
    zero = sections[2] if value == 0 and len(sections) > 2 else None
    if zero is not None and not re.search("[#0]", zero.pattern):
        return zero.text.strip()  # accounting formats print a dash for nothing
    pattern = sections[0].pattern
    digits = _DIGITS.search(pattern)
    if digits is None or abs(value) >= _LARGEST or re.search("/|E[+-]", pattern):
        return _plain(value)
    scaled = Decimal(repr(value)).scaleb(2 * pattern.count("%"))
    before, after = sections[0].around(digits.start(), digits.end())
    return ("-" if value < 0 else "") + before + _printed(abs(scaled), digits[0]) + after


def _printed(value: Decimal, digits: str) -> str:
    scale = len(digits) - len(digits.rstrip(","))  # a comma behind the digits divides by a thousand
    whole, _, fraction = digits.rstrip(",").partition(".")
    most = min(len(fraction), _MOST_DECIMALS)
    rounded = value.scaleb(-3 * scale).quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    left, _, right = text.partition(".")
    least = fraction.count("0")
    right = right[:least] + right[least:].rstrip("0")
    left = left if "," in left else left.zfill(whole.count("0"))
    return f"{left}.{right}" if right else left


def _plain(value: int | float) -> str:
    """The shortest text; what binary arithmetic leaves behind twelve digits is no part of the figure."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < 10**15):
        return str(int(value))
    return f"{Decimal(f'{value:.12g}'):f}"


def _date(value: date, form: str) -> str:
    if "年" not in form:
        moment = isinstance(value, datetime) and value.time() != time()
        return value.isoformat(" ", "minutes") if isinstance(value, datetime) and moment else value.isoformat()[:10]
    year = f"{value.year}年" if "y" in form.lower() else ""
    month = f"{value.month}月" if "月" in form else ""
    return year + month + (f"{value.day}日" if "日" in form else "")


class _Section:
    """One section of a number format: `pattern` with every literal character masked, `text` the literals alone."""

    def __init__(self, characters: list[tuple[str, bool]]) -> None:
        self._characters = characters
        self.pattern = "".join("\0" if literal else char for char, literal in characters)
        self.text = self._literals(0, len(characters))

    def around(self, start: int, end: int) -> tuple[str, str]:
        """The literals before and after the digits; a percent sign is one."""
        return self._literals(0, start), self._literals(end, len(self._characters))

    def _literals(self, start: int, end: int) -> str:
        kept = [char for char, literal in self._characters[start:end] if literal or char in "%-"]
        return "".join(kept).strip().removeprefix("-") if start == 0 and end < len(self._characters) else "".join(kept)


def _literal(section: str) -> _Section:
    characters: list[tuple[str, bool]] = []
    for token in _TOKENS.finditer(section):
        if token["plain"]:
            # Without quotes, currency signs and Chinese characters stand for themselves.
            characters.append((token["plain"], token["plain"] in "¥￥$()" or ord(token["plain"]) > 0x2E7F))
        else:
            characters.extend((char, True) for char in token["quoted"] or token["escaped"] or "")
    return _Section(characters)


def _sections(form: str) -> list[str]:
    """The format divided at the semicolons that stand in no literal."""
    sections, at = [], 0
    for token in _TOKENS.finditer(form):
        if token["plain"] == ";":
            sections.append(form[at : token.start()])
            at = token.end()
    return [*sections, form[at:]]
