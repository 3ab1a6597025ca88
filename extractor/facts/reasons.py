"""Why: an explanation split into separate causes, each with a category that words of the lexicon decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extractor.lexicon import load

OTHER = "其他"
NOTHING_SAID = "无实质说明"

_WEIGHTS = {"decisive": 4.0, "words": 3.0, "likely": 2.0, "weak": 1.0}
# The least weight of a word that names a cause by itself, and of one that does where no such word stands.
_SURE, _LIKELY = 2.5, 1.5
_GAP = "…"
_PUNCTUATION = "，。；：、 "
_AFTER_A_STOP = "(?:^|(?<=[，；。：、]))"
_NUMBERED = re.compile(
    _AFTER_A_STOP + "(?:第?[一二三四五六七八九]是|其[一二三四五六][是，]|第[一二三四五六][，、]|[一二三四五六七八九]、"
    r"|（\d）|\(\d\)|\d[.．、)）](?!\d)|[①-⑨]|首先|其次|再次|一方面|另一方面)[是：，]?"
)
_JOINT = re.compile("[；。]|" + _AFTER_A_STOP + "(?:同时|此外|另外)，?")
_COMMA = re.compile("，")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that speaks for a category, where it stands and how much it weighs (1 to 4)."""

    category: str
    word: str
    start: int
    weight: float


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: its span in the explanation, its category, and the words in it (their `start` counts in `text`)."""

    start: int
    end: int
    text: str
    category: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the lexicon; `gap` is its pattern where it has one, `category` is empty where it decides nothing."""

    text: str
    category: str
    weight: float
    gap: re.Pattern[str] | None

    def end(self, text: str, start: int) -> int:
        """Where the word ends that begins at `start`, -1 if it does not."""
        if self.gap is None:
            return start + len(self.text) if text.startswith(self.text, start) else -1
        match = self.gap.match(text, start)
        return match.end() if match else -1


def causes(explanation: str) -> list[Cause]:
    """The separate causes of an explanation, in order; the first is the leading one.

    Parts set off by ordinals (一是…二是…), semicolons or full stops are causes; parts set off by commas are where each
    names a category of its own. What only restates the change is left out where something else is said.
    """
    hits = tuple(find_hits(explanation))
    found = [_cause(explanation, start, end, hits) for start, end in _parts(explanation, hits)]
    informative = [cause for cause in found if cause.hits and cause.category != NOTHING_SAID]
    return informative or found[:1]


def categorise(explanation: str) -> str:
    """The category of the leading cause."""
    found = causes(explanation)
    return found[0].category if found else OTHER


def decide(text: str, hits: tuple[Hit, ...]) -> str:
    """The category of one cause: its comma pieces are asked in turn, first for a weighty word, then for a lighter one.

    In a piece the heaviest word speaks, the earlier one of equals. Pieces that only restate the change are asked last.
    """
    pieces = [[h for h in hits if start <= h.start < end] for start, end in _cut(text, 0, len(text), _COMMA)]
    speakers = [max(piece, key=lambda h: (h.weight, -h.start)) for piece in pieces if piece]
    for lowest in (_SURE, _LIKELY):
        for hit in speakers:
            if hit.weight >= lowest and hit.category != NOTHING_SAID:
                return hit.category
    return speakers[0].category if speakers else OTHER


def find_hits(text: str) -> list[Hit]:
    """Every word of the lexicon in a text, in order, but for those inside a longer word."""
    index = _index()
    found = []
    covered = 0
    for start, first in enumerate(text):
        for word in (*index.get(text[start : start + 2], ()), *index.get(first, ())):
            end = word.end(text, start)
            if end <= covered:
                continue
            if word.category:
                found.append(Hit(word.category, text[start:end], start, word.weight))
            if word.gap is None:
                covered = end
    return found


def _cause(explanation: str, start: int, end: int, hits: tuple[Hit, ...]) -> Cause:
    text = explanation[start:end]
    inside = tuple(replace(h, start=h.start - start) for h in hits if start <= h.start < end)
    return Cause(start, end, text, decide(text, inside), inside)


def _parts(text: str, hits: tuple[Hit, ...]) -> list[tuple[int, int]]:
    """The spans of the parts of an explanation, without the ordinals and stops between them."""
    if _NUMBERED.search(text):
        spans = _cut(text, 0, len(text), _NUMBERED)
    else:
        spans = [part for joint in _cut(text, 0, len(text), _JOINT) for part in _by_comma(text, *joint, hits)]
    trimmed = (_trimmed(text, start, end) for start, end in spans)
    return [(start, end) for start, end in trimmed if end > start]


def _by_comma(text: str, start: int, end: int, hits: tuple[Hit, ...]) -> list[tuple[int, int]]:
    """Comma pieces are parts only where each of two neighbours names a cause of another category."""
    parts: list[tuple[int, int]] = []
    category = None
    for a, b in _cut(text, start, end, _COMMA):
        inside = tuple(replace(h, start=h.start - a) for h in hits if a <= h.start < b and h.weight >= _SURE)
        mine = decide(text[a:b], inside) if inside else None
        if parts and (mine in (None, NOTHING_SAID, category) or category is None):
            parts[-1] = (parts[-1][0], b)
        else:
            parts.append((a, b))
        category = mine if mine not in (None, NOTHING_SAID) else category
    return parts


def _cut(text: str, start: int, end: int, between: re.Pattern[str]) -> list[tuple[int, int]]:
    """The spans of text[start:end] between the matches of a pattern."""
    cuts = [(m.start(), m.end()) for m in between.finditer(text, start, end)]
    return [(a, b) for (_, a), (b, _) in pairwise([(start, start), *cuts, (end, end)])]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _PUNCTUATION:
        start += 1
    while end > start and text[end - 1] in _PUNCTUATION:
        end -= 1
    return start, end


@cache
def _index() -> dict[str, list[_Word]]:
    """The first two characters of a word (one where a gap follows it) → the words that begin so, longest first."""
    lexicon = load("reasons")
    every = [_word(text, "", 0.0) for text in lexicon["neutral"]]
    for entry in lexicon["category"]:
        weights = {**_WEIGHTS, "words": entry.get("weight", _WEIGHTS["words"])}
        for kind, weight in weights.items():
            every += [_word(text, entry["name"], weight) for text in entry.get(kind, ())]
    index: dict[str, list[_Word]] = {}
    for word in sorted(every, key=lambda w: (w.gap is not None, -len(w.text))):
        index.setdefault(word.text.partition(_GAP)[0][:2], []).append(word)
    return index


def _word(text: str, category: str, weight: float) -> _Word:
    gap = re.compile(re.escape(text).replace(_GAP, "[^，。；未无]{0,8}?")) if _GAP in text else None
    return _Word(text, category, weight, gap)
