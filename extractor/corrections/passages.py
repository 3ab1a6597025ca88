"""Passages marked anew: what a search for a subject or a category looks at (extractor/store/marks.py)."""

from __future__ import annotations

import sqlite3

from extractor.corrections.decisions import Reviewed
from extractor.store.marks import marks
from extractor.store.tokens import tokens


def mark(connection: sqlite3.Connection, reviewed: Reviewed) -> None:
    """The passages in which a reviewed fact begins, with the names of the facts that are in them now."""
    connection.execute("CREATE TABLE temp.revised_passages (id INTEGER PRIMARY KEY, categories TEXT)")
    connection.execute("CREATE VIRTUAL TABLE temp.revised_fts USING fts5 (words, tokenize = 'ascii')")
    kinds = ("amount", "variance", "reason")
    starts: dict[int, set[int]] = {}
    for kind in kinds:
        for row in reviewed.rows.get(kind, {}).values():
            starts.setdefault(row["document_id"], set()).add(row["start"])
    for document, places in sorted(starts.items()):
        marked = marks(connection, document)
        for passage, text in _passages(connection, document, places).items():
            now = marked[passage]
            connection.execute("INSERT INTO temp.revised_passages VALUES (?, ?)", [passage, now.categories])
            revised = [passage, f"{tokens(text)} {now.marks}"]
            connection.execute("INSERT INTO temp.revised_fts (rowid, words) VALUES (?, ?)", revised)


def _passages(connection: sqlite3.Connection, document: int, places: set[int]) -> dict[int, str]:
    """The texts of the passages in which one of these places is, by id."""
    sql = 'SELECT id, text FROM main.v_passages WHERE document_id = ? AND start <= ? AND "end" > ?'
    return dict(row for place in sorted(places) for row in connection.execute(sql, [document, place, place]))
