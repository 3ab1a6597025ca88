"""How a table is laid out: where its header ends, what every column is, and which columns belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.tables.grid import Grid, Place, number
from extractor.lexicon import load

_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_HAN = re.compile(r"[一-龥]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `kind` is value, name, code, owner (whose row it is) or other; `labels` are its headers from the top.

    `path` is what of them tells the column from the others, joined by `/`.
    """

    index: int
    kind: str
    labels: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Block:
    """Columns that belong together: codes and names of rows, and the values beside them. `side` is 收入, 支出 or ""."""

    codes: tuple[Column, ...]
    name: Column | None
    owner: Column | None
    values: tuple[Column, ...]
    side: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid understood: its rows of values begin at `body`."""

    grid: Grid
    body: int
    blocks: tuple[Block, ...]


def lay_out(grid: Grid) -> Layout | None:
    """The layout of a grid, None where it holds no numbers."""
    first = next((row for row in range(grid.top, len(grid.texts)) if _has_numbers(grid, row)), None)
    if first is None:
        return None
    body = _header_end(grid, first)
    header = [row for row in range(grid.top, body) if not is_numbering(grid, row)]
    columns = _columns(grid, header, body)
    return Layout(grid, body, tuple(_blocks(columns)))


def is_numbering(grid: Grid, row: int) -> bool:
    """Whether a row numbers the columns: 栏次, 甲, 1, 2, 3, 4=5+6."""
    words = [word for word in grid.words(row) if not _pattern("code").search(word)]
    if not words or not all(_pattern("numbering").search(word) for word in words):
        return False
    counted = [int(word) for word in words if word.isdigit()]
    in_order = counted == list(range(counted[0], counted[0] + len(counted))) if counted else False
    return in_order and counted[0] <= 2 and (len(counted) > 1 or not words[0].isdigit())


def _has_numbers(grid: Grid, row: int) -> bool:
    return not is_numbering(grid, row) and any(number(word) is not None for word in grid.words(row))


def _header_end(grid: Grid, first: int) -> int:
    """The row after the last one, before the first numbers, that labels a column of numbers."""
    counting = [
        column
        for column in range(grid.width)
        if any(number(grid.own(row, column)) is not None for row in range(first, len(grid.texts)))
    ]
    end = grid.top
    for row in range(grid.top, first):
        if is_numbering(grid, row) or any(_labels(grid, row, column) for column in counting):
            end = row + 1
    return end


def _labels(grid: Grid, row: int, column: int) -> bool:
    text = grid.label(row, column)
    return bool(text) and _HAN.search(text) is not None


def _columns(grid: Grid, header: list[int], body: int) -> list[Column]:
    roots: list[list[Place]] = []
    for column in range(grid.width):
        path: list[Place] = []
        for row in header:
            place = grid.roots[row][column]
            if grid.label(row, column) and place not in path:
                path.append(place)
        roots.append(path)
    labels = [tuple(grid.own(*place) for place in path) for path in roots]
    kinds = [_kind(grid, column, labels[column], body) for column in range(grid.width)]
    values = [column for column in range(grid.width) if kinds[column] in ("value", "blank")]
    over_all = set.intersection(*(set(roots[column]) for column in values)) if values else set()
    made = []
    for column in range(grid.width):
        kept = [grid.own(*place) for place in roots[column] if place not in over_all] or list(labels[column][-1:])
        kind = "other" if kinds[column] == "blank" else kinds[column]
        made.append(Column(column, kind, labels[column], "/".join(kept)))
    return made


def _kind(grid: Grid, column: int, labels: tuple[str, ...], body: int) -> str:
    cells = [grid.own(row, column) for row in range(body, len(grid.texts)) if not is_numbering(grid, row)]
    numbers = [cell for cell in cells if number(cell) is not None]
    if labels and _pattern("ignored").search(labels[-1]):
        return "other"
    if labels and any(_pattern("owner").search(label) for label in labels):
        return "owner"
    if any(_pattern("code").search(label) for label in labels[-2:]) or _coded(labels, numbers):
        return "code"
    if sum(_HAN.search(cell) is not None for cell in cells) > len(numbers):
        return "name"
    return "value" if numbers else "blank"


def _coded(labels: tuple[str, ...], numbers: list[str]) -> bool:
    """Whether the numbers of a column that no label calls so are codes: each begins with another one."""
    if len(numbers) < 2 or not all(_CODE.fullmatch(code) for code in numbers):
        return False
    return any(a != b and b.startswith(a) for a in numbers for b in numbers) and not (labels and "数" in labels[-1])


def _blocks(columns: list[Column]) -> list[Block]:
    """A block ends where names or codes begin again after values."""
    groups: list[list[Column]] = [[]]
    for column in columns:
        if column.kind in ("name", "code") and any(c.kind == "value" for c in groups[-1]):
            groups.append([])
        groups[-1].append(column)
    return [_block(group, len(groups) > 1) for group in groups]


def _block(group: list[Column], divided: bool) -> Block:
    values = tuple(c for c in group if c.kind == "value")
    names = [c for c in group if c.kind == "name"]
    top = values[0].labels[0] if values and values[0].labels else ""
    side = next((side for side in ("收入", "支出") if side in top), "") if divided else ""
    return Block(
        codes=tuple(c for c in group if c.kind == "code"),
        name=names[-1] if names else None,
        owner=next((c for c in group if c.kind == "owner"), None),
        values=values,
        side=side,
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("tables")["columns"][name])
