"""The gold of the corpus: every figure and every reason in it stands in the report, and the figures agree."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.accuracy import rows
from benchmarks.places import CORPUS, Collection
from benchmarks.score import Row
from extractor.readers import read

LABELLED = list(Collection("corpus", CORPUS).with_gold())
FIGURES = (
    *("value", "baseline", "actual", "change", "change_rate", "completion_rate"),
    *("budget", "executed", "score", "full_score", "target"),
)
ROUNDED = Decimal("0.06")  # printed to one or two digits
each_report = pytest.mark.parametrize(("report", "gold"), LABELLED, ids=range(len(LABELLED)))


def folded(text: str) -> str:
    """The text without page numbers, line ends, spaces and thousands separators."""
    text = re.sub(r"^- \d+ -$", "", unicodedata.normalize("NFKC", text), flags=re.M)
    return re.sub(r"[\s,]", "", text)


def printed(figure: str, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(figure.lstrip('-'))}(?!\d|\.\d)", text) is not None


def test_every_report_has_gold() -> None:
    collection = Collection("corpus", CORPUS)
    assert [report for report, _ in LABELLED] == collection.reports
    assert len(LABELLED) == 8


@each_report
def test_figures_stand_in_the_report(report: Path, gold: Path) -> None:
    text = folded(read(report).text)
    figures = [row[name] for row in rows(gold) if not row.get("stated") for name in FIGURES if row.get(name)]
    assert [figure for figure in figures if not printed(figure, text)] == []


@each_report
def test_words_stand_in_the_report(report: Path, gold: Path) -> None:
    text = folded(read(report).text)
    words = [row[name] for row in rows(gold) for name in ("reason", "problems", "improvements") if row.get(name)]
    assert [each for each in words if folded(each) not in text] == []


def contradicts(row: Row) -> bool:
    """Whether the figures of a comparison or a project do not determine each other."""
    figure = {name: Decimal(row[name]) for name in FIGURES if row.get(name)}
    base, actual = figure.get("baseline", figure.get("budget")), figure.get("actual", figure.get("executed"))
    if actual is None:
        return False
    if base is None and "change" in figure:
        base = actual - figure["change"]
    if not base:
        return False
    checks = {"change": actual - base, "change_rate": (actual / base - 1) * 100, "completion_rate": actual / base * 100}
    return any(abs(figure[name] - right) > ROUNDED for name, right in checks.items() if name in figure)


@each_report
def test_figures_determine_each_other(report: Path, gold: Path) -> None:
    assert [row for row in rows(gold) if row["record"] in ("variance", "project") and contradicts(row)] == []
