"""Tables ─▶ records: every cell of a published table an amount, every performance form a project and its indicators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractor.facts.tables.amounts import Book, amounts
from extractor.facts.tables.forms import Source, read_form
from extractor.facts.tables.layout import lay_out
from extractor.facts.tables.recognise import Heading, headings
from extractor.records import Amount, Indicator, Project
from extractor.report import Report, TableNote

__all__ = ["Tables", "tabulate"]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a report say, and the tables themselves (`notes`), in the order of the text."""

    amounts: tuple[Amount, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    notes: tuple[TableNote, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical names of the tables that were recognised."""
        return tuple(note.name for note in self.notes if note.name is not None)

    @property
    def unrecognised(self) -> tuple[TableNote, ...]:
        """The tables that are none of the published ones: kept as they stand."""
        return tuple(note for note in self.notes if note.name is None)


def tabulate(
    report: Report, year: int | None, organisation: str | None, owner: Callable[[int], str | None] = lambda _: None
) -> Tables:
    """The records of a report's tables.

    `year` and `organisation` are the report's own; `owner` says which project the text speaks of at an offset.
    """
    found = headings(report, organisation)
    laid = {
        at: lay_out(heading.grid)
        for at, heading in enumerate(found)
        if heading.entry is not None and not heading.entry.form
    }
    book = Book.of(layout for layout in laid.values() if layout is not None)
    money: list[Amount] = []
    projects: list[Project] = []
    indicators: list[Indicator] = []
    for at, heading in enumerate(found):
        if heading.entry is None:
            continue
        if heading.entry.form:
            form = read_form(Source(heading, report, year, organisation, owner(heading.grid.start)))
            projects.extend(form.projects)
            indicators.extend(form.indicators)
        elif (layout := laid[at]) is not None:
            money.extend(amounts(heading, layout, book, report, year))
    return Tables(
        amounts=tuple(sorted(money, key=lambda r: (r.start, r.end))),
        projects=tuple(projects),
        indicators=tuple(indicators),
        notes=tuple(_note(heading) for heading in found),
    )


def _note(heading: Heading) -> TableNote:
    name = heading.entry.name if heading.entry is not None else None
    grid = heading.grid
    return TableNote(name, heading.title, grid.page, grid.start, grid.end, tuple(grid.printed))
