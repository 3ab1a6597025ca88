"""Names that a person said are of one organisation are one in questions, searches, facets and filters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.organisations import Decisions
from extractor.questions import ask
from extractor.store import Index, open_index
from tests.made import made, made_index

OLD, NEW, OTHER = "白石县农业局", "白石县农业农村局", "白石县水利局"


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    reports = [made("a.txt", OLD, 2021), made("b.txt", NEW, 2022), made("c.txt", OTHER, 2022)]
    with open_index(made_index(tmp_path / "index.db", *reports)) as opened:
        yield opened


def years(index: Index, question: str) -> set[int]:
    answer = ask(index, question)
    assert answer.answered, answer.message
    return {row["year"] for row in answer.rows}


def test_a_question_names_all_reports_of_an_organisation_by_any_of_its_names(index: Index) -> None:
    question = "{}历年行政运行的决算数"
    assert years(index, question.format(OLD)) == {2021}
    Decisions.beside(index.path).decide("same", OLD, NEW)
    for name in (OLD, NEW, "农业农村局"):
        assert years(index, question.format(name)) == {2021, 2022}
    said = {ask(index, question.format(name)).understood.split(" · ")[0] for name in (OLD, NEW)}
    assert said == {NEW}
    assert years(index, question.format(OTHER)) == {2022}
    Decisions.beside(index.path).decide("different", OLD, NEW)
    assert years(index, question.format(OLD)) == {2021}


def test_the_two_names_are_counted_as_one(index: Index) -> None:
    question = "有几家单位的行政运行超过100万元"
    before = ask(index, f"2021年到2022年{question}").figure
    assert before is not None and before.value == "3"
    Decisions.beside(index.path).decide("same", OLD, NEW)
    after = ask(index, f"2021年到2022年{question}").figure
    assert after is not None and after.value == "2"
    grouped = ask(index, "2021年到2022年各单位各支出了多少行政运行")
    assert {group.name for group in grouped.groups} == {NEW, OTHER}
    assert {group.count for group in grouped.groups if group.name == NEW} == {2}


def test_what_an_organisation_is_called_names_it(index: Index) -> None:
    Decisions.beside(index.path).decide("same", OLD, NEW)
    Decisions.beside(index.path).decide("called", NEW, "白石县三农办")
    assert years(index, "白石县三农办历年行政运行的决算数") == {2021, 2022}
    assert years(index, f"{OLD}历年行政运行的决算数") == {2021, 2022}
    assert index.search("单位:三农办").total == index.search(f"单位:{OLD}").total > 0
    assert {row.year for row in index.reasons(organisation="三农办")} == {2021, 2022}


def test_a_search_and_its_facets_take_them_for_one(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = {name: index.search(f"行政运行 单位:{name}").total for name in (OLD, NEW, OTHER)}
    Decisions.beside(index.path).decide("same", OLD, NEW)
    assert index.search(f"行政运行 单位:{OLD}").total == alone[OLD] + alone[NEW]
    assert index.search(f"行政运行 单位:{OTHER}").total == alone[OTHER]
    for in_memory in (True, False):
        monkeypatch.setattr("extractor.store.search.facets.worth", lambda *_, answer=in_memory: answer)
        counted = {f.value: f.count for f in index.searching("行政运行").facets().organisation}
        assert counted == {NEW: alone[OLD] + alone[NEW], OTHER: alone[OTHER]}


def test_the_most_of_an_organisation_under_two_names(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    Decisions.beside(index.path).decide("same", OLD, NEW)
    question = "行政运行最多的单位"
    whole = ask(index, question).rows
    monkeypatch.setattr("extractor.questions.listing.LEADING", 1)
    assert ask(index, question).rows == whole and {row["year"] for row in whole} == {2022}


def test_a_department_and_its_own_accounts_are_not_added_up(tmp_path: Path) -> None:
    reports = [made("a.txt", OLD, 2022), made("b.txt", f"{OLD}（本级）", 2022), made("c.txt", f"{OTHER}（本级）", 2022)]
    with open_index(made_index(tmp_path / "index.db", *reports)) as index:
        answer = ask(index, "2022年各单位行政运行的决算数一共是多少")
        assert answer.figure is not None and answer.figure.value == "263.50"
        assert f"{OLD}（本级）" in "".join(answer.assumed) and OTHER not in "".join(answer.assumed)
        own = ask(index, f"{OLD}（本级）2022年行政运行的决算数")
        assert own.answered
