"""Extraction in processes of its own: all cores at work, and a file that hangs or crashes its reader costs only itself.

The processes are pebble's: it ends the one that takes too long or died and begins another, which the pool of the
standard library does not. They begin from a server that has loaded everything once, so another is there at once.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property, partial
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pebble import ProcessExpired, ProcessPool

from extractor import events
from extractor.errors import JuesuanError
from extractor.lexicon import OWN, forget
from extractor.messages import language, say, use
from extractor.report import Extraction, Unreadable

if TYPE_CHECKING:
    from extractor.store.compact import Compact
    from extractor.store.part import Part

TIMEOUT = 300.0
"""Seconds that one file may take."""
LONG = 1.0
"""Seconds after which one has waited long for a file."""
TRIES = 3
"""Times that a file is given to new processes when all were given up together, whose fault it may not be."""
MEMORY = 8 << 30
"""Bytes of address space that the extraction of one file may take, where the system can bound it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that no facts were read from: `status` for programs, `message` for people, `detail` for the log."""

    status: str
    message: str
    detail: str | None = None


Extract = Callable[[Path], Extraction]
Meanwhile = Callable[[], None]
Begun = Callable[[Meanwhile], "Compact | Refused"]
"""What is being extracted: called, it waits and says what came of it. What it is called with is done meanwhile, once,
where that takes long."""


class Extractor(Protocol):
    """Where extraction happens; `ahead`: how many files it may be given before the first is waited for."""

    ahead: int

    def begin(self, file: Path, name: str) -> Begun:
        """Have a file extracted; its rows are stored under `name`."""

    def close(self) -> None:
        """No more files: what is not done is given up."""


class Here:
    """Extraction in this process, by `extract`."""

    ahead = 0

    def __init__(self, extract: Extract) -> None:
        self._extract = extract

    def begin(self, file: Path, name: str) -> Begun:
        """Done when it is called."""
        return lambda _: _compact(self._extract, file, name)

    def close(self) -> None:
        """Nothing goes on."""


class Workers:
    """Extraction by `processes` processes, begun when there is a first file; `timeout` seconds a file.

    `extract` is a function of a module that the processes can import; None: that of juesuan.
    """

    def __init__(self, processes: int, timeout: float = TIMEOUT, extract: Extract | None = None) -> None:
        self.ahead = min(128 * processes, 512)  # the processes have work while many documents are written
        self._extract = extract
        self._processes = processes
        self._timeout = timeout

    def begin(self, file: Path, name: str) -> Begun:
        """Waits in line for a process."""
        return partial(self._result, self._scheduled(file, name), TRIES, file, name)

    def close(self) -> None:
        """The processes are gone."""
        if "_pool" in self.__dict__:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    @cached_property
    def _pool(self) -> ProcessPool:
        own = (os.environ.get(OWN), language(), events.where())
        return ProcessPool(max_workers=self._processes, context=_context(), initializer=_begin, initargs=own)

    def _scheduled(self, file: Path, name: str) -> Future[Compact | Refused]:
        if "_pool" in self.__dict__ and not self._pool.active:
            del self.__dict__["_pool"]
        future: Future[Compact | Refused] = self._pool.schedule(
            _compact, args=[self._extract, file, name], timeout=self._timeout
        )
        return future

    def _result(
        self, future: Future[Compact | Refused], tries: int, file: Path, name: str, meanwhile: Meanwhile
    ) -> Compact | Refused:
        if not wait([future], LONG).done:
            meanwhile()
        try:
            return future.result()
        except TookTooLong:
            return Refused("too-slow", say("file.slow", seconds=f"{self._timeout:g}"))
        except ProcessExpired as died:
            return Refused("crashed", say("file.crashed", detail=ended_by(died.exitcode)))
        except (
            BrokenProcessPool
        ) as broken:  # a process died before it had said which file it reads: pebble gives up all
            if not tries:
                return Refused("crashed", say("file.crashed", detail=broken))
            return self._result(self._scheduled(file, name), tries - 1, file, name, meanwhile)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extracted(extract: Extract | None, file: Path, name: str) -> Part | Refused:
    """The rows of one file under `name`, or why there are none: a fault of ours in one file must not cost the others."""
    if extract is None:
        from extractor import extraction  # the readers' libraries: only when something is to be extracted

        extract = extraction.extract
    from extractor.store.part import part

    try:
        return part(extract(file), name)
    except Unreadable as wrong:
        return Refused(wrong.status, wrong.message)
    except MemoryError:
        return Refused("too-large", say("file.memory"))
    except JuesuanError:  # a lexicon that cannot be used: no use going on
        raise
    except Exception as fault:
        events.fault("extraction", fault, file=name)
        message = say("file.failed", detail=f"{type(fault).__name__}: {fault}")
        return Refused("failed", message, traceback.format_exc())


def _compact(extract: Extract | None, file: Path, name: str) -> Compact | Refused:
    from extractor.store.compact import compact

    made = extracted(extract, file, name)
    return made if isinstance(made, Refused) else compact(made)


def _begin(lexicon: str | None, lang: str, log: tuple[Path, str] | None) -> None:
    """A process of ours: its lexicon, language and log, no ear for Ctrl-C (the one that began it ends it)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use(lang)
    if log:
        events.to(*log)
    if lexicon != os.environ.pop(OWN, None) or lexicon:
        forget()
    if lexicon:
        os.environ[OWN] = lexicon
    bound_memory()


def bound_memory() -> None:
    """Let this process take no more than MEMORY, where the system can bound it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


if sys.platform == "win32":

    def _context() -> BaseContext:
        return multiprocessing.get_context("spawn")

else:
    from multiprocessing.context import ForkServerContext, ForkServerProcess
    from multiprocessing.popen_forkserver import Popen

    class _Process(ForkServerProcess):
        """Does not run the program that began it once more: a script needs no `if __name__ == "__main__"`."""

        @staticmethod
        def _Popen(process_obj: BaseProcess) -> Popen:
            main = vars(sys.modules["__main__"])
            hidden = {name: main[name] for name in ("__file__", "__spec__") if main.get(name) is not None}
            main.update(dict.fromkeys(hidden))
            try:
                return ForkServerProcess._Popen(process_obj)
            finally:
                main.update(hidden)

    class _Context(ForkServerContext):
        Process = _Process

    def _context() -> BaseContext:
        context = _Context()
        context.set_forkserver_preload(["extractor.warmed"])
        return context


def ended_by(code: int | None) -> str:
    """What ended a process, as people look it up: SIGSEGV, or the exit code."""
    with contextlib.suppress(ValueError):
        if code is not None and code < 0:
            return signal.Signals(-code).name
    return str(code)
