"""Full-text search over passages."""

from __future__ import annotations

from typing import Any

from extractor.store.database import ReadOnly
from extractor.store.rows import Hit, Results
from extractor.store.tokens import find, phrases, terms

SNIPPET = 120
"""Characters of a passage shown with a hit."""

_FOUND = "passages_fts MATCH ? AND (? IS NULL OR p.document_id = ?)"
# bm25 is the smaller the better, and favours short passages; an explanation, which is long, counts twice.
_SCORE = "bm25(passages_fts) * (1 + min(p.explains, 1))"
_HITS = f"""
    SELECT p.*, {_SCORE} AS score
    FROM passages_fts JOIN v_passages p ON p.id = passages_fts.rowid
    WHERE {_FOUND} ORDER BY score, p.document, p.start LIMIT ? OFFSET ?"""
_TOTAL = f"SELECT count(*) FROM passages_fts JOIN passages p ON p.id = passages_fts.rowid WHERE {_FOUND}"


def search(database: ReadOnly, query: str, limit: int, offset: int, document: int | None) -> Results:
    """The passages that hold every term of the query; with `document`, of that document only."""
    wanted = terms(query)
    if not wanted:
        return Results(0, (), ())
    match = [phrases(wanted), document, document]
    total = int(database.value(_TOTAL, match))
    rows = database.rows(_HITS, [*match, limit, offset]) if total else []
    return Results(total, tuple(_hit(database, row, wanted) for row in rows), wanted)


def _hit(database: ReadOnly, row: Any, wanted: tuple[str, ...]) -> Hit:
    text: str = row["text"]
    found = find(text, wanted)
    first, last = _window(text, found[0][0])
    spans = tuple((start - first, end - first) for start, end in found if start >= first and end <= last)
    start, end = _in_document(database, row, wanted)
    return Hit(
        passage_id=row["id"],
        document_id=row["document_id"],
        document=row["document"],
        organisation=row["organisation"],
        year=row["year"],
        page=row["page"],
        section=row["section"],
        start=start,
        end=end,
        snippet=text[first:last],
        spans=spans,
        explains=row["explains"] > 0,
        score=row["score"],
    )


def _window(text: str, at: int) -> tuple[int, int]:
    """A window of the passage that begins a little before the first term."""
    first = max(0, min(at - SNIPPET // 4, len(text) - SNIPPET))
    return first, min(len(text), first + SNIPPET)


def _in_document(database: ReadOnly, row: Any, wanted: tuple[str, ...]) -> tuple[int, int]:
    """Where the first term stands in the stored text: the passage's own place where line breaks hide the term."""
    sql = "SELECT substr(text, ?, ?) FROM texts WHERE document_id = ?"
    start, end = row["start"], row["end"]
    stored = database.value(sql, [start + 1, end - start, row["document_id"]]) or ""
    found = find(stored, wanted)
    return (start + found[0][0], start + found[0][1]) if found else (start, end)
