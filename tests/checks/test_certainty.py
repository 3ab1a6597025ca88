"""A rule speaks where the report itself proves that it was read right, and is silent where we may have misread it."""

from __future__ import annotations

import pytest

from extractor.checks import check
from extractor.extraction import extract_report
from extractor.records import Finding
from tests.checks.fictional import ITEMS, TEXT, report

CLASSES = """青溪县城市建设档案馆2023年度部门决算
一、一般公共预算财政拨款支出决算情况说明
2023年度一般公共预算财政拨款支出300.00万元，较年初预算数减少30.00万元，下降9.09%。
1.一般公共服务支出230.00万元，占76.67%，较年初预算数减少40.00万元，下降14.81%。
2.教育支出20.00万元，占6.67%，较年初预算数增加20.00万元。
3.住房保障支出50.00万元，占16.67%，较年初预算数减少10.00万元，下降16.67%。
"""


def told(text: str, *tables: str) -> list[Finding]:
    return [one for one in check(extract_report(report(text, *tables))) if one.severity in ("error", "warning")]


def test_a_share_greater_than_the_whole_that_it_names_is_an_error() -> None:
    text = (
        "一、政府采购支出说明\n政府采购支出总额12.00万元。授予中小企业合同金额40.20万元，占政府采购支出总额的85.0%。\n"
    )
    (found,) = told(text)
    assert found.rule == "占比复算" and found.expected == "335.0%"


def test_a_part_greater_than_its_total_is_an_error() -> None:
    text = "一、收入决算情况说明\n本年收入合计62.10万元，其中：财政拨款收入67.10万元。\n"
    assert [(one.rule, one.severity) for one in told(text)] == [("分项合计", "error")]
    assert told(text.replace("67.10", "37.10")) == []


def test_the_changes_of_all_classes_against_that_of_the_total() -> None:
    assert told(CLASSES) == []
    (found,) = told(CLASSES.replace("增加20.00万元", "减少20.00万元"))
    assert (found.rule, found.expected, found.observed) == ("增减额合计", "-70万元", "-30万元")
    spent_nothing = CLASSES.replace(
        "支出300.00万元，较年初预算数减少30.00万元，下降9.09%", "支出300.00万元，较年初预算数减少35.00万元，下降10.45%"
    )
    assert told(spent_nothing) == []


def test_the_same_change_told_twice_is_one_finding() -> None:
    total = "“三公”经费支出总额20.00万元，比年初预算增加3.14万元。"
    text = f"一、“三公”经费\n{total}一般公共预算安排{total}其中：因公出国（境）费0万元，与年初预算持平；公务用车购置及运行费15.00万元，比年初预算增加4.00万元；公务接待费5.00万元，比年初预算减少0.87万元。\n"
    assert [(one.rule, one.severity) for one in told(text)] == [("增减额合计", "warning")]


def test_a_class_with_two_amounts_in_one_section_is_an_error() -> None:
    text = CLASSES + "2023年度一般公共预算财政拨款支出300.00万元，其中：教育支出21.00万元。\n"
    assert ("前后不一", "error") in [(one.rule, one.severity) for one in told(text)]


def test_an_item_of_the_table_that_the_text_leaves_out() -> None:
    line = next(line for line in TEXT.split("\n") if line.startswith("2.一般公共服务支出（类）"))
    found = told(TEXT.replace(line + "\n", ""), ITEMS)
    assert ("分项合计", "error") in [(one.rule, one.severity) for one in found], found


def test_a_year_that_is_compared_with_is_not_the_years_of_the_sentence() -> None:
    text = "一、收入预算\n一般公共预算拨款收入9.00万元，比2022年预算增加1.00万元；政府性基金预算拨款收入0万元，比2022年预算增加5.00万元。\n"
    assert ("增减额复算", "error") in [(one.rule, one.severity) for one in told(text)]


