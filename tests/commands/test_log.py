"""--log: one line an event with its figures, from every command, and no word of a report."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.places import CORPUS
from extractor import events
from extractor.cli import COMMANDS, main
from extractor.pipeline import index_paths
from extractor.report import Extraction
from extractor.store import open_index
from tests.made import made_extract, made_index

LINE = re.compile(
    r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (DEBUG|INFO|WARNING|ERROR) [\w.]+( \w+=([\w./:+<>-]+|"([^"\\]|\\.)*"))*'
)


def run(*arguments: object, code: int | None = 0) -> None:
    done = CliRunner().invoke(main, list(map(str, arguments)), env={"LANG": ""})
    assert code is None or done.exit_code == code, done.output
    assert "Traceback" not in done.output


def quoting(path: Path) -> Extraction:
    """Fails as our own code might: with a message that quotes the report."""
    raise ValueError(f"invalid literal: {path.read_text('utf-8')}")


def test_no_word_of_a_report_is_in_the_log(tmp_path: Path) -> None:
    reports, db, log = tmp_path / "reports", tmp_path / "index.db", tmp_path / "log"
    reports.mkdir()
    for report in sorted((CORPUS / "reports").glob("*.txt"))[:2]:
        shutil.copy(report, reports)
    (reports / "空.txt").touch()
    run("index", reports, "--db", db, "--log", log)
    name = next(reports.glob("*决算.txt")).name
    for command in (
        ["search", "人员"], ["ask", "哪些科目因为人员变动没有完成年初预算？"], ["reasons"], ["show", name, "--facts"],
        ["stats"], ["check"], ["explain", name, "--find", "原因"], ["documents"], ["organisations"],
        ["correct", "1", "category=业务量变化", "--why", "原文如此"], ["corrections"], ["export", "-o", tmp_path / "out.xlsx"],
    ):  # fmt: skip
        run(*command, "--db", db, "--log", log, code=None)
    written = log.read_text("utf-8")
    lines = written.splitlines()
    assert all(LINE.fullmatch(line) for line in lines), [line for line in lines if not LINE.fullmatch(line)]
    assert sum(" new file=" in line for line in lines) == 2 and "status=empty" in written
    assert re.search(r" indexed new=2 failed=1 .*seconds=\d", written)
    assert len(re.findall(r" end command=\w+ code=\d seconds=\d", written)) == 13
    with open_index(db) as index:
        texts = [text for (text,) in index.select("SELECT text FROM v_texts")]
    said = re.sub(r'^\S+ |file="[^"]*"|(seconds|version)=\S+', "", written, flags=re.MULTILINE)
    pieces = {piece for text in texts for piece in re.findall(r"[\u4e00-\u9fff]{3,}|\d[\d,.]{3,}", text)}
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece in said] == []


@pytest.mark.parametrize("processes", [None, 2])
@pytest.mark.parametrize("level", ["info", "debug"])
def test_a_fault_is_told_by_its_place_and_its_words_only_when_asked_for(
    tmp_path: Path, level: str, processes: int | None
) -> None:
    source, log = tmp_path / "reports", tmp_path / "log"
    source.mkdir()
    (source / "甲.txt").write_text("收入总计1.00万元", "utf-8")
    events.to(log, level)
    try:
        index_paths([source], tmp_path / "i.db", extract=quoting, version="1", processes=processes)
    finally:
        events.close()
    written = log.read_text("utf-8")
    assert all(LINE.fullmatch(line) for line in written.splitlines())
    assert re.search(r"ERROR extraction error=ValueError at=test_log.py:\d+ file=", written)
    assert ("收入总计" in written) == (level == "debug")


def test_without_a_log_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text("炸")
    index_paths([tmp_path], tmp_path / "i.db", extract=made_extract, version="1", processes=2)
    assert capfd.readouterr() == ("", "")


def test_a_log_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    db = made_index(tmp_path / "index.db")
    done = CliRunner().invoke(main, ["stats", "--db", str(db), "--log", str(tmp_path / "no" / "log")], env={"LANG": ""})
    assert done.exit_code == 2 and done.stderr.startswith("juesuan: 无法写日志") and not done.stdout


def test_a_log_on_a_full_disk_does_not_stop_the_work(tmp_path: Path) -> None:
    run("stats", "--db", made_index(tmp_path / "index.db"), "--log", "/dev/full")


def test_the_log_among_the_reports_is_none(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("甲")
    events.to(tmp_path / "log.txt")
    try:
        done = [index_paths([tmp_path], tmp_path / "i.db", extract=made_extract, version="1") for _ in range(2)]
    finally:
        events.close()
    assert [each.files for each in done] == [1, 1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_keep_a_log(name: str) -> None:
    assert "--log FILE" in CliRunner().invoke(main, [name, "--help"], env={"LANG": ""}).stdout
