"""The heading tree and the paragraphs under it: what every stage after this one reads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from sys import maxsize

from extractor.lexicon import load
from extractor.report import Passage, Report, Section
from extractor.structure.flow import Flow, reflow
from extractor.structure.markers import Marker, numbered, titled

_LONGEST_HEADING = 48
_SENTENCE, _MARK = re.compile(r"[。；，！？]"), re.compile(r"[，。；]")
_FIGURE, _DECIMAL = re.compile(r"\d万?元|\d+[辆人个]"), re.compile(r"(?<![\d.])-?\d[\d,]*\.\d\d(?!\d)")
_RUN_IN, _LEVEL = re.compile(r"[^，。；：\d]{2,30}。(?=.)"), re.compile(r"（[类款项]）")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the flow: its level, number and title, and the index of the heading above it."""

    level: int
    number: str
    title: str
    start: int
    end: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the flow: `text` is `flow.text[start:end]`; `heading` is an index into the outline's headings.

    `marker` is the number it begins with (an item of a list), and `table` says that it is a row of figures.
    """

    text: str
    start: int
    end: int
    heading: int | None
    marker: Marker | None
    table: bool


@dataclass(frozen=True)
class Outline:
    """A report with its structure: the flow, its headings and its paragraphs."""

    report: Report
    flow: Flow
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]

    def path(self, heading: int | None) -> tuple[str, ...]:
        """The titles from the outermost heading down to `heading`."""
        return () if heading is None else self._paths[heading]

    @cached_property
    def _paths(self) -> list[tuple[str, ...]]:
        paths: list[tuple[str, ...]] = []
        for heading in self.headings:  # a heading stands behind the one above it
            paths.append((*(() if heading.parent is None else paths[heading.parent]), heading.title))
        return paths

    def page(self, offset: int) -> int | None:
        """The page on which the flow character at `offset` was printed."""
        pages = self.report.pages
        at = bisect_right(self._page_ends, self.flow.origin[offset])
        return pages[min(at, len(pages) - 1)].number if pages else None

    @cached_property
    def _page_ends(self) -> list[int]:
        return [page.end for page in self.report.pages]

    def verbatim(self, start: int, end: int) -> str:
        """The flow's characters `start`..`end` as they were printed: their script and signs kept, line breaks gone."""
        origin, text = self.flow.origin, self.report.text
        if end > start and origin[end - 1] - origin[start] == end - 1 - start:  # nothing between was left out
            return text[origin[start] : origin[end - 1] + 1]
        return "".join(text[at] for at in origin[start:end])

    def sections(self) -> tuple[Section, ...]:
        """The headings as sections of the stored text, each reaching to the next heading of its level or above."""
        ends = [len(self.flow.text)] * len(self.headings)
        reaching: list[int] = []
        for at, heading in enumerate(self.headings):
            while reaching and self.headings[reaching[-1]].level >= heading.level:
                ends[reaching.pop()] = heading.start
            reaching.append(at)
        return tuple(
            Section(h.level, h.number, h.title, *self.flow.stored(h.start, end), self.page(h.start), h.parent)
            for h, end in zip(self.headings, ends, strict=True)
        )

    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs with their spans of the stored text."""
        return tuple(
            Passage(p.text, *self.flow.stored(p.start, p.end), self.page(p.start), p.heading)
            for p in self.paragraphs
            if p.text.strip()
        )

    def silent(self, heading: int | None) -> bool:
        """Whether a section states no facts of its own: definitions, contents, duties."""
        return heading is not None and self._silent[heading]

    @cached_property
    def _silent(self) -> list[bool]:
        silent: list[bool] = []
        for heading in self.headings:
            above = heading.parent is not None and silent[heading.parent]
            silent.append(above or any(word in heading.title for word in _silent_titles()))
        return silent


@cache
def _silent_titles() -> tuple[str, ...]:
    return tuple(load("structure")["silent_titles"])


def outline(report: Report) -> Outline:
    """The structure of a report."""
    flow = reflow(report)
    headings: list[Heading] = []
    paragraphs: list[Paragraph] = []
    open_headings: list[int] = []
    in_table = _Inside((table.start, table.end) for table in report.tables)
    for start, text in _lines(flow.text):
        if flow.origin[start] in in_table:
            heading = open_headings[-1] if open_headings else None
            paragraphs.append(Paragraph(text, start, start + len(text), heading, None, table=True))
            continue
        marker = numbered(text) or (Marker(1, "", 0) if titled(text) else None)
        title = _title(text, marker)
        if marker and title is not None:
            while open_headings and headings[open_headings[-1]].level >= marker.level:
                open_headings.pop()
            parent = open_headings[-1] if open_headings else None
            end = start + marker.end + len(title)
            headings.append(Heading(marker.level, marker.number, title.rstrip("。：:"), start, end, parent))
            open_headings.append(len(headings) - 1)
            # The words of a run-in heading stay part of the sentence that follows it.
            if marker.end + len(title) == len(text):
                paragraphs.append(_paragraph(text, start, len(headings) - 1, None))
                continue
        elif marker and open_headings:
            # An item of a list stands under the headings above its own level.
            while open_headings and headings[open_headings[-1]].level >= marker.level:
                open_headings.pop()
        paragraphs.append(_paragraph(text, start, open_headings[-1] if open_headings else None, marker))
    return Outline(report, flow, tuple(headings), tuple(paragraphs))


class _Inside:
    """Whether an offset lies in one of several spans."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._spans, (offset, maxsize)) - 1
        return at >= 0 and offset < self._spans[at][1]


def _paragraph(text: str, start: int, heading: int | None, marker: Marker | None) -> Paragraph:
    table = "\t" in text or (not _MARK.search(text) and len(_DECIMAL.findall(text)) > 2)
    return Paragraph(text, start, start + len(text), heading, marker, table)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, line
        start += len(line) + 1


def _title(text: str, marker: Marker | None) -> str | None:
    """The title of a numbered paragraph: the whole of a short one, else what stands before its first full stop."""
    if marker is None:
        return None
    body = text[marker.end :]
    if len(body) <= _LONGEST_HEADING and not _SENTENCE.search(body.rstrip("。：:")) and not _FIGURE.search(body):
        return body
    run_in = _RUN_IN.match(body)
    if run_in and marker.level <= 5 and not _LEVEL.search(run_in.group()):
        return run_in.group()
    return None
