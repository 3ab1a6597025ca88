"""Many files into one index: what is new, what changed, one transaction a document, progress told to the caller."""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import extractor
from extractor import events
from extractor.errors import JuesuanError
from extractor.lexicon import own_files
from extractor.messages import say
from extractor.readers import abilities, check_size, members
from extractor.readers.archive import on_disk
from extractor.report import Unreadable
from extractor.store.compact import Compact
from extractor.store.writer import Source, Writer, stored_path
from extractor.workers import TIMEOUT, Begun, Extract, Extractor, Here, Refused, Workers, cores

Progress = Callable[["Step"], None]

_EXTRACTION = (
    *("readers", "structure", "language", "lexicon", "facts", "checks"),
    *("records.py", "report.py", "extraction.py", "faults.py"),
)
_CODE_AND_DATA = (".py", ".toml", ".csv", ".txt")
NOT_REPORTS = ("~$", ".")
_BESIDE = (".corrections.jsonl", ".organisations.jsonl")
"""Endings of what people decided, in files beside the index."""
_DATABASE = ("", "-wal", "-shm", "-journal")
PARTS = ".parts"
"""Ends the name of a folder of what was extracted elsewhere (extractor/distributed)."""
_COUNTED = ("pages", "amounts", "variances", "projects", "indicators", "findings", "unbound")
"""Tables whose rows of a document the log counts."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: `status` for programs, `message` for people."""

    path: Path
    status: str
    message: str


@dataclass(frozen=True, slots=True)
class Step:
    """One file dealt with, the `number`-th of `total`: new, changed, unchanged, same (as another file) or failed."""

    path: Path
    number: int
    total: int
    size: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did, in files. `same` have the content of another file; `interrupted` where Ctrl-C ended the run."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    same: int = 0
    failed: int = 0
    removed: int = 0
    failures: tuple[Failure, ...] = ()
    interrupted: bool = False

    @property
    def files(self) -> int:
        """The files that were looked at."""
        return self.new + self.changed + self.unchanged + self.same + self.failed


class NothingToRead(JuesuanError):
    """There are no reports where they were looked for."""


def index_paths(
    paths: Sequence[Path],
    db: Path,
    *,
    extract: Extract | None = None,
    progress: Progress | None = None,
    prune: bool = False,
    version: str | None = None,
    processes: int | None = None,
    timeout: float = TIMEOUT,
    retry: bool = False,
) -> Outcome:
    """Bring the index at `db` up to date with the files and folders in `paths`.

    Files whose content is known are skipped; a file that cannot be read, takes longer than `timeout` seconds or crashes
    its reader becomes a document with a status; `retry` has such ones tried again. `prune` forgets files below `paths` that are gone. Ctrl-C ends the run
    after the documents already written. Extraction, by `extract` where that is given, is done by `processes` processes
    (None: one a core), with `extract` and no `processes` in this one.
    """
    begun = time.monotonic()
    missing = [path for path in paths if not path.exists()]
    if missing and not prune:
        raise JuesuanError(say("path.missing", path=missing[0]), exit_code=2)
    files = list(reports(paths, db))
    if not files and not prune:
        raise NothingToRead(say("path.empty", path="、".join(map(str, paths))))
    extractor: Extractor = Workers(min(processes or cores(), len(files) or 1), timeout, extract)
    if extract and processes is None:
        extractor = Here(extract)
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    interrupted = False
    with Writer(db, version or extraction_version()) as writer, closing(extractor):
        if retry:
            writer.forget_failures()
        for archive in {on_disk(file) for file in files} - {*files}:
            writer.remove(stored_path(archive))  # it may have been a file that could not be opened
        try:
            for number, (file, outcome, size) in enumerate(_Run(writer, extractor, failures).all(files), 1):
                counts[outcome] += 1
                if progress:
                    progress(Step(file, number, len(files), size, outcome))
            counts["removed"] = len(writer.prune(paths)) if prune else 0
        except KeyboardInterrupt:
            interrupted = True
        if counts.total() > counts["unchanged"]:
            writer.drop_unused_subjects()
    events.event("indexed", **counts, interrupted=interrupted, seconds=time.monotonic() - begun)
    return Outcome(**counts, failures=tuple(failures), interrupted=interrupted)


@dataclass(slots=True)
class _Job:
    """A file on its way: what came of it where that is known, else what waits for it.

    `begun` is None too where a file with the same content is on its way before it.
    """

    source: Source
    known: bool = False
    outcome: str | None = None
    begun: Begun | None = None


