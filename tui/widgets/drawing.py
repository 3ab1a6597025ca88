"""One line of a list as segments: a gutter for marks, then the cells, fitted and aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.clean import ELLIPSIS, shorten
from tui.columns import GAP, aligned
from tui.listing import Cell, Column, Entry, Listing
from tui.words import Say

_REVIEWED = {"accepted": "✓", "corrected": "≠", "rejected": "×"}
_PICKED = "●"


class Styled(Protocol):
    """What has component styles."""

    def style_of(self, name: str) -> Style: ...


def gutter(listing: Listing) -> int:
    """Cells before the first column."""
    return 2


class Drawn:
    """Draws the lines of one listing."""

    def __init__(self, styles: Styled, listing: Listing, widths: Sequence[int], behind: Sequence[int]) -> None:
        self._styles = styles
        self._listing = listing
        self._columns = [
            (at, column, width, behind[at])
            for at, (column, width) in enumerate(zip(listing.columns, widths, strict=True))
            if width
        ]

    def head(self, say: Say) -> list[Segment]:
        """The headings; the column that the list is sorted by has an arrow."""
        style = self._styles.style_of("rows--head")
        segments = [Segment(" " * gutter(self._listing), style)]
        for _, column, width, _ in self._columns:
            text = say(f"col.{column.name}")
            if column.name in _sorted(self._listing.by):
                arrow = "↓" if self._listing.descending else "↑"
                text = f"{shorten(text, width - 1)}{arrow}"
            segments.append(Segment(_padded(text, width, column.figure) + " " * GAP, style))
        return segments

    def row(self, entry: Entry, base: Style, picked: bool) -> list[Segment]:
        """The cells of an entry."""
        faint, mark, short = (self._styles.style_of(f"rows--{name}") for name in ("faint", "mark", "short"))
        over = Style(bgcolor=base.bgcolor)  # what is under the cursor keeps its own ink
        sign = _PICKED if picked else _REVIEWED.get(entry.review or "", " ")
        segments = [Segment(f"{sign} ", self._styles.style_of("rows--picked") + over)]
        for at, column, width, behind in self._columns:
            cell = entry.cells[at]
            style = base
            if column.faint or entry.faint or entry.review == "rejected":
                style = faint + over
            if column.name in ("difference", "less", "rate") and cell.text.startswith("-"):
                style = short + over
            if column.name == "bar":
                style = self._styles.style_of("rows--picked") + over
            if entry.review == "rejected":
                style += Style(strike=True)
            segments += _cell(cell, column, width, behind, style, mark + over, faint + over)
            segments.append(Segment(" " * GAP, base))
        return segments


def _cell(
    cell: Cell, column: Column, width: int, behind: int, style: Style, mark: Style, faint: Style
) -> list[Segment]:
    if column.figure:
        return [Segment(_padded(shorten(aligned(cell.text, behind), width), width, True), style)]
    fitted = fit(cell, width, column.keep_end)
    segments: list[Segment] = []
    at = 0
    if fitted.aside is not None and fitted.aside < len(fitted.text):
        blanks = " " * max(0, width - cell_len(fitted.text))
        return [Segment(fitted.text[: fitted.aside], style), Segment(fitted.text[fitted.aside :] + blanks, faint)]
    for start, end in fitted.marks:
        segments += [Segment(fitted.text[at:start], style), Segment(fitted.text[start:end], mark)]
        at = end
    rest = fitted.text[at:]
    return [*segments, Segment(rest + " " * max(0, width - cell_len(fitted.text)), style)]


def _padded(text: str, width: int, right: bool) -> str:
    text = shorten(text, width)
    blanks = " " * max(0, width - cell_len(text))
    return blanks + text if right else text + blanks


def _sorted(by: str | None) -> tuple[str, ...]:
    return () if by is None else (by, "base") if by == "budget" else (by,)


def fit(cell: Cell, width: int, keep_end: bool = False) -> Cell:
    """The cell in `width` terminal cells; where it has marks, cut so that the first is in sight."""
    if cell_len(cell.text) <= width or not cell.marks:
        return replace(cell, text=shorten(cell.text, width, keep_end), marks=_within(cell.marks, cell.text, width))
    start, end = cell.marks[0]
    if cell_len(cell.text[:end]) < width:
        text = shorten(cell.text, width)
        return Cell(text, tuple((s, min(e, len(text))) for s, e in cell.marks if s < len(text)))
    first = start
    while first > 0 and (_cells(cell.text[first - 1 : end]) < width // 2 or _cells(cell.text[first - 1 :]) < width):
        first -= 1
    text = shorten(ELLIPSIS + cell.text[first:], width)
    moved = ((s - first + 1, min(e - first + 1, len(text))) for s, e in cell.marks if s >= first)
    return Cell(text, tuple(pair for pair in moved if pair[0] < len(text)))


def _within(marks: tuple[tuple[int, int], ...], text: str, width: int) -> tuple[tuple[int, int], ...]:
    return marks if cell_len(text) <= width else ()


def _cells(text: str) -> int:
    """The cells of a text with an ellipsis before it."""
    return cell_len(text) + 1
