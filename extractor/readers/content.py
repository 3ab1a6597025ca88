"""What a format module yields, and the flow that line-wise formats (Word, HTML) write their text into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.report import Page, Table

Cells = Sequence[Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Content:
    """The inside of a file: everything of a `Report` that does not depend on the file's name and bytes."""

    text: str
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    hard_lines: bool = False
    title: str | None = None
    warnings: tuple[str, ...] = ()


def paged(texts: Sequence[str]) -> tuple[str, tuple[Page, ...]]:
    """Page texts joined with a newline, and the pages, which tile the text: one ends where the next begins."""
    pages: list[Page] = []
    start = 0
    for number, text in enumerate(texts, 1):
        end = start + len(text) + (number < len(texts))
        pages.append(Page(number, start, end))
        start = end
    return "\n".join(texts), tuple(pages)


@dataclass(slots=True)
class Flow:
    """Lines and tables in reading order. `tables` have their spans of `text`."""

    lines: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """One paragraph; its own line breaks make several lines, empty ones are dropped."""
        for line in text.split("\n"):
            if line := line.strip():
                self.lines.append(line)
                self.length += len(line) + 1

    def add_table(self, cells: Cells, caption: str | None = None) -> None:
        """A table: one line a row, cells joined by a tab, None (a merged cell that continues) as an empty cell.

        Its caption is `caption`, else the line before it.
        """
        rows = [tuple(cell if cell is None else " ".join(cell.split()) for cell in row) for row in cells]
        if not any(cell for row in rows for cell in row):
            return
        start = self.length
        caption = caption or (self.lines[-1] if self.lines else None)
        for row in rows:
            line = "\t".join(cell or "" for cell in row)
            self.lines.append(line)
            self.length += len(line) + 1
        self.tables.append(Table(cells=tuple(rows), start=start, end=self.length - 1, caption=caption))

    @property
    def text(self) -> str:
        """All lines, one after the other."""
        return "\n".join(self.lines)
