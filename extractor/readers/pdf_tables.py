"""PDF tables: the grids on the pages that have any, joined across pages, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.readers.pdf_places import Places
from extractor.readers.pdf_sheet import Cell, Grid, Printed, Sheet
from extractor.report import Page, Table

_ALIGNED = 4.0  # points that the edges of the same column may differ by between pages
_RUNNING = 4  # lines at the top and at the foot of a page that may stand on all of them
_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?%?")
_BREAK = re.compile(r"(?<=[A-Za-z])\s*\n\s*(?=[A-Za-z])")


def tables(sheets: Iterable[Sheet], text: str, pages: Sequence[Page]) -> tuple[Table, ...]:
    """The tables on these pages, given in order, with their places in `text`.

    A table that goes on at the top of the next page is one table; its repeated header is left out.
    """
    found: list[_Table] = []
    for sheet in sheets:
        for grid in sheet.grids:
            if found and _continues(found[-1], sheet, grid):
                found[-1].append(sheet, grid)
            else:
                found.append(_Table.of(sheet, grid))
    made = (_placed(table, text, pages) for table in found if table.is_data())
    return tuple(table for table in made if table is not None)


@dataclass(slots=True)
class _Cell:
    left: float
    right: float
    text: str


@dataclass(slots=True)
class _Part:
    """The rows of a table that stand on one page, and how many characters are printed above them."""

    page: int
    rows: list[list[_Cell]]
    before: int

    @classmethod
    def of(cls, sheet: Sheet, grid: Grid) -> _Part:
        return cls(sheet.number, [cells for row in grid.rows for cells in _rows(row)], sheet.before(grid.top))


@dataclass(slots=True)
class _Table:
    """A table on a page, or on several once others were appended; with its last page and its last grid there."""

    parts: list[_Part]
    sheet: Sheet
    grid: Grid

    @classmethod
    def of(cls, sheet: Sheet, grid: Grid) -> _Table:
        return cls([_Part.of(sheet, grid)], sheet, grid)

    def append(self, sheet: Sheet, grid: Grid) -> None:
        """Goes on with the grid at the top of the next page, less the rows that repeat the header."""
        part = _Part.of(sheet, grid)
        part.rows = part.rows[self.repeated(part) :]
        self.parts.append(part)
        self.sheet, self.grid = sheet, grid

    def repeated(self, other: _Part) -> int:
        """How many of its first rows `other` begins with."""
        count = 0
        for own, its in zip(self.parts[0].rows, other.rows, strict=False):
            if [cell.text for cell in own] != [cell.text for cell in its]:
                break
            count += 1
        return count

    def is_same_form(self, other: _Part) -> bool:
        """Whether `other` begins the same form again: the same title, the same label, then another entry."""
        count = self.repeated(other)
        rows = self.parts[0].rows[count:], other.rows[count:]
        if not count or not all(rows):
            return False
        labels = [row[0][0].text for row in rows]
        return labels[0] == labels[1] and re.search("[一-龥]", labels[0]) is not None

    def is_data(self) -> bool:
        """False for a frame around running text and for an empty grid."""
        texts = [cell.text for part in self.parts for row in part.rows for cell in row if cell.text]
        widest = max((len(row) for part in self.parts for row in part.rows), default=0)
        return len(texts) > 1 and widest > 1


def _rows(row: Sequence[Cell]) -> Iterator[list[_Cell]]:
    """One ruled row as the rows that it holds: several where numbers stand below one another without lines."""
    anchors = max(([line.down for line in cell.lines] for cell in row if _stacked(cell.lines)), key=len, default=[])
    if len(anchors) < 2:
        yield [_Cell(cell.left, cell.right, _joined([line.text for line in cell.lines])) for cell in row]
        return
    for at in range(len(anchors)):
        yield [
            _Cell(cell.left, cell.right, _joined([text for down, text in cell.lines if _nearest(anchors, down) == at]))
            for cell in row
        ]


def _stacked(lines: Sequence[Printed]) -> bool:
    """Whether the lines of a cell are numbers with decimals, each whole: amounts of several rows."""
    return len(lines) > 1 and all("." in line.text and _NUMBER.fullmatch(line.text) for line in lines)


def _nearest(anchors: Sequence[float], place: float) -> int:
    return min(range(len(anchors)), key=lambda at: abs(anchors[at] - place))


def _joined(lines: Sequence[str]) -> str:
    """Lines wrapped by the cell's width as one: with a space only between Latin words."""
    return " ".join(_BREAK.sub(" ", "\n".join(lines)).replace("\n", "").split())


def _continues(table: _Table, sheet: Sheet, grid: Grid) -> bool:
    """Whether a grid at the top of a page goes on with the table that ended the page before.

    What stands between them may only be what both pages carry: running heads and feet, page numbers.
    """
    return (
        sheet.number == table.sheet.number + 1
        and abs(table.grid.left - grid.left) < _ALIGNED
        and abs(table.grid.right - grid.right) < _ALIGNED
        and set(sheet.above(grid.top)) <= set(table.sheet.texts[:_RUNNING])
        and set(table.sheet.below(table.grid.bottom)) <= set(sheet.texts[-_RUNNING:])
        and not table.is_same_form(_Part.of(sheet, grid))
    )


def _placed(table: _Table, text: str, pages: Sequence[Page]) -> Table | None:
    """The grid in columns, its cells found again in the stored text; None where none of them is."""
    edges = _edges(cell.left for part in table.parts for row in part.rows for cell in row)
    cells: list[tuple[str | None, ...]] = []
    spans: list[tuple[tuple[int, int] | None, ...]] = []
    for part in table.parts:
        page = pages[part.page - 1]
        places = Places(text, page.start, page.end, part.before)
        for row in part.rows:
            line: list[str | None] = [None] * len(edges)
            where: list[tuple[int, int] | None] = [None] * len(edges)
            for cell in row:
                at = _nearest(edges, cell.left)
                line[at], where[at] = cell.text, places.find(cell.text)
            cells.append(tuple(line))
            spans.append(tuple(where))
    known = [span for row in spans for span in row if span is not None]
    if not known:
        return None
    start = text.rfind("\n", 0, min(known)[0]) + 1
    end = text.find("\n", max(stop for _, stop in known))
    return Table(tuple(cells), start, len(text) if end < 0 else end, table.parts[0].page, spans=tuple(spans))


def _edges(lefts: Iterator[float]) -> list[float]:
    """The left edges of the columns: edges nearer than the tolerance are one."""
    edges: list[float] = []
    for left in sorted(lefts):
        if not edges or left - edges[-1] > _ALIGNED:
            edges.append(left)
    return edges
