from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from extractor.errors import JuesuanError
from extractor.store import Filter, Index, open_index
from tests.made import made, made_index


def test_what_was_extracted_comes_back_in_contract_form(tmp_path: Path) -> None:
    extraction = made()
    with open_index(made_index(tmp_path / "index.db", extraction)) as index:
        back = list(index.records())
    there = json.loads(json.dumps(list(extraction.rows())))
    assert back == there
    assert [list(row) for row in back] == [list(row) for row in there]


def test_every_quote_stands_at_its_place_in_the_stored_text(index: Index) -> None:
    for document in index.documents():
        text = index.text(document.id)
        records = list(index.records(wanted=Filter(documents=[document.id])))
        assert records and all(text[r["start"] : r["end"]] == r["quote"] for r in records)


def test_a_comparison_is_completed_from_the_amounts_of_its_subject(index: Index) -> None:
    rows = index.reasons(Filter(subject="行政运行", year=2022))
    assert [(r.budget, r.actual, r.difference, r.completion_rate, r.unit) for r in rows] == [
        ("150.20", "131.75", "-18.45", "87.7", "万元")
    ]
    assert rows[0].categories == "人员变动、压减开支"
    printed = index.facts("variance", Filter(subject="行政运行", year=2022))
    assert [(r["baseline"], r["actual"], r["unit"]) for r in printed] == [(None, None, None)]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(), 8),
        (Filter(year=2023), 4),
        (Filter(report_year=2023), 4),
        (Filter(organisation="青溪县档案馆"), 4),
        (Filter(organisation="水利"), 4),
        (Filter(organisation="白石水利站"), 4),
        (Filter(organisation="青溪县档岸馆"), 4),
        (Filter(organisation="红旗公社"), 0),
        (Filter(category="压减"), 4),
        (Filter(category="人员变动", wording="厉行 人员"), 2),
        (Filter(wording="人員調動"), 4),
        (Filter(direction="增加"), 2),
        (Filter(compared_with="上年决算"), 2),
        (Filter(subject="住房公积金"), 2),
        (Filter(subjects=["收入总计", "农林水支出/水利/防汛"]), 4),
        (Filter(subjects=[]), 0),
        (Filter(document="水利站"), 4),
        (Filter(kind="预算"), 0),
        (Filter(kind="决算", source="narrative"), 8),
    ],
)
def test_filters(index: Index, wanted: Filter, count: int) -> None:
    assert len(index.reasons(wanted)) == index.count_reasons(wanted) == count


def test_limits_and_offsets_cut_one_order(index: Index) -> None:
    rows = index.reasons()
    assert index.reasons(limit=3) + index.reasons(limit=3, offset=3) + index.reasons(offset=6) == rows


def test_rows_of_every_kind(index: Index) -> None:
    assert {a.value for a in index.amounts(Filter(measure="决算数", subject="三公", year=2022))} == {"1062.09"}
    assert [i.type for i in index.indicators(Filter(indicator="卷宗", year=2022))] == ["数量"]
    assert [p.score for p in index.projects(Filter(project="数字化", year=2022))] == ["93"]
    assert len(index.variances()) == len(index.reasons()) == 8
    assert index.organisations() == ["白石镇水利管理服务站", "青溪县档案馆"]
    assert index.years() == [2022, 2023]
    assert "“三公”经费" in index.subjects()
    with pytest.raises(JuesuanError):
        index.facts("rumour")


def test_a_document_is_known_by_id_name_or_part_of_its_name(index: Index) -> None:
    one = index.document("青溪")
    assert index.document(one.id) == index.document(one.name) == one
    assert (one.closed, one.closable, one.unbound, one.pages) == (1, 2, 1, 2)
    for name in ("没有", "部门决算"):
        with pytest.raises(JuesuanError):
            index.document(name)


def test_sections_form_a_tree_and_pages_cover_the_text(index: Index) -> None:
    document = index.document("青溪")
    sections = index.sections(document.id)
    assert {section.parent for section in sections[1:]} == {sections[0].id}
    pages = index.pages(document.id)
    assert (pages[0].start, pages[-1].end) == (0, document.characters)


def test_an_excerpt_holds_its_evidence(index: Index) -> None:
    row = index.reasons(Filter(subject="防汛", year=2022))[0]
    excerpt = index.passage_at(row.document_id, row.start, row.end, around=20)
    first, last = excerpt.highlight
    assert excerpt.text[first:last] == row.quote
    assert excerpt.start + first == row.start
    assert (excerpt.page, excerpt.section) == (1, "一般公共预算财政拨款支出决算情况")
    assert index.passage_at(row.document_id, 10**6, 10**7).text


def test_figures(index: Index) -> None:
    stats = index.stats()
    assert stats.documents == {"ok": 2}
    assert stats.facts == {"amount": 24, "variance": 8, "reason": 12, "project": 2, "indicator": 2, "finding": 2}
    assert (stats.closed, stats.closable, stats.unbound) == (2, 4, 2)
    assert sum(document.facts for document in stats.by_document) == sum(stats.facts.values())


def test_queries_cannot_write(index: Index) -> None:
    for sql in ("DELETE FROM documents", "PRAGMA user_version = 9", "CREATE TABLE x (y)"):
        with pytest.raises(JuesuanError):
            index.select(sql)
    assert index.select("SELECT count(*) FROM documents WHERE year = :year", {"year": 2022})[0][0] == 1


def test_a_long_query_is_stopped(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with open_index(made_index(tmp_path / "index.db"), time_limit=0.05) as index:
        with pytest.raises(JuesuanError, match=r"0\.05"):
            index.select(endless)
        assert len(index.documents()) == 1


def test_many_rows_are_cut_off(index: Index) -> None:
    assert len(index.select("SELECT * FROM amounts", limit=5)) == 5


def test_one_index_serves_several_threads(index: Index) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(index.search("人员调动").total)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [4] * 8


def test_a_closed_index_says_so(index: Index) -> None:
    index.close()
    index.close()
    with pytest.raises(JuesuanError):
        index.documents()


def test_what_is_kept_of_an_index_is_read_again_when_another_process_changes_it(tmp_path: Path) -> None:
    db = made_index(tmp_path / "index.db", made())
    with open_index(db) as index:
        state = index.state()
        assert index.search("年份:2022", facets=True).facets.year[0].count  # type: ignore[union-attr]
        assert index.state() == state
        made_index(db, made("白石.txt", "白石镇水利站", 2023))
        assert index.state() != state
        assert {facet.value for facet in index.search("元", facets=True).facets.year} == {"2022", "2023"}  # type: ignore[union-attr]
