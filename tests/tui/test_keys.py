"""Every key does what the footer and the help say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from textual.command import CommandPalette

from extractor.store.dictionary import label
from tests.tui.conftest import ARCHIVE, listed, place, press, screen, screen_text, settle, toasts, typing
from tui.app import JuesuanApp
from tui.screens.basket import BasketScreen
from tui.screens.charts import NAMES, ChartsScreen
from tui.screens.export import ExportDialog
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen
from tui.screens.main import MainScreen
from tui.screens.why import WhyScreen
from tui.widgets.card import CardPane
from tui.widgets.evidence import EvidencePane, Reader
from tui.widgets.facets import Facets
from tui.widgets.field import Field
from tui.widgets.parts import Parts
from tui.widgets.rows import Rows

SIZE = (140, 42)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("slash", "search"),
        ("ideographic_comma", "search"),
        ("colon", "ask"),
        ("fullwidth_colon", "ask"),
        ("f", "reasons"),
    ],
)
async def test_a_key_reaches_an_input_and_escape_leaves_it(app: JuesuanApp, key: str, name: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert typing(pilot)
        assert name == place(pilot).NAME
        await press(pilot, "escape")
        assert not typing(pilot)


async def test_letters_typed_into_an_input_are_not_keys(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon", "=qnpyftsFcwbeaxu12/:?")
        assert place(pilot).field.value == "qnpyftsFcwbeaxu12/:?"


async def test_next_and_previous_work_from_anywhere_and_say_where_they_end(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "n", "n", "p")
        assert place(pilot).rows.cursor == 1
        assert isinstance(app.focused, Reader)
        await press(pilot, "p", "p")
        assert place(pilot).rows.cursor == 0
        assert "已是第一条" in toasts(pilot)


async def test_the_text_scrolls_by_the_same_keys(app: JuesuanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "G")
        reader = screen(pilot).query_one(Reader)
        bottom = reader.scroll_offset.y
        await press(pilot, "g")
        top = reader.scroll_offset.y
        await press(pilot, "j", "j", "k")
        assert (top, reader.scroll_offset.y) == (0, 1)
        assert bottom > 3


async def test_copying_with_and_without_the_citation(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=防汛 2022", "enter", "y")
        assert app.clipboard == "主要原因是年中追加防汛专项资金"
        await press(pilot, "Y")
        assert app.clipboard == (
            f"“主要原因是年中追加防汛专项资金”（{ARCHIVE}，《青溪县档案馆2022年度部门决算》，2022，第 1 页）"
        )
        await press(pilot, "ctrl+y", "2")
        assert app.clipboard.startswith("> 主要原因是年中追加防汛专项资金\n>\n> —— 青溪县档案馆")
        await press(pilot, "ctrl+y", "3")
        assert app.clipboard.startswith("@techreport{juesuan2022")
        assert "pages = {1}" in app.clipboard
        await press(pilot, "Y")
        assert app.clipboard.startswith("@techreport")  # as chosen last


async def test_copying_nothing_says_so(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=查无此词", "enter", "escape", "f", "=查无此词", "enter", "tab", "y")
        assert app.clipboard == ""
        assert "先选一行，再复制。" in toasts(pilot)


async def test_selected_rows_are_exported_with_their_citations(app: JuesuanApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "space", "space", "ctrl+e")
        assert isinstance(app.screen, ExportDialog)
        await press(pilot, "enter")
        (file,) = tmp_path.glob("*.xlsx")
        head, *rows = load_workbook(file).active.iter_rows(values_only=True)  # type: ignore[union-attr]
        assert len(rows) == 2
        first = dict(zip(head, rows[0], strict=True))
        assert first[label("organisation")] == ARCHIVE
        citation = str(first[label("citation")])
        assert citation.startswith("“") and "第 1 页" in citation
        assert first[label("change")] == -12.4
        assert any(file.name in toast for toast in toasts(pilot))


@pytest.mark.parametrize(("steps", "ending"), [(1, "csv"), (2, "jsonl"), (3, "md")])
async def test_the_filter_travels_along_into_every_format(
    app: JuesuanApp, tmp_path: Path, steps: int, ending: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=水利局", "enter", "ctrl+e", *["down"] * steps, "enter")
        (file,) = (each for each in tmp_path.glob(f"原因-水利局*.{ending}") if "index" not in each.name)
        text = file.read_text("utf-8-sig")
        assert text.count("青溪县水利局2023年度部门决算") >= 4
        assert "青溪县档案馆" not in text


async def test_select_all_and_none(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+a")
        assert len(place(pilot).rows.picked) == 16
        assert "已选 16" in screen_text(app)
        await press(pilot, "ctrl+a")
        assert place(pilot).rows.picked == {}


async def test_the_basket_collects_across_places_and_is_there_next_time(database: Path, tmp_path: Path) -> None:
    app = JuesuanApp(database)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "space", "space", "b", "5", "b", "slash", "=防汛", "enter", "b", "b")
        assert "已在篮子里" in toasts(pilot)
    again = JuesuanApp(database)
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "篮子 4" in screen_text(again)
        await press(pilot, "B")
        assert isinstance(again.screen, BasketScreen)
        await press(pilot, "x")
        assert len(again.basket) == 3
        await press(pilot, "ctrl+e", "down", "down", "enter")
    (file,) = tmp_path.glob("篮子*.jsonl")
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [row["record"] for row in rows] == ["variance", "finding", "passage"]
    assert all(row["citation"] for row in rows)


async def test_deciding_leaves_a_trail_and_can_be_taken_back(app: JuesuanApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "a")
        assert listed(pilot)[1].review == "accepted"
        assert place(pilot).rows.cursor == 1
        assert "李" in str(screen(pilot).query_one("#card-text").render())  # type: ignore[attr-defined]
        await press(pilot, "x")
        assert listed(pilot)[1].review == "rejected"
        await press(pilot, "w")
        assert isinstance(app.screen, WhyScreen)
        assert {"认可", "否定", "李"} <= set(screen_text(app).split())
        await press(pilot, "escape", "u", "u", "u")
        assert listed(pilot)[1].review is None
        assert "这一行没有可撤销的改动。" in toasts(pilot)
    lines = [json.loads(each) for each in (tmp_path / "index.corrections.jsonl").read_text("utf-8").splitlines()]
    assert [each["action"] for each in lines] == ["accept", "reject", "undo", "undo"]


async def test_correcting_the_category_with_a_reason(app: JuesuanApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "j", "e")
        app.screen.query_one("#field-category", Field).value = "项目进度"
        app.screen.query_one("#field-why", Field).value = "原文如此"
        await press(pilot, "enter")
        assert listed(pilot)[1].review == "corrected"
        assert "项目进度" in str(listed(pilot)[1].values["category"])
    line = json.loads((tmp_path / "index.corrections.jsonl").read_text("utf-8"))
    assert (line["action"], line["why"], line["who"]) == ("correct", "原文如此", "李")


async def test_what_is_not_a_category_is_refused_in_a_sentence(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "e")
        app.screen.query_one("#field-category", Field).value = "没有这一类"
        await press(pilot, "enter")
        assert listed(pilot)[0].review is None
        assert toasts(pilot)


async def test_charts_turn_by_keys_and_none_is_blank(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=档案馆 行政运行", "enter", "c")
        assert isinstance(app.screen, ChartsScreen)
        for name in NAMES:
            assert app.screen.name_shown == name
            shown = screen_text(app)
            assert any(mark in shown for mark in "█⠤⠒⣀⡠●"), name
            await press(pilot, "right")
        await press(pilot, "3", "left")
        assert app.screen.name_shown == "trend"
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_the_card_takes_the_place_of_the_source_where_room_is_short(app: JuesuanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not screen(pilot).query_one(CardPane).display or not screen(pilot).query_one(CardPane).region.area
        await press(pilot, "i")
        assert screen(pilot).query_one(CardPane).region.area
        assert not screen(pilot).query_one(EvidencePane).region.area
        await press(pilot, "i", "v")
        assert screen(pilot).place.query_one(Facets).region.area
        await press(pilot, "escape")
        assert not screen(pilot).place.query_one(Facets).region.area


async def test_jumping_by_letters(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+o")
        jump = app.screen
        assert isinstance(jump, JumpScreen)
        letters = {type(widget): letter for letter, widget in jump._targets}
        await press(pilot, letters[Reader])
        assert isinstance(app.focused, Reader)
        await press(pilot, "ctrl+o", "5")
        assert place(pilot).NAME == "findings"
        await press(pilot, "ctrl+o", "escape")
        assert isinstance(app.screen, MainScreen)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_names_every_binding(app: JuesuanApp, key: str) -> None:
    async with app.run_test(size=(140, 60)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert isinstance(app.screen, HelpScreen)
        shown = "\n".join(str(each.render()) for each in app.screen.query("#help-text Static"))  # type: ignore[attr-defined]
        for node in (MainScreen, JuesuanApp, Rows, Reader, Facets, Parts, Field):
            for binding in node.BINDINGS:
                assert app.say(binding.description) in shown  # type: ignore[union-attr]
        await press(pilot, "escape")
        assert isinstance(app.screen, MainScreen)


async def test_the_palette_speaks_our_language_and_runs_commands(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await press(pilot, "=提问", "enter")
        await settle(pilot)
        assert place(pilot).NAME == "ask"


async def test_dark_and_light(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert app.current_theme.dark
        await press(pilot, "t")
        assert not app.current_theme.dark
        assert len(listed(pilot)) == 16


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quit(app: JuesuanApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running


async def test_the_mouse_points_opens_sorts_and_goes_places(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.click("#reasons-rows", offset=(10, 3))
        await settle(pilot)
        assert place(pilot).rows.cursor == 2
        await pilot.click("#reasons-rows", offset=(10, 3), times=2)
        await settle(pilot)
        assert isinstance(app.focused, Reader)
        rows = place(pilot).rows
        column = next(x for x in range(rows.size.width) if rows._head_at(x) == "difference")
        await pilot.click("#reasons-rows", offset=(column, 0))
        await settle(pilot)
        assert place(pilot).order.by == "difference"
        await pilot.click("#tab-findings")
        await settle(pilot)
        assert place(pilot).NAME == "findings"


async def test_what_cannot_be_done_here_is_said(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "F", "a", "3", "escape", "s")
        assert {"这里不能分组。", "这一行不能改。", "这里不能排序。"} <= set(toasts(pilot))


async def test_the_footer_speaks_english(database: Path) -> None:
    app = JuesuanApp(database, "en")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        words = {active.binding.description for active in app.screen.active_bindings.values()}
        assert {"Filter", "Sort", "Group", "Export", "Help", "Quit", "Cite"} <= words


async def test_every_key_of_the_footer_is_tried_in_these_tests(app: JuesuanApp) -> None:
    tried = "".join(Path(__file__).with_name(name).read_text("utf-8") for name in ("test_keys.py", "test_places.py"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        shown: dict[str, set[str]] = {}
        for active in app.screen.active_bindings.values():
            if active.binding.show:
                shown.setdefault(active.binding.action, set()).add(f'"{active.binding.key}"')
        assert len(shown) > 8
        for action, keys in shown.items():
            assert any(key in tried for key in keys), action
