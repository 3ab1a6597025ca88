"""What the labels of a performance form say: which column is what, which entry stands behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from extractor.facts.tables.grid import Grid, number
from extractor.lexicon import load

LONGEST = 24  # characters: a longer cell is no label
_BRACKETED = re.compile(r"[（(\[【][^（）()]*[）)\]】]$")
_CODED = re.compile(r"^\d[\dA-Z]{7,}[-—_ ]*(?=\D)")
_INDICATORS = ("indicator", "target", "actual", "level2")


@dataclass(frozen=True, slots=True)
class Header:
    """The rows `first_row` to before `body`; `columns` are those of each part of a form, from the left."""

    first_row: int
    body: int
    columns: dict[str, list[int]] = field(default_factory=dict)

    def first(self, part: str) -> int | None:
        """The leftmost column of a part."""
        return next(iter(self.columns.get(part, ())), None)


def words(name: str) -> Any:
    """One list or table of `[form]` in tables.toml."""
    return load("tables")["form"][name]


@lru_cache(maxsize=4096)  # every cell of a text is asked about several times
def part_of(label: str) -> str | None:
    """The part of a form that a label heads, None where it heads none.

    >>> part_of("年度指标值"), part_of("全年执行数（B）"), part_of("得分系数（%）")
    ('target', 'executed', 'ignored')
    """
    if not label or len(label) > LONGEST or not _any_part().search(label):
        return None
    return next((name for name, pattern in _parts() if pattern.search(label)), None)


def indicator_header(grid: Grid, first: int, last: int) -> Header | None:
    """The header above the indicators in rows `first` to `last`: their names, and targets or actuals."""
    for row in range(first, last):
        found = _columns(grid, row, row)
        if ("indicator" in found or "either" in found or "level2" in found) and {"target", "actual"} & found.keys():
            end = row
            while end + 1 < last and _goes_on(grid, end + 1):
                end += 1
            columns = _this_year(grid, _columns(grid, row, end), row, end)
            for other in ("either", "level2"):
                if "indicator" not in columns and other in columns:
                    columns["indicator"] = columns[other]
            return Header(row, end + 1, columns) if "indicator" in columns else None
    return None


def money_header(grid: Grid, first: int, last: int) -> Header | None:
    """The header above a form's money: what was spent, and what was budgeted."""
    for row in range(first, last):
        found = _columns(grid, row, row)
        if "executed" in found and {"budget", "planned", "initial"} & found.keys():
            return Header(row, row + 1, found)
    return None


def _columns(grid: Grid, first: int, last: int) -> dict[str, list[int]]:
    """The columns of each part by the lowest label above them that heads one, in the rows `first` to `last`."""
    found: dict[str, list[int]] = {}
    for column in range(grid.width):
        for row in range(last, first - 1, -1):
            label = grid.own(row, column) if first == last else grid.label(row, column)
            if part := part_of(label):
                found.setdefault(part, []).append(column)
                break
    return found


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether a row divides the header above it: labels of its own under a label that covers several."""
    own = grid.words(row)
    return len(own) > 1 and all(part_of(word) is not None for word in own)


def _this_year(grid: Grid, columns: dict[str, list[int]], first: int, last: int) -> dict[str, list[int]]:
    """The columns without those of the long term, where a part has others."""
    longer = {
        column
        for column in range(grid.width)
        if any(_longer().search(grid.label(row, column)) for row in range(first, last + 1))
    }
    kept = {part: [c for c in at if c not in longer] or at for part, at in columns.items()}
    return {part: at if part in _INDICATORS else columns[part] for part, at in kept.items()}


def pairs(grid: Grid, row: int) -> Iterator[tuple[str, str]]:
    """Labels of a row with the cell behind each; of 项目名称：某某, in one cell, its two sides."""
    cells = grid.words(row)
    for cell in cells:
        name, colon, entry = cell.partition("：")
        if colon and entry and len(name) <= LONGEST:
            yield name, entry
    yield from ((label.rstrip("：:"), entry) for label, entry in pairwise(cells))


def labelled(grid: Grid, row: int, name: str) -> str | None:
    """The entry behind a label of a list in `[form]`, in a row."""
    found = (entry for label, entry in pairs(grid, row) if is_label(label, name) and part_of(entry) is None)
    return next(found, None)


def is_label(text: str, *lists: str) -> bool:
    """Whether a cell is one of the labels of these lists in `[form]`: 项目名称：, 自评总分（分）.

    >>> is_label("自评总分（分）", "scores")
    True
    """
    label = text.rstrip("：:")
    return any(label in words(name) or _BRACKETED.sub("", label) in words(name) for name in lists)


def uncoded(name: str) -> str:
    """A project's name without the code before it.

    >>> uncoded("51000022T000001234567-河道清淤")
    '河道清淤'
    """
    return _CODED.sub("", name)


def amount(cell: str) -> tuple[str, str | None] | None:
    """A figure of money or a rate and its unit, None where the cell holds none.

    >>> amount("9.60万元"), amount("95%"), amount("—")
    (('9.60', '万元'), ('95%', None), None)
    """
    if (plain := number(cell)) is not None:
        return plain, None
    match = re.fullmatch(rf"(.+?){words('money')}", cell)
    plain = number(match[1]) if match else None
    return (plain, match[2]) if match and plain is not None and not plain.endswith("%") else None


def unit_of(label: str) -> str | None:
    """The unit of money that a label gives in brackets.

    >>> unit_of("项目资金（万元）"), unit_of("得分（分）")
    ('万元', None)
    """
    match = re.search(rf"[（(]{words('money')}[）)]", label)
    return match[1] if match and any(said in label for said in words("about_money")) else None


def points(cell: str) -> str | None:
    """A score or a weight: 10, 10分, 10%."""
    found = number(cell.strip("（）()").removesuffix("分"))
    return found.removesuffix("%") if found else None


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in words("columns").items())


@cache
def _any_part() -> re.Pattern[str]:
    """What any part has: as a rule a cell heads none, and one search tells so."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _parts()))


@cache
def _longer() -> re.Pattern[str]:
    return re.compile(words("longer"))
