"""A small fictional index, and the application over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from extractor.store import Index, open_index
from tests.made import made, made_index
from tui.app import JuesuanApp
from tui.screens.browse import PAUSE

ARCHIVE, WATER, TOWN = "青溪县档案馆", "青溪县水利局", "白石镇人民政府"


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three readable reports."""
    path = tmp_path_factory.mktemp("index") / "index.db"
    return made_index(
        path,
        made(),
        made(name="青溪县水利局2023年度部门决算.txt", organisation=WATER, year=2023),
        made(name="白石镇人民政府2023年部门预算.txt", organisation=TOWN, year=2023, kind="预算"),
    )


@pytest.fixture
def index(database: Path) -> Iterator[Index]:
    with open_index(database) as opened:
        yield opened


@pytest.fixture
def app(index: Index) -> JuesuanApp:
    return JuesuanApp(index)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing more happens: a query shows rows, the first row fetches its evidence, which is scrolled to."""
    for _ in range(4):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.02)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, `=words` for typed words, and wait for what they bring about."""
    for key in keys:
        await pilot.press(*("space" if letter == " " else letter for letter in key[1:]) if key[0] == "=" else (key,))
    if isinstance(pilot.app.focused, Input):
        await pilot.pause(PAUSE * 1.2)  # words are searched for when the typing pauses
    await settle(pilot)
