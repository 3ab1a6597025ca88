"""A list of any length: only the rows in sight are drawn, only those near them are fetched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.columns import GAP, decimals, widths
from tui.listing import Entry, Key, Listing
from tui.lists.making import WINDOW
from tui.widgets.drawing import Drawn, gutter
from tui.words import Say

KEPT = 2000
"""Rows kept at hand; those farthest from the cursor are forgotten first."""


class Rows(ScrollView, can_focus=True):
    """Shows a `Listing`. Asks for missing rows (`Wanted`), tells where the cursor stands (`Moved`)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "key.open", key_display="⏎"),
        Binding("j,down", "move(1)", "key.down", show=False),
        Binding("k,up", "move(-1)", "key.up", show=False),
        Binding("g,home,ctrl+home", "top", "key.top", show=False),
        Binding("G,end,ctrl+end", "bottom", "key.bottom", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "key.page.down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "key.page.up", show=False),
        Binding("space", "pick", "key.select", key_display="␣"),
        Binding("ctrl+a", "pick_all", "key.select.all", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("rows--head", "rows--cursor", "rows--faint", "rows--mark", "rows--short", "rows--picked", "rows--gone"),
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another entry, the `nth` of the list; None where there is none (yet)."""

        rows: Rows
        entry: Entry | None
        nth: int

        @property
        def control(self) -> Rows:
            return self.rows

    @dataclass
    class Opened(Message):
        """Enter, or a double click, on an entry."""

        rows: Rows
        entry: Entry

        @property
        def control(self) -> Rows:
            return self.rows

    @dataclass
    class Wanted(Message):
        """Rows from `offset` on, WINDOW at most, are wanted."""

        rows: Rows
        listing: Listing
        offset: int

        @property
        def control(self) -> Rows:
            return self.rows

    @dataclass
    class Headed(Message):
        """The heading of a column was clicked."""

        rows: Rows
        column: str

        @property
        def control(self) -> Rows:
            return self.rows

    @dataclass
    class Picked(Message):
        """Other rows are selected; `all_` where all are to be, or none if they are."""

        rows: Rows
        all_: bool = False

        @property
        def control(self) -> Rows:
            return self.rows

    def __init__(self, say: Say, name: str) -> None:
        super().__init__(id=name)
        self._say = say
        self.listing = Listing()
        self.cursor = 0
        self.picked: dict[Key, Entry | None] = {}
        self._kept: dict[int, Entry] = {}
        self._asked: set[int] = set()
        self._told: tuple[int, Key] | None = None
        self._widths: list[int] = []
        self._behind: list[int] = []
        self._room = 0

    # What is listed

    def show(self, listing: Listing, cursor: int = 0, *, keep_picked: bool = False) -> None:
        """Show another list, the cursor on its first row, or on `cursor`."""
        self.listing = listing
        self._kept = dict(enumerate(listing.first))
        self._asked = set()
        self._told = None
        if not keep_picked:
            self.picked = {}
        self.cursor = max(0, min(cursor, listing.total - 1))
        self._fit()
        self.scroll_to(0, self._scroll_for(self.cursor, 0), animate=False, force=True)
        self._want()
        self._tell()
        self.refresh()

    def add(self, listing: Listing, offset: int, entries: list[Entry]) -> None:
        """Rows that were wanted, if `listing` is still what is shown."""
        if listing.fetch is not self.listing.fetch:
            return
        self._asked.discard(offset)
        self._kept.update(enumerate(entries, offset))
        if len(self._kept) > KEPT:
            near = sorted(self._kept, key=lambda row: abs(row - self.cursor))[:KEPT]
            self._kept = {row: self._kept[row] for row in near}
        self._fit(entries)
        self._tell()
        self.refresh()

    def recount(self, listing: Listing, total: int) -> bool:
        """There are so many rows in all; False where another list is shown by now."""
        if listing is not self.listing:
            return False
        self.listing = replace(listing, total=total, counted=None)
        self._fit([])
        self._want()
        return True

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor, None where there is none or it is still being fetched."""
        return self._kept.get(self.cursor)

    def at(self, row: int) -> Entry | None:
        """The entry of a row, where it is at hand."""
        return self._kept.get(row)

    def step(self, by: int) -> bool:
        """Move the cursor by so many rows; False where there is no such row."""
        row = self.cursor + by
        if not 0 <= row < self.listing.total:
            return False
        self._go(row)
        return True

    # Keys and the mouse

    def action_move(self, by: int) -> None:
        self._go(self.cursor + by)

    def action_top(self) -> None:
        self._go(0)

    def action_bottom(self) -> None:
        self._go(self.listing.total - 1)

    def action_page(self, by: int) -> None:
        self._go(self.cursor + by * max(1, self._height - 1))

    def action_open(self) -> None:
        if self.entry is not None:
            self.post_message(self.Opened(self, self.entry))

    def action_pick(self) -> None:
        """Select the row, or no longer, and go on to the next."""
        if self.entry is None:
            return
        if self.entry.key in self.picked:
            del self.picked[self.entry.key]
        else:
            self.picked[self.entry.key] = self.entry
        self.post_message(self.Picked(self))
        self._go(self.cursor + 1)
        self.refresh()

    def action_pick_all(self) -> None:
        self.post_message(self.Picked(self, all_=True))

    def pick(self, keys: list[Key]) -> None:
        """Select exactly these."""
        at_hand = {entry.key: entry for entry in self._kept.values()}
        self.picked = {key: at_hand.get(key) for key in keys}
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if offset.y == 0:
            self._head_clicked(offset.x)
            return
        row = int(self.scroll_offset.y) + offset.y - 1
        if 0 <= row < self.listing.total:
            self._go(row)
            if event.chain > 1:
                self.action_open()

    def _head_clicked(self, x: int) -> None:
        column = self._head_at(x)
        if column is not None:
            self.post_message(self.Headed(self, column))

    def _head_at(self, x: int) -> str | None:
        at = gutter(self.listing)
        for column, width in zip(self.listing.columns, self._widths, strict=True):
            at += width + GAP if width else 0
            if x < at:
                return column.name
        return None

    def _go(self, row: int) -> None:
        row = max(0, min(row, self.listing.total - 1))
        if row == self.cursor:
            return
        self.cursor = row
        y = self._scroll_for(row, int(self.scroll_offset.y))
        if y != int(self.scroll_offset.y):
            self.scroll_to(y=y, animate=False, force=True)
        self._want()
        self._tell()
        self.refresh()

    def _scroll_for(self, row: int, now: int) -> int:
        return max(0, min(row, max(now, row - self._height + 1)))

    @property
    def _height(self) -> int:
        """Rows in sight, the heading not counted."""
        return max(1, self.scrollable_content_region.height - 1)

    def _tell(self) -> None:
        entry = self.entry
        now = None if entry is None else (self.cursor, entry.key)
        if now is not None and now == self._told:
            return
        self._told = now
        if entry is not None or not self.listing.total:
            self.post_message(self.Moved(self, entry, self.cursor + 1))

    # Fetching

    def watch_scroll_y(self, before: float, after: float) -> None:
        super().watch_scroll_y(before, after)
        self._want()

    def _want(self) -> None:
        """Ask for the windows that hold rows in sight, or the cursor, and are not at hand."""
        if self.listing.fetch is None:
            return
        first = int(self.scroll_offset.y)
        for row in {self.cursor, *range(first, min(first + self._height + 1, self.listing.total))}:
            offset = row - row % WINDOW
            if row not in self._kept and offset not in self._asked:
                self._asked.add(offset)
                self.post_message(self.Wanted(self, self.listing, offset))

    # Drawing

    def on_resize(self) -> None:
        self._fit()
        y = self._scroll_for(self.cursor, int(self.scroll_offset.y))
        self.scroll_to(y=y, animate=False, force=True)
        self._want()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.refresh()

    def _fit(self, more: list[Entry] | None = None) -> None:
        """Give the columns their widths; figures that come later may widen them."""
        columns = self.listing.columns
        room = self.size.width - self.styles.scrollbar_size_vertical - gutter(self.listing)
        entries = more if more is not None else list(self._kept.values())
        labels = [self._say(f"col.{column.name}") for column in columns]
        behind = decimals(columns, entries)
        if more is not None and len(self._behind) == len(behind):
            behind = [max(pair) for pair in zip(self._behind, behind, strict=True)]
        self._behind = behind
        if room > 0:
            wide = widths(columns, entries or list(self._kept.values()), labels, room, behind)
            narrower = more is not None and all(a <= b for a, b in zip(wide, self._widths, strict=True))
            if more is None or not narrower:
                self._widths = (
                    wide if more is None else widths(columns, list(self._kept.values()), labels, room, behind)
                )
        self.virtual_size = Size(self.size.width - self.styles.scrollbar_size_vertical, self.listing.total + 1)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.rich_style
        if not self.listing.total or len(self._widths) != len(self.listing.columns):
            return Strip.blank(width, base)
        drawn = Drawn(self, self.listing, self._widths, self._behind)
        if y == 0:
            return Strip(drawn.head(self._say), None).adjust_cell_length(width, base).simplify()
        row = int(self.scroll_offset.y) + y - 1
        if row >= self.listing.total:
            return Strip.blank(width, base)
        entry = self._kept.get(row)
        style = self.style_of("rows--cursor") if row == self.cursor else base
        if entry is None:
            return Strip([Segment("  ·", self.style_of("rows--faint"))]).adjust_cell_length(width, style)
        segments = drawn.row(entry, style, entry.key in self.picked)
        return Strip(segments).adjust_cell_length(width, style).simplify()

    def style_of(self, name: str) -> Style:
        """The style of a component class, on this widget's background."""
        return self.get_component_rich_style(name)

    def refresh_line(self, row: int) -> None:
        """Draw one row again."""
        self.refresh(Region(0, row - int(self.scroll_offset.y) + 1, self.size.width, 1))
