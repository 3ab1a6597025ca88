"""Parts into an index: the documents in the order in which they were listed, as one process would have written them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.distributed.listing import is_address, local
from extractor.distributed.parts import Parts, Stored
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.pipeline import Failure, Outcome, Progress, Step
from extractor.store.part import Part
from extractor.store.writer import Source, Writer, stored_path


@dataclass(frozen=True)
class Held(Source):
    """A file that was read elsewhere: what is known of it."""

    stored: str = ""
    called: str = ""
    digest: str = ""

    @property
    def path(self) -> str:
        """The path or the address as stored."""
        return self.stored

    @property
    def name(self) -> str:
        """What the document is called."""
        return self.called

    @property
    def sha256(self) -> str:
        """The digest of what was read; empty where nothing was."""
        return self.digest


def merge(place: str, db: Path, progress: Progress | None = None, below: str | None = None) -> Outcome:
    """Bring the index at `db` up to date with the parts at `place`; what it holds already is skipped, and so are files
    that do not lie at or below the path or address `below`, where it is given.

    A file that the parts hold several times counts as it was last. The index is of the version of the parts.
    """
    parts = Parts(place)
    if parts.version is None:
        raise JuesuanError(say("parts.empty", place=place))
    latest = sorted((one for one in parts.latest.values() if _lies(one.path, below)), key=lambda one: one.number)
    if not latest:
        raise JuesuanError(say("parts.below", place=place, below=below))
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    interrupted = False
    with Writer(db, parts.version) as writer:
        try:
            for one, part in _documents(parts, latest, writer):
                outcome = _written(writer, one, part)
                counts[outcome] += 1
                if outcome == "failed":
                    failures.append(Failure(Path(one.path), one.status, one.message or ""))
                if progress:
                    progress(Step(Path(one.name), counts.total(), len(latest), max(0, one.size), outcome))
        except KeyboardInterrupt:
            interrupted = True
        if counts.total() > counts["unchanged"]:
            writer.drop_unused_subjects()
    return Outcome(**counts, failures=tuple(failures), interrupted=interrupted)


def _documents(parts: Parts, latest: list[Stored], writer: Writer) -> Iterator[tuple[Stored, Part | None]]:
    """Every document with its rows; without them where the index has seen it, and then they are not even read."""
    by_batch: dict[str, list[Stored]] = {}
    for one in latest:
        by_batch.setdefault(one.batch, []).append(one)
    for batch, own in by_batch.items():
        if all(writer.seen(_source(one)) for one in own):
            yield from ((one, None) for one in own)
        else:
            rows = dict(parts.read(batch))
            yield from ((one, rows[one.number]) for one in own)


def _lies(path: str, below: str | None) -> bool:
    if below is None:
        return True
    top = (below if is_address(below) else stored_path(local(below))).rstrip("/")
    return path == top or path.startswith((f"{top}/", f"{top}{os.sep}"))


def _source(one: Stored) -> Held:
    file = Path() if is_address(one.path) else Path(one.path)
    return Held(file, one.size, one.mtime_ns, one.path, one.name, one.sha256)


def _written(writer: Writer, one: Stored, part: Part | None) -> str:
    source = _source(one)
    if part is None or writer.seen(source):
        return "unchanged"
    known = writer.knows(source.path)
    if writer.link(source):
        return "unchanged" if known else "same"
    if one.status != "ok":
        writer.add_unreadable(source, one.status, one.message or "", again=not one.sha256)
        return "failed"
    writer.add_part(part, source)
    return "changed" if known else "new"
