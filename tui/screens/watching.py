"""An index that grows while one looks at it: by another program, or by a run started here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.screen import Screen

from extractor.background import Ended, Indexing, Progress
from tui.errands import Errands
from tui.places.place import Place
from tui.screens.indexing import IndexingDialog, ended
from tui.screens.speaking import Speaking
from tui.widgets.tabs import Tabs
from tui.words import Say

WATCH = 2.0
"""Seconds between two looks at whether the index was written to."""

LISTEN = 0.2
"""Seconds between two looks at how far a run is."""


class Watching(Speaking, Screen[None]):
    """What the main screen does now and then, and what it tells."""

    def __init__(self, errands: Errands, say: Say) -> None:
        super().__init__()
        self.errands = errands
        self.say = say
        self._stamp: object = None
        self._documents: int | None = None
        self._indexing: Indexing | None = None
        self._timer: Any = None

    @property
    def tabs(self) -> Tabs:
        """The line at the top."""
        return self.query_one(Tabs)

    def tell(self, key: str, **values: object) -> None:
        """Say something in passing."""
        self.notify(self.say(key, **values), markup=False, timeout=2.5)

    def warn(self, key: str, **values: object) -> None:
        """Say why something was not done."""
        self.notify(self.say(key, **values), severity="warning", markup=False, timeout=4)

    # The index

    def watch_index(self) -> None:
        """Look now and then whether there are new reports."""
        self._stamp = _stamp(self.errands.desk.path)
        self.errands.send("watch", lambda table: table.survey.count_documents(), self._counted)
        self.set_interval(WATCH, self._look)

    def action_reload(self) -> None:
        """Read everything in sight again."""
        self._renew()

    def _look(self) -> None:
        stamp = _stamp(self.errands.desk.path)
        if stamp != self._stamp:
            self._stamp = stamp
            self.errands.send("watch", lambda table: table.survey.count_documents(), self._counted)

    def _counted(self, documents: int) -> None:
        before, self._documents = self._documents, documents
        if before is not None and documents != before:
            self._renew()
            if self._indexing is None:
                self.tell("grown", n=f"{documents:,}")

    def _renew(self) -> None:
        for place in self.query(Place):
            place.stale = True
        current = self.query_one("#places").current  # type: ignore[attr-defined]
        place = self.query_one(f"#{current}", Place)
        if place.NAME not in ("ask",):
            place.renew(keep=True)

    # A run started here

    def action_index(self) -> None:
        """Read a folder of reports, or see how far that is."""
        self.app.push_screen(IndexingDialog(self.say, self._indexing, self._start))

    def _start(self, path: Path) -> Indexing:
        self._indexing = Indexing([path], self.errands.desk.path)
        if self._timer is None:
            self._timer = self.set_interval(LISTEN, self._listen)
        return self._indexing

    def _listen(self) -> None:
        if self._indexing is None:
            return
        for news in self._indexing.news():
            dialog = self.app.screen if isinstance(self.app.screen, IndexingDialog) else None
            if dialog is not None:
                dialog.tell(news)
            if isinstance(news, Progress):
                self.tabs.going(self.say("indexing.short", n=news.number, total=news.total))
            else:
                self._indexing = None
                self.tabs.going("")
                if dialog is None:
                    self.notify(ended(news, self.say), markup=False, severity="error" if news.wrong else "information")

    def on_unmount(self) -> None:
        """Whoever leaves ends the run; what was read is kept."""
        if self._indexing is not None:
            self._indexing.stop()


def _stamp(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """When the index, its journal and its corrections were last written, and how long they are."""
    files = (path, path.with_name(path.name + "-wal"))
    return tuple(_written(each) for each in files)


def _written(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


__all__ = ["Ended", "Watching"]
