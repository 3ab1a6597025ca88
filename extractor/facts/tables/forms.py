"""Performance forms: what a project was given, spent and scored, and its indicators with targets and actuals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.facts.performance.projects import titled_name
from extractor.facts.tables.form_indicators import Indicators, is_hint
from extractor.facts.tables.form_labels import labelled, money_header, uncoded, words
from extractor.facts.tables.form_money import Money, listed, money, of_row, score, unit
from extractor.facts.tables.grid import Grid, Span, span_of
from extractor.facts.tables.recognise import Heading, bare
from extractor.facts.tables.targets import value
from extractor.lexicon import load
from extractor.records import Indicator, Project
from extractor.report import Report
from extractor.structure.names import organisation as organisation_named


@dataclass(frozen=True, slots=True)
class Form:
    """The records of one table of performance."""

    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A table of performance and what is known around it.

    `owner` is the project that the text before the table speaks of; `organisation` and `year` are the report's.
    """

    heading: Heading
    report: Report
    year: int | None
    organisation: str | None = None
    owner: str | None = None

    @property
    def grid(self) -> Grid:
        return self.heading.grid

    def project(self, name: str, found: Money | None, points: str | None, span: Span, **said: str | None) -> Project:
        """The record of a project. `span` is where it stands."""
        start, end = span
        given = found or Money(0)
        return Project(
            document=self.report.name, year=self.year, source="table", page=self.report.page_at(start), start=start,
            end=end, quote=self.report.text[start:end], project=name, budget=given.budget, executed=given.executed,
            completion_rate=given.completion_rate, unit=(given.unit or self.heading.unit) if found else None,
            score=points, **said,
        )  # fmt: skip


def read_form(source: Source) -> Form:
    """The projects and indicators of a performance table, which may hold the forms of several projects."""
    entry = source.heading.entry
    if entry is not None and entry.form == "list":
        return Form(tuple(_listed(source)), ())
    projects: list[Project] = []
    indicators: list[Indicator] = []
    for first, last in _forms(source):
        name = _name(source, first, last)
        if entry is not None and entry.form == "evaluation" and (project := _project(source, name, first, last)):
            projects.append(project)
        indicators.extend(Indicators(source.grid, source.report, source.year, name, first, last).read())
    return Form(tuple(projects), tuple(indicators))


def _forms(source: Source) -> list[tuple[int, int]]:
    """Rows from..to (exclusive) of each form: one begins with the name of its project."""
    grid = source.grid
    if _is_whole(source):
        return [(0, len(grid.texts))]
    starts = [row for row in range(len(grid.texts)) if labelled(grid, row, "project") is not None]
    starts[:1] = [0]
    return list(zip(starts, [*starts[1:], len(grid.texts)], strict=True))


def _is_whole(source: Source) -> bool:
    entry = source.heading.entry
    return entry is not None and any(word in entry.name for word in load("performance")["whole"])


def _name(source: Source, first: int, last: int) -> str:
    """The project of a form: named in it, in its title, or by the text before it; else the whole of the department."""
    if _is_whole(source):
        return str(words("whole"))
    found = (labelled(source.grid, row, "project") for row in range(first, last))
    if name := next((uncoded(name) for name in found if name), None):
        return name
    titles = ["".join(dict.fromkeys(source.grid.words(row))) for row in range(first, min(source.grid.top, last))]
    for line in (*titles, *source.heading.above):
        label, _, name = line.partition("：")
        if name and label in words("project"):
            return uncoded(name)
        if name := _titled(line, source.organisation):
            return name
    return source.owner or str(words("whole"))


def _titled(line: str, organisation: str | None) -> str:
    """The project that a title of a form names, "" where it names none but the organisation that filled it in."""
    name = titled_name(bare(line, organisation))
    return "" if name is None or organisation_named(name) else name


def _project(source: Source, name: str, first: int, last: int) -> Project | None:
    """The project of a form, None where it prints neither its money nor its score."""
    grid = source.grid
    found, points = money(grid, first, last), score(grid, first, last)
    if found is None and points is None:
        return None
    named = next((row for row in range(first, last) if labelled(grid, row, "project") is not None), None)
    rows = sorted({row for row in (named, found.row if found else None) if row is not None}) or [first]
    if found is not None and found.unit is None and (printed := unit(grid, range(first, last))):
        found = Money(found.row, found.budget, found.executed, found.completion_rate, printed)
    said = {part: _text(grid, part, first, last) for part in ("problems", "improvements")}
    return source.project(name, found, points, span_of(grid, rows), **said)


def _text(grid: Grid, part: str, first: int, last: int) -> str | None:
    found = (labelled(grid, row, part) for row in range(first, last))
    return next((text for text in found if text and value(text).number is not None and not is_hint(text)), None)


def _listed(source: Source) -> Iterator[Project]:
    """A table with a row for every project."""
    grid = source.grid
    names: list[str] = words("project")
    row = next((row for row in range(len(grid.texts)) if set(names) & set(grid.words(row))), None)
    header = money_header(grid, row, len(grid.texts)) if row is not None else None
    if row is None or header is None:
        return
    column = next(column for column in range(grid.width) if grid.own(row, column) in names)
    for at in range(header.body, len(grid.texts)):
        printed = uncoded(grid.own(at, column))
        if not printed or any(word in words("sums") for word in grid.words(at)):
            continue
        found, points = of_row(grid, at, header.columns), listed(grid, at, header)
        if found is not None or points is not None:
            yield source.project(printed, found, points, span_of(grid, [at]))
