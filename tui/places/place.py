"""What the places have in common: a field, facets beside the rows, a line that says what is listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from extractor.store import Filter
from extractor.store.survey import Order
from tui.clean import line
from tui.desk import Table
from tui.errands import Errands
from tui.listing import Entry, Listing
from tui.lists.reasons import Facet
from tui.widgets.facets import Facets
from tui.widgets.field import Field
from tui.widgets.rows import Rows
from tui.words import Say

ALL = Filter(review="any")
"""What was rejected is listed too, crossed out."""


PAUSE = 0.08
"""Seconds after the rows of a list until they are counted: whoever goes on typing does not wait for that."""


class Place(Vertical):
    """One listing at a time. Subclasses say what is listed (`listing`), and how it divides (`facets`)."""

    NAME: ClassVar[str]
    SORTS: ClassVar[tuple[str | None, ...]] = ()
    DESCENDING: ClassVar[set[str]] = set()
    GROUPS: ClassVar[tuple[str, ...]] = ()
    FACETED: ClassVar[bool] = False
    FIELDS: ClassVar[dict[str, str]] = {}
    """What narrows to a value of a group or a facet, where the filter calls it otherwise."""

    @dataclass
    class Pointed(Message):
        """The cursor of this place stands on another entry."""

        place: Place
        entry: Entry | None
        nth: int

    @dataclass
    class Recounted(Message):
        """It is known by now how many rows there are."""

        place: Place

    @dataclass
    class Read(Message):
        """The evidence of the entry under the cursor is to be read."""

    def __init__(self, say: Say, errands: Errands) -> None:
        super().__init__(id=self.NAME, classes="place")
        self.say = say
        self.errands = errands
        self.wanted = ALL
        self.order = Order()
        self.by: str | None = None
        self.stale = True
        self._later: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="bar"):
            yield Field(placeholder=self.say(f"filter.{self.NAME}"), classes="words", compact=True)
            yield Static(classes="told", markup=False)
        with Horizontal(classes="lists"):
            if self.FACETED:
                yield Facets(self.say)
            with Vertical(classes="rows-box"):
                yield Rows(self.say, f"{self.NAME}-rows")
                yield Static(classes="hint", markup=False)

    # What subclasses say

    def listing(self, table: Table, wanted: Filter, order: Order, by: str | None) -> Listing:
        """What is to be listed (in a worker)."""
        raise NotImplementedError

    def facets(self, table: Table, wanted: Filter) -> list[Facet]:
        """How it divides (in a worker)."""
        return []

    # What is shown

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    @property
    def field(self) -> Field:
        """Where one types."""
        return self.query_one(Field)

    def renew(self, *, keep: bool = False) -> None:
        """List again; `keep` leaves the cursor and the selection where they are."""
        self.stale = False
        self.errands.drop(f"count.{self.NAME}")
        job = partial(_listed, self.listing, self.wanted, self.order, self.by)
        self.errands.send(f"list.{self.NAME}", job, partial(self.show, keep=keep))
        self.errands.drop(f"facets.{self.NAME}")

    def show(self, listing: Listing, *, keep: bool = False) -> None:
        """Show what was found."""
        rows, hint = self.rows, self.query_one(".hint", Static)
        rows.display = bool(listing.total)
        hint.display = not listing.total
        hint.update(listing.empty)
        had_focus = rows.has_focus
        rows.show(listing, rows.cursor if keep else 0, keep_picked=keep)
        if had_focus and not listing.total:
            self.focus_rows()
        self.tell()
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(PAUSE, partial(self._more, listing))

    def _more(self, listing: Listing) -> None:
        """What may come a little later than the rows: how many there are, and how they divide."""
        if listing.counted is not None:
            count = partial(_counted, listing.counted)
            self.errands.send(f"count.{self.NAME}", count, partial(self.recount, listing))
        if self.FACETED:
            self.errands.send(f"facets.{self.NAME}", partial(_divided, self.facets, self.wanted), self.show_facets)

    def recount(self, listing: Listing, total: int) -> None:
        """How many rows there are in all."""
        if self.rows.recount(listing, total):
            self.tell()
            self.post_message(self.Recounted(self))

    def show_facets(self, facets: list[Facet]) -> None:
        """Show how it divides."""
        self.query_one(Facets).show(facets)

    def tell(self) -> None:
        """The line beside the field: what is listed, how it is narrowed and sorted."""
        listing = self.rows.listing
        parts = [self.say(listing.count, n=listing.told)] if listing.total else []
        if self.rows.picked:
            parts.append(self.say("count.selected", n=len(self.rows.picked)))
        if listing.unit:
            parts.append(self.say("in.unit", unit=line(listing.unit)))
        if self.by is None and listing.by:
            way = self.say("sorted.down" if listing.descending else "sorted.up")
            parts.append(self.say("sorted.by", column=self.say(f"col.{listing.by}").removesuffix("%"), way=way))
        told = Content.styled("　".join(parts), "$faint")
        chips = self.chips()
        if chips:
            told = Content.assemble(("　".join(chips), "$accent"), "　", told)
        self.query_one(".told", Static).update(told)

    def chips(self) -> list[str]:
        """What the list is narrowed to, but for the words in the field."""
        fields = (
            "whose",
            "document",
            "year",
            "leading",
            "functional",
            "compared_with",
            "direction",
            "rule",
            "severity",
        )
        found = []
        for name in (*fields, "subjects"):
            value = getattr(self.wanted, name)
            if value is not None:
                text = "、".join(each.rsplit("/", 1)[-1] for each in value) if name == "subjects" else str(value)
                found.append(line(self.say(f"severity.{value}") if name == "severity" else text, 24))
        return found

    # Narrowing

    def narrow(self, by: str, value: Any) -> None:
        """Narrow to a value of a group or a facet (None: let it go), and list the rows."""
        field = self.FIELDS.get(by, by)
        if field == "subjects" and value is not None:
            value = (value,)
        self.wanted = replace(self.wanted, **{field: value})
        self.by = None
        self.renew()

    def back(self) -> bool:
        """One step back: the groups, the last thing narrowed to, the words. False where there is none."""
        if self.by is not None:
            self.by = None
        elif self.wanted != (kept := replace(ALL, words=self.wanted.words)):
            self.wanted = kept
        elif self.field.value:
            self.field.fill("")
            self.wanted = ALL
        else:
            return False
        self.renew()
        return True

    def sort(self, by: str | None) -> None:
        """Sort by a column; the same one again turns it round."""
        if by == self.order.by:
            self.order = Order(by, not self.order.descending)
        else:
            self.order = Order(by, by in self.DESCENDING)
        self.by = None
        self.renew()

    def group(self, by: str | None) -> None:
        """Group by something, None: list the rows."""
        self.by = by
        self.renew()

    @on(Input.Changed, ".words")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        words = event.value.strip() or None
        if words != self.wanted.words:
            self.wanted = replace(self.wanted, words=words)
            self.renew()

    @on(Input.Submitted, ".words")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_rows()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        event.stop()
        self.focus_rows()

    @on(Facets.Chosen)
    def _facet(self, event: Facets.Chosen) -> None:
        event.stop()
        self.narrow(event.facet.by, None if event.facet.chosen else event.facet.value)

    @on(Rows.Headed)
    def _headed(self, event: Rows.Headed) -> None:
        event.stop()
        column = "budget" if event.column == "base" else event.column
        if column in self.SORTS and self.by is None:
            self.sort(column)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        self.post_message(self.Pointed(self, event.entry, event.nth))

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        if event.entry.key[0].startswith("group."):
            self.narrow(str(event.entry.values["by"]), event.entry.values["value"])
        else:
            self.open(event.entry)

    def open(self, entry: Entry) -> None:
        """Enter on an entry."""
        if entry.evidence:
            self.post_message(self.Read())

    @on(Rows.Wanted)
    def _wanted_rows(self, event: Rows.Wanted) -> None:
        event.stop()
        fetch = event.listing.fetch
        if fetch is not None:
            add = partial(self.rows.add, event.listing, event.offset)
            self.errands.send(f"rows.{self.NAME}", partial(_window, fetch, event.offset), add, end_others=False)

    @on(Rows.Picked)
    def _picked(self, event: Rows.Picked) -> None:
        event.stop()
        if not event.all_:
            self.tell()
            return
        listing = self.rows.listing
        if len(self.rows.picked) >= listing.total:
            self._pick([])
        elif listing.keys is not None and listing.total > len(listing.first):
            self.errands.send(f"keys.{self.NAME}", partial(_keys, listing), self._pick)
        else:
            self._pick([entry.key for entry in listing.first])

    def _pick(self, keys: list[Any]) -> None:
        self.rows.pick(keys)
        self.tell()

    def focus_rows(self) -> None:
        """Put the focus where the keys do something: the rows; the field where its words are to blame; or nowhere."""
        target = self.rows if self.rows.display else self.field if self.field.value else None
        self.screen.set_focus(target)

    def enter(self) -> None:
        """This place is now the one in sight."""
        if self.stale:
            self.renew()
        self.focus_rows()


Make = Callable[[Table, Filter, Order, str | None], Listing]


def _listed(make: Make, wanted: Filter, order: Order, by: str | None, table: Table) -> Listing:
    return make(table, wanted, order, by)


def _divided(make: Callable[[Table, Filter], list[Facet]], wanted: Filter, table: Table) -> list[Facet]:
    return make(table, wanted)


def _counted(count: Callable[[], int], _: Table) -> int:
    return count()


def _window(fetch: Callable[[int, int], list[Entry]], offset: int, _: Table) -> list[Entry]:
    from tui.lists.making import WINDOW

    return fetch(offset, WINDOW)


def _keys(listing: Listing, _: Table) -> list[Any]:
    return listing.keys() if listing.keys else []
