"""A table's cells as a grid: which cell a place belongs to, its text in one shape, and where it stands in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.lexicon import load
from extractor.report import Report, Table
from extractor.structure.flow import normalise
from extractor.structure.names import simplified

_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?%?")
_MINUS = str.maketrans({"−": "-", "－": "-", "﹣": "-", "％": "%", "，": ","})

Place = tuple[int, int]
Span = tuple[int, int]


@dataclass(slots=True)
class Grid:
    """`texts[row][column]` is the cell's text without spaces, "" for an empty one, None where a merged cell goes on.

    `start`/`end` is the grid's span of the stored text and `spans` are those of its cells; `printed` are the cells as
    they stand in the file. The header begins at row `top`: above it stand the title, the publisher, the unit.
    """

    texts: list[list[str | None]]
    spans: list[list[Span | None]]
    start: int
    end: int
    page: int | None
    printed: list[tuple[str | None, ...]]
    top: int = 0
    roots: list[list[Place]] = field(default_factory=list)

    @classmethod
    def of(cls, table: Table, report: Report) -> Grid:
        """The grid of one of the report's tables."""
        width = max((len(row) for row in table.cells), default=0)
        spans = table.spans or _lines(table, report.text)
        texts = [[None if cell is None else normalise(cell) for cell in row] for row in table.cells]
        flat = simplified(*(cell or "" for row in texts for cell in row))
        plain = iter(flat)
        grid = cls(
            [[_kept(cell, next(plain)) for cell in row] + [""] * (width - len(row)) for row in texts],
            [list(row) + [None] * (width - len(row)) for row in spans],
            table.start,
            table.end,
            table.page,
            list(table.cells),
        )
        grid.top = next((row for row in range(len(texts)) if not grid._preamble(row)), len(texts))
        grid.roots = _roots(grid.texts, grid.top)
        return grid

    def append(self, other: Grid) -> None:
        """Goes on with the rows of `other`, which is as wide."""
        self.texts += other.texts
        self.spans += other.spans
        self.printed += other.printed
        self.end = other.end
        self.roots = _roots(self.texts, self.top)

    @property
    def width(self) -> int:
        return len(self.texts[0]) if self.texts else 0

    def own(self, row: int, column: int) -> str:
        """The text of the cell that begins at this place, "" where none does."""
        return self.texts[row][column] or ""

    def label(self, row: int, column: int) -> str:
        """The text of the cell that covers this place."""
        at, across = self.roots[row][column]
        return self.texts[at][across] or ""

    def words(self, row: int) -> list[str]:
        """The texts of a row that are not empty."""
        return [text for text in self.texts[row] if text]

    def _preamble(self, row: int) -> bool:
        return all(re.search(load("tables")["around"]["preamble"], word) for word in self.words(row))


def number(text: str) -> str | None:
    """The number that a cell holds, without separators (a percent sign stays), None where it holds anything else.

    >>> number("91,016,775.35"), number("12.5%"), number("—")
    ('91016775.35', '12.5%', None)
    """
    plain = text.translate(_MINUS).replace(" ", "")
    return plain.replace(",", "").lstrip("+") if _NUMBER.fullmatch(plain) else None


def span_of(grid: Grid, rows: list[int]) -> Span:
    """From the first to the last of the cells of these rows; the grid's where none is known."""
    known = [span for row in rows for span in grid.spans[row] if span is not None]
    return (min(known)[0], max(end for _, end in known)) if known else (grid.start, grid.end)


def _kept(cell: str | None, plain: str) -> str | None:
    return None if cell is None else plain.replace(" ", "")


def _lines(table: Table, text: str) -> list[list[Span | None]]:
    """The places of cells in a table that stands in the text row by row, cells divided by tabs."""
    spans: list[list[Span | None]] = []
    at = table.start
    lines = text[table.start : table.end].split("\n")
    for row, line in zip(table.cells, [*lines, *[""] * len(table.cells)], strict=False):
        where: list[Span | None] = []
        offset = at
        for piece in line.split("\t"):
            where.append((offset, offset + len(piece)) if piece.strip() else None)
            offset += len(piece) + 1
        spans.append([*where, *[None] * len(row)][: len(row)])
        at += len(line) + 1
    return spans


def _roots(texts: list[list[str | None]], top: int) -> list[list[Place]]:
    """For every place the place where its cell begins; nothing goes on from above row `top`.

    A merged cell goes on to the right of a cell of the same row that divides what stands above both; elsewhere it goes
    on from above.
    """
    roots: list[list[Place]] = []
    for row, line in enumerate(texts):
        here: list[Place] = []
        for column, text in enumerate(line):
            if text is not None:
                here.append((row, column))
                continue
            left = here[column - 1] if column else None
            first = row in (0, top)
            above = None if first else roots[row - 1][column]
            divided = first or (column > 0 and roots[row - 1][column - 1] == above)
            if left is not None and (above is None or (left[0] == row and divided)):
                here.append(left)
            else:
                here.append(above if above is not None else (row, column))
        roots.append(here)
    return roots
