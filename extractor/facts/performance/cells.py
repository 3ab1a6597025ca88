"""The cells of a text that lost its tables' lines: set apart by tabs, bars or spaces, or one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_BETWEEN = re.compile(r"\t|[ 　]*[|｜][ 　]*|[ 　]{2,}")
_BLANK = re.compile(r"[ 　]+")


class Cell(NamedTuple):  # made by the hundred thousand, as mentions are
    """A cell without its spaces, its span of the stored text, and the line that it stands on."""

    text: str
    start: int
    end: int
    line: int


def lines_of(text: str, inside: Sequence[tuple[int, int]]) -> list[list[Cell]]:
    """The cells of every line that is not blank; lines in one of the spans `inside` are left out."""
    found = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip() and not any(first <= start < last for first, last in inside):
            found.append(list(_split(line, start, number, _BETWEEN)))
        start += len(line) + 1
    return found


def apart(line: Sequence[Cell], text: str) -> list[Cell]:
    """The cells of a line divided at single spaces too."""
    return [
        piece
        for cell in line
        for piece in (_split(text[cell.start : cell.end], cell.start, cell.line, _BLANK) if cell.text else (cell,))
    ]


def several(cell: Cell, text: str) -> bool:
    """Whether a cell falls apart into three or more at single spaces: no line of fewer columns is a header."""
    return len(_BLANK.findall(text, cell.start, cell.end)) > 1


def _split(line: str, start: int, number: int, between: re.Pattern[str]) -> Iterator[Cell]:
    cuts = [m.span() for m in between.finditer(line.rstrip(" 　"))]
    if not cuts:
        yield _cell(line, start, number)
        return
    edges = [(0, 0), *cuts, (len(line), len(line))]
    barred = "|" in line or "｜" in line
    pieces = [(a[1], b[0]) for a, b in pairwise(edges)]
    for place, (begin, end) in enumerate(pieces):
        body = line[begin:end]
        if barred and not body.strip() and place == len(pieces) - 1 and len(pieces) > 1:
            continue  # what stands behind the last bar
        yield _cell(body, start + begin, number)


def _cell(body: str, start: int, number: int) -> Cell:
    left = len(body) - len(body.lstrip())
    return Cell("".join(body.split()), start + left, start + len(body.rstrip()), number)
