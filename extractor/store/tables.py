"""The tables of documents in index.db: every one as printed, under its canonical name where it is a known one."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from extractor.report import TableNote
from extractor.store.database import ReadOnly

Cells = tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A table: `name` is None where it is none that is known; `cells[row][column]` is None where a merged cell goes on.

    `rows` and `columns` are how many it has, `page` is that of its first row, None for formats without pages.
    """

    id: int
    document_id: int
    document: str
    name: str | None
    title: str | None
    page: int | None
    start: int
    end: int
    rows: int
    columns: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """A table that was not recognised: kept, searchable, no figure read from it."""

    title: str | None
    page: int | None
    start: int
    end: int
    rows: int
    columns: int


def values(note: TableNote) -> dict[str, Any]:
    """The columns of a table."""
    return {
        "name": note.name,
        "title": note.title,
        "page": note.page,
        "start": note.start,
        "end": note.end,
        "rows": note.rows,
        "columns": note.columns,
        "cells": json.dumps(note.cells, ensure_ascii=False, separators=(",", ":")),
    }


def of_document(database: ReadOnly, document_id: int, page: tuple[int, int] | None = None) -> list[TableRow]:
    """The tables of a document in the order of the text; with `page`, those that share characters with this span."""
    first, last = page or (0, None)
    found = database.rows(
        'SELECT id, document_id, document, name, title, page, start, "end", rows, columns, cells FROM v_tables'
        ' WHERE document_id = :document AND "end" > :first AND (:last IS NULL OR start < :last) ORDER BY start, id',
        {"document": document_id, "first": first, "last": last},
    )
    return [TableRow(**{**dict(row), "cells": _cells(row["cells"])}) for row in found]


def recognised(database: ReadOnly) -> dict[int, dict[str, int]]:
    """By document id: how many tables of every canonical name it has."""
    names: dict[int, Counter[str]] = {}
    for document, name in database.rows("SELECT document_id, name FROM tables WHERE name IS NOT NULL ORDER BY start"):
        names.setdefault(document, Counter())[name] += 1
    return {document: dict(counted) for document, counted in names.items()}


def unrecognised(database: ReadOnly) -> dict[int, tuple[UnknownTable, ...]]:
    """By document id: the tables that are none that is known."""
    tables: dict[int, list[UnknownTable]] = {}
    sql = 'SELECT document_id, title, page, start, "end", rows, columns FROM tables WHERE name IS NULL ORDER BY start'
    for document, *own in database.rows(sql):
        tables.setdefault(document, []).append(UnknownTable(*own))
    return {document: tuple(found) for document, found in tables.items()}


def _cells(stored: str) -> Cells:
    return tuple(tuple(row) for row in json.loads(stored))
