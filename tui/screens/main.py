"""The main screen: five places, one of them in sight, and beside it the source and the card of what the cursor is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input

from tui.clean import line
from tui.listing import Entry, Evidence
from tui.lists import reasons
from tui.places.ask import Ask
from tui.places.lists import Findings, Reasons, Reports
from tui.places.place import ALL, Place
from tui.places.search import Search
from tui.reading import Leaf, leaf
from tui.screens.acting import Acting
from tui.screens.jump import JumpScreen, lettered
from tui.widgets.card import CardPane
from tui.widgets.evidence import EvidencePane, Reader
from tui.widgets.facets import Facets
from tui.widgets.keys import Keys
from tui.widgets.parts import Parts
from tui.widgets.rows import Rows
from tui.widgets.tabs import Tabs

BREAKPOINTS = [(0, "-narrow"), (100, "-roomy"), (170, "-wide")]
"""The least width in cells, and the class that the stylesheet then sees."""

PLACES: tuple[type[Place], ...] = (Reports, Reasons, Search, Ask, Findings)
FIRST = Reasons.NAME


class MainScreen(Acting):
    """Which place is in sight, what the cursor is on, and the keys."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(at), f"go('{place.NAME}')", f"key.{key}", show=False)
            for at, (place, key) in enumerate(
                zip(PLACES, ("reports", "reasons", "searching", "asking", "findings"), strict=True), 1
            )
        ),
        Binding("slash,fullwidth_solidus,ideographic_comma", "search", "key.search", key_display="/", show=False),
        Binding("colon,fullwidth_colon", "ask", "key.ask", key_display=":", show=False),
        Binding("f", "filter", "key.filter"),
        Binding("v", "facets", "key.facets", show=False),
        Binding("s", "sort", "key.sort"),
        Binding("F", "group", "key.group", key_display="F"),
        Binding("c", "charts", "key.charts"),
        Binding("w", "why", "key.why"),
        Binding("b", "collect", "key.basket"),
        Binding("B", "basket", "key.basket.open", key_display="B", show=False),
        Binding("ctrl+e", "export", "key.export", key_display="^e"),
        Binding("n", "step(1)", "key.next", key_display="n/p", show=False),
        Binding("p", "step(-1)", "key.previous", show=False),
        Binding("y", "copy", "key.copy"),
        Binding("Y", "cite", "key.cite", key_display="Y", show=False),
        Binding("ctrl+y", "cite_as", "key.cite.as", key_display="^y", show=False),
        Binding("a", "accept", "key.accept", show=False),
        Binding("x", "reject", "key.reject", show=False),
        Binding("e", "correct", "key.correct", show=False),
        Binding("u", "undo", "key.undo", show=False),
        Binding("i", "card", "key.card", show=False),
        Binding("m", "parts", "key.parts", show=False),
        Binding("f8", "history", "key.history", key_display="F8", show=False),
        Binding("ctrl+o", "jump", "key.jump", key_display="^o", show=False),
        Binding("ctrl+n", "index", "key.index", key_display="^n", show=False),
        Binding("r", "reload", "key.reload", show=False),
        Binding("t", "app.shade", "key.theme", show=False),
        Binding("tab", "app.focus_next", "key.pane", show=False),
        Binding("shift+tab", "app.focus_previous", "key.pane.back", show=False),
        Binding("escape", "back", "key.back", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Tabs(self.say, tuple(place.NAME for place in PLACES))
        with Vertical(id="body"):
            with ContentSwitcher(id="places", initial=FIRST):
                for place in PLACES:
                    yield place(self.say, self.errands)
            with Horizontal(id="beside"):
                yield EvidencePane(self.say)
                yield CardPane(self.say)
        yield self.menu
        yield Keys()

    def on_mount(self) -> None:
        self.query_one(Tabs).show(FIRST)
        self.query_one(Tabs).basket(len(self.basket))
        self.place.enter()
        self.watch_index()
        self.errands.send("names", lambda _: self.errands.desk.warm(), lambda _: None)
        self.errands.send(f"list.{Search.NAME}", lambda table: table.index.searching(""), lambda _: None)
        self.errands.send("groups", lambda table: reasons.prepare(table.survey), lambda _: None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.menu.open

    # Places

    @property
    def place(self) -> Place:
        """The place in sight."""
        return self.place_called(str(self.query_one(ContentSwitcher).current))

    def place_called(self, name: str) -> Place:
        """The place of this name."""
        return self.query_one(f"#{name}", Place)

    def action_go(self, name: str) -> None:
        """Go to a place."""
        self.query_one(ContentSwitcher).current = name
        self.query_one(Tabs).show(name)
        self._nth = 0
        place = self.place
        place.enter()
        self.point(place.rows.entry if place.rows.display else None, place.rows.cursor + 1)

    @on(Tabs.Chosen)
    def _tab(self, event: Tabs.Chosen) -> None:
        self.action_go(event.place)

    def action_search(self) -> None:
        self.action_go(Search.NAME)
        self.place.field.focus()

    def action_ask(self) -> None:
        self.action_go(Ask.NAME)
        self.place.field.focus()

    def action_filter(self) -> None:
        self.place.field.focus()

    def action_facets(self) -> None:
        if self.place.FACETED:
            self.place.query_one(Facets).focus()

    @on(Reports.Chosen)
    def _report(self, event: Reports.Chosen) -> None:
        """The reasons of a report."""
        reasons = self.place_called(Reasons.NAME)
        reasons.field.fill("")
        reasons.wanted = replace(ALL, document=event.name)
        reasons.by, reasons.stale = None, True
        self.action_go(Reasons.NAME)

    # What the cursor is on

    @on(Place.Pointed)
    def _pointed(self, event: Place.Pointed) -> None:
        if event.place is self.place:
            self._nth = 0
            self.point(event.entry, event.nth)

    def point(self, entry: Entry | None, nth: int) -> None:
        """Show the source and the card of an entry."""
        if entry is None or entry.key[0].startswith("group."):
            self.errands.drop("leaf")
            self.drop_card()
            self.query_one(EvidencePane).clear()
            self.query_one(CardPane).clear()
            return
        self.show_card(entry)
        if not entry.evidence:
            self.errands.drop("leaf")
            values = entry.values
            words = self.say("empty.unreadable", status=self.say(f"status.{values.get('status')}"), message="")
            message = line(str(values.get("message") or ""))
            self.query_one(EvidencePane).clear(message or (words if entry.faint else ""))
            return
        self.read(entry.evidence[self._nth % len(entry.evidence)], self._which(entry, nth))

    def _which(self, entry: Entry, nth: int) -> str:
        """Which of how many rows, and which of its pieces of evidence."""
        listing = self.place.rows.listing
        told = self.say("nth", n=f"{nth:,}", total=f"{listing.total:,}") if listing.counted is None else f"{nth:,}"
        if len(entry.evidence) > 1:
            told += "　" + self.say("card.evidence", n=f"{self._nth + 1}/{len(entry.evidence)}")
        return told

    @on(Place.Recounted)
    def _recounted(self, event: Place.Recounted) -> None:
        rows = event.place.rows
        if event.place is self.place and rows.entry is not None:
            self.query_one(EvidencePane).number(self._which(rows.entry, rows.cursor + 1))

    def read(self, evidence: Evidence, told: str) -> None:
        """Open the source at a piece of evidence."""
        self.errands.send("leaf", lambda table: leaf(table.index, evidence), partial(self._opened, told))

    def _opened(self, told: str, opened: Leaf) -> None:
        self.query_one(EvidencePane).show(opened, told)

    @on(Place.Read)
    def _read(self) -> None:
        self.query_one(EvidencePane).focus_text()

    def action_step(self, by: int) -> None:
        """The next piece of evidence: of the same entry where it has several, else of the next one."""
        rows = self.place.rows
        entry = rows.entry
        if entry is not None and 0 <= self._nth + by < len(entry.evidence):
            self._nth += by
            self.point(entry, rows.cursor + 1)
        elif not rows.step(by):
            self.notify(self.say("last" if by > 0 else "first"), markup=False, timeout=2)

    # Moving about

    def action_back(self) -> None:
        """Out of the text into the rows; out of an input; then whatever narrows the list goes, one thing at a time."""
        at = self.focused
        place = self.place
        if isinstance(at, (Reader, Input, Facets, Parts)) and place.rows.display:
            place.focus_rows()
        elif not place.back() and isinstance(at, Input):
            self.set_focus(None)
        elif not isinstance(at, Rows):
            place.focus_rows()

    def action_parts(self) -> None:
        if self.place.NAME == Ask.NAME and self.query_one(Parts).parts:
            self.query_one(Parts).focus()

    @on(Ask.Changing)
    def _part(self, event: Ask.Changing) -> None:
        """Another wording for a part of the question: one of those that are offered, or one's own."""
        place = self.place
        if not isinstance(place, Ask):
            return

        choices = [(words, words) for words in event.part.alternatives]
        title = self.say("choose.part", text=line(event.part.text))
        self.menu.ask(title, choices, partial(place.change, event.number), own=event.part.text)

    def action_history(self) -> None:
        """Choose a question that was asked before."""
        ask = self.query_one(Ask)

        def chosen(question: str) -> None:
            self.action_go(Ask.NAME)
            ask.ask(question)

        if ask.history:
            asked = [(question, question) for question in reversed(ask.history)]
            self.menu.ask(self.say("history"), asked, chosen)

    def action_card(self) -> None:
        """Where there is no room for both, the card takes the place of the source, and back."""
        self.toggle_class("-card")

    def action_jump(self) -> None:
        """A letter for everything that can have the focus."""
        tabs = list(self.query_one(Tabs).query(".tab"))
        targets = lettered(tabs, list(self._focusable()))
        by_letter = dict(targets)

        def go(letter: str | None) -> None:
            if letter is None:
                return
            if letter.isdecimal():
                self.action_go(PLACES[int(letter) - 1].NAME)
            else:
                by_letter[letter].focus()

        self.app.push_screen(JumpScreen(self.say, targets), go)

    def _focusable(self) -> Iterable[Widget]:
        return (widget for widget in self.focus_chain if widget.region.area and widget.can_focus)
