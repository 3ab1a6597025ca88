"""The cells of a text that lost its tables' lines: set apart by tabs, bars or spaces, or one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_BETWEEN = re.compile(r"\t|[ 　]*[|｜][ 　]*|[ 　]{2,}")
_BLANK = re.compile(r"[ 　]+")
_DIVIDES = re.compile(r"[\s|｜]")


class Cell(NamedTuple):  # made by the hundred thousand, as mentions are
    """A cell without its spaces, its span of the stored text, and the line that it stands on."""

    text: str
    start: int
    end: int
    line: int


def lines_of(text: str, inside: Sequence[tuple[int, int]]) -> list[list[Cell]]:
    """The cells of every line that is not blank; lines in one of the spans `inside` are left out."""
    return [list(_split(line, start, number, _BETWEEN)) for number, start, line in _lines(text, inside)]


def words_of(text: str, inside: Sequence[tuple[int, int]], longest: int) -> Iterator[set[str]]:
    """All that the cells of a line may say, of `longest` characters at most, however it is divided; line by line."""
    for _, _, line in _lines(text, inside):
        if _DIVIDES.search(line):
            pieces = (line, *_BETWEEN.split(line), *_BLANK.split(line))
            yield {word for piece in pieces if len(word := "".join(piece.split())) <= longest}
        else:
            yield {line} if len(line) <= longest else set()


def _lines(text: str, inside: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The number, the offset and the text of every line that is not blank and begins in none of the spans."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        if line and not line.isspace() and not (inside and any(first <= start < last for first, last in inside)):
            yield number, start, line
        start += len(line) + 1


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
