"""The straight lines drawn on a PDF page, from pdfium's path objects: those between two points and sides of shapes.

They are told as pdfplumber tells them, which knows no colours, widths, dashes and clips: what is drawn as a thin filled
rectangle counts as its sides do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_float
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import PdfMatrix, raw

_SHORTEST = 1.0  # points: what is shorter is a corner, a dot or the end of a thin rectangle
_DECIMALS = 3  # of a point: pdfium counts in single precision
_DEEPEST = 10  # forms within forms
_MOST = 50_000  # lines: a map or a drawing, not a table
_PIECE = 3  # points of a piece of a curve, of which the last one is on the curve

_Point = tuple[float, float]


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

    def add(self, points: list[_Point], single: bool) -> None:
        """The sides of a shape, or the `single` line between two points."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if y0 == y1:
                self._keep(self.across, y0, x0, x1)
            elif x0 == x1 or single:
                self._keep(self.down, min(x0, x1), y0, y1)

    def _keep(self, way: list[Line], at: float, start: float, end: float) -> None:
        if abs(end - start) >= _SHORTEST:
            way.append(Line(at, min(start, end), max(start, end)))


def lines(page: pypdfium2.PdfPage) -> Lines:
    """The lines of a page; none where it is a drawing of very many."""
    found = Lines()
    for path, matrix in _paths(page):
        for points, single in _shapes(path):
            found.add([_placed(matrix, point) for point in points], single)
        if len(found.across) + len(found.down) > _MOST:
            return Lines()
    return found


def _placed(matrix: PdfMatrix, point: _Point) -> _Point:
    x, y = matrix.on_point(*point)
    return round(x, _DECIMALS), -round(y, _DECIMALS)


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, PdfMatrix]]:
    """The path objects of a page and of the forms on it, each with the matrix from its points to the page's."""
    yield from _within(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, None, _DEEPEST)


def _within(
    holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], outer: PdfMatrix | None, depth: int
) -> Iterator[tuple[Any, PdfMatrix]]:
    for at in range(count(holder)):
        shape = get(holder, at)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield shape, _matrix(shape, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inner = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
            yield from _within(shape, *inner, _matrix(shape, outer), depth - 1)


def _matrix(shape: Any, outer: PdfMatrix | None) -> PdfMatrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, found)
    own = PdfMatrix.from_raw(found)
    return own.multiply(outer) if outer else own


def _shapes(path: Any) -> Iterator[tuple[list[_Point], bool]]:
    """The parts of a path, closed ones with their first point once more at the end; and whether one is a single line."""
    x, y = c_float(), c_float()
    points: list[_Point] = []
    straight, off = True, 0  # `off`: points of a curve's piece so far
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, straight and len(points) == 2
            points, straight = [], True
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            straight, off = False, (off + 1) % _PIECE
            if off:
                continue
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points = _closed(points, straight)
    if len(points) > 1:
        yield points, straight and len(points) == 2


def _closed(points: list[_Point], straight: bool) -> list[_Point]:
    """A closed part with the way back to its first point, which a line between two points does without."""
    if straight and len(points) == 3 and points[2] == points[0]:
        return points[:2]
    return points if (straight and len(points) == 2) or points[-1] == points[0] else [*points, points[0]]
