from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.store.writer import Writer
from tests.made import VERSION, made, made_index

Call = Callable[..., Result]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db")


@pytest.fixture
def call(db: Path) -> Call:
    def run(*arguments: str, code: int = 0) -> Result:
        environment = {"JUESUAN_DB": str(db), "LANG": "zh_CN.UTF-8", "LC_ALL": "", "JUESUAN_WHO": "甲"}
        result = CliRunner().invoke(main, arguments, env=environment)
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result

    return run


def _housing(call: Call, *arguments: str) -> int:
    rows = json.loads(call("reasons", "--subject", "住房公积金", "--json", *arguments).stdout)["rows"]
    return int(rows[0]["id"])


def test_a_fact_is_corrected_listed_and_taken_back(call: Call, db: Path) -> None:
    call("corrections", code=1)
    row = str(_housing(call))
    said = call("correct", row, "category=业务量变化", "--why", "原文说的是人数").stdout
    assert "人员变动 → 业务量变化" in said and "index.corrections.jsonl" in said
    assert "业务量变化" in call("reasons", "--review", "corrected").stdout
    listed = json.loads(call("corrections", "--json").stdout)
    assert [(each["who"], each["in_force"], each["lost"]) for each in listed] == [("甲", True, None)]
    assert "住房公积金" in call("corrections").stdout
    call("correct", listed[0]["id"], "--undo")
    assert "已撤销" in call("corrections").stdout
    call("reasons", "--review", "corrected", code=1)
    call("correct", row, "--reject")
    call("reasons", "--subject", "住房公积金", code=1)
    assert _housing(call, "--review", "any") == int(row)
    call("correct", "1", "--accept", "--kind", "project")


def test_lost_corrections_are_said_to_be(call: Call, db: Path) -> None:
    call("correct", str(_housing(call)), "--accept")
    call("corrections", "--lost", code=1)
    with Writer(db, VERSION) as writer:
        writer.remove(str(db.parent / made().report.name))
    shown = call("corrections", "--lost")
    assert "索引里没有这个文件" in shown.stdout and "仍然保留" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["correct", "1"], "请给出一项"),
        (["correct", "1", "category=人员变动", "--reject"], "请给出一项"),
        (["correct", "1", "category"], "字段=值"),
        (["correct", "一", "--accept"], "不是记录编号"),
        (["correct", "1", "心情=好"], "不能更正"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(call: Call, arguments: list[str], says: str) -> None:
    assert says in call(*arguments, code=2).stderr


def test_what_there_is_not_is_said_in_a_sentence(call: Call) -> None:
    assert "没有编号为 99999" in call("correct", "99999", "--accept", code=1).stderr
    assert "没有编号为 abcd" in call("correct", "abcd", "--undo", code=1).stderr
