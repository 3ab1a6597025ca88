"""300 facts drawn at random from an index, each asked for in three wordings of a grammar: the very figure comes back."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from extractor.extraction import extract_report
from extractor.pipeline import index_paths
from extractor.questions import Answer, ask
from extractor.questions.facts import yuan
from extractor.store import Index, open_index
from extractor.store.writer import Source, Writer
from tests.generator import generate

HERE = Path(__file__).parent
GRAMMAR = tomllib.loads((HERE / "grammar.toml").read_text("utf-8"))
FACTS, WORDINGS = 300, 3
GENERATED = range(4000, 4030)

Key = tuple[str, int, str, str]
"""Organisation, year, last name of the subject, measure."""


@pytest.fixture(scope="module", params=["corpus", "generated"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "corpus":
        index_paths([HERE.parents[1] / "corpus" / "reports"], folder / "index.db")
    else:
        with Writer(folder / "index.db", "made-1") as writer:
            for seed in GENERATED:
                extraction = extract_report(generate(seed).report())
                file = folder / f"{seed}.txt"
                file.write_text(extraction.report.text, encoding="utf-8")
                writer.add(extraction, Source.of(file))
    with open_index(folder / "index.db") as opened:
        yield opened


def _facts(index: Index) -> dict[Key, set[tuple[Decimal, str | None]]]:
    """What the index holds, by what a question can name; the total row of a table has no name of its own."""
    sql = """SELECT coalesce(organisation, document), year, subject, measure, value, unit FROM v_amounts
        WHERE subject <> '合计' AND "column" IS NULL"""
    facts: dict[Key, set[tuple[Decimal, str | None]]] = defaultdict(set)
    for organisation, year, subject, measure, value, unit in index.select(sql, limit=10**6):
        if measure in GRAMMAR["measures"]:
            size = yuan(Decimal(value), unit)
            facts[organisation, year, subject.rsplit("/", 1)[-1], measure].add((abs(size), None if size else unit))
    return facts


def _exact(answer: Answer, figures: set[tuple[Decimal, str | None]]) -> bool:
    """The figure; where several facts go by one name, all of them and no single figure."""
    if len(figures) > 1 and answer.figure is None:
        given = {abs(yuan(Decimal(row["value"]), row["unit"])) for row in answer.rows if row.get("value")}
        return {size for size, _ in figures} <= given
    if answer.figure is None:
        return False
    return abs(yuan(Decimal(answer.figure.value), answer.figure.unit)) in {size for size, _ in figures}


def test_the_very_figure_comes_back(index: Index) -> None:
    facts = _facts(index)
    random = Random(6)
    drawn = random.sample(sorted(facts), min(FACTS, len(facts)))
    wrong = []
    for key in drawn:
        organisation, year, subject, measure = key
        for form in random.sample(GRAMMAR["forms"], WORDINGS):
            word = random.choice(GRAMMAR["measures"][measure])
            question = form.format(organisation=organisation, year=year, subject=subject, measure=word)
            answer = ask(index, question)
            if not _exact(answer, facts[key]):
                wrong.append((question, facts[key], answer.figure, answer.message, answer.understood))
    assert len(drawn) == FACTS
    assert len(wrong) <= 0.02 * FACTS * WORDINGS, wrong
