"""Tables ─▶ records: every cell of a published table an amount, every performance form a project and its indicators."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.facts.tables.amounts import Book, amounts
from extractor.facts.tables.forms import read_form
from extractor.facts.tables.grid import Grid
from extractor.facts.tables.layout import lay_out
from extractor.facts.tables.recognise import Heading, headings
from extractor.records import Amount, Indicator, Project
from extractor.report import Report

__all__ = ["Tables", "Unrecognised", "tabulate"]


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A table that is none of the published ones: kept as it stands. `title` is the line above it, if any."""

    title: str | None
    start: int
    end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables of a report say, in the order of the text; `names` are the recognised tables' canonical names."""

    amounts: tuple[Amount, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    unrecognised: tuple[Unrecognised, ...] = ()
    names: tuple[str, ...] = ()


def tabulate(report: Report, year: int | None, organisation: str | None) -> Tables:
    """The records of a report's tables. `year` and `organisation` are the report's own."""
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
            form = read_form(heading, report, year)
            projects.extend(form.projects)
            indicators.extend(form.indicators)
        elif (layout := laid[at]) is not None:
            money.extend(amounts(heading, layout, book, report, year))
    return Tables(
        amounts=tuple(sorted(money, key=lambda r: (r.start, r.end))),
        projects=tuple(projects),
        indicators=tuple(indicators),
        unrecognised=tuple(_kept(heading) for heading in found if heading.entry is None),
        names=tuple(heading.entry.name for heading in found if heading.entry is not None),
    )


def _kept(heading: Heading) -> Unrecognised:
    table: Grid = heading.grid
    return Unrecognised(heading.title, table.start, table.end, table.page)
