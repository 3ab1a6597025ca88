"""One report, every format: the same text, the same table, the same facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor import extract
from extractor.readers import SUFFIXES, read
from tests.readers.files import BODY, FILES, TABLE, TITLE

_PLACE = {"document", "page", "start", "end", "quote"}


def written(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(FILES[name]())
    return path


def narrative(path: Path) -> list[dict[str, Any]]:
    """The facts of the running text, without where they stand in the file."""
    rows = (row for row in extract(path).rows() if row["source"] == "narrative" and row["record"] != "finding")
    return [{name: value for name, value in row.items() if name not in _PLACE} for row in rows]


@pytest.mark.parametrize("name", FILES)
def test_the_same_facts_in_every_format(tmp_path: Path, name: str) -> None:
    facts = narrative(written(tmp_path, name))
    assert {"人员调动", "新增水库除险加固项目"} <= {fact["reason"] for fact in facts if fact["record"] == "variance"}
    assert facts == narrative(written(tmp_path, "a.txt"))


@pytest.mark.parametrize("name", sorted(set(FILES) - {"a.txt", "a.pdf"}))
def test_the_same_text_and_table_in_every_format(tmp_path: Path, name: str) -> None:
    report = read(written(tmp_path, name))
    assert report.text.startswith(BODY) and report.hard_lines and report.title == TITLE
    (table,) = report.tables
    assert table.cells == TABLE
    assert report.text[table.start : table.end] == "\n".join("\t".join(row) for row in TABLE)


@pytest.mark.parametrize("name", sorted(set(FILES) - {"a.txt"}))
def test_the_content_counts_not_the_suffix(tmp_path: Path, name: str) -> None:
    """Offices rename .xls to .doc and save web pages as .xls."""
    path = tmp_path / "report.doc"
    path.write_bytes(FILES[name]())
    other = written(tmp_path, name)
    assert read(path).text == read(other).text


def test_every_format_made_here_is_one_that_a_walk_names() -> None:
    assert {Path(name).suffix for name in FILES} <= SUFFIXES