def test_the_same_figure_of_two_years_stands_where_its_year_is_named() -> None:
    text = (
        "一、财政拨款支出主要内容\n1.“教育支出（类）普通教育（款）小学教育（项）”{}万元，主要用于学校运转。"
        "2022年当年预算执行数为1.40万元，2023年预算安排1.40万元，与2022年预算执行数持平。\n"
    )
    assert [(one.rule, one.severity) for one in told(text.format("1.20"))] == [("前后不一", "error")]
    assert told(text.format("1.40")) == []


def test_a_class_and_its_only_item_print_the_same_amount() -> None:
    found = told(TEXT, ITEMS.replace("22102\t住房改革支出\t70.00", "22102\t住房改革支出\t70.01"))
    assert ("表内合计", "warning") in [(one.rule, one.severity) for one in found], found


def test_the_slots_of_one_statement_are_one_finding() -> None:
    text = (
        "一、结构情况\n公务用车运行费5.00万元，占 %，比上年减少 万元；公务接待费30.00万元，占 %，比上年减少2.00万元。\n"
    )
    assert [one.rule for one in told(text)] == ["空白", "空白"]


@pytest.mark.parametrize(
    "text",
    [
        # last year's figures under a heading of their own, this year's change beside them
        "一、2023年“三公”经费预算安排情况\n2023年度“三公”经费预算总计21.80万元，其中：公务接待费11.80万元，公务用车运行费10.00万元。\n"
        "二、2022年“三公”经费决算情况\n2022年度“三公”经费合计支出20.12万元，其中：公务接待费12.39万元，公务用车运行费7.73万元。\n"
        "2023年度“三公”经费预算较2022年度增加1.68万元，其中公务接待费较上年同期减少0.59万元，减少4.76%。\n",
        # the sum of two subjects, which names neither
        "一、政府性基金预算执行情况\n2023年政府性基金预算收入完成130.20亿元。加上转移性收入33.80亿元，收入合计164.00亿元。\n",
        # the change of the whole, told behind its parts
        "一、事业运行经费\n2023年事业运行经费安排400.00万元，其中：基本支出40.00万元，项目支出360.00万元，比上年增加100.00万元，增长33.33%。\n",
        # a part by a name that we do not know
        "一、收入情况\n2023年收入预算48216.90万元，其中：上年结转2601.00万元；专项调度收入39850.60万元；政府性基金预算拨款收入3200.00万元；事业收入2145.30万元；其他收入420.00万元。\n",
        # a part torn by the end of a line, some way behind the others
        "一、“三公”经费\n2023年“三公”经费支出决算为9.95万元。\n1.公务用车购置及运行费支出3.97万元。\n"
        "2.公务接待费支出5.00万元，完成预算的130.55%。全年国内公务接待6批次，48人次，主要是外地来访。\n3.因公出国（境）费支出不多。\n",
        # the main items only, which nothing announces as such
        "一、一般公共预算财政拨款支出决算情况说明\n2023年一般公共预算财政拨款支出12180.45万元。其中：\n"
        "1.教育支出（类）普通教育（款）小学教育（项）2236.17万元，主要用于学校运转。\n2.教育支出（类）普通教育（款）初中教育（项）1140.00万元，主要用于学校运转。\n",
        # an outturn against the budget of its own year
        "一、“三公”经费\n2023年度“三公”经费支出决算38.00万元，与2023年度预算相比减少7.00万元。\n",
        # less, said as a growth that is negative
        "一、“三公”经费\n2023年“三公”经费4.77亿元，同比减少0.61亿元，负增长11.3%。\n",
        # years broken by the end of a line
        "一、财政拨款支出主要内容\n2022年当年预算执行数为7.92万元，20\n23年预算安排6.00万元，比2022年预算执行数下降24.24%。\n",
        # one unit for two amounts
        "一、收入支出决算总体情况说明\n2023年度收、支总计各减少12.67，27.33万元。\n",
        # a paragraph that goes on after a break that we do not know
        "一、支出决算情况说明\n2023年度本年支出合计1,072.95万元，其中：基本支出566.85万元，占52.83%；项目\n支出506.10万元，占47.17%。\n",
    ],
)  # fmt: skip
def test_what_may_be_our_misreading_is_no_finding(text: str) -> None:
    assert told("青溪县城市建设档案馆2023年度部门决算\n" + text) == []
