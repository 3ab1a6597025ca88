"""The full-text index `passages_fts`. It keeps no text: what it is to forget it is told again, as it was when added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from extractor.store.marks import document_mark, marks
from extractor.store.tokens import tokens

CREATE = (
    # `ascii` takes every character beyond ASCII for part of a token; what a token is, tokens.py decides.
    "CREATE VIRTUAL TABLE passages_fts USING fts5 (words, content = '', columnsize = 0, tokenize = 'ascii')",
    # Other programs cannot say what is to be forgotten: better that they cannot delete than that half is left.
    """CREATE TRIGGER documents_indexed BEFORE DELETE ON documents
    WHEN EXISTS (SELECT 1 FROM passages_fts WHERE passages_fts MATCH '"“d' || OLD.id || '"')
    BEGIN SELECT RAISE(ABORT, 'only juesuan index --prune removes documents'); END""",
)

_TEXTS = "SELECT text FROM v_passages WHERE document_id = ? ORDER BY id"
_IDS = "SELECT id FROM passages WHERE document_id = ? ORDER BY id"
_ADD = "INSERT INTO passages_fts (rowid, words) VALUES (?, ?)"
_FORGET = "INSERT INTO passages_fts (passages_fts, rowid, words) VALUES ('delete', ?, ?)"


def add(database: sqlite3.Connection, document_id: int, words: Iterable[str] | None = None) -> None:
    """Index the passages of a document, all its rows written; `words`: what is said in them and their marks but that of
    the document, where they are at hand.
    """
    if words is None:
        entries = _entries(database, document_id)
    else:
        ids = (row[0] for row in database.execute(_IDS, [document_id]).fetchall())
        last = document_mark(document_id)
        entries = ((id_, f"{own} {last}") for id_, own in zip(ids, words, strict=True))
    database.executemany(_ADD, entries)


def forget(database: sqlite3.Connection, document_id: int) -> None:
    """Take the passages of a document out of the index, before anything of it is deleted or changed."""
    database.executemany(_FORGET, _entries(database, document_id))


def _entries(database: sqlite3.Connection, document_id: int) -> Iterable[tuple[int, str]]:
    texts = database.execute(_TEXTS, [document_id]).fetchall()
    marked = marks(database, document_id)
    return [(id_, f"{tokens(text)} {each.marks}") for (id_, each), (text,) in zip(marked.items(), texts, strict=True)]
