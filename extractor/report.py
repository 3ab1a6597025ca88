"""What a reader yields (`Report`) and what an extraction yields (`Extraction`): plain data, no behaviour of a stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.records import Amount, Finding, Indicator, Project, Reason, Record, Row, Variance


class Unreadable(Exception):
    """A file that cannot be read. `status` is a word for programs, the message a sentence for people.

    Statuses: empty, encrypted, damaged, no-text, unknown-type, too-large, missing.
    """

    def __init__(self, status: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its 1-based `number` and its span `text[start:end]` of the report's text.

    A page that was read from a picture (OCR) has the engine's mean `confidence`, 0 to 1, and the spans of the lines
    that it was not certain of (`doubtful`); a picture that was not read, as OCR is not installed, has confidence 0.
    """

    number: int
    start: int
    end: int
    confidence: float | None = None
    doubtful: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as printed. `cells[row][column]` is the cell's text, None where a merged cell continues.

    `start`/`end` is the table's span of the report's text; `page` (of its first row) is None for formats without pages.
    `spans[row][column]` is where a cell's characters stand in the text, None where that is not known; `spans` is empty
    where every row is a line of the text and its cells are divided by tabs.
    """

    cells: tuple[tuple[str | None, ...], ...]
    start: int
    end: int
    page: int | None = None
    caption: str | None = None
    spans: tuple[tuple[tuple[int, int] | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A file as read: the stored text, which every offset refers to, and its pages and tables.

    `hard_lines` is True where a line of the text is a whole paragraph (Word, HTML) and False where lines were broken
    by the page's width (PDF, text copied out of one). `warnings` are sentences about what of the file was not read.
    """

    name: str
    format: str
    sha256: str
    text: str
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    hard_lines: bool = False
    title: str | None = None
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The 1-based page that the character at `offset` stands on, None for formats without pages."""
        if not self.pages:
            return None
        return next((p.number for p in self.pages if offset < p.end), self.pages[-1].number)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it governs. `level` 1 is the outermost; `parent` is an index into the list of sections."""

    level: int
    number: str
    title: str
    start: int
    end: int
    page: int | None
    parent: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of running text, unbroken (`text`), and the span of the stored text it came from."""

    text: str
    start: int
    end: int
    page: int | None
    section: int | None


@dataclass(frozen=True, slots=True)
class TableNote:
    """A table of a report: its canonical `name`, None where it is none that is known, and what was printed in it.

    `title` is the line that names it, or else the line above it; `cells` as in `Table`, the parts of a table that goes
    on after its end joined.
    """

    name: str | None
    title: str | None
    page: int | None
    start: int
    end: int
    cells: tuple[tuple[str | None, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows it has, those of the header included."""
        return len(self.cells)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((len(row) for row in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Unbound:
    """A figure that could not be bound to a subject and a measure: kept, counted, never guessed."""

    text: str
    start: int
    end: int
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed total and the sum of the parts extracted under it; `closed` where they agree to the printed digits."""

    name: str
    total: str
    parts: str
    count: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one report. The records are in the order of the text.

    `unchecked` are sentences about rules of `extractor.checks` that failed by a fault of ours.
    """

    report: Report
    organisation: str | None
    year: int | None
    kind: str | None
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    amounts: tuple[Amount, ...] = ()
    variances: tuple[Variance, ...] = ()
    projects: tuple[Project, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    findings: tuple[Finding, ...] = ()
    unbound: tuple[Unbound, ...] = ()
    tables: tuple[TableNote, ...] = ()
    sums: tuple[Sum, ...] = field(default=())
    unchecked: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The separate causes of all variances and indicators."""
        causes = [fact.causes for fact in self.variances] + [fact.causes for fact in self.indicators]
        return tuple(cause for found in causes for cause in found)

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind, in the order of the text."""
        yield from self.amounts
        yield from self.variances
        yield from self.reasons
        yield from self.projects
        yield from self.indicators
        yield from self.findings

    def rows(self) -> Iterator[Row]:
        """Every record as the flat mapping of the contract (docs/records.md)."""
        return (record.row() for record in self.records())
