"""Each format read back with its own library: types, nulls, Chinese, negative numbers, cells that begin like formulas."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pyarrow.parquet
import pyreadstat
import pytest

from extractor.errors import JuesuanError
from extractor.export import export
from extractor.export.columns import FIGURE, INTEGER, type_of
from extractor.export.snippets import snippet
from extractor.store import Filter, Index, dictionary, open_index
from extractor.store.contract import KIND_NAMES
from tests.made import made, made_index

TRICKY = ("=1+1", "+86", "-见附件", "@SUM(A1)", "＝全角", "制表\t符", "引号\"和'", "1e5", "007")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    extraction = made()
    projects = tuple(
        dataclasses.replace(extraction.projects[0], project=text, problems=text, score="-1.50", improvements=None)
        for text in TRICKY
    )
    indicators = (dataclasses.replace(extraction.indicators[0], target="已完成", actual="-3"), *extraction.indicators)
    extraction = dataclasses.replace(extraction, projects=projects, indicators=indicators)
    with open_index(made_index(tmp_path / "index.db", extraction)) as opened:
        yield opened


def _records(index: Index, kind: str) -> list[dict[str, Any]]:
    return index.facts(kind)


def _same(kind: str, name: str, stored: Any, read: Any, *, typed: bool) -> bool:
    """The value read back is the one stored, as the format keeps it."""
    if name == "evidence":
        stored = json.dumps(stored, ensure_ascii=False)
    type_ = type_of(name, [kind])
    if stored is None:
        return read is None or read is pandas.NA or read != read
    if typed and type_ in (FIGURE, INTEGER):
        return not isinstance(read, str) and Decimal(str(stored)) == Decimal(str(read))
    return str(stored) == str(read)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_excel(index: Index, tmp_path: Path, kind: str) -> None:
    export(index, "xlsx", tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = book[dictionary.record(kind)]
    header, *rows = sheet.iter_rows()
    records = _records(index, kind)
    names = list(records[0])
    assert [cell.value for cell in header][: len(names)] == [dictionary.label(name) for name in names]
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        for cell, name in zip(row, names, strict=False):
            assert cell.data_type != "f"
            assert _same(kind, name, record[name], cell.value, typed=name != "target"), (name, record[name], cell.value)
    assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref.startswith("A1:")
    first = dict(zip(names, rows[0], strict=False))
    assert first["document"].hyperlink.target.endswith(".txt")
    assert (
        first["page"].hyperlink.target.endswith(f".txt#page={records[0]['page']}") or first["page"].hyperlink.location
    )
    told = {tuple(cell.value for cell in row[:2]) for row in book["数据字典"].iter_rows(min_row=2)}
    assert {(dictionary.record(kind), name) for name in names} <= told


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_parquet(index: Index, tmp_path: Path, kind: str) -> None:
    export(index, "parquet", tmp_path / "out.parquet", [kind])
    read = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    records = _records(index, kind)
    for row, record in zip(read.to_pylist(), records, strict=True):
        for name, value in record.items():
            assert _same(kind, name, value, row[name], typed=True), (name, value, row[name])
    for name in records[0]:
        type_ = {FIGURE: "double", INTEGER: "int64"}.get(type_of(name, [kind]))
        assert type_ is None or str(read.schema.field(name).type) == type_, name
        if type_ is None:
            assert "string" in str(read.schema.field(name).type), name


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_stata(index: Index, tmp_path: Path, kind: str) -> None:
    export(index, "dta", tmp_path / "out.dta", [kind])
    read, meta = pyreadstat.read_dta(tmp_path / "out.dta")
    by_pandas = pandas.read_stata(tmp_path / "out.dta")
    assert list(by_pandas.columns) == list(read.columns)
    for (_, row), record in zip(read.iterrows(), _records(index, kind), strict=True):
        for name, value in record.items():
            found = row["_end" if name == "end" else name]
            if value is None and type_of(name, [kind]) not in (FIGURE, INTEGER):
                assert found == ""  # Stata has no missing text
            else:
                assert _same(kind, name, value, found, typed=True), (name, value, found)
    labels = dict(zip(meta.column_names, meta.column_labels, strict=True))
    assert labels["quote"] == "原文" and labels["year"] == "年度"


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_csv_in_pandas(index: Index, tmp_path: Path, kind: str) -> None:
    export(index, "csv", tmp_path / "out.csv", [kind])
    read = pandas.read_csv(tmp_path / "out.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    for (_, row), record in zip(read.iterrows(), _records(index, kind), strict=True):
        for name, value in record.items():
            told = json.dumps(value, ensure_ascii=False) if name == "evidence" else "" if value is None else str(value)
            guarded = told[:1] in "=+-@＝\t" and told != "" and type_of(name, [kind]) not in (FIGURE, INTEGER)
            if name in ("target", "actual"):
                guarded = False
            assert row[name] == (f"'{told}" if guarded else told), name


def test_json_lines_are_the_contract(index: Index, tmp_path: Path) -> None:
    export(index, "jsonl", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(index.records())
    with pytest.raises(JuesuanError):
        export(index, "jsonl", tmp_path / "out.jsonl", unit="万元")


def test_markdown_shows_what_was_printed(index: Index) -> None:
    out = io.BytesIO()
    assert export(index, "md", out, ["project"], columns=["project", "score", "citation"]) == len(TRICKY)
    lines = out.getvalue().decode().splitlines()
    assert lines[:4] == ["## 项目", "", "| 项目 | 得分 | 出处 |", "| --- | --- | --- |"]
    assert lines[4].startswith("| =1+1 | -1.50 | 《青溪县档案馆2022年度部门决算.txt》第2页：“")


def test_money_in_one_unit_keeps_what_was_printed(index: Index, tmp_path: Path) -> None:
    export(index, "csv", tmp_path / "out.csv", ["amount"], unit="万元")
    rows = {row["subject"]: row for row in csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8-sig"))}
    assert [rows["“三公”经费"][name] for name in ("value", "unit", "value_printed")] == [
        "0.106209",
        "万元",
        "1062.09元",
    ]
    housing = [
        row for row in csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8-sig")) if "住房" in row["subject"]
    ]
    rate = next(row for row in housing if row["measure"] == "完成率")
    assert (rate["value"], rate["unit"], rate["value_printed"]) == ("93", "%", "93%")
    export(index, "parquet", tmp_path / "out.parquet", ["variance"], unit="元")
    read = pandas.read_parquet(tmp_path / "out.parquet").set_index("subject")
    assert read.loc["收入总计", "change"] == -124000 and read.loc["收入总计", "change_printed"] == "-12.40万元"
    assert read.loc["住房保障支出/住房改革支出/住房公积金", "filled_difference"] == -14000
    with pytest.raises(JuesuanError, match="角"):
        export(index, "csv", tmp_path / "out.csv", unit="角")


def test_columns_and_rows_can_be_chosen(index: Index, tmp_path: Path) -> None:
    columns = ["organisation", "region", "level", "organisation_kind", "canonical_organisation", "value", "id"]
    export(index, "csv", tmp_path / "out.csv", ["amount"], Filter(measure="决算数"), columns=columns)
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8-sig")))
    assert list(rows[0]) == columns
    assert [rows[0][name] for name in columns[:5]] == ["青溪县档案馆", "青溪县", "县", "事业单位", "青溪县档案馆"]
    ids = {"amount": [int(rows[0]["id"])], "variance": [index.reasons()[0].id]}
    assert export(index, "csv", tmp_path / "chosen.csv", ids=ids) == 2
    chosen = list(csv.DictReader((tmp_path / "chosen.csv").open(encoding="utf-8-sig")))
    assert [row["record"] for row in chosen] == ["amount", "variance"]
    assert chosen[0]["citation"].startswith("《青溪县档案馆2022年度部门决算.txt》第1页：“") and chosen[0]["path"]
    with pytest.raises(JuesuanError, match="colour"):
        export(index, "csv", tmp_path / "out.csv", columns=["colour"])


def test_a_filter_chooses_the_kinds_that_have_it(index: Index, tmp_path: Path) -> None:
    export(index, "csv", tmp_path / "out.csv", wanted=Filter(category="人员变动"))
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8-sig")))
    assert {row["record"] for row in rows} == {"variance", "reason"}
    assert all("人员变动" in row["category"] for row in rows)


@pytest.mark.parametrize("format_", ["csv", "xlsx", "jsonl", "parquet", "dta"])
def test_the_snippet_for_pandas_runs(index: Index, tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"out.{format_}"
    export(index, format_, target, ["amount"])
    code = snippet("pandas", format_, target)
    run = subprocess.run([sys.executable, "-W", "error::FutureWarning", "-c", code], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert target.name in snippet("r", format_, target)
