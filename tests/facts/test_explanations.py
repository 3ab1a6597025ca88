"""Where an explanation begins and ends: a table of paragraphs and what they explain."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.facts.narrative import narrate
from extractor.facts.performance import evaluate
from extractor.facts.recording import variances
from extractor.report import Report
from extractor.structure.outline import outline

YEAR, KIND = 2022, "决算"
CASES = tomllib.loads(Path(__file__).with_name("explanations.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_the_explanations_of_a_paragraph(case: dict[str, Any]) -> None:
    text = f"{case['heading']}\n{case['text']}\n"
    structure = outline(Report("一份", "txt", "", text, hard_lines=True))
    bound, _ = narrate(structure, YEAR, KIND, evaluate(structure, YEAR).read)
    found = [record.reason for record in variances(bound, structure, YEAR, KIND) if record.reason]
    assert list(dict.fromkeys(found)) == case["reasons"]
