"""Tables drawn on PDF pages in all the ways that programs draw them: lines, thin rectangles, cells, doubled, dashed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
PAGE = (600, 800)
WAYS = (
    "lines",
    "bars",
    "boxes",
    "filled",
    "double",
    "dashed",
    "form",
    "path",
    "scaled",
    "mirrored",
    "short",
    "clipped",
)

Side = tuple[int, int, bool]
"""A side of a place in the grid: row and column, and whether it is the left one (else the upper one)."""


@dataclass(frozen=True)
class Drawn:
    """A table: its upper left corner, widths of columns and heights of rows in points, the texts of its places by rows.

    `bold`: printed twice, a little apart, as programs do that lack a bold font. `merged` gives the first and the last place of cells over several; `open` are sides that are not drawn.
    """

    left: float
    top: float
    widths: Sequence[float]
    heights: Sequence[float]
    texts: Sequence[Sequence[str]]
    way: str = "lines"
    size: float = 9
    bold: bool = False
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    open: frozenset[Side] = field(default_factory=frozenset)

    @property
    def xs(self) -> list[float]:
        return [self.left + x for x in accumulate(self.widths, initial=0)]

    @property
    def ys(self) -> list[float]:
        return [self.top - y for y in accumulate(self.heights, initial=0)]

    def covered(self) -> set[Side]:
        """The sides inside merged cells."""
        return {
            (row, column, upright)
            for (top, left), (bottom, right) in self.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            for upright in (True, False)
            if (column > left if upright else row > top)
        }

    def sides(self) -> list[tuple[float, float, float, float]]:
        """The lines to draw, a side of a place each."""
        xs, ys, gone = self.xs, self.ys, self.covered() | self.open
        sides = []
        for row in range(len(ys)):
            for column in range(len(xs)):
                if column + 1 < len(xs) and (row, column, False) not in gone:
                    sides.append((xs[column], ys[row], xs[column + 1], ys[row]))
                if row + 1 < len(ys) and (row, column, True) not in gone:
                    sides.append((xs[column], ys[row], xs[column], ys[row + 1]))
        return sides


def page_of(tables: Sequence[Drawn]) -> bytes:
    """A PDF of one page with these tables."""
    return pages_of([tables])


def pages_of(pages: Sequence[Sequence[Drawn]], turn: int = 0) -> bytes:
    """A PDF with these tables on each of its pages, upright once a page is shown turned by so many degrees."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=PAGE)
    for number, tables in enumerate(pages):
        canvas.setPageRotation(turn)
        canvas.translate(*{90: (PAGE[0], 0), 180: PAGE, 270: (0, PAGE[1])}.get(turn, (0, 0)))
        canvas.rotate(turn)
        for at, table in enumerate(tables):
            _draw(canvas, table, f"form{number}-{at}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, table: Drawn, name: str) -> None:
    canvas.setLineWidth(0.5)
    if table.way == "form":
        canvas.beginForm(name)
        _lines(canvas, table)
        canvas.endForm()
        canvas.doForm(name)
    else:
        _lines(canvas, table)
    canvas.setFont(FONT, table.size)
    canvas.setFillGray(0)
    for y, height, row in zip(table.ys, table.heights, table.texts, strict=False):
        for x, text in zip(table.xs, row, strict=False):
            for apart in (0.0, 0.3)[: bool(text) + table.bold]:
                canvas.drawString(x + 2 + apart, y - height / 2 - table.size / 3, text)


def _lines(canvas: Canvas, table: Drawn) -> None:
    match table.way:
        case "boxes" | "filled":
            xs, ys, hidden = table.xs, table.ys, table.covered()
            canvas.setFillGray(0.9)
            for row, height in enumerate(table.heights):
                for column, width in enumerate(table.widths):
                    if not {(row, column, True), (row, column, False)} & hidden:
                        canvas.rect(xs[column], ys[row], width, -height, stroke=table.way == "boxes", fill=1)
        case "bars":
            canvas.setFillGray(0)
            for x0, y0, x1, y1 in table.sides():
                canvas.rect(x0 - 0.25, y0 + 0.25, x1 - x0 + 0.5, y1 - y0 - 0.5, stroke=0, fill=1)
        case "double":
            for x0, y0, x1, y1 in table.sides():
                canvas.line(x0, y0, x1, y1)
                canvas.line(x0 + 1.5 * (x0 == x1), y0 - 1.5 * (y0 == y1), x1 + 1.5 * (x0 == x1), y1 - 1.5 * (y0 == y1))
        case "path":
            path = canvas.beginPath()
            for x0, y0, x1, y1 in table.sides():
                path.moveTo(x0, y0)
                path.lineTo(x1, y1)
            canvas.drawPath(path)
        case "scaled" | "mirrored" as way:
            x, y = (10, 10) if way == "scaled" else (1, -1)
            canvas.saveState()
            canvas.scale(1 / x, 1 / y)
            for x0, y0, x1, y1 in table.sides():
                canvas.line(x * x0, y * y0, x * x1, y * y1)
            canvas.restoreState()
        case "short":
            for x0, y0, x1, y1 in table.sides():
                x, y = 1.3 * (x0 != x1), 1.3 * (y0 != y1)
                canvas.line(x0 + x, y0 - y, x1 - x, y1 + y)
        case "clipped":
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(0, 0, table.xs[-1] - 5, PAGE[1])
            canvas.clipPath(path, stroke=0)
            for side in table.sides():
                canvas.line(*side)
            canvas.restoreState()
        case way:
            canvas.setDash(*((2, 2) if way == "dashed" else ()))
            for side in table.sides():
                canvas.line(*side)
            canvas.setDash()
