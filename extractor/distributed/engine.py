"""Extraction by a dask cluster: batches sent out, parts written by its workers, what came of them told as it comes.

dask hands a batch whose worker died to another worker; one that killed several is broken up, and each of its files read in
a process of its own: the file that did it is found, and costs only itself.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from extractor import events
from extractor.distributed import tasks
from extractor.distributed.alone import Extract
from extractor.distributed.listing import Entry, entries
from extractor.distributed.needed import needed
from extractor.distributed.parts import Parts, Stored
from extractor.distributed.tasks import Done, Job
from extractor.errors import JuesuanError
from extractor.lexicon import OWN
from extractor.messages import language, say
from extractor.pipeline import Failure, NothingToRead, Outcome, Progress, Step, extraction_version
from extractor.store.writer import FAILURES
from extractor.workers import TIMEOUT, Refused, cores

BATCH = 50
"""Files of a part, at most."""
CONNECT = 15.0
"""Seconds to wait for a scheduler."""
_AHEAD = 4
"""Batches that every worker has waiting, so that none waits itself."""
_LEAST = 64
"""Batches that are waiting even where there are few workers: a cluster that grows by need sees it by them."""
_DEATHS = 1
"""Workers that a batch may cost before it is broken up, on a cluster of our own."""


@contextmanager
def connected(scheduler: str | None = None, processes: int | None = None) -> Iterator[Any]:
    """A client of the cluster at the address of its scheduler, or of one on this machine, of `processes` workers (None:
    one a core), which ends with the block. JuesuanError where there is none."""
    distributed = needed("distributed")
    dask = needed("dask")
    _quiet()
    if scheduler:
        try:
            client = distributed.Client(scheduler, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError, TypeError) as wrong:
            raise JuesuanError(say("engine.none", address=scheduler), exit_code=2) from wrong
        with client:
            yield client
        return
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": _DEATHS}),
        distributed.LocalCluster(
            n_workers=processes or cores(),
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        yield client


def _quiet() -> None:
    """What came of a run we say ourselves."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def extract_to_parts(
    places: Sequence[str],
    place: str,
    client: Any,
    *,
    db: Path = Path("index.db"),
    progress: Progress | None = None,
    timeout: float = TIMEOUT,
    retry: bool = False,
    extract: Extract | None = None,
    version: str | None = None,
    batch: int | None = None,
) -> Outcome:
    """Extract the files at `places` (folders, files, addresses) to the parts at `place`, by the cluster of `client`.

    Files that the parts hold, as they are now and by this version, are skipped; `retry` has those tried again that
    failed. A part has at most `batch` files. Ctrl-C ends the run after the parts already written.
    """
    parts = Parts(place)
    version = version or extraction_version()
    if parts.version not in (None, version):
        raise JuesuanError(say("parts.version", place=place, other=parts.version, version=version))
    found = list(entries(places, db))
    if not found:
        raise NothingToRead(say("path.empty", path="、".join(places)))
    held = parts.latest
    wanted = [entry for entry in found if not _is_held(held.get(entry.path), entry, retry)]
    last = max((one.number for one in parts.stored), default=0)
    numbered = [replace(entry, number=number) for number, entry in enumerate(wanted, last + 1)]
    job = Job(place, version, timeout, os.environ.get(OWN), language(), extract)
    counts: Counter[str] = Counter(unchanged=len(found) - len(wanted))
    failures: list[Failure] = []
    interrupted = False
    try:
        for done in _Sending(client, job).all(_batches(numbered, batch or _size(len(numbered), client))):
            outcome = _outcome(done, held)
            counts[outcome] += 1
            if outcome == "failed":
                failures.append(Failure(Path(done.entry.path), done.status, done.message or ""))
            level = events.WARNING if outcome == "failed" else events.INFO
            events.event(outcome, level, file=done.entry.path, status=done.status, bytes=done.entry.size)
            if done.detail:  # of another machine, perhaps, whose log nobody reads
                events.event("extraction.trace", events.DEBUG, file=done.entry.path, trace=done.detail)
            if progress:
                at = counts.total()
                progress(Step(Path(done.entry.name), at, len(found), max(0, done.entry.size), outcome))
    except KeyboardInterrupt:
        interrupted = True
    return Outcome(**counts, failures=tuple(failures), interrupted=interrupted)


