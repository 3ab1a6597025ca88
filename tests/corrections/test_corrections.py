from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.corrections import Corrections
from extractor.errors import JuesuanError
from extractor.questions import ask
from extractor.records import Variance
from extractor.report import Extraction
from extractor.store import Filter, Index, open_index
from extractor.store.survey import Survey
from extractor.store.writer import Source, Writer
from tests.made import VERSION, made, made_index

HOUSING = "住房保障支出/住房改革支出/住房公积金"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db", made(), made("乙.txt", "白石镇水利站", 2023))


@pytest.fixture
def index(db: Path) -> Iterator[Index]:
    with open_index(db) as opened:
        yield opened


@pytest.fixture
def book(db: Path) -> Corrections:
    return Corrections.beside(db, who="甲")


def _housing(index: Index, **wanted: object) -> list[tuple[str | None, str | None]]:
    rows = index.reasons(Filter(subject="住房公积金", year=2022, **wanted))  # type: ignore[arg-type]
    return [(row.category, row.review) for row in rows]


def test_a_corrected_category_is_told_everywhere_and_the_index_stays_as_it_is(
    index: Index, book: Corrections, db: Path
) -> None:
    before = db.read_bytes()
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    assert row.category == "人员变动"
    made = book.correct(row, {"category": "业务量变化"}, why="缴存人数")
    assert (made.who, made.why, made.changes) == ("甲", "缴存人数", {"category": ("人员变动", "业务量变化")})
    assert _housing(index) == [("业务量变化", "corrected")]
    assert _housing(index, category="人员变动") == []
    assert _housing(index, category="业务量变化") == [("业务量变化", "corrected")]
    variance = next(r for r in index.facts("variance", Filter(year=2022, subject="住房公积金")))
    cause = next(r for r in index.facts("reason", Filter(year=2022, subject="住房公积金")))
    assert variance["category"] == cause["category"] == "业务量变化"
    answer = ask(index, "青溪县档案馆2022年哪些科目因为业务量变化没有完成年初预算？")
    assert [r["subject"] for r in answer.rows] == [HOUSING]
    assert answer.ids == (row.id,) and answer.reviews == ("corrected",)
    asked = ask(index, "青溪县档案馆2022年哪些科目因为人员变动没有完成年初预算？")
    assert HOUSING not in [r["subject"] for r in asked.rows]
    assert db.read_bytes() == before


