"""Why: an explanation split into separate causes, each with a category that words of the lexicon decide."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from extractor.facts.reason_examples import opinion
from extractor.facts.reason_words import Hit, find_hits
from extractor.lexicon import load

OTHER = "其他"
NOTHING_SAID = "无实质说明"

# The least weight of a word that names a cause by itself, and of one that does where no such word stands.
_SURE, _LIKELY = 2.5, 1.5
# A word of this weight is not doubted; against lighter ones the labelled examples are heard where they are this sure.
_DECISIVE, _SECOND_OPINION = 3.5, 0.999
_WORD_OR_TWO = 4  # characters
_PUNCTUATION = "，。；：、 "
_AFTER_A_STOP = "(?:^|(?<=[，；。：、]))"
_NUMBERED = re.compile(
    _AFTER_A_STOP + "(?:第?[一二三四五六七八九]是|其[一二三四五六][是，]|第[一二三四五六][，、]|[一二三四五六七八九]、"
    r"|（\d）|\(\d\)|\d[.．、)）](?!\d)|[①-⑨]|首先|其次|再次|一方面|另一方面)[是：，]?"
)
_JOINT = re.compile("[；。]|" + _AFTER_A_STOP + "(?:同时|此外|另外)，?")
_COMMA = re.compile("，")


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: its span in the explanation, its category, and the words in it (their `start` counts in `text`).

    `alike` is the labelled example nearest to it, where the examples decided and not the words.
    """

    start: int
    end: int
    text: str
    category: str
    hits: tuple[Hit, ...]
    alike: str | None = None


@lru_cache(maxsize=256)  # one explanation is that of every subject compared in its sentence
def causes(explanation: str) -> tuple[Cause, ...]:
    """The separate causes of an explanation, in order; the first is the leading one.

    Parts set off by ordinals (一是…二是…), semicolons or full stops are causes; parts set off by commas are where each
    names a category of its own. What only restates the change is left out where something else is said.
    """
    hits = tuple(find_hits(explanation))
    found = [_cause(explanation, start, end, hits) for start, end in _parts(explanation, hits)]
    informative = (cause for cause in found if (cause.hits or cause.alike) and cause.category != NOTHING_SAID)
    return tuple(informative) or tuple(found[:1])


def categorise(explanation: str) -> str:
    """The category of the leading cause."""
    found = causes(explanation)
    return found[0].category if found else OTHER


def decide(text: str, hits: tuple[Hit, ...]) -> str:
    """The category of one cause: its pieces are asked in turn, first for a weighty word, then for a lighter one.

    In a piece the heaviest word speaks, the earlier one of equals. Pieces that only restate the change are asked last.
    """
    pieces = [[h for h in hits if start <= h.start < end] for start, end in _cut(text, 0, len(text), _joins())]
    speakers = [max(piece, key=lambda h: (h.weight, -h.start)) for piece in pieces if piece]
    for lowest in (_SURE, _LIKELY):
        for hit in speakers:
            if hit.weight >= lowest and hit.category != NOTHING_SAID:
                return hit.category
    return speakers[0].category if speakers else OTHER


def _cause(explanation: str, start: int, end: int, hits: tuple[Hit, ...]) -> Cause:
    text = explanation[start:end]
    inside = tuple(replace(h, start=h.start - start) for h in hits if start <= h.start < end)
    category = decide(text, inside)
    heaviest = max((hit.weight for hit in inside if hit.category == category), default=0.0)
    if (
        heaviest < _DECISIVE
        and (other := opinion(_opening(text))).sureness > _SECOND_OPINION
        and other.category != category
    ):
        return Cause(start, end, text, other.category, inside, other.example)
    return Cause(start, end, text, category, inside)


def _opening(text: str) -> str:
    """What a cause names first, where that is more than a word or two."""
    first = _cut(text, 0, len(text), _joins())[0]
    return text[slice(*first)] if first[1] - first[0] > _WORD_OR_TWO else text


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


@cache
def _joins() -> re.Pattern[str]:
    """What parts the pieces of a cause: a comma, and the words for "and" and "so that"."""
    return re.compile("|".join(["，", *map(re.escape, load("reasons")["joins"])]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _PUNCTUATION:
        start += 1
    while end > start and text[end - 1] in _PUNCTUATION:
        end -= 1
    return start, end
