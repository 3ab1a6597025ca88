"""A report's text around a piece of evidence, laid out for reading: paragraphs unbroken, page breaks shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.store import Index
from extractor.store.index import PassageRow
from tui.clean import plain
from tui.listing import Evidence

AROUND = 2500
"""Characters of the stored text shown on either side of the evidence."""

HEADING = 40
"""Characters of a heading at most: where its paragraph runs on in the same line, the paragraph is plain."""

LONGEST = 4000
"""Characters of one paragraph shown; a longer one is cut around its mark."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as drawn; `mark` is the span of `text` that is the evidence; `page` is set where a page begins."""

    text: str
    mark: tuple[int, int] | None = None
    page: int | None = None
    heading: bool = False
    row: bool = False
    """A row of a table."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the evidence pane shows. `found` is the number of the paragraph that holds the beginning of the mark."""

    evidence: Evidence
    paragraphs: tuple[Paragraph, ...]
    found: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A span of the stored text and how it reads."""

    start: int
    end: int
    text: str
    page: int | None = None
    heading: bool = False
    section: str = ""
    row: bool = False


def leaf(index: Index, evidence: Evidence) -> Leaf:
    """The text around `evidence`; the quote alone where the document is no longer in the index."""
    text = index.text(evidence.document_id)
    first, last = max(0, evidence.start - AROUND), min(len(text), evidence.end + AROUND)
    headings = {section.start for section in index.sections(evidence.document_id)}
    near = [p for p in index.passages(evidence.document_id) if p.end > first and p.start < last]
    tables = [(table.start, table.end) for table in index.tables(evidence.document_id)]
    pieces = [_in_table(piece, tables) for piece in _pieces(text, near, headings, first, last) if piece.text]
    paragraphs = tuple(_paragraphs(text, pieces, evidence))
    marked = [number for number, paragraph in enumerate(paragraphs) if paragraph.mark]
    if evidence.start == evidence.end and paragraphs:  # a report as such: its beginning
        return Leaf(evidence, paragraphs, 0)
    if not marked:
        return Leaf(evidence, (Paragraph(plain(evidence.quote), (0, len(evidence.quote)), evidence.page),), 0)
    section = next((p.section for p in pieces if p.section and p.start <= evidence.start < p.end), "")
    return Leaf(evidence, paragraphs, marked[0], section)


def _in_table(piece: _Piece, tables: Sequence[tuple[int, int]]) -> _Piece:
    inside = any(start <= piece.start < end for start, end in tables)
    return replace(piece, row=True, heading=False) if inside else piece


def _pieces(text: str, passages: Sequence[PassageRow], headings: set[int], first: int, last: int) -> Iterator[_Piece]:
    """Passages as they are, and the lines that stand between them (headings, tables) one by one."""
    at = min(first, passages[0].start) if passages else first
    for passage in passages:
        yield from _lines(text, at, passage.start, headings)
        whole = passage.text.strip()
        heading = passage.start in headings and len(whole) <= HEADING
        yield _Piece(passage.start, passage.end, whole, passage.page, heading, passage.section or "")
        at = max(at, passage.end)
    yield from _lines(text, at, last, headings)


def _lines(text: str, start: int, end: int, headings: set[int]) -> Iterator[_Piece]:
    at = start
    for each in text[start:end].splitlines(keepends=True):
        begins = at + len(each) - len(each.lstrip())
        yield _Piece(at, at + len(each), each.strip(), heading=begins in headings or at in headings)
        at += len(each)


def _paragraphs(text: str, pieces: Sequence[_Piece], evidence: Evidence) -> Iterator[Paragraph]:
    pages = pairwise(_filled([piece.page for piece in pieces]))
    turns = {number for number, (before, after) in enumerate(pages, 1) if before and after and before != after}
    for number, piece in enumerate(pieces):
        start, end = max(piece.start, evidence.start), min(piece.end, evidence.end)
        stored = text[piece.start : piece.end]
        mark = locate(stored, piece.text, start - piece.start, end - piece.start) if start < end else None
        shown, mark = _cut(piece.text, mark)
        yield Paragraph(plain(shown), mark, piece.page if number in turns else None, piece.heading, piece.row)


def _filled(pages: Sequence[int | None]) -> list[int | None]:
    """Lines between passages stand on the page of the passage before them."""
    filled: list[int | None] = []
    for page in pages:
        filled.append(page if page is not None or not filled else filled[-1])
    return filled


def locate(stored: str, unbroken: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `stored[start:end]` stands in `unbroken`, which is `stored` but for its line ends and blanks."""
    before = _solid(stored[:start])
    length = _solid(stored[start:end])
    places = [n for n, character in enumerate(unbroken) if not character.isspace()]
    if not length or before >= len(places):
        return None
    return places[before], places[min(before + length, len(places)) - 1] + 1


def _solid(text: str) -> int:
    return sum(not character.isspace() for character in text)


def _cut(text: str, mark: tuple[int, int] | None) -> tuple[str, tuple[int, int] | None]:
    """A paragraph of at most `LONGEST` characters, around its mark."""
    if len(text) <= LONGEST:
        return text, mark
    start, end = mark or (0, 0)
    first = max(0, start - LONGEST // 2)
    cut = text[first : first + LONGEST]
    return cut, (start - first, min(end - first, len(cut))) if mark else None
