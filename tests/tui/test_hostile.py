"""Nothing in a report, a file name or a typed word disturbs the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.records import Variance
from extractor.report import Extraction, Passage, Report
from extractor.store import open_index
from extractor.store.writer import Source, Writer
from tests.made import VERSION, made, made_index
from tests.tui.conftest import press, settle
from tui.app import JuesuanApp
from tui.widgets.evidence import EvidencePane
from tui.widgets.results import Results

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
    report = Report("n.txt", "txt", "0" * 64, text, title=NASTY)
    first = text.index("\n") + 1
    passage = Passage(text[first:], first, len(text), None, None)
    empty = dict.fromkeys(("sections", "amounts", "projects", "indicators", "findings", "unbound", "sums"), ())
    return replace(base, report=report, passages=(passage,), variances=(variance,), **empty)


def screen_text(app: JuesuanApp) -> str:
    """What a terminal would be sent, without styles."""
    return "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())


def unsafe(text: str) -> list[str]:
    return [c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\u200b\ufeff")]


@pytest.mark.parametrize("size", [(80, 24), (140, 42), (200, 60), (40, 12)])
async def test_a_nasty_report_is_shown_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_index(made_index(tmp_path / "index.db", nasty())) as index:
        app = JuesuanApp(index)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await press(pilot, "enter", "enter", "G", "g", "Y")
            shown = screen_text(app)
            assert unsafe(shown) == []
            assert app.screen.query_one(EvidencePane).evidence is not None
            assert unsafe(app.clipboard) == []
            await press(pilot, "question_mark")


async def test_the_mark_in_a_very_long_paragraph_is_in_sight(tmp_path: Path) -> None:
    with open_index(made_index(tmp_path / "index.db", nasty())) as index:
        app = JuesuanApp(index)
        async with app.run_test(size=(140, 42)) as pilot:
            await settle(pilot)
            assert "[bold red]甲[/]" in screen_text(app).split("原文")[-1]


@pytest.mark.parametrize("typed", ["[bold]", "[/]", "\x1b[2J", "“”", "%_'\";--", "a OR b", "*", "长" * 500])
@pytest.mark.parametrize("field", ["search", "ask", "filter"])
async def test_whatever_is_typed_is_only_text(app: JuesuanApp, field: str, typed: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.screen.query_one(f"#{field}").value = typed  # type: ignore[attr-defined]  # as if pasted
        app.screen.query_one(f"#{field}").focus()
        await press(pilot, "enter")
        assert unsafe(screen_text(app)) == []
        assert app.is_running


async def test_an_empty_index_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    Writer(path, VERSION).close()
    with open_index(path) as index:
        app = JuesuanApp(index)
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert "juesuan index" in screen_text(app)
            await press(pilot, "enter", "n", "y", "escape", "j")


async def test_a_report_that_could_not_be_read_says_why(tmp_path: Path) -> None:
    path = made_index(tmp_path / "index.db")
    bad = tmp_path / "坏.pdf"
    bad.write_bytes(b"%PDF")
    with Writer(path, VERSION) as writer:
        writer.add_unreadable(Source.of(bad), "damaged", "文件已损坏。")
    with open_index(path) as index:
        app = JuesuanApp(index)
        async with app.run_test(size=(140, 42)) as pilot:
            await settle(pilot)
            await press(pilot, "j", "enter")
            assert "文件已损坏。" in screen_text(app)
            assert app.screen.query_one(Results).grid.entries == []


async def test_no_hit_says_what_to_do(app: JuesuanApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=[查无此词", "enter")
        assert "没有一段同时含有“[查无此词”" in screen_text(app)


async def test_new_reports_appear_while_the_index_is_written(tmp_path: Path) -> None:
    path = made_index(tmp_path / "index.db")
    with open_index(path) as index:
        app = JuesuanApp(index)
        async with app.run_test(size=(140, 42)) as pilot:
            await settle(pilot)
            made_index(path, made(name="新到的报告.txt", organisation="新到县文化馆", data=b"new"))
            await press(pilot, "r")
            assert "新到县文化馆" in screen_text(app)


async def test_an_index_that_vanishes_is_a_sentence_not_an_end(tmp_path: Path) -> None:
    index = open_index(made_index(tmp_path / "index.db"))
    app = JuesuanApp(index)
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        index.close()
        await press(pilot, "r", "slash", "=防汛")
        assert app.is_running
        assert app._notifications
