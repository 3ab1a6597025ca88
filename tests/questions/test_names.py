"""Names as people shorten them: the right organisation among neighbours, and none where it is another's."""

from __future__ import annotations

import pytest

from extractor.questions.names import organisations, parts

PLACES = ("云岭市青溪区", "云岭市白沙县", "云岭市石门区", "海桐省云岭市")
OFFICES = {
    "科学技术协会": ("科协", "科技协会"),
    "规划和自然资源局": ("规划资源局", "自然资源局", "规划与自然资源局"),
    "人力资源和社会保障局": ("人社局", "人力社保局"),
    "发展和改革委员会": ("发改委", "发展改革委"),
    "卫生健康委员会": ("卫健委", "卫生健康委"),
    "住房和城乡建设局": ("住建局", "住房城乡建设局"),
    "财政局": ("财政局",),
    "人民政府办公室": ("政府办", "政府办公室"),
    "人民法院": ("法院",),
    "第一中心小学": ("一小", "中心小学"),
    "总工会": ("总工会",),
}
ALL = tuple(place + office for place in PLACES for office in OFFICES)
SHORT = [
    (place[3:] + short, place + office)
    for place in PLACES[:3]
    for office, shorts in OFFICES.items()
    for short in (office, *shorts)
]


@pytest.mark.parametrize(("short", "full"), SHORT)
def test_a_short_form_means_the_one_organisation_whose_name_it_shortens(short: str, full: str) -> None:
    found = organisations(f"{short}2022年的支出", ALL)
    assert found[(0, len(short))] == (full,)


def test_without_its_place_a_name_means_all_of_its_kind() -> None:
    assert set(organisations("科协2022年", ALL)[(0, 2)]) == {place + "科学技术协会" for place in PLACES}


def test_a_place_means_the_organisations_in_it() -> None:
    found = organisations("白沙县的机关运行经费", ALL)[(0, 3)]
    assert set(found) == {name for name in ALL if "白沙县" in name}


@pytest.mark.parametrize("other", ["江夏区科协", "青溪区教育局", "云岭市气象局"])
def test_a_name_that_the_index_does_not_hold_is_not_covered(other: str) -> None:
    assert (0, len(other)) not in organisations(other, ALL)


LEAVES = {
    name: (name,)
    for name in ("机关事业单位职业年金缴费支出", "住房公积金", "行政单位医疗", "事业单位医疗", "其他城乡社区住宅支出")
}


def test_a_part_of_a_name_means_the_names_that_hold_it() -> None:
    assert parts("职业年金", LEAVES, [(0, 4)])[(0, 4)] == ("机关事业单位职业年金缴费支出",)
    assert set(parts("单位医疗", LEAVES, [(0, 4)])[(0, 4)]) == {"行政单位医疗", "事业单位医疗"}


def test_a_short_form_that_two_names_have_means_neither() -> None:
    leaves = {name: (name,) for name in ("其他城乡社区住宅支出", "其他城乡社区设施支出")}
    assert (0, 8) not in parts("其他城乡社区支出", leaves, [(0, 8)])
    assert parts("其他城乡社区支出", LEAVES, [(0, 8)])[(0, 8)] == ("其他城乡社区住宅支出",)


def test_a_misspelt_name_is_not_taken_for_another() -> None:
    assert not parts("离休人员", {"退休人员": ("退休人员",)}, [(0, 1)])