class _Sending:
    """One run: batches go out, a few for every worker, and more as they come back."""

    def __init__(self, client: Any, job: Job) -> None:
        self._distributed = needed("distributed")
        self._client, self._job = client, job
        self._sent: dict[str, tuple[list[Entry], bool]] = {}

    def all(self, batches: Iterator[list[Entry]]) -> Iterator[Done]:
        """What came of every file, in the order in which it comes."""
        running = self._distributed.as_completed(loop=self._client.loop)
        self._more(running, batches)
        try:
            for future in running:
                if future.status in ("lost", "pending") and self._client.status == "running":
                    running.add(future)  # its worker died before it had handed over the result: it is made again
                    continue
                files, alone = self._sent.pop(future.key)
                done = self._came(future, files, alone)
                if done is None:
                    for entry in files:
                        running.add(self._send([entry], alone=True))
                    continue
                yield from done
                self._more(running, batches)
        finally:
            if self._client.status == "running":
                self._client.cancel([self._distributed.Future(key, self._client) for key in self._sent])

    def _more(self, running: Any, batches: Iterator[list[Entry]]) -> None:
        """Send out as many as the cluster, as large as it is now, should have."""
        wanted = max(_LEAST, _AHEAD * _threads(self._client)) - len(self._sent)
        for files in islice(batches, max(0, wanted)):
            running.add(self._send(files))

    def _send(self, files: list[Entry], alone: bool = False) -> Any:
        name = _name(files)
        key = f"juesuan-{name}{'-alone' if alone else ''}"
        self._sent[key] = (files, alone)
        return self._client.submit(tasks.run, self._job, name, files, alone, key=key, pure=False)

    def _came(self, future: Any, files: list[Entry], alone: bool) -> list[Done] | None:
        """What came of a batch; None where it killed its workers and is to be broken up."""
        if future.status == "finished":
            done: list[Done] = future.result()
            return done
        wrong = future.exception() if future.status == "error" else None
        if isinstance(wrong, self._distributed.KilledWorker):
            if not alone:
                return None
            why = Refused("crashed", say("file.crashed", detail="worker"))
            return tasks.write(self._job, _name(files), [(entry, ("", why)) for entry in files])
        if isinstance(wrong, JuesuanError):
            raise wrong
        if wrong is None:
            raise JuesuanError(say("engine.lost"))
        raise JuesuanError(say("engine.failed", detail=f"{type(wrong).__name__}: {wrong}")) from wrong


def _is_held(one: Stored | None, entry: Entry, retry: bool) -> bool:
    """True where the parts hold the file as it is; what could not even be opened is always tried again."""
    if one is None or (one.size, one.mtime_ns) != (entry.size, entry.mtime_ns) or entry.size < 0:
        return False
    return one.status == "ok" or (bool(one.sha256) and not (retry and one.status in FAILURES))


def _outcome(done: Done, held: dict[str, Stored]) -> str:
    if done.status != "ok":
        return "failed"
    return "changed" if done.entry.path in held else "new"


def _batches(files: list[Entry], size: int) -> Iterator[list[Entry]]:
    return (files[at : at + size] for at in range(0, len(files), size))


def _size(files: int, client: Any) -> int:
    """Files of a batch: that every worker gets several, that there are not more parts than need be."""
    return max(1, min(BATCH, files // (_AHEAD * max(1, _threads(client)))))


def _threads(client: Any) -> int:
    """Of all workers; JuesuanError where there is no cluster any more."""
    if client.status in ("closing", "closed"):
        raise JuesuanError(say("engine.lost"))
    return sum(client.nthreads().values())


def _name(files: Sequence[Entry]) -> str:
    """Of a part: the first number, so that parts sort as they were listed, and a digest, as another run may have it too."""
    digest = hashlib.sha256("\0".join(f"{one.number} {one.path}" for one in files).encode("utf-8", "backslashreplace"))
    return f"{files[0].number:010d}-{digest.hexdigest()[:12]}"
