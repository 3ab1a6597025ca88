"""Whether a printed figure follows from others: half up from the exact ratio, as far as the printed digits can tell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_WIDE = Context(prec=100)  # digits run together in a torn table are more than the 28 of the usual context
AGREES, NEAR, OFF = "agrees", "near", "off"


@dataclass(frozen=True, slots=True)
class Range:
    """The exact values that a printed figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=4096)
def step(printed: str) -> Decimal:
    """One unit of the last digit printed.

    >>> step("95.45")
    Decimal('0.01')
    """
    exponent = Decimal(printed).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def half_up(exact: Decimal, unit: Decimal) -> Decimal:
    """`exact` rounded half up, once, to multiples of `unit` (a power of ten); a number of absurd length as it is."""
    if exact.adjusted() - unit.adjusted() >= _WIDE.prec:
        return exact
    return exact.quantize(unit, ROUND_HALF_UP, _WIDE)


def around(value: Decimal, unit: Decimal) -> Range:
    """What a figure rounded to `unit` stands for."""
    return Range(value - unit / 2, value + unit / 2)


def ratio(part: Range, whole: Range) -> Range:
    """The ratios in % that the two may have; `whole` is positive throughout, `part` not negative."""
    return Range(max(part.low, Decimal(0)) * 100 / whole.high, part.high * 100 / whole.low)


def agrees(printed: str, exact: Decimal) -> bool:
    """Whether a printed figure is the exact value, rounded half up to its last digit."""
    return half_up(exact, step(printed)) == Decimal(printed)


def follows(printed: str, exact: Decimal, possible: Range | None = None) -> str:
    """AGREES with the exact value; NEAR: cut off instead of rounded, or explained by the rounding of what it was made of
    (`possible`); else OFF."""
    if agrees(printed, exact):
        return AGREES
    value, unit = Decimal(printed), step(printed)
    if abs(exact - value) <= unit or (possible is not None and possible.meets(around(value, unit))):
        return NEAR
    return OFF
