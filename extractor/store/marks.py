"""What passages are marked with beside their text, so that a search for a field is one look-up in the full-text index.

A passage's marks are tokens: `any` (every passage has it), `why` (it holds a reason), `d17` its document, `y2022` the
year of the report, `p3` every page it stands on; and the names of the organisation (o), of the subjects of the facts in
it (s) and of the categories of the reasons in it (c), each whole name one token. Before each stands a quotation mark,
which no token of a text has.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.store.tokens import token

ANY, WHY, NONE = "“any", "“why", "“none"
"""Marks of every passage, of those that hold a reason, of none."""
ORGANISATION, SUBJECT, CATEGORY = "“o", "“s", "“c"

_REPORT = "SELECT coalesce(nullif(organisation, ''), name), year FROM main.documents WHERE id = ?"
_PAGES = "SELECT start, number FROM main.pages WHERE document_id = ? ORDER BY id"
_PASSAGES = 'SELECT id, start, "end" FROM main.passages WHERE document_id = ? ORDER BY id'
_SUBJECTS = (
    "SELECT start, subject FROM v_amounts WHERE document_id = :document"
    " UNION ALL SELECT start, subject FROM v_variances WHERE document_id = :document"
)
_CATEGORIES = "SELECT start, category FROM v_causes WHERE document_id = ? AND category IS NOT NULL"


def document_mark(document_id: int) -> str:
    """The mark of the passages of a document."""
    return f"“d{document_id}"


def year_mark(year: int) -> str:
    """The mark of the passages of the reports of a year."""
    return f"“y{year}"


def page_mark(page: int) -> str:
    """The mark of the passages that stand on a page."""
    return f"“p{page}"


class Names:
    """Names by the place at which the record that gives them begins."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        placed = sorted(named)
        self._starts = [start for start, _ in placed]
        self._names = [name for _, name in placed]

    def inside(self, start: int, end: int) -> list[str]:
        """The names of the records that begin in the span, each once."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return list(dict.fromkeys(self._names[first:last]))


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage's marks, joined by blanks, and the categories of the reasons in it, joined by 、 (None: no reason)."""

    marks: str
    categories: str | None


def marks(database: sqlite3.Connection, document_id: int) -> dict[int, Marked]:
    """The marks of every passage of a document, by id, as the facts in the index now are."""
    name, year = database.execute(_REPORT, [document_id]).fetchone()
    passages = database.execute(_PASSAGES, [document_id]).fetchall()
    subjects = Names(map(tuple, database.execute(_SUBJECTS, {"document": document_id})))
    categories = Names(map(tuple, database.execute(_CATEGORIES, [document_id])))
    pages = database.execute(_PAGES, [document_id]).fetchall()
    own = marked(name, year, pages, [row[1:] for row in passages], subjects, categories)
    last = document_mark(document_id)
    return {row[0]: Marked(f"{each.marks} {last}", each.categories) for row, each in zip(passages, own, strict=True)}


def marked(
    name: str,
    year: int | None,
    pages: Sequence[tuple[int, int]],
    passages: Iterable[Sequence[int]],
    subjects: Names,
    categories: Names,
) -> Iterator[Marked]:
    """The marks of passages, but for that of their document: from the name of its organisation (or its own), where its
    pages begin and their numbers, where the passages begin and end, and what is named in it.
    """
    report = [ANY, token(name, ORGANISATION)]
    if year is not None:
        report.append(year_mark(year))
    starts, numbers = [row[0] for row in pages], [row[1] for row in pages]
    for start, end in passages:
        reasons = categories.inside(start, end)
        own = [*report, *(page_mark(numbers[at]) for at in _pages(starts, start, end))]
        own += [token(subject, SUBJECT) for subject in subjects.inside(start, end)]
        own += [token(category, CATEGORY) for category in reasons]
        yield Marked(" ".join([*own, WHY] if reasons else own), "、".join(reasons) or None)


def _pages(starts: Sequence[int], start: int, end: int) -> range:
    """The indices of the pages that a span stands on."""
    if not starts:
        return range(0)
    last = max(start, end - 1)
    return range(max(0, bisect_right(starts, start) - 1), max(1, bisect_right(starts, last)))
