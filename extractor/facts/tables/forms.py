"""Performance forms: what a project was given, spent and scored, and its indicators with targets and actuals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.facts.reasons import causes
from extractor.facts.tables.grid import Grid, Span, number
from extractor.facts.tables.recognise import Heading
from extractor.facts.tables.targets import Value, value
from extractor.lexicon import load
from extractor.records import Indicator, Project, Reason
from extractor.report import Report

_FILLER = re.compile(r"(?:指标\d*[：:]?)?[….\s/]*")
_NUMBERED = re.compile(r"^指标\d+[：:]")
_RATIO = Decimal("0.01")  # how far a printed ratio may be from the one that the figures give


@dataclass(frozen=True, slots=True)
class Form:
    """The records of one table of performance."""

    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]


def read_form(heading: Heading, report: Report, year: int | None) -> Form:
    """The projects and indicators of a performance table, which may hold the forms of several projects."""
    projects: list[Project] = []
    indicators: list[Indicator] = []
    grid = heading.grid
    if heading.entry is not None and heading.entry.form == "list":
        return Form(tuple(_listed(heading, report, year)), ())
    for first, last in _forms(grid):
        form = _Reader(heading, report, year, first, last)
        project = form.project() if heading.entry is not None and heading.entry.form == "evaluation" else None
        projects.extend([project] if project else [])
        indicators.extend(form.indicators())
    return Form(tuple(projects), tuple(indicators))


def _forms(grid: Grid) -> list[tuple[int, int]]:
    """Rows from..to (exclusive) of each form: one begins with the name of its project."""
    starts = [row for row in range(len(grid.texts)) if _labelled(grid, row, "project") is not None]
    starts[:1] = [0]
    return list(zip(starts, [*starts[1:], len(grid.texts)], strict=True))


def _labelled(grid: Grid, row: int, name: str) -> str | None:
    """The entry behind a label in a row."""
    words = grid.words(row)
    for label, entry in pairwise(words):
        if label.rstrip("：:") in load("tables")["form"][name]:
            return entry
    return None


def _columns(grid: Grid, row: int) -> dict[str, int]:
    """What the cells of a header row say, and the column of each: the first that fits."""
    found: dict[str, int] = {}
    for column in range(grid.width):
        label = grid.own(row, column)
        for name, pattern in _patterns().items():
            if label and name not in found and pattern.search(label):
                found[name] = column
                break
    if "either" in found:
        found.setdefault("indicator", found["either"])
    return found


def _listed(heading: Heading, report: Report, year: int | None) -> Iterator[Project]:
    """A table with a row for every project."""
    grid = heading.grid
    names: list[str] = load("tables")["form"]["project"]
    header = next((row for row in range(len(grid.texts)) if set(names) & set(grid.words(row))), None)
    if header is None:
        return
    name = next(column for column in range(grid.width) if grid.own(header, column) in names)
    columns = _columns(grid, header)
    for row in range(header + 1, len(grid.texts)):
        printed = grid.own(row, name)
        if not printed or printed in load("tables")["form"]["sums"]:
            continue
        span = _span(grid, [row])
        yield _project(heading, report, year, printed, _figures(grid, row, columns), span)


@dataclass(slots=True)
class _Reader:
    """One form: the rows `first` to `last` (exclusive) of a grid."""

    heading: Heading
    report: Report
    year: int | None
    first: int
    last: int

    @property
    def grid(self) -> Grid:
        return self.heading.grid

    def name(self) -> str:
        found = (_labelled(self.grid, row, "project") for row in range(self.first, self.last))
        return next((name for name in found if name), str(load("tables")["form"]["whole"]))

    def project(self) -> Project | None:
        """The project with its money, None where the form holds none."""
        header, columns = self._header("executed", "budget", "initial")
        if header is None:
            return None
        row = self._money_row(header, columns)
        if row is None:
            return None
        named = next((r for r in range(self.first, self.last) if _labelled(self.grid, r, "project")), row)
        project = _project(
            self.heading, self.report, self.year, self.name(), _figures(self.grid, row, columns) | {"score": None},
            _span(self.grid, [named, row]), self._unit(),
        )  # fmt: skip
        problems, improvements = self._text("problems"), self._text("improvements")
        return replace(project, score=self._score(), problems=problems, improvements=improvements)

    def indicators(self) -> Iterator[Indicator]:
        """The indicators with their targets."""
        header, columns = self._header("indicator", "target", "actual")
        if header is None:
            return
        project, kind = self.name(), ""
        for row in range(header + 1, self.last):
            printed = _NUMBERED.sub("", self.grid.own(row, columns["indicator"]))
            levels = [self.grid.label(row, columns[level]) for level in ("level2", "level1") if level in columns]
            kind = next(filter(None, map(_kind, levels)), kind)
            if _FILLER.fullmatch(printed) or set(self.grid.words(row)) & set(load("tables")["form"]["sums"]):
                continue
            made = self._indicator(row, columns, project, printed, kind or None)
            if made is not None:
                yield made

    def _indicator(
        self, row: int, columns: dict[str, int], project: str, name: str, kind: str | None
    ) -> Indicator | None:
        cell = {part: self.grid.label(row, column) for part, column in columns.items()}
        target = value(cell.get("target", ""), cell.get("sign", ""), cell.get("unit", ""))
        actual = value(cell.get("actual", ""), "", target.unit or cell.get("unit", ""))
        if target.number is None and actual.number is None:
            return None
        start, end = _span(self.grid, [row])
        indicator = Indicator(
            document=self.report.name, year=self.year, source="table", page=self.report.page_at(start),
            start=start, end=end, quote=self.report.text[start:end], project=project, indicator=name, type=kind,
            comparator=target.comparator or actual.comparator, target=target.number, actual=actual.number,
            unit=_unit(target, actual), score=number(cell.get("score", "")),
            full_score=number(cell.get("full_score", "")),
        )  # fmt: skip
        return self._explained(indicator, row, columns, cell.get("reason", ""))

    def _explained(self, indicator: Indicator, row: int, columns: dict[str, int], reason: str) -> Indicator:
        if not reason or value(reason).number is None or number(reason) is not None:
            return indicator
        at, across = self.grid.roots[row][columns["reason"]]
        start, end = self.grid.spans[at][across] or (indicator.start, indicator.end)
        found = causes(reason)
        made = tuple(
            Reason(
                document=indicator.document, year=indicator.year, source="table", page=indicator.page, start=start,
                end=end, quote=self.report.text[start:end], subject=indicator.indicator, compared_with="指标值",
                direction=None, text=cause.text, category=cause.category, rank=rank,
            )
            for rank, cause in enumerate(found, 1)
        )  # fmt: skip
        return replace(indicator, reason=reason, category=made[0].category if made else None, causes=made)

    def _header(self, needed: str, *either: str) -> tuple[int | None, dict[str, int]]:
        for row in range(self.first, self.last):
            columns = _columns(self.grid, row)
            if needed in columns and any(name in columns for name in either):
                return row, columns
        return None, {}

    def _money_row(self, header: int, columns: dict[str, int]) -> int | None:
        """The row of the total under the header of the money, else the first with a figure."""
        rows = [
            row for row in range(header + 1, min(header + 8, self.last))
            if number(self.grid.own(row, columns["executed"])) is not None
        ]  # fmt: skip
        totals = tuple(load("tables")["form"]["totals"])
        named = (row for row in rows if any(word.rstrip("：:").startswith(totals) for word in self.grid.words(row)))
        return next(named, rows[0] if rows else None)

    def _unit(self) -> str | None:
        words = (word for row in range(self.first, self.last) for word in self.grid.words(row))
        found = (re.search(r"（(万元|亿元|元)）", word) for word in words if "资金" in word or "预算" in word)
        return next((match[1] for match in found if match), self.heading.unit)

    def _score(self) -> str | None:
        """The number at the end of the row of the sum."""
        for row in range(self.last - 1, self.first, -1):
            words = self.grid.words(row)
            if words[0:1] and words[0] in load("tables")["form"]["sums"]:
                numbers = [n for n in map(number, words) if n is not None]
                return numbers[-1] if numbers else None
        return None

    def _text(self, part: str) -> str | None:
        found = (_labelled(self.grid, row, part) for row in range(self.first, self.last))
        return next((text for text in found if text and value(text).number is not None), None)


def _figures(grid: Grid, row: int, columns: dict[str, int]) -> dict[str, str | None]:
    cells = {part: number(grid.own(row, column)) for part, column in columns.items()}
    return {
        "budget": cells.get("budget") or cells.get("initial"),
        "executed": cells.get("executed"),
        "completion_rate": cells.get("rate"),
        "score": cells.get("score"),
    }


def _project(
    heading: Heading, report: Report, year: int | None, name: str, figures: dict[str, str | None], span: Span,
    unit: str | None = None,
) -> Project:  # fmt: skip
    start, end = span
    rate = _rate(figures["completion_rate"], figures["budget"], figures["executed"])
    return Project(
        document=report.name, year=year, source="table", page=report.page_at(start), start=start, end=end,
        quote=report.text[start:end], project=name, **(figures | {"completion_rate": rate}),
        unit=unit or heading.unit,
    )  # fmt: skip


def _rate(printed: str | None, budget: str | None, executed: str | None) -> str | None:
    """A completion rate in %; a ratio (0.95 of 100 and 95) is one too."""
    if printed is None or printed.endswith("%"):
        return printed and printed.removesuffix("%")
    if (
        budget
        and executed
        and Decimal(budget)
        and abs(Decimal(executed) / Decimal(budget) - Decimal(printed)) <= _RATIO
    ):
        return format((Decimal(printed) * 100).normalize(), "f")
    return printed


def _unit(target: Value, actual: Value) -> str | None:
    return target.unit or actual.unit


def _kind(label: str) -> str | None:
    types: dict[str, list[str]] = load("performance")["types"]
    return next((kind for kind, words in types.items() if any(word in label for word in words)), None)


def _span(grid: Grid, rows: list[int]) -> Span:
    """From the first to the last of the cells of these rows; the grid's where none is known."""
    known = [span for row in rows for span in grid.spans[row] if span is not None]
    return (min(known)[0], max(end for _, end in known)) if known else (grid.start, grid.end)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in load("tables")["form"]["columns"].items()}
