"""Datasette's plugin: every connection speaks our functions and has the corrections laid over it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from datasette import hookimpl

from extractor.corrections.overlay import Overlay
from extractor.store.tokens import normalise, phrase, terms


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """`norm(text)` and `matching(words)`, and temporary views of the corrected facts."""
    conn.create_function("norm", 1, lambda text: None if text is None else normalise(text), deterministic=True)
    conn.create_function("matching", 1, _matching, deterministic=True)
    path = datasette.databases[database].path if database in datasette.databases else None
    if path:
        overlay = Overlay(Path(path))
        if overlay.stamp() is not None:
            overlay.apply(conn)
        conn.execute("PRAGMA query_only = 1")


def _matching(words: str | None) -> str:
    """A full-text query for passages that hold all words."""
    return " AND ".join(phrase(term) for term in terms(words or "")) or '"没有词语"'
