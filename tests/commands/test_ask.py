"""`juesuan ask` as a conversation, with its statement, and with what can be asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from tests.questions.fictional import made


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("ask") / "index.db")


def test_questions_from_a_pipe_follow_one_another(db: Path) -> None:
    typed = "青溪区档案局2022年公务接待费的决算是多少\n\n那2021年呢？\n2=2022年\n新\n公务接待费是多少\n"
    run = CliRunner().invoke(main, ["ask", "--json", "--db", str(db)], input=typed, env={"LANG": "zh_CN.UTF-8"})
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["answer"] and answer["answer"]["value"] for answer in answers[:3]] == ["0.70", "1.10", "0.70"]
    assert answers[3]["question"] == "公务接待费是多少"
    assert answers[1]["parts"][1] == {
        "text": "2021年", "kind": "year", "name": "年份", "meaning": "2021", "start": 6, "end": 11,
        "alternatives": ["2023年", "2022年"],
    }  # fmt: skip


def test_the_statement_and_its_parameters(db: Path) -> None:
    run = CliRunner().invoke(
        main, ["ask", "--sql", "--db", str(db), "青溪区档案局2022年公务接待费"], env={"LANG": "zh_CN.UTF-8"}
    )
    assert run.exit_code == 0
    assert "SELECT" in run.stdout
    assert "参数：云岭市青溪区档案局" in run.stdout


def test_what_can_be_asked(db: Path) -> None:
    run = CliRunner().invoke(main, ["ask", "--suggest", "--limit", "4", "--db", str(db)], env={"LANG": "zh_CN.UTF-8"})
    offered = run.stdout.splitlines()
    assert len(offered) == 4
    for question in offered:
        assert CliRunner().invoke(main, ["ask", "--json", "--db", str(db), question]).exit_code == 0
