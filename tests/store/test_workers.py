"""Indexing by processes: the same index as by one, and a file that hangs or crashes its reader costs only itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path

import pytest
from pebble.pool.process import PoolManager

from extractor.errors import JuesuanError
from extractor.pipeline import Outcome, Step, index_paths
from extractor.report import Extraction
from extractor.store import open_index
from extractor.store.compact import Compact
from extractor.workers import Workers
from tests.made import made, made_extract

FILES = {
    "一.txt": "一",
    "三的副本.txt": "三",
    "三.txt": "三",
    "坏.txt": "坏",
    "炸.txt": "炸",
    "七.txt": "七",
    "八.txt": "八",
}
HARMFUL = {"崩.txt": "崩", "慢.txt": "慢", "大.txt": "大"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _index(folder: Path, name: str = "index.db", **options: object) -> Outcome:
    settings = {"extract": made_extract, "version": "1", "processes": 2, **options}
    return index_paths([folder], folder.parent / f"{folder.name}-{name}", **settings)  # type: ignore[arg-type]


def _content(folder: Path, name: str = "index.db") -> list[object]:
    with open_index(folder.parent / f"{folder.name}-{name}") as index:
        documents = [(d.id, d.name, d.status, d.message, index.paths(d.id)) for d in index.documents()]
        return [documents, list(index.records()), index.subjects(), index.search("人员调动").total]


def test_two_processes_write_what_one_writes(folder: Path) -> None:
    steps: list[Step] = []
    several = _index(folder, progress=steps.append)
    assert (several.new, several.same, several.failed) == (4, 1, 2)
    assert [step.number for step in steps] == list(range(1, 8))
    alone = _index(folder, "alone.db", processes=None)
    assert (alone.new, alone.same, alone.failed) == (4, 1, 2)
    assert _content(folder) == _content(folder, "alone.db")


def test_a_crash_and_a_file_without_end_cost_only_themselves(folder: Path) -> None:
    for name, text in HARMFUL.items():
        (folder / name).write_text(text)
    done = _index(folder, timeout=10)
    statuses = {f.path.name: f.status for f in done.failures}
    assert statuses == {
        "坏.txt": "damaged",
        "炸.txt": "failed",
        "崩.txt": "crashed",
        "慢.txt": "too-slow",
        "大.txt": "too-large",
    }
    assert done.new == 4
    said = {f.path.name: f.message for f in done.failures}
    assert "SIGABRT" in said["崩.txt"] and "超过 10 秒" in said["慢.txt"] and "内存" in said["大.txt"]


def test_processes_given_up_all_together_are_begun_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As pebble does when a process dies before it has said which file it reads."""
    found, broken = PoolManager.find_expired_task, []

    def once(manager: PoolManager, worker: int) -> object:
        if not broken:
            broken.append(worker)
            raise BrokenProcessPool("All workers expired")
        return found(manager, worker)

    monkeypatch.setattr(PoolManager, "find_expired_task", once)
    (folder / "崩.txt").write_text("崩")
    done = _index(folder, processes=1)
    assert broken
    assert {f.path.name: f.status for f in done.failures} == {
        "坏.txt": "damaged",
        "炸.txt": "failed",
        "崩.txt": "crashed",
    }
    assert (done.new, done.same) == (4, 1)


def test_processes_that_are_always_given_up_end_in_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(manager: PoolManager, worker: int) -> object:
        raise BrokenProcessPool("All workers expired")

    monkeypatch.setattr(PoolManager, "find_expired_task", never)
    for file in folder.iterdir():
        file.unlink()
    (folder / "崩.txt").write_text("崩")
    assert [f.status for f in _index(folder, processes=1).failures] == ["crashed"]


def test_what_failed_is_tried_again_when_asked(folder: Path) -> None:
    (folder / "慢.txt").write_text("慢")
    _index(folder, timeout=10)
    assert _index(folder, extract=_patient).unchanged == 8
    again = _index(folder, extract=_patient, retry=True)
    assert (again.changed, again.unchanged, again.failed) == (2, 6, 0)


def test_a_file_that_changes_while_it_is_read_is_read_again(folder: Path) -> None:
    done = _index(folder, extract=_written_meanwhile)
    assert {f.path.name: f.status for f in done.failures}["七.txt"] == "changing"
    again = _index(folder)
    assert (again.failed, again.changed) == (0, 1)


def test_a_lexicon_that_cannot_be_used_ends_the_run_with_its_sentence(folder: Path) -> None:
    with pytest.raises(JuesuanError, match="词表"):
        _index(folder, extract=_without_lexicon)


def _patient(path: Path) -> Extraction:
    """Reads everything."""
    return made(name=path.name, data=path.read_bytes())


def _written_meanwhile(path: Path) -> Extraction:
    if path.name == "七.txt":
        path.write_text("七，后来又写了些")
    return made_extract(path)


def _without_lexicon(path: Path) -> Extraction:
    raise JuesuanError("词表用不了。", exit_code=2)


@pytest.mark.parametrize("way", ["script", "stdin"])
def test_a_script_needs_no_guard(folder: Path, tmp_path_factory: pytest.TempPathFactory, way: str) -> None:
    db = tmp_path_factory.mktemp("out") / "index.db"
    program = (
        "from pathlib import Path; from extractor.pipeline import index_paths; from tests.made import made_extract\n"
        f"print(index_paths([Path({str(folder)!r})], Path({str(db)!r}), extract=made_extract, processes=2).new)\n"
    )
    script = db.with_name("script.py")
    script.write_text(program)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, *(["-"] if way == "stdin" else [str(script)])],
        input=program if way == "stdin" else None,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout, done.returncode) == ("4\n", 0), done.stderr


def test_what_is_done_is_written_while_a_file_takes_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file waits until something is done meanwhile."""
    monkeypatch.setattr("extractor.workers.LONG", 0.05)
    sign = tmp_path / "sign"
    (tmp_path / "一.txt").write_text("一")
    (tmp_path / "二.txt").write_text(f"等{sign}")
    workers = Workers(2, extract=_waiting)
    with closing(workers):
        begun = [workers.begin(tmp_path / name, name) for name in ("一.txt", "二.txt")]
        for each in begun:
            made = each(sign.touch)
            assert isinstance(made, Compact) and made.rows > 0


def _waiting(path: Path) -> Extraction:
    text = path.read_text()
    deadline = time.monotonic() + 60
    while text.startswith("等") and not Path(text[1:]).exists():
        assert time.monotonic() < deadline, "nothing was done meanwhile"
        time.sleep(0.01)
    return made_extract(path)
