"""Consistent generated reports have hardly an error; a corrupted place hardly escapes. Figures: benchmarks.findings."""

from __future__ import annotations

import pytest

from benchmarks.findings import Tried, try_clean, try_corruption
from extractor.records import Finding

SEEDS = range(2000, 2060)


@pytest.fixture(scope="module")
def tried() -> list[Tried]:
    return [one for seed in SEEDS if (one := try_corruption(seed)) is not None]


@pytest.fixture(scope="module")
def clean() -> list[tuple[Finding, ...]]:
    return [try_clean(seed)[1] for seed in SEEDS]


def test_corruptions_are_detected(tried: list[Tried]) -> None:
    checkable = [one for one in tried if one.done.checkable]
    missed = [f"{one.done.seed} {one.done.kind} {one.done.what}" for one in checkable if not one.detected]
    assert len(missed) <= 0.1 * len(checkable), missed


def test_what_is_detected_is_where_it_was_corrupted(tried: list[Tried]) -> None:
    changed = [one for one in tried if one.detected and one.done.kind != "删项"]
    assert sum(one.placed for one in changed) >= 0.95 * len(changed)


def test_consistent_reports_have_no_errors(clean: list[tuple[Finding, ...]]) -> None:
    wrong = [one.message for found in clean for one in found if one.severity == "error"]
    assert len([found for found in clean if any(one.severity == "error" for one in found)]) <= 1, wrong
