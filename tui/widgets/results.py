"""What was found: an answer where there is one, then rows, or what to do where there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.clean import line
from tui.listing import Evidence, Listing, Page, Said
from tui.widgets.grid import Grid
from tui.words import Say


class Suggestions(OptionList):
    """Questions to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "key.choose", key_display="enter"),
        Binding("j,down", "cursor_down", "key.down", show=False),
        Binding("k,up", "cursor_up", "key.up", show=False),
    ]


class Results(Vertical):
    """One listing at a time. Moving the cursor shows the evidence; choosing a row goes there to read."""

    @dataclass
    class Pointed(Message):
        """The cursor stands on a row read from `evidence`, the `nth` of those at hand."""

        evidence: Evidence | None
        nth: int = 0

    class Opened(Message):
        """The evidence of the row under the cursor is to be read."""

    @dataclass
    class Suggested(Message):
        """A suggested question was chosen."""

        question: str

    @dataclass
    class Wanted(Message):
        """The rows after the first `offset` of this listing are wanted."""

        listing: Listing
        offset: int

    def __init__(self, say: Say) -> None:
        super().__init__(id="results", classes="pane")
        self._say = say
        self._listing = Listing("")

    def compose(self) -> ComposeResult:
        yield Static(id="said", markup=False)
        yield Grid(self._say, "rows")
        yield Static(id="hint", classes="hint", markup=False)
        yield Suggestions(id="suggestions", markup=False, compact=True)

    def on_mount(self) -> None:
        self.show(self._listing)

    @property
    def listing(self) -> Listing:
        """What is shown."""
        return self._listing

    @property
    def grid(self) -> Grid:
        """The table of rows."""
        return self.query_one("#rows", Grid)

    def show(self, listing: Listing) -> None:
        """Show a listing, the cursor on its first row."""
        self._listing = listing
        self.border_title = Content(line(listing.title))
        said, hint = self.query_one("#said", Static), self.query_one("#hint", Static)
        options = self.query_one(OptionList)
        said.update(_said(listing.said, self._say))
        said.display = listing.said is not None
        rows = bool(listing.page.entries)
        self.grid.display = rows
        options.display = bool(listing.suggestions) and not rows
        hint.display = not rows and not options.display and bool(listing.empty)
        hint.update(listing.empty)
        options.clear_options()
        options.add_options([Option(Content(line(question))) for question in listing.suggestions])
        options.border_title = Content(self._say("suggestions"))
        if options.display:
            options.highlighted = 0
        self.grid.show(listing.columns, listing.page)
        self._count()
        if not rows:
            self.post_message(self.Pointed(None))

    def add(self, listing: Listing, page: Page) -> None:
        """Add the rows that follow, if `listing` is still what is shown."""
        if listing is self._listing:
            self.grid.add(page)
            self._count(page.more)

    def step(self, by: int) -> bool:
        """Move the cursor by so many rows; False where there is no such row."""
        row = self.grid.cursor_row + by
        if not 0 <= row < len(self.grid.entries):
            return False
        self.grid.move_cursor(row=row)
        return True

    def focus_rows(self) -> None:
        """Put the focus where the keys do something: the rows, or the suggestions."""
        target = self.query_one(OptionList) if self.query_one(OptionList).display else self.grid
        target.focus()

    def _count(self, more: bool | None = None) -> None:
        n = len(self.grid.entries)
        more = self._listing.rest is not None if more is None else more
        if not n:
            self.border_subtitle = ""
            return
        total = self._listing.total
        if total is not None and total > n:
            words = self._say("count.more", shown=n, n=total)
        else:
            words = self._say("count.rows", n=f"{n}+" if more else n)
        unit = self._listing.unit
        self.border_subtitle = Content(f"{words} · {self._say('in.unit', unit=line(unit))}" if unit else words)

    @on(Grid.Moved, "#rows")
    def _moved(self, event: Grid.Moved) -> None:
        event.stop()
        if event.row < len(self.grid.entries):
            self.post_message(self.Pointed(self.grid.entries[event.row].evidence, event.row + 1))

    @on(Grid.Chosen, "#rows")
    def _chosen(self, event: Grid.Chosen) -> None:
        event.stop()
        if not event.clicked:  # a click shows the evidence but leaves the keys in the table
            self.post_message(self.Opened())

    @on(Grid.Wanted, "#rows")
    def _wanted(self, event: Grid.Wanted) -> None:
        event.stop()
        self.post_message(self.Wanted(self._listing, event.offset))

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Suggested(self._listing.suggestions[event.option_index]))


def _said(said: Said | None, say: Say) -> Content:
    if said is None:
        return Content("")
    lines = []
    if said.understood:
        lines.append(Content.assemble((f"{say('understood')}  ", "$faint"), (line(said.understood), "$faint")))
    if said.answer:
        lines.append(Content.assemble((f"{say('answer')}  ", "$faint"), (line(said.answer), "bold $accent")))
    if said.message:
        lines.append(Content(line(said.message)))
    return Content("\n").join(lines)
