"""The tables, indices and full-text index of index.db (docs/schema.md), made with sqlite-utils.

An index is made under another name and then renamed, so that a killed run leaves no half-made one.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey

from extractor.store import fulltext
from extractor.store.database import APPLICATION_ID, SCHEMA_VERSION
from extractor.store.tokens import TOKENS_VERSION
from extractor.store.views import VIEWS

Columns = dict[str, type]

_PLACE: Columns = {"source": str, "page": int, "start": int, "end": int}
_FACT: Columns = {"id": int, "document_id": int, "year": int}

TABLES: dict[str, Columns] = {
    "meta": {"key": str, "value": str},
    "documents": {
        "id": int, "sha256": str, "name": str, "format": str, "title": str, "organisation": str, "year": int,
        "kind": str, "pages": int, "characters": int, "status": str, "message": str, "closed": int, "closable": int,
        "unbound": int, "facts": int, "findings": int, "version": str, "indexed_at": str,
    },
    "files": {"path": str, "document_id": int, "size": int, "mtime_ns": int},
    "texts": {"document_id": int, "start": int, "text": str},
    "pages": {
        "id": int, "document_id": int, "number": int, "start": int, "end": int, "confidence": float, "doubtful": str,
    },
    "sections": {
        "id": int, "document_id": int, "level": int, "number": str, "title": str, "start": int, "end": int,
        "page": int, "parent": int,
    },
    "passages": {
        "id": int, "document_id": int, "section_id": int, "text": str, "blank": str, "start": int, "end": int,
        "page": int, "explains": int, "categories": str,
    },
    "tables": {
        "id": int, "document_id": int, "name": str, "title": str, "page": int, "start": int, "end": int, "rows": int,
        "columns": int, "cells": str,
    },
    "subjects": {
        "id": int, "name": str, "code": str, "class": str, "subclass": str, "item": str, "leaf": str, "canonical": str,
    },
    "amounts": {
        **_FACT, "subject_id": int, "code": str, "measure": str, "value": str, "unit": str, "yuan": str,
        "stated": str, "table": str, "column": str, **_PLACE,
    },
    "variances": {
        **_FACT, "subject_id": int, "code": str, "compared_with": str, "baseline": str, "actual": str, "change": str,
        "change_rate": str, "completion_rate": str, "unit": str, "direction": str, "reason": str, "category": str,
        "categories": str, "filled_budget": str, "filled_actual": str, "filled_difference": str, "filled_rate": str,
        "filled_unit": str, **_PLACE,
    },
    "explained": {
        "id": int, "document_id": int, "passage_id": int, "subject_id": int, "year": int, "class": str,
        "depth": int, "compared_with": str, "direction": str, "category": str, "categories": str, "budget": float, "actual": float,
        "difference": float, "rate": float,
    },
    "projects": {
        **_FACT, "project": str, "budget": str, "executed": str, "completion_rate": str, "unit": str, "score": str,
        "problems": str, "improvements": str, **_PLACE,
    },
    "indicators": {
        **_FACT, "project_id": int, "project": str, "indicator": str, "type": str, "comparator": str, "target": str,
        "actual": str, "unit": str, "score": str, "full_score": str, "reason": str, "category": str, **_PLACE,
    },
    "reasons": {
        **_FACT, "variance_id": int, "indicator_id": int, "subject": str, "compared_with": str, "direction": str,
        "text": str, "category": str, "rank": int, **_PLACE,
    },
    "findings": {
        **_FACT, "rule": str, "severity": str, "message": str, "expected": str, "observed": str, "evidence": str,
        **_PLACE,
    },
    "unbound": {
        "id": int, "document_id": int, "text": str, "page": int, "start": int, "end": int, "quote": str,
    },
    "sums": {
        "id": int, "document_id": int, "name": str, "total": str, "parts": str, "count": int, "closed": int,
    },
}  # fmt: skip

QUOTED = tuple(table for table, columns in TABLES.items() if "source" in columns)
"""The tables of facts, whose views have the clause that they were read from."""

_KEYS: dict[str, str | tuple[str, ...]] = {"meta": "key", "files": "path", "texts": ("document_id", "start")}
_UNIQUE = {"documents": ["sha256"], "subjects": ["name"]}
REFERENCES = {"document_id": "documents", "subject_id": "subjects"}
"""Foreign keys, ON DELETE CASCADE: each needs an index of its own."""
WITHIN = {
    "section_id": "sections",
    "parent": "sections",
    "passage_id": "passages",
    "project_id": "projects",
    "variance_id": "variances",
    "indicator_id": "indicators",
}
"""What points at a row of the same document, and goes with it."""
_REQUIRED = {
    *("document_id", "sha256", "name", "value", "start", "end", "text", "quote", "status", "measure", "path", "cells"),
}
_OPTIONAL = {"tables": {"name"}, "passages": {"text"}}
# The long one of `explained` adds up items by whatever they are grouped by, without reading the table.
# Several columns together where questions name them together: an index of a column with few values misleads SQLite.
_INDEXED = {
    "documents": ["name", "organisation, name, status", "year", "kind", "status", "indexed_at"],
    "amounts": ["subject_id, year, measure, document_id, value, unit"],
    "variances": ["subject_id, year, compared_with", "year, compared_with, direction"],
    "explained": [
        "category, difference",
        "year, difference",
        "class, difference",
        "difference",
        "budget",
        "actual",
        "rate",
        "depth, compared_with, category, class, year, direction, subject_id, document_id, budget, actual, difference",
        "passage_id",
    ],
    "reasons": ["category"],
    "projects": ["project"],
    "indicators": ["category", "indicator"],
    "findings": ["rule"],
    "subjects": ["canonical", "code"],
    "tables": ["name"],
}


def create(path: Path) -> None:
    """Make an empty index at `path`, whole or not at all; one that another program has made meanwhile stays."""
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    making.unlink(missing_ok=True)
    try:
        database = Database(sqlite3.connect(making))
        database.execute("PRAGMA synchronous = OFF")  # a hundred statements, one wait for the disk at the end
        _define(database)
        database.close()
        with making.open("rb+") as made:
            os.fsync(made.fileno())
        _put(making, path)
    finally:
        making.unlink(missing_ok=True)


def _put(making: Path, path: Path) -> None:
    """Call the file `path`, unless there is something of that name."""
    try:
        os.link(making, path)
    except FileExistsError:
        if not path.stat().st_size:
            os.replace(making, path)
    except OSError:  # a file system without links
        if not path.exists():
            os.replace(making, path)


def _define(database: Database) -> None:
    for name, columns in TABLES.items():
        database.execute(_table(database, name, columns))
        indices = [together.split(", ") for together in _INDEXED.get(name, [])]
        first = {*_key(name)[:1], *(together[0] for together in indices)}
        for together in [*([column] for column in REFERENCES if column in columns and column not in first), *indices]:
            database.table(name).create_index(together)
        for column in _UNIQUE.get(name, []):
            database.table(name).create_index([column], unique=True)
    for name, sql in VIEWS.items():
        database.create_view(name, sql)
    for statement in fulltext.CREATE:
        database.execute(statement)
    database.table("meta").insert_all([{"key": "tokens", "value": TOKENS_VERSION}])
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _table(database: Database, name: str, columns: Columns) -> str:
    key = _key(name)
    made = database.create_table_sql(
        name,
        columns,
        pk=key if len(key) > 1 else key[0],
        foreign_keys=[
            ForeignKey(name, column, other, "id", on_delete="CASCADE")
            for column, other in REFERENCES.items()
            if column in columns
        ],
        not_null=_REQUIRED & set(columns) - set(key) - _OPTIONAL.get(name, set()),
    )
    return f"{made.rstrip().rstrip(';')} WITHOUT ROWID" if len(key) > 1 else made


def _key(table: str) -> tuple[str, ...]:
    """The columns of its primary key."""
    key = _KEYS.get(table, "id")
    return key if isinstance(key, tuple) else (key,)
