"""A part written: bulk inserts with ids given out beforehand (the caller holds the transaction)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from extractor.store import fulltext
from extractor.store.part import SAID, Part, Rows
from extractor.store.schema import QUOTED, WITHIN
from extractor.store.stored import blank, stretches

Change = Callable[[Any], Any]

_NUMBERED = ("documents", "sections", "passages", "variances", "projects", "indicators")
_SHARED = {"explained": "variances"}  # its rows have the ids of those


def insert(database: sqlite3.Connection, part: Part, sha256: str, version: str, now: str) -> int:
    """Write all rows of one part; the id of its document."""
    first = {table: _next(database, table) for table in _NUMBERED}
    document_id = first["documents"]
    subjects = _subjects(database, part.tables.get("subjects"))
    text = _text(part)
    for table, rows in part.tables.items():
        if table == "documents":
            _bulk(database, table, _with(rows, id=document_id, sha256=sha256, version=version, indexed_at=now))
        elif table != "subjects":
            rows = _compact(table, rows, text)
            changes = _changes(table, rows.columns, first, subjects)
            _bulk(database, table, _with(_changed(rows, changes), document_id=document_id))
    fulltext.add(database, document_id, _said(part))
    return document_id


def _changes(table: str, columns: Sequence[str], first: dict[str, int], subjects: Sequence[int]) -> dict[int, Change]:
    """By column: how the values of a part become those of the index."""

    def behind(number: int) -> Change:
        return lambda value: None if value is None else number + value

    changes: dict[int, Change] = {}
    for at, column in enumerate(columns):
        if column == "subject_id":
            changes[at] = subjects.__getitem__
        elif column in WITHIN:
            changes[at] = behind(first[WITHIN[column]])
        elif column == "id":
            changes[at] = behind(first[_SHARED.get(table, table)])
    return changes


def _changed(rows: Rows, changes: dict[int, Change]) -> Rows:
    if not changes:
        return rows
    values = []
    for row in rows.values:
        own = list(row)
        for at, change in changes.items():
            own[at] = change(own[at])
        values.append(tuple(own))
    return Rows(rows.columns, values)


def _with(rows: Rows, **more: Any) -> Rows:
    """The rows with further columns that have the same value in all of them."""
    added = tuple(more.values())
    return Rows((*rows.columns, *more), [(*row, *added) for row in rows.values])


def _compact(table: str, rows: Rows, text: str) -> Rows:
    """What is stored of the rows: of the text and the quotes, which the views read out of it, each character once."""
    if table == "texts":
        return Rows(("start", "text"), list(stretches(text)))
    if table == "passages":
        place = _of(rows, "start", "end", "text")
        blanks = [blank(text[start:end], said) for start, end, said in place]
        own = [said if between is None else None for between, (_, _, said) in zip(blanks, place, strict=True)]
        return _and(_without(rows, "text", SAID), text=own, blank=blanks)
    return _without(rows, "quote") if table in QUOTED else rows


def _without(rows: Rows, *columns: str) -> Rows:
    kept = [at for at, name in enumerate(rows.columns) if name not in columns]
    return Rows(tuple(rows.columns[at] for at in kept), [tuple(row[at] for at in kept) for row in rows.values])


def _and(rows: Rows, **more: Sequence[Any]) -> Rows:
    """The rows with further columns, given by their values."""
    added = zip(*more.values(), strict=True)
    return Rows((*rows.columns, *more), [(*row, *own) for row, own in zip(rows.values, added, strict=True)])


def _of(rows: Rows, *columns: str) -> list[tuple[Any, ...]]:
    """The values of some columns."""
    at = [rows.columns.index(name) for name in columns]
    return [tuple(row[each] for each in at) for row in rows.values]


def _said(part: Part) -> list[str]:
    """The tokens of the passages."""
    rows = part.tables.get("passages")
    return [said for (said,) in _of(rows, SAID)] if rows else []


def _text(part: Part) -> str:
    """The stored text."""
    return "".join(text for (text,) in _of(part.tables["texts"], "text")) if "texts" in part.tables else ""


def _subjects(database: sqlite3.Connection, rows: Rows | None) -> list[int]:
    """The ids of the subjects of a part, new ones added; the first code met stays."""
    if rows is None:
        return []
    columns = ", ".join(rows.columns)
    sql = (
        f"INSERT INTO subjects ({columns}) VALUES ({', '.join('?' * len(rows.columns))})"
        " ON CONFLICT (name) DO UPDATE SET code = excluded.code WHERE code IS NULL AND excluded.code IS NOT NULL"
    )
    database.executemany(sql, rows.values)
    at = rows.columns.index("name")
    names = [row[at] for row in rows.values]
    ids: dict[str, int] = {}
    for at in range(0, len(names), _ASKED):  # not as JSON, which ends a name at a NUL
        asked = names[at : at + _ASKED]
        find = f"SELECT name, id FROM subjects WHERE name IN ({', '.join('?' * len(asked))})"
        ids.update(map(tuple, database.execute(find, asked)))
    return [ids[name] for name in names]


_ASKED = 500
"""Names that one statement asks for."""


def _next(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def _bulk(database: sqlite3.Connection, table: str, rows: Rows) -> None:
    """executemany: five times as fast as sqlite-utils for many rows."""
    columns = ", ".join(f'"{name}"' for name in rows.columns)
    marks = ", ".join("?" * len(rows.columns))
    database.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows.values)
