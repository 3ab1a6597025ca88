"""Findings: a report checked against itself. `check(extraction) -> tuple[Finding, ...]`, one finding a contradiction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extractor import events
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
from extractor.messages import say
from extractor.records import Finding
from extractor.report import Extraction
from extractor.structure.flow import Flow

__all__ = ["RULES", "SEVERITIES", "Checked", "check", "checked"]

Rules = Callable[[Material], Iterator[Doubt]]

# The most telling first: what several rules meet is told by the first of them.
RULES: tuple[Rules, ...] = (
    agreement, tables, rates, shares, sums, changes, balance, evaluations, wording, years, names, contents,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of one report, and for each group of rules that failed a sentence saying so."""

    findings: tuple[Finding, ...]
    unchecked: tuple[str, ...] = ()


def check(extraction: Extraction) -> tuple[Finding, ...]:
    """The contradictions of one report, in the order of its text.

    `severity` is error (both cannot be true), warning (a difference that rounding may explain, or wording) or note.
    `evidence` are spans of the stored text, the doubtful figure first; `quote` is the text of the first span.
    """
    return checked(extraction).findings


def checked(extraction: Extraction, rules: Sequence[Rules] = RULES, flow: Flow | None = None) -> Checked:
    """`check`, and what could not be checked: a fault in one group of rules must not cost the report its records.

    `flow` is the report's running text, where the caller has it.
    """
    material = Material(extraction, flow)
    doubts: list[Doubt] = []
    unchecked: list[str] = []
    for rule in rules:
        try:
            doubts += list(rule(material))
        except Exception as fault:
            events.fault("rules", fault, file=extraction.report.name, rules=rule.__name__)
            detail = f"{type(fault).__name__}: {fault}"
            unchecked.append(say("findings.unchecked", rule=rule.__name__, detail=detail))
    found = sorted((_finding(material, one) for one in once(doubts)), key=lambda one: (one.start, one.end, one.rule))
    return Checked(tuple(found), tuple(unchecked))


def _finding(material: Material, doubt: Doubt) -> Finding:
    start, end = doubt.spans[0]
    return Finding(
        document=material.report.name, year=material.year, page=material.report.page_at(start), start=start, end=end,
        quote=material.text[start:end], rule=doubt.rule, severity=doubt.severity, message=doubt.message,
        expected=doubt.expected, observed=doubt.observed, evidence=tuple(dict.fromkeys(doubt.spans)),
    )  # fmt: skip
