"""The parts that need no screen: safe text, column widths, reading, citation, words."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from extractor.store import Filter, Index
from extractor.store.survey import Order, Survey
from tests.tui.conftest import ARCHIVE, settle
from tui.app import JuesuanApp
from tui.citation import cited, quoted
from tui.clean import line, plain, shorten
from tui.columns import BY_NAME, GAP, aligned, cells, decimals, needed, widths
from tui.figures import bar, grouped, short
from tui.listing import Cell, Entry, Evidence, Listing
from tui.lists import hits, reasons
from tui.reading import leaf, locate
from tui.tidying import SELDOM
from tui.widgets.drawing import fit
from tui.words import LANGUAGES, WORDS, say, speaker
from tui.wrapping import wrapped


@given(st.text())
def test_safe_text_keeps_its_length_and_has_no_controls(text: str) -> None:
    safe = plain(text)
    assert len(safe) == len(text)
    assert all(c >= " " and not 127 <= ord(c) < 160 for c in safe)
    safe.encode()
    assert "\n" not in line(text)


@given(st.text(alphabet="预算abc，“”1.— ", max_size=60), st.integers(0, 40), st.booleans())
def test_shortened_text_fits(text: str, room: int, keep_end: bool) -> None:
    short = shorten(text, room, keep_end)
    assert cell_len(short) <= room
    assert short == text or "…" in short or room == 0


def test_the_end_of_a_path_is_what_is_kept() -> None:
    assert shorten("农林水支出/水利/防汛", 12, keep_end=True) == "…/水利/防汛"
    assert shorten("农林水支出/水利/防汛", 12) == "农林水支出/…"


@given(st.lists(st.tuples(st.text("科目", max_size=40), st.text("123.", max_size=9)), max_size=5), st.integers(20, 200))
def test_columns_fit_into_the_room(rows: list[tuple[str, str]], room: int) -> None:
    columns = (BY_NAME["subject"], BY_NAME["budget"], BY_NAME["page"])
    entries = [Entry(("n", 0), (Cell(subject), Cell(budget), Cell("12"))) for subject, budget in rows]
    wide = widths(columns, entries, ["科目", "预算", "页"], room, decimals(columns, entries))
    assert sum(width + GAP for width in wide if width) <= room or wide[0] <= columns[0].least
    assert all(width <= column.most for width, column in zip(wide, columns, strict=True))


def test_where_room_is_short_the_least_important_column_goes_first() -> None:
    names = ("organisation", "subject", "compared_with", "reason", "page")
    columns = tuple(BY_NAME[name] for name in names)
    entries = [Entry(("n", 0), tuple(Cell("文字" * 20) for _ in columns))]
    wide = dict(zip(names, widths(columns, entries, ["单位", "科目", "比较", "原因", "页"], 50, [0] * 5), strict=True))
    assert wide["compared_with"] == 0
    assert wide["subject"] and wide["reason"]


def test_columns_that_say_nothing_are_not_shown() -> None:
    rows = [{"subject": "防汛", "page": 2, "category": None, "reason": ""}]
    columns = needed(rows, ("subject", "reason", "category", "page"))
    assert [column.name for column in columns] == ["subject", "page"]
    assert [cell.text for cell in cells(rows[0], columns)] == ["防汛", "2"]


@pytest.mark.parametrize("room", [10, 16, 24, 60])
def test_a_hit_is_cut_so_that_the_word_is_in_sight(room: int) -> None:
    text = "支出决算数小于年初预算数的主要原因是人员调动，缴存人数减少。"
    start = text.index("人员")
    shown = fit(Cell(text, ((start, start + 2),)), room)
    assert cell_len(shown.text) <= room
    first, last = shown.marks[0]
    assert shown.text[first:last] == "人员"


@given(st.lists(st.text("预算减少12.", min_size=1, max_size=8), min_size=1, max_size=6), st.data())
def test_a_span_of_the_stored_text_is_found_in_the_unbroken_paragraph(lines: list[str], data: st.DataObject) -> None:
    stored, unbroken = "\n".join(lines), "".join(lines)
    start = data.draw(st.integers(0, len(stored) - 1))
    end = data.draw(st.integers(start + 1, len(stored)))
    found = locate(stored, unbroken, start, end)
    wanted = stored[start:end].replace("\n", "")
    assert (unbroken[slice(*found)] if found else "") == wanted


def listing(index: Index) -> Listing:
    return reasons.reasons(Survey(index), speaker("zh"), Filter(), Order())


def test_every_row_has_its_quote_marked_in_the_text(index: Index) -> None:
    assert listing(index).first
    for entry in listing(index).first:
        shown = leaf(index, entry.evidence[0])
        paragraph = shown.paragraphs[shown.found]
        assert paragraph.mark is not None
        assert paragraph.text[slice(*paragraph.mark)] == entry.evidence[0].quote.replace("\n", "")


def test_a_page_that_begins_is_shown(index: Index) -> None:
    entry = hits.hits(index, speaker("zh"), "馆藏数字化").first[0]
    assert 2 in [paragraph.page for paragraph in leaf(index, entry.evidence[0]).paragraphs]


def test_evidence_of_a_document_that_is_gone_is_its_quote(index: Index) -> None:
    gone = Evidence(10**9, "无.txt", None, None, None, 5, 9, "一句原文")
    assert [paragraph.text for paragraph in leaf(index, gone).paragraphs] == ["一句原文"]


def test_a_citation_names_organisation_report_year_page_and_quote() -> None:
    evidence = Evidence(1, "某报告.pdf", ARCHIVE, 2022, 7, 0, 4, "因\n人员调动")
    assert quoted(evidence) == "因人员调动"
    assert cited(evidence, speaker("zh")) == f"“因人员调动”（{ARCHIVE}，《某报告》，2022，第 7 页）"


def test_a_citation_in_markdown_and_bibtex_is_escaped() -> None:
    evidence = Evidence(1, "报告_1.pdf", "某局 & 某办", 2022, 7, 0, 4, "占 50% 的*重点*_{支出}_")
    markdown = cited(evidence, speaker("zh"), "markdown")
    assert markdown.splitlines()[0] == r"> 占50%的\*重点\*\_\{支出\}\_"
    bibtex = cited(evidence, speaker("en"), "bibtex")
    assert r"author = {{某局 \& 某办}}" in bibtex
    assert r"note = {占50\%的*重点*\_\{支出\}\_}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    key = bibtex.split("{")[1].split(",")[0]
    assert key.isascii() and cited(evidence, speaker("zh"), "bibtex").startswith(f"@techreport{{{key},")


def test_last_years_figure_does_not_stand_under_budget(index: Index) -> None:
    names = [column.name for column in listing(index).columns]
    assert "base" in names
    assert "budget" not in names
    budgets = reasons.reasons(Survey(index), speaker("zh"), Filter(compared_with="年初预算"), Order())
    assert "budget" in [column.name for column in budgets.columns]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [("1620.5", "1,620.5"), ("-1620", "-1,620"), ("0", "0"), ("0.50", "0.50"), ("≥95", "≥95"), ("+13.9%", "+13.9%")],
)
def test_figures_are_grouped_and_nothing_else_is_touched(printed: str, shown: str) -> None:
    assert grouped(printed) == shown


@pytest.mark.parametrize(
    ("yuan", "shown"),
    [(320_500_000, "3.2亿"), (-184_500, "-18.4万"), (950, "950元"), (0, "0"), (12_345_678_900, "123.5亿")],
)
def test_money_in_few_characters(yuan: float, shown: str) -> None:
    assert short(yuan) == shown


@given(st.floats(-10, 1e9), st.floats(-10, 1e9), st.integers(0, 30))
def test_a_bar_has_its_room_and_no_more(part: float, whole: float, cells_: int) -> None:
    drawn = bar(part, whole, cells_)
    assert len(drawn) == cells_
    assert (drawn.strip() != "") == (part > 0 and whole > 0 and cells_ > 0)


@given(st.lists(st.decimals(-10_000, 10_000, places=2) | st.integers(-99, 99), min_size=1, max_size=6))
def test_aligned_figures_have_their_points_in_one_column(values: list[object]) -> None:
    columns = (BY_NAME["actual"],)
    entries = [Entry(("n", n), cells({"actual": value}, columns)) for n, value in enumerate(values)]
    behind = decimals(columns, entries)[0]
    texts = [aligned(entry.cells[0].text, behind) for entry in entries]
    most = max(map(len, texts))
    assert len({text.rjust(most).rstrip().find(".") for text in texts if "." in text}) <= 1
    assert all(len(text) - len(text.partition(".")[0]) == behind for text in texts if "." in text)


@pytest.mark.parametrize("key", WORDS)
def test_words_in_both_languages_have_the_same_blanks(key: str) -> None:
    chinese, english = WORDS[key]
    assert {w.split("}")[0] for w in chinese.split("{")[1:]} == {w.split("}")[0] for w in english.split("{")[1:]}


def test_a_language_we_do_not_have_is_chinese() -> None:
    assert speaker("fr")("key.quit") == say("key.quit", lang=LANGUAGES[0]) == "退出"


@given(st.text("预算为12.50万元，。（）“”ab ", max_size=80), st.integers(2, 40))
def test_lines_hold_all_of_the_text_and_fit(text: str, width: int) -> None:
    spans = wrapped(text, width)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(cell_len(text[start:end]) <= width for start, end in spans)


def test_a_number_is_never_broken_and_no_line_begins_with_a_stop() -> None:
    text = "年初预算为1,062.09万元，支出决算为131.75万元（含结转）。"
    for width in range(12, 50):
        lines = [text[start:end] for start, end in wrapped(text, width)]
        assert not any(line[0] in "，。）" or line[-1] in "（" for line in lines)
        assert sum("1,062.09" in line for line in lines) == sum("131.75" in line for line in lines) == 1


def test_a_figure_is_never_cut() -> None:
    columns = tuple(BY_NAME[name] for name in ("subject", "reason", "actual"))
    entries = [Entry(("n", 0), (Cell("科目" * 20), Cell("原因" * 20), Cell("1234567890.12")))]
    assert widths(columns, entries, ["科目", "原因", "决算"], 46, [0, 0, 3])[2] == len("1234567890.12")


async def test_garbage_is_left_as_it_was_when_the_application_ends(app: JuesuanApp) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    async with app.run_test() as pilot:
        await settle(pilot)
        assert gc.get_freeze_count() > before[1]
        assert gc.get_threshold()[2] == SELDOM
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
