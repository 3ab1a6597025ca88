"""Extraction against the gold of the corpus."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import differences, scores_of
from benchmarks.places import CORPUS, Collection
from benchmarks.score import Score

LEAST = {"amount": 0.95, "variance": 0.95, "reason": 0.95, "project": 0.95, "indicator": 0.95, "category": 0.90}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return scores_of(Collection("corpus", CORPUS))["合计"]


@pytest.mark.parametrize("kind", LEAST)
def test_f1(scores: dict[str, Score], kind: str) -> None:
    assert scores[kind].f1 >= LEAST[kind], "\n".join(differences({kind: scores[kind]}, 20))


def test_every_quote_holds_its_value(scores: dict[str, Score]) -> None:
    assert scores["quote"].f1 == 1, "\n".join(differences({"quote": scores["quote"]}, 20))
