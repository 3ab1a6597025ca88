"""The wordings of many provinces, read as a report would be: every case comes out exactly as it is labelled.

What does not is told in known.toml, so that a rule that helps one province cannot quietly cost another.
"""

from __future__ import annotations

import tomllib
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
TOPICS = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.toml"))]
CASES: list[dict[str, Any]] = [case for topic in TOPICS for case in topic.get("case", ())]
KNOWN: dict[str, dict[str, list[int]]] = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))


def extracted(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The records that come out of a case, each where it says."""
    text = "\n".join([*case["headings"], case["text"].strip(), ""])
    report = Report(case["id"], "txt", "", text, hard_lines=not case.get("wrapped", False))
    structure = outline(report)
    performance = evaluate(structure, case["year"])
    bound, _ = narrate(structure, case["year"], case["kind"], performance.read)
    stated = (*amounts(bound, structure), *variances(bound, structure, case["year"], case["kind"]))
    found = (*stated, *performance.projects, *performance.indicators)
    for record in found:
        assert text[record.start : record.end] == record.quote
    return [record.row() for record in found]


def scores(case: dict[str, Any]) -> dict[str, Score]:
    """By kind, how the records of a case are met. Where no category is labelled none is compared."""
    about = {"document": case["id"], "year": case["year"]}
    gold = [{**about, **row} for row in case["records"]]
    found = score([*gold, {"record": "document", **about}], extracted(case))  # one that wants nothing is scored too
    labelled = any("category" in row for row in gold)
    return {kind: each for kind, each in found.items() if labelled or kind != "category"}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_case_comes_out_as_labelled(case: dict[str, Any]) -> None:
    known = KNOWN.get(case["id"], {})
    for kind, result in scores(case).items():
        missed, extra = known.get(kind, (0, 0))
        assert len(result.missed) <= missed, f"{kind} missed {result.missed}"
        assert len(result.extra) <= extra, f"{kind} extra {result.extra}"


def test_what_is_known_to_come_out_wrong_is_little() -> None:
    names = [case["id"] for case in CASES]
    assert len(names) == len(set(names)) and set(names) >= set(KNOWN)
    assert len(KNOWN) < 0.1 * len(CASES)
    wrong = [max(missed, extra) for kinds in KNOWN.values() for missed, extra in kinds.values()]
    assert sum(wrong) < 0.02 * sum(len(case["records"]) for case in CASES)
