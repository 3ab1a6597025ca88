"""A PDF page with tables as it is printed: its characters in lines, its grids of cells and what stands in each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from statistics import median
from typing import NamedTuple

import pypdfium2

from extractor.readers.clean import clean_pdf
from extractor.readers.pdf_chars import Box as CharBox
from extractor.readers.pdf_chars import Char, Uncertain, printed
from extractor.readers.pdf_grid import Box, Row, grids
from extractor.readers.pdf_lines import lines

_SAME_LINE = 0.45  # of a character's height: some programs print digits as much lower than the characters beside them
_UNSURE_LINE = 0.33, 0.57  # of the height: whether it is the same line depends on how a font's height is counted
_UNSURE_ROW = 0.25  # of the height: so far off may the middle of a character be, whose font tells no height
_UNSURE_COLUMN = 0.1  # of the height: or no width
_PAGE_NUMBER = re.compile(r"第?\s*\d+\s*页|共\s*\d+\s*页|[-—–/·.\s\d]+")

_down = attrgetter("down")
_left = attrgetter("left")
_across = attrgetter("across")


class Printed(NamedTuple):
    """A line of print: the height of its middle, in points, and its text."""

    down: float
    text: str


class Cell(NamedTuple):
    """A cell: its left and right side, in points, and the lines that stand in it, from the top."""

    left: float
    right: float
    lines: Sequence[Printed]


class Grid(NamedTuple):
    """A table on a page: its sides in points and its rows of cells."""

    left: float
    top: float
    right: float
    bottom: float
    rows: Sequence[Sequence[Cell]]


class Sheet:
    """The page `number` (1-based) with these characters and these tables, told by the rows of their cells' boxes.

    `clear`: no character stands so that its cell or its line depends on how the height of its font is counted.
    """

    def __init__(self, number: int, chars: Iterable[Char], tables: Iterable[Sequence[Row]]) -> None:
        self.number = number
        self._chars = sorted(chars, key=_down)
        self._downs = [char.down for char in self._chars]
        self._slack = _UNSURE_ROW * max((char.height for char in self._chars), default=0.0)
        self.clear = True
        self.grids = [self._grid(rows) for rows in tables]

    def before(self, down: float) -> int:
        """How many printed characters stand above this height."""
        return sum(not char.text.isspace() for char in self._chars[: bisect_left(self._downs, down)])

    def above(self, down: float) -> list[str]:
        """The lines above this height, without digits and spaces."""
        return [text for at, text in self._lines if at < down and text]

    def below(self, down: float) -> list[str]:
        """The lines below this height, without digits and spaces."""
        return [text for at, text in self._lines if at > down and text]

    @property
    def texts(self) -> list[str]:
        """All lines, without digits and spaces; some are empty."""
        return [text for _, text in self._lines]

    @cached_property
    def _lines(self) -> list[Printed]:
        return [Printed(at, _PAGE_NUMBER.sub("", text)) for at, text in _lines(self._chars)]

    def _grid(self, rows: Sequence[Row]) -> Grid:
        boxes = [box for row in rows for box in row]
        left, top, right, bottom = (
            pick(side) for pick, side in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
        )
        filled = [[cell for box, cell in sorted(self._cells(row), key=lambda pair: pair[0])] for row in rows]
        return Grid(left, top, right, bottom, filled)

    def _cells(self, row: Row) -> Iterator[tuple[Box, Cell]]:
        """The cells of a row with what stands in them: those of the same height together."""
        for (top, bottom), boxes in groupby(sorted(row, key=itemgetter(3)), key=itemgetter(1, 3)):
            chars = sorted(self._between(top - self._slack, bottom + self._slack), key=_across)
            middles = [char.across for char in chars]
            for box in boxes:
                left, right = box[0], box[2]
                first, last = bisect_left(middles, left - self._slack), bisect_left(middles, right + self._slack)
                about = chars[first:last]
                inside = [char for char in about if left <= char.across < right and top <= char.down < bottom]
                inside.sort(key=_down)
                self.clear = self.clear and not _at_sides(about, box) and not _at_odds(inside)
                yield box, Cell(box[0], box[2], _lines(inside))

    def _between(self, top: float, bottom: float) -> list[Char]:
        return self._chars[bisect_left(self._downs, top) : bisect_left(self._downs, bottom)]


def sheet_of(
    number: int, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, text: str, where: Sequence[CharBox]
) -> Sheet | None:
    """The page `number` of this text and these boxes of its characters, read by pdfium alone; None if it has no table.

    Raises `Uncertain` where pdfplumber might tell its tables otherwise.
    """
    tables = grids(lines(page))
    if not tables:
        return None
    if page.get_rotation() or len(text) != len(where):
        raise Uncertain
    chars = printed(textpage, text, where)
    sheet = Sheet(number, chars, tables)
    if not sheet.clear:
        raise Uncertain
    return sheet


def _at_sides(chars: Iterable[Char], box: Box) -> bool:
    """Whether the middle of a character is so near to a side of a cell that it may be meant on the other one."""
    left, top, right, bottom = box
    for text, _, across, down, height in chars:
        near, beside = _UNSURE_ROW * height, _UNSURE_COLUMN * height
        if (
            top - near < down < bottom + near
            and left - beside < across < right + beside
            and not (top + near <= down <= bottom - near and left + beside <= across <= right - beside)
            and not text.isspace()
        ):
            return True
    return False


def _at_odds(chars: Sequence[Char]) -> bool:
    """Whether characters, sorted by height, stand neither side by side nor below one another."""
    if not chars or chars[0].down == chars[-1].down:
        return False
    height = _height(chars)
    least, most = (share * height for share in _UNSURE_LINE)
    return any(least < below.down - above.down < most for above, below in pairwise(chars))


def _lines(chars: Sequence[Char]) -> list[Printed]:
    """The lines that characters, sorted by height, stand on, from the top."""
    lines = [(_middle(line), _text(line)) for line in _clusters(chars)]
    return [Printed(down, text) for down, text in lines if text]


def _clusters(chars: Sequence[Char]) -> Iterator[Sequence[Char]]:
    """The characters line by line: each at most a share of their height below the one before it."""
    if not chars:
        return
    begun = 0
    if chars[0].down != chars[-1].down:
        apart = _SAME_LINE * _height(chars)
        for at, (above, below) in enumerate(pairwise(chars), 1):
            if below.down - above.down > apart:
                yield chars[begun:at]
                begun = at
    yield chars[begun:]


def _height(chars: Sequence[Char]) -> float:
    return median(char.height for char in chars)


def _middle(line: Sequence[Char]) -> float:
    first, last = line[0].down, line[-1].down
    return first if first == last else median(char.down for char in line)


def _text(line: Iterable[Char]) -> str:
    text = "".join(char.text for char in sorted(line, key=_left))
    return (text if text.isascii() and text.isprintable() else clean_pdf(text)).strip()
