from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import JuesuanError
from extractor.pipeline import Outcome, Step, extraction_version, index_paths
from extractor.report import Extraction
from extractor.store import open_index
from extractor.store.writer import Writer
from tests.made import made_extract

Run = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five files: two reports, one of them twice, one damaged, one that the program fails on; and others."""
    top = tmp_path / "报告"
    (top / "乙").mkdir(parents=True)
    (top / "甲.txt").write_text("甲")
    (top / "乙" / "乙.txt").write_text("乙")
    (top / "乙" / "甲的副本.txt").write_text("甲")
    (top / "损坏.txt").write_text("坏")
    (top / "出错.txt").write_text("炸")
    (top / "~$甲.txt").write_text("锁")
    (top / ".隐藏.txt").write_text("隐")
    (top / ".git").mkdir()
    (top / ".git" / "丙.txt").write_text("丙")
    return top


@pytest.fixture
def run(folder: Path) -> Run:
    def again(*paths: Path, **options: object) -> Outcome:
        options = {"extract": made_extract, "version": "1", **options}
        return index_paths(paths or (folder,), folder / "index.db", **options)  # type: ignore[arg-type]

    return again


def _content(db: Path) -> list[object]:
    """All that the index holds, but for ids and the time of indexing."""
    with open_index(db) as index:
        documents = [(d.name, d.sha256, d.status, d.message, index.paths(d.id)) for d in index.documents()]
        return [documents, list(index.records()), index.subjects(), index.search("人员调动").total]


def test_every_file_is_accounted_for(run: Run, folder: Path) -> None:
    steps: list[Step] = []
    done = run(progress=steps.append)
    assert (done.new, done.same, done.failed, done.files) == (2, 1, 2, 5)
    assert {(f.path.name, f.status) for f in done.failures} == {("损坏.txt", "damaged"), ("出错.txt", "failed")}
    assert [step.number for step in steps] == [1, 2, 3, 4, 5] and {step.total for step in steps} == {5}
    with open_index(folder / "index.db") as index:
        assert {d.name: d.status for d in index.documents()} == {
            "乙.txt": "ok",
            "出错.txt": "failed",
            "损坏.txt": "damaged",
            "甲的副本.txt": "ok",
        }
        both = index.paths(index.document("甲的副本").id)
        assert [Path(path).name for path in both] == ["甲的副本.txt", "甲.txt"]


def test_a_second_run_does_nothing(run: Run, folder: Path) -> None:
    run()
    before = (folder / "index.db").read_bytes()
    done = run(extract=_never)
    assert (done.unchanged, done.files) == (5, 5)
    assert (folder / "index.db").read_bytes() == before


def test_a_touched_file_is_not_read_again(run: Run, folder: Path) -> None:
    run()
    os.utime(folder / "甲.txt", (1, 1))
    assert run(extract=_never).unchanged == 5


def test_a_changed_file_is_replaced(run: Run, folder: Path) -> None:
    run()
    (folder / "乙" / "乙.txt").write_text("新的内容")
    (folder / "损坏.txt").write_text("修好了")
    done = run()
    assert (done.changed, done.unchanged, done.failed) == (2, 3, 0)
    with open_index(folder / "index.db") as index:
        assert len(index.documents()) == 4
        assert index.document("损坏").status == "ok"


def test_a_copy_that_changes_becomes_a_document_of_its_own(run: Run, folder: Path) -> None:
    run()
    (folder / "乙" / "甲的副本.txt").write_text("不再是副本")
    assert run().changed == 1
    with open_index(folder / "index.db") as index:
        assert [index.paths(index.document(name).id) for name in ("甲.txt", "甲的副本.txt")] == [
            [str(folder / "甲.txt")],
            [str(folder / "乙" / "甲的副本.txt")],
        ]


def test_content_unreadable_under_one_ending_is_tried_under_another(run: Run, folder: Path) -> None:
    def by_ending(path: Path) -> Extraction:
        if path.suffix == ".bin":
            raise ValueError("unknown")
        return made_extract(path)

    (folder / "a.bin").write_text("同一内容")
    (folder / "b.txt").write_text("同一内容")
    run(extract=by_ending)
    with open_index(folder / "index.db") as index:
        document = index.document("a.bin")
        assert document.status == "ok" and len(index.paths(document.id)) == 2


def test_vanished_files_leave_with_prune_only(run: Run, folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    (elsewhere / "丁.txt").write_text("丁")
    run(folder, elsewhere)
    (folder / "甲.txt").unlink()
    shutil.rmtree(folder / "乙")
    shutil.rmtree(elsewhere)
    assert run().removed == 0
    assert run(prune=True).removed == 3
    with open_index(folder / "index.db") as index:
        assert {d.name for d in index.documents()} == {"出错.txt", "损坏.txt", "丁.txt"}, "丁 is not below the folder"
        assert index.search("人员调动").total == 2
    assert run(elsewhere, prune=True).removed == 1
    with open_index(folder / "index.db") as index:
        assert index.subjects() == [] and index.search("人员").total == 0


def test_nothing_is_left_behind_in_any_table(run: Run, folder: Path) -> None:
    run()
    shutil.rmtree(folder / "乙")
    for file in folder.glob("*.txt"):
        file.unlink()
    run(prune=True)
    database = sqlite3.connect(folder / "index.db")
    tables = [r[0] for r in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    own = [t for t in tables if not t.startswith(("sqlite_", "passages_fts", "meta"))]
    assert {t: database.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in own} == dict.fromkeys(own, 0)
    database.execute("INSERT INTO passages_fts (passages_fts) VALUES ('integrity-check')")
    assert database.execute("SELECT count(*) FROM passages_fts WHERE passages_fts MATCH '\"“any\"'").fetchone()[0] == 0
    database.close()


def test_another_version_of_the_extraction_reads_everything_again(run: Run, folder: Path) -> None:
    run()
    before = _content(folder / "index.db")
    done = run(version="2")
    assert (done.changed, done.unchanged) == (2, 1), "the copy is known once its twin has been read"
    assert _content(folder / "index.db") == before


def test_the_order_in_which_files_are_met_does_not_matter(run: Run, folder: Path) -> None:
    run()
    whole = _content(folder / "index.db")
    (folder / "index.db").unlink()
    for path in sorted(folder.rglob("*.txt"), reverse=True):
        if not path.name.startswith(("~$", ".")) and ".git" not in path.parts:
            run(path)
    assert _content(folder / "index.db") == whole


def test_ctrl_c_keeps_what_is_done(run: Run, folder: Path) -> None:
    def interrupted(path: Path) -> Extraction:
        if path.name == "乙.txt":
            raise KeyboardInterrupt
        return made_extract(path)

    done = run(extract=interrupted)
    assert done.interrupted and (done.new, done.failed) == (1, 2)
    with open_index(folder / "index.db") as index:
        assert [d.status for d in index.documents()] == ["failed", "damaged", "ok"]
    assert run().unchanged == 3
    with open_index(folder / "index.db") as index:
        assert len(index.documents()) == 4


@pytest.mark.parametrize("at", [1, 5, 18, 60, 120])
def test_a_fault_while_writing_leaves_no_half_document(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """The writer's statements are counted and the `at`-th fails, as on a full disk."""
    run(folder / "甲.txt")
    before = _content(folder / "index.db")
    connect, left = sqlite3.connect, [at]

    class Failing(sqlite3.Connection):
        def _count(self, sql: str) -> None:
            if sql.startswith(("INSERT", "UPDATE", "DELETE")):
                left[0] -= 1
                if left[0] == 0:
                    raise sqlite3.OperationalError("database or disk is full")

        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            self._count(sql)
            return super().execute(sql, *values)  # type: ignore[arg-type]

        def executemany(self, sql: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            self._count(sql)
            return super().executemany(sql, *values)  # type: ignore[arg-type]

    monkeypatch.setattr("extractor.store.writer.sqlite3.connect", lambda *a, **k: connect(*a, factory=Failing, **k))
    (folder / "甲.txt").write_text("甲改")
    try:
        run(folder / "甲.txt")
    except JuesuanError as refused:
        assert "disk is full" in refused.message
        monkeypatch.undo()
        assert _content(folder / "index.db") == before
    else:
        assert left[0] > 0, "the fault came and nobody noticed"


def test_a_killed_run_leaves_whole_documents_and_the_next_one_completes_them(folder: Path, tmp_path: Path) -> None:
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(str(number))
    db = folder / "index.db"
    program = (
        "import sys; from pathlib import Path; from extractor.pipeline import index_paths;"
        "from tests.made import made_extract; from extractor.store import writer; writer.BATCH = 200;"
        "index_paths([Path(sys.argv[1])], Path(sys.argv[2]), extract=made_extract, version='1')"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", program, str(folder), str(db)]
    killed = subprocess.Popen(command, cwd=root)
    deadline = time.monotonic() + 60
    while _documents(db) < 8 and time.monotonic() < deadline and killed.poll() is None:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    written = _documents(db)
    assert written >= 8
    with open_index(db) as index:
        whole = {len(index.facts("amount")) / len([d for d in index.documents() if d.status == "ok"])}
        assert whole == {12.0}
    subprocess.run(command, cwd=root, check=True)
    after = _content(db)
    db.unlink()
    subprocess.run(command, cwd=root, check=True)
    assert _content(db) == after


def _documents(db: Path) -> int:
    try:
        with open_index(db) as index:
            return len(index.documents())
    except JuesuanError:
        return 0


def test_a_path_that_is_not_there_and_a_folder_without_reports_are_said(run: Run, tmp_path: Path) -> None:
    with pytest.raises(JuesuanError, match="没有这个文件") as missing:
        run(tmp_path / "无")
    assert missing.value.exit_code == 2
    (tmp_path / "空").mkdir()
    with pytest.raises(JuesuanError, match="没有可以读取的报告"):
        run(tmp_path / "空")


def test_odd_files_do_not_stop_a_run(run: Run, folder: Path) -> None:
    (folder / "断链.txt").symlink_to(folder / "不存在")
    (folder / "空.txt").write_bytes(b"")
    os.mkfifo(folder / "管道.txt")
    with open(os.fsencode(folder) + b"/\xff\xfe.txt", "w") as odd:
        odd.write("怪")
    done = run()
    assert (done.new, done.failed) == (3, 4)
    assert {f.status for f in done.failures} == {"unreadable", "empty", "damaged", "failed"}
    again = run()
    assert (again.unchanged, again.failed) == (7, 1), "what could not be opened is tried again"


def test_a_file_of_a_terabyte_is_refused_unread(run: Run, folder: Path) -> None:
    with (folder / "大.pdf").open("wb") as sparse:
        sparse.truncate(1 << 40)
    for _ in range(2):
        assert {f.path.name: f.status for f in run().failures}.get("大.pdf") == "too-large"


def test_only_one_program_writes_at_a_time(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    monkeypatch.setattr("extractor.store.writer.BUSY", 0.1)
    (folder / "甲.txt").write_text("甲改")
    with Writer(folder / "index.db", "1"):
        other = sqlite3.connect(folder / "index.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JuesuanError, match="另一个程序"):
            run()
        other.execute("ROLLBACK")
        other.close()


def test_the_version_of_the_extraction_is_stable() -> None:
    assert extraction_version() == extraction_version()
    assert extraction_version().startswith("0.")


def _never(path: Path) -> Extraction:
    raise AssertionError(f"{path} was read again")
