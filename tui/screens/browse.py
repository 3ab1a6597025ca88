"""The main screen: reports, what was found in them, and the text it was read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Input
from textual.worker import get_current_worker

from extractor.errors import JuesuanError
from extractor.store import Index
from tui import queries
from tui.citation import cited, quoted
from tui.clean import line
from tui.listing import Evidence, Listing
from tui.queries import Paper
from tui.reading import Leaf, leaf
from tui.screens.speaking import Speaking
from tui.widgets.documents import Documents
from tui.widgets.evidence import EvidencePane
from tui.widgets.omnibox import Omnibox
from tui.widgets.results import Results
from tui.words import Say

BREAKPOINTS = [(0, "-narrow"), (100, "-roomy")]
"""The least width in cells, and the class that the stylesheet then sees."""

WATCH = 2.0
"""Seconds between two looks at whether the index was written to."""

PAUSE = 0.12
"""Seconds after the last key before words are searched for."""

T = TypeVar("T")


@dataclass
class Done(Message):
    """A query has run; `then` shows what it found."""

    then: Callable[[], None]


@dataclass
class Failed(Message):
    """A query could not be run, in words."""

    words: str


class BrowseScreen(Speaking, Screen[None]):
    """Queries run in threads, one of a group at a time; what they find comes back to a handler here."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,fullwidth_solidus,ideographic_comma", "search", "key.search", key_display="/"),
        Binding("colon,fullwidth_colon", "ask", "key.ask", key_display=":"),
        Binding("f", "filter", "key.filter"),
        Binding("n", "step(1)", "key.next", key_display="n/p"),
        Binding("p", "step(-1)", "key.previous", show=False),
        Binding("y", "copy", "key.copy"),
        Binding("Y", "cite", "key.cite", key_display="Y"),
        Binding("r", "reload", "key.reload", show=False),
        Binding("t", "app.shade", "key.theme", show=False),
        Binding("tab", "app.focus_next", "key.pane", show=False),
        Binding("shift+tab", "app.focus_previous", "key.pane.back", show=False),
        Binding("escape", "back", "key.back", show=False),
    ]

    def __init__(self, index: Index, say: Say) -> None:
        super().__init__()
        self.say = say
        self._index = index
        self._asked = 0
        self._stamp: object = None
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Omnibox(self.say)
        with Horizontal(id="body"):
            yield Documents(self.say)
            with Vertical(id="right"):
                yield Results(self.say)
                yield EvidencePane(self.say)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        self._stamp = _stamp(self._index.path)
        self.query_one("#papers").focus()
        self._load(first=True)
        self.set_interval(WATCH, self._watch)

    # Queries: in threads, one of a group at a time

    @work(thread=True, exclusive=True, group="papers", exit_on_error=False)
    def _load(self, first: bool = False) -> None:
        self._run(partial(queries.papers, self._index), partial(self._loaded, first))

    def _find(self, query: Callable[[], Listing], enter: bool = True) -> None:
        """Run a query and show what it finds, unless another was put meanwhile; `enter` moves the focus there."""
        self._asked += 1
        self._query(query, self._asked, enter)

    @work(thread=True, exclusive=True, group="listing", exit_on_error=False)
    def _query(self, query: Callable[[], Listing], number: int, enter: bool) -> None:
        self._run(query, partial(self._found, number, enter))

    @work(thread=True, exclusive=True, group="rest", exit_on_error=False)
    def _fetch(self, listing: Listing, offset: int) -> None:
        if listing.rest is not None:
            self._run(partial(listing.rest, offset), partial(self.query_one(Results).add, listing))

    @work(thread=True, exclusive=True, group="leaf", exit_on_error=False)
    def _open(self, evidence: Evidence, nth: int) -> None:
        self._run(partial(leaf, self._index, evidence), partial(self._opened, nth))

    def _run(self, query: Callable[[], T], then: Callable[[T], None]) -> None:
        """In the worker's thread: run the query, post what is to be done with its result."""
        worker = get_current_worker()
        try:
            value = query()
        except JuesuanError as wrong:
            done: Message = Failed(wrong.message)
        except Exception as wrong:  # the index may be half written, locked, replaced: say so and live on
            self.log.error(repr(wrong))
            done = Failed(self.say("busy", why=line(str(wrong) or type(wrong).__name__, 80)))
        else:
            done = Done(partial(then, value))
        if not worker.is_cancelled:
            self.post_message(done)

    @on(Done)
    def _done(self, event: Done) -> None:
        event.then()

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self.notify(event.words, severity="warning", markup=False)

    def _loaded(self, first: bool, papers: list[Paper]) -> None:
        self.query_one(Documents).show(papers)
        if not papers:
            self.query_one(Results).show(Listing(self.say("reasons"), empty=self.say("empty.index")))
        elif first:
            self._reasons(enter=False)

    def _found(self, number: int, enter: bool, listing: Listing) -> None:
        if number != self._asked:
            return
        results = self.query_one(Results)
        results.show(listing)
        if enter:
            results.focus_rows()

    def _opened(self, nth: int, opened: Leaf) -> None:
        total = len(self.query_one(Results).grid.entries)
        self.query_one(EvidencePane).show(opened, self.say("nth", n=nth, total=total))

    def _reasons(self, enter: bool = True) -> None:
        self._find(partial(queries.reasons, self._index, self.say, self.query_one(Documents).chosen), enter)

    # What the widgets say

    @on(Documents.Chosen)
    def _chosen(self, event: Documents.Chosen) -> None:
        self._reasons(enter=event.paper is not None)

    @on(Omnibox.Searched)
    def _searched(self, event: Omnibox.Searched) -> None:
        if self._soon is not None:
            self._soon.stop()
        if event.done:
            self._search(event.words, enter=True)
        else:
            self._soon = self.set_timer(PAUSE, partial(self._search, event.words, enter=False))

    def _search(self, words: str, enter: bool) -> None:
        if words:
            self._find(partial(queries.hits, self._index, self.say, words), enter)
        else:
            self._reasons(enter)

    @on(Omnibox.Asked)
    def _ask(self, event: Omnibox.Asked) -> None:
        from tui.answers import answer  # the grammar of questions is loaded when the first one is asked

        self._find(partial(answer, self._index, self.say, event.question))

    @on(Results.Suggested)
    def _suggested(self, event: Results.Suggested) -> None:
        self.query_one(Omnibox).fill("ask", event.question)
        self._ask(Omnibox.Asked(event.question))

    @on(Results.Pointed)
    def _pointed(self, event: Results.Pointed) -> None:
        if event.evidence is not None:
            self._open(event.evidence, event.nth)
            return
        self.workers.cancel_group(self, "leaf")
        self.query_one(EvidencePane).clear()

    @on(Results.Opened)
    def _read(self) -> None:
        self.query_one(EvidencePane).focus_text()

    @on(Results.Wanted)
    def _wanted(self, event: Results.Wanted) -> None:
        self._fetch(event.listing, event.offset)

    # Keys

    def action_search(self) -> None:
        self.query_one("#search").focus()

    def action_ask(self) -> None:
        self.query_one("#ask").focus()

    def action_filter(self) -> None:
        self.query_one("#filter").focus()

    def action_all(self) -> None:
        """The explained variances of all reports."""
        self.query_one(Documents).choose(None)

    def action_step(self, by: int) -> None:
        if not self.query_one(Results).step(by):
            self.notify(self.say("last" if by > 0 else "first"), markup=False, timeout=2)

    def action_copy(self) -> None:
        self._copy(quoted, "copied")

    def action_cite(self) -> None:
        self._copy(partial(cited, say=self.say), "copied.cited")

    def action_reload(self) -> None:
        self._load()

    def action_back(self) -> None:
        """Out of an input or the text into the rows, out of the rows to the reports."""
        at = self.focused
        results = self.query_one(Results)
        if at is None or results in at.ancestors or (not results.grid.entries and not isinstance(at, Input)):
            self.query_one("#papers").focus()
        else:
            results.focus_rows()

    def _copy(self, words: Callable[[Evidence], str], told: str) -> None:
        evidence = self.query_one(EvidencePane).evidence
        if evidence is None:
            self.notify(self.say("nothing.to.copy"), severity="warning", markup=False, timeout=3)
            return
        self.app.copy_to_clipboard(words(evidence))
        self.notify(self.say(told), markup=False, timeout=2)

    # An index that is being written

    def _watch(self) -> None:
        """Load the list of reports again when the file was written to."""
        stamp = _stamp(self._index.path)
        if stamp != self._stamp:
            self._stamp = stamp
            self._load()


def _stamp(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """When the index and its journal were last written, and how long they are."""
    return tuple(_written(each) for each in (path, path.with_name(path.name + "-wal")))


def _written(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
