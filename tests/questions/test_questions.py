"""questions.jsonl: the right answer to each question, with its proof; or a refusal that says why."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.questions import Answer, ask
from extractor.store import Index

CASES = [json.loads(line) for line in (Path(__file__).parent / "questions.jsonl").read_text("utf-8").splitlines()]
FIELDS = {"subjects": "subject", "indicators": "indicator", "projects": "project", "documents": "document"}


def _names(answer: Answer, field: str) -> set[str]:
    return {str(row.get(field) or "").rsplit("/", 1)[-1] for row in answer.rows}


@pytest.mark.parametrize("case", CASES, ids=[case["question"] for case in CASES])
def test_answer(index: Index, case: dict[str, Any]) -> None:
    answer, expect = ask(index, case["question"]), case["expect"]
    assert answer.answered is expect.get("answered", True), answer.message
    if "value" in expect:
        assert answer.figure is not None, answer.message
        assert Decimal(answer.figure.value) == Decimal(expect["value"])
        assert answer.figure.unit == expect["unit"]
    for plural, field in FIELDS.items():
        if plural in expect:
            assert _names(answer, field) == set(expect[plural])
    for reason in expect.get("reasons", ()):
        assert any(reason in str(row["reason"]) for row in answer.rows)


@pytest.mark.parametrize("case", CASES, ids=[case["question"] for case in CASES])
def test_an_answer_has_proof_and_a_refusal_a_reason(index: Index, case: dict[str, Any]) -> None:
    answer = ask(index, case["question"])
    texts = {document.name: index.text(document.id) for document in index.documents()}
    if answer.answered:
        assert answer.rows
        assert answer.understood
        assert answer.sql.startswith("SELECT")
    else:
        assert not answer.rows
        assert answer.figure is None
        assert answer.message.endswith(("。", "？"))
        assert answer.suggestions
    for row in answer.rows:
        assert row["quote"]
        assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
        assert row["page"] is not None
