"""Numbers as printed: exact, whatever their separators and units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.numbers import plain, signed, tolerance, yuan

DECIMALS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "unit", "wanted"),
    [
        ("12.5", "万元", "125000"),
        ("0", "万元", "0"),
        ("389000", "元", "389000"),
        ("1.02", "亿元", "102000000"),
        ("425072.60", "千元", "425072600"),
        ("28861.938591", "万元", "288619385.91"),
        ("-0.15", "万元", "-1500"),
    ],
)
def test_yuan(value: str, unit: str, wanted: str) -> None:
    assert yuan(value, unit) == wanted


@pytest.mark.parametrize("unit", ["%", "辆", "", None])
def test_only_money_has_yuan(unit: str | None) -> None:
    assert yuan("3", unit) is None


@given(DECIMALS)
def test_separators_change_nothing(value: Decimal) -> None:
    assert Decimal(plain(f"{value:,}")) == value


@given(DECIMALS, st.sampled_from(["万元", "元", "亿元", "千元"]))
def test_yuan_is_exact(value: Decimal, unit: str) -> None:
    factor = {"万元": 10**4, "元": 1, "亿元": 10**8, "千元": 10**3}[unit]
    assert Decimal(str(yuan(str(value), unit))) == value * factor


@given(DECIMALS, st.booleans())
def test_sign_is_that_of_the_direction(value: Decimal, negative: bool) -> None:
    number = Decimal(signed(str(value), negative))
    assert abs(number) == value
    assert (number < 0) == (negative and value != 0)


def test_tolerance_comes_from_the_printed_digits() -> None:
    assert tolerance("89.3") == Decimal("0.05")
    assert tolerance("1.6", "1.80") == Decimal("0.055")
