"""A passage that was found, as it is shown: where the words stand in it and in the document."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from extractor.store.database import ReadOnly
from extractor.store.rows import Hit
from extractor.store.stored import between
from extractor.store.tokens import find

SNIPPET = 120
"""Characters of a passage shown with a hit."""

_FOUND = f"SELECT p.*, {between('p')} AS stored FROM v_passages p WHERE p.id IN (SELECT value FROM json_each(?))"


def hits(database: ReadOnly, scores: Mapping[int, float], words: Sequence[str]) -> tuple[Hit, ...]:
    """The passages of these ids, in this order, with their scores; `words`, normalised, are highlighted."""
    rows = {row["id"]: row for row in database.rows(_FOUND, [json.dumps(list(scores))])}
    found = tuple(words)
    return tuple(_hit(rows[id_], found, score) for id_, score in scores.items() if id_ in rows)


def _hit(row: Any, words: tuple[str, ...], score: float) -> Hit:
    text: str = row["text"]
    found = find(text, words)
    first, last = _window(text, found[0][0] if found else 0)
    spans = tuple((start - first, end - first) for start, end in found if start >= first and end <= last)
    start, end = _in_document(row, found if row["stored"] == text else find(row["stored"], words))
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
        score=score,
    )


def _window(text: str, at: int) -> tuple[int, int]:
    """A window of the passage that begins a little before the first word."""
    first = max(0, min(at - SNIPPET // 4, len(text) - SNIPPET))
    return first, min(len(text), first + SNIPPET)


def _in_document(row: Any, found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the first word stands in the stored text: the passage's own place where line breaks hide the word."""
    start, end = row["start"], row["end"]
    return (start + found[0][0], start + found[0][1]) if found else (start, end)
