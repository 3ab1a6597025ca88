"""A table of an RTF file: rows of cells, put into columns by where their right edges stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.readers.content import Flow

_ALIGNED = 60  # twips (a millimetre) that the edges of one column may differ by between rows

Cell = tuple[str | None, int]
"""A cell's text (None where it continues another) and its right edge in twips."""


@dataclass(slots=True)
class RtfTable:
    """Collects the rows that follow one another; `write` puts them into a flow and begins anew."""

    rows: list[list[Cell]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    merged: list[bool] = field(default_factory=list)
    merges: bool = False

    def begin(self) -> None:
        """The definition of a row begins; it holds for the rows after it until the next."""
        self.edges, self.merged, self.merges = [], [], False

    def merge(self) -> None:
        """The next cell defined continues the one before or above it."""
        self.merges = True

    def edge(self, twips: int) -> None:
        """The next cell defined ends here."""
        self.edges.append(twips)
        self.merged.append(self.merges)
        self.merges = False

    def cell(self, text: str) -> None:
        """The text of the next cell of the row."""
        self.texts.append(text.strip())

    def row(self) -> None:
        """The row ends."""
        last = self.edges[-1] if self.edges else 0
        row: list[Cell] = []
        for at, text in enumerate(self.texts):
            defined = at < len(self.edges)
            row.append((None if defined and self.merged[at] else text, self.edges[at] if defined else last + at + 1))
        self.rows.append(row)
        self.texts = []

    def write(self, flow: Flow) -> None:
        """The rows so far as a table of `flow`; a single column is a frame around running text."""
        if self.texts:  # the file ends inside a row
            self.row()
        if max(map(len, self.rows), default=0) > 1:
            flow.add_table(_in_columns(self.rows))
        else:
            for text in (text for row in self.rows for text, _ in row if text):
                flow.add(text)
        self.rows = []


def _in_columns(rows: list[list[Cell]]) -> list[list[str | None]]:
    """A cell stands in the first column it covers, None in the others."""
    columns: list[int] = []
    for edge in sorted({edge for row in rows for _, edge in row}):
        if not columns or edge - columns[-1] > _ALIGNED:
            columns.append(edge)
    grid: list[list[str | None]] = []
    for row in rows:
        line: list[str | None] = []
        for text, edge in row:
            covered = sum(column - _ALIGNED <= edge for column in columns) - len(line)
            line += [text, *[None] * (covered - 1)]
        grid.append(line)
    return grid
