"""Numbers and units as printed, exactly: decimal strings in, decimal strings out, never a float."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from extractor.lexicon import load

_SHORT = {"万": "万元", "亿": "亿元"}


def plain(printed: str) -> str:
    """A printed number without separators and spaces, its digits untouched.

    >>> plain("1,066.50")
    '1066.50'
    """
    return printed.replace(",", "").replace(" ", "")


def signed(value: str, negative: bool) -> str:
    """`value` with a minus sign where `negative` or printed with one, and none before a zero.

    >>> signed("0.0", True)
    '0.0'
    """
    magnitude = value.lstrip("-+")
    return f"-{magnitude}" if (negative or value.startswith("-")) and Decimal(magnitude) != 0 else magnitude


@cache
def money_units() -> dict[str, str]:
    """Units of money as printed → how many yuan one is."""
    return dict(load("words")["units"]["money"])


def yuan(value: str, unit: str | None) -> str | None:
    """The amount in yuan as a plain decimal string, None where `unit` is not money.

    >>> yuan("12.50", "万元")
    '125000'
    """
    factor = money_units().get(unit or "")
    if factor is None:
        return None
    amount = (Decimal(value) * Decimal(factor)).normalize()
    return format(amount + 0, "f")


def canonical_unit(unit: str) -> str:
    """A unit of money as recorded: 万 is 万元, 亿 is 亿元; any other as it is."""
    return _SHORT.get(unit, unit)


@lru_cache(maxsize=4096)
def tolerance(*values: str) -> Decimal:
    """How far apart figures may be that were each rounded as printed: half a unit of the last digit of each."""
    return sum((Decimal(1).scaleb(_exponent(value)) / 2 for value in values), Decimal(0))


def _exponent(value: str) -> int:
    exponent = Decimal(value).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
