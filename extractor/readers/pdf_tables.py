"""PDF tables: grids of ruled lines through pdfplumber, on the pages that have any, joined across pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pdfplumber
from pdfplumber.utils.clustering import cluster_objects

from extractor.readers.clean import clean_pdf
from extractor.readers.pdf_places import Places
from extractor.report import Page, Table

_ALIGNED = 4.0  # points that the edges of the same column may differ by between pages
_SAME_LINE = 0.45  # of a character's height: some programs print digits as much lower than the characters beside them
_RUNNING = 4  # lines at the top and at the foot of a page that may stand on all of them
_PAGE_NUMBER = re.compile(r"第?\s*\d+\s*页|共\s*\d+\s*页|[-—–/·.\s\d]+")
_NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?%?")
_BREAK = re.compile(r"(?<=[A-Za-z])\s*\n\s*(?=[A-Za-z])")

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Read:
    """The tables of a PDF in the order of the text, and the numbers of the pages whose tables could not be read."""

    tables: tuple[Table, ...]
    unread: tuple[int, ...]


def tables(data: bytes, numbers: Sequence[int], text: str, pages: Sequence[Page]) -> Read:
    """The tables on the pages `numbers` (1-based) of the PDF `data`, with their places in `text`.

    A table that goes on at the top of the next page is one table; its repeated header is left out.
    """
    found: list[_Grid] = []
    unread = list(numbers)
    for number, grids in _grids(data, numbers):
        unread.remove(number)
        for grid in grids:
            if found and _continues(found[-1], grid):
                found[-1].append(grid)
            else:
                found.append(grid)
    made = (_table(grid, text, pages) for grid in found if grid.is_data())
    return Read(tuple(table for table in made if table is not None), tuple(unread))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The printed lines of a page, from the top: their heights, and their texts without digits and spaces."""

    heights: list[float]
    texts: list[str]

    @classmethod
    def of(cls, chars: Sequence[Any]) -> _Sheet:
        lines = _lines(chars)
        return cls([middle for middle, _ in lines], [_PAGE_NUMBER.sub("", text) for _, text in lines])

    def above(self, height: float) -> list[str]:
        return [text for at, text in zip(self.heights, self.texts, strict=True) if at < height and text]

    def below(self, height: float) -> list[str]:
        return [text for at, text in zip(self.heights, self.texts, strict=True) if at > height and text]


@dataclass(slots=True)
class _Cell:
    left: float
    right: float
    text: str


@dataclass(slots=True)
class _Part:
    """The rows of a grid that stand on one page, and how many characters are printed above them."""

    page: int
    rows: list[list[_Cell]]
    before: int


@dataclass(slots=True)
class _Grid:
    """A grid on a page, or on several once others were appended."""

    parts: list[_Part]
    left: float
    right: float
    sheet: _Sheet  # its last page
    above: list[str]  # the lines above it on its first page
    below: list[str]  # the lines below it on its last page

    def append(self, other: _Grid) -> None:
        """Goes on with `other`, less the rows that repeat the header."""
        part = other.parts[0]
        part.rows = part.rows[self.repeated(other) :]
        self.parts.append(part)
        self.sheet, self.below = other.sheet, other.below

    def repeated(self, other: _Grid) -> int:
        """How many of its first rows `other` begins with."""
        count = 0
        for own, its in zip(self.parts[0].rows, other.parts[0].rows, strict=False):
            if [cell.text for cell in own] != [cell.text for cell in its]:
                break
            count += 1
        return count

    def is_same_form(self, other: _Grid) -> bool:
        """Whether `other` begins the same form again: the same title, the same label, then another entry."""
        count = self.repeated(other)
        rows = self.parts[0].rows[count:], other.parts[0].rows[count:]
        if not count or not all(rows):
            return False
        labels = [row[0][0].text for row in rows]
        return labels[0] == labels[1] and re.search("[一-龥]", labels[0]) is not None

    def is_data(self) -> bool:
        """False for a frame around running text and for an empty grid."""
        texts = [cell.text for part in self.parts for row in part.rows for cell in row if cell.text]
        widest = max((len(row) for part in self.parts for row in part.rows), default=0)
        return len(texts) > 1 and widest > 1


def _grids(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, list[_Grid]]]:
    """The grids of every page that can be read, with its number."""
    for page in _pages(data, numbers):
        try:
            printed, ruled_grids = page.chars, page.find_tables()
        except Exception:  # pdfminer fails in its own ways on what pdfium shows; the page's text stands all the same
            continue
        yield page.page_number, _on_page(page, printed, ruled_grids)
        page.close()


def _pages(data: bytes, numbers: Sequence[int]) -> list[Any]:
    """The pages of these numbers; where they do not open together, those that open alone."""
    try:
        return list(pdfplumber.open(io.BytesIO(data), pages=list(numbers)).pages)
    except Exception:
        return [page for number in numbers for page in _pages(data, [number])] if len(numbers) > 1 else []


