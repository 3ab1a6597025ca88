"""Which years an answer is about, what its facts are called, and figures asked for side by side."""

from __future__ import annotations

import pytest

from extractor.questions import ask
from extractor.questions.facts import Fact
from extractor.questions.query import Intent, Query
from extractor.questions.result import of_one_year, of_the_year
from extractor.store import Index


def facts(*years: int, organisation: str = "甲局") -> list[Fact]:
    return [
        Fact({"year": year, "source": "narrative", "start": 0}, at, at, organisation, year, "培训费")
        for at, year in enumerate(years)
    ]


@pytest.mark.parametrize("choose", [of_the_year, of_one_year])
@pytest.mark.parametrize(
    "query", [Query(intent=Intent.VALUE, years=(2021,)), Query(intent=Intent.VALUE, every_year=True)]
)
def test_where_years_are_asked_for_none_is_left_out(choose: object, query: Query) -> None:
    given = facts(2021, 2022)
    assert choose(query, given) == (given, ())  # type: ignore[operator]
    assert choose(query, []) == ([], ())  # type: ignore[operator]


def test_where_no_year_is_named_each_organisation_has_its_latest_and_a_sum_one_for_all() -> None:
    given = [*facts(2021, 2022), *facts(2021, organisation="乙局")]
    kept, said = of_the_year(Query(intent=Intent.VALUE), given)
    assert [(fact.organisation, fact.year) for fact in kept] == [("甲局", 2022), ("乙局", 2021)]
    assert len(said) == 1 and "2021" in said[0] and "2022" in said[0]
    kept, said = of_one_year(Query(intent=Intent.SUM), given)
    assert [(fact.organisation, fact.year) for fact in kept] == [("甲局", 2022)] and "2022" in said[0]


def test_nothing_is_of_no_year() -> None:
    for choose in (of_the_year, of_one_year):
        assert choose(Query(intent=Intent.VALUE), []) == ([], ())


@pytest.mark.parametrize(
    ("asked", "measures"),
    [
        ("年初预算是多少，决算是多少", ["年初预算数", "决算数"]),
        ("年初预算是多少，完成了多少", ["年初预算数", "完成率"]),
        ("是多少，年初预算是多少", ["决算数", "年初预算数"]),
    ],
)
def test_both_sides_are_told_where_two_are_asked_for(index: Index, asked: str, measures: list[str]) -> None:
    answer = ask(index, f"云岭市青溪区卫生健康委员会2022年行政运行{asked}")
    assert answer.answered, answer.message
    assert [row["measure"] for row in answer.rows] == measures


@pytest.mark.parametrize(
    ("once", "twice"),
    [
        ("云岭市青溪区卫生健康委员会2022年支出合计是多少", "云岭市青溪区卫生健康委员会2022年支出合计是多少，多少万元"),
        ("云岭市青溪区档案局2022年公务接待费决算是多少", "云岭市青溪区档案局2022年公务接待费决算是多少，多少万元"),
    ],
)
def test_what_is_asked_twice_is_told_once(index: Index, once: str, twice: str) -> None:
    one, other = ask(index, once), ask(index, twice)
    assert one.answered and one.figure == other.figure and one.rows == other.rows
    assert other.understood.startswith(one.understood.rsplit(" · ", 1)[0])