def test_a_search_by_category_or_subject_finds_what_was_corrected(
    index: Index, book: Corrections, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    passage = index.search("类别:人员变动 缴存人数减少 年份:2022").hits[0].passage_id
    assert index.search("类别:业务量变化").total == 0
    book.correct(row, {"category": "业务量变化", "subject": "住房保障支出/住房改革支出/购房补贴"})
    assert [h.passage_id for h in index.search("类别:业务量变化").hits] == [passage]
    assert index.search("类别:人员变动 缴存人数减少 年份:2022", loose=False).total == 0
    assert [h.passage_id for h in index.search("科目:购房补贴").hits] == [passage]
    assert "购房补贴" in ask(index, "青溪县档案馆2022年购房补贴的决算为什么比年初预算减少？").understood
    for in_memory in (True, False):
        monkeypatch.setattr("extractor.store.search.facets.worth", lambda *_, answer=in_memory: answer)
        counted = {facet.value: facet.count for facet in index.searching("缴存人数减少").facets().category}
        assert counted == {"人员变动": 1, "业务量变化": 1}
    book.undo(book.all()[-1].id)
    assert index.search("类别:业务量变化").total == 0
    assert index.search("类别:人员变动 缴存人数减少 年份:2022").total == 1


def test_a_rejected_fact_is_hidden_unless_asked_for(index: Index, book: Corrections) -> None:
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    total = index.count_reasons()
    rejected = book.reject(row, why="不是本单位的")
    assert _housing(index) == [] and index.count_reasons() == total - 1
    assert [r for r in index.facts("reason") if r["subject"] == HOUSING and r["year"] == 2022] == []
    assert _housing(index, review="rejected") == _housing(index, review="any") == [("人员变动", "rejected")]
    assert index.count_reasons(Filter(review="any")) == total
    assert index.search("类别:人员变动 缴存人数减少 年份:2022", loose=False).total == 0
    book.undo(rejected.id)
    assert _housing(index) == [("人员变动", None)]


def test_accepted_facts_are_told_apart(index: Index, book: Corrections) -> None:
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    book.accept(row)
    assert _housing(index) == [("人员变动", "accepted")]
    assert [r.subject for r in index.reasons(Filter(review="accepted"))] == [HOUSING]
    assert len(index.reasons(Filter(review="none"))) == index.count_reasons() - 1
    assert index.variances(Filter(review="accepted"))[0].review == "accepted"


def test_figures_follow_from_what_was_corrected(index: Index, book: Corrections) -> None:
    (amount,) = index.amounts(Filter(subject="“三公”经费", year=2022))
    book.correct(amount, {"value": "1,062.90", "unit": "万元"})
    (after,) = index.amounts(Filter(subject="“三公”经费", year=2022))
    assert (after.value, after.unit, after.yuan, after.review) == ("1062.90", "万元", "10629000", "corrected")
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    assert (row.budget, row.actual, row.difference) == ("20.00", "18.60", "-1.40")
    book.correct(row, {"baseline": "21"})  # the contract's name of it
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    assert (row.budget, row.difference) == ("21", "-2.40")
    assert next(r for r in index.facts("variance", Filter(year=2022, subject="住房公积金")))["baseline"] == "21"


def test_a_cause_that_is_corrected_is_a_category_of_what_it_explains(index: Index, book: Corrections) -> None:
    causes = [r for r in index.select("SELECT id, text FROM v_causes WHERE year = 2022") if r["text"] == "厉行节约"]
    book.correct(("reason", causes[0]["id"]), {"category": "政策标准调整"})
    (row,) = index.reasons(Filter(subject="行政运行", year=2022))
    assert (row.category, row.categories, row.review) == ("人员变动", "人员变动、政策标准调整", "corrected")
    assert index.reasons(Filter(category="政策标准调整")) == [row]


@pytest.mark.parametrize("kind", ["amount", "variance", "reason", "project", "indicator", "finding"])
def test_facts_of_every_kind_can_be_decided_about(index: Index, book: Corrections, kind: str) -> None:
    record = index.facts(kind)[0]
    book.reject(record, why="试")
    assert record not in index.facts(kind)
    assert record in index.facts(kind, Filter(review="any"))
    assert index.stats().facts[kind] == len(index.facts(kind))


def test_lists_show_what_was_corrected(index: Index, book: Corrections) -> None:
    survey = Survey(index)
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    total = survey.count_explained()
    book.correct(row, {"category": "业务量变化", "actual": "19.00", "subject": "住房保障支出/住房改革支出/购房补贴"})
    (listed,) = survey.explained(Filter(leading="业务量变化"))
    assert (listed.actual, listed.difference, listed.review) == ("19.00", "-1.00", "corrected")
    assert survey.explained(Filter(subject="购房补贴")) == [listed] == survey.explained(Filter(review="corrected"))
    assert survey.count_explained() == total == survey.count_explained(Filter(review="none")) + 1
    group = next(group for group in survey.explained_by("category", Filter(year=2022)) if group.value == "业务量变化")
    assert (group.count, group.actual) == (1, 190_000)
    book.reject(row)
    assert survey.count_explained() == total - 1
    assert [each.id for each in survey.explained(Filter(review="rejected"))] == [row.id]
    assert survey.count_explained(Filter(review="any")) == total
    (finding,) = survey.findings(Filter(year=2022))
    book.reject(finding)
    assert survey.findings(Filter(year=2022)) == [] and survey.count_findings() == 1


def test_the_years_of_a_subject_follow_a_corrected_amount(index: Index, book: Corrections) -> None:
    (amount,) = index.amounts(Filter(subject="防汛", measure="决算数", year=2022))
    book.correct(amount, {"value": "54.00"})
    (point,) = Survey(index).years(amount.subject, "青溪县档案馆")
    assert (point.year, point.budget, point.actual) == (2022, 0, 540_000)


def test_the_views_of_common_questions_follow(index: Index, book: Corrections) -> None:
    shortfalls = "SELECT leaf, category, review FROM v_shortfalls WHERE year = 2022 ORDER BY id"
    assert [tuple(row) for row in index.select(shortfalls)][1] == ("住房公积金", "人员变动", None)
    book.correct(index.reasons(Filter(subject="住房公积金", year=2022))[0], {"category": "业务量变化"})
    book.correct(index.amounts(Filter(subject="支出总计", year=2022))[0], {"value": "330.50"})
    assert ("住房公积金", "业务量变化", "corrected") in [tuple(row) for row in index.select(shortfalls)]
    totals = index.select("SELECT income, expenditure FROM v_totals WHERE year = 2022")
    assert [tuple(row) for row in totals] == [(3205000, 3305000)]
    counted = dict(map(tuple, index.select('SELECT category, "count" FROM v_categories WHERE year = 2022')))
    assert counted["业务量变化"] == 1


def test_what_was_decided_is_told_in_order_undone_or_not(index: Index, book: Corrections) -> None:
    (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
    assert book.trail(row) == []
    one = book.correct(row, {"category": "业务量变化"})
    undo = book.undo(one.id, why="看错了")
    (again,) = index.reasons(Filter(subject="住房公积金", year=2022))
    two = book.accept(again)
    assert [each.id for each in book.trail(row)] == [one.id, undo.id, two.id]
    other = index.reasons(Filter(subject="防汛", year=2022))[0]
    assert book.trail(other) == []
    with pytest.raises(JuesuanError, match=one.id):
        book.undo(one.id)


def test_other_programs_see_a_correction_at_once(index: Index, db: Path) -> None:
    with open_index(db) as other:
        assert _housing(other) == [("人员变动", None)]
        Corrections.beside(db).correct(index.reasons(Filter(subject="住房公积金", year=2022))[0], {"direction": "持平"})
        assert other.reasons(Filter(subject="住房公积金", year=2022))[0].direction == "持平"


def _again(db: Path, extraction: Extraction, version: str = "made-2") -> None:
    """The same file, or a new one under its name, read by another version of the extraction."""
    file = db.parent / extraction.report.name
    file.write_text(extraction.report.text, encoding="utf-8")
    with Writer(db, version) as writer:
        writer.add(extraction, Source.of(file))


def test_indexing_again_keeps_each_correction(db: Path, book: Corrections) -> None:
    with open_index(db) as index:
        rows = index.reasons(Filter(year=2022))
        by_subject = {row.subject: row for row in rows}
        book.correct(by_subject[HOUSING], {"category": "业务量变化"})
        book.reject(by_subject["收入总计"])
        book.accept(by_subject["农林水支出/水利/防汛"])
        book.correct(index.amounts(Filter(subject="公务接待费", year=2022))[0], {"value": "1.00"})
        book.correct(index.projects(Filter(year=2022))[0], {"score": "94"})
        ids = {row.id for row in rows}
    _again(db, made(), "made-2")
    with open_index(db) as index:
        rows = index.reasons(Filter(year=2022, review="any"))
        assert ids.isdisjoint(row.id for row in rows)  # they are new rows
        assert {row.subject: row.review for row in rows if row.review} == {
            HOUSING: "corrected", "收入总计": "rejected", "农林水支出/水利/防汛": "accepted",
        }  # fmt: skip
        assert index.amounts(Filter(subject="公务接待费", year=2022))[0].value == "1.00"
        assert index.projects(Filter(year=2022))[0].score == "94"
        assert book.lost(index) == []


def _without(extraction: Extraction, subject: str) -> Extraction:
    return replace(extraction, variances=tuple(v for v in extraction.variances if v.subject != subject))


def test_what_the_extraction_no_longer_reads_stays_as_it_was_corrected(db: Path, book: Corrections) -> None:
    with open_index(db) as index:
        book.correct(index.reasons(Filter(subject="住房公积金", year=2022))[0], {"category": "业务量变化"})
        book.reject(index.reasons(Filter(subject="防汛", year=2022))[0])
    _again(db, _without(_without(made(), HOUSING), "农林水支出/水利/防汛"))
    with open_index(db) as index:
        (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
        assert (row.category, row.review, row.reason) == ("业务量变化", "corrected", "人员调动，缴存人数减少")
        assert index.text(row.document_id)[row.start : row.end] == row.quote
        assert index.reasons(Filter(subject="防汛", year=2022, review="any")) == []
        assert book.lost(index) == []


def test_a_binding_that_the_extraction_has_learnt_is_told_once(db: Path, book: Corrections) -> None:
    new = "住房保障支出/住房改革支出/购房补贴"
    with open_index(db) as index:
        book.correct(index.reasons(Filter(subject="住房公积金", year=2022))[0], {"subject": new})

    def learnt(variance: Variance) -> Variance:
        return replace(variance, subject=new) if variance.subject == HOUSING else variance

    extraction = made()
    _again(db, replace(extraction, variances=tuple(map(learnt, extraction.variances))))
    with open_index(db) as index:
        assert [r.subject for r in index.reasons(Filter(year=2022)) if "住房" in r.subject] == [new]


def test_a_clause_that_moved_is_found_and_one_that_vanished_is_reported(db: Path, book: Corrections) -> None:
    with open_index(db) as index:
        moved, gone = index.reasons(Filter(subject="住房公积金", year=2022))[0], index.projects(Filter(year=2022))[0]
        book.correct(moved, {"category": "业务量变化"})
        kept = book.reject(gone, why="口径不同")
    report = made().report
    text = "更新说明：本报告于当日更正。\n" + report.text.replace("自评得分93分", "自评得分95分")
    shift = text.index("\n") + 1
    anew = made()
    variances = tuple(replace(v, start=v.start + shift, end=v.end + shift) for v in anew.variances)
    anew = replace(
        anew, report=replace(report, text=text, sha256="0" * 64), variances=variances, amounts=(), projects=(),
        indicators=(), findings=(), unbound=(), tables=(), passages=(), sections=(),
    )  # fmt: skip
    _again(db, anew)
    with open_index(db) as index:
        (row,) = index.reasons(Filter(subject="住房公积金", year=2022))
        assert (row.category, row.review) == ("业务量变化", "corrected")
        (lost,) = book.lost(index)
        assert (lost.correction, lost.missing) == (kept, "clause")
    assert kept in book.all()
    with Writer(db, VERSION) as writer:
        writer.remove(str(db.parent / made().report.name))
    with open_index(db) as index:
        assert {each.missing for each in book.lost(index)} == {"document"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "更正什么"),
        ({"quote": "别的"}, "quote"),
        ({"category": "心情"}, "人员变动"),
        ({"direction": "上升"}, "减少"),
        ({"budget": "很多"}, "数字"),
        ({"subject": ""}, "不能为空"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    index: Index, book: Corrections, changes: dict[str, str], says: str
) -> None:
    with pytest.raises(JuesuanError, match=says):
        book.correct(index.reasons()[0], changes)
    assert not book.file.exists()


def test_a_broken_line_is_told_with_its_number(index: Index, book: Corrections) -> None:
    book.accept(index.reasons()[0])
    with book.file.open("a") as out:
        out.write('\n{"id": 1}')
    with pytest.raises(JuesuanError, match="第 3 行"):
        index.reasons()
    lines = book.file.read_text("utf-8").splitlines()
    book.file.write_text(lines[0], "utf-8")  # an editor that leaves the last line open
    book.accept(index.reasons()[1])
    assert [json.loads(line)["action"] for line in book.file.read_text("utf-8").splitlines()] == ["accept", "accept"]


def test_indices_are_still_used(index: Index, book: Corrections) -> None:
    book.reject(index.reasons(Filter(year=2022))[0])
    book.correct(index.amounts(Filter(year=2022))[0], {"value": "1"})
    for sql in (
        "SELECT subject, value FROM v_amounts WHERE document_id = 1 AND year = 2022",
        "SELECT count(*) FROM v_reasons WHERE document_id = 1",
        "SELECT subject FROM v_variances WHERE id = 1",
    ):
        plan = [row[3] for row in index.select(f"EXPLAIN QUERY PLAN {sql}")]
        assert [step for step in plan if step.startswith("SEARCH f")], plan
        assert not [step for step in plan if step.startswith("SCAN f")], plan


def test_the_index_file_knows_nothing_of_corrections(index: Index, book: Corrections, db: Path) -> None:
    book.reject(index.reasons()[0])
    assert index.count_reasons(Filter(review="rejected")) == 1
    connection = sqlite3.connect(db)
    assert not connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%review%'").fetchall()
    assert connection.execute("SELECT count(review) FROM v_reasons").fetchone()[0] == 0
    connection.close()
