"""Performance in prose and flattened tables: what comes out of small fictional reports, shape by shape."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.facts.performance import Performance, evaluate
from extractor.report import Report
from extractor.structure.outline import outline

CASES = tomllib.loads((Path(__file__).parent / "performance.toml").read_text(encoding="utf-8"))["case"]


def evaluated(text: str, wrapped: bool = False) -> Performance:
    return evaluate(outline(Report("案例.txt", "txt", "", text.strip() + "\n", hard_lines=not wrapped)), 2023)


def rows(performance: Performance) -> list[dict[str, Any]]:
    return [record.row() for record in (*performance.projects, *performance.indicators)]


def differences(case: dict[str, Any]) -> list[str]:
    """What a case wants and does not get, and gets and does not want."""
    left = rows(evaluated(case["text"], case.get("wrapped", False)))
    wrong = []
    for wanted in case["records"]:
        found = next((row for row in left if agree(wanted, row)), None)
        if found is None:
            wrong.append(f"missed {wanted}")
        else:
            left.remove(found)
    kept = ("record", *dict.fromkeys(name for row in case["records"] for name in row), "indicator", "actual", "target")
    return wrong + [f"extra {({n: row.get(n) for n in kept if row.get(n)})}" for row in left]


def agree(wanted: dict[str, Any], row: dict[str, Any]) -> bool:
    same = all((row.get(name) or "") == value for name, value in wanted.items())
    return same and (wanted["record"] != "indicator" or row["reason"] == wanted.get("reason"))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_records_of_a_case(case: dict[str, Any]) -> None:
    assert not differences(case)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_quotes_hold_their_values(case: dict[str, Any]) -> None:
    text = case["text"].strip() + "\n"
    for row in rows(evaluated(text, case.get("wrapped", False))):
        assert text[row["start"] : row["end"]] == row["quote"]