def _on_page(page: Any, printed: Sequence[Any], ruled_grids: Sequence[Any]) -> list[_Grid]:
    chars = [(c["top"] + c["bottom"]) / 2 for c in printed if not c["text"].isspace()]
    sheet = _Sheet.of(printed)
    grids = []
    for found in sorted(ruled_grids, key=lambda t: t.bbox[1]):
        left, top, right, bottom = found.bbox
        before = sum(middle < top for middle in chars)
        rows = [cells for row in found.rows for cells in _rows(page, row.cells)]
        grids.append(
            _Grid(
                parts=[_Part(page.page_number, rows, before)],
                left=left,
                right=right,
                sheet=sheet,
                above=sheet.above(top),
                below=sheet.below(bottom),
            )
        )
    return grids


def _rows(page: Any, boxes: Sequence[Box | None]) -> Iterator[list[_Cell]]:
    """One ruled row as the rows that it holds: several where numbers stand below one another without lines."""
    cells = [(box, _lines(_inside(page.chars, box))) for box in boxes if box is not None]
    anchors = max(([middle for middle, _ in lines] for _, lines in cells if _stacked(lines)), key=len, default=[])
    if len(anchors) < 2:
        yield [_Cell(box[0], box[2], _joined([text for _, text in lines])) for box, lines in cells]
        return
    for at in range(len(anchors)):
        yield [
            _Cell(box[0], box[2], _joined([text for middle, text in lines if _nearest(anchors, middle) == at]))
            for box, lines in cells
        ]


def _stacked(lines: Sequence[tuple[float, str]]) -> bool:
    """Whether the lines of a cell are numbers with decimals, each whole: amounts of several rows."""
    return len(lines) > 1 and all("." in text and _NUMBER.fullmatch(text) for _, text in lines)


def _nearest(anchors: Sequence[float], middle: float) -> int:
    return min(range(len(anchors)), key=lambda at: abs(anchors[at] - middle))


def _inside(chars: Sequence[Any], box: Box) -> list[Any]:
    return [
        c for c in chars
        if box[0] <= (c["x0"] + c["x1"]) / 2 < box[2] and box[1] <= (c["top"] + c["bottom"]) / 2 < box[3]
    ]  # fmt: skip


def _lines(chars: Sequence[Any]) -> list[tuple[float, str]]:
    """The lines that characters stand on, from the top, each with its height on the page."""
    if not chars:
        return []
    height = median(c["bottom"] - c["top"] for c in chars)
    clusters = cluster_objects(list(chars), lambda c: (c["top"] + c["bottom"]) / 2, _SAME_LINE * height)
    return [(_middle(line), _text(line)) for line in clusters if _text(line)]


def _middle(line: Sequence[Any]) -> float:
    return float(median((c["top"] + c["bottom"]) / 2 for c in line))


def _text(line: Sequence[Any]) -> str:
    return clean_pdf("".join(c["text"] for c in sorted(line, key=lambda c: c["x0"]))).strip()


def _joined(lines: Sequence[str]) -> str:
    """Lines wrapped by the cell's width as one: with a space only between Latin words."""
    return " ".join(_BREAK.sub(" ", "\n".join(lines)).replace("\n", "").split())


def _continues(above: _Grid, below: _Grid) -> bool:
    """Whether a grid at the top of a page goes on with the one that ended the page before.

    What stands between them may only be what both pages carry: running heads and feet, page numbers.
    """
    return (
        below.parts[0].page == above.parts[-1].page + 1
        and set(below.above) <= set(above.sheet.texts[:_RUNNING])
        and set(above.below) <= set(below.sheet.texts[-_RUNNING:])
        and abs(above.left - below.left) < _ALIGNED
        and abs(above.right - below.right) < _ALIGNED
        and not above.is_same_form(below)
    )


def _table(grid: _Grid, text: str, pages: Sequence[Page]) -> Table | None:
    """The grid in columns, its cells found again in the stored text; None where none of them is."""
    edges = _edges(cell.left for part in grid.parts for row in part.rows for cell in row)
    cells: list[tuple[str | None, ...]] = []
    spans: list[tuple[tuple[int, int] | None, ...]] = []
    for part in grid.parts:
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
    return Table(tuple(cells), start, len(text) if end < 0 else end, grid.parts[0].page, spans=tuple(spans))


def _edges(lefts: Iterator[float]) -> list[float]:
    """The left edges of the columns: edges nearer than the tolerance are one."""
    edges: list[float] = []
    for left in sorted(lefts):
        if not edges or left - edges[-1] > _ALIGNED:
            edges.append(left)
    return edges
