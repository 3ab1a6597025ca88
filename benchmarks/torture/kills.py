"""Indexing killed (SIGKILL) at random moments: the index stays whole, and a last run ends where an undisturbed one does."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.places import PROJECT
from extractor.errors import JuesuanError
from extractor.store import Filter, open_index
from tests.generator import generate

MARK = "JUESUAN_TORTURED"
"""In the environment of all that a run begins: its index."""
LONGEST = 120.0
"""Seconds that one run may take."""
KINDS = ("amount", "variance", "project", "indicator", "finding")
SOON = 10.0
"""Seconds after which nothing of a killed run may be there any more."""


@dataclass(slots=True)
class Killed:
    """What came of it: how often it was killed, and what was wrong afterwards."""

    kills: int = 0
    runs: int = 0
    documents: int = 0
    damaged: int = 0
    half: int = 0
    left_behind: int = 0
    different: int = 0

    @property
    def harm(self) -> int:
        """How many things were lost or left: 0 is what is wanted."""
        return self.damaged + self.half + self.left_behind + self.different


def kill(folder: Path, moments: int, reports: int = 24, seed: int = 0) -> Killed:
    """Kill indexing at `moments` random moments, in `folder`; a run that was not reached in time counts as none."""
    random = Random(seed)
    source = folder / "reports"
    source.mkdir(parents=True)
    for number in range(reports):
        (source / f"{number:03}.txt").write_text(generate(seed + number).text, encoding="utf-8")
    begun = time.monotonic()
    _index(source, folder / "whole.db").wait(LONGEST)
    usual = time.monotonic() - begun
    wanted, whole = exported(folder / "whole.db"), facts(folder / "whole.db")
    done, life = Killed(documents=reports), 0
    while done.kills < moments:
        life += 1
        db = folder / f"{life}.db"
        while True:
            run = _index(source, db, processes=random.choice((1, 2)))
            done.runs += 1
            try:
                run.wait(random.uniform(0.05, 1.0) * usual if done.kills < moments else LONGEST)
                break
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                done.kills += 1
                judged = judge(db, whole)
                done.damaged += judged.damaged
                done.half += judged.half
                done.left_behind += _left_behind(db)
        done.different += exported(db) != wanted
        for file in folder.glob(f"{db.name}*"):
            file.unlink()
    return done


def _index(source: Path, db: Path, processes: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extractor.cli", "index", str(source), "--db", str(db)]
    command += ["--processes", str(processes)]
    quiet = subprocess.DEVNULL
    mark = {**os.environ, MARK: str(db)}
    return subprocess.Popen(command, cwd=PROJECT, env=mark, stdin=quiet, stdout=quiet, stderr=quiet)


@dataclass(slots=True)
class Judged:
    """What is wrong with an index: whether it is damaged, and how many documents are not whole."""

    damaged: int = 0
    half: int = 0


def judge(db: Path, whole: dict[str, int]) -> Judged:
    """The index opens, is sound, and holds whole documents only: `whole` has the rows of each by name."""
    judged = Judged()
    if not db.exists():  # killed before there was one
        return judged
    with closing(sqlite3.connect(db)) as connection:
        judged.damaged += connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok"
    try:
        judged.half = sum(count != whole.get(name) for name, count in facts(db).items())
    except JuesuanError:
        judged.damaged += 1
    return judged


def facts(db: Path) -> dict[str, int]:
    """By document: how many rows of all kinds it has."""
    with open_index(db) as index:
        return {
            document.name: sum(len(index.facts(kind, Filter(documents=[document.id]))) for kind in KINDS)
            + len(index.passages(document.id))
            for document in index.documents()
        }


def exported(db: Path) -> bytes:
    """The whole export of an index as JSON Lines."""
    target = db.with_suffix(".jsonl")
    command = [sys.executable, "-m", "extractor.cli", "export", "--db", str(db), "--format", "jsonl", "-o", str(target)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    written = target.read_bytes()
    target.unlink()
    return written


def _left_behind(db: Path) -> int:
    """Processes of the killed run that are still there after a while."""
    deadline = time.monotonic() + SOON
    while (there := _of(db)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for process in there:
        os.kill(process, signal.SIGKILL)
    return len(there)


def _of(db: Path) -> list[int]:
    """The processes that were begun for this index: the environment of each tells."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={db}\0".encode() in (entry / "environ").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found
