"""A table of entries: columns fitted to the room there is, more rows fetched as the cursor nears the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import DataTable

from tui.clean import ELLIPSIS, shorten
from tui.columns import GAP, widths
from tui.listing import Cell, Column, Entry, Page
from tui.words import Say

NEAR = 50
"""So many rows before the end, the next page is asked for."""


class Grid(DataTable[Text]):
    """A `DataTable` that is given entries, never markup; one click chooses a row, as does enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "key.choose", key_display="enter"),
        Binding("j,down", "cursor_down", "key.down", show=False),
        Binding("k,up", "cursor_up", "key.up", show=False),
        Binding("g,home,ctrl+home", "scroll_top", "key.top", show=False),
        Binding("G,end,ctrl+end", "scroll_bottom", "key.bottom", show=False),
        Binding("pagedown,ctrl+d", "page_down", "key.page.down", show=False),
        Binding("pageup,ctrl+u", "page_up", "key.page.up", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid--faint", "grid--mark", "grid--short"}

    @dataclass
    class Moved(Message):
        """The cursor stands on another row (or on the first of a new list)."""

        grid: Grid
        row: int

        @property
        def control(self) -> Grid:
            return self.grid

    @dataclass
    class Chosen(Message):
        """A row was chosen, by enter or, where `clicked`, by the mouse."""

        grid: Grid
        row: int
        clicked: bool = False

        @property
        def control(self) -> Grid:
            return self.grid

    @dataclass
    class Wanted(Message):
        """The rows after the first `offset` are wanted."""

        grid: Grid
        offset: int

        @property
        def control(self) -> Grid:
            return self.grid

    def __init__(self, say: Say, name: str) -> None:
        super().__init__(id=name, cursor_type="row", cell_padding=0, header_height=1)
        self._say = say
        self._fields: tuple[Column, ...] = ()
        self._entries: list[Entry] = []
        self._more = False
        self._asked = -1
        self._told: int | None = None
        self._drawn = 0

    @property
    def entries(self) -> list[Entry]:
        """The rows that are here; more may follow."""
        return self._entries

    def show(self, columns: tuple[Column, ...], page: Page, row: int = 0) -> None:
        """Show other rows, the cursor on `row`."""
        self._fields, self._entries, self._more = columns, list(page.entries), page.more
        self._asked, self._told = -1, None
        self._draw(row)
        self.scroll_to(0, 0, animate=False)
        self._tell(self.cursor_row)

    def add(self, page: Page) -> None:
        """Add the rows that follow."""
        self._entries += page.entries
        self._more = page.more
        self._rows(page.entries)

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw(self.cursor_row))

    def on_resize(self, event: events.Resize) -> None:
        if self._room() != self._drawn:
            self._draw(self.cursor_row)

    def on_click(self, event: events.Click) -> None:
        # A DataTable selects on the second click only, and only in the same column.
        row = event.style.meta.get("row", -1)
        event.prevent_default().stop()
        if 0 <= row < len(self._entries):
            self.move_cursor(row=row)
            self.post_message(self.Chosen(self, row, clicked=True))

    @on(DataTable.RowSelected)
    def _selected(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self, event.cursor_row))

    @on(DataTable.RowHighlighted)
    def _highlighted(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._tell(event.cursor_row)

    def _tell(self, row: int) -> None:
        if row == self._told or not 0 <= row < len(self._entries):
            return
        self._told = row
        self.post_message(self.Moved(self, row))
        if self._more and row >= len(self._entries) - NEAR and self._asked < len(self._entries):
            self._asked = len(self._entries)
            self.post_message(self.Wanted(self, self._asked))

    def _room(self) -> int:
        return self.container_size.width - self.styles.scrollbar_size_vertical

    def _draw(self, row: int) -> None:
        self._drawn = self._room()
        if self._drawn <= 0:
            return
        labels = [self._say(f"col.{column.name}") for column in self._fields]
        self._widths = widths(self._fields, self._entries, labels, self._drawn)
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for column, label, width in zip(self._fields, labels, self._widths, strict=True):
                if width:
                    self.add_column(_aligned(Text(label, no_wrap=True), width, column.right), width=width + GAP)
            self._rows(self._entries)
            self.move_cursor(row=row)

    def _rows(self, entries: list[Entry] | tuple[Entry, ...]) -> None:
        styles = (self.get_component_rich_style(f"grid--{name}", partial=True) for name in ("faint", "mark", "short"))
        faint, mark, short = styles
        for entry in entries:
            texts = []
            for column, cell, width in zip(self._fields, entry.cells, self._widths, strict=True):
                if not width:
                    continue
                fitted = fit(cell, width, column.keep_end)
                style = faint if column.faint or entry.faint else ""
                text = Text(fitted.text, style=style, no_wrap=True, end="")
                for start, end in fitted.marks:
                    text.stylize(mark, start, end)
                if column.name == "difference" and fitted.text.startswith("-"):
                    text.stylize(short)
                texts.append(_aligned(text, width, column.right))
            self.add_row(*texts)


def fit(cell: Cell, width: int, keep_end: bool = False) -> Cell:
    """The cell in `width` terminal cells; where it has marks, cut so that the first is in sight."""
    if cell_len(cell.text) <= width or not cell.marks:
        return replace(cell, text=shorten(cell.text, width, keep_end))
    start, end = cell.marks[0]
    if cell_len(cell.text[:end]) < width:
        return Cell(shorten(cell.text, width), cell.marks)
    first = start
    while first > 0 and (_cells(cell.text[first - 1 : end]) < width // 2 or _cells(cell.text[first - 1 :]) < width):
        first -= 1
    moved = tuple((s - first + 1, e - first + 1) for s, e in cell.marks if s >= first)
    return Cell(shorten(ELLIPSIS + cell.text[first:], width), moved)


def _cells(text: str) -> int:
    """The cells of a text with an ellipsis before it."""
    return cell_len(text) + 1


def _aligned(text: Text, width: int, right: bool) -> Text:
    if right:
        text.pad_left(max(0, width - text.cell_len))
    return text
