"""One change to a report that agrees with itself: one finding, of the rule that is meant, at the place of the change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractor.checks import RULES, check, checked
from extractor.checks.material import Doubt, Material
from extractor.checks.rates import rates
from extractor.extraction import extract_report
from tests.checks.fictional import BASIC, ITEMS, TEXT, findings, report

CHANGES = [
    ("完成率复算", "error", "85.71%", "75.71%"),
    ("完成率复算", "warning", "90.91%", "90.90%"),
    ("完成率复算", "error", "完成预算的90.00%", "完成预算的80.00%"),
    ("增减率复算", "error", "下降16.67%", "下降26.67%"),
    ("增减率复算", "warning", "下降3.72%", "下降3.73%"),
    ("占比复算", "error", "占67.79%", "占57.79%"),
    ("占比复算", "warning", "占76.67%", "占76.66%"),
    ("方向与数字", "error", "年初预算的85.00%，决算数小于", "年初预算的85.00%，决算数大于"),
    ("方向与数字", "error", "比上年减少1.00万元，下降50.00%", "比上年减少1.00万元，增长50.00%"),
    ("方向与数字", "warning", "比上年减少1.00万元，下降50.00%", "比上年减少-1.00万元，下降50.00%"),
    ("分项合计", "error", "政府采购服务支出10.00万元", "政府采购服务支出11.00万元"),
    ("分项合计", "error", "其他用车2辆", "其他用车3辆"),
    ("收支相等", "error", "年末结转和结余10.00万元", "年末结转和结余12.00万元"),
    ("正文与表", "error", "（项）。年初预算为70.00万元，支出决算为60.00万元，完成年初预算的85.71%",
     "（项）。年初预算为70.00万元，支出决算为63.00万元，完成年初预算的90.00%"),
    ("正文与表", "error", "基本支出210.50万元，其中：人员经费180.25", "基本支出213.50万元，其中：人员经费183.25"),
    ("表内合计", "error", "20126\t档案事务\t230.00\t140.50\t89.50", "20126\t档案事务\t230.00\t148.50\t89.50"),
    ("表内合计", "warning", "2012601\t行政运行\t170.00\t140.50\t29.50", "2012601\t行政运行\t170.00\t140.50\t29.49"),
    ("零预算完成率", "warning", "年初预算为60.00万元，支出决算为70.00万元，完成年初预算的116.67%",
     "年初预算为0.00万元，支出决算为70.00万元，完成年初预算的100.00%"),
    ("空白", "error", "比上年减少2.00万元，下降25.00%", "比上年减少2.00万元，下降%"),
    ("空白", "error", "“三公”经费支出预算为8.00万元", "“三公”经费支出预算为万元"),
    ("空白", "warning", "主要原因是厉行节约", "主要原因是"),
    ("模板残留", "warning", "下降25.00%", "下降（增长）25.00%"),
    ("模板残留", "warning", "人员调动", "XX调动"),
    ("缺单位", "warning", "下降3.72%，", "下降3.72，"),
    ("缺单位", "warning", "230.00万元，占76.67%；", "230.00万元，占76.67；"),
    ("零基数增减率", "warning", "公务接待费支出1.00万元，比上年减少1.00万元，下降50.00%", "公务接待费支出1.00万元，比上年增加1.00万元，增长100.00%"),
    ("缺单位", "warning", "其他收入10.00万元", "其他收入10.00万"),
    ("漏字", "warning", "与2022年度相比", "较上一度相比"),
    ("标点", "note", "其他收入10.00万元，占", "其他收入10.00万元，，占"),
    ("年度", "error", "与2022年度相比", "与2023年度相比"),
    ("年度", "warning", "截至2023年12月31日", "截至2022年12月31日"),
    ("单位名称", "warning", "青溪县城市建设档案馆组织对", "青溪县城市建没档案馆组织对"),
    ("科目名称", "warning", "2210201\t住房公积金", "2210201\t住房储备金"),
    ("明细为零", "warning", "30103\t奖金\t30.00", "30103\t奖金\t0.00"),
    ("自评项目合计", "warning", "资金50.00万元", "资金60.00万元"),
    ("前后不一", "error", "主要原因是压减一般性支出。", "主要原因是压减一般性支出。2023年度收入总计330.50万元。"),
    ("增减额合计", "error", "支出5.00万元，比上年减少1.00万元，下降16.67%", "支出5.00万元，比上年减少3.00万元，下降37.50%"),
    ("增减额复算", "error", "支出1.00万元，比上年减少1.00万元，下降50.00%", "支出1.00万元，比上年增加1.50万元"),
    ("括号不配对", "note", "主要原因是人员调动。", "主要原因是人员调动（含借调。"),
    ("年度", "warning", "二、其他事项的情况说明\n2023", "第四部分 2022年度部门决算公开说明\n二、其他事项的情况说明\n2023"),
    ("得分合计", "error", "完成预算的100.00%。\n",
     "完成预算的100.00%。\n九、部门整体支出绩效自评情况\n整体支出绩效自评综合得分90.00分，其中执行情况得分18.00分，年度绩效指标得分78.00分。\n"),
]  # fmt: skip


def test_a_report_that_agrees_with_itself_has_no_findings() -> None:
    assert findings() == []


@pytest.mark.parametrize(("rule", "severity", "before", "after"), CHANGES, ids=[f"{c[0]}-{c[3]}" for c in CHANGES])
def test_a_change_is_found(rule: str, severity: str, before: str, after: str) -> None:
    found = findings((before, after))
    assert (rule, severity) in [(one.rule, one.severity) for one in found], found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("85.71%", "85.7%"),
        ("85.71%", "86%"),
        ("政府采购货物支出5.00万元", "政府采购货物支出5万元"),
        ("住房公积金\t70.00\t70.00\t0.00", "住房公积金\t70.00\t70.00\t"),
        ("主要原因是厉行节约", "主要原因是厉行节约（详见附件）"),
        ("其他用车2辆", "其他用车2辆（不含XX-01型设备）"),
    ],
)
def test_another_way_of_printing_is_no_contradiction(before: str, after: str) -> None:
    assert [one for one in findings((before, after)) if one.severity == "error"] == []


def test_the_evidence_holds_both_sides_and_the_quote_is_the_doubtful_figure() -> None:
    (found,) = findings(("85.71%", "75.71%"))
    quotes = {found.quote}
    assert "75.71" in quotes and len(found.evidence) == 3
    assert found.expected == "85.71%" and found.observed == "75.71%"
    assert "60.00万元÷70.00万元" in found.message


def test_one_wrong_figure_met_by_several_rules_is_one_error() -> None:
    """An outturn that neither its rate, nor its table, nor the sum of the items agrees with."""
    found = findings(("支出决算为60.00万元", "支出决算为90.00万元"))
    errors = [one for one in found if one.severity == "error"]
    assert len(errors) == 1 and errors[0].observed is not None and errors[0].observed.startswith("90.00万元")


def test_two_wrong_figures_are_two_findings() -> None:
    found = findings(("85.71%", "75.71%"), ("下降16.67%", "下降26.67%"))
    assert [one.rule for one in found] == ["完成率复算", "增减率复算"]


def test_the_contents_and_a_title_differ() -> None:
    found = findings(("二、其他事项的情况说明\n第三部分", "二、其他事项说明\n第三部分"))
    assert [(one.rule, one.severity) for one in found] == [("目录标题", "note")]


def test_a_total_whose_parts_are_all_said_to_be_none_proves_nothing() -> None:
    text = "一、支出决算情况说明\n本年支出合计310.50万元。本年度无上缴上级支出、经营支出、对附属单位补助支出。\n"
    assert extract_report(report(text)).unchecked == () == check(extract_report(report(text)))


def test_rules_that_fail_cost_only_themselves_and_are_told() -> None:
    def broken(material: Material) -> Iterator[Doubt]:
        yield from rates(material)
        raise IndexError("no such row")

    extraction = extract_report(report(TEXT.replace("85.71%", "75.71%"), ITEMS, BASIC))
    done = checked(extraction, (broken, *RULES))
    assert done.findings == extraction.findings != ()
    (said,) = done.unchecked
    assert "broken" in said and "IndexError: no such row" in said


def test_nothing_comes_of_an_empty_report() -> None:
    assert check(extract_report(report("无正文。\n"))) == ()


WHOLE = """收入支出决算总表
单位：万元
项目\t决算数\t项目\t决算数
一般公共预算财政拨款收入\t300.00\t一般公共服务支出\t230.00
其他收入\t10.00\t住房保障支出\t80.00
本年收入合计\t310.00\t本年支出合计\t310.00
总计\t310.00\t总计\t310.00
"""
SPENT = """支出决算表
单位：万元
科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
201\t一般公共服务支出\t{archives}\t140.00\t90.00
20126\t档案事务\t230.00\t140.00\t90.00
2012601\t行政运行\t230.00\t140.00\t90.00
221\t住房保障支出\t80.00\t80.00\t0.00
22102\t住房改革支出\t80.00\t80.00\t0.00
2210201\t住房公积金\t80.00\t80.00\t0.00
\t合计\t310.00\t220.00\t90.00
"""


@pytest.mark.parametrize(("archives", "severities"), [("230.00", []), ("230.01", ["warning"]), ("250.00", ["error"])])
def test_tables_are_compared_with_each_other(archives: str, severities: list[str]) -> None:
    text = "青溪县城市建设档案馆2023年度部门决算\n第二部分 2023年度部门决算表\n"
    found = check(extract_report(report(text, WHOLE, SPENT.format(archives=archives))))
    assert [one.severity for one in found if one.rule == "表与表"] == severities
    assert severities or found == ()


BUDGET = """青溪县城市建设档案馆2024年部门预算
一、部门预算编制说明
2024年收入预算{amount}万元，其中：财政拨款收入300.00万元；事业收入0.00万元。
馆藏整理项目经费情况说明
一、项目概述
整理馆藏档案。
二、立项依据
《县政府{year}年重点工作任务书》。
三、实施主体
{who}
四、年度预算安排
{plan}
"""
GOOD = {"amount": "300.00", "year": "2024", "who": "青溪县城市建设档案馆。", "plan": "安排20.00万元。"}


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, None),
        ({"amount": "310.00"}, "分项合计"),
        ({"year": "2023"}, "年度"),
        ({"who": "整理档案并编目。"}, "章节内容"),
        ({"plan": "按时拨付。"}, "章节内容"),
    ],
)
def test_a_budget(changed: dict[str, str], rule: str | None) -> None:
    found = check(
        extract_report(report(BUDGET.format(**GOOD | changed), name="青溪县城市建设档案馆2024年部门预算.txt"))
    )
    assert [one.rule for one in found] == ([rule] if rule else [])


def test_an_item_for_basic_expenditure_only_has_project_expenditure() -> None:
    text = TEXT.replace(
        "（款）行政运行（项）。年初", "（款）行政运行（项）170.00万元，主要用于行政单位的基本支出。年初"
    )
    assert "支出用途" in [one.rule for one in check(extract_report(report(text, ITEMS, BASIC)))]
