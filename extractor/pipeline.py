"""Many files into one index: what is new, what changed, one transaction a document, progress told to the caller."""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import extractor
from extractor.errors import JuesuanError
from extractor.lexicon import own_files
from extractor.messages import say
from extractor.readers import abilities, members
from extractor.readers.archive import on_disk
from extractor.report import Extraction, Unreadable
from extractor.store.writer import Source, Writer, stored_path

log = logging.getLogger("juesuan")

Extract = Callable[[Path], Extraction]
Progress = Callable[["Step"], None]

_EXTRACTION = (
    *("readers", "structure", "language", "lexicon", "facts", "checks"),
    *("records.py", "report.py", "extraction.py"),
)
_CODE_AND_DATA = (".py", ".toml", ".csv", ".txt")
_NOT_REPORTS = ("~$", ".")
_DATABASE = ("", "-wal", "-shm", "-journal")


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


def index_paths(
    paths: Sequence[Path],
    db: Path,
    *,
    extract: Extract | None = None,
    progress: Progress | None = None,
    prune: bool = False,
    version: str | None = None,
) -> Outcome:
    """Bring the index at `db` up to date with the files and folders in `paths`.

    Files whose content is known are skipped; a file that cannot be read becomes a document with a status. `prune`
    forgets files below `paths` that are gone. Ctrl-C ends the run after the documents already written.
    """
    missing = [path for path in paths if not path.exists()]
    if missing and not prune:
        raise JuesuanError(say("path.missing", path=missing[0]), exit_code=2)
    files = list(_reports(paths, db))
    if not files and not prune:
        raise JuesuanError(say("path.empty", path="、".join(map(str, paths))))
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    interrupted = False
    with Writer(db, version or extraction_version()) as writer:
        run = _Run(writer, extract or _extract(), failures)
        for archive in {on_disk(file) for file in files} - {*files}:
            writer.remove(stored_path(archive))  # it may have been a file that could not be opened
        try:
            for number, file in enumerate(files, 1):
                outcome, size = run.one(file)
                counts[outcome] += 1
                if progress:
                    progress(Step(file, number, len(files), size, outcome))
            counts["removed"] = len(writer.prune(paths)) if prune else 0
        except KeyboardInterrupt:
            interrupted = True
        if counts.total() > counts["unchanged"]:
            writer.drop_unused_subjects()
    return Outcome(**counts, failures=tuple(failures), interrupted=interrupted)


class _Run:
    """One run over many files."""

    def __init__(self, writer: Writer, extract: Extract, failures: list[Failure]) -> None:
        self.writer, self.extract, self.failures = writer, extract, failures

    def one(self, file: Path) -> tuple[str, int]:
        """Bring one file up to date; its outcome and its size in bytes."""
        try:
            source = Source.of(file)
            if self.writer.seen(source):
                return "unchanged", source.size
            known = self.writer.knows(source.path)
            if self.writer.link(source):
                return ("unchanged" if known else "same"), source.size
        except Unreadable as wrong:  # in an archive, with a password or damaged
            return self._failed(Source(file, -1, -1), wrong.status, wrong.message), 0
        except OSError as wrong:  # gone since the folder was listed, a dangling link, no permission
            return self._failed(Source(file, -1, -1), "unreadable", say("file.unreadable", detail=wrong.strerror)), 0
        return self._extracted(source, known), source.size

    def _extracted(self, source: Source, known: bool) -> str:
        try:
            self.writer.add(self.extract(source.file), source)
        except Unreadable as wrong:
            return self._failed(source, wrong.status, wrong.message)
        except JuesuanError:  # the index cannot be written: no use going on
            raise
        except Exception as fault:
            # A fault of ours in one file must not cost the user the others.
            log.exception("extraction of %s failed", source.path)
            return self._failed(source, "failed", say("file.failed", detail=f"{type(fault).__name__}: {fault}"))
        return "changed" if known else "new"

    def _failed(self, source: Source, status: str, message: str) -> str:
        self.writer.add_unreadable(source, status, message)
        self.failures.append(Failure(source.file, status, message))
        return "failed"


def _reports(paths: Iterable[Path], db: Path) -> Iterator[Path]:
    """The files named and those in the folders named, sorted, each once; hidden, lock and index files left out."""
    ours = {f"{os.path.abspath(db)}{suffix}" for suffix in _DATABASE}
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
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(here, name)
            # A dangling link is a file that cannot be read; a pipe or socket is no file at all.
            if not name.startswith(_NOT_REPORTS) and (file.is_file() or not file.exists()):
                yield file


def _extract() -> Extract:
    from extractor.extraction import extract  # spaCy: only when something is to be extracted

    return extract


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
