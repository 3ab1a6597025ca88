"""How a report was read: each paragraph's mentions and regions, and what each of its figures became.

>>> from extractor.explaining import explain
>>> from extractor.readers import read
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.extraction import extract_report
from extractor.facts.narrative import Reading, narrate
from extractor.facts.performance import evaluate
from extractor.facts.regions import Region
from extractor.language.meaning import FIGURES, meaning
from extractor.language.mentions import Mention, find_mentions
from extractor.records import Amount, Indicator, Project, Reason, Record, Variance
from extractor.report import Extraction, Report
from extractor.structure.outline import Outline, Paragraph, outline

_CLAUSE = re.compile(r"[^。；！？]+[。；！？]*")


@dataclass(frozen=True, slots=True)
class ExplainedMention:
    """A mention: `text[at:at+len]` of its clause, `start`/`end` in the stored text.

    `fate` of a figure: bound (a record holds its value), unbound (read, but its words were not understood), unused
    (it states nothing, as in a purpose or a year); None for everything else.
    """

    kind: str
    text: str
    meaning: str
    at: int
    start: int
    end: int
    fate: str | None = None


@dataclass(frozen=True, slots=True)
class ExplainedRegion:
    """A stretch that explains (reason, before) or tells a purpose, and the words that open it."""

    kind: str
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class ExplainedRecord:
    """A record and where its subject is named: clause, paragraph (before the clause), heading, or derived."""

    record: Record
    subject_from: str


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """A clause (to the next full stop or semicolon) and everything found in it; `start`/`end` in the stored text."""

    text: str
    start: int
    end: int
    mentions: tuple[ExplainedMention, ...] = ()
    regions: tuple[ExplainedRegion, ...] = ()
    records: tuple[ExplainedRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedParagraph:
    """A paragraph, unbroken, under its headings. `skipped` says why it was not read as narrative.

    table: figures of a table; silent: a section of definitions or duties; performance: read as projects and
    indicators; plain: no word in it can state a fact.
    """

    section: tuple[str, ...]
    text: str
    start: int
    end: int
    page: int | None
    skipped: str | None
    clauses: tuple[ExplainedClause, ...]


def explain(report: Report) -> list[ExplainedParagraph]:
    """How every paragraph of a report was read, in order; the records are those that `extract` yields."""
    extraction = extract_report(report)
    structure = outline(report)
    evaluated = evaluate(structure, extraction.year).read
    _, readings = narrate(structure, extraction.year, extraction.kind, evaluated)
    by_place = {reading.paragraph.start: reading for reading in readings}
    records = _Records(extraction)
    explained = []
    for at, paragraph in enumerate(structure.paragraphs):
        if paragraph.text.strip():
            reading = by_place.get(paragraph.start)
            skipped = None if reading else _skipped(structure, paragraph, at in evaluated)
            explained.append(
                _Explainer(structure, extraction, records, reading or Reading(paragraph, [])).done(skipped)
            )
    return explained


def _skipped(structure: Outline, paragraph: Paragraph, evaluated: bool) -> str:
    if paragraph.table:
        return "table"
    if structure.silent(paragraph.heading):
        return "silent"
    return "performance" if evaluated else "plain"


class _Records:
    """The records of an extraction by place."""

    def __init__(self, extraction: Extraction) -> None:
        self.all = sorted(extraction.records(), key=lambda record: record.start)
        self.starts = [record.start for record in self.all]
        self.loose = {each.start for each in extraction.unbound}
        self.longest = max((record.end - record.start for record in self.all), default=0)

    def beginning_in(self, start: int, end: int) -> Sequence[Record]:
        return self.all[bisect_right(self.starts, start - 1) : bisect_right(self.starts, end - 1)]

    def covering(self, start: int) -> Iterator[Record]:
        return (r for r in self.beginning_in(max(start - self.longest, 0), start + 1) if start < r.end)


class _Explainer:
    """One paragraph."""

    def __init__(self, structure: Outline, extraction: Extraction, records: _Records, reading: Reading) -> None:
        self.structure, self.records, self.reading = structure, records, reading
        self.paragraph = reading.paragraph
        self.section = structure.path(self.paragraph.heading)
        year, kind = extraction.year, extraction.kind
        self.above = [name for title in self.section for m in find_mentions(title, year, kind) for name in m.names]

    def done(self, skipped: str | None) -> ExplainedParagraph:
        start, end = self._stored(0, len(self.paragraph.text))
        page = self.structure.page(self.paragraph.start)
        spans = [match.span() for match in _CLAUSE.finditer(self.paragraph.text)]
        clauses = tuple(self._clause(*span) for span in spans)
        return ExplainedParagraph(self.section, self.paragraph.text, start, end, page, skipped, clauses)

    def _clause(self, first: int, last: int) -> ExplainedClause:
        start, end = self._stored(first, last)
        return ExplainedClause(
            self.paragraph.text[first:last],
            start,
            end,
            tuple(self._mention(m, first) for m in self.reading.mentions if first <= m.start < last),
            tuple(self._region(r) for r in self.reading.regions if first <= r.marker < last),
            tuple(ExplainedRecord(r, self._origin(r, first, last)) for r in self.records.beginning_in(start, end)),
        )

    def _stored(self, first: int, last: int) -> tuple[int, int]:
        return self.structure.flow.stored(self.paragraph.start + first, self.paragraph.start + last)

    def _mention(self, mention: Mention, clause: int) -> ExplainedMention:
        start, end = self._stored(mention.start, mention.end)
        found = ExplainedMention(mention.kind, mention.text, meaning(mention), mention.start - clause, start, end)
        return replace(found, fate=self._fate(mention, start)) if mention.kind in FIGURES else found

    def _fate(self, figure: Mention, start: int) -> str:
        if start in self.records.loose:
            return "unbound"
        said = {value for record in self.records.covering(start) for value in _values(record)}
        return "bound" if str(figure.value).lstrip("-") in said else "unused"

    def _region(self, region: Region) -> ExplainedRegion:
        text = self.paragraph.text
        return ExplainedRegion(region.kind, text[region.marker : region.start], text[region.start : region.end])

    def _origin(self, record: Record, first: int, last: int) -> str:
        subject = str(getattr(record, "subject", None) or getattr(record, "project", ""))
        leaf = subject.rsplit("/", 1)[-1]
        named = [m for m in self.reading.mentions if subject in m.names or leaf in m.names or leaf in m.text]
        if any(first <= m.start < last for m in named) or leaf in self.paragraph.text[first:last]:
            return "clause"
        if any(m.start < first for m in named) or leaf in self.paragraph.text[:first]:
            return "paragraph"
        return "heading" if subject in self.above or any(leaf in title for title in self.section) else "derived"


def _values(record: Record) -> Iterator[str]:
    """The figures that a record holds, without signs."""
    names = {
        Amount: ("value",),
        Variance: ("baseline", "actual", "change", "change_rate", "completion_rate"),
        Project: ("budget", "executed", "completion_rate", "score"),
        Indicator: ("target", "actual", "score", "full_score"),
        Reason: (),
    }.get(type(record), ())
    return (value.lstrip("-") for name in names if (value := getattr(record, name)) is not None)
