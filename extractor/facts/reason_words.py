"""The words that speak for the categories of causes (lexicon/reasons.toml), and where they stand in an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from extractor.lexicon import load

_WEIGHTS = {"decisive": 4.0, "words": 3.0, "likely": 2.0, "weak": 1.0}
_GAP = "…"
_BETWEEN = "[^，。；、未无]{0,12}?"
_SET = re.compile(r"\{(\w+)\}")
_HEAD = 2  # characters by which words are looked up


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that speaks for a category, where it stands and how much it weighs (1 to 4).

    `wording` is the lexicon's entry that was met, with its sets and gaps ({人}{变}, 新增…项目).
    """

    category: str
    word: str
    start: int
    weight: float
    wording: str


@dataclass(frozen=True, slots=True)
class _Word:
    """An entry of the lexicon; `category` is empty where it decides nothing."""

    wording: str
    category: str
    weight: float


@dataclass(slots=True)
class _Bucket:
    """The words that begin with the same characters: plain ones by text, those with a gap as patterns."""

    plain: dict[str, _Word]
    gapped: list[tuple[re.Pattern[str], _Word]]
    lengths: tuple[int, ...] = ()


def find_hits(text: str) -> list[Hit]:
    """Every word of the lexicon in a text, in order, but for those inside a longer word or a project's name."""
    names = list(_project_names(text))
    described = set(load("reasons")["project_names"]["categories"])
    return [
        hit
        for hit in _every_hit(text)
        if hit.category not in described
        or hit.weight > _WEIGHTS["words"]
        or not any(start <= hit.start and hit.start + len(hit.word) <= end for start, end in names)
    ]


def _project_names(text: str) -> Iterator[tuple[int, int]]:
    """Where projects are named, from the last word before that cannot belong to a name to the word that ends it."""
    ends, stops = _name_patterns()
    reached = 0
    for end in ends.finditer(text):
        for stop in stops.finditer(text, reached, end.start()):
            reached = stop.end()
        yield reached, end.start()


@cache
def _name_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = load("reasons")["project_names"]
    ends, stops = ("|".join(map(re.escape, sorted(names[key], key=len, reverse=True))) for key in ("ends", "stops"))
    return re.compile(ends), re.compile(stops)


def _every_hit(text: str) -> list[Hit]:
    index = _index()
    found: list[Hit] = []
    covered = 0
    for start in range(len(text)):
        for size in (_HEAD, 1):
            bucket = index.get(text[start : start + size])
            for end, word in _at(text, start, bucket) if bucket else ():
                if end <= covered:
                    continue
                if word.category:
                    found.append(Hit(word.category, text[start:end], start, word.weight, word.wording))
                if _GAP not in word.wording:
                    covered = end
    return found


def _at(text: str, start: int, bucket: _Bucket) -> Iterator[tuple[int, _Word]]:
    """The words of a bucket that begin here, the longest plain one first, with their ends."""
    for length in bucket.lengths:
        end = start + length
        if end <= len(text) and (word := bucket.plain.get(text[start:end])):
            yield end, word
    for pattern, word in bucket.gapped:
        if match := pattern.match(text, start):
            yield match.end(), word


@cache
def _index() -> dict[str, _Bucket]:
    """The first characters of a word (one where a gap follows it) → the words that begin so.

    A word written out goes before one that a set yields, so an exception can be written out.
    """
    index: dict[str, _Bucket] = {}
    for word in sorted(_words(), key=lambda w: len(_SET.findall(w.wording))):
        for head, tail in _spelt(word.wording):
            bucket = index.setdefault(head[:_HEAD], _Bucket({}, []))
            if tail:
                bucket.gapped.append((re.compile(re.escape(head) + tail), word))
            else:
                bucket.plain.setdefault(head, word)
    for bucket in index.values():
        bucket.lengths = tuple(sorted({len(text) for text in bucket.plain}, reverse=True))
    return index


def _words() -> Iterator[_Word]:
    lexicon = load("reasons")
    yield from (_Word(text, "", 0.0) for text in lexicon["neutral"])
    for entry in lexicon["category"]:
        weights = {**_WEIGHTS, "words": entry.get("weight", _WEIGHTS["words"])}
        for kind, weight in weights.items():
            yield from (_Word(text, entry["name"], weight) for text in entry.get(kind, ()))


def _spelt(wording: str) -> Iterator[tuple[str, str]]:
    """What a wording stands for: each way its sets read before the first gap, and the pattern of what follows."""
    head, gap, tail = wording.partition(_GAP)
    for parts in product(*_choices(head)):
        yield "".join(parts), _BETWEEN + _pattern(tail) if gap else ""


def _choices(text: str) -> list[tuple[str, ...]]:
    """The parts of a text, each with what it may read: {变} → 增加, 减少 …"""
    sets = load("reasons")["sets"]
    return [tuple(sets[part]) if at % 2 else (part,) for at, part in enumerate(_SET.split(text))]


def _pattern(text: str) -> str:
    parts = ("(?:" + "|".join(map(re.escape, sorted(choice, key=len, reverse=True))) + ")" for choice in _choices(text))
    return "".join(parts).replace(_GAP, _BETWEEN)
