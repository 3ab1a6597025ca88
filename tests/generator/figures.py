"""How a report prints figures: unit, decimals, separators; exact, rounded half up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

TEN_THOUSAND = 10_000


@dataclass(frozen=True)
class Printed:
    """A figure as it stands in the text, and its value in a record."""

    text: str
    value: str
    unit: str


@dataclass(frozen=True)
class Printing:
    """The habits of one report. Amounts come in 万元 with two decimals and are printed in `unit`."""

    unit: str
    separators: bool
    short: bool
    bare_zero: bool
    rate_places: int

    @classmethod
    def draw(cls, random: Random, unit: str) -> Printing:
        """Habits drawn at random."""
        return cls(
            unit=unit,
            separators=random.random() < 0.5,
            short=unit == "万元" and random.random() < 0.2,
            bare_zero=random.random() < 0.5,
            rate_places=random.choice((1, 2, 2)),
        )

    def money(self, amount: Decimal) -> Printed:
        """An amount; `short` drops zeros at the end, `bare_zero` prints 0 and not 0.00."""
        factor = TEN_THOUSAND if self.unit == "元" else 1
        value = rounded(amount * factor, 2)
        if (value == 0 and self.bare_zero) or (self.short and value == value.to_integral()):
            value = value.to_integral()
        elif self.short:
            value = value.normalize()
        text = f"{value:,}" if self.separators else f"{value:f}"
        return Printed(text + self.unit, f"{value:f}", self.unit)

    def rate(self, part: Decimal, whole: Decimal) -> Printed:
        """`part` of `whole` in %."""
        exact = part * 100 / whole
        value = rounded(exact, self.rate_places)
        if value == value.to_integral() and (self.short or (self.bare_zero and value == 0)):
            value = value.to_integral()
        text = f"{abs(value):f}"
        return Printed(f"{text}%", f"{value:f}", "%")


def rounded(exact: Decimal, places: int) -> Decimal:
    """Rounded half up, once."""
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def cents(random: Random, low: float, high: float) -> Decimal:
    """An amount of 万元 between `low` and `high`, mostly with two decimals."""
    return rounded(Decimal(str(random.uniform(low, high))), random.choice((0, 1, 2, 2, 2))).quantize(Decimal("0.01"))


def near(random: Random, amount: Decimal) -> Decimal:
    """Another amount, different enough that no rate of the two is rounded to 0 or 100 %."""
    factor = Decimal(str(random.choice((random.uniform(0.55, 0.97), random.uniform(1.03, 1.6)))))
    return max((amount * factor).quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("0.01"))
