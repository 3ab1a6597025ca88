"""Extraction against the gold of the corpus: every record comes out, and no other."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import differences, scores_of
from benchmarks.places import CORPUS, Collection
from benchmarks.score import Score

KINDS = ("amount", "variance", "reason", "project", "indicator", "category", "quote")


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return scores_of(Collection("corpus", CORPUS))["合计"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_missed_or_invented(scores: dict[str, Score], kind: str) -> None:
    assert scores[kind].wanted > 10
    assert (scores[kind].missed, scores[kind].extra) == ((), ()), "\n".join(differences({kind: scores[kind]}, 20))
