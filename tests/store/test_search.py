from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.report import Passage
from extractor.store import Index, open_index
from extractor.store.tokens import normalise, terms
from tests.made import made, made_index

ALPHABET = "人员调动三公经费预决算年初，。“（）一二12.3,%aBＡ萬 \n"


def test_a_term_is_found_across_word_boundaries_and_quotation_marks(index: Index) -> None:
    assert index.search("人员调动").total == 4
    assert index.search("员调").total == 4
    assert index.search("三公经费 接待").total == 2
    assert index.search("人員調動").total == 4
    assert index.search("1062.09").total == index.search("1,062.09").total == 2
    assert index.search("费").total > 0


def test_a_window_far_behind_what_is_ranked_goes_on_without_gaps(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {hit.passage_id for hit in index.search("元", limit=100).hits}
    monkeypatch.setattr("extractor.store.search.searching.RANKED", 3)
    found = [hit for at in range(0, len(whole) + 2, 2) for hit in index.search("元", limit=2, offset=at).hits]
    assert len(found) == len(whole) and {hit.passage_id for hit in found} == whole
    explains = [hit.explains for hit in found]
    assert explains == sorted(explains, reverse=True) and len(set(explains)) == 2


def test_hits_can_be_read_one_by_one(index: Index) -> None:
    search = index.searching("元")
    assert list(search.all_hits(limit=3, offset=1)) == list(index.search("元", limit=3, offset=1).hits)
    assert len(list(search.all_hits(limit=10_000))) == search.total


def test_every_term_must_occur(index: Index) -> None:
    assert index.search("人员调动 厉行节约").total == 2
    assert index.search("人员调动 防汛").total == 0


def test_a_hit_says_where_it_stands(index: Index) -> None:
    hit = index.search("追加防汛", document=index.document("青溪").id).hits[0]
    assert index.text(hit.document_id)[hit.start : hit.end] == "追加防汛"
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["追加防汛"]
    assert (hit.page, hit.organisation, hit.year) == (1, "青溪县档案馆", 2022)
    assert hit.section == "一般公共预算财政拨款支出决算情况"


def test_passages_that_explain_come_first(index: Index) -> None:
    hits = index.search("公务接待").hits
    assert hits and not any(hit.explains for hit in hits)
    both = index.search("2022 年度", document=index.document("青溪").id).hits
    assert both[0].explains


def test_windows_of_hits_make_up_the_whole(index: Index) -> None:
    whole = index.search("元", limit=100)
    assert whole.total == len(whole.hits) > 4
    pieces = [hit for at in range(0, whole.total, 3) for hit in index.search("元", limit=3, offset=at).hits]
    assert pieces == list(whole.hits)


def test_a_query_of_nothing_finds_nothing(index: Index) -> None:
    for query in ("", "  ", "“”", "\x00", '"" -“”', "~ \u3000"):
        assert index.search(query).total == 0


@given(st.text(max_size=30))
@example('"')
@example("NEAR(人员 调动, 2)")
@example("人员 OR")
@example("OR AND NOT")
@example("(" * 300)
@example("-" * 300 + "人")
@example("tokens:人员* ^")
@example("~")
@example("~“”")
@example("年份: 单位:” 页:1-99999")
@example("((人员) OR (NOT 调动)) -(防汛")
@example(" ".join("年月日元" * 100))
def test_no_query_fails(searched: Index, query: str) -> None:
    found = searched.search(query, limit=100, facets=True)
    assert len(found.hits) == found.total


@given(
    st.lists(st.sampled_from(["人员", "调动", "年", "万元", "三公", "1,062.09", "防汛", "（类）", "无此"]), min_size=1)
)
def test_words_are_all_wanted(searched: Index, words: list[str]) -> None:
    found = searched.search(" ".join(f'"{word}"' for word in words), limit=100, loose=False)
    scan = {
        passage.id
        for document in searched.documents()
        for passage in searched.passages(document.id)
        if all(normalise(word) in normalise(passage.text) for word in words)
    }
    assert {hit.passage_id for hit in found.hits} == scan


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(ALPHABET, min_size=1, max_size=25), min_size=1, max_size=12), st.text(ALPHABET, max_size=6))
def test_every_occurrence_is_found_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str
) -> None:
    report = dataclasses.replace(made(), passages=tuple(Passage(text, 0, len(text), 1, None) for text in texts))
    with open_index(made_index(tmp_path_factory.mktemp("scan") / "index.db", report)) as index:
        parts = [query, *(text[at : at + 3] for text in texts for at in range(0, len(text), 4))]
        for part in parts:
            wanted = terms(part)
            scan = {text for text in texts if wanted and all(term in normalise(text) for term in wanted)}
            found = index.search(" ".join(f'"{word}"' for word in part.split()), limit=100, loose=False).hits
            assert {index.passages(1)[hit.passage_id - 1].text for hit in found} == scan
            assert all(hit.spans for hit in found)


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    path: Path = made_index(tmp_path_factory.mktemp("searched") / "index.db")
    with open_index(path) as index:
        yield index
