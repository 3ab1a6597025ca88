"""A list of 200,000 rows: only what is in sight is drawn, only windows near it are fetched."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App, ComposeResult

from tui.listing import Entry, Listing
from tui.lists.making import FIRST, WINDOW, made
from tui.themes import DARK
from tui.widgets.rows import KEPT, Rows
from tui.words import speaker

MANY = 200_000


class Long(App[None]):
    """One long list; windows come at once, or never where `deaf`."""

    CSS_PATH = "../../tui/juesuan.tcss"

    def __init__(self, how_many: Callable[[], int] | int = MANY, deaf: bool = False) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.asked: list[int] = []
        self.deaf = deaf
        self.listing = made(("subject", "value"), how_many, self.window)

    def compose(self) -> ComposeResult:
        yield Rows(speaker("zh"), "long")

    def on_mount(self) -> None:
        self.query_one(Rows).show(self.listing)
        self.query_one(Rows).focus()

    def window(self, offset: int, limit: int) -> list[Entry]:
        self.asked.append(offset)
        rows = range(offset, min(offset + limit, MANY))
        return [Entry(("n", row), (), (), {"subject": f"第{row}行", "value": str(row)}) for row in rows]

    def on_rows_wanted(self, event: Rows.Wanted) -> None:
        if not self.deaf and event.listing.fetch:
            event.rows.add(event.listing, event.offset, event.listing.fetch(event.offset, WINDOW))


async def test_end_and_middle_are_reached_with_a_window_or_two() -> None:
    app = Long()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.query_one(Rows)
        await pilot.press("G")
        await pilot.pause()
        assert rows.entry and rows.entry.values["subject"] == f"第{MANY - 1}行"
        assert len(app.asked) <= 4
        rows.scroll_to(y=100_000, animate=False)
        await pilot.pause()
        assert rows.at(100_000) is not None
        assert len(app.asked) <= 6
        text = "".join(segment.text for segment in rows.render_line(1))
        assert "第100000行" in text
        assert "100,000" in text


async def test_rows_far_away_are_forgotten() -> None:
    app = Long()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(220):
            await pilot.press("pagedown")
        assert len(app.query_one(Rows)._kept) <= KEPT


async def test_rows_that_are_not_there_yet_are_drawn_as_dots() -> None:
    app = Long(deaf=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        rows = app.query_one(Rows)
        assert rows.entry is None
        assert "·" in "".join(segment.text for segment in rows.render_line(2))
        await pilot.press("enter", "space", "k")


async def test_what_is_counted_later_is_scrolled_to_then() -> None:
    app = Long(lambda: MANY)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.query_one(Rows)
        assert rows.listing.total == FIRST + 1
        assert rows.listing.counted is not None
        assert rows.recount(app.listing, rows.listing.counted())
        await pilot.press("G")
        assert rows.cursor == MANY - 1


async def test_rows_of_a_list_that_is_gone_are_dropped() -> None:
    app = Long()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.query_one(Rows)
        rows.show(Listing())
        rows.add(app.listing, 500, app.window(500, 10))
        assert rows.at(500) is None
        assert not rows.recount(app.listing, 5)
        await pilot.press("j", "G", "enter", "space")


async def test_points_stand_under_points() -> None:
    app = Long(3)
    async with app.run_test(size=(80, 24)) as pilot:
        values = ["1234.5", "-20", "0.125"]
        rows = [Entry(("n", n), (), (), {"subject": "甲", "value": value}) for n, value in enumerate(values)]
        app.query_one(Rows).show(made(("subject", "value"), 3, lambda offset, limit: rows[offset : offset + limit]))
        await pilot.pause()
        lines = ["".join(s.text for s in app.query_one(Rows).render_line(y)) for y in (1, 2, 3)]
        assert lines[0].index("1,234.5") + 5 == lines[2].index("0.125") + 1 == lines[1].index("-20") + 3
