"""One report in every format: the exports say the same, but for the file's name and where in it a fact stands."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.places import CORPUS
from corpus.build import build
from extractor.export import export
from extractor.pipeline import index_paths
from extractor.readers import read
from extractor.store import Index, open_index

FORMATS = CORPUS / "formats"
WITH_TABLES = (".docx", ".html", ".pdf", ".xlsx")
OFFSETS = ("document", "page", "start", "end", "evidence")
TABLES = [
    None,
    *("收入支出决算总表", "支出决算表", "一般公共预算财政拨款支出决算表"),
    *("财政拨款“三公”经费支出决算表", "项目支出绩效自评表"),
]

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the report in all its formats."""
    db = tmp_path_factory.mktemp("formats") / "index.db"
    files = [path for path in FORMATS.iterdir() if path.is_file()]
    assert {path.suffix for path in files} == {*WITH_TABLES, ".txt"}
    assert index_paths(files, db).failures == ()
    return db


@pytest.fixture(scope="module")
def exported(index: Path) -> dict[str, Rows]:
    """By format: its export, without the file's name, pages and offsets, quotes without line ends and page numbers."""
    target = index.with_name("out.jsonl")
    with open_index(index) as opened:
        export(opened, "jsonl", target)
    rows: dict[str, Rows] = {}
    for line in target.read_text("utf-8").splitlines():
        row = json.loads(line)
        row["quote"] = re.sub(r"\s+", "", re.sub(r"\n- \d+ -\n", "", row["quote"]))
        rows.setdefault(Path(row["document"]).suffix, []).append({k: v for k, v in row.items() if k not in OFFSETS})
    return rows


def of(rows: Rows, source: str) -> Rows:
    return [row for row in rows if row["source"] == source]


@pytest.mark.parametrize("form", [".txt", *WITH_TABLES])
def test_the_same_narrative_records(exported: dict[str, Rows], form: str) -> None:
    records, expected = of(exported[form], "narrative"), of(exported[".docx"], "narrative")
    if form not in WITH_TABLES:  # some codes stand in tables only
        records, expected = ([{**row, "code": None} for row in rows] for rows in (records, expected))
    assert records == expected
    assert {"amount", "variance", "reason", "project"} <= {row["record"] for row in records} and len(records) > 60


@pytest.mark.parametrize("form", WITH_TABLES)
def test_the_same_table_records(exported: dict[str, Rows], form: str) -> None:
    records = of(exported[form], "table")
    assert records == of(exported[".docx"], "table")
    assert {row["table"] for row in records if row["record"] == "amount"} == set(TABLES[1:5])
    assert sum(row["record"] == "indicator" for row in records) == 3 and len(records) > 90


def test_text_holds_no_table_amounts(exported: dict[str, Rows]) -> None:
    assert {row["record"] for row in of(exported[".txt"], "table")} <= {"project", "indicator"}


def test_the_same_tables_as_printed(index: Path) -> None:
    with open_index(index) as opened:
        tables = {Path(d.name).suffix: opened.tables(d.id) for d in opened.documents()}
        assert tables.pop(".txt") == []
        assert {form: [table.name for table in found] for form, found in tables.items()} == dict.fromkeys(
            WITH_TABLES, TABLES
        )
        cells = {form: [table.cells for table in found] for form, found in tables.items()}
    assert all(found == cells[".docx"] for found in cells.values())


def test_every_format_is_found_by_search(index: Path) -> None:
    with open_index(index) as opened:
        for term in ("两名职工退休", "白石滩站", "防汛期间增设了临时测流断面"):
            assert _formats(opened, term) == {".txt", *WITH_TABLES}


def _formats(index: Index, term: str) -> set[str]:
    return {Path(hit.document).suffix for hit in index.search(term, limit=100).hits}


def test_build_again(tmp_path: Path) -> None:
    (source,) = (FORMATS / "sources").iterdir()
    for built in build(source, tmp_path):
        assert read(built).text == read(FORMATS / built.name).text
