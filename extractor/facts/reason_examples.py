"""A second opinion on a cause: the category that the labelled examples of lexicon/reason_examples.toml speak for.

Naive Bayes over the characters and pairs of characters of a text, each counted once; every category equally likely
before. Nothing is trained elsewhere: an example added to the file counts from the next run on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import exp, log

from rapidfuzz import fuzz, process

from extractor.lexicon import load

_SMOOTHING = 0.2


@dataclass(frozen=True, slots=True)
class Opinion:
    """The category that the examples speak for of a text, and how surely (0 to 1)."""

    text: str
    category: str
    sureness: float

    @property
    def example(self) -> str:
        """The example of the category that is most like the text."""
        return process.extractOne(self.text, _examples()[self.category], scorer=fuzz.ratio)[0]


def opinion(text: str) -> Opinion:
    """What the examples say of a text."""
    weights = _weights()
    pieces = [weights[piece] for piece in _pieces(text) if piece in weights]
    sums = map(sum, zip(*pieces, strict=True)) if pieces else [0.0] * len(_examples())
    scores: dict[str, float] = dict(zip(_examples(), sums, strict=True))
    best = max(scores, key=lambda name: scores[name])
    sureness = 1 / sum(exp(score - scores[best]) for score in scores.values())
    return Opinion(text, best, sureness)


def _pieces(text: str) -> set[str]:
    return {text[at : at + size] for size in (1, 2) for at in range(len(text) - size + 1)}


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """Piece → the logarithms of its likelihoods, one a category, in the order of the examples."""
    counts = [Counter(p for text in texts for p in _pieces(text)) for texts in _examples().values()]
    known = set().union(*counts)
    totals = [log(count.total() + _SMOOTHING * len(known)) for count in counts]
    return {
        piece: tuple(log(count[piece] + _SMOOTHING) - total for count, total in zip(counts, totals, strict=True))
        for piece in known
    }


def _examples() -> dict[str, list[str]]:
    return load("reason_examples")
