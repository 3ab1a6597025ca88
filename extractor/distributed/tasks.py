"""What a worker of the cluster does: a batch of files in, a part out. Nothing of it depends on another batch."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from extractor.distributed.alone import Extract, facts, facts_alone, within
from extractor.distributed.listing import Entry, fetch
from extractor.distributed.parts import Parts
from extractor.errors import JuesuanError
from extractor.lexicon import OWN, forget
from extractor.messages import say, use
from extractor.pipeline import extraction_version
from extractor.report import Unreadable
from extractor.store.part import Part, Rows, unread
from extractor.workers import Refused

_ONE = threading.Lock()
"""The libraries that read PDF are not made for several threads."""


@dataclass(frozen=True, slots=True)
class Job:
    """What holds for all batches of a run: where the parts go, `timeout` seconds a file; the version of the extraction,
    the folder of one's own lexicon and the language, which every worker must share."""

    place: str
    version: str
    timeout: float
    lexicon: str | None
    lang: str
    extract: Extract | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one file."""

    entry: Entry
    status: str
    message: str | None = None
    detail: str | None = None


def run(job: Job, batch: str, entries: Sequence[Entry], alone: bool = False) -> list[Done]:
    """Extract the files and write them as the part `batch`; `alone`: each in a process of its own, as one may be the
    death of this worker."""
    with _ONE:
        _prepare(job)
        made = [(entry, _outcome(job, entry, alone)) for entry in entries]
    return write(job, batch, made)


def write(job: Job, batch: str, made: Sequence[tuple[Entry, Part | tuple[str, Refused]]]) -> list[Done]:
    """Write what was made of files (of one that could not be read: its digest and why) as the part `batch`."""
    parts, done = [], []
    for entry, outcome in made:
        if isinstance(outcome, Part):
            parts.append((entry, outcome))
            done.append(Done(entry, "ok"))
        else:
            digest, why = outcome
            row = unread(entry.name, why.status, why.message)
            parts.append((entry, Part(digest, {"documents": Rows(tuple(row), [tuple(row.values())])})))
            done.append(Done(entry, why.status, why.message, why.detail))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    Parts(job.place).write(batch, parts, job.version, now)
    return done


def _prepare(job: Job) -> None:
    """This process speaks the language and has the words of the one that sent the job, or says that it cannot."""
    use(job.lang)
    if os.environ.get(OWN) != job.lexicon:
        os.environ.pop(OWN, None)
        if job.lexicon:
            os.environ[OWN] = job.lexicon
        forget()
    if job.extract is None and (own := extraction_version()) != job.version:
        raise JuesuanError(say("engine.version", own=own, version=job.version))


def _outcome(job: Job, entry: Entry, alone: bool) -> Part | tuple[str, Refused]:
    try:
        data = fetch(entry)
    except Unreadable as wrong:
        return "", Refused(wrong.status, wrong.message)
    except OSError as wrong:
        return "", Refused("unreadable", say("file.unreadable", detail=wrong.strerror or wrong))
    if alone:
        made = facts_alone(job.extract, data, entry.name, job.timeout)
    else:
        with within(job.timeout):
            made = facts(job.extract, data, entry.name)
    return (hashlib.sha256(data).hexdigest(), made) if isinstance(made, Refused) else made
