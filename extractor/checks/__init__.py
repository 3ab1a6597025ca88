"""Findings: a report checked against itself. `check(extraction) -> tuple[Finding, ...]`, one finding a contradiction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extractor.checks.agreement import agreement
from extractor.checks.balance import balance
from extractor.checks.changes import changes
from extractor.checks.contents import contents
from extractor.checks.evaluations import evaluations
from extractor.checks.material import SEVERITIES, Doubt, Material
from extractor.checks.names import names
from extractor.checks.once import once
from extractor.checks.rates import rates
from extractor.checks.shares import shares
from extractor.checks.sums import sums
from extractor.checks.tables import tables
from extractor.checks.wording import wording
from extractor.checks.years import years
from extractor.records import Finding
from extractor.report import Extraction

__all__ = ["RULES", "SEVERITIES", "check"]

# The most telling first: what several rules meet is told by the first of them.
RULES: tuple[Callable[[Material], Iterator[Doubt]], ...] = (
    agreement, tables, rates, shares, sums, changes, balance, evaluations, wording, years, names, contents,
)  # fmt: skip


def check(extraction: Extraction) -> tuple[Finding, ...]:
    """The contradictions of one report, in the order of its text.

    `severity` is error (both cannot be true), warning (a difference that rounding may explain, or wording) or note.
    `evidence` are spans of the stored text, the doubtful figure first; `quote` is the text of the first span.
    """
    material = Material(extraction)
    doubts = once([doubt for rule in RULES for doubt in rule(material)])
    return tuple(
        sorted((_finding(material, doubt) for doubt in doubts), key=lambda one: (one.start, one.end, one.rule))
    )


def _finding(material: Material, doubt: Doubt) -> Finding:
    start, end = doubt.spans[0]
    return Finding(
        document=material.report.name, year=material.year, page=material.report.page_at(start), start=start, end=end,
        quote=material.text[start:end], rule=doubt.rule, severity=doubt.severity, message=doubt.message,
        expected=doubt.expected, observed=doubt.observed, evidence=tuple(dict.fromkeys(doubt.spans)),
    )  # fmt: skip
