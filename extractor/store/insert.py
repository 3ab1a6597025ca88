"""A compact part written: bulk inserts with ids given out beforehand (the caller holds the transaction)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from extractor.store import fulltext
from extractor.store.compact import Compact
from extractor.store.part import Rows
from extractor.store.schema import WITHIN

Change = Callable[[Any], Any]

_NUMBERED = ("documents", "sections", "passages", "variances", "projects", "indicators")
_SHARED = {"explained": "variances"}  # its rows have the ids of those


def insert(database: sqlite3.Connection, part: Compact, sha256: str, version: str, now: str) -> int:
    """Write all rows of one part; the id of its document."""
    first = {table: _next(database, table) for table in _NUMBERED}
    document_id = first["documents"]
    subjects = _subjects(database, part.tables.get("subjects"))
    for table, rows in part.tables.items():
        if table == "documents":
            columns = (*rows.columns, "id", "sha256", "version", "indexed_at")
            own = [(*row, document_id, sha256, version, now) for row in rows.values]
            _bulk(database, table, columns, own)
        elif table != "subjects":
            changes = _changes(table, rows.columns, first, subjects)
            _bulk(database, table, (*rows.columns, "document_id"), _placed(rows, changes, document_id))
    fulltext.add(database, document_id, part.words)
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


def _placed(rows: Rows, changes: dict[int, Change], document_id: int) -> list[list[Any]]:
    """The values of rows as the index has them, the id of their document last."""
    placed = [[*row, document_id] for row in rows.values]
    for at, change in changes.items():
        for row in placed:
            row[at] = change(row[at])
    return placed


def _subjects(database: sqlite3.Connection, rows: Rows | None) -> list[int]:
    """The ids of the subjects of a part, new ones added; the first code met stays."""
    if rows is None:
        return []
    named = {row[rows.columns.index("name")]: row for row in rows.values}
    code = rows.columns.index("code")
    known = _known(database, [*named])
    first = _next(database, "subjects")
    new = {name: first + at for at, name in enumerate(name for name in named if name not in known)}
    _bulk(database, "subjects", ("id", *rows.columns), [(id_, *named[name]) for name, id_ in new.items()])
    coded = [(named[name][code], id_) for name, (id_, had) in known.items() if had is None and named[name][code]]
    database.executemany("UPDATE subjects SET code = ? WHERE id = ?", coded)
    return [new[name] if name in new else known[name][0] for name in named]


def _known(database: sqlite3.Connection, names: Sequence[str]) -> dict[str, tuple[int, str | None]]:
    """The ids and codes of the subjects that the index has among these names."""
    found: dict[str, tuple[int, str | None]] = {}
    for at in range(0, len(names), _ASKED):  # not as JSON, which ends a name at a NUL
        asked = names[at : at + _ASKED]
        sql = f"SELECT name, id, code FROM subjects WHERE name IN ({', '.join('?' * len(asked))})"
        found.update((name, (id_, code)) for name, id_, code in database.execute(sql, asked))
    return found


_ASKED = 500
"""Names that one statement asks for."""


def _next(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def _bulk(database: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """executemany: five times as fast as sqlite-utils for many rows."""
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    database.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
