"""Plain text: encodings told apart, pages at form feeds, binary refused. The text is fictional."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.readers import read
from extractor.report import Report, Unreadable

SIMPLIFIED = """青禾县水利局2022年度部门决算
第一部分 部门概况
一、主要职责。负责全县水资源的管理和保护，组织编制水利规划，指导农村饮水安全工程的建设和运行。
二、收入支出决算总体情况。2022年度收入、支出总计均为1,234.50万元，与上年相比各减少12.3万元，下降1%，主要原因是人员调动。
"""
TRADITIONAL = """青禾縣水利局2022年度部門決算
第一部分 部門概況
一、主要職責。負責全縣水資源的管理和保護，組織編制水利規劃，指導農村飲水安全工程的建設和運行。
二、收入支出決算總體情況。2022年度收入、支出總計均為1,234.50萬元，與上年相比各減少12.3萬元，下降1%，主要原因是人員調動。
"""


def written(folder: Path, data: bytes, name: str = "a.txt") -> Report:
    path = folder / name
    path.write_bytes(data)
    return read(path)


@pytest.mark.parametrize("repeat", [1, 30])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((SIMPLIFIED, e) for e in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be")),
        *((TRADITIONAL, e) for e in ("utf-8", "utf-8-sig", "big5", "gb18030", "utf-16", "utf-16-le", "utf-16-be")),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str, repeat: int) -> None:
    assert written(tmp_path, (text * repeat).encode(encoding)).text == text * repeat


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_encodings_of_a_hundred_characters(tmp_path: Path, text: str) -> None:
    """Any stretch of a hundred characters is enough to tell the encoding."""
    for start in range(0, len(text) - 100, 7):
        piece = text[start : start + 100]
        for encoding in ("gb18030", "utf-16-le", "utf-16-be", *(["big5"] if text is TRADITIONAL else [])):
            assert written(tmp_path, piece.encode(encoding)).text == piece, encoding


def test_a_few_broken_bytes_do_not_lose_the_report(tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        data = (SIMPLIFIED * 3).encode(encoding)
        found = written(tmp_path, data[:60] + b"\xff\xff" + data[60:]).text
        assert "与上年相比各减少12.3万元" in found and "人员调动" in found


def test_line_ends_are_one_kind(tmp_path: Path) -> None:
    assert written(tmp_path, "甲\r\n乙\r丙\n".encode()).text == "甲\n乙\n丙\n"


def test_invisible_characters_are_not_stored(tmp_path: Path) -> None:
    assert (
        written(tmp_path, "决\u200b算\u00ad数\ufeff1\u00005万元\x07".replace("\x00", "").encode()).text
        == "决算数15万元"
    )


def test_sound_glosses_of_mirrored_pages_are_dropped(tmp_path: Path) -> None:
    glossed = "2021年度決算，財(cái)政撥款預(yù)算說(shuō)明，三公經(jīng)費(fèi)（含(a)項）"
    assert written(tmp_path, glossed.encode()).text == "2021年度決算，財政撥款預算說明，三公經費（含項）"


def test_brackets_with_letters_stay_where_they_are_no_glosses(tmp_path: Path) -> None:
    text = "全年预算数(a)与执行数(b)之比，(n)表示项目"
    assert written(tmp_path, text.encode()).text == text


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    report = written(tmp_path, "第一页\n甲\f第二页\n乙\f\f第四页\f".encode())
    assert "\f" not in report.text
    assert [report.text[p.start : p.end].strip() for p in report.pages] == ["第一页\n甲", "第二页\n乙", "", "第四页"]
    assert report.page_at(report.text.index("乙")) == 2
    assert written(tmp_path, b"no pages").pages == ()


PAGES = st.lists(st.text(alphabet="甲乙1.\n ", max_size=12), min_size=2, max_size=6)


@given(PAGES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_tile_the_text(tmp_path: Path, pages: list[str]) -> None:
    report = written(tmp_path, "\f".join([*pages, "末页"]).encode())
    assert [p.number for p in report.pages] == list(range(1, len(pages) + 2))
    assert report.pages[0].start == 0 and report.pages[-1].end == len(report.text)
    assert all(a.end == b.start for a, b in zip(report.pages, report.pages[1:], strict=False))
    stored = [report.text[p.start : p.end] for p in report.pages]
    assert stored == [*(page + "\n" for page in pages), "末页"]


def test_lines_are_paragraphs_only_where_they_are_long(tmp_path: Path) -> None:
    paragraph = "本部门2022年度收入总计一千二百三十四万元，" * 8
    assert written(tmp_path, f"一、总体情况\n{paragraph}\n二、收入\n{paragraph}\n".encode()).hard_lines
    assert not written(tmp_path, SIMPLIFIED.encode()).hard_lines


def test_title(tmp_path: Path) -> None:
    assert written(tmp_path, SIMPLIFIED.encode()).title == "青禾县水利局2022年度部门决算"
    assert (
        written(tmp_path, "云河市青禾区\n水利局\n2022 年度部门决算\n目录".encode()).title
        == "云河市青禾区水利局2022 年度部门决算"
    )
    assert written(tmp_path, "一、部门职责\n负责决算".encode()).title is None


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 500, b"MZ\x90\x00\x03" + bytes(2000)])
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        written(tmp_path, data)
    assert refused.value.status == "unknown-type"


@given(st.binary(min_size=1, max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_text_or_refused(tmp_path: Path, data: bytes) -> None:
    try:
        report = written(tmp_path, data)
    except Unreadable as refused:
        assert refused.message.endswith("。") and refused.message.count("。") == 1
    else:
        assert report.text.strip() and "\x00" not in report.text and "\r" not in report.text
