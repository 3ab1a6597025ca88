"""Chosen rows in every format, read back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from extractor.errors import JuesuanError
from extractor.export import CHOSEN_FORMATS, write_rows

ROWS = [
    {"record": "variance", "document": "甲.txt", "organisation": "甲局", "year": 2022, "subject": "a/b",
     "change": "-12.40", "reason": "=1+1|人员\n调动", "page": None, "quote": "减少", "citation": "“减少”（甲局）"},
    {"record": "finding", "document": "乙.txt", "organisation": "乙局", "year": 2023, "rule": "完成率复算",
     "evidence": [[1, 2]], "page": 3, "quote": "90%", "citation": "“90%”（乙局）"},
    {"record": "variance", "document": "甲.txt", "organisation": "甲局", "year": 2021, "subject": "a/c",
     "change": "1620.5", "reason": "退休", "page": 2, "quote": "增加", "citation": "“增加”（甲局）"},
]  # fmt: skip


def test_jsonl_is_the_rows_in_their_order(tmp_path: Path) -> None:
    assert write_rows(ROWS, "jsonl", tmp_path / "a.jsonl") == 3
    assert [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()] == ROWS


def test_csv_has_one_header_figures_and_no_formulas(tmp_path: Path) -> None:
    write_rows(ROWS, "csv", tmp_path / "a.csv")
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines(keepends=True)))
    assert [row["record"] for row in rows] == ["variance", "finding", "variance"]
    assert rows[0]["change"] == "-12.40"
    assert rows[0]["reason"].startswith("'=1+1")
    assert rows[1]["evidence"] == "[[1, 2]]"
    assert list(rows[0])[-1] == "citation"


def test_a_workbook_has_a_sheet_a_kind_with_typed_cells(tmp_path: Path) -> None:
    write_rows(ROWS, "xlsx", tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    first, second = book.worksheets[:2]
    assert (first.max_row, second.max_row) == (3, 2)
    values = [cell.value for cell in first[2]]
    assert -12.4 in values and 2022 in values
    formula = next(cell for cell in first[2] if str(cell.value).startswith("=1+1"))
    assert formula.data_type == "s"


def test_markdown_is_a_table_a_kind_with_the_citation(tmp_path: Path) -> None:
    write_rows(ROWS, "markdown", tmp_path / "a.md")
    text = (tmp_path / "a.md").read_text("utf-8")
    assert text.count("## ") == 2
    assert r"=1+1\|人员 调动" in text
    assert "“90%”（乙局）" in text
    assert "[[1, 2]]" not in text


@pytest.mark.parametrize("format_", CHOSEN_FORMATS)
def test_no_rows_are_an_empty_file_not_an_error(tmp_path: Path, format_: str) -> None:
    assert write_rows([], format_, tmp_path / "a") == 0


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(JuesuanError):
        write_rows(ROWS, "csv", tmp_path / "没有" / "a.csv")
    with pytest.raises(JuesuanError):
        write_rows(ROWS, "docx", tmp_path / "a.docx")
