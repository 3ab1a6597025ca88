"""Word: paragraphs in order, automatic numbers, tables with merged cells, bombs refused. The files are made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.readers import package, read
from extractor.readers.numbering import chinese
from extractor.report import Report, Unreadable

Level = tuple[str, str]  # w:numFmt, w:lvlText


def written(folder: Path, document: Any) -> Report:
    path = folder / "a.docx"
    document.save(str(path))
    return read(path)


def told(path: Path) -> str:
    """The text, or the sentence why there is none."""
    try:
        return read(path).text
    except Unreadable as refused:
        return refused.message


def made(*paragraphs: str) -> Any:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def rewritten(folder: Path, document: Any, change: Callable[[bytes], bytes]) -> Path:
    """The document with `change` applied to the bytes of word/document.xml."""
    source, path = io.BytesIO(), folder / "a.docx"
    document.save(source)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/document.xml" else data)
    return path


def add_list(document: Any, number: int, levels: list[Level], extra: str = "") -> None:
    """Defines list `number` with these levels in numbering.xml."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (style, pattern) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/>{extra}</w:num>')
    )


def in_list(document: Any, text: str, number: int, level: int = 0) -> None:
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(xml))


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    report = written(tmp_path, made("青禾县水利局2023年度部门决算", "", "一、总体情况", "收入总计1,234.50万元。"))
    assert report.text == "青禾县水利局2023年度部门决算\n一、总体情况\n收入总计1,234.50万元。"
    assert (report.format, report.hard_lines, report.pages) == ("docx", True, ())
    assert report.title == "青禾县水利局2023年度部门决算"


def test_the_document_property_is_the_title_if_it_names_a_report(tmp_path: Path) -> None:
    document = made("一、部门职责")
    document.core_properties.title = "附件样张"
    assert written(tmp_path, document).title is None
    document.core_properties.title = "青禾县水利局2023年度部门决算"
    assert written(tmp_path, document).title == "青禾县水利局2023年度部门决算"


def test_automatic_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document, 71, [("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3.")])
    for text, level in [
        ("总体情况", 0),
        ("收入", 1),
        ("支出", 1),
        ("人员经费", 2),
        ("公用经费", 2),
        ("三公经费", 0),
        ("接待", 1),
    ]:
        in_list(document, text, 71, level)
    lines = ["一、总体情况", "（一）收入", "（二）支出", "1. 人员经费", "2. 公用经费", "二、三公经费", "（一）接待"]
    assert written(tmp_path, document).text.split("\n") == lines


@pytest.mark.parametrize(
    ("style", "pattern", "labels"),
    [
        ("japaneseCounting", "第%1部分", ["第一部分 甲", "第二部分 甲"]),
        ("decimal", "(%1)", ["(1) 甲", "(2) 甲"]),
        ("decimal", "（%1）", ["（1）甲", "（2）甲"]),
        ("decimalEnclosedCircle", "%1", ["① 甲", "② 甲"]),
        ("decimalFullWidth", "%1．", ["１．甲", "２．甲"]),
        ("upperRoman", "%1.", ["I. 甲", "II. 甲"]),
        ("lowerLetter", "%1)", ["a) 甲", "b) 甲"]),
        ("bullet", "\uf06c", ["甲", "甲"]),
        ("none", "", ["甲", "甲"]),
    ],
)
def test_number_formats(tmp_path: Path, style: str, pattern: str, labels: list[str]) -> None:
    document = docx.Document()
    add_list(document, 71, [(style, pattern)])
    in_list(document, "甲", 71)
    in_list(document, "甲", 71)
    assert written(tmp_path, document).text.split("\n") == labels


def test_two_lists_of_one_definition_go_on_counting_unless_told_to_start_again(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document, 71, [("decimal", "%1、")])
    root = document.part.numbering_part.element
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, extra in ((72, ""), (73, start)):
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="71"/>{extra}</w:num>'))
    for number in (71, 72, 73):
        in_list(document, "甲", number)
    assert written(tmp_path, document).text == "1、甲\n2、甲\n1、甲"


def test_numbers_from_a_style(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document, 71, [("chineseCounting", "%1、")])
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="71"/></w:numPr>'))
    document.add_heading("总体情况", 1)
    document.add_paragraph("收入总计。")
    document.add_heading("收入情况", 1)
    assert written(tmp_path, document).text == "一、总体情况\n收入总计。\n二、收入情况"


@given(st.integers(1, 9999))
def test_chinese_numbers_read_back(number: int) -> None:
    """Against an independent reading: digit times unit, added up."""
    units, total, digit = {"十": 10, "百": 100, "千": 1000}, 0, 0
    for character in chinese(number):
        if character in units:
            total += (digit or 1) * units[character]
            digit = 0
        elif character != "零":
            digit = "〇一二三四五六七八九".index(character)
    assert total + digit == number


