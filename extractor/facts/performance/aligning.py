"""Cells put under the columns of a form: the likeliest way, as merged and empty cells are missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from extractor.facts.performance.cells import Cell
from extractor.facts.performance.words import comparator_words, compiled, either
from extractor.facts.tables.form_labels import amount, part_of, points
from extractor.facts.tables.targets import NOTHING, value

Row = tuple[Cell | None, ...]

_HAN = re.compile(r"[一-龥]")
_LEVELS = re.compile(
    r"(?:.{0,8}(?:产出|效益|效果|满意度|成本|决策|过程|履职|管理|投入)[一-龥]{0,4}指标|产出|效益|效果|满意度|成本|决策|过程|履职|管理|投入)"
    r"(?:[（(]\d+分?[）)])?"
)
_OUTER = re.compile(
    r"(?:产出|效益|效果|满意度|成本|决策|过程|履职|管理|投入)[一-龥]{0,2}(?:指标)?(?:[（(]\d+分?[）)])?"
)
_FILLER = re.compile(r"(?:指标\d+[：:]?)?[….\s]*")
_NEVER = 99.0
_WORST = 3.0  # the cost of a row above which its cells do not stand as the header says
# What it costs to leave a column without a cell: merged levels and empty reasons are often missing, names never.
_LEFT_OUT = {
    "level1": 0.1, "level2": 0.2, "reason": 0.2, "unit": 0.6, "sign": 0.8, "adjusted": 0.3, "ignored": 0.7,
    "planned": 0.4, "label": 0.1, "indicator": _NEVER, "either": _NEVER, "name": _NEVER,
}  # fmt: skip
_USUAL = 1.2


def one_row(cells: Sequence[Cell], parts: Sequence[str], worst: float = _WORST) -> Row | None:
    """Cells that are a row, each under one of the columns of `parts`; None where that costs more than `worst`."""
    found = rows(cells, parts, wraps=False, worst=worst)
    return found[0] if found else None


def rows(cells: Sequence[Cell], parts: Sequence[str], wraps: bool = True, worst: float = _WORST) -> list[Row]:
    """Cells that follow one another put into rows, from the first on as far as they fit under `parts`.

    `wraps`: a row may follow a row; else all of them are one.
    """
    width = len(parts)
    skip = [_LEFT_OUT.get(part, _USUAL) for part in parts]
    between = [[sum(skip[a + 1 : b]) for b in range(width + 1)] for a in range(-1, width)]  # [column + 1][next]
    costs: list[list[float]] = []
    came: list[list[tuple[int, bool]]] = []
    for at, cell in enumerate(cells):
        here, back = [_NEVER] * width, [(-1, True)] * width
        for column, part in enumerate(parts):
            own = _cost(part, cell.text)
            if own >= _NEVER:
                continue
            ways = [(between[0][column], -1, True)] if at == 0 else _ways(costs[-1], between, column, width, wraps)
            cost, before, begins = min(ways, default=(_NEVER, -1, True))
            if cost + own < _NEVER:
                here[column], back[column] = cost + own, (before, begins)
        if min(here) >= _NEVER:
            break
        costs.append(here)
        came.append(back)
    if not wraps and len(costs) < len(cells):
        return []
    for last in range(len(costs) - 1, -1, -1):
        ends = [(costs[last][column] + between[column + 1][width], column) for column in range(width)]
        cost, column = min(ends)
        if cost < _NEVER:
            return _sound(_traced(cells, came, last, column, width), parts, skip, worst)
        if not wraps:
            break
    return []


def _ways(
    above: Sequence[float], between: Sequence[Sequence[float]], column: int, width: int, wraps: bool
) -> list[tuple[float, int, bool]]:
    """The costs of coming to a column from each column of the cell before it, in the same row or in a new one."""
    ways = []
    for before, cost in enumerate(above):
        if cost >= _NEVER:
            continue
        if before < column:
            ways.append((cost + between[before + 1][column], before, False))
        if wraps:
            ways.append((cost + between[before + 1][width] + between[0][column], before, True))
    return ways


def _traced(
    cells: Sequence[Cell], came: Sequence[Sequence[tuple[int, bool]]], last: int, column: int, width: int
) -> list[list[Cell | None]]:
    found: list[list[Cell | None]] = [[None] * width]
    for at in range(last, -1, -1):
        found[0][column] = cells[at]
        column, begins = came[at][column]
        if begins and at:
            found.insert(0, [None] * width)
    return found


def _sound(found: list[list[Cell | None]], parts: Sequence[str], skip: Sequence[float], worst: float) -> list[Row]:
    """The rows up to the first one whose cells do not look like those of its columns."""
    kept: list[Row] = []
    for row in found:
        cost = sum(
            skip[n] if cell is None else _cost(part, cell.text)
            for n, (part, cell) in enumerate(zip(parts, row, strict=True))
        )
        if cost > worst:
            break
        kept.append(tuple(row))
    return kept


def _cost(part: str, text: str) -> float:
    """How unlikely a cell of a column holds this: 0 for what it should hold, _NEVER for what it cannot."""
    if not text or text in NOTHING:
        if text and _HAN.search(text) and part != "reason":
            return 0.5
        return {"indicator": 0.8, "either": 0.8, "name": _NEVER, "level1": 0.05, "level2": 0.05}.get(part, 0.02)
    return _COSTS.get(part, _any)(text)


def is_filler(text: str) -> bool:
    """Whether a cell only keeps a place: 指标2：, ……."""
    return bool(text) and _FILLER.fullmatch(text) is not None


def is_kind(text: str) -> bool:
    """Whether a cell is a level of indicators: 数量指标, 产出指标（50分）."""
    return _is_type(text) or _LEVELS.fullmatch(text) is not None


def without_empty_levels(cells: Sequence[Cell]) -> list[Cell]:
    """Cells without the levels that no indicator follows: 生态效益指标 right before 满意度指标 of the next level."""
    kinds = [_LEVELS.fullmatch(cell.text) is not None for cell in cells] + [False, False]
    kept = []
    for at, cell in enumerate(cells):
        inner = not _OUTER.fullmatch(cell.text)
        if not (kinds[at] and kinds[at + 1] and (kinds[at + 2] or inner)):
            kept.append(cell)
    return kept


@cache
def _is_type(text: str) -> bool:
    pattern = rf"(?:{either('type_markers')})(?:类)?(?:指标)?(?:[（(]\d+分?[）)])?"
    return compiled(pattern).fullmatch(text) is not None


def _level(text: str) -> float:
    if is_kind(text):
        return 0.0
    return 1.3 if _HAN.search(text) and len(text) <= 10 and value(text).comparator is None else _NEVER


def _level1(text: str) -> float:
    return 0.4 if _is_type(text) and not _LEVELS.fullmatch(text) else _level(text)


def _level2(text: str) -> float:
    return 0.0 if _is_type(text) else _level(text) + (0.3 if _LEVELS.fullmatch(text) else 0.0)


def _name(text: str) -> float:
    if not _HAN.search(text) or points(text) is not None or part_of(text) == "indicator":
        return _NEVER
    level = is_kind(text) * (2.0 if "指标" in text else 1.2)
    return level + 1.5 * (value(text).comparator is not None) + (len(text) > 40) + 2.0 * ("。" in text)


def _sign(text: str) -> float:
    return 0.0 if compiled(rf"{comparator_words()}|[定正反].{{1,3}}").fullmatch(text) else _NEVER


def _unit(text: str) -> float:
    if text == "%" or compiled(rf"[万亿千百]?(?:{either('units')})(?:[/·][一-龥]+)?").fullmatch(text):
        return 0.0
    return 0.9 if len(text) <= 5 and not re.search(r"\d", text) and not is_kind(text) else _NEVER


def _figure(text: str) -> float:
    if value(text).comparator is not None:
        return 0.0
    return _NEVER if is_kind(text) else 0.2 + 0.02 * min(len(text), 60)


def _points(text: str) -> float:
    return 0.0 if points(text) is not None else _NEVER


def _money(text: str) -> float:
    found = amount(text)
    return 0.0 if found is not None and not found[0].endswith("%") else _NEVER


def _rate(text: str) -> float:
    found = amount(text)
    return _NEVER if found is None else 0.0 if found[0].endswith("%") else 0.3


def _why(text: str) -> float:
    if is_kind(text):
        return _NEVER
    return 0.1 if _HAN.search(text) else 0.3


def _any(text: str) -> float:
    return 1.0 if is_kind(text) else 0.3


def _label(text: str) -> float:
    return _NEVER if amount(text) is not None else 1.0 if is_kind(text) else 0.0


_COSTS: dict[str, Callable[[str], float]] = {
    "level1": _level1, "level2": _level2, "indicator": _name, "either": _name, "sign": _sign, "unit": _unit,
    "target": _figure, "adjusted": _figure, "actual": _figure, "full_score": _points, "score": _points, "reason": _why,
    "initial": _money, "budget": _money, "planned": _money, "executed": _money, "rate": _rate, "label": _label,
    "name": _name,
}  # fmt: skip
