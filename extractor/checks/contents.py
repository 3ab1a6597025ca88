"""What sections hold and lists name: sections without what they are there for, items listed whose amount is zero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extractor.checks.material import NOTE, WARNING, Doubt, Material, Span
from extractor.lexicon import load
from extractor.report import Section

_LONGEST = 2000  # characters of a section that is there for one thing


def contents(material: Material) -> Iterator[Doubt]:
    """Every section and list that lacks or says too much."""
    for section in material.extraction.sections:
        for title, rule in _rules() if section.end - section.start < _LONGEST else ():
            if title.search(section.title):
                yield from _section(material, section, rule)
    yield from _listed(material)
    yield from _purpose(material)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    return tuple((re.compile(rule["section"]), rule) for rule in load("checks")["content"])


def _section(material: Material, section: Section, rule: dict[str, str]) -> Iterator[Doubt]:
    whole = re.sub(r"\s", "", material.text[section.start : section.end])
    body = whole.split(section.title, 1)[-1]
    if not body:
        return
    wrong = not re.search(rule["holds"], body) if "holds" in rule else bool(re.search(rule["lacks"], body))
    if not wrong or ("unless" in rule and _present(material, rule["unless"])):
        return
    message = rule["message"].format(title=section.title)
    yield Doubt("章节内容", rule["severity"], message, ((section.start, section.end),), rule["expected"], body[:60])


def _present(material: Material, table: str) -> bool:
    return any(one.target is not None for one in material.extraction.indicators) or any(
        cell.table == table for cell in material.cells
    )


def _listed(material: Material) -> Iterator[Doubt]:
    """主要包括：…奖金…, where the table of basic expenditure prints 0.00 for it."""
    zero: dict[str, Span] = {}
    spent: set[str] = set()
    for cell in material.cells:
        if cell.code and cell.code[0] == "3" and len(cell.code) == 5 and cell.year == material.year:
            name = cell.subject.rsplit("/", 1)[-1]
            if Decimal(cell.value) == 0:
                zero[name] = (cell.start, cell.end)
            else:
                spent.add(name)
    text = material.flow.text
    for match in re.finditer(
        r"(?P<who>人员经费|公用经费)[^。；]{0,20}?主要(?:包括|用于)：?(?P<list>[^。；]{6,400})", text
    ):
        named = [(one, _bare(one[0])) for one in _names(match)]
        empty = [(place, name) for (_, place), name in named if name in zero and name not in spent]
        if empty and len(empty) < len(named) / 2:
            names = "、".join(name for _, name in empty)
            spans = tuple(material.flow.stored(*place) for place, _ in empty)
            message = f"正文把{names}列为{match['who']}的组成，基本支出决算表中均为0。"
            yield Doubt("明细为零", WARNING, message, (*spans, *(zero[name] for _, name in empty)), "0.00", names)


def _names(match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    for name in re.finditer(r"[^、，]+", match["list"]):
        start = match.start("list") + name.start()
        yield name[0].strip("等"), (start, start + len(name[0]))


def _bare(name: str) -> str:
    return name if name.endswith(("其他工资福利支出", "其他商品和服务支出")) else name.removesuffix("支出")


def _purpose(material: Material) -> Iterator[Doubt]:
    """An item said to be for basic expenditure only, of which the table prints project expenditure."""
    projects = {
        cell.code: cell
        for cell in material.cells
        if cell.code and (cell.column or "").endswith("项目支出") and Decimal(cell.value) > 0
    }
    told = set()
    for item in material.narrative:
        code = material.codes.get(item.subject) or item.code
        if code not in projects or code in told or "/" not in item.subject:
            continue
        clause = re.sub(r"\s", "", material.text[item.start : item.end + 80]).split("。")[0]
        if re.search(r"主要(?:是)?用于[^，；]{0,24}基本支出$", clause):
            told.add(code)
            cell = projects[code]
            name = item.subject.rsplit("/", 1)[-1]
            message = f"{name}正文只说用于基本支出，{cell.table}中另有项目支出{cell.value}{cell.unit or ''}。"
            spans = ((item.start, item.end), (cell.start, cell.end))
            yield Doubt("支出用途", NOTE, message, spans, f"项目支出{cell.value}", "基本支出")
