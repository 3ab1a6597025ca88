"""How each question is understood and what is said with its answer, as whoever asks it reads them.

test_understood.jsonl holds, for the questions of this folder: the file that the question is of; what was asked before it;
the question; what it was understood as; the figure; how many records are shown, the first of them, the groups; what is
said beside them (message, what was assumed); what else may be asked; and what each part of the question was taken for.
The answers of the files with expectations were right when they were put down (test_corpus, test_questions); those of
more.jsonl, more_corpus.jsonl and follow.jsonl were gone through by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.pipeline import index_paths
from extractor.questions import Answer
from extractor.records import Row
from extractor.store import Index, open_index
from tests.questions.expected import asked, cases
from tests.questions.fictional import made

ROOT = Path(__file__).parents[2]
CASES = [json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()]
OVER = {"questions": "fictional", "more": "fictional", "blind": "blind"}
"""The files whose questions are not put to the corpus."""


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Index]]:
    """The index of each set of reports, by name."""
    folder = tmp_path_factory.mktemp("understood")
    index_paths([ROOT / "corpus" / "reports"], folder / "corpus.db")
    index_paths([ROOT / "benchmarks" / "blind" / "reports"], folder / "blind.db")
    made(folder / "fictional.db")
    with (
        open_index(folder / "corpus.db") as corpus,
        open_index(folder / "blind.db") as blind,
        open_index(folder / "fictional.db") as fictional,
    ):
        yield {"corpus": corpus, "blind": blind, "fictional": fictional}


def said(answer: Answer) -> list[object]:
    """What an answer says beside its records."""
    figure = f"{answer.figure.value}{answer.figure.unit or ''}" if answer.figure else None
    groups = [f"{each.name} {each.figure.value}{each.figure.unit or ''} {each.count}" for each in answer.groups]
    rows = [f"{row['document'][:5]} {row['year']} {_of(row)}" for row in answer.rows[:3]]
    beside = [answer.message, *answer.assumed]
    parts = [f"{part.text}={part.kind}" for part in answer.parts]
    return [answer.understood, figure, [len(answer.rows), *rows, *groups], beside, list(answer.suggestions), parts]


def _of(row: Row) -> str:
    """What a record says, in short."""
    about = str(row.get("subject") or row.get("indicator") or row.get("project") or row.get("rule"))
    said = row.get("value") or row.get("change") or row.get("score") or row.get("actual")
    return f"{about.rsplit('/', 1)[-1]} {row.get('measure') or row.get('compared_with') or ''} {said or ''}".rstrip()


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0]}-{case[2]}" for case in CASES])
def test_what_is_said_with_an_answer(indexes: dict[str, Index], case: list[object]) -> None:
    file, before, question, *rest = case
    asked_so = {"before": before, "question": question}
    assert said(asked(indexes[OVER.get(str(file), "corpus")], asked_so)) == rest


def test_no_question_is_left_out() -> None:
    files = dict.fromkeys(str(case[0]) for case in CASES)
    asked_of = [
        (file, list(case.get("before", ())), case["question"]) for file in files for case in cases(f"{file}.jsonl")
    ]
    assert [(str(file), before, question) for file, before, question, *_ in CASES] == asked_of
    assert len(files) == 10


@pytest.mark.parametrize("few", [1, 2])
def test_no_answer_depends_on_how_many_reports_are_read_first(
    indexes: dict[str, Index], monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Of many reports those with the largest amounts are read first; some of these print 元, some 万元."""
    monkeypatch.setattr("extractor.questions.listing.LEADING", few)
    monkeypatch.setattr("extractor.questions.listing.MORE", 2)
    ranked = [case for case in CASES if "排序" in str(case[3]) and "单位" in str(case[3])]
    assert len(ranked) > 20
    for file, before, question, *rest in ranked:
        case = {"before": before, "question": question}
        assert said(asked(indexes[OVER.get(file, "corpus")], case)) == rest, question
