"""Which of the published tables a table is: by its title, above it or in its first rows, else by what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from extractor.facts.tables.contents import by_content
from extractor.facts.tables.entries import Entry, entries, key
from extractor.facts.tables.grid import Grid
from extractor.lexicon import load
from extractor.report import Report
from extractor.structure.flow import normalise
from extractor.structure.names import simplified

_LOOKED_AT = 6  # lines above a table, and rows at its beginning
# Of 100. Each of the 216 known wordings looked for among the others: at 85, 79 find their table and none a wrong one;
# at 75, 88 do, but a title nobody listed deserves more doubt than one that was.
_ALIKE = 85.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A table with what stands around it: which table it is (None: none that is known), its title, its unit of money.

    `above` are the lines above it, the nearest first.
    """

    grid: Grid
    entry: Entry | None
    title: str | None
    unit: str | None
    above: tuple[str, ...] = ()


def headings(report: Report, organisation: str | None) -> list[Heading]:
    """The report's tables, those that go on without a word between them joined, with their names and units."""
    grids: list[Grid] = []
    for table in sorted(report.tables, key=lambda t: t.start):
        grid = Grid.of(table, report)
        if grids and _goes_on(grids[-1], grid, report.text):
            grids[-1].append(grid)
        else:
            grids.append(grid)
    found = []
    end = 0
    for grid in grids:
        found.append(_heading(grid, _above(report, end, grid.start), organisation))
        end = max(end, grid.end)
    units = {heading.unit for heading in found if heading.unit}
    usual = units.pop() if len(units) == 1 else None
    return [replace(h, unit=h.unit or usual) for h in found]


def _goes_on(above: Grid, below: Grid, text: str) -> bool:
    """Whether a table is the rest of the one right above it: as wide, not a word between, no header of its own."""
    first = below.words(0) if below.texts else []
    return (
        above.width == below.width
        and not text[above.end : below.start].strip()
        and above.texts[0] != below.texts[0]
        and any(re.fullmatch(r"[\d,]+\.\d+", word) for word in first)
    )


def _above(report: Report, after: int, before: int) -> list[str]:
    """The last lines above a table, the nearest first: those of its page, or where it begins one, of the page before."""
    page = report.page_at(before)
    start = next((p.start for p in report.pages if p.number == page), 0)
    for first in (max(after, start), after):
        shown = [line.strip() for line in report.text[first:before].split("\n") if line.strip()]
        if shown:
            return shown[: -_LOOKED_AT - 1 : -1]
    return []


def _heading(grid: Grid, above: list[str], organisation: str | None) -> Heading:
    inside = ["".join(dict.fromkeys(grid.words(row))) for row in range(min(_LOOKED_AT, len(grid.texts)))]
    plain = [line for line in simplified(*(normalise(line) for line in above)) if line]
    entry, title = None, None
    for line in (*(line for line in inside if "表" in line), *_with_broken(plain)):
        entry = known(line, organisation)
        if entry is not None:
            title = line
            break
    entry = entry or by_content(grid)
    unit = next((m[1] for line in (*reversed(inside), *plain) if (m := _unit().search(line))), None)
    return Heading(grid, entry, title or (plain[0] if plain else None), unit, tuple(plain))


def _with_broken(lines: list[str]) -> Iterator[str]:
    """The lines, each followed by itself with the line above it: a title may be broken in two."""
    for first, second in zip(lines, [*lines[1:], ""], strict=False):
        yield first
        yield second + first


def known(line: str, organisation: str | None = None) -> Entry | None:
    """The table that a line names as its title, None where it names none.

    >>> known("附件2：2023年度部门收入决算表（公开02表）").name
    '收入决算表'
    """
    title = bare(line, organisation)
    if len(title) > load("tables")["title"]["longest"] or not title.endswith("表"):
        return None
    return entries().get(key(title)) or alike(title, entries())


def alike(title: str, among: Mapping[str, Entry]) -> Entry | None:
    """Of `among` (by their keys) the table whose name is most like `title` and has the same telling words."""
    squeezed, words = key(title), telling(title)
    near = ((fuzz.ratio(squeezed, other), -len(other), other) for other in among if _telling_of(other) == words)
    best = max(near, default=None)
    return among[best[2]] if best is not None and best[0] >= _ALIKE else None


def bare(line: str, organisation: str | None = None) -> str:
    """A title without year, organisation, number and unit."""
    words = load("tables")["title"]
    title = re.sub(r"^.{2,40}?(?=(?:19|20)\d\d年)", "", normalise(line).replace(" ", ""))
    if organisation:
        title = title.replace(normalise(organisation), "")
    while True:
        shorter = re.sub(words["after"], "", re.sub(words["before"], "", title))
        if shorter == title:
            return title
        title = shorter


def telling(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return _telling_of(key(title))


@cache
def _telling_of(squeezed: str) -> frozenset[str]:
    return frozenset(word for word in load("tables")["title"]["telling"] if key(word) in squeezed)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(load("tables")["around"]["unit"])
