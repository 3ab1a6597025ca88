"""Official codes: a path has a code where its name and its parents agree, and none otherwise."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from extractor.language.codes import code_of, path_of, printed_codes
from extractor.lexicon import load


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("住房保障支出", "221"),
        ("社会保障和就业支出/行政事业单位养老支出", "20805"),
        ("社会保障和就业支出/行政事业单位养老支出/机关事业单位职业年金缴费支出", "2080506"),
        ("一般公共服务支出/群众团体事务/一般行政管理事务", "2012902"),
        ("一般公共服务支出/组织事务/一般行政管理事务", "2013202"),
        ("城乡社区支出/城乡社区规划与管理/城乡社区规划与管理", "2120201"),
        ("公共安全支出/其他公共安全支出", "20499"),
        ("公共安全支出/其他公共安全支出/其他公共安全支出", "2049999"),
    ],
)
def test_name_and_parents_agree(path: str, code: str) -> None:
    assert code_of(path) == code
    assert path_of(code) == path


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("医疗卫生与计划生育支出/行政事业单位医疗/行政单位医疗", "2101101"),
        ("文化体育与传媒支出/体育/群众体育", "2070308"),
        ("国土海洋气象等支出/自然资源事务/事业运行", "2200150"),
        ("自然资源海洋气象等支出/自然资源事务/其他国土资源事务支出", "2200199"),
        ("一般公共服务支出/政府办公厅(室)及相关机构事务/行政运行", "2010301"),
        ("城乡社区/城乡社区管理事务/城管执法", "2120104"),
        ("社会保障和就业支出/行政事业单位离退休/行政单位离退休", "2080501"),
        ("一般公共服务支出/纪检监察事务", "20111"),
    ],
)
def test_earlier_names_and_other_brackets_mean_the_same_code(path: str, code: str) -> None:
    assert code_of(path) == code


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "行政运行", "基本支出", "“三公”经费", "住房公积金",
        "住房保障支出/住房保障支出/住房公积金",  # a parent that is none
        "卫生健康支出/住房改革支出/住房公积金",
        "住房保障支出/住房改革支出/住房公积",
        "住房保障支出/住房改革支出/住房公积金/基本支出",
    ],
)  # fmt: skip
def test_no_guess(path: str) -> None:
    assert code_of(path) is None


def test_codes_that_a_report_prints_in_its_tables() -> None:
    cells = [
        ("交通运输支出/公路水路运输/公路养护", "2140106"),
        ("交通运输支出/公路水路运输", "21401"),
        ("公路养护", "2140106"),  # its parents are not named
        ("工资福利支出/基本工资", "30101"),  # another classification
        ("教育支出/普通教育/其他普通教育支出", "2050299"),
        ("教育支出/普通教育/其他普通教育支出", "2050298"),  # one path, two codes: one is wrong
        ("合计", None),
    ]
    assert printed_codes(cells) == {
        "交通运输支出/公路水路运输/公路养护": "2140106",
        "交通运输支出/公路水路运输": "21401",
    }


@pytest.mark.parametrize("code", ["", "2", "20805050", "2089", "9999999", "abc"])
def test_unknown_codes(code: str) -> None:
    assert path_of(code) is None


def test_every_row_is_whole_sourced_and_leads_back_to_its_code() -> None:
    text = files("extractor.lexicon").joinpath("functional_codes.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    codes = {row["code"] for row in rows}
    assert set(load("functional")["classes"]) <= codes
    for row in rows:
        assert row["source"]
        assert row["level"] == {3: "类", 5: "款", 7: "项"}[len(row["code"])]
        assert len(row["code"]) == 3 or row["code"][:-2] in codes
        path = path_of(row["code"])
        assert path is not None
        assert code_of(path) == row["code"]
