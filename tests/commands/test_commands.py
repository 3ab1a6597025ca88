from __future__ import annotations

import dataclasses
import json
import shlex
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.cli import COMMANDS, main
from extractor.workers import Here
from tests.made import VERSION, made, made_extract, made_index

Call = Callable[..., Result]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db", made(), made("水利站2023.txt", "白石镇水利站", 2023))


@pytest.fixture
def call(db: Path) -> Call:
    def run(*arguments: str, code: int = 0, **options: object) -> Result:
        result = CliRunner().invoke(main, arguments, env={"JUESUAN_DB": str(db), "LANG": "zh_CN.UTF-8", "LC_ALL": ""})
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result

    return run


def test_help_speaks_two_languages_and_every_command_has_an_example(call: Call) -> None:
    for command in COMMANDS:
        assert command in call("--help").stdout
        chinese, english = call(command, "--help").stdout, call("--lang", "en", command, "--help").stdout
        assert "用法：" in chinese and "选项" in chinese and f"juesuan {command}" in chinese.split("例：")[1]
        assert english.startswith("Usage: ") and f"juesuan {command}" in english.split("Example:")[1]
        assert "Show this help" not in chinese and "--db" in english


def test_version(call: Call) -> None:
    assert call("--version").stdout.startswith("juesuan 0.")


