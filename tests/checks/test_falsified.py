"""Reports that agree with themselves, falsified: every figure a little and by much, every direction, every line left out.

test_falsified.jsonl says what is found of it, gone through by hand: report, as it was, as it is, and for each finding its rule,
severity, what was expected and observed, the evidence and the sentence.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from extractor.records import Finding
from tests.checks.fictional import REPORTS, findings

Told = list[object]
CASES: list[tuple[str, str, str, list[Told]]] = [
    json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()
]


def told(report: str, before: str, after: str) -> list[Told]:
    name = f"青溪县城市建设档案馆{report}.txt"
    text = "".join(REPORTS[name]).replace(before, after)
    return [shown(one, text) for one in findings((before, after), name=name)]


def shown(one: Finding, text: str) -> Told:
    """A finding as people see it: its rule and severity, what was expected and observed, the evidence, the sentence."""
    evidence = [text[start:end] for start, end in one.evidence]
    return [one.rule, one.severity, one.expected, one.observed, evidence, one.message]


@pytest.mark.parametrize(
    ("report", "before", "after", "found"), CASES, ids=[f"{at}-{case[1][-16:]}" for at, case in enumerate(CASES)]
)
def test_what_is_found_of_a_falsified_report(report: str, before: str, after: str, found: list[Told]) -> None:
    assert told(report, before, after) == found


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_that_agrees_with_itself_has_no_findings(name: str) -> None:
    assert findings(name=name) == []


def test_most_of_what_is_falsified_by_much_is_an_error() -> None:
    told_of = Counter(any(rule[1] == "error" for rule in found) for *_, after, found in CASES if after)
    assert told_of[True] > told_of[False]
