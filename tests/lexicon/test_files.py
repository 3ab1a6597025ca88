"""What each file of the lexicon is for: a fact that is read with it, and lost without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor import extract, lexicon, open_index
from extractor.facts.reason_examples import opinion
from extractor.facts.reasons import categorise
from extractor.language.codes import code_of
from extractor.language.mentions import find_mentions
from extractor.organisations.reading import said
from extractor.questions import ask
from extractor.report import Extraction
from tests.made import made_index

REPORT = """白石镇水利站2023年度部门决算
第三部分 2023年度部门决算情况说明
一、收入决算情况说明
本年收入合计286.40万元，其中：财政拨款收入260.00万元，事业收入26.40万元。
二、“三公”经费支出决算情况说明
公务接待费支出决算1.50万元，比上年减少0.40万元，下降21.05%，主要原因是来访批次减少。
三、财政拨款支出决算具体情况
教育支出36.90万元，占3.9%。
四、预算绩效情况说明
{project}
第四部分 名词解释
公务接待费：指单位按规定开支的各类接待支出，如2.50万元。
"""
PROJECT = "灌渠维修项目绩效自评综述：全年预算数为60.00万元，执行数为54.30万元，完成预算的90.5%。项目绩效自评得分93分。"
TABLE = """<html><body><p>白石镇水利站2023年度部门决算</p><p>收入决算表</p><p>单位：万元</p><table>
<tr><td>科目编码</td><td>科目名称</td><td>本年收入合计</td><td>财政拨款收入</td></tr>
<tr><td colspan="2">合计</td><td>286.40</td><td>260.00</td></tr>
<tr><td>205</td><td>教育支出</td><td>36.90</td><td>36.90</td></tr></table></body></html>"""


@dataclass(frozen=True)
class Use:
    """`read(folder)` yields `fact` with the file, and not without it; `lost` names what is lost."""

    file: str
    lost: str
    read: Callable[[Path], object]
    fact: object


def _report(folder: Path, text: str, suffix: str = "txt") -> Extraction:
    file = folder / f"report.{suffix}"
    file.write_text(text.replace("{project}", PROJECT), encoding="utf-8")
    return extract(file)


def _amounts(folder: Path) -> list[tuple[str, str]]:
    return [(each.subject, each.value) for each in _report(folder, REPORT).amounts]


def _silence(folder: Path) -> bool:
    return ("公务接待费", "2.50") in _amounts(folder)


def _identity(folder: Path) -> tuple[str | None, int | None, str | None]:
    report = _report(folder, REPORT)
    return report.organisation, report.year, report.kind


def _direction(folder: Path) -> str | None:
    return next(each.direction for each in _report(folder, REPORT).variances if each.subject == "公务接待费")


def _explanation(folder: Path) -> list[str | None]:
    return [each.reason for each in _report(folder, REPORT).variances if each.subject == "公务接待费"]


def _scores(folder: Path) -> list[tuple[str, str | None, str | None]]:
    return [(each.project, each.executed, each.score) for each in _report(folder, REPORT).projects]


def _cell(folder: Path) -> set[str]:
    cells = _report(folder, TABLE, "html").amounts
    return {each.value for each in cells if each.source == "table" and each.subject == "教育支出"}


def _sums(folder: Path) -> list[bool]:
    return [each.closed for each in _report(folder, REPORT).sums if each.name.startswith("本年收入")]


def _answer(folder: Path) -> bool:
    with open_index(made_index(folder / "index.db")) as index:
        return "320.50" in str(ask(index, "青溪县档案馆2022年支出总计是多少"))


def _synonym(folder: Path) -> bool:
    with open_index(made_index(folder / "index.db")) as index:
        return index.search("~人事变动").total > 0


def _place(folder: Path) -> tuple[str, str | None, str | None]:
    read = said("白石县水利局")
    return read.region, read.level, read.kind


def _finding(folder: Path) -> set[str]:
    """The rules that a report without a percent sign breaks."""
    text = f"{REPORT}\n二、支出决算情况说明\n2023年度支出合计36.90万元，比上年增加2.10万元，增长6.03。"
    return {each.rule for each in _report(folder, text).findings} & {"缺单位"}


def _class(folder: Path) -> list[tuple[str, ...]]:
    return [m.names for m in find_mentions("教育支出36.90万元。", 2023, "决算") if m.kind == "subject"]


HOUSING = "住房保障支出/住房改革支出/住房公积金"
USES = (
    Use("checks.toml", "报告自相矛盾之处", _finding, {"缺单位"}),
    Use("closure.toml", "勾稽：合计数由哪些分项组成", _sums, [True]),
    Use("functional.toml", "功能分类的类名", _class, [("教育支出",)]),
    Use("functional_codes.csv", "功能分类的官方编码", lambda _: code_of(HOUSING), "2210201"),
    Use("identity.toml", "报告的单位、年度和种类", _identity, ("白石镇水利站", 2023, "决算")),
    Use("organisations.toml", "单位的地区、级次和类型", _place, ("白石县", "县", "政府部门")),
    Use("patterns.toml", "句式：原因从哪里说起", _explanation, ["来访批次减少"]),
    Use("performance.toml", "叙述中的绩效项目和得分", _scores, [("灌渠维修", "54.30", "93")]),
    Use("questions.toml", "用中文提问", _answer, True),
    Use("reason_examples.toml", "原因类别的例句", lambda _: opinion("年内招聘辅警").category, "人员变动"),
    Use("reasons.toml", "原因的类别", lambda _: categorise("在职人员减少"), "人员变动"),
    Use("structure.toml", "名词解释等章节不陈述数字", _silence, False),
    Use("subjects.toml", "科目的各种说法", lambda f: ("公务接待费", "1.50") in _amounts(f), True),
    Use("synonyms.toml", "检索时的同义词", _synonym, True),
    Use("tables.toml", "表格里的数字", _cell, {"36.90"}),
    Use("words.toml", "比较的方向", _direction, "减少"),
)


@pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.file} {use.lost}")
def test_what_a_file_is_for(use: Use, tmp_path: Path) -> None:
    assert use.read(tmp_path) == use.fact, f"没有读出：{use.lost}（词表 {use.file}）"


def test_every_file_is_for_something() -> None:
    assert not set(lexicon.names()) - {use.file for use in USES}, "词表文件还没有说明它的用处（USES）"
    assert not {use.file for use in USES} - set(lexicon.names()), "缺少词表文件"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the lexicon that is in use instead of the shipped one."""
    folder = tmp_path / "lexicon"
    shutil.copytree(lexicon.SHIPPED, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(lexicon, "SHIPPED", folder)
    lexicon.forget()
    yield folder
    monkeypatch.undo()
    lexicon.forget()


@pytest.mark.parametrize("use", USES, ids=lambda use: use.file)
def test_without_the_file_it_is_lost(use: Use, shipped: Path, tmp_path: Path) -> None:
    (shipped / use.file).unlink()
    try:
        assert use.read(tmp_path) != use.fact
    except FileNotFoundError as missing:
        assert Path(missing.filename).name == use.file
