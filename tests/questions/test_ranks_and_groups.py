"""Who is first among many, what stands in a group, what two figures of one thing are said to be: as a reader expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.questions import Answer, ask
from extractor.store import Index, open_index
from tests.questions.fictional import ARCHIVE, FUND, HEALTH, RUN, Book, indexed

SPENT, TOTAL = "支出合计", "支出总计"
"""支出 asks for the former where a report has it, else for the latter."""


def asked(folder: Path, question: str, *books: Book) -> Answer:
    """The answer of an index of these reports."""
    with open_index(indexed(folder / "index.db", *(book.extraction() for book in books))) as index:
        return ask(index, question)


def town(at: int, **figures: str) -> Book:
    """The outturn of a township that prints these amounts in 万元."""
    book = Book(f"云岭市第{at}街道办事处", 2022)
    for subject, value in figures.items():
        book.spent(subject, value)
    return book


def values(answer: Answer) -> list[str]:
    """The values of its rows, in their order."""
    return [row["value"] for row in answer.rows]


def grouped(answer: Answer) -> dict[str, str]:
    """The value of each of its groups."""
    return {group.name: group.figure.value for group in answer.groups}


@pytest.mark.parametrize(
    ("order", "others", "one", "first"),
    [
        pytest.param("最多", (50, 40), {SPENT: "60", TOTAL: "1"}, ["60"], id="the most, beside a small total"),
        pytest.param("最少", (40, 50), {SPENT: "30", TOTAL: "99"}, ["30"], id="the least, beside a large total"),
        pytest.param("最多", (10, 90), {SPENT: "60"}, ["60"], id="the most, where totals of others are larger"),
        pytest.param("最少", (50, 5), {SPENT: "20"}, ["20"], id="the least, where totals of others are smaller"),
        pytest.param("最多", (40, 40), {SPENT: "40"}, ["40"] * 7, id="all that are as large as the first"),
        pytest.param("最少", (50, 50), {SPENT: "50"}, ["50"] * 7, id="all that are as small as the first"),
    ],
)
def test_the_first_is_the_first_of_all_whatever_is_read_sooner(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    order: str,
    others: tuple[int, int],
    one: dict[str, str],
    first: list[str],
) -> None:
    """Six townships print the same 支出合计 and 支出总计, a seventh its own: it is not missed for being read last."""
    monkeypatch.setattr("extractor.questions.listing.LEADING", 1)
    spent, total = map(str, others)
    books = [town(at, **{SPENT: spent, TOTAL: total}) for at in range(1, 7)]
    answer = asked(tmp_path, f"2022年支出{order}的单位", *books, town(7, **one))
    assert values(answer) == first


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("青溪区档案局2022年收支总计是多少", {("收入总计", "620.40"), ("支出总计", "620.40")}),
        ("青溪区档案局2022年公务接待批次和人次", {("公务接待批次", "6"), ("公务接待人次", "45")}),
    ],
)
def test_one_word_for_two_things_is_answered_with_both(index: Index, question: str, rows: set[tuple[str, str]]) -> None:
    answer = ask(index, question)
    assert {(row["subject"], row["value"]) for row in answer.rows} == rows


def test_groups_have_their_figures_where_only_comparisons_print_them(tmp_path: Path) -> None:
    one, other = Book(ARCHIVE, 2022), Book(HEALTH, 2022)
    one.compare("机关运行经费", "上年决算", "减少", actual="48.30", change="-3.10")
    other.compare("机关运行经费", "上年决算", "增加", actual="102.00", change="8.00")
    answer = asked(tmp_path, "2022年按单位统计机关运行经费决算数", one, other)
    assert grouped(answer) == {ARCHIVE: "48.30", HEALTH: "102.00"}


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("2022年按单位统计机关运行经费减少了多少", {ARCHIVE: "3.10", "云岭市白沙县档案局": "1.00"}),
        ("按年统计机关运行经费减少了多少", {"2022": "4.10"}),
        ("2022年按单位统计机关运行经费增加了多少", {HEALTH: "8.00"}),
    ],
)
def test_groups_of_what_fell_hold_nothing_that_rose_and_say_by_how_much(
    index: Index, question: str, groups: dict[str, str]
) -> None:
    assert grouped(ask(index, question)) == groups


def test_an_organisation_counts_once_in_a_group(tmp_path: Path) -> None:
    """Two items of the archive are called 行政运行: of the two organisations that have one, it is one."""
    one, other = Book(ARCHIVE, 2022), Book(HEALTH, 2022)
    one.spent(RUN, "302.20")
    one.spent("卫生健康支出/卫生健康管理事务/行政运行", "9.00")
    other.spent("卫生健康支出/卫生健康管理事务/行政运行", "871.30")
    other.spent(FUND, "80.00")
    answer = asked(tmp_path, "2022年按科目统计有几家单位", one, other)
    assert grouped(answer) == {"行政运行": "2", "住房公积金": "1"}


@pytest.mark.parametrize(
    ("question", "groups", "left_out"),
    [
        ("2022年按单位统计支出合计", {ARCHIVE: "80", f"{ARCHIVE}（本级）": "50"}, False),
        ("2022年按年统计支出合计", {"2022": "80"}, True),
    ],
)
def test_own_accounts_stand_beside_the_department_and_are_not_added_to_it(
    tmp_path: Path, question: str, groups: dict[str, str], left_out: bool
) -> None:
    whole, own = Book(ARCHIVE, 2022), Book(f"{ARCHIVE}（本级）", 2022)
    whole.spent(SPENT, "80")
    own.spent(SPENT, "50")
    answer = asked(tmp_path, question, whole, own)
    assert grouped(answer) == groups
    assert any("没有计入" in assumed for assumed in answer.assumed) is left_out


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (("88.01", "万元"), False),
        (("87.99", "万元"), False),
        (("88.02", "万元"), True),
        (("87.98", "万元"), True),
        (("88", "万元"), False),
        (("89", "万元"), False),
        (("90", "万元"), True),
        (("880100", "元"), False),
        (("880101", "元"), True),
        (("880199", "元"), True),
    ],
)
def test_two_figures_that_differ_by_more_than_their_last_digit_are_said(
    tmp_path: Path, other: tuple[str, str], said: bool
) -> None:
    book = Book(ARCHIVE, 2022)
    book.spent("政府采购支出", "88.00")
    book.amount("政府采购支出", "决算数", *other)
    answer = asked(tmp_path, "青溪区档案局2022年政府采购支出决算", book)
    assert answer.figure is not None and answer.figure.value == "88.00"
    assert ("另有一处" in answer.message) is said


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("2022年哪家疑点最多", {1: "3"}),
        ("2022年疑点最多的两家单位", {1: "3", 2: "2", 3: "2"}),
        ("2022年疑点最多的三家单位", {1: "3", 2: "2", 3: "2"}),
        ("2022年哪家疑点最少", {4: "1"}),
        ("2022年疑点最少的两家单位", {4: "1", 2: "2", 3: "2"}),
        ("2022年疑点最多的四家单位", {1: "3", 2: "2", 3: "2", 4: "1"}),
        ("2022年疑点最少的九家单位", {4: "1", 2: "2", 3: "2", 1: "3"}),
        ("2022年按单位统计疑点有几处", {1: "3", 2: "2", 3: "2", 4: "1"}),
    ],
)
def test_who_contradicts_itself_most_with_all_that_do_so_as_often(
    tmp_path: Path, question: str, groups: dict[int, str]
) -> None:
    books = [town(at, **{SPENT: "10"}) for at in range(1, 6)]
    for book, times in zip(books, (3, 2, 2, 1, 0), strict=True):
        for at in range(times):
            book.finding("合计", f"第{at}处合计不等于各项之和")
    answer = asked(tmp_path, question, *books)
    assert list(grouped(answer).items()) == [(f"云岭市第{at}街道办事处", count) for at, count in groups.items()]
    assert [row["document"][4] for row in answer.rows] == [
        str(at) for at, count in groups.items() for _ in range(int(count))
    ]


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        ("按年份统计机关运行经费", [("2021", "51.40"), ("2022", "170.30"), ("2023", "95.00")]),
        ("2022年按类统计决算", [
            ("卫生健康支出", "1844.80"), ("一般公共服务支出", "505.30"), ("住房保障支出", "96.50"), ("社会保障和就业支出", "55.20"),
        ]),
        ("2022年按类统计决算平均", [
            ("卫生健康支出", "461.20"), ("一般公共服务支出", "168.43"), ("住房保障支出", "48.25"), ("社会保障和就业支出", "27.60"),
        ]),
        ("2022年按类统计决算中位数", [
            ("卫生健康支出", "476.25"), ("一般公共服务支出", "150.10"), ("住房保障支出", "48.25"), ("社会保障和就业支出", "27.60"),
        ]),
        ("2022年按原因类别统计减少的科目有几个", [("人员变动", "3"), ("压减开支", "1"), ("项目进度", "1")]),
        ("2022年按单位统计机关运行经费增减额", [(HEALTH, "8.00"), (ARCHIVE, "-3.10"), ("云岭市白沙县档案局", "-1.00")]),
    ],
)  # fmt: skip
def test_groups_stand_in_order_years_as_they_passed_the_rest_by_size(
    index: Index, question: str, groups: list[tuple[str, str]]
) -> None:
    assert list(grouped(ask(index, question)).items()) == groups


@pytest.mark.parametrize(
    ("change", "asked_for", "figure", "said"),
    [
        ("-1", "减少", "1", ""),
        ("1", "增加", "1", ""),
        ("1", "减少", "1", "增加"),
        ("-1", "增加", "-1", "减少"),
        ("0", "减少", "0", ""),
        ("0", "增加", "0", ""),
        ("0.00", "减少", "0.00", ""),
    ],
)
def test_a_change_the_other_way_is_told_and_none_is_no_other_way(
    tmp_path: Path, change: str, asked_for: str, figure: str, said: str
) -> None:
    book = Book(ARCHIVE, 2022)
    book.change("机关运行经费", "48.30", change, "0", "厉行节约", "压减开支")
    answer = asked(tmp_path, f"青溪区档案局2022年机关运行经费比上年{asked_for}了多少万元", book)
    assert answer.figure is not None and answer.figure.value == figure
    assert [way for way in ("增加", "减少") if way in answer.message] == ([said] if said else [])


@pytest.mark.parametrize(
    ("before", "asked_for", "figure", "said"),
    [
        ("50.00", "减少", "1.70", ""),
        ("50.00", "增加", "-1.70", "实际是减少"),
        ("40.00", "增加", "8.30", ""),
        ("40.00", "减少", "8.30", "实际是增加"),
        ("48.30", "减少", "0.00", ""),
        ("48.30", "增加", "0.00", ""),
    ],
)
def test_a_change_that_two_reports_give_is_told_the_way_it_went(
    tmp_path: Path, before: str, asked_for: str, figure: str, said: str
) -> None:
    one, other = Book(ARCHIVE, 2021), Book(ARCHIVE, 2022)
    one.spent("机关运行经费", before)
    other.spent("机关运行经费", "48.30")
    answer = asked(tmp_path, f"青溪区档案局2022年机关运行经费比上年{asked_for}了多少万元", one, other)
    assert answer.figure is not None and answer.figure.value == figure
    assert {row["value"] for row in answer.rows} == {before, "48.30"}
    assert said in answer.message and ("实际" in answer.message) is bool(said)


@pytest.mark.parametrize(
    ("question", "ranked"),
    [
        ("2022年行政运行决算最多的两家单位", [(3, "70.00"), (1, "60.00")]),
        ("2022年行政运行决算最少的两家单位", [(2, "50.00"), (1, "60.00")]),
        ("2022年行政运行决算最多的三家单位", [(3, "70.00"), (1, "60.00"), (2, "50.00")]),
    ],
)
def test_an_organisation_has_one_rank_though_the_text_and_a_table_file_it_elsewhere(
    tmp_path: Path, question: str, ranked: list[tuple[int, str]]
) -> None:
    books = [town(at) for at in (1, 2, 3)]
    for book, value in zip(books, ("60.00", "50.00", "70.00"), strict=True):
        book.spent(RUN, value)
        place = {"source": "table", "table": "一般公共预算财政拨款支出决算表", "column": "合计"}
        book.amount("一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行", "决算数", value, **place)
    answer = asked(tmp_path, question, *books)
    assert [(int(row["document"][4]), row["value"]) for row in answer.rows] == ranked


@pytest.mark.parametrize(("page", "place"), [(2, "（2）"), (None, f"（{Book(ARCHIVE, 2022).name}）")])
def test_the_other_figure_is_said_with_its_page_or_the_document_without_pages(
    tmp_path: Path, page: int | None, place: str
) -> None:
    book = Book(ARCHIVE, 2022)
    book.spent("政府采购支出", "88.00")
    book.turn()
    book.amount("政府采购支出", "决算数", "88.50", page=page)
    answer = asked(tmp_path, "青溪区档案局2022年政府采购支出决算", book)
    assert f"另有一处写的是 88.50万元{place}" in answer.message


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("2022年年初预算超过300万元的科目有哪些", ["900.00", "600.00", "330.00"]),
        ("2022年公务接待费预算数超过3万元的单位", ["5.00"]),
        ("2022年公务接待费决算超过1万元的单位", ["1.90"]),
    ],
)
def test_a_threshold_holds_of_the_measure_that_it_is_said_of(index: Index, question: str, rows: list[str]) -> None:
    assert values(ask(index, question)) == rows


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("2022年年初预算超过300万元的科目的上年决算数", "年初预算"),
        ("2022年全年预算超过3万元的科目的年初预算数", "全年预算"),
        ("2022年公务接待费超过3人的单位的预算数", "数量"),
    ],
)
def test_a_threshold_on_another_measure_than_the_one_asked_for_is_refused(
    index: Index, question: str, measure: str
) -> None:
    answer = ask(index, question)
    assert not answer.answered
    assert f"不能按“{measure}”筛选" in answer.message
