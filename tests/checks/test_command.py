"""`juesuan check` over an index, and last year's figures against last year's report."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.extraction import extract_report
from extractor.lexicon import load
from extractor.report import Extraction
from tests.checks.fictional import BASIC, ITEMS, TEXT, report
from tests.made import made_index

Call = Callable[..., Result]

WRONG = TEXT.replace("85.71%", "75.71%").replace("占76.67%", "占76.66%")
BEFORE = TEXT.replace("2022", "2021").replace("2023", "2022")


def _extraction(text: str, name: str) -> Extraction:
    return extract_report(report(text, ITEMS, BASIC, name=name))


@pytest.fixture
def call(tmp_path: Path) -> Callable[..., Result]:
    def run(*extractions: Extraction, arguments: list[str], code: int) -> Result:
        db = made_index(tmp_path / f"{len(list(tmp_path.iterdir()))}.db", *extractions)
        result = CliRunner().invoke(main, ["check", *arguments, "--db", str(db)], env={"LANG": "zh_CN.UTF-8"})
        assert result.exit_code == code, result.output
        return result

    return run


def test_an_error_ends_with_exit_code_1_and_says_both_figures(call: Call) -> None:
    shown = call(_extraction(WRONG, "甲.txt"), arguments=[], code=1).stdout
    assert "甲.txt" in shown and "错误 [完成率复算]" in shown and "85.71%" in shown and "75.71%" in shown
    assert "错误 1 条，警告 1 条，提示 0 条" in shown


def test_a_sound_report_ends_with_exit_code_0(call: Call) -> None:
    result = call(_extraction(TEXT, "甲.txt"), arguments=[], code=0)
    assert "没有发现自相矛盾之处" in result.stderr and not result.stdout


def test_rule_and_severity_restrict_what_is_shown(call: Call) -> None:
    wrong = _extraction(WRONG, "甲.txt")
    rows = json.loads(call(wrong, arguments=["--severity", "error", "--json"], code=1).stdout)["rows"]
    assert [row["rule"] for row in rows] == ["完成率复算"]
    rows = json.loads(call(wrong, arguments=["--rule", "占比", "--json"], code=0).stdout)["rows"]
    assert [row["rule"] for row in rows] == ["占比复算"]
    assert all(WRONG[start:end] for row in rows for start, end in row["evidence"])


def test_only_the_documents_named_are_shown(call: Call) -> None:
    both = (_extraction(WRONG, "甲.txt"), _extraction(TEXT.replace("厉行节约", "压减开支"), "乙.txt"))
    assert "没有发现" in call(*both, arguments=["乙"], code=0).stderr


def test_last_years_figures_against_last_years_report(call: Call) -> None:
    """收入总计 was 320.50 + 12.40 by this year's report; last year's says something else."""
    own = TEXT.replace("收、支总计均为320.50万元", "收、支总计均为332.90万元").replace(
        "年初结转和结余20.00", "年初结转和结余32.40"
    )
    own = own.replace("年末结转和结余10.00", "年末结转和结余22.40").replace("2022", "2021").replace("2023", "2022")
    now = _extraction(TEXT, "今年.txt")
    good = call(now, _extraction(own, "去年.txt"), arguments=["今年", "--rule", "上年对照", "--json"], code=0)
    assert "收入总计" not in good.stdout
    other = call(now, _extraction(BEFORE, "去年.txt"), arguments=["今年", "--rule", "上年对照", "--json"], code=0)
    rows = {row["message"].partition("：")[0]: row for row in json.loads(other.stdout)["rows"]}
    assert rows["收入总计"]["expected"] == "320.50万元" and rows["收入总计"]["observed"] == "332.9万元"
    assert rows["收入总计"]["other"]["document"] == "去年.txt"


def test_a_document_that_was_not_wholly_checked_is_told_as_such(call: Call) -> None:
    half = replace(_extraction(TEXT, "甲.txt"), unchecked=("有一组规则没有核对。",))
    result = call(half, arguments=[], code=0)
    assert "甲.txt: 有一组规则没有核对。" in result.stderr
    shown = json.loads(call(half, arguments=["--json"], code=0).stdout)
    assert shown["limits"] == [{"document": "甲.txt", "message": "有一组规则没有核对。"}]


def test_what_could_not_be_checked_is_no_clean_report(call: Call) -> None:
    sound = _extraction(TEXT, "甲.txt")
    assert "没有名称含“占笔”的规则" in call(sound, arguments=["--rule", "占笔"], code=2).stderr
    assert "乙" in call(sound, arguments=["乙"], code=2).stderr


def test_every_rule_that_finds_something_can_be_asked_for() -> None:
    from tests.checks.test_rules import CHANGES

    assert {rule for rule, *_ in CHANGES} <= set(load("checks")["rules"])
    described = Path(__file__).parents[2].joinpath("docs/findings.md").read_text(encoding="utf-8")
    assert [rule for rule in load("checks")["rules"] if rule not in described] == []


def test_last_years_report_may_name_the_organisation_without_its_county(call: Call) -> None:
    now = _extraction(TEXT.replace("青溪县城市建设档案馆", "南岭市青溪县城市建设档案馆"), "今年.txt")
    other = call(now, _extraction(BEFORE, "去年.txt"), arguments=["今年", "--rule", "上年对照", "--json"], code=0)
    assert "收入总计" in other.stdout


def test_a_document_named_twice_is_shown_once(call: Call) -> None:
    rows = json.loads(call(_extraction(WRONG, "甲.txt"), arguments=["甲", "甲.txt", "--json"], code=1).stdout)["rows"]
    assert len(rows) == 2
