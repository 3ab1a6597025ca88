"""An index that grows while one looks at it; queries that are overtaken."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Static

from tests.made import made, made_index
from tests.tui.conftest import listed, place, press, screen, screen_text, settle, toasts
from tui.app import JuesuanApp
from tui.desk import Table
from tui.screens.indexing import IndexingDialog
from tui.widgets.field import Field

SIZE = (140, 42)


async def test_new_reports_appear_while_the_index_is_written(app: JuesuanApp, database: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "j")
        made_index(database, made(name="新到的报告.txt", organisation="新到县文化馆", data=b"new"))
        screen(pilot)._look()
        await settle(pilot)
        assert "新到县文化馆" in screen_text(app)
        assert place(pilot).rows.cursor == 1
        assert any("5 份" in toast for toast in toasts(pilot))
        await press(pilot, "2")
        assert len(listed(pilot)) == 20


async def test_a_folder_is_read_from_inside(app: JuesuanApp, tmp_path: Path) -> None:
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "文化馆2022年度部门决算.txt").write_text(made(organisation="石门县文化馆").report.text, "utf-8")
    (folder / "空.txt").write_text("", "utf-8")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+n")
        dialog = app.screen
        assert isinstance(dialog, IndexingDialog)
        dialog.query_one("#folder", Field).value = str(folder)
        await press(pilot, "enter")
        run = screen(pilot)._indexing
        assert run is not None
        while screen(pilot)._indexing is not None:
            await pilot.pause(0.1)
        told = str(dialog.query_one("#indexing-told", Static).render())
        assert "新 1" in told and "读不出 1" in told
        await press(pilot, "escape", "1")
        screen(pilot)._look()
        await settle(pilot)
        assert "石门县文化馆" in screen_text(app)


async def test_a_folder_there_is_none_of_is_a_sentence(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+n")
        dialog = app.screen
        dialog.query_one("#folder", Field).value = "/没有/这个文件夹"
        await press(pilot, "enter")
        while screen(pilot)._indexing is not None:
            await pilot.pause(0.1)
        assert "/没有/这个文件夹" in str(dialog.query_one("#indexing-told", Static).render())


async def test_what_is_overtaken_is_ended_and_dropped(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        begun, seen = Event(), []

        def endless(table: Table) -> int:
            begun.set()
            table.index.select("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
            return 1

        app.errands.send("list.reasons", endless, seen.append)
        while not begun.is_set():
            await pilot.pause(0.01)
        app.errands.send("list.reasons", lambda _: 2, seen.append)
        await settle(pilot)
        assert seen == [2]
        assert toasts(pilot) == []


@pytest.mark.parametrize("key", ["1", "2", "5"])
async def test_an_index_that_vanishes_is_a_sentence_not_an_end(app: JuesuanApp, key: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.desk.table(f"list.{place(pilot).NAME}").index.close()
        for kind in ("list.reports", "list.findings"):
            app.desk.table(kind).index.close()
        await press(pilot, key, "r")
        assert app.is_running
        assert toasts(pilot)
