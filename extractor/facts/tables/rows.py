"""The rows of a table: their codes, names and subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractor.facts.tables.entries import Entry
from extractor.facts.tables.grid import number
from extractor.facts.tables.layout import Block, Layout, is_numbering
from extractor.facts.tables.subjects import is_total, plain_name, row_subject
from extractor.lexicon import load

_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_CODED_NAME = re.compile(r"^[〔（]?(?P<code>\d{7}|\d{5}|\d{3})[〕）-]?(?P<name>[一-龥].*)$")
_NAME_CODED = re.compile(r"^(?P<name>.*[一-龥）])[〔（](?P<code>\d{7}|\d{5}|\d{3})[〕）]$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a block: `column` is where its name stands; `name` is as printed, "" where it has none."""

    index: int
    code: str | None
    name: str
    column: int | None


def rows_of(layout: Layout, block: Block) -> Iterator[Row]:
    """The rows of values of a block, from the top."""
    parts = [""] * len(block.codes)
    for index in range(layout.body, len(layout.grid.texts)):
        if is_numbering(layout.grid, index):
            continue
        row, parts = _row(layout, block, index, parts)
        yield row


def _row(layout: Layout, block: Block, index: int, carried: list[str]) -> tuple[Row, list[str]]:
    grid = layout.grid
    cells = [grid.own(index, column.index) for column in block.codes]
    if any(cells) and all(cell.isdigit() or not cell for cell in cells):
        parts = _carried(cells, carried)
        code = _code(parts)
        name, at = (grid.own(index, block.name.index), block.name.index) if block.name else ("", None)
        return Row(index, code, name, at), parts
    named = [*(column.index for column in block.codes), *([block.name.index] if block.name else [])]
    at = next((column for column in named if grid.own(index, column)), None)
    name = grid.own(index, at) if at is not None else ""
    for pattern in (_CODED_NAME, _NAME_CODED):
        if match := pattern.match(name):
            return Row(index, match["code"], match["name"], at), carried
    return Row(index, None, name, at), carried


def _carried(cells: list[str], above: list[str]) -> list[str]:
    """The parts of a code, those left out above a given one as in the row before."""
    last = max(at for at, cell in enumerate(cells) if cell)
    return [cell or (above[at] if at < last else "") for at, cell in enumerate(cells)]


def _code(parts: list[str]) -> str | None:
    """类, 款 and 项 as one code; a whole code stands as it is; None for what is no code."""
    given = [part for part in parts if part]
    joined = given[0] + "".join(part.zfill(2) for part in given[1:]) if given else ""
    if len(given) > 1 and given[-1].startswith(given[0]) and _CODE.fullmatch(given[-1]):
        joined = given[-1]  # 201, 20101, 2010101: every column repeats the whole
    return joined if _CODE.fullmatch(joined) else None


@dataclass(slots=True)
class Book:
    """The names of codes as all tables of a report give them."""

    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, layouts: Iterable[Layout]) -> Book:
        """The names in these tables; where they differ, the first one."""
        book = cls({code: names[0] for code, names in load("functional")["classes"].items()})
        printed: dict[str, str] = {}
        for layout in layouts:
            for block in layout.blocks:
                for row in rows_of(layout, block):
                    if row.code and row.name and number(row.name) is None:
                        printed.setdefault(row.code, plain_name(row.name))
        book.names.update(printed)
        return book

    def path(self, code: str, name: str) -> str:
        """The names of a code's prefixes and its own, joined by `/`; what no table names is left out."""
        above = [self.names[code[:length]] for length in (3, 5) if length < len(code) and code[:length] in self.names]
        return "/".join([*above, plain_name(name)])


@dataclass(slots=True)
class Namer:
    """Gives the rows of a block their subjects. A name that comes again belongs to the row above it that is new."""

    block: Block
    entry: Entry
    book: Book
    seen: set[str] = field(default_factory=set)
    parent: str = ""

    def subject(self, row: Row) -> str | None:
        """The subject of a row, None where it has neither code nor name."""
        if row.code and row.name:
            return self.book.path(row.code, row.name)
        if not row.name:
            return None
        name = plain_name(row.name)
        if is_total(name):
            return row_subject(name, self.block.side, self.entry)
        if name in self.seen and self.parent:
            return f"{self.parent}/{name}"
        self.seen.add(name)
        self.parent = row_subject(name, self.block.side, self.entry)
        return self.parent
