"""The five places: what they list, how that is narrowed, sorted, grouped, and where enter leads."""

from __future__ import annotations

import pytest

from tests.tui.conftest import ARCHIVE, TOWN, WATER, listed, place, press, said, screen, settle, toasts, typing
from tui.app import JuesuanApp
from tui.widgets.card import CardPane
from tui.widgets.evidence import EvidencePane, Reader
from tui.widgets.facets import Facets
from tui.widgets.rows import Rows

SIZE = (140, 42)


async def test_it_begins_with_every_explained_variance_and_the_source_of_the_first(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert place(pilot).NAME == "reasons"
        assert place(pilot).rows.listing.total == len(listed(pilot)) == 16
        assert isinstance(app.focused, Rows)
        first = listed(pilot)[0]
        assert screen(pilot).query_one(EvidencePane).evidence == first.evidence[0]


@pytest.mark.parametrize(
    ("key", "name"), [("1", "reports"), ("2", "reasons"), ("3", "search"), ("4", "ask"), ("5", "findings")]
)
async def test_every_place_has_its_key(app: JuesuanApp, key: str, name: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert name == place(pilot).NAME
        assert screen(pilot).query_one(f"#tab-{name}").has_class("-on")
        assert place(pilot).display


async def test_reports_say_what_was_read_and_lead_to_their_reasons(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert [(entry.values["facts"], entry.values["findings"]) for entry in listed(pilot)] == [(25, 1)] * 4
        await press(pilot, "f", "=水利 2023")
        assert said(pilot, "organisation") == [WATER]
        await press(pilot, "enter", "enter")
        assert place(pilot).NAME == "reasons"
        assert set(said(pilot, "organisation")) == {WATER}
        await press(pilot, "escape")
        assert len(listed(pilot)) == 16


async def test_reasons_are_narrowed_as_one_types(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=水利局 人员")
        assert set(said(pilot, "category")) == {"人员变动"}
        assert typing(pilot)
        await press(pilot, "enter")
        assert isinstance(app.focused, Rows)
        await press(pilot, "escape")
        assert len(listed(pilot)) == 16
        assert place(pilot).field.value == ""


async def test_a_facet_narrows_and_lets_go_and_the_others_count_what_is_left(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        facets = screen(pilot).place.query_one(Facets)
        first = facets.facets[0]
        assert (first.by, first.value, first.count) == ("category", "人员变动", 8)
        assert first.difference == pytest.approx(-4 * (184_500 + 14_000))
        await press(pilot, "v", "j", "enter")
        assert place(pilot).rows.listing.total == 8
        assert {f.value: f.count for f in facets.facets if f.by == "year"} == {2023: 6, 2022: 2}
        assert any(f.by == "category" and f.value == "压减开支" for f in facets.facets)
        await press(pilot, "enter")
        assert place(pilot).rows.listing.total == 16


async def test_sorting_and_turning_it_round(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "s", "2")
        ascending = [float(value) for value in said(pilot, "difference")]
        assert ascending == sorted(ascending)
        await press(pilot, "s", "enter")
        descending = [float(value) for value in said(pilot, "difference")]
        assert descending == sorted(ascending, reverse=True)


async def test_groups_count_and_enter_opens_one(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "F", "4")
        assert said(pilot, "group") == [ARCHIVE, TOWN, WATER]
        assert said(pilot, "count") == ["8", "4", "4"]
        await press(pilot, "j", "enter")
        assert set(said(pilot, "organisation")) == {TOWN}
        await press(pilot, "escape")
        assert len(listed(pilot)) == 16


async def test_search_finds_as_one_types_and_marks_the_words(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=防汛")
        assert len(listed(pilot)) == 4
        assert all("防汛" in entry.evidence[0].quote for entry in listed(pilot))
        facets = {(f.by, f.value): f.count for f in place(pilot).query_one(Facets).facets}
        assert facets["year", "2023"] == 3
        leaf = screen(pilot).query_one(EvidencePane).leaf
        assert leaf is not None
        paragraph = leaf.paragraphs[leaf.found]
        assert paragraph.mark and paragraph.text[slice(*paragraph.mark)] == "防汛"


async def test_a_facet_of_the_search_goes_into_the_query(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "=防汛", "enter", "v", "j", "enter")
        assert place(pilot).field.value == "防汛 年份:2023"
        assert len(listed(pilot)) == 3


async def test_findings_are_listed_with_their_evidence(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "5")
        assert said(pilot, "rule") == ["完成率"] * 4
        await press(pilot, "F", "4")
        assert said(pilot, "count") == ["2", "1", "1"]
        await press(pilot, "enter")
        assert set(said(pilot, "organisation")) == {ARCHIVE}
        evidence = screen(pilot).query_one(EvidencePane).evidence
        assert evidence is not None
        assert "90.5%" in evidence.quote


async def test_enter_reads_and_escape_comes_back(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.focused, Reader)
        await press(pilot, "escape")
        assert isinstance(app.focused, Rows)


async def test_moving_shows_the_source_of_each_row(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        rows, pane, seen = place(pilot).rows, screen(pilot).query_one(EvidencePane), []
        for key in ("j", "down", "k", "up", "G", "g", "end", "home", "pagedown", "pageup"):
            await press(pilot, key)
            assert rows.entry and pane.evidence == rows.entry.evidence[0]
            seen.append(rows.cursor)
        assert seen == [1, 2, 1, 0, 15, 0, 15, 0, 15, 0]


async def test_the_card_tells_figures_other_years_and_other_organisations(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=档案馆 行政运行 2022", "enter")
        card = screen(pilot).query_one(CardPane).card
        assert card is not None
        assert (card.title, card.path) == ("行政运行", ("一般公共服务支出", "档案事务"))
        figures = {figure.name: (figure.value, figure.unit, figure.yuan) for figure in card.figures}
        assert figures["budget"] == ("150.20", "万元", "1,502,000")
        assert figures["difference"] == ("-18.45", "万元", "-184,500")
        assert figures["completion_rate"][0] == "87.7"
        assert [point.year for point in card.years] == [2022, 2023]
        await press(pilot, "escape", "f", "=水利局 行政运行", "enter")
        card = screen(pilot).query_one(CardPane).card
        assert card is not None and card.peers is not None
        assert card.peers.count == 3


async def test_an_empty_filter_says_what_to_do(app: JuesuanApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "f", "=查无此词", "enter")
        assert listed(pilot) == []
        assert "esc 清除筛选" in str(place(pilot).query_one(".hint").render())  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert len(listed(pilot)) == 16
        assert toasts(pilot) == []
