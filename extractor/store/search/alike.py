"""Reasons like a given one: by their words (rapidfuzz), among the passages that share pieces of them; no model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.store.filters import EVERYTHING, Filter
from extractor.store.marks import WHY
from extractor.store.rows import AlikeRow, ReasonRow
from extractor.store.tokens import normalise, phrase

if TYPE_CHECKING:
    from extractor.store.index import Index

PIECES = (5, 3, 2)
"""Characters of the pieces that a passage must share one of: shorter ones where longer ones find too few."""
ENOUGH = 200
"""Passages that are looked at closely."""
LEAST = 30.0
"""The least likeness (of 100) that is told."""
SAME_CATEGORY = 10.0
"""What a reason of the same category is preferred by, in points of likeness."""

_PASSAGES = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? ORDER BY bm25(passages_fts, 1.0, 0.0) LIMIT ?"
_REASONS = """SELECT v.document_id, v.id FROM passages p JOIN variances v ON v.document_id = p.document_id
    AND v."end" > p.start AND v.start < p."end" WHERE v.reason IS NOT NULL AND p.id IN ({marks})"""


def alike(index: Index, reason: int | str, limit: int = 20, wanted: Filter = EVERYTHING) -> list[AlikeRow]:
    """The reasons that fit `wanted` and are like the text or the reason of that id, the likest first."""
    own = index.reason(reason) if isinstance(reason, int) else None
    text = normalise(own.reason or "" if own else str(reason))
    categories = set((own.categories or "").split("、") if own else _categories(str(reason)))
    found = [row for row in _candidates(index, text, wanted) if own is None or row.id != own.id]
    return _ranked(text, categories, found)[:limit]


def _candidates(index: Index, text: str, wanted: Filter) -> list[ReasonRow]:
    passages: dict[int, None] = {}
    for size in PIECES:
        pieces = list(dict.fromkeys(text[at : at + size] for at in range(0, max(1, len(text) - size + 1))))
        if not text or len(passages) >= ENOUGH:
            break
        match = f'marks : "{WHY}" AND ({" OR ".join(f"tokens : {phrase(piece)}" for piece in pieces)})'
        passages.update((row[0], None) for row in index.select(_PASSAGES, [match, ENOUGH - len(passages)]))
    found = index.select(_REASONS.format(marks=", ".join("?" * len(passages))), list(passages))
    documents = {row[0] for row in found}
    if wanted.documents is not None:
        documents &= set(wanted.documents)
    ids = {row[1] for row in found}
    return [row for row in index.reasons(replace(wanted, documents=sorted(documents))) if row.id in ids]


def _categories(text: str) -> Iterable[str]:
    from extractor.facts.reasons import causes  # reads the lexicon, which a search does not need

    return (cause.category for cause in causes(text))


def _ranked(text: str, categories: set[str], found: Sequence[ReasonRow]) -> list[AlikeRow]:
    from rapidfuzz import fuzz, process  # 0.1 s to import, and seldom needed

    reasons = [normalise(row.reason or "") for row in found]
    close = process.extract(text, reasons, scorer=fuzz.ratio, limit=None, score_cutoff=LEAST)
    preferred = [
        (likeness + SAME_CATEGORY * bool(categories & set((found[at].categories or "").split("、"))), likeness, at)
        for _, likeness, at in close
    ]
    preferred.sort(key=lambda each: (-each[0], found[each[2]].id))
    return [AlikeRow(round(likeness, 1), found[at]) for _, likeness, at in preferred]
