"""Every key does what the footer and the help say."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from tests.tui.conftest import ARCHIVE, WATER, press, settle
from tui.app import JuesuanApp
from tui.screens.browse import BrowseScreen
from tui.screens.help import HelpScreen
from tui.widgets.documents import Documents
from tui.widgets.evidence import EvidencePane, Reader
from tui.widgets.field import Field
from tui.widgets.grid import Grid
from tui.widgets.results import Results


def cells(grid: Grid, row: int = 0) -> list[str]:
    return [cell.text for cell in grid.entries[row].cells]


def focused(app: JuesuanApp) -> str | None:
    return app.focused.id if app.focused else None


async def test_it_begins_with_all_reports_and_all_explained_variances(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        assert len(app.screen.query_one("#papers", Grid).entries) == 3
        assert len(app.screen.query_one(Results).grid.entries) == 12
        assert focused(app) == "papers"


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("slash", "search"),
        ("ideographic_comma", "search"),
        ("colon", "ask"),
        ("fullwidth_colon", "ask"),
        ("f", "filter"),
    ],
)
async def test_a_key_reaches_an_input_and_escape_leaves_it(app: JuesuanApp, key: str, field: str) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert focused(app) == field
        await press(pilot, "escape")
        assert not isinstance(app.focused, Input)


async def test_a_report_is_chosen_with_enter_and_let_go_with_escape(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        results, chosen = app.screen.query_one(Results), app.screen.query_one(Documents).chosen
        assert chosen is not None
        assert chosen.title in results.listing.title
        assert {entry.evidence.organisation for entry in results.grid.entries if entry.evidence} == {chosen.title}
        assert focused(app) == "rows"
        await press(pilot, "escape", "escape")
        assert app.screen.query_one(Documents).chosen is None
        assert len(results.grid.entries) == 12


async def test_searching_happens_while_typing(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=防汛")
        rows = app.screen.query_one(Results).grid.entries
        assert len(rows) == 3
        assert all(entry.evidence and "防汛" in entry.evidence.quote for entry in rows)
        assert focused(app) == "search"
        await press(pilot, "enter")
        assert focused(app) == "rows"


async def test_emptying_the_search_brings_the_variances_back(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=防汛", "backspace", "backspace")
        assert len(app.screen.query_one(Results).grid.entries) == 12


async def test_the_filter_narrows_the_reports_as_one_types(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=水利 2023")
        assert [entry.cells[0].text for entry in app.screen.query_one("#papers", Grid).entries] == [WATER]
        await press(pilot, "enter", "escape")
        assert app.screen.query_one("#filter", Input).value == ""
        assert len(app.screen.query_one("#papers", Grid).entries) == 3


async def test_moving_the_cursor_shows_the_evidence_and_enter_goes_there(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pane = app.screen.query_one(EvidencePane)
        seen = []
        for key in ("j", "down", "k", "up", "G", "g", "end", "home"):
            await press(pilot, key)
            row = app.screen.query_one(Results).grid.cursor_row
            assert pane.evidence == app.screen.query_one(Results).grid.entries[row].evidence
            seen.append(row)
        assert seen == [1, 2, 1, 0, 3, 0, 3, 0]
        await press(pilot, "enter")
        assert isinstance(app.focused, Reader)
        await press(pilot, "escape")
        assert focused(app) == "rows"


async def test_the_clause_is_highlighted(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=设备到货", "enter")
        leaf = app.screen.query_one(EvidencePane).leaf
        assert leaf is not None
        paragraph = leaf.paragraphs[leaf.found]
        assert paragraph.mark is not None
        assert paragraph.text[slice(*paragraph.mark)] == "设备到货"


async def test_the_text_scrolls_by_the_same_keys(app: JuesuanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "tab", "tab", "enter")
        reader = app.screen.query_one(Reader)
        reader.focus()
        await press(pilot, "G")
        bottom = reader.scroll_offset.y
        await press(pilot, "g")
        top = reader.scroll_offset.y
        await press(pilot, "j", "j", "k")
        assert (top, reader.scroll_offset.y) == (0, 1)
        assert bottom > 3


async def test_next_and_previous_work_from_anywhere_and_say_where_they_end(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        grid = app.screen.query_one(Results).grid
        await press(pilot, "n", "n", "p")
        assert grid.cursor_row == 1
        assert focused(app) == "papers"
        await press(pilot, "p", "p")
        assert grid.cursor_row == 0
        assert any("第一条" in toast.message for toast in app._notifications)


async def test_copying_with_and_without_the_citation(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", f"={ARCHIVE}", "escape", "slash")
        app.screen.query_one("#search", Input).value = "防汛"
        await press(pilot, "enter", "y")
        assert "防汛" in app.clipboard
        assert "《" not in app.clipboard
        await press(pilot, "Y")
        evidence = app.screen.query_one(EvidencePane).evidence
        assert evidence is not None
        for part in (
            evidence.organisation,
            evidence.document.removesuffix(".txt"),
            str(evidence.year),
            "第 1 页",
            "防汛",
        ):
            assert str(part) in app.clipboard


async def test_copying_nothing_says_so(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=查无此词", "enter", "y")
        assert app.clipboard == ""
        assert any("先选一行" in toast.message for toast in app._notifications)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_names_every_binding(app: JuesuanApp, key: str) -> None:
    async with app.run_test(size=(140, 60)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert isinstance(app.screen, HelpScreen)
        shown = "\n".join(str(each.render()) for each in app.screen.query("#help-text Static"))
        for node in (BrowseScreen, JuesuanApp, Grid, Reader, Field):
            for binding in node.BINDINGS:
                assert app.say(binding.description) in shown
        await press(pilot, "escape")
        assert isinstance(app.screen, BrowseScreen)


async def test_the_palette_speaks_our_language_and_runs_commands(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await press(pilot, "=提问", "enter")
        await settle(pilot)
        assert focused(app) == "ask"


async def test_dark_and_light(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        assert app.current_theme.dark
        await press(pilot, "t")
        assert not app.current_theme.dark
        assert len(app.screen.query_one(Results).grid.entries) == 12


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quit(app: JuesuanApp, key: str) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running


async def test_letters_typed_into_an_input_are_not_keys(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", "=qnpyft/:?")
        assert app.screen.query_one("#ask", Input).value == "qnpyft/:?"


async def test_one_click_chooses_a_report_and_shows_a_row(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await pilot.click("#papers", offset=(4, 2))
        await settle(pilot)
        chosen = app.screen.query_one(Documents).chosen
        assert chosen is not None
        assert chosen.title == cells(app.screen.query_one("#papers", Grid), 1)[0]
        await pilot.click("#rows", offset=(20, 3))
        await settle(pilot)
        grid = app.screen.query_one(Results).grid
        assert grid.cursor_row == 2
        assert app.screen.query_one(EvidencePane).evidence == grid.entries[2].evidence


async def test_the_footer_speaks_english(index: object) -> None:
    app = JuesuanApp(index, "en")  # type: ignore[arg-type]
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        words = {active.binding.description for active in app.screen.active_bindings.values()}
        assert {"Search", "Ask", "Help", "Quit", "Cite"} <= words
