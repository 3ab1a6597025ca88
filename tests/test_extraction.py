"""`extract`: one file from end to end, without a database."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract
from extractor.facts.binding import Binder
from extractor.report import Extraction, Unreadable

REPORTS = sorted((Path(__file__).parents[1] / "corpus" / "reports").iterdir())
TEXT = """青禾县档案馆2023年度单位决算

一、支出决算情况说明
2023年度支出合计100.00万元，比上年决算数减少20.00万元，下降16.7%。主要原因：一是人员退休；二是压缩办公费。
其中：基本支出60.00万元，项目支出40.00万元。
"""


@pytest.fixture
def extraction(tmp_path: Path) -> Extraction:
    path = tmp_path / "档案馆.txt"
    path.write_text(TEXT, encoding="utf-8")
    return extract(path)


def test_who_when_and_what(extraction: Extraction) -> None:
    assert (extraction.organisation, extraction.year, extraction.kind) == ("青禾县档案馆", 2023, "决算")


def test_a_variance_and_its_causes(extraction: Extraction) -> None:
    (variance,) = extraction.variances
    assert (variance.subject, variance.compared_with, variance.direction) == ("支出合计", "上年决算", "减少")
    assert (variance.actual, variance.change, variance.change_rate) == ("100.00", "-20.00", "-16.7")
    assert variance.reason == "一是人员退休；二是压缩办公费"
    assert [(cause.rank, cause.text, cause.category) for cause in variance.causes] == [
        (1, "人员退休", "人员变动"),
        (2, "压缩办公费", "压减开支"),
    ]
    assert extraction.reasons == variance.causes


def _fails(*_: object, **__: object) -> None:
    raise KeyError("故障")


@pytest.mark.parametrize(
    ("stage", "told", "lost"),
    [
        ("checked", "核对", {"finding"}),
        ("tabulate", "表格", set()),
        ("evaluate", "绩效", set()),
        ("close", "合计", set()),
        ("variances", "增减比较", {"variance", "reason"}),
        ("amounts", "金额", {"amount"}),
        ("with_rows", "段落", set()),
    ],
)
def test_a_fault_in_one_stage_costs_only_that_stage(
    stage: str, told: str, lost: set[str], extraction: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"extractor.extraction.{stage}", _fails)
    hurt = extract(tmp_path / "档案馆.txt")
    kinds = {row["record"] for row in extraction.rows()}
    assert {row["record"] for row in hurt.rows()} >= kinds - lost - {"finding"}
    (sentence,) = hurt.report.warnings
    assert told in sentence
    assert "KeyError" in sentence
    assert hurt.report.text == TEXT


def test_a_fault_in_one_paragraph_costs_only_that_paragraph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(binder: Binder) -> None:
        if "会议费" in binder.text:
            raise RuntimeError
        whole(binder)

    whole = Binder.run
    monkeypatch.setattr(Binder, "run", run)
    path = tmp_path / "档案馆.txt"
    path.write_text(
        f"{TEXT}\n二、会议费支出情况\n会议费3.00万元。\n\n三、培训费支出情况\n培训费2.00万元。\n", encoding="utf-8"
    )
    hurt = extract(path)
    assert {amount.subject for amount in hurt.amounts} == {"支出合计", "基本支出", "项目支出", "培训费"}
    assert len(hurt.variances) == 1
    assert len(hurt.report.warnings) == 1


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        extract(tmp_path / "没有.pdf")
    assert caught.value.status == "missing"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_record_stands_in_the_text(path: Path) -> None:
    read = extract(path)
    text = read.report.text
    records = list(read.records())
    assert records
    for record in records:
        assert text[record.start : record.end] == record.quote
        assert record.page == read.report.page_at(record.start) or record.source == "table"


@pytest.mark.parametrize("path", REPORTS[:2], ids=lambda path: path.stem)
def test_the_same_file_gives_the_same_records(path: Path) -> None:
    assert list(extract(path).rows()) == list(extract(path).rows())


def test_a_code_printed_in_a_table_is_that_of_the_same_path_in_prose(tmp_path: Path) -> None:
    rows = [("214", "交通运输支出"), ("21401", "公路水路运输"), ("2140106", "公路养护")]
    cells = "".join(f"<tr><td>{code}</td><td>{name}</td><td>36.00</td></tr>" for code, name in rows)
    path = tmp_path / "青禾县公路所2023年度单位决算.html"
    path.write_text(
        "<html><body><h1>青禾县公路所2023年度单位决算</h1><h2>一般公共预算财政拨款支出决算表</h2><p>单位：万元</p>"
        f"<table><tr><th>科目编码</th><th>科目名称</th><th>合计</th></tr>{cells}</table>"
        "<h2>五、一般公共预算财政拨款支出决算情况说明</h2>"
        "<p>交通运输支出（类）公路水路运输（款）公路养护（项）年初预算为40.00万元，支出决算为36.00万元，完成年初预算的90.00%。</p>"
        "</body></html>",
        encoding="utf-8",
    )
    extraction = extract(path)
    codes = {row.subject: row.code for row in extraction.amounts if row.source == "narrative"}
    assert codes == {"交通运输支出/公路水路运输/公路养护": "2140106"}
    assert {variance.code for variance in extraction.variances} == {"2140106"}
