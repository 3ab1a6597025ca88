"""Rates follow from exact ratios, rounded half up once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.rounding import AGREES, NEAR, OFF, Range, around, follows, half_up, step

amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2)


@pytest.mark.parametrize(
    ("printed", "part", "whole", "verdict"),
    [
        ("92.3", "163.75", "177.50", AGREES),  # 92.2535: rounding twice would make 92.2 of it
        ("95", "26.96", "28.38", AGREES),
        ("95.45", "9746.50", "10210.34", NEAR),  # cut off
        ("77.4", "16.24", "21.00", NEAR),
        ("87.4", "16.24", "21.00", OFF),
    ],
)
def test_examples(printed: str, part: str, whole: str, verdict: str) -> None:
    assert follows(printed, Decimal(part) * 100 / Decimal(whole)) == verdict


@given(amounts, amounts, st.integers(0, 2))
def test_a_rounded_rate_agrees_and_one_two_units_off_does_not(part: Decimal, whole: Decimal, places: int) -> None:
    exact, unit = part * 100 / whole, Decimal(1).scaleb(-places)
    rounded = half_up(exact, unit)
    assert follows(str(rounded), exact) == AGREES
    assert follows(str(rounded + 2 * unit), exact) == OFF


@given(amounts, st.integers(0, 2))
def test_what_rounds_to_a_figure_lies_around_it(value: Decimal, places: int) -> None:
    unit = Decimal(1).scaleb(-places)
    rounded = half_up(value, unit)
    assert around(rounded, unit).meets(Range(value, value))
    assert step(str(rounded)) == unit


@pytest.mark.parametrize("digits", [27, 40, 400])
def test_a_figure_of_absurd_length_breaks_nothing(digits: int) -> None:
    """Digits of a torn table run together; the usual context of decimal holds 28."""
    assert half_up(Decimal("9" * digits), Decimal("0.01")) == Decimal("9" * digits)
