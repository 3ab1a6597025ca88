"""How it looks: at the smallest terminal and an ordinary one, dark and light, Chinese and English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import ARCHIVE, paste, press, settle
from tui.app import JuesuanApp

Compare = Callable[..., bool]

SIZES = [(80, 24), (140, 42)]
SHADES = [True, False]

WHICH = f"{ARCHIVE}2022年哪些科目因为人员调动没有完成年初预算？"
SCREENS: dict[str, tuple[str, ...]] = {
    "reports": ("1", "j"),
    "reasons": ("j", "space"),
    "groups": ("F", "1"),
    "search": ("slash", "=人员调动", "enter"),
    "ask": ("colon", f"<{WHICH}", "enter"),
    "findings": ("5",),
    "help": ("question_mark",),
    "charts": ("c",),
    "export": ("space", "ctrl+e"),
    "card": ("i",),
    "jump": ("ctrl+o",),
}


def after(*keys: str) -> Callable[[Pilot[None]], object]:
    """Press keys, `=words` typed, `<words` pasted."""

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in keys:
            await (paste(pilot, key[1:]) if key[0] == "<" else press(pilot, key))
        pilot.app.clear_notifications()
        await settle(pilot)

    return run


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told of the day and the folder is the same everywhere."""
    monkeypatch.setattr("tui.screens.export.proposed", lambda folder, named, ending: Path(f"/tmp/{named}{ending}"))


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("dark", SHADES, ids=["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x42"])
@pytest.mark.parametrize("name", SCREENS)
def test_it_looks_as_it_did(
    snap_compare: Compare, database: Path, size: tuple[int, int], dark: bool, name: str
) -> None:
    assert snap_compare(JuesuanApp(database, dark=dark), terminal_size=size, run_before=after(*SCREENS[name]))


@pytest.mark.parametrize("name", ["reports", "reasons", "ask"])
def test_it_looks_as_it_did_in_english(snap_compare: Compare, database: Path, name: str) -> None:
    assert snap_compare(JuesuanApp(database, "en"), terminal_size=(100, 30), run_before=after(*SCREENS[name]))
