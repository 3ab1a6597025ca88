from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import JuesuanError
from extractor.export import export, formats
from extractor.export.columns import FILLED, is_number
from extractor.store import Filter, Index, open_index
from tests.made import made, made_index

KINDS = ("amount", "variance", "reason", "project", "indicator", "finding")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    extraction = made()
    tricky = dataclasses.replace(extraction.projects[0], project="=cmd|' /C calc'!A0", problems="-见附件", score="-1")
    extraction = dataclasses.replace(extraction, projects=(tricky,))
    with open_index(made_index(tmp_path / "index.db", extraction)) as opened:
        yield opened


def _shown(value: object) -> str:
    if isinstance(value, list):
        return json.dumps(value)
    return "" if value is None else f"'{value}" if str(value).startswith(("=", "-见")) else str(value)


def _jsonl(index: Index, **options: object) -> list[dict[str, object]]:
    out = io.BytesIO()
    count = export(index, "jsonl", out, **options)  # type: ignore[arg-type]
    rows = [json.loads(line) for line in out.getvalue().decode().splitlines()]
    assert count == len(rows)
    return rows


def _csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_json_lines_are_the_records(index: Index) -> None:
    assert _jsonl(index) == list(index.records())
    assert "决算数".encode() in _bytes(index, "jsonl")


def test_kinds_and_documents_can_be_chosen(index: Index) -> None:
    assert {row["record"] for row in _jsonl(index, kinds=["reason", "amount"])} == {"amount", "reason"}
    assert _jsonl(index, wanted=Filter(organisation="青溪")) == _jsonl(index)
    assert _jsonl(index, wanted=Filter(organisation="红旗公社")) == []


def test_one_csv_holds_every_kind(index: Index) -> None:
    rows = _csv(_bytes(index, "csv"))
    records = list(index.records())
    assert [row["record"] for row in rows] == [record["record"] for record in records]
    for row, record in zip(rows, records, strict=True):
        assert row["quote"] == record["quote"] and row["document"] == record["document"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_of_one_kind_has_its_columns(index: Index, kind: str) -> None:
    out = io.BytesIO()
    export(index, "csv", out, [kind])
    rows, records = _csv(out.getvalue()), index.facts(kind)
    for row, record in zip(rows, records, strict=True):
        more = [*FILLED] if kind == "variance" else []
        assert list(row) == [*record, *more, "organisation", "review"]
        assert {name: row[name] for name in record} == {name: _shown(value) for name, value in record.items()}


def test_a_folder_and_a_zip_get_one_file_a_kind(index: Index, tmp_path: Path) -> None:
    count = export(index, "csv", tmp_path / "表格")
    assert sorted(file.stem for file in (tmp_path / "表格").iterdir()) == sorted(KINDS)
    assert export(index, "csv", tmp_path / "表格.zip") == count == 25
    with zipfile.ZipFile(tmp_path / "表格.zip") as archive:
        for kind in KINDS:
            assert archive.read(f"{kind}.csv") == (tmp_path / "表格" / f"{kind}.csv").read_bytes()


def test_a_text_cannot_become_a_formula_and_a_figure_stays_a_figure(index: Index) -> None:
    row = next(row for row in _csv(_bytes(index, "csv")) if row["record"] == "project")
    assert row["project"] == "'=cmd|' /C calc'!A0"
    assert row["problems"] == "'-见附件"
    assert row["score"] == "-1"
    change = next(row for row in _csv(_bytes(index, "csv")) if row["record"] == "variance")["change"]
    assert change == "-12.40"
    assert _jsonl(index, kinds=["project"])[0]["project"] == "=cmd|' /C calc'!A0"


@given(st.text(min_size=1, max_size=20))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    record = {"record": "reason", "text": text, "value": text}
    out = io.BytesIO()
    formats.csv(["reason", "amount"], list(record), [record], out)
    header, _, rest = out.getvalue().decode("utf-8-sig").partition("\r\n")
    names = header.split(",")
    cells = next(csv.reader(io.StringIO(rest, newline="")))
    for name in ("text", "value"):
        cell = cells[names.index(name)]
        assert cell in (text, f"'{text}")
        figure = name == "value" and is_number(cell)
        assert figure or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.zip", "a.md", "a.xlsx", "a.parquet", "a.dta"])
def test_two_exports_are_the_same_bytes(index: Index, tmp_path: Path, name: str) -> None:
    format_ = "csv" if name == "a.zip" else name.removeprefix("a.")
    again = made_index(tmp_path / "again.db", made(), made("乙.txt"))
    with open_index(again) as other:
        for source in (index, other):
            export(source, format_, tmp_path / name)
            first = (tmp_path / name).read_bytes()
            export(source, format_, tmp_path / name)
            assert (tmp_path / name).read_bytes() == first
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".new")]


def test_two_indexes_of_the_same_reports_export_the_same_bytes(tmp_path: Path) -> None:
    one, two = made(), made("水利站.txt", "白石镇水利站", 2023)
    exported = []
    for name, order in (("a", (one, two)), ("b", (two, one))):
        (tmp_path / name).mkdir()
        with open_index(made_index(tmp_path / name / "index.db", *order)) as index:
            exported.append(_bytes(index, "jsonl"))
    assert exported[0] == exported[1]


def test_a_failed_export_leaves_the_file_as_it_was(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("旧")

    def broken(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(formats, "jsonl", broken)
    with pytest.raises(JuesuanError, match="No space left"):
        export(index, "jsonl", target)
    assert target.read_text() == "旧"
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".new")]


def test_what_cannot_be_is_said_in_a_sentence(index: Index, tmp_path: Path) -> None:
    with pytest.raises(JuesuanError) as wrong:
        export(index, "pdf", tmp_path / "a.pdf")
    assert wrong.value.exit_code == 2
    with pytest.raises(JuesuanError) as wrong:
        export(index, "csv", tmp_path / "a.csv", ["rumour"])
    assert wrong.value.exit_code == 2
    for target in (tmp_path / "nowhere" / "a.jsonl", tmp_path / "index.db" / "a.jsonl"):
        with pytest.raises(JuesuanError):
            export(index, "jsonl", target)


def _bytes(index: Index, format_: str) -> bytes:
    out = io.BytesIO()
    export(index, format_, out)
    return out.getvalue()
