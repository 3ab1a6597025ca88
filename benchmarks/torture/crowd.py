"""One program writes the index while ten read it: no error, and no reader ever sees half a document."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path

from extractor.pipeline import index_paths
from extractor.store import Filter, open_index
from tests.made import made_extract

FILES = 30
FACTS = 12
"""Amounts of one made report: what a whole document has."""


@dataclass(slots=True)
class Crowd:
    """What came of it: runs of the writer, rounds of the readers, errors (as they were said), half documents seen."""

    writes: int = 0
    rounds: int = 0
    half: int = 0
    errors: tuple[str, ...] = ()

    @property
    def harm(self) -> int:
        """How many things went wrong: 0 is what is wanted."""
        return self.half + len(self.errors)


def crowd(folder: Path, seconds: float, readers: int = 10) -> Crowd:
    """Write and read an index in `folder` for so many seconds."""
    context = multiprocessing.get_context("spawn")
    source, db = folder / "reports", folder / "index.db"
    source.mkdir(parents=True)
    _write(source, 0)
    index_paths([source], db, extract=made_extract, version="1")
    end, told, ready = context.Event(), context.SimpleQueue(), context.Barrier(readers + 1)
    reading = [context.Process(target=_read, args=(db, end, told, ready)) for _ in range(readers)]
    for reader in reading:
        reader.start()
    ready.wait()
    done = Crowd()
    deadline = time.monotonic() + seconds
    errors: list[str] = []
    while time.monotonic() < deadline:
        done.writes += 1
        _write(source, done.writes)
        failed = index_paths([source], db, extract=made_extract, version="1", prune=True).failures
        errors += [failure.message for failure in failed]
    end.set()
    for _ in reading:
        rounds, half, wrong = told.get()
        done.rounds += rounds
        done.half += half
        errors += wrong
    for reader in reading:
        reader.join()
    done.errors = tuple(errors)
    return done


def _write(source: Path, turn: int) -> None:
    """Other content for a third of the files, and now and then one more or less."""
    for number in range(FILES):
        if number % 3 == turn % 3 or turn == 0:
            (source / f"{number:02}.txt").write_text(f"{number} {turn}")
    extra = source / "来去.txt"
    if turn % 2:
        extra.write_text(str(turn))
    else:
        extra.unlink(missing_ok=True)


def _read(db: Path, end: Event, told: SimpleQueue[tuple[int, int, list[str]]], ready: Barrier) -> None:
    """Open, list, search, count, again and again, once at least."""
    rounds, half = 0, 0
    errors: list[str] = []
    ready.wait()
    while not (rounds and end.is_set()):
        try:
            with open_index(db) as index:
                for document in index.documents()[:5]:
                    facts = len(index.facts("amount", Filter(documents=[document.id])))
                    half += facts not in (0, FACTS)  # 0: it was replaced meanwhile
                index.search("人员调动")
        except Exception as wrong:
            errors.append(f"{type(wrong).__name__}: {wrong}")
        rounds += 1
    told.put((rounds, half, errors))
