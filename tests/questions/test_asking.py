"""What an answer says beside its rows, what it assumes, and what it refuses rather than answer something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import messages
from extractor.questions import ask, suggest
from extractor.questions.words import words
from extractor.store import Index, open_index
from extractor.store.writer import Source, Writer
from tests.questions.fictional import ARCHIVE, Book


def test_the_answer_names_each_recognised_part_and_the_statement(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年行政运行的年初预算是多少")
    meant = {part.text: part.meaning for part in answer.parts}
    assert meant["青溪区档案局"] == ARCHIVE
    assert meant["2022年"] == "2022"
    assert ARCHIVE in answer.understood
    assert ARCHIVE in answer.params
    assert ARCHIVE not in answer.sql
    json.dumps(answer.to_dict())


def test_the_latest_year_is_assumed_and_said(index: Index) -> None:
    answer = ask(index, "青溪区档案局公务接待费决算")
    assert answer.figure is not None
    assert answer.figure.value == "0.70"
    assert any("2022" in assumed for assumed in answer.assumed)


def test_the_only_organisation_with_such_a_figure_is_assumed_and_said(index: Index) -> None:
    answer = ask(index, "突发公共卫生事件应急处置决算是多少")
    assert answer.figure is not None
    assert any("青溪区卫生健康委员会" in assumed for assumed in answer.assumed)


def test_a_name_that_two_organisations_share_gives_no_single_figure(index: Index) -> None:
    answer = ask(index, "档案局2022年的机关运行经费是多少")
    assert answer.figure is None
    assert len(answer.rows) == 2
    assert "2 条" in answer.message


def test_a_contradiction_inside_a_report_is_said(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年政府采购支出决算")
    assert answer.figure is not None
    assert answer.figure.value == "88.00"
    assert "88.50" in answer.message


def test_a_computed_share_shows_both_sources(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年行政运行占一般公共服务支出的比例")
    assert {row["subject"].rsplit("/", 1)[-1] for row in answer.rows} == {"行政运行", "一般公共服务支出"}
    assert "没有印出" in answer.message


def test_a_change_the_other_way_is_said(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年机关运行经费比上年增加了多少")
    assert answer.figure is not None
    assert answer.figure.value == "-3.10"
    assert "减少" in answer.message


def test_why_it_rose_is_not_answered_with_why_it_fell(index: Index) -> None:
    answer = ask(index, "青溪区卫健委机关运行经费为什么减少")
    assert not answer.answered
    assert "增加" in answer.message


def test_a_change_without_a_reason_is_shown_without_one(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年行政单位医疗为什么少于年初预算")
    assert answer.answered
    assert "没有写原因" in answer.message


def test_sums_count_no_total_with_its_parts_and_no_cell_with_its_sentence(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年各科目决算一共多少")
    assert answer.figure is not None
    assert answer.figure.value == "598.00"
    assert len(answer.rows) == 7


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("今天会下雨吗", "没有看懂"),
        ("石门区教育局2022年的支出合计", "索引里没有“石门区教育局”"),
        ("青溪区档案局2030年的支出合计", "2030"),
        ("2030年机关运行经费", "2030"),
        ("青溪区档案局", "没有看出要问什么"),
        ("", "没有问题"),
        ("青溪区档案局是否减少", "是否"),
        ("青溪区档案局2022年没有减少的科目有哪些", "没有"),
        ("青溪区档案局2022年行政运行超支的完成率", "超支"),
        ("青溪区档案局2022年决算超过的科目有哪些吗100", "100"),
        ("青溪区档案局2022年平均完成率", "平均"),
        ("青溪区档案局2022年行政运行比多多少", "比"),
        ("2022年机关运行经费比青溪区卫健委多多少", "比"),
        ("青溪区档案局2022年除住房公积金外的决算", "住房公积金"),
        ("青溪区档案局2022年行政运行是几倍", "几倍"),
        ("青溪区档案局2022年住房公基金", "住房公积金"),
        ("青溪区档案局2022年公务接待费有多少人", "没有这项数据"),
    ],
)
def test_refused(index: Index, question: str, said: str) -> None:
    answer = ask(index, question)
    assert not answer.answered, answer.understood
    assert said in answer.message
    assert answer.message
    assert answer.suggestions


def test_traditional_characters_are_read(index: Index) -> None:
    answer = ask(index, "青溪區檔案局2022年行政運行的決算是多少")
    assert answer.figure is not None
    assert answer.figure.value == "302.20"


def test_every_suggestion_is_answered(index: Index) -> None:
    offered = suggest(index, 40)
    assert len(offered) == len(set(offered)) > 10
    for question in offered:
        assert ask(index, question).answered, question
    assert suggest(index, 2) == offered[:2]


def test_an_empty_index_says_so(tmp_path: Path) -> None:
    with Writer(tmp_path / "empty.db", "made-1"):
        pass
    with open_index(tmp_path / "empty.db") as empty:
        answer = ask(empty, "青溪区档案局的支出合计")
        assert not answer.answered
        assert "空" in answer.message
        assert suggest(empty, 3) == []


def test_english_messages(index: Index) -> None:
    messages.use("en")
    assert "Not understood" in ask(index, "今天会下雨吗").message


def test_every_amount_with_its_own_name_is_found_in_three_wordings(index: Index) -> None:
    sql = """SELECT organisation, year, subject, measure, value, unit, count(DISTINCT value) FROM v_amounts
        WHERE source = 'narrative' AND measure IN ('决算数', '年初预算数', '完成率', '数量')
        GROUP BY organisation, year, subject, measure HAVING count(DISTINCT value) = 1"""
    rows = index.select(sql)
    assert len(rows) > 60
    for organisation, year, subject, measure, value, unit, _ in rows:
        leaf = subject.rsplit("/", 1)[-1]
        for question in (
            f"{organisation}{year}年{leaf}的{measure}是多少？",
            f"{year}年 {organisation} {leaf} {measure}",
            f"请问{organisation}{year}年度{leaf}{measure}为多少",
        ):
            answer = ask(index, question)
            assert answer.figure is not None, (question, answer.message, answer.understood)
            assert (answer.figure.value, answer.figure.unit) == (value, unit), question


pieces = st.sampled_from(
    [*words().readings, *words().aliases, ARCHIVE, "2022年", "100万元", "前三", "，", " ", "天气", "'"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.one_of(st.text(max_size=40), st.lists(pieces, max_size=8).map("".join)))
def test_any_text_is_answered_with_proof_or_refused_with_a_reason(index: Index, question: str) -> None:
    answer = ask(index, question)
    json.dumps(answer.to_dict())
    assert all(row["quote"] for row in answer.rows)
    assert answer.answered is bool(answer.rows)
    assert answer.answered or answer.message


def test_either_of_two_causes_is_looked_for(index: Index) -> None:
    for question in ("2022年哪些科目因为人员退休和疫情而变动", "2022年哪些科目受人员退休和疫情影响"):
        leaves = {row["subject"].rsplit("/", 1)[-1] for row in ask(index, question).rows}
        assert {"突发公共卫生事件应急处置", "住房公积金"} <= leaves


def test_measures_side_by_side(index: Index) -> None:
    answer = ask(index, "观众满意度的目标值和完成值")
    assert answer.figure is None
    assert "目标值 90%；完成值 95%" in answer.message
    assert len(answer.rows) == 1


def test_measures_that_are_not_joined_are_one_too_many(index: Index) -> None:
    answer = ask(index, "观众满意度目标值完成值")
    assert not answer.answered
    assert "一次只能问一个" in answer.message


def test_a_computed_figure_names_both_sources(index: Index) -> None:
    answer = ask(index, "青溪区卫健委2022年公务接待费的预算执行率")
    assert answer.figure is not None
    assert answer.figure.value == "38.00"
    assert "1.90万元 ÷ 5.00万元" in answer.message
    assert {row["measure"] for row in answer.rows} == {"决算数", "预算数"}


def test_groups_have_their_figures_and_their_records(index: Index) -> None:
    answer = ask(index, "2022年按单位统计机关运行经费")
    assert {group.name: group.figure.value for group in answer.groups} == {
        "云岭市青溪区卫生健康委员会": "102.00", ARCHIVE: "48.30", "云岭市白沙县档案局": "20.00",
    }  # fmt: skip
    assert len(answer.rows) == 3
    assert json.loads(json.dumps(answer.to_dict()))["groups"][0]["value"] == "102.00"


def test_two_years_of_two_reports_are_compared(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年公务接待费比2021年减少了百分之几")
    assert answer.figure is not None
    assert answer.figure.value == "36.36"
    assert {row["year"] for row in answer.rows} == {2021, 2022}


def test_the_first_of_very_many_are_the_first_of_all(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = (
        "2022年机关运行经费最高的单位",
        "2022年支出合计最少的两个单位",
        "公务接待费最多的单位",
        "2022年支出最多的单位",
    )
    whole = [ask(index, question).rows for question in questions]
    assert all(whole)
    for few in (1, 2, 3, 50):
        monkeypatch.setattr("extractor.questions.listing.LEADING", few)
        assert [ask(index, question).rows for question in questions] == whole


def test_this_year_is_the_latest_of_the_organisation_and_said(index: Index) -> None:
    answer = ask(index, "青溪区档案局今年的公务接待费决算")
    assert answer.figure is not None
    assert {row["year"] for row in answer.rows} == {2022}
    assert any("「今年」按 2022 年" in assumed for assumed in answer.assumed)


def test_the_year_before_last_is_counted_from_it(index: Index) -> None:
    answer = ask(index, "青溪区档案局前年的公务接待费决算")
    assert not answer.answered
    assert "2020" in answer.message
    assert "2022" in answer.message


def test_a_part_of_a_name_is_answered_with_what_it_was_taken_for(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年公积金的决算")
    assert answer.answered
    assert "「公积金」按「住房公积金」理解。" in answer.assumed


def test_more_than_the_whole_is_no_share_of_it(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年一般公共服务支出占行政运行的比例")
    assert not answer.answered
    assert "不是它的一部分" in answer.message


def test_an_organisation_is_left_out(index: Index) -> None:
    every = {row["document"] for row in ask(index, "2022年各单位的机关运行经费").rows}
    rest = {row["document"] for row in ask(index, "除了青溪区档案局，2022年各单位的机关运行经费").rows}
    assert len(every - rest) == 1
    assert not any(ARCHIVE in name for name in rest)


def test_what_was_supposed_wrongly_is_set_right_with_its_reason_and_place(index: Index) -> None:
    answer = ask(index, "青溪区卫健委机关运行经费为什么减少")
    assert "机关运行经费不是减少" in answer.message
    assert "原因：" in answer.message
    assert ".txt" in answer.message


def test_a_refusal_says_which_figures_there_are(index: Index) -> None:
    answer = ask(index, "青溪区档案局2022年公务接待费的全年预算")
    assert "公务接待费有：" in answer.message
    assert "决算数" in answer.message


def test_two_questions_in_one_are_refused(index: Index) -> None:
    assert "一次只能问一个" in ask(index, "2022年机关运行经费最少的单位是哪家，少多少").message


@pytest.mark.parametrize("few", [1, 4, 100])
@pytest.mark.parametrize("limit", [1, 3])
@pytest.mark.parametrize(("order", "first"), [("最高", "largest"), ("最低", "least")])
def test_the_first_of_many_reports_in_two_units(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, limit: int, order: str, first: str
) -> None:
    """Forty offices, every other of which prints 元: whichever reports are read first, the same are the first."""
    monkeypatch.setattr("extractor.questions.listing.LEADING", few)
    spent = {f"云岭市第{at}街道办事处": (at * 17) % 41 + 1 for at in range(1, 41)}  # 万元, all different
    with Writer(tmp_path / "many.db", "made-1") as writer:
        for at, (office, size) in enumerate(spent.items()):
            book = Book(office, 2022)
            unit = ("万元", "1") if at % 2 else ("元", "10000")
            book.amount("机关运行经费", "决算数", str(size * int(unit[1])), unit[0], yuan=str(size * 10000))
            file = tmp_path / book.name
            file.write_text(book.text, encoding="utf-8")
            writer.add(book.extraction(), Source.of(file))
    ranked = sorted(spent, key=spent.__getitem__, reverse=first == "largest")
    with open_index(tmp_path / "many.db") as index:
        answer = ask(index, f"2022年机关运行经费{order}的{limit}家单位")
        assert [row["document"].removesuffix("2022年度部门决算.txt") for row in answer.rows] == ranked[:limit]
