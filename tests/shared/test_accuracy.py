"""Extraction of real reports against their gold, by the scorer that lies beside them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.accuracy import rows
from benchmarks.score import score
from extractor.export import export
from extractor.store import open_index

SEED = "武汉市洪山区科学技术协会2022年度部门决算"


@pytest.fixture(scope="session")
def exported(shared_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every record of the index, one JSON object a line."""
    target = tmp_path_factory.mktemp("export") / "out.jsonl"
    with open_index(shared_index) as index:
        export(index, "jsonl", target)
    return target


def judged(shared: Path, exported: Path, gold: str) -> tuple[dict[str, float], str]:
    """F1 by kind, and all that the scorer printed."""
    files = sorted(map(str, (shared / "gold").glob(gold)))
    assert files
    command = [sys.executable, str(shared / "score.py"), str(exported), *files, "--show", "20"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        name.strip(): float(f1) for name, f1 in re.findall(r"^(.{20})(?:\s+[\d.]+){5}\s+([\d.]+)$", said, re.M)
    }, said


@pytest.mark.parametrize("kind", ["amount (narrative)", "variance", "reason"])
def test_all_reports(shared: Path, exported: Path, kind: str) -> None:
    f1, said = judged(shared, exported, "*.jsonl")
    assert f1[kind] >= 0.90, said


@pytest.mark.parametrize("kind", ["amount (narrative)", "variance", "reason", "category", "project", "indicator"])
def test_seed_report(shared: Path, exported: Path, kind: str) -> None:
    f1, said = judged(shared, exported, f"{SEED}.jsonl")
    assert f1[kind] >= 0.97, said


@pytest.mark.parametrize(
    "document", ["上海市普陀区规划和自然资源局2024年度部门决算", "上海市普陀区人民政府办公室2025年部门预算"]
)
def test_tables(shared: Path, exported: Path, document: str) -> None:
    f1, said = judged(shared, exported, f"{document}.jsonl")
    assert f1["amount (table)"] >= 0.98, said


def test_our_own_score_of_tables_is_the_scorers(shared: Path, exported: Path) -> None:
    gold = [row for labels in sorted((shared / "gold").glob("*.jsonl")) for row in rows(labels)]
    ours = score(gold, rows(exported))["table"]
    f1, said = judged(shared, exported, "*.jsonl")
    assert ours.wanted > 100 and round(ours.f1, 3) == f1["amount (table)"], said


def test_no_table_of_amounts_is_unrecognised(shared_index: Path) -> None:
    with open_index(shared_index) as index:
        tables = [table for document in index.documents() for table in index.tables(document.id)]
    assert sum(table.name is not None for table in tables) > 30
    for table in (table for table in tables if table.name is None):
        cells = [cell for row in table.cells for cell in row if cell]
        assert [cell for cell in cells if re.fullmatch(r"[\d,]+\.\d+", cell)] == [], table.title


def test_every_quote_holds_its_value(shared: Path, exported: Path) -> None:
    f1, said = judged(shared, exported, "*.jsonl")
    assert f1["quote"] == 1, said


def test_offsets_are_true(shared_index: Path) -> None:
    with open_index(shared_index) as index:
        texts = {document.name: index.text(document.id) for document in index.documents()}
        wrong = [row for row in index.records() if texts[row["document"]][row["start"] : row["end"]] != row["quote"]]
    assert wrong == []
