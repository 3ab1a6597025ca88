"""Reading reports from inside: which folder, how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, ProgressBar, Static

from extractor.background import Ended, Indexing, Progress
from tui.clean import line
from tui.screens.dialog import Dialog
from tui.widgets.field import Field
from tui.words import Say

Start = Callable[[Path], Indexing]


class IndexingDialog(Dialog[None]):
    """Shows a run that is going on; starts one where there is none. Closing it does not end the run."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+x", "stop", "key.stop", show=False)]

    def __init__(self, say: Say, running: Indexing | None, start: Start) -> None:
        super().__init__(say, say("indexing.title"), say("indexing.foot"))
        self._indexing, self._begin = running, start

    def body(self) -> ComposeResult:
        yield Static(self.say("indexing.start"), classes="label", markup=False)
        yield Field(placeholder=self.say("path.hint"), id="folder", compact=True)
        yield ProgressBar(show_eta=False, id="progress")
        yield Static(id="indexing-told", markup=False)

    def on_mount(self) -> None:
        self.query_one(ProgressBar).display = self._indexing is not None
        self.query_one(Field).focus()

    @on(Input.Submitted, "#folder")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        path = Path(event.value.strip()).expanduser()
        if event.value.strip() and self._indexing is None:
            self._indexing = self._begin(path)
            self.query_one(ProgressBar).display = True

    def tell(self, news: Progress | Ended) -> None:
        """How far it is."""
        told, bar = self.query_one("#indexing-told", Static), self.query_one(ProgressBar)
        if isinstance(news, Progress):
            bar.update(total=news.total, progress=news.number)
            told.update(line(self.say("indexing.going", n=news.number, total=news.total, name=news.name), 200))
        else:
            self._indexing = None
            told.update(Content.styled(ended(news, self.say), "$short" if news.wrong else "$accent"))

    def action_stop(self) -> None:
        if self._indexing is not None:
            self._indexing.stop()


def ended(news: Ended, say: Say) -> str:
    """How a run ended, in a sentence."""
    if news.wrong:
        return line(news.wrong)
    if news.interrupted:
        return say("indexing.stopped")
    return say("indexing.done", **{"new": 0, "changed": 0, "unchanged": 0, "failed": 0, **news.counts})
