"""What can be done with the rows of any place: copy, collect, export, decide, sort, group, chart, ask why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from extractor.corrections import Correction, Corrections
from extractor.records import Row
from extractor.store.contract import KIND_NAMES
from tui.basket import Basket
from tui.citation import STYLES, cited, quoted
from tui.clean import line
from tui.desk import Table
from tui.errands import Errands
from tui.listing import Entry, Evidence, Key, Listing
from tui.lists.card import Card, card
from tui.lists.charts import Charts, charts
from tui.places.ask import Ask
from tui.places.place import PAUSE, Place
from tui.screens.basket import BasketScreen
from tui.screens.charts import ChartsScreen
from tui.screens.correct import CorrectDialog, correctable
from tui.screens.watching import Watching
from tui.screens.why import Block, WhyScreen, of_answer, of_fact
from tui.widgets.card import CardPane
from tui.widgets.evidence import EvidencePane
from tui.widgets.menu import Menu
from tui.words import Say

if TYPE_CHECKING:
    from tui.screens.export import Wish

NONE = "-"
"""The choice of nothing: no order, no groups."""


class Acting(Watching):
    """Mixed into the main screen."""

    def __init__(self, errands: Errands, basket: Basket, say: Say) -> None:
        super().__init__(errands, say)
        self.basket = basket
        self.menu = Menu(say)
        self._nth = 0
        self._cite_style = STYLES[0]
        self._soon: Timer | None = None

    # The card

    def show_card(self, entry: Entry) -> None:
        """Fetch and show the card of an entry."""

        def job(table: Table) -> tuple[Card, tuple[Correction, ...]]:
            decided = self._trail(table, entry.key) if entry.review else []
            return card(table, self.say, entry), tuple(decided)

        def send() -> None:
            self.errands.send("card", job, lambda found: self.query_one(CardPane).show(*found))

        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(PAUSE, send)

    def drop_card(self) -> None:
        """No card is wanted any more."""
        if self._soon is not None:
            self._soon.stop()
        self.errands.drop("card")

    def _trail(self, table: Table, key: Key) -> list[Correction]:
        return Corrections.beside(table.index.path).trail(key)

    # Copying

    def action_copy(self) -> None:
        self._copy(quoted, "copied")

    def action_cite(self) -> None:
        self._copy(partial(cited, say=self.say, style=self._cite_style), f"copied.{self._cite_style}")

    def action_cite_as(self) -> None:
        """Choose how quotes are cited from now on, and cite so."""

        def chosen(style: str) -> None:
            self._cite_style = style
            self.action_cite()

        styles = [(style, self.say(f"cite.{style}")) for style in STYLES]
        self.menu.ask(self.say("choose.cite"), styles, chosen, self._cite_style)

    def _copy(self, words: Callable[[Evidence], str], told: str) -> None:
        evidence = self.query_one(EvidencePane).evidence
        if evidence is None:
            self.warn("nothing.to.copy")
            return
        self.app.copy_to_clipboard(words(evidence))
        self.tell(told)

    # Collecting and exporting

    def action_collect(self) -> None:
        """Put the selected rows, or the one under the cursor, into the basket."""
        keys, entries = self._chosen()
        if not keys:
            self.warn("nothing.to.export")
            return
        job = partial(_records, say=self.say, keys=keys, entries=entries)
        self.errands.send("collect", job, self._collected)

    def _collected(self, rows: list[Row]) -> None:
        try:
            n = self.basket.add(rows)
        except OSError as wrong:
            self.warn("basket.unsaved", why=wrong.strerror or str(wrong))
            return
        self.tabs.basket(len(self.basket))
        if n:
            self.tell("basket.added", n=n, total=len(self.basket))
        else:
            self.tell("basket.there")

    def action_basket(self) -> None:
        """Look at what was collected."""

        def closed(result: str | None) -> None:
            self.tabs.basket(len(self.basket))
            if result == "export":
                self._export_dialog([("basket", len(self.basket))], self.say("basket"))

        self.app.push_screen(BasketScreen(self.say, self.basket), closed)

    def action_export(self) -> None:
        """The selected rows, all that is listed, or the basket, into a file."""
        rows = self.place.rows
        whats = [("selected", len(rows.picked))] if rows.picked else []
        if rows.display and rows.listing.total and self.place.by is None:
            whats.append(("all", rows.listing.total))
        if len(self.basket):
            whats.append(("basket", len(self.basket)))
        if not whats:
            self.warn("nothing.to.export")
            return
        words = [self.say(self.place.NAME), *self.place.chips(), self.place.wanted.words or ""]
        self._export_dialog(whats, "-".join(word for word in words if word))

    def _export_dialog(self, whats: list[tuple[str, int]], named: str) -> None:
        from tui.screens.export import ExportDialog  # with what writes files: when the first one is wanted

        self.app.push_screen(ExportDialog(self.say, whats, Path.cwd(), named), self._export)

    def _export(self, wish: Wish | None) -> None:
        if wish is not None:
            self.errands.send("export", partial(self._write, wish), partial(self._exported, wish))

    def _write(self, wish: Wish, table: Table) -> int:
        from extractor.export import write_rows

        if wish.what == "basket":
            return write_rows(self.basket.rows, wish.format, wish.path)
        rows = self.place.rows
        if wish.what == "selected":
            chosen = _records(table, self.say, list(rows.picked), list(rows.picked.values()))
        else:
            chosen = _all(table, self.say, rows.listing)
        return write_rows(chosen, wish.format, wish.path)

    def _exported(self, wish: Wish, n: int) -> None:
        self.notify(self.say("exported", n=f"{n:,}", path=line(str(wish.path))), markup=False, timeout=6)

    def _chosen(self) -> tuple[list[Key], list[Entry | None]]:
        """The selected rows; where none is, the one under the cursor; groups are no rows."""
        rows = self.place.rows
        found = dict(rows.picked) or ({rows.entry.key: rows.entry} if rows.display and rows.entry else {})
        found = {key: entry for key, entry in found.items() if not key[0].startswith("group.")}
        return list(found), list(found.values())

    # Deciding

    def action_accept(self) -> None:
        self._decide("accepted", lambda book, key: book.accept(key))

    def action_reject(self) -> None:
        self._decide("rejected", lambda book, key: book.reject(key))

    def action_undo(self) -> None:
        """Take back the last decision about the row."""

        def undo(book: Corrections, key: Key) -> object:
            force = {each.id for each in book.in_force()}
            own = [each for each in book.trail(key) if each.id in force]
            return book.undo(own[-1].id) if own else None

        self._decide("undone", undo)

    def action_correct(self) -> None:
        """Overwrite what is wrong in the row under the cursor."""
        entry = self.place.rows.entry if self.place.rows.display else None
        if entry is None or not correctable(entry.key[0]):
            self.warn("decided.no")
            return

        def changed(result: tuple[dict[str, str], str] | None) -> None:
            if result is not None:
                changes, why = result
                self._decide("corrected", lambda book, key: book.correct(key, changes, why), [entry.key])

        self.app.push_screen(CorrectDialog(self.say, entry.key[0], entry.values), changed)

    def _decide(self, told: str, act: Callable[[Corrections, Key], object], keys: list[Key] | None = None) -> None:
        keys = [key for key in keys or self._chosen()[0] if key[0] in KIND_NAMES]
        if not keys:
            self.warn("decided.no")
            return

        def job(table: Table) -> bool:
            book = Corrections.beside(table.index.path)
            return bool([done for key in keys if (done := act(book, key)) is not None])

        self.errands.send("decide", job, lambda done: self._decided(told if done else "none"))

    def _decided(self, told: str) -> None:
        self.tell(f"decided.{told}")
        if isinstance(self.place, Ask):
            self.place.again()
        else:
            self.place.renew(keep=True)

    # Looking at it otherwise

    def action_sort(self) -> None:
        """Choose what the list is sorted by."""
        place = self.place
        if not place.SORTS:
            self.warn("no.sort")
            return
        first = "sort.place.reports" if place.NAME == "reports" else "sort.place"
        names = [(by or NONE, self.say(f"col.{by}") if by else self.say(first)) for by in place.SORTS]
        self._choose("choose.sort", names, place.order.by or NONE, place.sort)

    def action_group(self) -> None:
        """Choose what the list is grouped by."""
        place = self.place
        if not place.GROUPS:
            self.warn("no.group")
            return
        names = [*((by, self.say(f"col.{by}")) for by in place.GROUPS), (NONE, self.say("group.none"))]
        self._choose("choose.group", names, place.by or place.GROUPS[0], place.group)

    def _choose(self, title: str, names: list[tuple[str, str]], now: str, then: Callable[[str | None], None]) -> None:
        def chosen(value: str) -> None:
            then(None if value == NONE else value)
            self.place.focus_rows()

        self.menu.ask(self.say(title), names, chosen, now)

    def action_charts(self) -> None:
        """Charts of what the list of reasons is narrowed to."""
        place, reasons = self.place, self.place_called("reasons")
        wanted = place.wanted if place is reasons else reasons.wanted
        entry = place.rows.entry if place.rows.display else None

        def show(found: Charts) -> None:
            self.app.push_screen(ChartsScreen(self.say, found))

        self.errands.send("charts", lambda table: charts(table, wanted, entry), show)

    def action_why(self) -> None:
        """Where the answer, or the row under the cursor, comes from."""
        place = self.place
        if isinstance(place, Ask) and place.answer is not None:
            self._show_why(of_answer(place.answer, self.say))
            return
        keys, entries = self._chosen()
        if not keys:
            self.warn("nothing.to.copy")
            return

        def job(table: Table) -> list[Block]:
            rows = _records(table, self.say, keys[:1], entries[:1])
            trail = self._trail(table, keys[0]) if keys[0][0] in KIND_NAMES else []
            return of_fact(rows[0] if rows else {}, trail, self.say)

        self.errands.send("why", job, self._show_why)

    def _show_why(self, blocks: list[Block]) -> None:
        self.app.push_screen(WhyScreen(self.say, blocks))

    @property
    def place(self) -> Place:
        """The place in sight."""
        raise NotImplementedError

    def place_called(self, name: str) -> Place:
        """The place of this name."""
        raise NotImplementedError


def _all(table: Table, say: Say, listing: Listing) -> list[Row]:
    """The records of everything that is listed; what is not known by its id is fetched whole."""
    keys = listing.keys() if listing.keys else []
    if keys and keys[0][0] in KIND_NAMES:
        return _records(table, say, keys, [])
    entries = listing.fetch(0, listing.counted() if listing.counted else listing.total) if listing.fetch else []
    return _records(table, say, [entry.key for entry in entries], list(entries))


def _records(table: Table, say: Say, keys: list[Key], entries: list[Entry | None]) -> list[Row]:
    from tui.exporting import records

    return records(table, say, keys, entries)
