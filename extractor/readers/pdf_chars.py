"""The characters of a PDF page and the boxes that they stand in, fetched from pdfium all at once."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw

from extractor.readers import pdfium

_NUMBERS, _SIZE = 4, 16  # floats of a box, and bytes
_NARROWEST, _WIDEST = 0.45, 1.1  # of the height: gaps of a blank; a wider one is between columns or spread letters
_TIGHT = re.compile(r"[\d.,%-]+|.*[^\w\s!-~].*")  # numbers, and beside Chinese punctuation: no blank belongs there


class Uncertain(Exception):
    """What is printed on the page cannot be told from what pdfium gives."""


Box = tuple[float, float, float, float]
"""Where a character stands: left, bottom, right, top, in points; upwards from the foot of the page, as in the file."""


class Char(NamedTuple):
    """A printed character: its left side, its middle and its height in points; `down` grows towards the foot of the page."""

    text: str
    left: float
    across: float
    down: float
    height: float


def boxes(page: pypdfium2.PdfTextPage) -> list[Box]:
    """The box of every character of a page: as wide as its advance and as high as its font, whatever its ink."""
    count = page.count_chars()
    found = array("f", bytes(_SIZE * count))
    raw, (start, _) = pdfium.address(page), found.buffer_info()
    for at in range(count):
        pdfium.char_box(raw, at, start + _SIZE * at)
    flat = found.tolist()
    # an FS_RECTF holds left, top, right, bottom
    return list(zip(*(flat[at::_NUMBERS] for at in (0, 3, 2, 1)), strict=True))


def printed(page: pypdfium2.PdfTextPage, text: str, where: Sequence[Box]) -> list[Char]:
    """The characters that are printed, given the page's text and boxes, with the blanks between words.

    Raises `Uncertain` where one of them is turned, so that its box tells nothing.
    """
    chars: list[Char] = []
    generated, raw = pypdfium2.raw.FPDFText_IsGenerated, page.raw
    for at, (char, (left, bottom, right, top)) in enumerate(zip(text, where, strict=True)):
        if char.isspace() and generated(raw, at):
            if char != " " or not 0 < at < len(text) - 1 or not _is_blank(text, where, at):
                continue
            _, bottom, left, top = where[at - 1]
            right = left
        if top <= bottom:
            raise Uncertain
        chars.append(Char(char, left, (left + right) / 2, -(bottom + top) / 2, top - bottom))
    return chars


def _is_blank(text: str, where: Sequence[Box], at: int) -> bool:
    """Whether the blank that pdfium puts in for the gap at `at` was most likely one in the file, whose own it drops."""
    (_, low, end, high), (begin, bottom, _, top) = where[at - 1], where[at + 1]
    height, gap = high - low, begin - end
    if min(high, top) - max(low, bottom) < height / 2 or gap > _WIDEST * height:
        return False
    sides = text[at - 1] + text[at + 1]
    return (sides.isascii() and sides.isalpha()) or (gap > _NARROWEST * height and not _TIGHT.fullmatch(sides))
