"""Tables as amounts, projects and indicators: layouts of several provinces in Word, web page and PDF."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.facts.tables import Tables, tabulate
from extractor.facts.tables.entries import entries
from extractor.facts.tables.recognise import alike, known
from extractor.records import Amount
from extractor.report import Report
from tests.facts.printed_tables import FORMATS, Printed, written

LAYOUTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text("utf-8"))["layout"]
ORGANISATION = "青禾县档案馆"


def told(report: Report) -> Tables:
    return tabulate(report, 2023, ORGANISATION)


def fields(amount: Amount) -> tuple[str, ...]:
    return (
        amount.subject, amount.code or "", amount.column or "", amount.measure, amount.value, amount.unit or "",
        str(amount.year),
    )  # fmt: skip


def labelled(layout: dict[str, Any]) -> list[tuple[str, ...]]:
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in layout["amounts"].strip().splitlines()]
    return [(*row, "2023")[:7] for row in rows]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout["what"])
def test_every_cell_of_a_layout(tmp_path: Path, layout: dict[str, Any], form: str) -> None:
    report = written(tmp_path, form, [Printed.of(layout["above"], layout["rows"])])
    tables = told(report)
    assert tables.names == (layout["table"],)
    assert {amount.table for amount in tables.amounts} == {layout["table"]}
    assert sorted(map(fields, tables.amounts)) == sorted(labelled(layout))
    for amount in tables.amounts:
        assert amount.source == "table"
        assert report.text[amount.start : amount.end] == amount.quote
        assert amount.value.lstrip("-") in amount.quote.replace(",", "")
        assert amount.page == (1 if form == "pdf" else None)
        assert len(amount.quote) < 120, "a figure is cited by its row, not by its whole table"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("收入支出决算总表", "收入支出决算总表"),
        ("表1：青禾县档案馆2023年度收入支出决算总表（公开01表）", "收入支出决算总表"),
        ("（二）2023年度部门收入决算总表", "收入决算表"),
        ("3.支出决算表", "支出决算表"),
        ("一般公共预算财政拨款基本支出决算表（经济分类）", "一般公共预算财政拨款基本支出决算表"),
        ("一般公共预算财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表"),
        ("2023年部门预算收支总表", "财务收支预算总表"),
        ("国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款支出决算表"),
        ("2023年度项目支出绩效自评表", "项目支出绩效自评表"),
    ],
)
def test_titles(title: str, name: str) -> None:
    entry = known(title, ORGANISATION)
    assert entry is not None and entry.name == name


@pytest.mark.parametrize(
    "line",
    [
        "部门决算单位构成",
        "各科室人员编制情况表",
        "详见收入支出决算总表。",
        "收入支出决算总体情况说明",
        "车辆保险台账",
        "2023年度",
    ],
)
def test_lines_that_are_no_title(line: str) -> None:
    assert known(line, ORGANISATION) is None


def test_tables_that_differ_in_one_word_are_not_taken_for_each_other() -> None:
    pairs = [
        ("收入决算表", "支出决算表"),
        ("政府性基金预算支出表", "一般公共预算支出表"),
        ("收支预算总表", "财政拨款收支预算总表"),
    ]
    for one, other in pairs:
        first, second = known(one), known(other)
        assert first is not None and second is not None and first.name != second.name


def test_a_wording_that_is_not_listed_finds_its_table_or_none() -> None:
    found = {}
    for title, entry in entries().items():
        others = {other: its for other, its in entries().items() if other != title}
        nearest = alike(title, others)
        if nearest is not None:
            found[title] = (nearest, entry)
    assert len(found) > 70
    assert [title for title, (nearest, entry) in found.items() if nearest != entry] == []


@pytest.mark.parametrize(
    "title",
    [
        "社会保险基金收入决算表",
        "政府性基金收入决算表",
        "一般公共预算税收返还和转移支付决算表",
        "地方政府债务情况表",
        "新增资产配置预算表",
        "上缴上级支出预算表",
    ],
)
def test_other_published_tables_are_not_taken_for_known_ones(title: str) -> None:
    assert known(title) is None


def test_a_table_nobody_knows_is_kept(tmp_path: Path) -> None:
    strange = Printed.of("各科室用电情况表", "科室 | 用电（度）\n办公室 | 120.50\n库房 | 98.00")
    report = written(tmp_path, "docx", [strange])
    tables = told(report)
    assert tables.amounts == () and tables.names == ()
    (kept,) = tables.unrecognised
    assert kept.title == "各科室用电情况表"
    assert "120.50" in report.text[kept.start : kept.end]


def test_a_small_table_of_running_costs_among_sentences(tmp_path: Path) -> None:
    table = Printed.of(
        "年末公务用车保有量为2辆。\n单位：元",
        "项目 | 预算数 | 决算数\n因公出国（境）费 | | \n公务接待费 | 3000.00 | 1820.50\n合计 | 3000.00 | 1820.50",
    )
    tables = told(written(tmp_path, "docx", [table]))
    assert tables.names == ("财政拨款“三公”经费支出决算表",)
    assert [(a.subject, a.column, a.measure, a.value, a.unit) for a in tables.amounts] == [
        ("公务接待费", "预算数", "预算数", "3000.00", "元"),
        ("公务接待费", "决算数", "决算数", "1820.50", "元"),
        ("合计", "预算数", "预算数", "3000.00", "元"),
        ("合计", "决算数", "决算数", "1820.50", "元"),
    ]


def test_money_of_other_things_is_not_taken_for_running_costs(tmp_path: Path) -> None:
    table = Printed.of(
        "单位：元", "项目 | 预算数 | 决算数\n公务接待费 | 3.00 | 1.00\n会议费 | 2.00 | 2.00\n食堂补贴 | 9.00 | 8.00"
    )
    tables = told(written(tmp_path, "docx", [table]))
    assert tables.names == () and len(tables.unrecognised) == 1


def test_evaluation_forms_without_a_title(tmp_path: Path) -> None:
    tables = told(written(tmp_path, "docx", [Printed(("附件",), EVALUATION.rows)]))
    assert tables.names == ("项目支出绩效自评表",)
    assert [p.executed for p in tables.projects] == ["70.00"] and len(tables.indicators) == 5


def test_traditional_characters(tmp_path: Path) -> None:
    table = Printed.of(
        "收入支出決算總表\n單位：萬元",
        "收入 | < | 支出 | <\n項目 | 決算數 | 項目 | 決算數\n"
        "一、一般公共預算財政撥款收入 | 12.00 | 一、一般公共服務支出 | 11.00\n總計 | 12.00 | 總計 | 12.00",
    )
    amounts = told(written(tmp_path, "html", [table])).amounts
    assert [(a.subject, a.column, a.measure, a.unit) for a in amounts] == [
        ("一般公共预算财政拨款收入", "收入/决算数", "决算数", "万元"),
        ("一般公共服务支出", "支出/决算数", "决算数", "万元"),
        ("收入总计", "收入/决算数", "决算数", "万元"),
        ("支出总计", "支出/决算数", "决算数", "万元"),
    ]


def test_empty_table_has_a_name_and_no_amounts(tmp_path: Path) -> None:
    table = Printed.of(
        "国有资本经营预算财政拨款支出决算表\n单位：万元",
        "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n | | | |\n合计 | < | | |",
    )
    tables = told(written(tmp_path, "docx", [table]))
    assert tables.amounts == () and tables.unrecognised == ()
    assert tables.names == ("国有资本经营预算财政拨款支出决算表",)


def test_names_of_upper_levels_come_from_other_tables(tmp_path: Path) -> None:
    whole = Printed.of(
        "支出决算表\n单位：万元",
        "科目编码 | 科目名称 | 本年支出合计\n201 | 一般公共服务支出 | 5.00\n20126 | 档案事务 | 5.00\n2012604 | 档案馆 | 5.00",
    )
    detail = Printed.of(
        "一般公共预算财政拨款支出决算表\n单位：万元",
        "科目编码 | 科目名称 | 支出\n2012604 | 档案馆 | 4.00\n合计 | < | 4.00",
    )
    amounts = told(written(tmp_path, "docx", [whole, detail])).amounts
    assert amounts[-2].subject == "一般公共服务支出/档案事务/档案馆"
    assert amounts[-1].subject == "合计"


EVALUATION = Printed.of(
    "项目支出绩效自评表\n（2023年度）",
    """
    项目名称 | < | 馆藏档案数字化 | < | < | < | < | < | <
    主管部门 | < | 青禾县档案馆 | < | < | 实施单位 | < | 青禾县档案馆 | <
    项目资金（万元） | < | | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
    ^ | ^ | 年度资金总额 | 80.00 | 76.50 | 70.00 | 10 | 91.5% | 9.2
    ^ | ^ | 其中：财政拨款 | 80.00 | 76.50 | 70.00 | — | 91.5% | —
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    ^ | 产出指标 | 数量指标 | 数字化卷宗数 | ≥5000卷 | 4310卷 | 20 | 17.2 | 设备采购流程较长，到货较晚
    ^ | ^ | 质量指标 | 图像合格率 | ≥98% | 99.1% | 10 | 10 |
    ^ | ^ | ^ | 指标2： | …… | | | |
    ^ | ^ | 成本指标 | 单页成本 | ≤0.3元 | 0.28元 | 10 | 10 | 无
    ^ | 效益指标 | 社会效益指标 | 查档便利程度 | 明显提高 | 达成预期指标 | 20 | 18 |
    ^ | 满意度指标 | 服务对象满意度指标 | 查档群众满意度 | 不低于90（%） | 95.50 | 10 | 10 |
    总分 | < | < | < | < | < | 100 | 94.4 |
    """,
)


@pytest.mark.parametrize("form", FORMATS)
def test_self_evaluation(tmp_path: Path, form: str) -> None:
    report = written(tmp_path, form, [EVALUATION])
    tables = told(report)
    (project,) = tables.projects
    assert (project.project, project.budget, project.executed) == ("馆藏档案数字化", "76.50", "70.00")
    assert (project.completion_rate, project.unit, project.score, project.source) == ("91.5", "万元", "94.4", "table")
    assert report.text[project.start : project.end] == project.quote and "70.00" in project.quote
    found = [
        (i.indicator, i.type, i.comparator, i.target, i.actual, i.unit, i.full_score, i.score)
        for i in tables.indicators
    ]
    assert found == [
        ("数字化卷宗数", "数量", ">=", "5000", "4310", "卷", "20", "17.2"),
        ("图像合格率", "质量", ">=", "98", "99.1", "%", "10", "10"),
        ("单页成本", "成本", "<=", "0.3", "0.28", "元", "10", "10"),
        ("查档便利程度", "社会效益", None, "明显提高", "达成预期指标", None, "20", "18"),
        ("查档群众满意度", "满意度", ">=", "90", "95.50", "%", "10", "10"),
    ]
    late = tables.indicators[0]
    assert (
        late.project == "馆藏档案数字化" and late.reason == "设备采购流程较长，到货较晚" and late.category == "项目进度"
    )
    assert [i.reason for i in tables.indicators[1:]] == [None] * 4
    for indicator in tables.indicators:
        assert report.text[indicator.start : indicator.end] == indicator.quote and indicator.indicator in "".join(
            indicator.quote.split()
        )


def test_targets_of_a_budget_with_signs_and_units_in_columns(tmp_path: Path) -> None:
    form = Printed.of(
        "部门预算项目绩效目标表",
        """
        项目名称 | 库房温湿度改造 | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
        产出指标 | 数量指标 | 改造库房间数 | ＝ | 6 | 间
        ^ | 时效指标 | 完工时间 | ≤ | 10 | 月
        效益指标 | 可持续影响指标 | 设备使用年限 | ≥ | 8 | 年
        """,
    )
    tables = told(written(tmp_path, "docx", [form]))
    assert tables.projects == ()
    assert [(i.project, i.indicator, i.type, i.comparator, i.target, i.unit, i.actual) for i in tables.indicators] == [
        ("库房温湿度改造", "改造库房间数", "数量", "=", "6", "间", None),
        ("库房温湿度改造", "完工时间", "时效", "<=", "10", "月", None),
        ("库房温湿度改造", "设备使用年限", "可持续影响", ">=", "8", "年", None),
    ]


def test_a_list_of_projects(tmp_path: Path) -> None:
    table = Printed.of(
        "2023年度项目支出绩效自评情况表\n单位：万元",
        "序号 | 项目名称 | 全年预算数 | 全年执行数 | 执行率 | 自评得分\n"
        "1 | 档案抢救 | 40.00 | 38.00 | 0.95 | 96\n2 | 展厅维护 | 12.00 | 12.00 | 100% | 99.5\n合计 | < | 52.00 | 50.00 | 96.15% |",
    )
    projects = told(written(tmp_path, "html", [table])).projects
    assert [(p.project, p.budget, p.executed, p.completion_rate, p.score, p.unit) for p in projects] == [
        ("档案抢救", "40.00", "38.00", "95", "96", "万元"),
        ("展厅维护", "12.00", "12.00", "100", "99.5", "万元"),
    ]


def test_two_forms_in_one_table(tmp_path: Path) -> None:
    again = (*EVALUATION.rows[0][:2], "阅览室扩建", *EVALUATION.rows[0][3:])
    rows = (*EVALUATION.rows, again, *EVALUATION.rows[1:])
    tables = told(written(tmp_path, "html", [Printed(EVALUATION.above, rows)]))
    assert [p.project for p in tables.projects] == ["馆藏档案数字化", "阅览室扩建"]
    assert [i.project for i in tables.indicators] == ["馆藏档案数字化"] * 5 + ["阅览室扩建"] * 5


ITEMS = """
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
201 | 一般公共服务支出 | 100.00 | 60.00 | 40.00
20126 | 档案事务 | 100.00 | 60.00 | 40.00
"""
REST = "\n2012601 | 行政运行 | 60.00 | 60.00 | 0.00\n2012604 | 档案馆 | 40.00 | 0.00 | 40.00\n"


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize(
    ("between", "rest", "codes"),
    [
        ("", REST, ["201", "20126", "2012601", "2012604"]),  # it goes on below
        ("其他资料", REST, ["201", "20126"]),  # words between them
        ("", REST.replace(" | 0.00\n", "\n").replace(" | 40.00\n", "\n"), ["201", "20126"]),  # not as wide
    ],
)
def test_a_table_that_goes_on_below_is_one(
    tmp_path: Path, form: str, between: str, rest: str, codes: list[str]
) -> None:
    above = Printed.of("\n一般公共预算财政拨款支出决算表\n单位：万元\n", ITEMS)
    tables = told(written(tmp_path, form, [above, Printed.of(between, rest)]))
    found = [amount for amount in tables.amounts if amount.table == "一般公共预算财政拨款支出决算表"]
    assert list(dict.fromkeys(amount.code for amount in found)) == codes
    assert len(found) == 3 * len(codes)
