"""The wordings of many provinces, read as a report would be: by topic, how many facts come out as labelled.

The floors are what is reached today, so that a rule that helps one province cannot quietly cost another.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.score import Score, score
from extractor.facts.narrative import narrate
from extractor.facts.performance import evaluate
from extractor.facts.recording import amounts, variances
from extractor.report import Report
from extractor.structure.outline import outline

HERE = Path(__file__).parent
TOPICS = sorted(path.stem for path in HERE.glob("*.toml") if "[[case]]" in path.read_text(encoding="utf-8"))
KINDS = ("amount", "variance", "reason")
FLOOR = {
    "assets": {"amount": 0.85},
    "none_statements": {"amount": 0.9, "variance": 0.75, "reason": 0.65},
    "performance": {"amount": 0.40, "variance": 0.0, "reason": 0.0},
}
USUAL_FLOOR = 0.93


@cache
def read(topic: str) -> tuple[tuple[dict[str, Any], tuple[dict[str, Any], ...]], ...]:
    """Each case of a topic with the records that come out of it."""
    cases = tomllib.loads((HERE / f"{topic}.toml").read_text(encoding="utf-8"))["case"]
    return tuple((case, tuple(_extracted(case))) for case in cases)


def _extracted(case: dict[str, Any]) -> list[dict[str, Any]]:
    text = "\n".join([*case["headings"], case["text"].strip(), ""])
    report = Report(case["id"], "txt", "", text, hard_lines=not case.get("wrapped", False))
    structure = outline(report)
    performance = evaluate(structure, case["year"])
    bound, _ = narrate(structure, case["year"], case["kind"], performance.read)
    found = [*amounts(bound, structure), *variances(bound, structure, case["year"], case["kind"])]
    for record in found:
        assert text[record.start : record.end] == record.quote
    return [record.row() for record in found]


def scores(topic: str) -> dict[str, Score]:
    gold, got = [], []
    for case, records in read(topic):
        gold += [{"document": case["id"], "year": case["year"], **row} for row in case["records"]]
        gold.append({"record": "document", "document": case["id"]})  # a case that wants nothing is scored too
        got += records
    return score(gold, got)


@pytest.mark.parametrize("case", [case["id"] for case, _ in read("unseen")])
def test_what_was_once_read_wrong_comes_out_exactly(case: str) -> None:
    for kind, result in _of_case(case).items():
        assert not result.missed, f"{kind} missed {result.missed}"
        assert not result.extra, f"{kind} extra {result.extra}"


def _of_case(name: str) -> dict[str, Score]:
    case, got = next((case, got) for case, got in read("unseen") if case["id"] == name)
    gold = [{"document": name, "year": case["year"], **row} for row in case["records"]]
    found = score([*gold, {"record": "document", "document": name}], got)
    return {kind: found[kind] for kind in KINDS if kind in found}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("topic", TOPICS)
def test_facts_of_a_topic_come_out_as_labelled(topic: str, kind: str) -> None:
    result = scores(topic).get(kind)
    if result is None or not (result.wanted or result.given):
        return
    floor = FLOOR.get(topic, {}).get(kind, USUAL_FLOOR)
    assert result.f1 >= floor, f"{topic} {kind}: {result.f1:.3f}\nmissed {result.missed[:5]}\nextra {result.extra[:5]}"


def test_all_topics_together() -> None:
    right = wanted = given = 0
    for topic in TOPICS:
        for kind in KINDS:
            if result := scores(topic).get(kind):
                right, wanted, given = right + result.right, wanted + result.wanted, given + result.given
    assert wanted > 2000
    assert right / given >= 0.97
    assert right / wanted >= 0.96
