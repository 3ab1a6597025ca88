"""Lists: what is in a window, in which order, how rows divide, one subject over years and organisations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.store import Filter, open_index
from extractor.store.survey import Kept, Order, Survey, surveying
from extractor.store.survey.kept import MOST
from extractor.store.writer import Writer
from tests.made import VERSION, made, made_index

ARCHIVE, WATER = "青溪县档案馆", "青溪县水利局"
RUNNING = "一般公共服务支出/档案事务/行政运行"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    later = made(name="青溪县档案馆2023年度部门决算.txt", year=2023)
    return made_index(tmp_path / "index.db", made(), later, made("水利.txt", WATER, 2023))


@pytest.fixture
def survey(path: Path) -> Iterator[Survey]:
    with open_index(path) as index:
        yield Survey(index)


def test_windows_side_by_side_are_the_whole_list(survey: Survey) -> None:
    for by in (None, "difference", "rate", "year", "category"):
        whole = survey.explained(order=Order(by), limit=100)
        windows = [row for at in range(0, 12, 5) for row in survey.explained(order=Order(by), limit=5, offset=at)]
        assert windows == whole
        assert len(whole) == survey.count_explained() == 12


@pytest.mark.parametrize("words", [None, "2022", "青溪县", "人员", "人员 水利局", "压减 开支"])
@pytest.mark.parametrize("by", [None, "difference", "rate", "year", "category"])
@pytest.mark.parametrize("descending", [False, True])
def test_windows_are_the_same_from_whichever_end_they_are_read(
    survey: Survey, monkeypatch: pytest.MonkeyPatch, words: str | None, by: str | None, descending: bool
) -> None:
    wanted, order = Filter(words=words), Order(by, descending)
    whole = survey.explained_ids(wanted, order)
    assert len(whole) == survey.count_explained(wanted) > 0
    if by is None:
        assert whole == sorted(whole)
    monkeypatch.setattr(surveying, "_FAR", 0)
    for size in (1, 5):
        assert whole == [
            id_ for at in range(0, len(whole) + size, size) for id_ in survey.explained_ids(wanted, order, size, at)
        ]


def test_what_was_counted_is_counted_again_where_the_index_changed() -> None:
    kept, answers = Kept(), iter(range(2 * MOST + 9))
    assert [kept.get("before", "how many", answers.__next__) for _ in range(3)] == [0, 0, 0]
    assert kept.get("after", "how many", answers.__next__) == 1
    assert [kept.get("after", f"other {n}", answers.__next__) for n in range(MOST)][-1] == MOST + 1
    assert kept.get("after", "how many", answers.__next__) == MOST + 2  # forgotten meanwhile


def test_what_is_asked_of_everything_lasts_as_long_as_the_index_is_the_same() -> None:
    kept, answers = Kept(), iter(range(2 * MOST + 9))
    assert kept.get(1, "all", lambda: next(answers), lasting=True) == 0
    for number in range(2 * MOST):
        kept.get(1, f"one {number}", lambda: next(answers))
    assert kept.get(1, "all", lambda: next(answers), lasting=True) == 0
    assert kept.get(2, "all", lambda: next(answers), lasting=True) > 2 * MOST


def test_figures_sort_as_figures_and_what_has_none_comes_last(survey: Survey) -> None:
    ascending = [row.difference for row in survey.explained(order=Order("difference"))]
    assert ascending == sorted(ascending, key=float)  # type: ignore[arg-type]
    budgets = [row.budget for row in survey.explained(order=Order("budget", descending=True))]
    assert budgets[0] == "150.20"
    assert budgets[-1] is None


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(words="水利局"), 4),
        (Filter(words="水利局 人员"), 2),
        (Filter(words="住房"), 3),
        (Filter(words="压减开支"), 6),
        (Filter(words="2022"), 4),
        (Filter(words="没有这样的词"), 0),
        (Filter(words="青档馆"), 8),
        (Filter(words="青水 人员"), 2),
        (Filter(words="员人"), 0),
        (Filter(words="“ ”"), 12),
        (Filter(leading="人员变动"), 6),
        (Filter(category="压减开支"), 6),
        (Filter(whose=ARCHIVE), 8),
        (Filter(whose="青溪县"), 0),
        (Filter(organisation="青溪县"), 12),
        (Filter(functional="住房保障支出"), 3),
        (Filter(year=2023, direction="增加"), 2),
        (Filter(compared_with="上年决算"), 3),
        (Filter(subject="公积金", report_year=2022), 1),
        (Filter(subjects=[RUNNING], kind="决算"), 3),
        (Filter(kind="预算"), 0),
        (Filter(document="水利"), 4),
    ],
)
def test_filters(survey: Survey, wanted: Filter, count: int) -> None:
    assert survey.count_explained(wanted) == len(survey.explained(wanted)) == count


def test_sums_leave_out_totals_and_other_bases(survey: Survey) -> None:
    groups = {group.value: group for group in survey.explained_by("category")}
    assert sum(group.count for group in groups.values()) == 12
    people = groups["人员变动"]
    assert (people.count, people.summed, people.more) == (6, 6, 0)
    assert people.difference == people.less == pytest.approx(-3 * (184_500 + 14_000))
    assert groups["压减开支"].summed == 0  # 收入总计 compared with the year before
    assert {group.value for group in survey.explained_by("class")} >= {None, "住房保障支出"}


@pytest.mark.parametrize("by", ["year", "organisation", "subject", "direction", "compared_with", "document"])
def test_every_group_counts_what_its_filter_lists(survey: Survey, by: str) -> None:
    field = {"organisation": "whose", "document": "document", "subject": "subject"}.get(by, by)
    for group in survey.explained_by(by):
        assert survey.count_explained(Filter(**{field: group.value})) == group.count  # type: ignore[arg-type]


def test_rates_are_those_of_budgets(survey: Survey) -> None:
    bins = [each for each in survey.rates() if each.count]
    assert [(each.low, each.high, each.count) for each in bins] == [(80, 90, 3), (90, 100, 3)]


def test_documents_and_findings(survey: Survey) -> None:
    assert [row.name for row in survey.documents(Filter(words="水利"))] == ["水利.txt"]
    assert survey.count_documents(Filter(year=2023)) == 2
    assert [row.year for row in survey.documents(order=Order("year", descending=True))] == [2023, 2023, 2022]
    first = survey.documents()[0]
    assert (first.facts, first.findings) == (25, 1)
    found = survey.findings(Filter(rule="完成率"), Order("severity"))
    assert survey.count_findings(Filter(words=f"{WATER} 四舍五入")) == 1
    assert len(found) == survey.findings_by("rule")[0].count == 3
    assert found[0].evidence == ((found[0].start, found[0].end),)


def test_a_subject_over_years_and_organisations(survey: Survey) -> None:
    points = survey.years(RUNNING, ARCHIVE)
    assert [(point.year, point.budget, point.actual) for point in points] == [
        (2022, 1_502_000, 1_317_500),
        (2023, 1_502_000, 1_317_500),
    ]
    peers = survey.peers(RUNNING, 2023, WATER)
    assert peers and (peers.count, peers.middle) == (2, 1_317_500)
    assert {name for name, _ in peers.nearest} == {ARCHIVE, WATER}
    assert survey.peers(RUNNING, 1999, WATER) is None


def test_a_report_that_comes_while_the_index_is_open_is_found_by_its_name(path: Path, survey: Survey) -> None:
    assert survey.count_explained(Filter(words="白石镇")) == 0
    made_index(path, made("新.txt", "白石镇人民政府", 2024))
    assert survey.count_explained(Filter(words="白石镇")) == 4


def test_a_report_that_goes_takes_its_rows_along(path: Path, survey: Survey) -> None:
    with Writer(path, VERSION) as writer:
        writer.remove(str(path.parent / "水利.txt"))
    assert survey.count_explained(Filter(words="水利局")) == 0
    assert survey.count_explained() == 8
