"""A part as it is stored: of the text and the quotes, which the views read out of it, each character once.

Made by the process that extracted, so that the one that writes has little else to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from extractor.store.marks import Names, marked
from extractor.store.part import SAID, Part, Rows
from extractor.store.schema import QUOTED
from extractor.store.stored import blank, stretches

_NAMING = ("amounts", "variances")
"""The tables of facts about a subject."""


@dataclass(frozen=True, slots=True)
class Compact:
    """A part's rows by table with the columns of the index; `words`: of its passages in their order, what is said in
    them and their marks but that of the document.
    """

    sha256: str
    tables: dict[str, Rows]
    words: list[str]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(len(rows.values) for rows in self.tables.values())


def compact(part: Part) -> Compact:
    """What is stored of a part."""
    text = "".join(text for (text,) in _of(part, "texts", "text"))
    tables = {name: _stored(name, rows, text) for name, rows in part.tables.items()}
    return Compact(part.sha256, tables, list(_words(part)))


def _words(part: Part) -> Iterator[str]:
    ((organisation, name, year),) = _of(part, "documents", "organisation", "name", "year")
    subjects = [name for (name,) in _of(part, "subjects", "name")]
    own = marked(
        organisation or name,
        year,
        _of(part, "pages", "start", "number"),
        _of(part, "passages", "start", "end"),
        Names((at, subjects[one]) for facts in _NAMING for at, one in _of(part, facts, "start", "subject_id")),
        Names((at, named) for at, named in _of(part, "reasons", "start", "category") if named is not None),
    )
    said = _of(part, "passages", SAID)
    return (f"{said} {each.marks}" for (said,), each in zip(said, own, strict=True))


def _stored(table: str, rows: Rows, text: str) -> Rows:
    if table == "texts":
        return Rows(("start", "text"), list(stretches(text)))
    if table == "passages":
        place = _values(rows, "start", "end", "text")
        blanks = [blank(text[start:end], said) for start, end, said in place]
        own = [said if between is None else None for between, (_, _, said) in zip(blanks, place, strict=True)]
        return _and(_without(rows, "text", SAID), text=own, blank=blanks)
    return _without(rows, "quote") if table in QUOTED else rows


def _without(rows: Rows, *columns: str) -> Rows:
    kept = [at for at, name in enumerate(rows.columns) if name not in columns]
    own = itemgetter(*kept)
    return Rows(own(rows.columns), [own(row) for row in rows.values])


def _and(rows: Rows, **more: Sequence[Any]) -> Rows:
    """The rows with further columns, given by their values."""
    added = zip(*more.values(), strict=True)
    return Rows((*rows.columns, *more), [(*row, *own) for row, own in zip(rows.values, added, strict=True)])


def _of(part: Part, table: str, *columns: str) -> list[tuple[Any, ...]]:
    """The values of some columns of a table."""
    rows = part.tables.get(table)
    return _values(rows, *columns) if rows else []


def _values(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    at = [rows.columns.index(name) for name in columns]
    return [tuple(row[each] for each in at) for row in rows.values]
