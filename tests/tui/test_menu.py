"""The menu over the main screen, and the keys at its foot."""

from __future__ import annotations

from rich.cells import cell_len

from tests.tui.conftest import place, press, screen, screen_text, settle, typing
from tui.app import JuesuanApp
from tui.widgets.keys import Keys
from tui.widgets.rows import Rows

SIZE = (140, 42)


async def test_while_the_menu_is_open_no_other_key_does_anything(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        menu = screen(pilot).menu
        assert menu.open and menu.region.area
        await press(pilot, "q", "f", "tab", "space", "9", "5")
        assert app.is_running and not menu.open  # 5 is one of the choices
        assert place(pilot).order.by == "actual"
        assert place(pilot).NAME == "reasons"
        assert isinstance(app.focused, Rows)


async def test_escape_leaves_everything_as_it_was(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        before = app.focused
        await press(pilot, "F", "j", "escape")
        assert not screen(pilot).menu.open
        assert app.focused is before
        assert place(pilot).by is None


async def test_a_click_elsewhere_closes_the_menu(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        await pilot.click("#reasons-rows", offset=(4, 3))
        await settle(pilot)
        assert not screen(pilot).menu.open
        assert place(pilot).rows.cursor == 2
        await press(pilot, "j")
        assert place(pilot).rows.cursor == 3


async def test_the_foot_names_the_keys_of_what_has_the_focus(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        foot = screen(pilot).query_one(Keys)
        assert "s 排序" in str(foot.render())
        await press(pilot, "s")
        assert "esc" in str(foot.render()) and "筛选" not in str(foot.render())
        await press(pilot, "escape")
        assert "f 筛选" in str(foot.render())
        assert "f 筛选" in screen_text(app)


async def test_a_key_at_the_foot_can_be_clicked(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        line = screen_text(app).splitlines()[-1]
        await pilot.click("#keys", offset=(cell_len(line.partition("f 筛选")[0]) + 1, 0))
        await settle(pilot)
        assert typing(pilot)
