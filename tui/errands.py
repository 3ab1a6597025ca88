"""Queries in threads, one of a kind at a time: what is overtaken is ended, and its result dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message
from textual.worker import get_current_worker

from extractor.errors import JuesuanError
from extractor.store.index import Interrupted
from tui.clean import line
from tui.desk import Desk, Table
from tui.words import Say

if TYPE_CHECKING:
    from textual.app import App

T = TypeVar("T")


@dataclass
class Done(Message):
    """A query of this kind has run; `then` shows what it found."""

    kind: str
    number: int
    then: Callable[[], None]


@dataclass
class Failed(Message):
    """A query could not be run, in words."""

    kind: str
    number: int
    words: str


class Errands:
    """Sends workers to the index. Widgets change only in `then`, in the thread of the screen."""

    def __init__(self, app: App[None], desk: Desk, say: Say) -> None:
        self._app, self.desk, self._say = app, desk, say
        self._latest: Counter[str] = Counter()

    def send(self, kind: str, job: Callable[[Table], T], then: Callable[[T], None], *, end_others: bool = True) -> None:
        """Run `job` in a thread, then `then` with what it found, unless another of its kind was sent meanwhile."""
        if end_others:
            self._latest[kind] += 1
            self.desk.interrupt(kind)
        work = partial(self._run, kind, self._latest[kind], job, then)
        self._app.run_worker(work, thread=True, group=kind, exclusive=end_others, exit_on_error=False)

    def drop(self, kind: str) -> None:
        """What is under way of this kind is no longer wanted."""
        self._latest[kind] += 1
        self.desk.interrupt(kind)

    def wanted(self, event: Done | Failed) -> bool:
        """Whether this is of the last one sent."""
        return event.number == self._latest[event.kind]

    def _run(self, kind: str, number: int, job: Callable[[Table], T], then: Callable[[T], None]) -> None:
        worker = get_current_worker()
        try:
            value = job(self.desk.table(kind))
        except Interrupted:
            return
        except JuesuanError as wrong:
            done: Message = Failed(kind, number, wrong.message)
        except Exception as wrong:  # the index may be half written, locked, replaced: say so and live on
            self._app.log.error(repr(wrong))
            done = Failed(kind, number, self._say("busy", why=line(str(wrong) or type(wrong).__name__, 80)))
        else:
            done = Done(kind, number, partial(then, value))
        if not worker.is_cancelled:
            self._app.post_message(done)
