"""A small fictional index, and the application over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from extractor.store import Index, open_index
from tests.made import made, made_index
from tui.app import JuesuanApp
from tui.listing import Entry
from tui.places.place import PAUSE, Place
from tui.screens.main import MainScreen

ARCHIVE, WATER, TOWN = "青溪县档案馆", "青溪县水利局", "白石镇人民政府"


@pytest.fixture(scope="session")
def made_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four readable reports of three organisations."""
    path = tmp_path_factory.mktemp("index") / "index.db"
    return made_index(
        path,
        made(),
        made(name="青溪县档案馆2023年度部门决算.txt", year=2023),
        made(name="青溪县水利局2023年度部门决算.txt", organisation=WATER, year=2023),
        made(name="白石镇人民政府2023年部门预算.txt", organisation=TOWN, year=2023, kind="预算"),
    )


@pytest.fixture
def database(made_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that may be written beside; the work is done in its folder, by 李."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUESUAN_WHO", "李")
    return Path(shutil.copy(made_database, tmp_path / "index.db"))


@pytest.fixture
def index(made_database: Path) -> Iterator[Index]:
    with open_index(made_database) as opened:
        yield opened


@pytest.fixture
def app(database: Path) -> JuesuanApp:
    return JuesuanApp(database)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing more happens: a query shows rows, the first row fetches its evidence, which is scrolled to."""
    for later in (0.0, 0.0, PAUSE * 1.2, 0.0):  # the rows, their source, then what comes a little later
        await pilot.pause(later or None)
        await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.02)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, `=words` for typed words, and wait for what they bring about."""
    for key in keys:
        await pilot.press(*("space" if letter == " " else letter for letter in key[1:]) if key[0] == "=" else (key,))
        await settle(pilot)


async def paste(pilot: Pilot[None], words: str) -> None:
    """Put words into the field of the place in sight, as pasting does."""
    field = place(pilot).field
    field.focus()
    field.value = words
    await settle(pilot)


def screen(pilot: Pilot[None]) -> MainScreen:
    """The main screen."""
    return cast(MainScreen, pilot.app.screen_stack[0])


def place(pilot: Pilot[None]) -> Place:
    """The place in sight."""
    return screen(pilot).place


def listed(pilot: Pilot[None]) -> list[Entry]:
    """The rows of the place in sight that are at hand."""
    rows = place(pilot).rows
    return [entry for row in range(rows.listing.total) if (entry := rows.at(row))] if rows.display else []


def said(pilot: Pilot[None], name: str) -> list[str]:
    """What the rows say in a column."""
    return [str(entry.values.get(name)) for entry in listed(pilot)]


def toasts(pilot: Pilot[None]) -> list[str]:
    """What was told in passing."""
    return [toast.message for toast in pilot.app._notifications]


def typing(pilot: Pilot[None]) -> bool:
    """Whether an input has the focus."""
    return isinstance(pilot.app.focused, Input)


def screen_text(app: JuesuanApp) -> str:
    """What a terminal would be sent, without styles."""
    return "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())
