"""What a page carries beside its text: page numbers, running heads, tables of contents. Found, and left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from extractor.lexicon import load
from extractor.report import Report

_PAGE_NUMBER = re.compile(
    r"[-—–－―_~·\s]*(?:第\s*)?\d{1,3}\s*(?:页|/\s*\d{1,3})?(?:[\s,，]*共\s*\d{1,3}\s*页)?[-—–－―_~·\s]*"
)
_LEADER = re.compile(
    r"(?=[.…·．PHT])(?:(?:\.{4,}|…{2,}|·{4,}|．{4,}|(?:\. ){4,})\s*\d{0,3}\s*$|…{4,}|PAGEREF\b|HYPERLINK\b|TOC \\)"
)
_SENTENCE = re.compile(r"[。；、：]|[，,][^\d]|万元|主要|元，|[为占][\s\d]|[（(][类款项][）)]")
_BETWEEN, _YEAR = re.compile(r"\s{2,}|\t|\s"), re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"-?\d[\d,，]*(?:\.\d+)?%?")
_DIGITS_AND_BLANKS = re.compile(r"[\d\s]")
_EDGE = 2  # lines at the top and bottom of a page where running heads stand


class Line(NamedTuple):  # made by the hundred thousand, as mentions are
    """One line of the stored text, its offset, its page, and whether it is a row of a table."""

    text: str
    start: int
    page: int | None
    table: bool


def lines_of(report: Report) -> list[Line]:
    """The lines of the stored text that hold anything."""
    tables = sorted((t.start, t.end) for t in report.tables)
    starts = [start for start, _ in tables]
    lines, at = [], 0
    page_ends = [page.end for page in report.pages]
    for text in report.text.split("\n"):
        if text.strip() and text.strip() != "\f":
            index = bisect_right(page_ends, at + len(text) - len(text.lstrip()))  # a form feed may stand before it
            page = report.pages[min(index, len(report.pages) - 1)].number if report.pages else None
            slot = bisect_right(starts, at) - 1
            inside = slot >= 0 and tables[slot][0] <= at < tables[slot][1]
            lines.append(Line(text, at, page, inside or _tabular(text)))
        at += len(text) + 1
    return lines


def without_furniture(report: Report, lines: list[Line]) -> list[Line]:
    """The lines less page numbers, running heads and feet, and lines of a table of contents."""
    running = _running(lines) if report.pages else set()
    edges = set(_edges(lines)) if report.pages else range(len(lines))
    return [
        line
        for at, line in enumerate(lines)
        if not (
            _LEADER.search(line.text)
            or (at in edges and (_is_page_number(line.text) or (running and _skeleton(line.text) in running)))
        )
    ]


def _is_page_number(text: str) -> bool:
    return _PAGE_NUMBER.fullmatch(text) is not None


def _tabular(text: str) -> bool:
    """A row of figures without a sentence: two or more numbers set apart by spaces, no sentence punctuation."""
    if _SENTENCE.search(text):
        return False
    cells = _BETWEEN.split(text.strip())
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    return len(numbers) >= 2 and len(numbers) * 2 >= len(cells)


def _skeleton(text: str) -> str:
    return _DIGITS_AND_BLANKS.sub("", text)


def _edges(lines: list[Line]) -> Iterator[int]:
    """The indices of the first and last lines of every page."""
    of_page: dict[int | None, list[int]] = {}
    for at, line in enumerate(lines):
        of_page.setdefault(line.page, []).append(at)
    for ats in of_page.values():
        yield from {*ats[:_EDGE], *ats[-_EDGE:]}


def _running(lines: list[Line]) -> set[str]:
    """What stands at the edge of three pages or more, a report's title at that of two, digits aside."""
    pages: Counter[str] = Counter()
    seen: set[tuple[int | None, str]] = set()
    for at in _edges(lines):
        line = lines[at]
        key = (line.page, _skeleton(line.text))
        if len(key[1]) >= 4 and key not in seen and not line.table:
            seen.add(key)
            pages[key[1]] += 1
    total = len({line.page for line in lines})
    title = re.compile(load("structure")["running_title"])
    least = max(3, total * 0.4) if total > 2 else 2
    return {text for text, count in pages.items() if count >= (2 if title.search(text) else least)}
