"""How well passages fit words: BM25 over their text, reckoned from the few that are put in order.

SQLite's own `bm25` first counts every phrase in the whole index, those of marks too, which weigh nothing; that takes
longer than the search itself. Here how rare a word is shows in the passages at hand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import log

from extractor.store.database import ReadOnly
from extractor.store.stored import between, joined
from extractor.store.tokens import normalise

_SATURATION, _LENGTH = 1.2, 0.75
"""The two constants of BM25, as FTS5 has them."""
_USUAL = 100
"""Characters of a passage of usual length."""

_TEXTS = f"""SELECT p.id, coalesce(p.text, {between("p")}), p.blank FROM passages p
    WHERE p.id IN (SELECT value FROM json_each(?))"""


def scores(database: ReadOnly, passages: Sequence[int], words: Sequence[str]) -> dict[int, float]:
    """The score of every passage, the smaller the better, 0 where none of the normalised words stands in it."""
    if not words:
        return dict.fromkeys(passages, 0.0)
    rows = database.rows(_TEXTS, [json.dumps(list(passages))])
    texts = ((id_, joined(text, blank)) for id_, text, blank in rows)
    counts = {id_: (_counts(text, words), len(text)) for id_, text in texts}
    found = dict.fromkeys(passages, 0.0)
    for at in range(len(words)):
        holding = [(id_, own[at], length) for id_, (own, length) in counts.items() if own[at]]
        rarity = log(1 + (len(counts) - len(holding) + 0.5) / (len(holding) + 0.5))
        for id_, count, length in holding:
            found[id_] -= rarity * _weight(count, length)
    return found


def _counts(text: str, words: Sequence[str]) -> list[int]:
    """How often each of the words stands in the text: as it is, for most hold them so; else normalised."""
    counts = list(map(text.count, words))
    return counts if any(counts) else list(map(normalise(text).count, words))


def _weight(count: int, length: int) -> float:
    return count * (_SATURATION + 1) / (count + _SATURATION * (1 - _LENGTH + _LENGTH * length / _USUAL))
