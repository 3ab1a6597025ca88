"""The query language: operators, fields, synonyms, slips of the scan; and what is read literally."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.store import Index, open_index
from extractor.store.marks import ANY, SUBJECT
from extractor.store.search.expression import TOGETHER, Expression
from extractor.store.search.known import Known
from extractor.store.search.meaning import misread, synonyms
from extractor.store.search.syntax import parse
from extractor.store.tokens import normalise, token
from tests.made import made, made_index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    other = made("白石镇水利站2023年度部门决算.txt", "白石镇水利管理服务站", 2023)
    with open_index(made_index(tmp_path_factory.mktemp("language") / "index.db", made(), other)) as opened:
        yield opened


def texts(index: Index, query: str) -> set[tuple[str, str]]:
    """Document and text of every passage that the query finds."""
    found = {hit.passage_id for hit in index.search(query, limit=1000, loose=False).hits}
    return {(d.name, p.text) for d in index.documents() for p in index.passages(d.id) if p.id in found}


# Operators

WORDS = ("人员调动", "防汛", "年度", "厉行节约", "三公", "1062.09", "缴存人数", "完成")
trees = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.tuples(st.sampled_from(("and", "or", "not")), inner, inner),
    max_leaves=8,
)


def said(tree: object, random: object) -> str:
    """The tree as a query, in one of the ways of writing it."""
    if isinstance(tree, str):
        return f'"{tree}"' if tree[0].isdigit() else tree  # a minus before a figure belongs to the figure
    kind, left, right = tree  # type: ignore[misc]
    a, b = said(left, random), said(right, random)
    choose = random.choice  # type: ignore[attr-defined]
    if kind == "and":
        return f"({a}{choose([' AND ', ' '])}{b})"
    if kind == "or":
        return f"({a} {choose(['OR', '|', '｜'])} {b})"
    return choose([f"({a} NOT {b})", f"({a} -{b})", f"（{a} -{b}）", f"(-{b} {a})"])


def holds(tree: object, text: str) -> bool:
    if isinstance(tree, str):
        return tree in text
    kind, left, right = tree  # type: ignore[misc]
    if kind == "not":
        return holds(left, text) and not holds(right, text)
    return (all if kind == "and" else any)(holds(part, text) for part in (left, right))


@settings(deadline=None, max_examples=150)
@given(trees, st.randoms(use_true_random=False))
def test_operators_mean_what_a_scan_of_the_text_gives(index: Index, tree: object, random: object) -> None:
    scan = {(d.name, p.text) for d in index.documents() for p in index.passages(d.id) if holds(tree, normalise(p.text))}
    assert texts(index, said(tree, random)) == scan


def test_only_not_finds_everything_else(index: Index) -> None:
    everything = {(d.name, p.text) for d in index.documents() for p in index.passages(d.id)}
    assert texts(index, "-防汛") | texts(index, "防汛") == everything
    assert not texts(index, "-防汛") & texts(index, "防汛")
    assert texts(index, "防汛 OR -防汛") == everything


@pytest.mark.parametrize(
    "query",
    [
        "因公出国（境）费",
        "一般公共服务支出（类）",
        "（项）",
        "-12.40万元",
        "“三公”经费",
        "收入总计减少12.40万元，下降3.7%",
    ],
)
def test_what_is_copied_out_of_a_report_is_text(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    import dataclasses

    from extractor.report import Passage

    texts = (f"前文{query}后文", "别的段落，没有这些字")
    report = dataclasses.replace(made(), passages=tuple(Passage(text, 0, len(text), 1, None) for text in texts))
    with open_index(made_index(tmp_path_factory.mktemp("copied") / "index.db", report)) as opened:
        assert [hit.snippet for hit in opened.search(query).hits] == [texts[0]]


def test_a_phrase_holds_operators(index: Index) -> None:
    assert index.search('"人员调动 | 防汛"', loose=False).total == 0
    assert index.search("人员调动 | 防汛").total == 6
    assert index.search('"人员 调动"').total == index.search("「人员调动」").total == 4


# Fields


def test_fields_restrict(index: Index) -> None:
    assert {name[:3] for name, _ in texts(index, "人员调动 年份:2022")} == {"青溪县"}
    assert texts(index, "year:2022-2023") == texts(index, "年份：2022–2023") == texts(index, "-“没有的字”")
    assert texts(index, "单位:青溪") == texts(index, "org:青溪县档案馆") == texts(index, "年度:2022")
    assert texts(index, "单位:白石水利站") == texts(index, "-单位:青溪") == texts(index, "年份:2023")
    assert texts(index, "科目:公积金 年份:2022") == texts(index, "subject:住房保障 人员调动 年份:2022")
    assert all("防汛" in text for _, text in texts(index, "类别:上级或调剂资金"))
    assert texts(index, "页:2") == texts(index, "page:2-9") and all("三公" in t or "馆藏" in t or "卷" in t or "另有" in t
                                                                  for _, t in texts(index, "页:2"))  # fmt: skip
    assert not texts(index, "年份:2019")


def test_a_subject_may_be_named_by_another_wording(index: Index) -> None:
    assert texts(index, "科目:接待费") == texts(index, "科目:公务接待费") != set()


def test_an_organisation_is_not_one_whose_name_only_holds_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    short, long = made("甲.txt", "青溪县档案馆"), made("乙.txt", "青溪县档案馆新城分馆", 2023)
    with open_index(made_index(tmp_path_factory.mktemp("names") / "index.db", short, long)) as opened:
        assert {name for name, _ in texts(opened, "单位:青溪县档案馆")} == {"甲.txt"}
        assert {name for name, _ in texts(opened, "单位:档案馆")} == {"甲.txt", "乙.txt"}


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("科协", "科学技术协会"),
        ("残联", "残疾人联合会"),
        ("青溪文联", "青溪县文学艺术界联合会"),
        ("人社局", "人力资源和社会保障局"),
    ],
)
def test_an_organisation_goes_by_its_short_form(tmp_path: Path, short: str, whole: str) -> None:
    place = whole if whole.startswith("青溪") else f"青溪县{whole}"
    own, other = made("甲.txt", place), made("乙.txt", "青溪县档案馆")
    with open_index(made_index(tmp_path / "index.db", own, other)) as opened:
        assert {name for name, _ in texts(opened, f"单位:{short}")} == {"甲.txt"}
        assert not opened.search(f"单位:{short}").notes


@pytest.mark.parametrize(
    "query", ["单位:万元", "单位：万元", "科目:没有的科目", "类别:没有的类别", "页:末页", "年份:去年", "年份:2023-2022"]
)
def test_a_field_that_nothing_fits_is_read_literally_and_said_so(index: Index, query: str) -> None:
    found = index.search(query)
    assert found.terms == (normalise(query),)
    assert any(query in note and "按原文" in note for note in found.notes)


def test_a_search_of_fields_alone_shows_the_passage(index: Index) -> None:
    hit = index.search("类别:人员变动 年份:2022").hits[0]
    assert hit.spans == () and hit.snippet and hit.explains
    assert index.text(hit.document_id)[hit.start : hit.end]


# Synonyms and slips


def test_synonyms_on_request(index: Index) -> None:
    assert index.search("减员", loose=False).total == 0
    assert index.search("~人事变动").total == index.search("人员调动").total == 4
    assert any("人员调动" in note for note in index.search("~人事变动").notes)
    assert index.search("~公积金").total > 0 and not index.search("公积金").notes
    assert texts(index, "防汛 -~人事变动") == texts(index, "防汛")


def test_synonyms_come_from_the_lexicon() -> None:
    assert {"人员变动", "退休", "调出"} <= set(synonyms("人员调动"))
    assert "公务接待" in synonyms("接待费") or "接待" in "".join(synonyms("接待费"))
    assert len(synonyms("人员变动")) > 50  # a category: all its words
    assert synonyms("没有同义的词") == ("没有同义的词",)
    words = synonyms("人员变动")
    assert not any(a in b for a in words for b in words[1:] if a != b)


def test_characters_that_scans_confuse(tmp_path_factory: pytest.TempPathFactory) -> None:
    import dataclasses

    from extractor.report import Passage

    scanned = ("因入员调动，年未结余较多", "年末结转")
    report = dataclasses.replace(made(), passages=tuple(Passage(text, 0, len(text), 1, None) for text in scanned))
    with open_index(made_index(tmp_path_factory.mktemp("scan") / "index.db", report)) as opened:
        found = opened.search("人员调动")
        assert found.total == 1 and found.loose and found.notes
        assert [found.hits[0].snippet[a:b] for a, b in found.hits[0].spans] == ["入员调动"]
        assert opened.search("人员调动", loose=False).total == 0
        assert opened.search("年末").total == 1 and not opened.search("年末").loose
        assert opened.search("年末", loose=True).total == 2
        gone = opened.search("没有的词")
        assert gone.total == 0 and not gone.loose and not gone.notes


@given(st.text("人员调动己已末未", min_size=1, max_size=12))
def test_slips_are_alternatives_of_equal_length(word: str) -> None:
    found = misread(word)
    assert found[0] == word and len(found) == len(set(found))
    assert all(len(each) == len(word) and sum(a != b for a, b in zip(each, word, strict=True)) <= 2 for each in found)


def test_traditional_characters_find_simplified_text(index: Index) -> None:
    assert texts(index, "單位:青溪縣 人員調動") == set()  # the name of a field is as it is
    assert texts(index, "单位:青溪縣 人員調動") == texts(index, "单位:青溪县 人员调动") != set()


# Facets


def test_facets_count_what_a_scan_counts(index: Index) -> None:
    found = index.search("万元", limit=1000, facets=True)
    assert found.facets
    for name in ("year", "organisation", "section"):
        values = [str(getattr(hit, name)) for hit in found.hits if getattr(hit, name) is not None]
        counted = {facet.value: facet.count for facet in getattr(found.facets, name)}
        assert counted == {value: values.count(value) for value in set(values)}
    for facet in found.facets.category:
        assert facet.count == index.search(f"万元 类别:{facet.value}").total
    assert {facet.value for facet in found.facets.category} >= {"人员变动", "压减开支"}
    assert index.search("没有的词", facets=True).facets == type(found.facets)()


@pytest.mark.parametrize("query", ["万元", "人员", "年份:2022", "~人员变动", "科目:住房 万元"])
def test_facets_are_the_same_whether_counted_by_sqlite_or_in_memory(
    index: Index, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []
    for in_memory in (True, False):
        monkeypatch.setattr("extractor.store.search.facets.worth", lambda *_, answer=in_memory: answer)
        counted.append(index.searching(query).facets())
    assert counted[0] == counted[1] and counted[0].year


@pytest.mark.parametrize("count", [1, TOGETHER, TOGETHER + 1, 5000])
def test_a_field_that_fits_any_number_of_names_finds_them_all(count: int) -> None:
    names = [f"第{number}小学" for number in range(count)]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE found USING fts5 (words, content = '', tokenize = 'ascii')")
    marks = [(f"{ANY} {token(name, SUBJECT)}",) for name in [*names, "别处"]]
    database.executemany("INSERT INTO found (words) VALUES (?)", marks)
    known = Known((), cast(Any, None), tuple(names), ())
    for query, total in (("科目:小学", count), ("-科目:小学", 1), ("科目:第0小学", 1)):
        wanted = parse(query)
        assert wanted is not None
        sql = "SELECT count(*) FROM found WHERE found MATCH ?"
        assert database.execute(sql, [Expression(wanted, known).match]).fetchone() == (total,)
    database.close()
