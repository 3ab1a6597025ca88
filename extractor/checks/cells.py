"""The cells of a report's tables: one `Sheet` for each printed table, its cells by row and column, codes where known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.checks.material import Figure, Material
from extractor.language.codes import code_of
from extractor.language.paths import class_names
from extractor.lexicon import load
from extractor.records import Amount

Row = str  # the code of a row, else its subject
Column = tuple[str, str, int | None]  # header path, measure, year


@dataclass(slots=True)
class Sheet:
    """One printed table. `cells[row][column]`; a row is called by its code, else by its subject."""

    name: str
    cells: dict[Row, dict[Column, Figure]] = field(default_factory=dict)

    @property
    def columns(self) -> list[Column]:
        """The columns, in the order of print."""
        return list(dict.fromkeys(column for row in self.cells.values() for column in row))

    def column(self, column: Column) -> dict[Row, Figure]:
        """Row → figure of one column."""
        return {row: cells[column] for row, cells in self.cells.items() if column in cells}


def sheets(material: Material) -> list[Sheet]:
    """The tables of a report in the order of print. A cell that comes a second time begins another table."""
    found: list[Sheet] = []
    for cell in material.cells:
        figure = material.figure(cell)
        if figure is None or cell.table is None:
            continue
        row, column = row_of(cell), (cell.column or "", cell.measure, cell.year)
        sheet = next((one for one in reversed(found) if one.name == cell.table), None)
        if sheet is None or column in sheet.cells.get(row, {}):
            sheet = Sheet(cell.table)
            found.append(sheet)
        sheet.cells.setdefault(row, {})[column] = figure
    return found


def row_of(cell: Amount) -> Row:
    """The code of a cell's row, that of its class where only the name is printed, else its subject."""
    if cell.code:
        return cell.code
    known = code_of(cell.subject) if cell.subject in set(class_names().values()) else None
    return known or cell.subject


def is_code(row: Row) -> bool:
    """Whether a row is called by a code."""
    return row.isdigit()


def children(rows: dict[Row, Figure], parent: Row) -> list[Row]:
    """The rows right below a code, or the highest codes where `parent` is "": the level that is printed next."""
    below = [row for row in rows if is_code(row) and row.startswith(parent) and len(row) > len(parent)]
    if not parent and any(len(row) == 3 for row in below):
        below = [row for row in below if len(row) == 3]  # a longer one without a class is misprinted
    return [row for row in below if not any(other != row and row.startswith(other) for other in below)]


def label(figure: Figure) -> str:
    """What a cell's row is called, for people."""
    amount = figure.amount
    name = amount.subject.rsplit("/", 1)[-1]
    return f"{amount.code}{name}" if amount.code else name


def side(column: Column) -> str:
    """收入 or 支出, where the column's header says so."""
    top, *below = column[0].split("/")
    return next((word for word in ("收入", "支出") if below and word in top and len(top) <= len(word) + 4), "")


def last(column: Column) -> str:
    """The lowest label of a column that names a part: without 预算数 and 决算数."""
    labels = column[0].split("/")[1 if side(column) else 0 :]
    named = [one for one in labels if one not in load("checks")["tables"]["measures"]]
    return named[-1] if named else ""


def totals(rows: dict[Row, Figure]) -> Iterator[Row]:
    """The rows that sum up the others."""
    yield from (row for row in rows if row in load("checks")["tables"]["totals"])
