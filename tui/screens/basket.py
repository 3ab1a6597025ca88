"""The basket: what was collected, to look through, throw out, and export."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from extractor.records import Row
from tui.basket import Basket
from tui.clean import line
from tui.listing import Entry, Listing
from tui.lists.making import whole
from tui.screens.dialog import Dialog
from tui.widgets.keys import Keys
from tui.widgets.rows import Rows
from tui.words import Say

_NAMES = ("what", "organisation", "year", "subject", "note", "value", "unit", "page")


class BasketScreen(Dialog[str]):
    """Yields `export` where the basket is to be exported."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,x,backspace", "remove", "key.remove", key_display="x"),
        Binding("ctrl+e", "export", "key.export", key_display="^e"),
        Binding("escape,q,B", "leave", "key.close", key_display="esc"),
    ]

    def __init__(self, say: Say, basket: Basket) -> None:
        super().__init__(say, say("basket.title"))
        self._basket = basket

    def compose(self) -> ComposeResult:
        yield Static(id="basket-title", markup=False)
        yield Rows(self.say, "basket-rows")
        yield Static(self.say("empty.basket"), classes="hint", markup=False)
        yield Static(id="basket-quote", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self._show(0)
        self.query_one(Rows).focus()

    def action_remove(self) -> None:
        rows = self.query_one(Rows)
        keys = list(rows.picked) or ([rows.entry.key] if rows.entry else [])
        chosen = {int(str(key[1])) for key in keys}
        gone = [row for at, row in enumerate(self._basket.rows) if at in chosen]
        try:
            n = self._basket.remove(gone)
        except OSError as wrong:
            self.notify(self.say("basket.unsaved", why=wrong.strerror), severity="error", markup=False)
            return
        self.notify(self.say("basket.removed", n=n, total=len(self._basket)), markup=False, timeout=2)
        self._show(rows.cursor)

    def action_export(self) -> None:
        self.dismiss("export" if len(self._basket) else None)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        event.stop()
        row = event.entry.record if event.entry and event.entry.record else {}
        self.query_one("#basket-quote", Static).update(line(str(row.get("citation") or ""), 400))

    @on(Rows.Picked)
    def _picked(self, event: Rows.Picked) -> None:
        event.stop()
        rows = event.rows
        if event.all_:
            all_ = [("basket", at) for at in range(len(self._basket))]
            rows.pick([] if len(rows.picked) == len(all_) else list(all_))

    def _show(self, cursor: int) -> None:
        listing = _listing(self._basket.rows, self.say)
        rows, hint = self.query_one(Rows), self.query_one(".hint")
        rows.display, hint.display = bool(listing.total), not listing.total
        rows.show(listing, cursor)
        title = self.say("basket.title") + (f"　{self.say('count.reasons', n=listing.total)}" if listing.total else "")
        self.query_one("#basket-title", Static).update(title)
        if not listing.total:
            self.query_one("#basket-quote", Static).update("")


def _listing(rows: list[Row], say: Say) -> Listing:
    entries = []
    for at, row in enumerate(rows):
        name = row.get("subject") or row.get("indicator") or row.get("project") or row.get("rule") or row.get("section")
        note = row.get("reason") or row.get("text") or row.get("message") or row.get("quote") or row.get("document")
        values = {
            "what": say(f"record.{row['record']}"),
            "organisation": row.get("organisation"),
            "year": row.get("year"),
            "subject": name,
            "value": row.get("value") or row.get("change") or row.get("actual"),
            "unit": row.get("unit"),
            "note": note,
            "page": row.get("page"),
        }
        entries.append(Entry(("basket", at), (), (), values, row))
    return whole(_NAMES, entries)
