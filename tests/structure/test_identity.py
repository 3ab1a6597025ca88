"""Organisation, fiscal year and kind, told from the shapes in which reports of many provinces begin. All fictional."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report import Report
from extractor.structure.identity import Identity, identify
from extractor.structure.names import simplified


def report(text: str, name: str = "x.txt", title: str | None = None, hard: bool = False) -> Report:
    return Report(name=name, format="text", sha256="", text=text, title=title, hard_lines=hard)


# (what the report begins with, organisation, year, kind)
CASES = [
    # one line says it all
    ("云河市青禾区水务局2022年度部门决算\n目录", "云河市青禾区水务局", 2022, "决算"),
    ("云河市青禾区水务局 2022 年度部门决算公开\n目 录", "云河市青禾区水务局", 2022, "决算"),
    ("云河市青禾区民政局2024年部门预算\n目录", "云河市青禾区民政局", 2024, "预算"),
    ("青禾县柳溪镇人民政府2021年度部门决算公开说明\n一、部门职责", "青禾县柳溪镇人民政府", 2021, "决算"),
    ("青禾县柳溪镇人民政府（本级）2023年度部门决算情况说明\n一、", "青禾县柳溪镇人民政府", 2023, "决算"),
    ("青禾县城市管理局本级2023年度单位决算\n目录", "青禾县城市管理局", 2023, "决算"),
    ("柳溪街道办事处2024年单位预算\n目录", "柳溪街道办事处", 2024, "预算"),
    ("关于青禾县人民医院2021年度决算公开的说明\n一、单位职责", "青禾县人民医院", 2021, "决算"),
    ("青禾县教育体育局关于2022年度部门决算公开的说明\n一、", "青禾县教育体育局", 2022, "决算"),
    ("附件1：青禾县财政局2020年部门决算\n目录", "青禾县财政局", 2020, "决算"),
    ("青禾县第三中学2022年度单位决算公开报告\n第一部分 基本情况", "青禾县第三中学", 2022, "决算"),
    ("云河市中级人民法院2023年度部门决算\n目录", "云河市中级人民法院", 2023, "决算"),
    ("中共青禾县委宣传部2023年度部门决算\n目录", "中共青禾县委宣传部", 2023, "决算"),
    ("云河市文学艺术界联合会2025年部门预算公开\n目录", "云河市文学艺术界联合会", 2025, "预算"),
    ("云河市水利学会2023年度单位决算\n目录", "云河市水利学会", 2023, "决算"),
    ("云河市城乡公交有限公司2022年度部门决算\n目录", "云河市城乡公交有限公司", 2022, "决算"),
    ("青禾县12345政务热线服务中心2023年度单位决算\n目录", "青禾县12345政务热线服务中心", 2023, "决算"),
    ("青禾县城管局（青禾县综合执法局）2021年度部门决算\n一、", "青禾县城管局", 2021, "决算"),
    # the year first
    ("2023年度青禾县岭南街道办事处部门决算\n目录", "青禾县岭南街道办事处", 2023, "决算"),
    ("2023年度 云河省 林业厅 部门决算公开\n目录", "云河省林业厅", 2023, "决算"),
    ("2021年云河市人民政府政务服务中心部门决算\n目 录", "云河市人民政府政务服务中心", 2021, "决算"),
    # a cover over several lines
    ("云河市青禾区\n农业农村委员会\n2023年度部门决算情况说明\n目录", "云河市青禾区农业农村委员会", 2023, "决算"),
    ("云河市青禾区\n水务局\n2023年度部门决算\n目录", "云河市青禾区水务局", 2023, "决算"),
    ("2023年度\n青禾县人民检察院部门决算\n目录", "青禾县人民检察院", 2023, "决算"),
    ("2023年度青禾县岭南街道办事处\n部门决算\n目录", "青禾县岭南街道办事处", 2023, "决算"),
    ("云河市青禾区规划和自然\n资源局\n2024 年度部门决算\n目 录", "云河市青禾区规划和自然资源局", 2024, "决算"),
    ("青禾县应急管理局机关\n2024年预算编制说明\n目录", "青禾县应急管理局", 2024, "预算"),
    ("青禾县供销合作社\n2022 年 度\n部 门 决 算\n目 录", "青禾县供销合作社", 2022, "决算"),
    # the organisation in a field
    (
        "云河市青禾区2025年区级部门预算\n预算主管部门：云河市青禾区人民政府办公室\n目 录",
        "云河市青禾区人民政府办公室",
        2025,
        "预算",
    ),
    (
        "云河市青禾区2023年区级部门预算\n预算主管部门：云河市青禾区人民政府柳\n溪街道办事处\n目 录",
        "云河市青禾区人民政府柳溪街道办事处",
        2023,
        "预算",
    ),
    ("2024年单位预算\n单位名称：云河市社会福利院\n报送日期：2024年2月1日", "云河市社会福利院", 2024, "预算"),
    ("2022年度部门决算\n部门名称: 青禾县司法局\n目录", "青禾县司法局", 2022, "决算"),
    # heads of government sites
    ("监督索引号53999900000000001000\n青禾县中医医院2023年度部门决算\n目录", "青禾县中医医院", 2023, "决算"),
    (
        "监督索引号53999900000000002000\n目录\n第一部分 中国人民政治协商会议云河省青禾县委员会概况\n一、主要职能\n"
        "第二部分 2022年度部门决算表",
        "中国人民政治协商会议云河省青禾县委员会",
        2022,
        "决算",
    ),
    (
        "[ 索引号 ] 0000/2023-1 [ 发文字号 ]\n[ 发布机构 ] 青禾县财政局\n[ 成文日期 ] 2023-08-30\n"
        "青禾县妇女联合会2022年度部门决算情况说明\n一、部门基本情况",
        "青禾县妇女联合会",
        2022,
        "决算",
    ),
    (
        "当前位置：首页 > 政务公开 > 部门预决算 > 区政府办\n青禾区人民政府办公室2022年度部门决算情况说明\n"
        "发布日期：2023-10-20 来源：青禾区财政局\n一、部门基本情况",
        "青禾区人民政府办公室",
        2022,
        "决算",
    ),
    # no title at all
    (
        "第一部分 青禾县科学技术协会概况\n一、部门主要职责\n第二部分 青禾县科学技术协会2022年度部门决算表",
        "青禾县科学技术协会",
        2022,
        "决算",
    ),
    (
        "目录\n第一部分 部门概况\n第二部分 2023年度部门决算表\n第一部分 部门概况\n一、部门职责\n"
        "青禾县人民检察院是国家的法律监督机关，主要任务是……",
        "青禾县人民检察院",
        2023,
        "决算",
    ),
    ("一、单位职责\n纳入青禾县气象服务中心2021年度单位决算编制范围的单位共1个。", "青禾县气象服务中心", 2021, "决算"),
    ("目录\n第四部分 名词解释\n2021年度青禾县发展和改革局部门决算\n第一部分 概况", "青禾县发展和改革局", 2021, "决算"),
    # performance reports
    ("青禾县数据发展中心2024年度项目支出绩效自评报告\n一、基本情况", "青禾县数据发展中心", 2024, "绩效"),
    (
        "2023年度农村饮水安全项目支出绩效自评报告\n项目单位：青禾县水利局\n一、项目概况",
        "青禾县水利局",
        2023,
        "绩效",
    ),
    (
        "项目支出绩效自评表\n（2023年度）\n项目名称\t校园安保经费\n主管部门\t青禾县教育局\t实施单位\t青禾县教育局",
        "青禾县教育局",
        2023,
        "绩效",
    ),
    ("青禾县残疾人联合会2022年度部门整体支出绩效评价报告\n一、", "青禾县残疾人联合会", 2022, "绩效"),
    # other scripts and digits
    ("青禾縣農業農村局2022年度部門決算\n目錄\n第一部分 單位概況\n一、職能簡介", "青禾县农业农村局", 2022, "决算"),
    ("雲河省青禾中學２０２１年度決算公開編制說明\n目錄", "云河省青禾中学", 2021, "决算"),
    ("青禾县档案馆２０２３年度部门决算\n目录", "青禾县档案馆", 2023, "决算"),
    ("青禾县档案馆二〇二三年度部门决算\n目录", "青禾县档案馆", 2023, "决算"),
    ("青禾县图书馆二○二二年部门决算\n目录", "青禾县图书馆", 2022, "决算"),
    ("青禾县文化馆二零二四年部门预算\n目录", "青禾县文化馆", 2024, "预算"),
    # governments' own reports
    ("青禾县人民政府关于2022年财政决算（草案）的报告\n各位代表：", "青禾县人民政府", 2022, "决算"),
    ("云河市青禾区2022年区本级决算草案报告\n一、2022年预算收支决算情况", "云河市青禾区", 2022, "决算"),
    ("关于青禾县2023年预算执行情况和2024年预算草案的报告\n各位代表：", "青禾县", 2024, "预算"),
]


@pytest.mark.parametrize(("text", "organisation", "year", "kind"), CASES, ids=[c[0][:24] for c in CASES])
@pytest.mark.parametrize("hard", [False, True])
def test_beginning(text: str, organisation: str, year: int, kind: str, hard: bool) -> None:
    assert identify(report(text, hard=hard)) == Identity(organisation, year, kind)


def test_a_title_of_the_page_counts() -> None:
    """A web page names its report in <title> and begins at once."""
    found = identify(report("一、部门职责\n贯彻执行……", title="青禾县信访局2023年度部门决算"))
    assert found == Identity("青禾县信访局", 2023, "决算")


def test_the_year_is_the_fiscal_year_not_that_of_publication() -> None:
    text = "青禾县信访局部门决算\n公开时间：2023年9月6日\n目录\n一、2022年度部门决算收支情况\n2022年度部门决算说明"
    assert identify(report(text)).year == 2022


def test_a_budget_speaks_of_last_year_as_often_as_of_its_own() -> None:
    text = "部门预算\n一、收支预算\n2024年部门预算为10万元，2025年部门预算为12万元。"
    assert identify(report(text)).year == 2025


def test_the_fuller_name_wins_where_the_title_shortens_it() -> None:
    text = "青禾区河道管理处2021年度决算公开说明\n一、主要职能\n云河市青禾区河道管理处负责全区河道的管理。"
    assert identify(report(text)).organisation == "云河市青禾区河道管理处"


def test_the_publisher_is_not_the_organisation() -> None:
    text = "发布机构：青禾县财政局\n青禾县地震局2023年度部门决算\n目录"
    assert identify(report(text)).organisation == "青禾县地震局"


def test_the_file_name_is_the_last_resort() -> None:
    silent = "一、总体情况\n收入总计100万元。"
    assert identify(report(silent, name="青禾县信访局2023年度部门决算.pdf")) == Identity("青禾县信访局", 2023, "决算")
    spoken = "青禾县地震局2022年部门预算\n目录"
    assert identify(report(spoken, name="青禾县信访局2023年度部门决算.pdf")) == Identity("青禾县地震局", 2022, "预算")


def test_a_report_that_says_nothing_has_no_identity() -> None:
    assert identify(report("这里什么也没有说。", name="a.txt")) == Identity(None, None, None)


ENDINGS = ["局", "委员会", "街道办事处", "医院", "中学", "服务中心", "协会", "人民政府", "镇人民政府"]
WORDS = st.text(alphabet="青禾柳溪云河岭南东山湖口石桥", min_size=2, max_size=6)
KINDS = [("部门决算", "决算"), ("单位决算公开说明", "决算"), ("部门预算", "预算"), ("项目支出绩效自评报告", "绩效")]


@given(WORDS, st.sampled_from(ENDINGS), st.integers(2008, 2035), st.sampled_from(KINDS), st.booleans(), st.booleans())
def test_any_name_year_and_kind(
    word: str, ending: str, year: int, kind: tuple[str, str], first: bool, wide: bool
) -> None:
    """Name and year in either order, spaced out or not, are told apart again."""
    name, when = f"{word}县{ending}", f"{year}年度"
    gap = " " if wide else ""
    title = gap.join([when, name, kind[0]] if first else [name, when, kind[0]])
    assert identify(report(f"{title}\n目录\n一、职责")) == Identity(name, year, kind[1])


@given(st.text(max_size=400), st.text(alphabet="年度部门决算0123456789\n：一二〇 ", max_size=200))
def test_never_fails(noise: str, more: str) -> None:
    found = identify(report(noise + more))
    assert found.kind in (None, "决算", "预算", "绩效")
    assert found.year is None or 1900 <= found.year < 2100


def test_nul_characters_in_traditional_text_break_nothing() -> None:
    """Text of a damaged file, found by fuzzing: the texts were told apart by the character that it holds."""
    text = "青溪縣檔案館\x002023年度部門決算\n收入總計與支出總計均為三萬元。\n"
    assert identify(Report("甲.txt", "txt", "0", text)).year == 2023
    assert simplified("檔案館", "決算\x00總計") == ("档案馆", "决算\x00总计")
