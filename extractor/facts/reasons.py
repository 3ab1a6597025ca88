"""Why: an explanation split into separate causes, each with a category that words of the lexicon decide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.language.patterns import any_of
from extractor.lexicon import load

OTHER = "其他"
_ORDINAL = re.compile(r"(?:^|[，；。：])(?:[一二三四五六七八九]是|其[一二三四五六]，?|（\d）|\(\d\)|[①②③④⑤⑥⑦⑧⑨]|第[一二三四五六]，|首先|其次|再次)[：，]?")
_HEAVY, _WEAK = 3.0, 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that speaks for a category, where it stands and how much it weighs."""

    category: str
    word: str
    start: int
    weight: float


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: its span in the explanation, its category, and the words that decided."""

    start: int
    end: int
    text: str
    category: str
    hits: tuple[Hit, ...]


def causes(explanation: str) -> list[Cause]:
    """The separate causes of an explanation, in order.

    Parts set off by ordinals (一是…二是…), semicolons or full stops are causes; parts set off by commas are where each
    names a category of its own.
    """
    found: list[Cause] = []
    for start, end in _parts(explanation):
        text = explanation[start:end]
        hits = tuple(find_hits(text))
        category = decide(text, hits)
        if found and not hits:
            continue
        if found and category == "无实质说明":
            continue
        found.append(Cause(start, end, text, category, hits))
    informative = [cause for cause in found if cause.category not in ("无实质说明", OTHER)]
    return informative or found[:1]


def categorise(explanation: str) -> str:
    """The category of the leading cause."""
    found = causes(explanation)
    return found[0].category if found else OTHER


def decide(text: str, hits: tuple[Hit, ...]) -> str:
    """The category of one cause: the first comma piece that a full-weight word fits decides, heaviest word first."""
    edges = [0, *(m.end() for m in re.finditer("，", text)), len(text)]
    for lowest in (2.0, 0.9, 0.0):
        for start, end in zip(edges, edges[1:], strict=False):
            inside = [h for h in hits if start <= h.start < end and h.weight >= lowest]
            if inside:
                return max(inside, key=lambda h: (h.weight, -h.start)).category
    return OTHER


def find_hits(text: str) -> list[Hit]:
    """Every word of the lexicon in a cause."""
    table = _weights()
    found = []
    for category, pattern in _patterns().items():
        for match in pattern.finditer(text):
            weight = table[category].get(match.group(), table[category][""])
            found.append(Hit(category, match.group(), match.start(), weight))
    return sorted(found, key=lambda h: h.start)


def _parts(text: str) -> list[tuple[int, int]]:
    """The spans of the parts of an explanation."""
    ordinals = [(m.start() + (m.group()[0] in "，；。："), m.end()) for m in _ORDINAL.finditer(text)]
    if ordinals:
        starts = [end for _, end in ordinals]
        ends = [start for start, _ in ordinals[1:]] + [len(text)]
        parts = list(zip(starts, ends, strict=True))
        if ordinals[0][0] > 6:
            parts.insert(0, (0, ordinals[0][0]))
    else:
        edges = [m.start() for m in re.finditer("[；。]", text)]
        starts = [0, *(edge + 1 for edge in edges)]
        parts = [(s, e) for s, e in zip(starts, [*edges, len(text)], strict=True) if e > s]
        parts = [piece for part in parts for piece in _by_comma(text, *part)]
    return [trimmed for s, e in parts if (trimmed := _trimmed(text, s, e))[1] > trimmed[0]]


def _by_comma(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Comma pieces are parts only where each of two neighbours names a cause of another kind."""
    pieces: list[tuple[int, int]] = []
    category = None
    at = start
    for piece in re.split(r"(?<=，)", text[start:end]):
        hits = tuple(h for h in find_hits(piece) if h.weight >= 2)
        mine = decide(piece, hits) if hits else None
        if pieces and (mine is None or mine == category):
            pieces[-1] = (pieces[-1][0], at + len(piece))
        else:
            pieces.append((at, at + len(piece)))
            category = mine or category
        at += len(piece)
    return pieces


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in "，。；：、 ":
        start += 1
    while end > start and text[end - 1] in "，。；：、 ":
        end -= 1
    return start, end


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    made = {}
    for entry in load("reasons")["category"]:
        every = [*entry["words"], *entry.get("weak", [])]
        gaps = [re.escape(w).replace("…", "[^，。；]{0,8}?") for w in every if "…" in w]
        plain = any_of(w for w in every if "…" not in w)
        made[entry["name"]] = re.compile("|".join([*gaps, plain]))
    return made


@cache
def _weights() -> dict[str, dict[str, float]]:
    """Category → word → weight; the entry "" holds the category's own weight, for words with gaps."""
    table = {}
    for entry in load("reasons")["category"]:
        weight = float(entry.get("weight", _HEAVY))
        table[entry["name"]] = {"": weight, **dict.fromkeys(entry.get("weak", []), _WEAK)}
    return table
