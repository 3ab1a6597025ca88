"""The straight lines drawn on a PDF page, from pdfium's path objects: those between two points and sides of shapes.

They are told as pdfplumber tells them, which knows no colours, widths, dashes and clips: what is drawn as a thin filled
rectangle counts as its sides do.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import PdfMatrix, raw

from extractor.readers import pdfium

_SHORTEST = 1.0  # points: what is shorter is a corner, a dot or the end of a thin rectangle
_DECIMALS = 3  # of a point: pdfium counts in single precision
_DEEPEST = 10  # forms within forms
_MOST = 50_000  # lines: a map or a drawing, not a table
_PIECE = 3  # points of a piece of a curve, of which the last one is on the curve

_Point = tuple[float, float]
_Matrix = tuple[float, float, float, float, float, float]


class Line(NamedTuple):
    """A line across or down the page, in points: its height or distance `at`, and from where to where it goes.

    Heights grow towards the foot of the page.
    """

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Lines:
    """The lines of a page, each way."""

    across: list[Line] = field(default_factory=list)
    down: list[Line] = field(default_factory=list)

    def add(self, points: Sequence[_Point], single: bool) -> None:
        """The sides of a shape, or the `single` line between two points."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if y0 == y1:
                if abs(x1 - x0) >= _SHORTEST:
                    self.across.append(Line(y0, min(x0, x1), max(x0, x1)))
            elif (x0 == x1 or single) and abs(y1 - y0) >= _SHORTEST:
                self.down.append(Line(min(x0, x1), min(y0, y1), max(y0, y1)))


def lines(page: pypdfium2.PdfPage) -> Lines:
    """The lines of a page; none where it is a drawing of very many."""
    found = Lines()
    for path, matrix in _paths(pdfium.address(page), pdfium.page_count, pdfium.page_object, None):
        for points, single in _shapes(path):
            found.add([_placed(matrix, point) for point in points], single)
        if len(found.across) + len(found.down) > _MOST:
            return Lines()
    return found


def _placed(matrix: _Matrix, point: _Point) -> _Point:
    (a, b, c, d, e, f), (x, y) = matrix, point
    return round(a * x + c * y + e, _DECIMALS), -round(b * x + d * y + f, _DECIMALS)


def _paths(
    holder: int,
    count: Callable[[int], int],
    get: Callable[[int, int], int],
    outer: _Matrix | None,
    depth: int = _DEEPEST,
) -> Iterator[tuple[int, _Matrix]]:
    """The paths on a page or a form, and on the forms there, each with the matrix from its points to the page's."""
    kind = pdfium.kind
    for at in range(count(holder)):
        shape = get(holder, at)
        match kind(shape):
            case raw.FPDF_PAGEOBJ_PATH:
                yield shape, _matrix(shape, outer)
            case raw.FPDF_PAGEOBJ_FORM if depth:
                yield from _paths(shape, pdfium.form_count, pdfium.form_object, _matrix(shape, outer), depth - 1)


def _matrix(shape: int, outer: _Matrix | None) -> _Matrix:
    """The matrix of an object, within that of the form which it is on."""
    own = array("f", bytes(24))
    pdfium.matrix(shape, own.buffer_info()[0])
    a, b, c, d, e, f = own
    if outer is None:
        return a, b, c, d, e, f
    found = PdfMatrix(a, b, c, d, e, f).multiply(PdfMatrix(*outer))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _shapes(path: int) -> Iterator[tuple[list[_Point], bool]]:
    """The parts of a path, closed ones with their first point once more at the end; and whether one is a single line."""
    place = array("f", (0.0, 0.0))
    x = place.buffer_info()[0]
    y = x + place.itemsize
    points: list[_Point] = []
    straight, off = True, 0  # `off`: points of a curve's piece so far
    for at in range(pdfium.segment_count(path)):
        segment = pdfium.segment(path, at)
        kind = pdfium.segment_kind(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, straight and len(points) == 2
            points, straight = [], True
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            straight, off = False, (off + 1) % _PIECE
            if off:
                continue
        pdfium.segment_point(segment, x, y)
        points.append((place[0], place[1]))
        if pdfium.segment_closes(segment):
            points = _closed(points, straight)
    if len(points) > 1:
        yield points, straight and len(points) == 2


def _closed(points: list[_Point], straight: bool) -> list[_Point]:
    """A closed part with the way back to its first point, which a line between two points does without."""
    if straight and len(points) == 3 and points[2] == points[0]:
        return points[:2]
    return points if (straight and len(points) == 2) or points[-1] == points[0] else [*points, points[0]]
