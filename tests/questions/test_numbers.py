"""Numbers as people type them in questions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.questions.numbers import Quantity, numbers


def _read(text: str, role: str) -> list[object]:
    """What the stretches that reach from end to end of the text may be."""
    return [reading.means for span, reading in numbers(text) if span == (0, len(text)) and reading.role == role]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("80%", "80", "%"), ("九成", "90", "%"), ("三成半", "35", "%"), ("一半", "50", "%"), ("两倍", "2", "倍"),
        ("1.5倍", "1.5", "倍"), ("1,200万元", "1200", "万元"), ("1个亿", "1", "亿"), ("一百万", "100", "万"),
        ("三千五百万元", "3500", "万"), ("十二亿", "12", "亿"), ("500块", "500", "元"), ("3个百分点", "3", "%"),
    ],
)  # fmt: skip
def test_quantities(text: str, value: str, unit: str) -> None:
    (quantity,) = _read(text, "quantity")
    assert isinstance(quantity, Quantity)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


def test_tenths_are_about_so_much() -> None:
    (said, exact) = (_read(text, "quantity")[0] for text in ("两成", "20%"))
    assert isinstance(said, Quantity)
    assert isinstance(exact, Quantity)
    assert (said.about, exact.about) == (True, False)


@given(st.integers(1990, 2089), st.sampled_from(["", "年", "年度", "年底", "年末"]))
def test_every_year_is_read(year: int, ending: str) -> None:
    assert (year,) in _read(f"{year}{ending}", "year")


@given(st.text(max_size=30))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(0 <= start < end <= len(text) for (start, end), _ in numbers(text))
