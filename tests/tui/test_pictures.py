"""How it looks: at the smallest terminal and an ordinary one, dark and light, Chinese and English."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from extractor.questions import Answer, Figure
from extractor.store import Index
from tests.tui.conftest import ARCHIVE, press, settle
from tui.app import JuesuanApp

Compare = Callable[..., bool]

SIZES = [(80, 24), (140, 42)]
SHADES = [True, False]


def after(*keys: str, typed: tuple[str, str] | None = None) -> Callable[[Pilot[None]], object]:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        if typed:
            pilot.app.screen.query_one(f"#{typed[0]}").value = typed[1]  # type: ignore[attr-defined]
            pilot.app.screen.query_one(f"#{typed[0]}").focus()
        await press(pilot, *keys)

    return run


def answered(index: Index, question: str) -> Answer:
    """Two items, as the index holds them."""
    rows = [row for row in index.facts("variance") if row["category"] == "人员变动" and ARCHIVE in row["document"]]
    return Answer(True, f"{ARCHIVE} · 少于年初预算 · 原因是人员调动", Figure(str(len(rows)), "个"), tuple(rows))


@pytest.mark.parametrize("dark", SHADES, ids=["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x42"])
class TestPictures:
    def test_first_look(self, snap_compare: Compare, index: Index, size: tuple[int, int], dark: bool) -> None:
        assert snap_compare(JuesuanApp(index, dark=dark), terminal_size=size, run_before=after())

    def test_a_search(self, snap_compare: Compare, index: Index, size: tuple[int, int], dark: bool) -> None:
        run = after("enter", "j", typed=("search", "人员调动"))
        assert snap_compare(JuesuanApp(index, dark=dark), terminal_size=size, run_before=run)

    def test_an_answer(
        self, snap_compare: Compare, index: Index, size: tuple[int, int], dark: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.answers.ask", answered)  # how a question is put into words is not drawn here
        run = after("enter", typed=("ask", f"{ARCHIVE}哪些科目因为人员调动没有完成年初预算？"))
        assert snap_compare(JuesuanApp(index, dark=dark), terminal_size=size, run_before=run)

    def test_help(self, snap_compare: Compare, index: Index, size: tuple[int, int], dark: bool) -> None:
        run = after("question_mark")
        assert snap_compare(JuesuanApp(index, dark=dark), terminal_size=size, run_before=run)


def test_no_hit_in_english(snap_compare: Compare, index: Index) -> None:
    run = after("enter", typed=("search", "查无此词"))
    assert snap_compare(JuesuanApp(index, "en"), terminal_size=(80, 24), run_before=run)
