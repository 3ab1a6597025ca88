"""What passages are marked with beside their text, so that a search for a field is one look-up in the full-text index.

A passage's marks are tokens: `any` (every passage has it), `why` (it holds a reason), `d17` its document, `y2022` the
year of the report, `p3` every page it stands on; and the names of the organisation (o), of the subjects of the facts in
it (s) and of the categories of the reasons in it (c), each name as `tokens` between ‹ and ›.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.report import Extraction, Passage
from extractor.store.tokens import tokens

ANY, WHY = "any", "why"
ORGANISATION, SUBJECT, CATEGORY = "o", "s", "c"
OPEN, CLOSE = "‹", "›"


def whole(name: str) -> str:
    """The name marked off, so that it is told from longer names that hold it."""
    return f"{OPEN}{name}{CLOSE}"


def document_mark(document_id: int) -> str:
    """The mark of the passages of a document."""
    return f"d{document_id}"


def year_mark(year: int) -> str:
    """The mark of the passages of the reports of a year."""
    return f"y{year}"


def page_mark(page: int) -> str:
    """The mark of the passages that stand on a page."""
    return f"p{page}"


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage's marks, joined by blanks, and the categories of the reasons in it, joined by 、 (None: no reason)."""

    marks: str
    categories: str | None


def marks(extraction: Extraction, name: str) -> list[Marked]:
    """The marks of every passage of the extraction, stored under `name`; that of the document is added by `insert`."""
    report = [tokens(whole(extraction.organisation or name), ORGANISATION)]
    if extraction.year is not None:
        report.append(year_mark(extraction.year))
    named = [(fact.start, fact.subject) for fact in extraction.amounts]
    subjects = _Names([*named, *((fact.start, fact.subject) for fact in extraction.variances)])
    categories = _Names((cause.start, cause.category) for cause in extraction.reasons)
    starts = [page.start for page in extraction.report.pages]

    def of(passage: Passage, reasons: Iterable[str]) -> Iterable[str]:
        yield from (ANY, *report)
        yield from (page_mark(extraction.report.pages[at].number) for at in _pages(starts, passage))
        yield from (tokens(whole(subject), SUBJECT) for subject in subjects.inside(passage))
        yield from (tokens(whole(category), CATEGORY) for category in reasons)
        yield from [WHY] if reasons else []

    found = [(passage, categories.inside(passage)) for passage in extraction.passages]
    return [Marked(" ".join(of(passage, reasons)), "、".join(reasons) or None) for passage, reasons in found]


def _pages(starts: Sequence[int], passage: Passage) -> range:
    """The indices of the pages that the passage stands on."""
    if not starts:
        return range(0)
    last = max(passage.start, passage.end - 1)
    return range(max(0, bisect_right(starts, passage.start) - 1), max(1, bisect_right(starts, last)))


class _Names:
    """Names by the place at which the record that gives them begins."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        placed = sorted(named)
        self._starts = [start for start, _ in placed]
        self._names = [name for _, name in placed]

    def inside(self, passage: Passage) -> list[str]:
        """The names of the records that begin in the passage, each once."""
        first, last = bisect_left(self._starts, passage.start), bisect_left(self._starts, passage.end)
        return list(dict.fromkeys(self._names[first:last]))