def test_alone_in_a_pipe_it_helps(call: Call) -> None:
    assert call().stdout == call("--help").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "没有“nonsense”这个命令"),
        (["search"], "缺少 词语"),
        (["search", "--colour", "x"], "没有 --colour 这个选项"),
        (["reasons", "--year", "去年"], "--year 的值不对"),
        (["reasons", "--limit", "0"], "--limit 的值不对"),
        (["reasons", "--limit"], "--limit 后面缺少值"),
        (["export", "--format", "pdf"], "可选 csv, xlsx, jsonl"),
        (["--lang", "fr", "stats"], "可选 zh, en"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_code_2(call: Call, arguments: list[str], says: str) -> None:
    result = call(*arguments, code=2)
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1 and not result.stdout


@pytest.mark.parametrize("command", [["search", "x"], ["reasons"], ["export"], ["documents"], ["show", "x"], ["stats"]])
def test_without_an_index_every_command_says_so(tmp_path: Path, command: list[str]) -> None:
    for path, says in ((tmp_path / "none.db", "找不到索引"), (tmp_path, "不是 juesuan 的索引")):
        result = CliRunner().invoke(main, [*command, "--db", str(path)], env={"LANG": ""})
        assert result.exit_code == 1
        assert says in result.stderr and len(result.stderr.splitlines()) == 1


def test_search(call: Call) -> None:
    shown = call("search", "人员调动").stdout
    assert shown.count("第1页") == 4 and "共 4 段" in shown
    found = json.loads(call("search", "三公经费", "--document", "青溪", "--json").stdout)
    assert found["total"] == 1 and found["hits"][0]["page"] == 2
    assert "没有找到" in call("search", "没有这样的词", code=1).stderr
    assert json.loads(call("search", "没有这样的词", "--json", code=1).stdout)["hits"] == []


def test_reasons(call: Call) -> None:
    shown = call("reasons", "--category", "人员变动", "--year", "2022").stdout
    assert "150.20万元" in shown and "-18.45万元" in shown and "青溪县档案馆2022年度部门决算.txt 第1页" in shown
    assert "\t" not in shown and "\x1b" not in shown
    rows = json.loads(call("reasons", "--organisation", "水利站", "--wording", "人员调动", "--json").stdout)
    assert rows["total"] == len(rows["rows"]) == 2
    limited = call("reasons", "--limit", "3")
    assert len(limited.stdout.splitlines()) == 4 and "共 8 条，显示 3 条" in limited.stderr
    assert "没有符合" in call("reasons", "--subject", "无此科目", code=1).stderr


def test_documents(call: Call) -> None:
    assert "1/2" in call("documents").stdout
    rows = json.loads(call("documents", "--year", "2023", "--json").stdout)
    assert [row["organisation"] for row in rows] == ["白石镇水利站"] and len(rows[0]["paths"]) == 1
    call("documents", "--status", "damaged", code=1)


def test_show(call: Call) -> None:
    whole = call("show", "青溪").stdout
    assert "一、收入支出决算总体情况" in whole and "记录 25 条" in whole
    page = call("show", "青溪", "--page", "2").stdout
    assert "一、收入支出" not in page and "“三公”经费支出决算" in page
    facts = call("show", "青溪", "--facts").stdout
    assert "行政运行 决算数 131.75万元" in facts and "原因：一是人员调动，二是厉行节约 [人员变动]" in facts
    shown = json.loads(call("show", "青溪", "--json").stdout)
    assert len(shown["records"]) == 25 and shown["text"].startswith("青溪县档案馆")
    assert "没有第 9 页" in call("show", "青溪", "--page", "9", code=1).stderr
    assert "没有名称含" in call("show", "红旗", code=1).stderr
    assert "没有名称含“\\udcce”" in call("show", "\udcce", code=1).stderr, "a name that is not UTF-8"


def test_show_tables(call: Call) -> None:
    shown = call("show", "青溪", "--page", "2", "--tables").stdout
    assert "“三公”经费支出决算表 第2页 · 3 行 3 列" in shown and "库房台账（未认出）" in shown
    assert "项目          决算数\n“三公”经费  1,062.09  元\n公务接待费      0.00  万元\n" in shown
    assert "年初预算为" not in shown
    tables = json.loads(call("show", "青溪", "--tables", "--json").stdout)["tables"]
    assert [table["name"] for table in tables] == ["“三公”经费支出决算表", None]
    assert tables[1]["cells"] == [["库房", "卷"], ["东库", "88"]]
    assert "tables" not in json.loads(call("show", "青溪", "--json").stdout)
    assert "没有表格" in call("show", "青溪", "--page", "1", "--tables", code=1).stderr
    assert "没有第 9 页" in call("show", "青溪", "--page", "9", "--tables", code=1).stderr


def test_stats(call: Call) -> None:
    shown = call("stats").stdout
    assert "认出 2 张，未认出 2 张" in shown and shown.count("库房台账") == 2
    figures = json.loads(call("stats", "--json").stdout)["by_document"][0]
    assert figures["tables"] == {"“三公”经费支出决算表": 1}
    assert [(table["title"], table["page"]) for table in figures["unrecognised"]] == [("库房台账", 2)]
    assert "4 个合计数中 2 个" in shown and "金额 24" in shown
    assert "amounts 24" in call("--lang", "en", "stats").stdout
    assert json.loads(call("stats", "--json").stdout)["closable"] == 4


def test_export(call: Call, tmp_path: Path) -> None:
    lines = call("export").stdout.splitlines()
    assert len(lines) == 50
    said = call("export", "--format", "jsonl", "-o", str(tmp_path / "out.jsonl"))
    assert (tmp_path / "out.jsonl").read_text("utf-8").splitlines() == lines and "50" in said.stderr
    call("export", "-o", str(tmp_path / "out.csv"), "--kind", "amount")
    assert len((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()) == 25
    assert json.loads(call("export", "-o", str(tmp_path / "o.zip"), "--json").stdout)["records"] == 50
    call("export", "--organisation", "没有这家", code=1)


def test_browse_needs_a_terminal(call: Call) -> None:
    assert "需要在终端里" in call("browse", code=1).stderr


def test_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.pipeline.Workers", lambda *_: Here(made_extract))
    monkeypatch.setattr("extractor.pipeline.extraction_version", lambda: VERSION)
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "甲.txt").write_text("甲")
    (folder / "损坏.txt").write_text("坏")
    (folder / "出错.txt").write_text("炸")
    runner, db, log = CliRunner(), str(tmp_path / "new.db"), tmp_path / "log.txt"

    def run(*arguments: str) -> Result:
        return runner.invoke(main, ["index", *arguments, "--db", db], env={"LANG": ""})

    first = run(str(folder), "--log", str(log))
    assert first.exit_code == 0 and "新增 1" in first.stdout and "未读出 2" in first.stdout
    assert "损坏.txt: 文件已损坏。" in first.stderr and "ZeroDivisionError" in log.read_text("utf-8")
    assert "Traceback" not in first.output
    again = json.loads(run(str(folder), "--json").stdout)
    assert again["unchanged"] == 3 and again["new"] == 0
    (folder / "甲.txt").unlink()
    assert json.loads(run(str(folder), "--prune", "--json").stdout)["removed"] == 1
    assert run(str(tmp_path / "无")).exit_code == 2
    (folder / "损坏.txt").write_text("坏了")
    (folder / "出错.txt").unlink()
    assert run(str(folder)).exit_code == 1, "nothing could be read"


def test_nothing_from_a_report_commands_the_terminal(tmp_path: Path) -> None:
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
    extraction = made(organisation=f"青溪{evil}馆")
    table = dataclasses.replace(extraction.tables[1], title=f"台账{evil}", cells=((f"库{evil}房", "卷"),))
    named = dataclasses.replace(extraction, organisation=f"青溪{evil}馆", tables=(table,))
    db = made_index(tmp_path / "index.db", named)
    for command in (
        ["search", "人员"],
        ["reasons"],
        ["documents"],
        ["show", "青溪"],
        ["show", "青溪", "--facts"],
        ["show", "青溪", "--tables"],
        ["stats"],
    ):
        for more in ([], ["--json"]):
            if command[-1] == "--facts" and more:
                continue
            shown = CliRunner().invoke(main, [*command, *more, "--db", str(db)], env={"LANG": ""})
            assert shown.exit_code == 0
            assert not set(shown.output) & set("\x1b\x07\x9b\u202e"), command


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=20))
def test_odd_words_are_only_words(db: Path, words: str) -> None:
    for command in (["search", "--"], ["show", "--"], ["reasons", "--wording"], ["reasons", "--organisation"]):
        result = CliRunner().invoke(main, [*command, words], env={"JUESUAN_DB": str(db), "LANG": ""})
        assert result.exit_code in (0, 1, 2) and not isinstance(result.exception, Exception)


def test_a_reader_that_leaves_is_no_error(db: Path) -> None:
    command = f"{sys.executable} -m extractor export --db {db} | head -1"
    run = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True)
    assert run.returncode == 0 and len(run.stdout.splitlines()) == 1 and not run.stderr


def test_browse_in_a_browser_needs_the_extra(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert "juesuan[web]" in call("browse", "--web", code=1).stderr


def test_browse_in_a_browser_is_for_this_machine_only(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    served: dict[str, object] = {}

    class Server:
        def __init__(self, command: str, **options: object) -> None:
            served.update(options, command=command)

        def serve(self) -> None:
            served["on"] = True

    fake = types.ModuleType("textual_serve.server")
    fake.Server = Server  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "textual_serve", types.ModuleType("textual_serve"))
    monkeypatch.setitem(sys.modules, "textual_serve.server", fake)
    assert "http://127.0.0.1:8017" in call("browse", "--web").stderr
    assert (served["host"], served["on"]) == ("127.0.0.1", True)
    words = shlex.split(str(served["command"]))
    assert words[:3] == [sys.executable, "-m", "extractor.cli"]
    assert words[-3:-1] == ["browse", "--db"]
    assert Path(words[-1]).is_absolute()
