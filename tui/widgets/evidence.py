"""The source: the report's text around a piece of evidence, which is highlighted and in sight."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.citation import source
from tui.clean import line, shorten
from tui.listing import Evidence
from tui.reading import Leaf, Paragraph
from tui.words import Say
from tui.wrapping import wrapped

INDENT = "\u3000\u3000"

WIDEST = 96
"""Cells of a line at most: longer lines are hard to read."""


class Reader(VerticalScroll):
    """The scrolling part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "key.down", show=False),
        Binding("k,up", "scroll_up", "key.up", show=False),
        Binding("pagedown,ctrl+d,space", "page_down", "key.page.down", show=False),
        Binding("pageup,ctrl+u", "page_up", "key.page.up", show=False),
        Binding("g,home", "scroll_home", "key.top", show=False),
        Binding("G,end", "scroll_end", "key.bottom", show=False),
    ]

    class Laid(Message):
        """The text was laid out anew: other words, or another width."""

    def on_resize(self) -> None:
        self.post_message(self.Laid())


class EvidencePane(Vertical):
    """A leaf of a report, or what to do where none is open."""

    def __init__(self, say: Say) -> None:
        super().__init__(id="evidence", classes="pane")
        self._say = say
        self._leaf: Leaf | None = None
        self._width = 0
        self._marked = 0
        self._nth = ""

    def compose(self) -> ComposeResult:
        yield Static(id="source", markup=False)
        with Reader(id="reader"):
            yield Static(id="text", markup=False)

    def on_mount(self) -> None:
        self.clear()

    @property
    def leaf(self) -> Leaf | None:
        """What is shown."""
        return self._leaf

    @property
    def evidence(self) -> Evidence | None:
        """The evidence that is shown."""
        return self._leaf.evidence if self._leaf else None

    def clear(self, words: str = "") -> None:
        """Show no evidence, but how to come by some, or why there is none."""
        self._leaf = None
        self.query_one("#source", Static).display = False
        self.query_one("#text", Static).update(Content.styled(words or self._say("empty.evidence"), "$faint"))

    def show(self, leaf: Leaf, nth: str = "") -> None:
        """Show a leaf, its mark in sight; `nth` says which of how many it is."""
        self._leaf = leaf
        self._nth = nth
        self.query_one("#source", Static).display = True
        self._set()
        self.call_after_refresh(self._reveal)

    def number(self, nth: str) -> None:
        """Another count of how many there are."""
        self._nth = nth
        if self._leaf is not None and self._width > 0:
            self.query_one("#source", Static).update(self._head(self._leaf))

    def focus_text(self) -> None:
        """Put the focus on the text, so that the keys scroll it."""
        self.query_one(Reader).focus()

    @on(Reader.Laid)
    def _laid(self) -> None:
        if self._room() != self._width:
            self._set()
        self._reveal()

    def _room(self) -> int:
        return min(WIDEST, self.query_one(Reader).scrollable_content_region.width)

    def _set(self) -> None:
        """Break the leaf into lines of the width there is."""
        self._width = self._room()
        if self._leaf is None or self._width <= 0:
            return
        self.query_one("#source", Static).update(self._head(self._leaf))
        lines: list[Content] = []
        for number, paragraph in enumerate(self._leaf.paragraphs):
            turn, text, mark = _drawn(paragraph, self._say)
            lines += turn
            spans = wrapped(text.plain, self._width)
            if number == self._leaf.found:
                self._marked = len(lines) + sum(end <= mark for _, end in spans)
            lines += [text[start:end] for start, end in spans]
        self.query_one("#text", Static).update(Content("\n").join(lines))

    def _head(self, leaf: Leaf) -> Content:
        """Which report, page and section; at the right which of how many."""
        room = self._width - cell_len(self._nth) - 2
        place = shorten(source(leaf.evidence, self._say), room)
        section = shorten(line(leaf.section, 60), room - cell_len(place) - 2) if leaf.section else ""
        blanks = " " * max(2, room - cell_len(place) - cell_len(section))
        return Content.assemble((place, "bold"), (f"  {section}{blanks}{self._nth}", "$faint"))

    def _reveal(self) -> None:
        """Scroll until the line in which the mark begins stands in the upper third."""
        if self._leaf is not None:
            reader = self.query_one(Reader)
            reader.scroll_to(y=max(0, self._marked - max(1, reader.size.height // 3)), animate=False)


def _drawn(paragraph: Paragraph, say: Say) -> tuple[list[Content], Content, int]:
    """The line that says a page begins here, if it does; the paragraph, its mark in colour; where the mark begins."""
    text, indent = Content(paragraph.text), 0
    if paragraph.mark:
        text = text.stylize("$mark-text on $mark", *paragraph.mark)
    if paragraph.heading:
        text = text.stylize_before("bold")
    elif not paragraph.row:
        text, indent = Content(INDENT) + text, len(INDENT)
    turn = [] if paragraph.page is None else [Content.styled(f"── {say('page', n=paragraph.page)} ──", "$faint")]
    return turn, text, indent + (paragraph.mark[0] if paragraph.mark else 0)
