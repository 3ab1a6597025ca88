"""Explanations get the category that the contract's hints give them, and are split into their causes."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.reason_examples import opinion
from extractor.facts.reason_words import find_hits
from extractor.facts.reasons import NOTHING_SAID, OTHER, categorise, causes, decide
from extractor.lexicon import load
from extractor.structure.names import simplified

HERE = Path(__file__).parent
LISTS = ("decisive", "words", "likely", "weak")
PARAPHRASES = [(text, category) for category, texts in load("reason_examples").items() for text in texts]
KNOWN = {
    "增人增资以及补缴以前年度职业年金", "退休教师丧葬抚恤支出减少", "集约使用资金，项目支出减少", "财政收回统筹盘活资金，压缩项目经费",
    "从严控制因公出国（境）团组", "城乡供水一体化专项债配套资金上年已拨付到位", "新增义务教育薄弱环节改善项目资金",
    "上年结转项目已实施完毕", "本年度出国（境）团组减少", "项目支出增加", "车辆使用规范", "合并召开年度例会", "彩票公益金项目增加",
    "征地补偿已付清",
}  # fmt: skip
"""Explanations that are given another category than they are labelled with; all others come out right."""
CATEGORIES = [entry["name"] for entry in load("reasons")["category"]]


def _labelled() -> list[tuple[str, str]]:
    """Every explanation with a category in tests/wordings, once, in Simplified characters as an extraction reads it."""
    found: dict[tuple[str, str], None] = {}

    def walk(node: object, key: str) -> None:
        if isinstance(node, list):
            for each in node:
                walk(each, key)
        elif isinstance(node, dict):
            text = node.get("text") if key == "reason" else node.get("reason")
            if isinstance(text, str) and "category" in node:
                found[simplified(text)[0], node["category"]] = None
            for name, value in node.items():
                walk(value, name)

    for path in sorted((HERE.parent / "wordings").glob("*.toml")):
        walk(tomllib.loads(path.read_text(encoding="utf-8")), "")
    return list(found)


def test_the_examples() -> None:
    wrong = {text for text, category in PARAPHRASES if categorise(text) != category}
    assert wrong <= KNOWN


def test_the_examples_are_heard_where_words_are_light() -> None:
    text = "护林员队伍扩充"  # no word of the lexicon, but what its examples say of staff
    (cause,) = causes(text)
    assert cause.alike is None or cause.alike in load("reason_examples")[cause.category]
    assert opinion("年内招聘辅警").category == "人员变动"
    assert opinion("年内招聘辅警").example in load("reason_examples")["人员变动"]
    assert 0 < opinion("不相干的话").sureness <= 1


def test_the_labelled_wordings() -> None:
    labelled = _labelled()
    wrong = {text for text, category in labelled if categorise(text) != category}
    assert len(labelled) > 200
    assert wrong <= KNOWN


def test_every_category_has_paraphrases() -> None:
    assert {category for _, category in PARAPHRASES} == set(CATEGORIES)
    assert len(PARAPHRASES) >= 300


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        ("一是两名干部退休；二是压减会议费", [("两名干部退休", "人员变动"), ("压减会议费", "压减开支")]),
        ("1.油价上涨；2.车辆维修增多。", [("油价上涨", "价格成本"), ("车辆维修增多", "资产购置维修")]),
        ("（1）新招聘教师4人，工资支出增加；（2）学生人数增加", [("新招聘教师4人，工资支出增加", "人员变动"), ("学生人数增加", "业务量变化")]),
        ("调入1人，年中追加抢险资金", [("调入1人", "人员变动"), ("年中追加抢险资金", "上级或调剂资金")]),
        ("厉行节约，严控接待标准", [("厉行节约，严控接待标准", "压减开支")]),
        ("压减会议费。同时，下属学校并入本校", [("压减会议费", "压减开支"), ("下属学校并入本校", "机构改革")]),
        ("支出增加，主要是新进人员2名", [("支出增加，主要是新进人员2名", "人员变动")]),
        ("本年支出增加，原因如下：一是人员增加；二是公积金基数调整", [("人员增加", "人员变动"), ("公积金基数调整", "薪酬社保政策")]),
    ],
)  # fmt: skip
def test_causes_in_order(explanation: str, expected: list[tuple[str, str]]) -> None:
    assert [(cause.text, cause.category) for cause in causes(explanation)] == expected


def test_the_first_cause_named_decides() -> None:
    assert categorise("人员调出，公积金基数下调") == "人员变动"
    assert categorise("公积金基数下调，人员调出") == "薪酬社保政策"


def test_a_restatement_yields_to_a_cause_and_stands_alone() -> None:
    assert categorise("人员经费增加，新招录公务员2名") == "人员变动"
    assert categorise("群众体育经费增加") == NOTHING_SAID
    assert categorise("住房公积金经费减少") == NOTHING_SAID


def test_what_no_word_fits() -> None:
    assert categorise("因故") == OTHER
    assert categorise("") == OTHER
    assert causes("") == ()


def test_hits_tell_what_decided() -> None:
    text = "退休人员去世，抚恤金增加"
    hits = find_hits(text)
    assert hits[0].word == "退休人员去世"
    assert all(text[h.start : h.start + len(h.word)] == h.word for h in hits)
    assert decide(text, tuple(hits)) == hits[0].category == "人员变动"


def test_a_longer_word_hides_a_shorter_one() -> None:
    assert "编制" not in [hit.word for hit in find_hits("预算编制不够精准")]


def test_a_set_stands_for_each_of_its_words() -> None:
    (hit,) = [h for h in find_hits("学员增多") if h.weight > 2]
    assert (hit.word, hit.wording, hit.category) == ("学员增多", "{生}{变}", "业务量变化")  # not the 员增多 in it
    assert [h.wording for h in find_hits("招标滞后")] == ["{事}{慢}"]


def test_words_in_the_name_of_a_project_say_nothing() -> None:
    assert categorise("体检中心设备更新项目上年竣工") == "项目增减"
    assert categorise("体检中心设备更新") == "资产购置维修"
    assert categorise("受疫情影响部分项目未实施") == "疫情影响"  # what decides stands before the name


def test_and_and_so_that_part_what_is_asked_in_turn() -> None:
    assert categorise("接待批次减少且严格执行接待标准") == "业务量变化"
    assert categorise("巡查任务增加导致燃料费上升") == "业务量变化"


def test_a_gap_does_not_cross_a_comma_or_a_denial() -> None:
    assert categorise("项目，审计结算未完成") == categorise("项目审计结算未完成") == "项目进度"


@given(st.text(alphabet="人员减少，；。一是项目完工无未退休追加经费1（）.", max_size=60))
def test_causes_are_spans_in_order(explanation: str) -> None:
    found = causes(explanation)
    assert all(explanation[c.start : c.end] == c.text for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(c.category in CATEGORIES for c in found)
    assert categorise(explanation) == (found[0].category if found else OTHER)


def test_the_lexicon_is_well_formed() -> None:
    lexicon = load("reasons")
    words = [*lexicon["neutral"], *(w for entry in lexicon["category"] for kind in LISTS for w in entry.get(kind, ()))]
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert all(re.fullmatch(r"[^…，。；\s]+(?:…[^…，。；\s]+)*", word) and len(word) > 1 for word in words)
    assert {name for word in words for name in re.findall(r"\{(.*?)\}", word)} == set(lexicon["sets"])
    assert len(CATEGORIES) == len(set(CATEGORIES)) == 19
    assert all(set(entry) <= {"name", "weight", "example", "counter_example", *LISTS} for entry in lexicon["category"])
