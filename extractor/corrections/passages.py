"""Passages marked anew: what a search for a subject or a category looks at (extractor/store/marks.py)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from extractor.corrections.decisions import Reviewed
from extractor.store.marks import CATEGORY, SUBJECT, WHY, whole
from extractor.store.tokens import tokens


def mark(connection: sqlite3.Connection, reviewed: Reviewed) -> None:
    """The passages in which a reviewed fact begins, with the names of the facts that are in them now."""
    connection.execute("CREATE TABLE temp.revised_passages (id INTEGER PRIMARY KEY, categories TEXT)")
    connection.execute("CREATE VIRTUAL TABLE temp.revised_fts USING fts5 (tokens, marks, tokenize = 'ascii')")
    kinds = ("amount", "variance", "reason")
    starts = {(row["document_id"], row["start"]) for kind in kinds for row in reviewed.rows.get(kind, {}).values()}
    found = {
        row[0]: row
        for document, start in sorted(starts)
        for row in connection.execute(
            'SELECT id, document_id, start, "end", tokens, marks FROM main.passages'
            ' WHERE document_id = ? AND start <= ? AND "end" > ?',
            [document, start, start],
        )
    }
    for passage, document, start, end, said, marks in found.values():
        place = [document, start, end]
        subjects = _names(connection, ("v_amounts", "v_variances"), "subject", place)
        categories = _names(connection, ("v_causes",), "category", place)
        kept = [mark for mark in marks.split() if mark != WHY and mark[0] not in (SUBJECT, CATEGORY)]
        kept += [tokens(whole(name), SUBJECT) for name in subjects]
        kept += [tokens(whole(name), CATEGORY) for name in categories]
        kept += [WHY] if categories else []
        joined = "、".join(categories) or None
        connection.execute("INSERT INTO temp.revised_passages VALUES (?, ?)", [passage, joined])
        revised = [passage, said, " ".join(kept)]
        connection.execute("INSERT INTO temp.revised_fts (rowid, tokens, marks) VALUES (?, ?, ?)", revised)


def _names(connection: sqlite3.Connection, views: Iterable[str], column: str, place: list[int]) -> list[str]:
    """The different names in the facts that begin in a passage, in the order of the text."""
    each = [
        f"SELECT {column}, start, id FROM {view} WHERE document_id = ? AND start >= ? AND start < ?" for view in views
    ]
    sql = f"{' UNION ALL '.join(each)} ORDER BY 2, 3"
    return list(dict.fromkeys(row[0] for row in connection.execute(sql, place * len(each)) if row[0]))
