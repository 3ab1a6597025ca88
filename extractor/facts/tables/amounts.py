"""The cells of a recognised table as amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.facts.tables.entries import Entry
from extractor.facts.tables.grid import Grid, Span, number
from extractor.facts.tables.layout import Block, Column, Layout
from extractor.facts.tables.measures import Meaning, meaning, measure_named
from extractor.facts.tables.recognise import Heading
from extractor.facts.tables.rows import Book, Namer, Row, rows_of
from extractor.facts.tables.subjects import column_subject, counted_unit, is_total
from extractor.language.numbers import yuan
from extractor.records import Amount
from extractor.report import Report

__all__ = ["Book", "amounts"]

_LONGEST_QUOTE = 160  # characters from a row's name to its figure


def amounts(heading: Heading, layout: Layout, book: Book, report: Report, year: int | None) -> Iterator[Amount]:
    """The amounts of one table. `year` is the report's."""
    assert heading.entry is not None
    for block in layout.blocks:
        meanings = {column.index: meaning(column, heading.entry.measure, year) for column in block.values}
        namer = Namer(block, heading.entry, book)
        owners = _owners(layout, block)
        for row in rows_of(layout, block):
            named = measure_named(row.name)
            subject = None if named else namer.subject(row)
            for column in block.values:
                cell = number(layout.grid.own(row.index, column.index))
                if cell is not None:
                    said = meanings[column.index]
                    said = replace(said, measure=named) if named else said
                    about = subject or _nameless(owners.get(row.index), said, heading.entry)
                    yield _amount(heading, report, row, column, said, about, cell)


def _owners(layout: Layout, block: Block) -> dict[int, str]:
    """Row → the unit whose row it is, where a table has rows of several units."""
    if block.owner is None:
        return {}
    rows = range(layout.body, len(layout.grid.texts))
    printed = {row: layout.grid.own(row, block.owner.index) for row in rows}
    named = {row: name for row, name in printed.items() if name and not is_total(name) and number(name) is None}
    return named if len(named) > 1 else {}


def _nameless(owner: str | None, said: Meaning, entry: Entry) -> str:
    """The subject of a row without a name: the column's, under the unit whose row it is."""
    subject = column_subject(said.subject, entry)
    return f"{owner}/{subject}" if owner else subject


def _amount(
    heading: Heading, report: Report, row: Row, column: Column, said: Meaning, subject: str, cell: str
) -> Amount:
    assert heading.entry is not None
    counted = counted_unit(row.name)
    measure = "数量" if counted and said.unit != "%" else said.measure
    unit = "%" if cell.endswith("%") else said.unit or counted or (None if measure == "数量" else heading.unit)
    if said.unit != "%" and counted:
        unit = counted
    value = cell.removesuffix("%")
    start, end = _span(heading.grid, row, column.index, report.text, value)
    return Amount(
        document=report.name,
        year=said.year,
        source="table",
        page=report.page_at(start),
        start=start,
        end=end,
        quote=report.text[start:end],
        subject=subject,
        code=row.code,
        measure=measure,
        value=value,
        unit=unit,
        yuan=yuan(value, unit),
        table=heading.entry.name,
        column=column.path,
    )


def _span(grid: Grid, row: Row, column: int, text: str, value: str) -> Span:
    """From the row's name to the figure where they stand near each other, else the figure, else the row, else the table."""
    cell = grid.spans[row.index][column]
    name = grid.spans[row.index][row.column] if row.column is not None else None
    known = [span for span in grid.spans[row.index] if span is not None]
    candidates: list[Span] = []
    if cell is not None:
        if name is not None and name[1] <= cell[0] and cell[1] - name[0] <= _LONGEST_QUOTE:
            candidates.append((name[0], cell[1]))
        candidates.append(cell)
    elif known:
        candidates.append((min(known)[0], max(end for _, end in known)))
    return next((span for span in candidates if _holds(text[span[0] : span[1]], value)), (grid.start, grid.end))


def _holds(quote: str, value: str) -> bool:
    digits = "".join(char for char in quote if char.isdigit() or char == ".")
    return value.lstrip("-") in digits
