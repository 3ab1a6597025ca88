"""The reports of the index: filter as you type, choose one to see why its figures differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.columns import cells
from tui.listing import Column, Entry, Page
from tui.queries import Paper, narrowed
from tui.widgets.field import Field
from tui.widgets.grid import Grid
from tui.words import Say

SHOWN = 300
"""Reports drawn at a time."""

_COLUMNS = (
    Column("organisation", 8, 60, keep_end=True),
    Column("year", 4, 4),
    Column("kind", 4, 8, faint=True),
    Column("facts", 4, 10, right=True, faint=True),
)


class Documents(Vertical):
    """The list on the left. Chosen again, a report is let go: then all of them are meant."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "let_go", "key.back", show=False)]

    @dataclass
    class Chosen(Message):
        """A report was chosen, or (None) let go of."""

        paper: Paper | None

    def __init__(self, say: Say) -> None:
        super().__init__(id="documents", classes="pane")
        self._say = say
        self._all: list[Paper] = []
        self._shown: list[Paper] = []
        self._chosen: int | None = None
        self.border_title = Content(say("documents"))

    def compose(self) -> ComposeResult:
        yield Field(placeholder=self._say("filter.hint"), id="filter", compact=True)
        yield Grid(self._say, "papers")
        yield Static(id="no-papers", classes="hint", markup=False)

    def show(self, papers: list[Paper]) -> None:
        """Show the reports of the index, the cursor where it was."""
        grid = self.query_one("#papers", Grid)
        stood = self._shown[grid.cursor_row].id if grid.cursor_row < len(self._shown) else None
        self._all = papers
        self._narrow(stood)

    @property
    def chosen(self) -> Paper | None:
        """The report that was chosen, None for all."""
        return next((paper for paper in self._all if paper.id == self._chosen), None)

    def choose(self, paper: Paper | None) -> None:
        """Choose a report, None for all of them."""
        self._chosen = paper.id if paper else None
        self.post_message(self.Chosen(paper))

    @on(Input.Changed, "#filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(None)

    @on(Input.Submitted, "#filter")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one("#papers").focus()

    @on(Grid.Chosen, "#papers")
    def _picked(self, event: Grid.Chosen) -> None:
        event.stop()
        self.choose(self._shown[event.row])

    @on(Grid.Wanted, "#papers")
    def _wanted(self, event: Grid.Wanted) -> None:
        event.stop()
        event.grid.add(self._page(event.offset))

    def action_let_go(self) -> None:
        """First the filter goes, then the chosen report."""
        field = self.query_one("#filter", Input)
        if field.value:
            field.value = ""
        elif self._chosen is not None:
            self.choose(None)
        self.query_one("#papers").focus()

    def _narrow(self, stood: int | None) -> None:
        typed = self.query_one("#filter", Input).value
        self._shown = narrowed(self._all, typed)
        row = next((n for n, paper in enumerate(self._shown) if paper.id == stood), 0)
        grid, hint = self.query_one("#papers", Grid), self.query_one("#no-papers", Static)
        grid.display, hint.display = bool(self._shown), not self._shown
        hint.update(self._say("empty.filter" if self._all else "empty.index"))
        grid.show(_COLUMNS, self._page(0, max(SHOWN, row + 1)), row)
        self._count()

    def _count(self) -> None:
        n, total = len(self._shown), len(self._all)
        self.border_subtitle = Content(
            self._say("count.documents", n=total) if n == total else self._say("count.documents.of", n=n, total=total)
        )

    def _page(self, offset: int, most: int = SHOWN) -> Page:
        entries = tuple(_entry(self._say, paper) for paper in self._shown[offset : offset + most])
        return Page(entries, more=offset + most < len(self._shown))


def _entry(say: Say, paper: Paper) -> Entry:
    read = paper.status == "ok"
    facts = str(paper.facts) if read else say(f"status.{paper.status}")
    row = {"organisation": paper.title, "year": paper.year, "kind": paper.kind, "facts": facts}
    return Entry(cells(row, _COLUMNS), faint=not read)
