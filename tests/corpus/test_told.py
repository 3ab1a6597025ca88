"""What a report is told to hold beside what gold has: who, when, what was left unbound, sums, tables, evaluations, findings.

test_told.json holds it for every report of the corpus and of the former blind tests. Of a table it holds, by column and
measure, how many cells were read and what they add up to. `KNOWN` of the other tests says what of it is wrong.
"""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.places import CORPUS, Collection, former_blind_sets
from extractor import extract
from extractor.records import Amount, Indicator, Project, Variance
from extractor.report import Extraction

REPORTS = [path for each in (Collection("corpus", CORPUS), *former_blind_sets()) for path in each.reports]
TOLD: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


def joined(*fields: object) -> str:
    return "|".join("" if field is None else str(field) for field in fields)


def project(one: Project) -> str:
    figures = (one.budget, one.executed, one.completion_rate, one.unit, one.score)
    return joined(one.project, *figures, one.problems, one.improvements)


def indicator(one: Indicator) -> str:
    figures = (one.comparator, one.target, one.actual, one.unit, one.full_score, one.score)
    causes = (f"{each.rank}{each.category}:{each.text}" for each in one.causes)
    return joined(one.project, one.indicator, one.type, *figures, one.reason, one.category, *causes)


def table(name: str, cells: list[Amount]) -> str:
    """Its columns, each with how many cells it has and their sum."""
    columns: dict[str, list[Decimal]] = defaultdict(list)
    for cell in cells:
        columns[joined(cell.column, cell.measure, cell.year, cell.unit)].append(Decimal(cell.value))
    return joined(name, *(f"{column} {len(values)} {sum(values)}" for column, values in columns.items()))


def explained(one: Variance) -> str:
    causes = (f"{each.rank}{each.category}:{each.text}" for each in one.causes)
    return joined(one.subject, one.compared_with, one.direction, one.category, *causes)


def quoted(found: Extraction) -> dict[str, tuple[int, int]]:
    """By measure of amounts in sentences, and base of comparisons: how many, and how many characters they quote."""
    lengths: dict[str, list[int]] = defaultdict(list)
    for amount in found.amounts:
        if amount.source == "narrative":
            lengths[amount.measure].append(len(amount.quote))
    for variance in found.variances:
        lengths[variance.compared_with].append(len(variance.quote))
    return {name: (len(each), sum(each)) for name, each in lengths.items()}


def told(found: Extraction) -> dict[str, Any]:
    tables: dict[str, list[Amount]] = defaultdict(list)
    for amount in found.amounts:
        if amount.source == "table":
            tables[amount.table or ""].append(amount)
    return {
        "identity": joined(found.organisation, found.year, found.kind),
        "unbound": [each.text for each in found.unbound],
        "sums": [joined(each.name, each.total, each.parts, each.count, each.closed) for each in found.sums],
        "tables": [table(name, cells) for name, cells in tables.items()],
        "notes": [joined(each.name, each.title, each.page, len(each.cells)) for each in found.tables],
        "projects": [project(each) for each in found.projects],
        "indicators": [indicator(each) for each in found.indicators],
        "explanations": [explained(each) for each in found.variances if each.reason],
        "findings": [joined(each.rule, each.severity, each.expected, each.observed) for each in found.findings],
        "unchecked": list(found.unchecked),
        "quoted": [joined(measure, *lengths) for measure, lengths in quoted(found).items()],
    }


@cache
def extracted(report: Path) -> Extraction:
    return extract(report)


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
def test_what_is_told_of_a_report(report: Path) -> None:
    assert told(extracted(report)) == TOLD[report.name]


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
def test_every_record_stands_where_it_says(report: Path) -> None:
    found = extracted(report)
    text = found.report.text
    for record in (*found.amounts, *found.variances, *found.projects, *found.indicators, *found.findings):
        assert text[record.start : record.end] == record.quote
        assert record.quote == record.quote.strip()
        assert record.page == found.report.page_at(record.start)
    for note in found.tables:
        assert 0 <= note.start < note.end <= len(text)
    for loose in found.unbound:
        assert text[loose.start : loose.end] in loose.quote
