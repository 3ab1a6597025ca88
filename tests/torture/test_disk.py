"""Disks full or read-only, files locked and changed, clocks set back: a sentence each, and nothing is lost."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from benchmarks.torture.disk import can_mount, fill, juesuan, on_disk
from extractor.corrections import Corrections
from extractor.errors import JuesuanError
from extractor.organisations import Decisions
from extractor.pipeline import index_paths
from extractor.store import open_index
from extractor.store.schema import create
from extractor.store.writer import Writer
from tests.made import VERSION, made, made_extract, made_index

ROOT = Path(__file__).parents[2]
mounted = pytest.mark.skipif(not can_mount(), reason="this system lets us mount no disk of our own")
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    path = made_index(folder / "index.db", made(), made("b.txt", "白石镇水利站", 2023))
    return path


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Every write beyond so many bytes fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def locked(db: Path) -> Iterator[None]:
    """Another process keeps the database to itself."""
    call = [sys.executable, "-c", HOLD, str(db)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.communicate("")


def one_sentence(run: subprocess.CompletedProcess[str]) -> str:
    """What a command that could not do its work said: the last line of it, a sentence, and no traceback."""
    assert run.returncode in (1, 2), run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("juesuan: ") and last.endswith("。")
    return last


def whole(db: Path, documents: int) -> None:
    """The database is sound and has so many documents, each with its twelve amounts."""
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        counts = connection.execute(
            "SELECT count(a.id) FROM documents d LEFT JOIN amounts a ON a.document_id = d.id GROUP BY d.id"
        )
        assert [count for (count,) in counts] == [12] * documents


@mounted
def test_a_full_disk_costs_nothing_that_was_there(tmp_path: Path) -> None:
    done = fill(tmp_path / "fill", sizes=2, reports=3)
    assert done.runs == 2 and done.harm == 0, done


@pytest.mark.parametrize("size", [1 << 15, 1 << 17, 1 << 18, 3 << 17])
def test_a_disk_that_fills_while_documents_are_written(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.store.writer.BATCH", 1)  # one after the other
    source, db = tmp_path / "reports", tmp_path / "index.db"
    source.mkdir()
    for number in range(12):
        (source / f"{number:02}.txt").write_text(str(number))
    with no_file_larger_than(size), pytest.raises(JuesuanError) as told:
        index_paths([source], db, extract=made_extract, version="1")
    assert told.value.message.endswith("。")
    assert not list(tmp_path.glob(".*.new*")), "nothing half made is left"
    if db.exists():
        with open_index(db) as index:
            whole(db, len(index.documents()))
    index_paths([source], db, extract=made_extract, version="1")
    whole(db, 12)


def test_a_decision_is_kept_whole_or_not_at_all(db: Path) -> None:
    with open_index(db) as index:
        first, second = index.reasons()[:2]
    corrections, decisions = Corrections.beside(db), Decisions.beside(db)
    corrections.correct(first, {"category": "业务量变化"})
    decisions.decide("same", "甲", "乙")
    files = [db.with_name(f"index.{name}.jsonl") for name in ("corrections", "organisations")]
    before = [file.read_bytes() for file in files]
    with no_file_larger_than(max(map(len, before)) + 10):
        with pytest.raises(JuesuanError):
            corrections.correct(second, {"category": "业务量变化"})
        with pytest.raises(JuesuanError):
            decisions.decide("same", "丙", "长" * 400)
    assert [file.read_bytes() for file in files] == before
    corrections.correct(second, {"category": "业务量变化"})
    decisions.decide("same", "丙", "丁")
    assert len(corrections.file.read_bytes().splitlines()) == 2 and len(decisions.all()) == 2


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.jsonl", "a.md", "a.zip", "a.parquet", "a.dta"])
def test_an_export_onto_a_full_disk_leaves_what_was_there(db: Path, tmp_path: Path, name: str) -> None:
    from extractor.export import export

    (tmp_path / name).write_text("von gestern")
    with open_index(db) as index, no_file_larger_than(300), pytest.raises(JuesuanError) as told:
        export(index, "csv" if name == "a.zip" else name[2:], tmp_path / name)
    assert told.value.message.endswith("。")
    assert (tmp_path / name).read_text() == "von gestern"
    assert not list(tmp_path.glob(".*.new"))


@pytest.mark.parametrize("command", [["export"], ["stats"], ["search", "人员"], ["reasons", "--json"]])
def test_an_output_that_takes_no_more_is_a_sentence(db: Path, command: list[str]) -> None:
    with open("/dev/full", "w") as full:
        call = juesuan(*command, "--db", db)
        run = subprocess.run(call, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 1 and run.stderr.count("\n") == 1 and run.stderr.startswith("juesuan: ")


@mounted
@pytest.mark.parametrize(
    "command", ["search 人员调动", "ask 住房公积金决算多少", "stats", "reasons", "export --format csv"]
)
def test_an_index_in_a_read_only_folder_is_read(db: Path, tmp_path: Path, command: str) -> None:
    run = on_disk(db.parent, juesuan(*command.split(), "--db", db), tmp_path / "kept", writable=False)
    assert run.returncode == 0 and run.stdout, run.stderr
    assert sorted(os.listdir(tmp_path / "kept")) == sorted(os.listdir(db.parent)), "nothing was left there"


@mounted
@pytest.mark.parametrize(
    "command",
    [
        "index {reports} --db {db}",
        "index {reports} --db {folder}/new.db",
        "export --db {db} -o {folder}/a.csv",
        "export --db {db} -o {folder}/a.xlsx",
        "correct 1 --category 业务量变化 --db {db}",
        "stats --db {db} --log {folder}/log",
    ],
)
def test_what_cannot_be_written_into_a_read_only_folder_is_a_sentence(db: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "甲.txt").write_text("收入总计1.00万元。")
    before = db.read_bytes()
    words = command.format(db=db, folder=db.parent, reports=tmp_path / "reports").split()
    assert one_sentence(on_disk(db.parent, juesuan(*words), tmp_path / "kept", writable=False))
    assert (tmp_path / "kept" / "index.db").read_bytes() == before


@pytest.mark.parametrize("command", [["index", "{reports}"], ["search", "人员"], ["stats"], ["ask", "收入总计多少"]])
def test_an_index_that_another_process_keeps_locked_is_a_sentence(db: Path, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "甲.txt").write_text("收入总计1.00万元。")
    call = juesuan(*(word.format(reports=tmp_path / "reports") for word in command), "--db", db)
    with locked(db):
        run = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "另一个程序" in one_sentence(run)
    whole(db, 2)


def test_two_programs_that_begin_an_index_at_once_lose_nothing(tmp_path: Path) -> None:
    db = tmp_path / "index.db"
    made_index(db)
    create(db)  # by one that looked before the other had made it
    whole(db, 1)


def test_the_same_size_at_the_same_moment_is_read_again(tmp_path: Path) -> None:
    source, db = tmp_path / "reports", tmp_path / "index.db"
    source.mkdir()
    file = source / "甲.txt"
    file.write_text("一")
    at = file.stat().st_mtime_ns
    index_paths([source], db, extract=made_extract, version="1")
    file.write_text("二")
    os.utime(file, ns=(at, at))  # as where a clock tells only seconds
    assert index_paths([source], db, extract=made_extract, version="1").changed == 1


@pytest.mark.parametrize("years", [-30, 30], ids=["in the past", "in the future"])
def test_files_of_another_time_are_read_when_they_change_and_only_then(tmp_path: Path, years: int) -> None:
    source, db = tmp_path / "reports", tmp_path / "index.db"
    source.mkdir()
    file = source / "甲.txt"
    file.write_text("一")
    other = file.stat().st_mtime + years * 365 * 86400
    os.utime(file, (other, other))
    assert index_paths([source], db, extract=made_extract, version="1").new == 1
    assert index_paths([source], db, extract=made_extract, version="1").unchanged == 1
    file.write_text("二二")
    os.utime(file, (other - 5, other - 5))
    assert index_paths([source], db, extract=made_extract, version="1").changed == 1


def test_with_the_clock_set_back_what_is_replaced_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = made_index(tmp_path / "index.db", made(), made("b.txt", "白石镇水利站", 2023))
    monkeypatch.setattr("extractor.store.writer._now", lambda: "1999-01-01T00:00:00+00:00")
    with open_index(db) as index:
        before = index.state()
        made_index(db, made("b.txt", "黑石镇水利站", 2023))
        with Writer(db, VERSION) as writer:
            writer.prune([tmp_path])
        assert index.state() != before
        assert {document.organisation for document in index.documents()} >= {"黑石镇水利站"}


def test_a_correction_made_with_the_clock_set_back_holds(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corrections = Corrections.beside(db)
    with open_index(db) as index:
        row = index.reasons()[0]
    corrections.correct(row, {"category": "业务量变化"})
    lines = corrections.file.read_text("utf-8").splitlines()
    late = json.loads(lines[0]) | {"when": "2999-01-01T00:00:00+00:00"}
    corrections.file.write_text(json.dumps(late, ensure_ascii=False) + "\n", "utf-8")
    with open_index(db) as index:
        Corrections.beside(db).correct(index.reasons()[0], {"category": "人员变动"})
    with open_index(db) as index:
        found = next(each for each in index.reasons() if each.id == row.id)
    assert found.category == "人员变动", "what was decided last in the file holds, whatever the clock said"
