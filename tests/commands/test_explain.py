"""`juesuan explain` and `juesuan reasons --why`: how a report was read, how a category was decided."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.commands import explained, lexicon
from extractor.explaining import ExplainedParagraph, explain
from extractor.extraction import extract_report
from extractor.language.mentions import LABELS
from extractor.pipeline import index_paths
from extractor.readers import read

REPORT = """青溪县档案馆2023年度部门决算
第三部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
2023年度收、支总计均为286.40万元。与上年相比，收、支总计各减少12.40万元，下降4.15%，主要原因是厉行节约，压减办公经费。
二、“三公”经费支出决算情况说明
公务接待费支出决算1.50万元，完成年初预算的75%，决算数小于年初预算数的主要原因是：一是来访批次减少；二是厉行节约。主要用于接待兄弟单位来访人员120人次。
其他地方捐来旧书价值三箱另有88.80万元待查。
第四部分 名词解释
财政拨款收入：指单位从同级财政部门取得的预算资金，如100万元。
"""

Call = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "青溪县档案馆2023年度部门决算.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def db(file: Path, tmp_path: Path) -> Path:
    index_paths([file], tmp_path / "index.db")
    return tmp_path / "index.db"


@pytest.fixture
def call(tmp_path: Path) -> Call:
    def run(*arguments: str | Path, code: int = 0) -> Result:
        environment = {"JUESUAN_DB": str(tmp_path / "index.db"), "LANG": "zh_CN.UTF-8", "LC_ALL": ""}
        result = CliRunner().invoke(main, [*map(str, arguments)], env=environment)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result

    return run


def _paragraph(file: Path, words: str) -> ExplainedParagraph:
    return next(p for p in explain(read(file)) if words in p.text)


def test_every_record_is_explained_once_where_it_begins(file: Path) -> None:
    report = read(file)
    clauses = [clause for paragraph in explain(report) for clause in paragraph.clauses]
    records = list(extract_report(report).records())
    explained_ = [each.record for clause in clauses for each in clause.records]
    assert len(explained_) == len(records) > 10
    assert all(record in explained_ for record in records)
    for clause in clauses:
        assert all(clause.start <= each.record.start < clause.end for each in clause.records)


def test_offsets_are_those_of_the_stored_text(file: Path) -> None:
    report = read(file)
    for paragraph in explain(report):
        assert "".join(report.text[paragraph.start : paragraph.end].split()) == paragraph.text
        for clause in paragraph.clauses:
            assert "".join(report.text[clause.start : clause.end].split()) == clause.text
            for mention in clause.mentions:
                assert report.text[mention.start : mention.end] == mention.text
                assert clause.text[mention.at :].startswith(mention.text)


def test_a_figure_says_what_became_of_it(file: Path) -> None:
    report = read(file)
    loose = {each.text for each in extract_report(report).unbound}
    fates = {m.text: m.fate for p in explain(report) for c in p.clauses for m in c.mentions if m.fate}
    assert fates["286.40万元"] == fates["75%"] == fates["4.15%"] == "bound"
    assert fates["120人次"] == "unused"
    assert {text for text, fate in fates.items() if fate == "unbound"} == loose == {"88.80万元"}


def test_where_a_subject_comes_from(file: Path) -> None:
    paragraph = _paragraph(file, "收、支总计均为")
    first, second = paragraph.clauses[:2]
    assert {each.subject_from for each in first.records} == {"clause"}
    names = {getattr(each.record, "subject", "") for each in second.records}
    assert names == {"收入总计", "支出总计"}


def test_regions_are_shown_with_what_opens_them(file: Path) -> None:
    regions = [r for clause in _paragraph(file, "公务接待费支出决算").clauses for r in clause.regions]
    assert next((r.kind, r.text) for r in regions) == ("reason", "一是来访批次减少；二是厉行节约")
    assert ("purpose", "主要用于") in [(r.kind, r.marker) for r in regions]


def test_what_is_not_read_says_why(file: Path) -> None:
    assert _paragraph(file, "从同级财政部门").skipped == "silent"
    assert _paragraph(file, "收、支总计均为").skipped is None


def test_it_prints_a_clause_with_its_words_and_its_records(call: Call, file: Path) -> None:
    shown = call("explain", file, "--find", "公务接待费支出").stdout
    assert "公务接待费支出决算1.50万元，完成年初预算的75%" in shown
    assert "科目 公务接待费" in shown and "金额 1.50万元 ✓" in shown
    assert "记录  金额 2023 公务接待费 决算数 1.50万元" in shown
    assert "原因：来访批次减少 [业务量变化]" in shown
    assert "收、支总计" not in shown and "\x1b" not in shown
    assert "未归属 88.80万元" in call("explain", file, "--find", "待查").stdout


def test_json_holds_the_same(call: Call, file: Path) -> None:
    (paragraph,) = json.loads(call("explain", file, "--find", "公务接待费支出", "--json").stdout)
    assert paragraph["section"][-1].endswith("支出决算情况说明")
    rows = [row for clause in paragraph["clauses"] for row in clause["records"]]
    first = next(row for row in rows if row["record"] == "amount")
    assert (first["subject"], first["value"], first["subject_from"]) == ("公务接待费", "1.50", "clause")
    kinds = [mention["kind"] for clause in paragraph["clauses"] for mention in clause["mentions"]]
    assert "money" in kinds and set(kinds) <= set(LABELS)


def test_a_document_of_the_index_is_named_by_part_of_its_name(call: Call, db: Path) -> None:
    assert "286.40万元 ✓" in call("explain", "青溪县", "--find", "总计").stdout
    assert "没有名称含“乌有”的文件" in call("explain", "乌有", code=1).stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["没有.txt"], 2, "没有这个文件"),
        (["{file}", "--find", "没有这样的话"], 1, "没有符合条件的段落"),
        (["{file}", "--page", "9"], 1, "没有符合条件的段落"),
        (["{empty}"], 1, "文件是空的"),
        (["{file}", "--lexicon", "没有"], 2, "没有词表文件夹"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    call: Call, file: Path, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    (tmp_path / "空.txt").touch()
    names = {"file": file, "empty": tmp_path / "空.txt"}
    result = call("explain", *(each.format(**names) for each in arguments), code=code)
    assert says in result.stderr and len(result.stderr.splitlines()) == 1 and not result.stdout


def test_ones_own_words_change_what_is_read(call: Call, file: Path, tmp_path: Path) -> None:
    file.write_text(REPORT + "第五部分 附注\n来宾款待费支出2.20万元。\n", encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "subjects.toml").write_text('[[subject]]\nname = "公务接待费"\naliases = ["来宾款待费"]\n', encoding="utf-8")
    assert "公务接待费" not in call("explain", file, "--find", "款待").stdout
    assert "来宾款待费=公务接待费" in call("explain", file, "--find", "款待", "--lexicon", own).stdout
    assert "新增 1" in call("index", file).stdout
    assert "更新 1" in call("index", file, "--lexicon", own).stdout
    assert "未变 1" in call("index", file, "--lexicon", own).stdout


def test_why_names_the_words_and_weights_that_decided(call: Call, db: Path) -> None:
    rows = json.loads(call("reasons", "--subject", "公务接待费", "--json").stdout)["rows"]
    shown = call("reasons", "--why", str(rows[0]["id"])).stdout
    assert "公务接待费" in shown and "「一是来访批次减少；二是厉行节约」" in shown
    assert "1. 来访批次减少 → 业务量变化" in shown and "2. 厉行节约 → 压减开支" in shown
    assert "依据：厉行节约（" in shown
    found: dict[str, Any] = json.loads(call("reasons", "--why", str(rows[0]["id"]), "--json").stdout)
    assert [cause["rank"] for cause in found["causes"]] == [1, 2]
    (hit,) = found["causes"][1]["hits"]
    assert (hit["category"], hit["word"], hit["start"]) == ("压减开支", "厉行节约", 0) and hit["weight"] > 0
    assert f"厉行节约（{hit['weight']:g}）" in shown
    assert found["row"]["id"] == rows[0]["id"]
    assert "编号" in call("reasons").stdout.splitlines()[0]


def test_why_of_a_reason_there_is_none_of(call: Call, db: Path) -> None:
    assert call("reasons", "--why", "99999", code=1).stderr == "juesuan: 索引里没有编号为 99999 的原因。\n"
    assert "--why 的值不对" in call("reasons", "--why", "x", code=2).stderr


def test_every_kind_of_mention_has_a_name_in_both_languages() -> None:
    for label in LABELS:
        assert f"mention.{label}" in explained._TEXTS
    for chinese, english in [*explained._TEXTS.values(), *lexicon._TEXTS.values()]:
        assert _fields(chinese) == _fields(english)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
