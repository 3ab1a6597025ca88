"""Reasons like a given one: by their words (rapidfuzz), among the passages that share pieces of them; no model."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.store.filters import EVERYTHING, Filter
from extractor.store.marks import WHY
from extractor.store.rows import AlikeRow, ReasonRow
from extractor.store.search.ranking import scores
from extractor.store.tokens import normalise, phrase

if TYPE_CHECKING:
    from extractor.store.index import Index

PIECES = (5, 3, 2)
"""Characters of the pieces that a passage must share one of: shorter ones where longer ones find too few."""
SPREAD = 16
"""Pieces of a longer text, evenly spread over it: a passage that is like it shares more than one."""
NEAR = 1000
"""Passages that are taken for each piece."""
ENOUGH = 200
"""Passages that are looked at closely."""
LEAST = 30.0
"""The least likeness (of 100) that is told."""
SAME_CATEGORY = 10.0
"""What a reason of the same category is preferred by, in points of likeness."""

_PASSAGES = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? LIMIT ?"
_REASONS = """SELECT v.id FROM passages p JOIN variances v ON v.document_id = p.document_id
    AND v."end" > p.start AND v.start < p."end" WHERE v.reason IS NOT NULL AND p.id IN (SELECT value FROM json_each(?))"""


def alike(index: Index, reason: int | str, limit: int = 20, wanted: Filter = EVERYTHING) -> list[AlikeRow]:
    """The reasons that fit `wanted` and are like the text or the reason of that id, the likest first."""
    own = index.reason(reason) if isinstance(reason, int) else None
    text = normalise(own.reason or "" if own else str(reason))
    categories = set((own.categories or "").split("、") if own else _categories(str(reason)))
    found = [row for row in _candidates(index, text, wanted) if own is None or row.id != own.id]
    return _ranked(text, categories, found)[:limit]


def _candidates(index: Index, text: str, wanted: Filter) -> list[ReasonRow]:
    passages: dict[int, None] = {}
    for pieces in _pieces(text):
        shared: Counter[int] = Counter()
        for piece in pieces:
            match = f'"{WHY}" AND {phrase(piece)}'
            shared.update(row[0] for row in index.select(_PASSAGES, [match, NEAR]))
        first = [id_ for id_, _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:NEAR]]
        fitting = scores(index.database, first, pieces)
        nearest = sorted(fitting, key=lambda id_: (fitting[id_], id_))
        passages.update(dict.fromkeys(nearest[: ENOUGH - len(passages)]))
        if len(passages) >= ENOUGH:
            break
    ids = {row[0] for row in index.select(_REASONS, [json.dumps(list(passages))])}
    return list(index.reasons(replace(wanted, ids=sorted(ids if wanted.ids is None else ids & set(wanted.ids)))))


def _pieces(text: str) -> Iterator[list[str]]:
    """The text whole; then pieces of it, shorter and shorter."""
    if text:
        yield [text]
    for size in PIECES:
        if size < len(text):
            starts = range(len(text) - size + 1)
            yield list(dict.fromkeys(text[at : at + size] for at in starts[:: -(-len(starts) // SPREAD)]))


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
