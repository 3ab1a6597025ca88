"""A folder watched: new and changed files are indexed as they arrive (watchfiles tells of them)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from extractor import events
from extractor.pipeline import NothingToRead, Outcome, index_paths
from extractor.workers import Extract

SETTLED = 1600
"""Milliseconds without a change after which a file counts as arrived: copying a large one takes a while."""


def watch(
    paths: Sequence[Path],
    db: Path,
    *,
    prune: bool = False,
    stop: Event | None = None,
    extract: Extract | None = None,
    settled: int = SETTLED,
) -> Iterator[Outcome]:
    """What indexing did: first of all files there are, then after every change below `paths`, until `stop` or Ctrl-C.

    Changes of the index itself, which may lie in the folder, are none.
    """
    from watchfiles import DefaultFilter  # only here: it is compiled, and seldom wanted
    from watchfiles import watch as changes

    ours = os.path.abspath(db)
    own = {ours, *(f"{ours}{ending}" for ending in ("-wal", "-shm", "-journal"))}
    own |= {str(log[0]) for log in [events.where()] if log}
    beside = f"{Path(ours).parent / Path(ours).stem}."
    usual = DefaultFilter()

    def counts(change: object, path: str) -> bool:
        hidden = Path(path).name.startswith((".", "~$"))
        return not hidden and path not in own and not path.startswith(beside) and usual(change, path)  # type: ignore[arg-type]

    done = _index(paths, db, prune, extract)
    if done:
        yield done
    for _ in changes(*paths, watch_filter=counts, stop_event=stop, step=settled, debounce=settled * 4):
        done = _index(paths, db, prune, extract)
        if done:
            yield done
            if done.interrupted:
                return


def _index(paths: Sequence[Path], db: Path, prune: bool, extract: Extract | None) -> Outcome | None:
    """None where there is nothing to index yet."""
    try:
        return index_paths(paths, db, prune=prune, extract=extract)
    except NothingToRead:
        return None