class _Run:
    """One run over many files: they are written in the order given, whichever is extracted first."""

    def __init__(self, writer: Writer, extractor: Extractor, failures: list[Failure]) -> None:
        self.writer, self.extractor, self.failures = writer, extractor, failures
        self._coming: Counter[str] = Counter()

    def all(self, files: Iterable[Path]) -> Iterator[tuple[Path, str, int]]:
        """Bring every file up to date: each with its outcome and its size in bytes, in the order given."""
        jobs: deque[_Job] = deque()
        for file in files:
            jobs.append(self._job(file))
            while jobs and (len(jobs) > self.extractor.ahead or jobs[0].outcome):
                yield self._done(jobs.popleft())
        while jobs:
            yield self._done(jobs.popleft())

    def _job(self, file: Path) -> _Job:
        """What is to be done with a file, begun."""
        try:
            source = Source.of(file)
            if on_disk(file) == file:  # before all of it is read for its digest
                check_size(source.size)
            if self.writer.seen(source):
                return _Job(source, outcome="unchanged")
            known = self.writer.knows(source.path)
            if outcome := self._linked(source, known):
                return _Job(source, outcome=outcome)
        except Unreadable as wrong:  # in an archive, with a password or damaged; or too large
            return self._unopened(file, Refused(wrong.status, wrong.message))
        except OSError as wrong:  # gone since the folder was listed, a dangling link, no permission
            return self._unopened(file, Refused("unreadable", say("file.unreadable", detail=wrong.strerror)))
        self._coming[source.sha256] += 1
        if self._coming[source.sha256] > 1:
            return _Job(source, known)
        return _Job(source, known, begun=self.extractor.begin(file, source.name))

    def _done(self, job: _Job) -> tuple[Path, str, int]:
        if job.outcome is None:
            self._coming[job.source.sha256] -= 1
            if job.begun is None:
                job.outcome = self._linked(job.source, job.known)
            if job.outcome is None:
                begun = job.begun or self.extractor.begin(job.source.file, job.source.name)
                job.outcome = self._written(job, begun(self.writer.flush))
        return job.source.file, job.outcome, max(0, job.source.size)

    def _linked(self, source: Source, known: bool) -> str | None:
        """The outcome for a file whose content the index holds; None where it does not."""
        if not self.writer.link(source):
            return None
        return "unchanged" if known else "same"

    def _written(self, job: _Job, made: Compact | Refused) -> str:
        if isinstance(made, Refused):
            return self._failed(job.source, made)
        if made.sha256 != job.source.sha256:
            return self._failed(job.source, Refused("changing", say("file.changing")), again=True)
        self.writer.add_part(made, job.source)
        outcome = "changed" if job.known else "new"
        counts = {name: len(made.tables[name].values) for name in _COUNTED if name in made.tables}
        events.event(outcome, file=job.source.path, bytes=job.source.size, **counts)
        return outcome

    def _unopened(self, file: Path, why: Refused) -> _Job:
        source = Source(file, -1, -1)
        return _Job(source, outcome=self._failed(source, why, again=True))

    def _failed(self, source: Source, why: Refused, again: bool = False) -> str:
        self.writer.add_unreadable(source, why.status, why.message, again)
        events.event("refused", events.WARNING, file=source.path, status=why.status, bytes=source.size)
        self.failures.append(Failure(source.file, why.status, why.message))
        return "failed"


def reports(paths: Iterable[Path], db: Path) -> Iterator[Path]:
    """The files named and those in the folders named, sorted, each once; hidden, lock and index files left out."""
    ours = {f"{os.path.abspath(db)}{suffix}" for suffix in _DATABASE}
    ours |= {os.path.abspath(db.with_name(f"{db.stem}{suffix}")) for suffix in _BESIDE}
    ours |= {str(log[0]) for log in [events.where()] if log}
    met: set[str] = set()
    for path in paths:
        for file in [path] if path.is_file() else _walk(path):
            where = os.path.abspath(file)
            if where not in met and where not in ours:
                met.add(where)
                yield from _opened(file)


def _opened(file: Path) -> Iterator[Path]:
    """The members of an archive, else the file; an archive that cannot be opened says why when it is read."""
    try:
        yield from members(file)
    except (Unreadable, OSError):
        yield file


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(PARTS))
        for name in sorted(names):
            file = Path(here, name)
            # A dangling link is a file that cannot be read; a pipe or socket is no file at all.
            if not name.startswith(NOT_REPORTS) and (file.is_file() or not file.exists()):
                yield file


@cache
def extraction_version() -> str:
    """The version of the extraction: that of the package and a digest of its code and lexicon, one's own included,
    and of the programs that it found for the formats it cannot read alone.

    Whoever edits the lexicon gets all reports extracted anew by the next run.
    """
    root = Path(extractor.__file__).parent
    digest = hashlib.sha256()
    for top in _EXTRACTION:
        for file in sorted(root.joinpath(top).rglob("*")) or [root / top]:
            if file.suffix in _CODE_AND_DATA and file.is_file():
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    digest.update(" ".join(abilities()).encode())
    for file in own_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{extractor.__version__}+{digest.hexdigest()[:12]}"
