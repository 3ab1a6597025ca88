"""Questions that follow one another, and parts of a question put right."""

from __future__ import annotations

import pytest

from extractor.questions import Conversation, ask
from extractor.store import Index

TALKS = {
    "a year, a subject, a measure, an organisation": (
        ("青溪区档案局2022年公务接待费的决算是多少", "0.70"),
        ("那2021年呢？", "1.10"),
        ("行政运行呢", "305.50"),
        ("年初预算呢", "310.00"),
        ("完成率", "98.5"),
        ("2022年", "91.6"),
        ("卫健委呢", "96.8"),
        ("公务接待费预算是多少", "5.00"),
    ),
    "a list counted, added and narrowed": (
        ("青溪区档案局2022年哪些科目因为人员变动没有完成年初预算", 3),
        ("有几个？", "3"),
        ("一共少支出多少", "33.10"),
        ("只看住房保障支出", "1.50"),
    ),
    "a list put in order and cut": (
        ("青溪区档案局2022年哪些科目没有完成年初预算", 4),
        ("按金额排序。", 4),
        ("前两个", 2),
        ("最小的呢", 2),
    ),
    "conditions replaced": (
        ("青溪区档案局2022年哪些科目超过年初预算", 2),
        ("低于年初预算的呢", 4),
        ("因为人员退休的呢", 3),
        ("完成率低于91%的呢", 1),
    ),
    "why, of the one that was found": (
        ("青溪区档案局2022年完成率最低的科目是哪个", "90.5"),
        ("决算是多少", "36.20"),
    ),
}


@pytest.mark.parametrize("talk", TALKS.values(), ids=TALKS)
def test_each_question_follows_the_last(index: Index, talk: tuple[tuple[str, object], ...]) -> None:
    conversation = Conversation(index)
    for typed, wanted in talk:
        answer = conversation.ask(typed)
        assert answer.answered, (typed, answer.question, answer.message)
        if isinstance(wanted, int):
            assert len(answer.rows) == wanted, (typed, answer.question)
        else:
            assert answer.figure is not None, (typed, answer.question, answer.message)
            assert answer.figure.value == wanted, (typed, answer.question)
        if typed != answer.question:
            assert any(answer.question in assumed for assumed in answer.assumed)
        assert ask(index, answer.question).rows == answer.rows  # the whole question asks the same by itself


def test_why_is_asked_of_what_was_found(index: Index) -> None:
    conversation = Conversation(index)
    conversation.ask("青溪区档案局2022年完成率最低的科目是哪个")
    (row,) = conversation.ask("为什么？").rows
    assert row["reason"] == "人员退休"
    assert row["subject"].endswith("机关事业单位基本养老保险缴费支出")


def test_a_refused_question_is_not_followed(index: Index) -> None:
    conversation = Conversation(index)
    conversation.ask("青溪区档案局2022年公务接待费的决算是多少")
    assert not conversation.ask("那天气呢").answered
    answer = conversation.ask("2021年呢")
    assert answer.figure is not None
    assert answer.figure.value == "1.10"


def test_a_whole_question_follows_nothing(index: Index) -> None:
    conversation = Conversation(index)
    conversation.ask("青溪区档案局2021年行政运行的决算是多少")
    typed = "2022年哪些单位的机关运行经费比上年减少"
    assert conversation.ask(typed).question == typed
    assert conversation.ask("青溪区卫健委2022年公务接待费", fresh=True).question == "青溪区卫健委2022年公务接待费"
    conversation.forget()
    assert conversation.ask("公务接待费是多少").question == "公务接待费是多少"


def test_parts_have_their_place_and_can_be_corrected(index: Index) -> None:
    conversation = Conversation(index)
    answer = conversation.ask("请问“青溪区檔案局”2022年 行政运行的年初预算是多少？")
    assert all(answer.question[part.start : part.end] == part.text for part in answer.parts)
    kinds = {part.kind: part for part in answer.parts}
    assert set(kinds) == {"organisation", "year", "subject", "base", "question"}
    assert "2021年" in kinds["year"].alternatives
    year = kinds["year"]
    corrected = conversation.correct(year, year.alternatives[year.alternatives.index("2021年")])
    assert corrected.figure is not None
    assert corrected.figure.value == "310.00"
    numbered = conversation.correct(2, "公务接待费")
    assert numbered.rows == ()  # 2021 has no budget of it
    with pytest.raises(LookupError):
        Conversation(index).correct(0, "2021年")


def test_an_unknown_part_has_its_place_too(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年住房公基金")
    (unknown,) = (part for part in answer.parts if part.kind == "unknown")
    assert answer.question[unknown.start : unknown.end] == unknown.text
