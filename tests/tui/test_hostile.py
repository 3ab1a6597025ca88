"""Nothing in a report, a file name or a typed word disturbs the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.records import Finding, Variance
from extractor.report import Extraction, Passage, Report
from extractor.store.writer import Source, Writer
from tests.made import VERSION, made, made_index
from tests.tui.conftest import listed, paste, press, screen, screen_text, settle
from tui.app import JuesuanApp
from tui.widgets.evidence import EvidencePane

NASTY = "[bold red]甲[/] [/nothing] \x1b[2J\x1b]0;x\x07\x9b31m\u202e反\u2066\u200b \ufeff\x00\t$accent"
NASTY += "[@click=app.quit]x[/]"


def nasty() -> Extraction:
    """A report whose organisation, words, reasons and category are all out to break something."""
    quote = f"因{NASTY}减少"
    text = f"{NASTY}\n" + "长" * 30_000 + quote + "行" * 30_000
    start = text.index(quote)
    place = {"document": "n.txt", "year": 2023, "page": None, "start": start, "end": start + len(quote), "quote": quote}
    base = made(name="n.txt", organisation=NASTY)
    variance = Variance(
        **place,
        subject=f"{NASTY}/{NASTY}",
        compared_with="年初预算",
        actual="1" * 60,
        change="-2",
        unit=NASTY,
        direction="减少",
        reason=NASTY * 50,
        category=NASTY,
    )
    finding = Finding(**place, rule=NASTY, severity="error", message=NASTY * 9, expected=NASTY, observed="1" * 40)
    report = Report("n.txt", "txt", "0" * 64, text, title=NASTY)
    first = text.index("\n") + 1
    passage = Passage(text[first:], first, len(text), None, None)
    empty = dict.fromkeys(("sections", "amounts", "projects", "indicators", "unbound", "sums"), ())
    return replace(base, report=report, passages=(passage,), variances=(variance,), findings=(finding,), **empty)


def unsafe(text: str) -> list[str]:
    return [c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\u200b\ufeff")]


@pytest.mark.parametrize("size", [(80, 24), (140, 42), (200, 60), (40, 12)])
async def test_a_nasty_report_is_shown_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    app = JuesuanApp(made_index(tmp_path / "index.db", nasty()))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen = ""
        for keys in (
            ("enter", "G", "g", "Y", "escape"),
            ("i",),
            ("c",),
            ("right",),
            ("escape", "w"),
            ("escape", "F", "4"),
        ):
            await press(pilot, *keys)
            seen += screen_text(app)
        assert unsafe(seen) == []
        assert screen(pilot).place.NAME == "reasons"
        assert unsafe(app.clipboard.replace("\n", "")) == []
        for keys in (("1",), ("5",), ("b", "B"), ("escape", "ctrl+o"), ("escape", "e"), ("escape", "question_mark")):
            await press(pilot, *keys)
            assert unsafe(screen_text(app)) == []


async def test_the_mark_in_a_very_long_paragraph_is_in_sight(tmp_path: Path) -> None:
    app = JuesuanApp(made_index(tmp_path / "index.db", nasty()))
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        assert "因[bold red]甲[/]" in screen_text(app)


TYPED = ("[bold]", "[/]", "\x1b[2J", "“”", "%_'\";--", "a OR b", "*", "长" * 500, "((", "-")


@pytest.mark.parametrize("key", ["1", "2", "slash", "colon", "5"])
async def test_whatever_is_typed_is_only_text(app: JuesuanApp, key: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        for typed in TYPED:
            await paste(pilot, typed)
            await press(pilot, "enter")
            assert unsafe(screen_text(app)) == []
            assert app.is_running


async def test_an_empty_index_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    Writer(path, VERSION).close()
    app = JuesuanApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "ctrl+n" in screen_text(app)
        for key in (
            "2",
            "enter",
            "n",
            "y",
            "escape",
            "j",
            "space",
            "b",
            "a",
            "w",
            "c",
            "escape",
            "ctrl+e",
            "5",
            "4",
            "3",
        ):
            await press(pilot, key)
        assert app.is_running


async def test_a_report_that_could_not_be_read_says_why(tmp_path: Path) -> None:
    path = made_index(tmp_path / "index.db")
    bad = tmp_path / "坏.pdf"
    bad.write_bytes(b"%PDF")
    with Writer(path, VERSION) as writer:
        writer.add_unreadable(Source.of(bad), "damaged", "文件已损坏。")
    app = JuesuanApp(path)
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "G")
        assert screen_text(app).count("文件已损坏。") >= 2  # in its row, and in the place of its source
        assert screen(pilot).query_one(EvidencePane).leaf is None


async def test_no_hit_says_what_to_do(app: JuesuanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=[查无此词", "enter")
        assert "没有一段符合“[查无此词”" in screen_text(app)
        assert listed(pilot) == []
