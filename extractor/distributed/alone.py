"""One file in a process of its own, which may crash or be ended: the same outcome as in `extractor.workers`.

The processes of a cluster may not have processes of multiprocessing; so this one is a program: pickle in, pickle out.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.messages import language, say, use
from extractor.report import Extraction
from extractor.workers import Refused, bound_memory, ended_by, extracted

if TYPE_CHECKING:
    from extractor.store.part import Part

Extract = Callable[[bytes, str], Extraction]
"""The facts in the bytes of a file of this name."""


def facts(extract: Extract | None, data: bytes, name: str) -> Part | Refused:
    """The rows of a file in this process; by juesuan's own extraction where `extract` is None."""
    return extracted(partial(_named, extract, data), Path(name), name)


def facts_alone(extract: Extract | None, data: bytes, name: str, timeout: float) -> Part | Refused:
    """The same in another process, which may take `timeout` seconds."""
    given = pickle.dumps((extract, data, name, timeout, language()))
    program = [sys.executable, "-m", "extractor.distributed.alone"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(program, input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    if done.returncode == -getattr(signal, "SIGALRM", 0):
        return Refused("too-slow", say("file.slow", seconds=f"{timeout:g}"))
    if done.returncode:
        return Refused("crashed", say("file.crashed", detail=ended_by(done.returncode)))
    made: Part | Refused = pickle.loads(done.stdout)
    return made


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Have the system end this process if it takes longer, whatever it is in; Windows has no such thing."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _named(extract: Extract | None, data: bytes, file: Path) -> Extraction:
    if extract is None:
        from extractor.extraction import extract_bytes  # spaCy: only when something is to be extracted

        extract = extract_bytes
    return extract(data, file.as_posix())


def main() -> None:
    """What was given on standard input, extracted; the outcome on standard output."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no outcome
    extract, data, name, timeout, lang = pickle.load(sys.stdin.buffer)
    use(lang)
    bound_memory()
    import extractor.extraction  # noqa: F401  # loading it is not the file's time

    with within(timeout):
        made = facts(extract, data, name)
    pickle.dump(made, out)
    out.close()


if __name__ == "__main__":
    main()
