"""Words in the text of all reports."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from extractor.store import Filter
from extractor.store.survey import Order
from tui.clean import shorten
from tui.desk import Table
from tui.listing import Listing
from tui.lists import hits
from tui.lists.reasons import Facet
from tui.places.place import Place
from tui.widgets.field import Field

_FIELDS = {"year": "年份", "organisation": "单位", "category": "类别"}
"""How the query language names what a facet narrows to."""


class Search(Place):
    """What is found as one types; facets add to the query."""

    NAME = "search"
    FACETED = True

    def on_mount(self) -> None:
        self.query_one(Field).placeholder = self.say("search.hint")

    def listing(self, table: Table, wanted: Filter, order: Order, by: str | None) -> Listing:
        return hits.hits(table.index, self.say, wanted.words or "")

    def facets(self, table: Table, wanted: Filter) -> list[Facet]:
        return hits.facets(table.index, wanted.words or "")

    def narrow(self, by: str, value: object) -> None:
        """Put the value into the query."""
        if by == "section" or value is None:
            return
        words = f"{self.field.value.strip()} {_FIELDS[by]}:{value}".strip()
        self.field.fill(words)
        self.wanted = replace(self.wanted, words=words)
        self.renew()

    def tell(self) -> None:
        """How many places, and how the query was read where that is not plain."""
        listing = self.rows.listing
        parts: list[str] = []
        if listing.total:
            parts.append(self.say(listing.count, n=listing.told))
        if self.rows.picked:
            parts.append(self.say("count.selected", n=len(self.rows.picked)))
        told = self.query_one(".told", Static)
        room = max(0, told.size.width - sum(map(cell_len, parts)) - 4)
        note = shorten("　".join(listing.extra or ()), room)
        told.update(Content.assemble((note, "$accent"), ("　" + "　".join(parts), "$faint")))
        told.tooltip = "\n".join(listing.extra or ()) or None

    def chips(self) -> list[str]:
        return []

    def enter(self) -> None:
        self.stale = False
        if self.field.value:
            self.focus_rows()
        else:
            if not self.rows.listing.empty:
                self.renew()
            self.field.focus()
