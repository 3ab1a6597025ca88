"""A question, its answer, and what a refusal offers instead."""

from __future__ import annotations

from textual.widgets import OptionList

from tests.tui.conftest import ARCHIVE, press, settle
from tests.tui.test_hostile import screen_text
from tui.app import JuesuanApp
from tui.widgets.evidence import EvidencePane
from tui.widgets.results import Results

WHICH = f"{ARCHIVE}哪些科目因为人员调动没有完成年初预算？"


async def test_a_figure_is_answered_with_its_unit_and_the_question_as_understood(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        app.screen.query_one("#ask").value = f"2022年{ARCHIVE}支出总计是多少？"  # type: ignore[attr-defined]
        await press(pilot, "colon", "enter")
        said = app.screen.query_one(Results).listing.said
        assert said is not None
        assert said.answer == "320.50 万元"
        assert ARCHIVE in said.understood
        assert "理解为" in screen_text(app)


async def test_the_rows_of_an_answer_have_budget_actual_difference_and_evidence(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        app.screen.query_one("#ask").value = WHICH  # type: ignore[attr-defined]
        await press(pilot, "colon", "enter")
        results = app.screen.query_one(Results)
        names = [column.name for column in results.listing.columns]
        rows = [dict(zip(names, (c.text for c in entry.cells), strict=True)) for entry in results.grid.entries]
        figures = [(row["subject"].split("/")[-1], row["budget"], row["actual"], row["difference"]) for row in rows]
        assert figures == [("行政运行", "150.20", "131.75", "-18.45"), ("住房公积金", "20.00", "18.60", "-1.40")]
        evidence = app.screen.query_one(EvidencePane).evidence
        assert evidence is not None
        assert "人员调动" in evidence.quote
        assert app.focused is results.grid


async def test_a_refusal_offers_questions_that_can_be_chosen(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        app.screen.query_one("#ask").value = "今天天气怎么样？"  # type: ignore[attr-defined]
        await press(pilot, "colon", "enter")
        results = app.screen.query_one(Results)
        assert results.listing.said is not None
        assert results.listing.said.message
        assert app.focused is app.screen.query_one(OptionList)
        first = results.listing.suggestions[0]
        await press(pilot, "enter")
        assert app.screen.query_one("#ask").value == first  # type: ignore[attr-defined]
        assert results.grid.entries


async def test_a_question_that_is_blank_is_not_asked(app: JuesuanApp) -> None:
    async with app.run_test(size=(140, 42)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", "= ", "enter")
        assert app.screen.query_one(Results).listing.said is None
