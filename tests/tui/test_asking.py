"""A question, how it was read, what can be changed in it, its answer, and what a refusal offers instead."""

from __future__ import annotations

from tests.tui.conftest import ARCHIVE, listed, paste, place, press, said, screen, screen_text, settle
from tui.app import JuesuanApp
from tui.places.ask import Ask, Suggestions
from tui.screens.why import WhyScreen
from tui.widgets.evidence import EvidencePane
from tui.widgets.parts import Parts

WHICH = f"{ARCHIVE}2022年哪些科目因为人员调动没有完成年初预算？"
SIZE = (140, 42)


async def test_a_figure_is_answered_with_its_unit_and_the_question_as_understood(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, f"2022年{ARCHIVE}支出总计是多少？")
        await press(pilot, "enter")
        shown = screen_text(app)
        assert "320.50 万元" in shown
        assert "理解为" in shown
        assert ARCHIVE in [part.text for part in screen(pilot).query_one(Parts).parts]


async def test_the_rows_of_an_answer_have_budget_actual_difference_and_evidence(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, WHICH)
        await press(pilot, "enter")
        rows = [entry.values for entry in listed(pilot)]
        figures = [
            (str(row["subject"]).split("/")[-1], row["budget"], row["actual"], row["difference"]) for row in rows
        ]
        assert figures == [("行政运行", "150.20", "131.75", "-18.45"), ("住房公积金", "20.00", "18.60", "-1.40")]
        evidence = screen(pilot).query_one(EvidencePane).evidence
        assert evidence is not None
        assert "人员调动" in evidence.quote
        assert app.focused is place(pilot).rows


async def test_a_part_is_changed_in_place(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, WHICH)
        await press(pilot, "enter", "m")
        parts = screen(pilot).query_one(Parts)
        assert app.focused is parts
        at = next(n for n, part in enumerate(parts.parts) if part.kind == "year")
        await press(pilot, *["right"] * at, "enter")
        assert screen(pilot).menu.open
        await press(pilot, "1")
        assert "2023年" in place(pilot).field.value
        assert set(said(pilot, "year")) == {"2023"}


async def test_a_question_may_follow_the_last_one(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, WHICH)
        await press(pilot, "enter", "colon")
        await paste(pilot, "那2023年呢？")
        await press(pilot, "enter")
        assert set(said(pilot, "year")) == {"2023"}
        assert len(listed(pilot)) == 2
        await press(pilot, "f8")
        assert screen(pilot).menu.open
        await press(pilot, "G", "down", "down", "enter")
        assert len(listed(pilot)) == 2


async def test_why_shows_question_query_rows_and_clauses(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, WHICH)
        await press(pilot, "enter", "w")
        assert isinstance(app.screen, WhyScreen)
        shown = screen_text(app)
        for words in ("问题", "读作", "查询", "参数", "SELECT", "人员调动", "「"):
            assert words in shown
        await press(pilot, "escape")


async def test_a_decision_about_a_row_of_an_answer_is_seen_at_once(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, WHICH)
        await press(pilot, "enter", "a")
        assert [entry.review for entry in listed(pilot)] == ["accepted", None]
        await press(pilot, "x")
        assert len(listed(pilot)) == 1


async def test_a_refusal_offers_questions_that_can_be_chosen(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await paste(pilot, "今天天气怎么样？")
        await press(pilot, "enter")
        assert app.focused is screen(pilot).query_one(Suggestions)
        answer = screen(pilot).query_one(Ask).answer
        assert answer is not None and not answer.answered
        await press(pilot, "enter")
        assert place(pilot).field.value == answer.suggestions[0]
        assert listed(pilot)


async def test_suggestions_are_there_before_anything_is_asked(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        assert screen(pilot).query_one(Suggestions).option_count > 2
        await press(pilot, "down", "down", "enter")
        assert screen(pilot).query_one(Ask).answer is not None


async def test_a_question_that_is_blank_is_not_asked(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "colon", "= ", "enter")
        assert screen(pilot).query_one(Ask).answer is None
