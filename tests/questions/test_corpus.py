"""Questions over the reports of corpus/, written with their answers before the grammar was made for them.

corpus.jsonl were the first; strangers.jsonl and strangers_second.jsonl are typed as people do who do not know the
grammar; guards.jsonl were once answered with another question.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.pipeline import index_paths
from extractor.questions import Answer, ask
from extractor.store import Index, open_index
from tests.questions.expected import asked, cases, right

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
BLIND = Path(__file__).parents[2] / "benchmarks" / "blind" / "reports"
KNOWN = {"岷桥法院聘用制书记员多少人"}
"""What is answered wrong."""
Answered = list[tuple[dict[str, Any], Answer]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    db = tmp_path_factory.mktemp("corpus") / "index.db"
    index_paths([REPORTS], db)
    with open_index(db) as index:
        yield index


@pytest.fixture(scope="module", params=["corpus.jsonl", "strangers.jsonl", "strangers_second.jsonl", "guards.jsonl"])
def answered(corpus: Index, request: pytest.FixtureRequest) -> Answered:
    return [(case, asked(corpus, case)) for case in cases(request.param)]


def test_all_but_one_are_right_over_the_blind_reports_too(tmp_path: Path) -> None:
    index_paths([BLIND], tmp_path / "index.db")
    with open_index(tmp_path / "index.db") as index:
        blind = cases("blind.jsonl")
        wrong = {case["question"] for case in blind if not right(ask(index, case["question"]), case["expect"])}
    assert wrong <= KNOWN


def test_a_journalists_questions_are_right(corpus: Index) -> None:
    asked = cases("press.jsonl")
    wrong = [case["question"] for case in asked if not right(ask(corpus, case["question"]), case["expect"])]
    assert len(asked) >= 60 and wrong == []


def test_all_are_right(answered: Answered) -> None:
    assert len(answered) > 20
    assert [case["question"] for case, answer in answered if not right(answer, case["expect"])] == []


def test_every_answer_has_proof_and_every_refusal_a_reason(corpus: Index, answered: Answered) -> None:
    texts = {document.name: corpus.text(document.id) for document in corpus.documents()}
    for _, answer in answered:
        assert answer.answered is bool(answer.rows)
        assert answer.answered or (answer.message.endswith(("。", "？")) and answer.suggestions)
        assert all(texts[row["document"]][row["start"] : row["end"]] == row["quote"] for row in answer.rows)
        assert all(row["quote"] for row in answer.rows)
        assert all(answer.question[part.start : part.end] == part.text for part in answer.parts)


def test_what_a_refusal_offers_is_answered(corpus: Index, answered: Answered) -> None:
    offered = {question for _, answer in answered for question in answer.suggestions}
    assert [question for question in offered if not ask(corpus, question).answered] == []


def test_a_refusal_offers_questions_about_the_organisation_asked_about(answered: Answered) -> None:
    refused = [answer for _, answer in answered if not answer.answered]
    named = [([p.meaning for p in a.parts if p.kind == "organisation"], a.suggestions) for a in refused]
    assert len(named) > 5
    assert all(any(w in question for question in offered for w in whose) for whose, offered in named if whose)


def test_contradictions_are_listed_and_counted_by_organisation(corpus: Index) -> None:
    assert {row["record"] for row in ask(corpus, "哪些单位有对不上的数字").rows} == {"finding"}
    assert [group.name for group in ask(corpus, "哪家单位疑点最多").groups] == ["安濮市柳湖区清溪街道办事处"]
