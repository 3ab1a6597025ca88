"""The reports that were once blind tests, against their gold: no worse than what test_blind_sets.toml says of each."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks.accuracy import differences, rows
from benchmarks.places import former_blind_sets
from benchmarks.score import score
from extractor import extract

LABELLED = [pair for collection in former_blind_sets() for pair in collection.with_gold()]
KNOWN: dict[str, dict[str, list[int]]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("report", "gold"), LABELLED, ids=[report.name for report, _ in LABELLED])
def test_no_more_is_wrong_than_is_known(report: Path, gold: Path) -> None:
    known = KNOWN.get(report.name, {})
    scores = score(list(rows(gold)), list(extract(report).rows()))
    assert scores["amount"].wanted > 80
    for kind, one in scores.items():
        missed, extra = known.get(kind, (0, 0))
        assert len(one.missed) <= missed, "\n".join(differences({kind: one}, 20))
        assert len(one.extra) <= extra, "\n".join(differences({kind: one}, 20))


def test_every_report_that_is_known_to_come_out_wrong_is_here() -> None:
    assert set(KNOWN) <= {report.name for report, _ in LABELLED}
    assert len(LABELLED) > 20
