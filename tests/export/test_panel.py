from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas
import pytest
import statsmodels.formula.api as models

from benchmarks.search import varied
from extractor.errors import JuesuanError
from extractor.export.panel import build, panel
from extractor.extraction import extract_report
from extractor.organisations import Decisions
from extractor.store import Filter, Index, open_index
from extractor.store.writer import Source, Writer
from tests.generator import generate
from tests.made import VERSION, made, made_index


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    other = made("b.txt", "青溪县档案局", 2023)
    with open_index(made_index(tmp_path / "index.db", made(), other)) as opened:
        yield opened


def test_a_row_an_organisation_and_year_a_column_a_value(index: Index, tmp_path: Path) -> None:
    values = ["支出总计:决算数", "“三公”经费:决算数", "住房公积金:完成率", "住房公积金:原因类别"]
    assert panel(index, "csv", tmp_path / "out.csv", ["organisation", "year"], values) == 2
    read = pandas.read_csv(tmp_path / "out.csv")
    assert list(read.columns) == [
        "organisation", "year", "支出总计_决算数", "三公经费_决算数", "住房公积金_完成率", "住房公积金_原因类别",
    ]  # fmt: skip
    assert read.iloc[0].tolist() == ["青溪县档案局", 2023, 3205000.0, 1062.09, 93, "人员变动"]
    book = (tmp_path / "out.codebook.md").read_text("utf-8")
    assert "| `支出总计_决算数` | 支出总计 · 决算数 | 元 | 2 | 3,205,000.00 |" in book
    assert "| `住房公积金_完成率` | 住房公积金 · 完成率 | % | 2 |" in book


def test_organisations_are_reconciled_and_money_is_in_one_unit(index: Index) -> None:
    Decisions.beside(index.path).decide("same", "青溪县档案馆", "青溪县档案局")
    made = build(index, ["organisation", "year", "region"], ["决算数"], unit="亿元")
    assert [(row["organisation"], row["year"], row["region"]) for row in made.rows] == [
        ("青溪县档案馆", 2022, "青溪县"),
        ("青溪县档案馆", 2023, "青溪县"),
    ]
    assert made.rows[0]["决算数"] == pytest.approx(0.0320_5)


def test_long_over_subjects(index: Index) -> None:
    made = build(index, ["organisation", "year", "subject"], ["年初预算数", "决算数"], Filter(year=2022))
    flood = next(row for row in made.rows if row["subject"].endswith("防汛"))
    assert (flood["年初预算数"], flood["决算数"]) == (0.0, 450000.0)
    total = next(row for row in made.rows if row["subject"] == "支出总计")
    assert total["年初预算数"] is None


def test_the_reports_own_year_and_its_text_come_first(tmp_path: Path) -> None:
    one = made()
    (total,) = (amount for amount in one.amounts if amount.subject == "支出总计")
    table = replace(total, value="1.00", yuan="10000", source="table", table="表", column="合计")
    part = replace(total, value="2.00", yuan="20000", source="table", table="表", column="基本支出")
    other = replace(total, value="330.50", yuan="3305000", start=total.start + 1, end=total.end)
    one = replace(one, amounts=(table, part, *one.amounts, replace(other, quote=other.quote[1:])))
    with open_index(made_index(tmp_path / "index.db", one)) as index:
        built = build(index, ["organisation", "year"], ["支出总计:决算数"])
        assert [row["支出总计_决算数"] for row in built.rows] == [3205000.0]
        assert built.conflicts == {"支出总计_决算数": 1}


@pytest.mark.parametrize("format_", ["parquet", "dta", "xlsx", "md"])
def test_in_every_format(index: Index, tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"out.{format_}"
    assert panel(index, format_, target, ["organisation", "year"], ["支出总计:决算数"]) == 2
    if format_ == "xlsx":
        rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
        assert rows[1] == ("青溪县档案局", 2023, 3205000)
    elif format_ == "md":
        assert "| 青溪县档案局 | 2023 | 3205000.0 |" in target.read_text("utf-8")
    else:
        read = (pandas.read_parquet if format_ == "parquet" else pandas.read_stata)(target)
        assert read.iloc[0].tolist() == ["青溪县档案局", 2023, 3205000.0]


def test_what_cannot_be_is_said_in_a_sentence(index: Index, tmp_path: Path) -> None:
    for keys, format_ in ((["colour"], "csv"), ([], "csv"), (["year"], "jsonl")):
        with pytest.raises(JuesuanError) as wrong:
            panel(index, format_, tmp_path / "out", keys, ["决算数"])
        assert wrong.value.exit_code == 2


def test_a_panel_of_generated_reports_is_ready_for_a_regression(tmp_path: Path) -> None:
    pool = [extract_report(generate(seed).report()) for seed in range(40)]
    db = tmp_path / "index.db"
    with Writer(db, VERSION) as writer:
        for number, extraction in enumerate(varied(pool, 120)):
            file = tmp_path / f"{number}.txt"
            file.write_text(extraction.report.name)
            writer.add(extraction, Source.of(file))
    with open_index(db) as index:
        values = ["支出总计:决算数", "“三公”经费:决算数"]
        panel(index, "dta", tmp_path / "panel.dta", ["organisation", "year", "level"], values)
    data = pandas.read_stata(tmp_path / "panel.dta")
    assert not data.duplicated(["organisation", "year"]).any()
    data = data.dropna().rename(columns={"三公经费_决算数": "cost", "支出总计_决算数": "total"})
    assert len(data) > 50
    fitted = models.ols("cost ~ total + C(year)", data).fit()
    assert fitted.nobs == len(data) and 0 <= fitted.rsquared <= 1
