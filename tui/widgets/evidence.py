"""The source: the report's text around a piece of evidence, which is highlighted and in sight."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.citation import source
from tui.clean import line
from tui.listing import Evidence
from tui.reading import Leaf, Paragraph
from tui.words import Say

INDENT = "\u3000\u3000"


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
        self.border_title = Content(say("evidence"))

    def compose(self) -> ComposeResult:
        yield Static(id="source", markup=False)
        with Reader(id="reader"):
            yield Static(id="before", markup=False)
            yield Static(id="found", markup=False)
            yield Static(id="after", markup=False)

    def on_mount(self) -> None:
        self.clear()

    @property
    def evidence(self) -> Evidence | None:
        """What is shown."""
        return self._leaf.evidence if self._leaf else None

    def clear(self, words: str | None = None) -> None:
        """Show no evidence, but words instead."""
        self._leaf = None
        self.border_subtitle = ""
        self._fill(Content(""), Content(words or self._say("empty.evidence")).stylize("$faint"), Content(""))
        self.query_one("#source", Static).display = False

    def show(self, leaf: Leaf, nth: str = "") -> None:
        """Show a leaf, its mark in sight; `nth` says which of how many it is."""
        self._leaf = leaf
        self.border_subtitle = Content(nth)
        head = Content.assemble((source(leaf.evidence, self._say), "bold"), (f"  {line(leaf.section, 60)}", "$faint"))
        self.query_one("#source", Static).display = True
        self.query_one("#source", Static).update(head)
        n, parts = leaf.found, [_paragraph(each, self._say) for each in leaf.paragraphs]
        blocks = (parts[:n], parts[n : n + 1], parts[n + 1 :])
        self._fill(*(Content("\n").join(block) for block in blocks))
        self.call_after_refresh(self._reveal)

    @on(Reader.Laid)
    def _laid(self) -> None:
        self._reveal()

    def focus_text(self) -> None:
        """Put the focus on the text, so that the keys scroll it."""
        self.query_one(Reader).focus()

    def _fill(self, *blocks: Content) -> None:
        for name, block in zip(("before", "found", "after"), blocks, strict=True):
            widget = self.query_one(f"#{name}", Static)
            widget.display = bool(block.plain)
            widget.update(block)

    def _reveal(self) -> None:
        """Scroll until the line in which the mark begins stands in the upper third.

        The lines above it are counted, not looked up: the layout may be that of the leaf before.
        """
        if self._leaf is None:
            return
        reader, found = self.query_one(Reader), self._leaf.found
        above = [_paragraph(each, self._say) for each in self._leaf.paragraphs[:found]]
        marked = self._leaf.paragraphs[found]
        above.append(_paragraph(marked, self._say, until=marked.mark[0] + 1 if marked.mark else 0))
        width = max(1, self.query_one("#found", Static).content_size.width)
        line_of_mark = len(Content("\n").join(above).wrap(width)) - 1
        reader.scroll_to(y=max(0, line_of_mark - max(1, reader.size.height // 3)), animate=False)


def _paragraph(paragraph: Paragraph, say: Say, until: int | None = None) -> Content:
    """A paragraph as drawn, up to its character `until`."""
    text = Content(paragraph.text[:until])
    if paragraph.mark:
        start, end = paragraph.mark
        text = text.stylize("$mark-text on $mark", start, end)
    text = text.stylize("bold") if paragraph.heading else Content(INDENT) + text
    if paragraph.page is None:
        return text
    turn = Content.styled(f"── {say('page', n=paragraph.page)} ──", "$faint")
    return Content("\n").join([turn, text])
