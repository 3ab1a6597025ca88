"""Which tests a mutant meets: all that run a line of its statement, what they share, and those of no other line."""

from __future__ import annotations

import pytest

pytest.importorskip("coverage")

from benchmarks.touching import IMPORTED, SHARED, Touched, statement

SOURCE = '''import re

A = {
    1: 2,
}


@decorated
def f(x: int,
      y: int = 1) -> int:
    """A function."""
    if (x and
            y):
        return [each
                for each in x]
    else:
        x = (y
             + 1)
    return x
'''


@pytest.mark.parametrize(
    ("line", "lines"),
    [(1, [1]), (4, [3, 4, 5]), (8, [8, 9, 10]), (10, [8, 9, 10]), (12, [12, 13]), (13, [12, 13]), (15, [14, 15]), (18, [17, 18]), (19, [19])],
)  # fmt: skip
def test_the_lines_of_a_statement_are_its_own(line: int, lines: list[int]) -> None:
    assert list(statement(SOURCE, line)) == lines


TOUCHED = Touched(
    "tests/test_a.py",
    seconds={"slow": 2.0, "quick": 0.1, "other": 1.0},
    fixtures={"slow": frozenset({"fixture index"}), "quick": frozenset(), "other": frozenset()},
    lines={
        "slow": frozenset({("a.py", 1)}),
        "quick": frozenset({("a.py", 1), ("a.py", 2)}),
        "fixture index": frozenset({("a.py", 3)}),
        IMPORTED: frozenset({("a.py", 4)}),
        SHARED: frozenset({("a.py", 5)}),
    },
)


@pytest.mark.parametrize(
    ("lines", "tests"),
    [
        ([1], ["quick", "slow"]),
        ([2], ["quick"]),
        ([3], ["slow"]),
        ([4], ["quick", "other", "slow"]),
        ([5, 2], ["quick", "other", "slow"]),
        ([6], []),
    ],
)
def test_the_tests_of_a_line_come_cheapest_first(lines: list[int], tests: list[str]) -> None:
    assert TOUCHED.tests([("a.py", line) for line in lines]) == tests