def test_tables_stand_in_the_flow(tmp_path: Path) -> None:
    document = made("表1 收入决算表")
    table = document.add_table(3, 3)
    for row, texts in enumerate([("项目", "金额", ""), ("", "决算数", "预算数"), ("财政拨款收入", "1,200.00", "")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.add_paragraph("二、支出")
    report = written(tmp_path, document)
    (found,) = report.tables
    assert found.cells == (("项目", "金额", None), (None, "决算数", "预算数"), ("财政拨款收入", "1,200.00", ""))
    assert found.caption == "表1 收入决算表"
    assert report.text[found.start : found.end] == "项目\t金额\t\n\t决算数\t预算数\n财政拨款收入\t1,200.00\t"
    assert report.text.endswith("\n二、支出")


CELLS = st.lists(st.lists(st.text(alphabet="收支1.,\t\n ", max_size=5), min_size=2, max_size=4), min_size=1, max_size=4)


@given(CELLS, CELLS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_tables_span_holds_its_cells(tmp_path: Path, first: list[list[str]], second: list[list[str]]) -> None:
    document = made("一、说明")
    for cells in (first, second):
        table = document.add_table(len(cells), max(map(len, cells)))
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        document.add_paragraph("表后一行")
    report = written(tmp_path, document)
    for found in report.tables:
        rows = report.text[found.start : found.end].split("\n")
        assert [tuple(row.split("\t")) for row in rows] == [tuple(cell or "" for cell in row) for row in found.cells]


def test_a_frame_of_one_cell_is_running_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "一、总体情况\n收入总计12万元。"
    report = written(tmp_path, document)
    assert report.tables == () and report.text == "一、总体情况\n收入总计12万元。"


PARAGRAPH = """<w:p {ns}>
<w:r><w:t>收入</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>总计</w:t></w:r></w:ins>
<w:del w:id="2" w:author="a"><w:r><w:delText>作废</w:delText></w:r></w:del>
<w:hyperlink><w:r><w:t>12</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>
<w:r><w:noBreakHyphen/><w:t>13万元</w:t><w:br/><w:t>下一行</w:t></w:r></w:p>"""


def test_what_is_shown_is_stored(tmp_path: Path) -> None:
    """Insertions, links and line breaks are shown; deletions and field codes are not."""
    document = docx.Document()
    document.element.body.insert(0, parse_xml(PARAGRAPH.format(ns=nsdecls("w"))))
    assert written(tmp_path, document).text == "收入总计12-13万元\n下一行"


def test_content_controls_and_text_boxes_are_opened_once(tmp_path: Path) -> None:
    inside = "<w:txbxContent><w:p><w:r><w:t>2023年度部门决算</w:t></w:r></w:p></w:txbxContent>"
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = (
        f'<w:p {nsdecls("w")} {compatible}><w:r><mc:AlternateContent><mc:Choice Requires="wps">{inside}</mc:Choice>'
        f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>青禾县水利局</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document = docx.Document()
    document.element.body.insert(0, parse_xml(box))
    document.element.body.insert(0, parse_xml(control))
    assert written(tmp_path, document).text == "青禾县水利局\n2023年度部门决算"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = rewritten(tmp_path, made("决算"), lambda data: data + b" " * (package.LARGEST_PART + 1))
    assert path.stat().st_size < 2**20
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert refused.value.status == "too-large" and "解压" in refused.value.message


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """A thousand million laughs stay one: entities of the file's own are left unresolved."""
    laughs = b'<!ENTITY a "' + b"ha" * 10 + b'">'
    for above, name in zip(b"abcdefgh", b"bcdefghi", strict=True):
        laughs += f'<!ENTITY {chr(name)} "{f"&{chr(above)};" * 10}">'.encode()
    path = rewritten(
        tmp_path,
        made("决算LAUGH说明"),
        lambda data: data.replace(b"<w:document", b"<!DOCTYPE x [" + laughs + b"]><w:document", 1).replace(
            b"LAUGH", b"&i;"
        ),
    )
    assert "haha" not in told(path)


def test_outside_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("密语", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]><w:document'.encode()
    path = rewritten(
        tmp_path,
        made("决算SECRET说明"),
        lambda data: data.replace(b"<w:document", entity, 1).replace(b"SECRET", b"&s;"),
    )
    assert "密语" not in told(path)


def test_broken_xml_is_damaged(tmp_path: Path) -> None:
    path = rewritten(tmp_path, made("决算"), lambda data: data[: len(data) // 2])
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert refused.value.status == "damaged"


def test_a_document_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        written(tmp_path, docx.Document())
    assert refused.value.status == "empty"
