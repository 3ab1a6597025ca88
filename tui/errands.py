"""Queries, one of a kind at a time, each kind in a thread of its own: what is overtaken is ended, its result dropped."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from extractor.errors import JuesuanError
from extractor.store.index import Interrupted
from tui.clean import line
from tui.desk import Desk, Table
from tui.words import Say

if TYPE_CHECKING:
    from textual.app import App

T = TypeVar("T")


class Errands:
    """Sends queries to the index. Widgets change only in `then`, in the thread of the screen."""

    def __init__(self, app: App[None], desk: Desk, say: Say) -> None:
        self._app, self.desk, self._say = app, desk, say
        self._latest: Counter[str] = Counter()
        # A thread of its own has one connection, which keeps what it has read.
        self._threads: dict[str, Executor] = {}

    def send(self, kind: str, job: Callable[[Table], T], then: Callable[[T], None], *, end_others: bool = True) -> None:
        """Run `job` in a thread, then `then` with what it found, unless another of its kind was sent meanwhile."""
        if end_others:
            self.drop(kind)
        errand = self._run(kind, self._latest[kind], job, then)
        self._app.run_worker(errand, group=kind, exclusive=end_others)

    def drop(self, kind: str) -> None:
        """What is under way of this kind is no longer wanted."""
        self._latest[kind] += 1
        self.desk.interrupt(kind)

    def close(self) -> None:
        """End all queries and wait for what cannot be ended, a file that is being written."""
        for kind in self._threads:
            self.drop(kind)
        for thread in self._threads.values():
            thread.shutdown(cancel_futures=True)
        self.desk.close()

    async def _run(self, kind: str, number: int, job: Callable[[Table], T], then: Callable[[T], None]) -> None:
        thread = self._threads.setdefault(kind, ThreadPoolExecutor(1, kind))
        failed = ""
        try:
            value = await asyncio.get_running_loop().run_in_executor(thread, partial(self._job, kind, number, job))
        except Interrupted:
            return
        except JuesuanError as wrong:
            failed = wrong.message
        except Exception as wrong:  # the index may be half written, locked, replaced: say so and live on
            self._app.log.error(repr(wrong))
            failed = self._say("busy", why=line(str(wrong) or type(wrong).__name__, 80))
        if number != self._latest[kind]:
            return
        if failed:
            self._app.notify(failed, severity="warning", markup=False)
        else:
            then(value)

    def _job(self, kind: str, number: int, job: Callable[[Table], T]) -> T:
        if number != self._latest[kind]:
            raise Interrupted("")
        return job(self.desk.table(kind))
