"""Years that are not the report's: comparisons with another year than the last, dates and headings of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.material import ERROR, NOTE, WARNING, Doubt, Material
from extractor.checks.wording import quoted
from extractor.lexicon import load


def years(material: Material) -> Iterator[Doubt]:
    """The years of the running text that cannot be meant."""
    year, kind = material.year, material.extraction.kind
    if year is None or kind not in ("决算", "预算"):
        return
    yield from _compared(material, year)
    if kind == "决算":
        yield from _closing(material, year)
    yield from _headings(material, year)
    yield from _yearly(material, year)


def _compared(material: Material, year: int) -> Iterator[Doubt]:
    """与2022年相比, in the report of 2022 or of 2024. One doubt a year."""
    text = material.flow.text
    words = load("checks")["years"]
    for wrong, places in _by_year(words["compared"], text, (year - 1,)).items():
        if wrong == year and material.extraction.kind == "决算":  # an outturn may be compared with its own budget
            places = [place for place in places if not re.match(words["own"], text[place[1] :])]
        if not places:
            continue
        if wrong == year and material.extraction.kind == "决算" and _about_next(text, places):
            continue
        if wrong < year - 2:
            continue  # a comparison with a year long gone may be meant
        spans = tuple(material.flow.stored(*place) for place in places)
        message = f"{year}年度的报告与{wrong}年比较：“{quoted(text, *places[0])}”，上年应为{year - 1}年。"
        yield Doubt("年度", ERROR if wrong == year else WARNING, message, spans, f"{year - 1}年", f"{wrong}年")


def _about_next(text: str, places: list[tuple[int, int]]) -> bool:
    return any("下年" in text[max(0, start - 40) : start] for start, _ in places)


def _closing(material: Material, year: int) -> Iterator[Doubt]:
    """截至2022年12月31日, in the 决算 of 2023."""
    text = material.flow.text
    for wrong, places in _by_year(load("checks")["years"]["closing"], text, (year,)).items():
        if abs(wrong - year) > 1:
            continue
        spans = tuple(material.flow.stored(*place) for place in places)
        message = f"{year}年度决算的截止日期写成{wrong}年：“{quoted(text, *places[0])}”。"
        yield Doubt("年度", WARNING, message, spans, f"{year}年12月31日", f"{wrong}年")


def _headings(material: Material, year: int) -> Iterator[Doubt]:
    """Titles that name another year than most titles do."""
    pattern = re.compile(load("checks")["years"]["heading"])
    named = [(one, int(m["year"])) for one in material.extraction.sections if (m := pattern.search(one.title))]
    if sum(found == year for _, found in named) < 2:
        return
    for section, wrong in named:
        if wrong != year and len(section.title) <= 40:
            line = material.text.find("\n", section.start)
            span = (section.start, min(section.end, line if line >= 0 else section.end))
            message = f"标题“{section.title}”写的是{wrong}年，本报告是{year}年。"
            yield Doubt("年度", WARNING, message, (span,), f"{year}年", f"{wrong}年")


def _yearly(material: Material, year: int) -> Iterator[Doubt]:
    """A project of this year that rests on a list of tasks of another year."""
    words = load("checks")["years"]
    text = material.flow.text
    for wrong, places in _by_year(words["yearly"], text, (year,)).items():
        stored = [material.flow.stored(*place) for place in places]
        within = [s for s in stored if any(t in words["yearly_section"] for t in material.titles(s[0]))]
        if within:
            message = f"{year}年度项目的立项依据是{wrong}年的文件：“{quoted(text, *places[0])}”。"
            yield Doubt("年度", NOTE, message, tuple(within), f"{year}年", f"{wrong}年")


def _by_year(pattern: str, text: str, right: tuple[int, ...]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for match in re.finditer(pattern, text):
        if int(match["year"]) not in right:
            found.setdefault(int(match["year"]), []).append(match.span("year"))
    return found
