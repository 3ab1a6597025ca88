"""Any generated report is read well: hypothesis looks for the seed that breaks extraction; found ones are kept as examples.

`python -m benchmarks.generated` gives the figures over many reports.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.generated import Outcome, run, together
from tests.generator import generate

# Of the records of one report: the least share that is right, or, where there are few, how many may be wrong.
LEAST, FEW = 0.75, 6
# Over many reports.
KINDS = ("amount", "variance", "reason", "category", "project", "indicator", "quote")
KNOWN = {"category": 2, "quote": 6}
"""How many records come out wrong over all of them, by kind; of the others none."""
SEEDS = range(1000, 1040)


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [run(seed) for seed in SEEDS]


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@example(8)  # a year broken by a line end: "2" / "022 年当年预算执行数"
@example(18)  # an explanation in a sentence of its own, a blank line after every line
@example(22)  # projects numbered （ 2 ）, with spaces
@example(28)  # an explanation followed by a comparison that found no change
@given(st.integers(0, 10**6))
def test_any_report_is_read(seed: int) -> None:
    outcome = run(seed)
    assert outcome.unplaced == 0
    for kind, one in outcome.scores.items():
        wrong = max(one.wanted, one.given) - one.right
        assert min(one.precision, one.recall) >= LEAST or wrong <= FEW, (
            kind,
            outcome.made.style,
            one.missed,
            one.extra,
        )


@pytest.mark.parametrize("kind", KINDS)
def test_many_reports_together(outcomes: list[Outcome], kind: str) -> None:
    one = together(outcomes)[kind]
    assert one.wanted > 20
    assert max(len(one.missed), len(one.extra)) <= KNOWN.get(kind, 0), (one.missed[:10], one.extra[:10])


def test_a_seed_is_a_report() -> None:
    assert generate(7) == generate(7)
    assert generate(7).text != generate(8).text


def test_the_gold_adds_up() -> None:
    """The generator's own accounts: what it states of items is what it states of the whole."""
    made = next(one for one in map(generate, range(100)) if one.style.startswith("湖北"))
    stated = {
        row["subject"]: float(row["value"])
        for row in made.records
        if row["record"] == "amount" and row["measure"] == "决算数"
    }
    items = [value for subject, value in stated.items() if subject.count("/") == 2]
    assert sum(items) == pytest.approx(stated["一般公共预算财政拨款支出"])
    assert stated["人员经费"] + stated["公用经费"] == pytest.approx(stated["一般公共预算财政拨款基本支出"])


def test_every_figure_of_the_gold_stands_in_the_text() -> None:
    for made in map(generate, range(60)):
        digits = _digits(made.text)
        for row in made.records:
            for field in (
                "value",
                "actual",
                "baseline",
                "change",
                "change_rate",
                "completion_rate",
                "budget",
                "executed",
            ):
                value = row.get(field)
                if value is not None and not row.get("stated"):
                    assert str(value).lstrip("-") in digits, (made.seed, row)


def _digits(text: str) -> str:
    """The text without what noise puts inside figures: page furniture, spaces, breaks, separators, full width."""
    paged = re.sub(r"\n— \d+ —\n\f[^\n]*\n", "", text)
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", paged.replace("，", "；")))
