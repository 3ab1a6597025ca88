"""Names as people shorten them: organisations and subjects recognised from part of their characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from extractor.questions.text import key
from extractor.questions.words import words

CANDIDATES = 60
"""How many names, those with the longest common subsequence first, are looked at character by character."""

SCATTERED = 0.5
"""The least part of a subject's name that a short form must hold whose characters do not stand together.

Measured over 251 names of subjects, half of them held out of the index, ten times: at 0.5, 5 of 338 held-out names are
taken for another and 113 of 250 names that lost two characters are found; at 0.8, 5 of 340 and 57 of 250.
"""

Span = tuple[int, int]


def organisations(text: str, names: Sequence[str]) -> dict[Span, tuple[str, ...]]:
    """Where `text` names one of the organisations, and which it may mean there.

    A short form keeps the order of the characters and ends where the name ends, or with the first character of the
    noun it ends with (科学技术协会: 科协); a contiguous part of three characters or more is one too (a district).
    """
    found: dict[Span, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in _likely(text, names):
        for span, quality in _organisation_spans(text, _without_joints(key(name)), _ends(key(name))):
            found[span][quality].append(name)
    return {span: tuple(dict.fromkeys(by_quality[min(by_quality)])) for span, by_quality in found.items()}


def _organisation_spans(text: str, name: str, ends: frozenset[int]) -> Iterator[tuple[Span, int]]:
    """Spans and how good they are: 0 the whole name, 1 the end of it, a short form the more it leaves out, a part."""
    for start in range(len(text)):
        first = None
        for end, at in _steps(text, start, name):
            first = at if first is None else first
            piece = _without_joints(text[start:end])
            contiguous = piece in name
            if piece == name:
                yield (start, end), 0
            elif len(piece) > 1 and at in ends:
                yield (start, end), 1 if contiguous else 2 + (at - first + 1) - len(piece)
            elif contiguous and len(piece) > 2 and piece.endswith(words().places):
                yield (start, end), _PART


_PART = 1000
"""How good a part of a name is: any short form is better."""


def _steps(text: str, start: int, name: str) -> Iterator[tuple[int, int]]:
    """The ends of the stretches of `text` from `start` whose characters stand in `name` in order, and where.

    A joining 和 or 与 of the text need not stand in the name.
    """
    at = -1
    for end in range(start, len(text)):
        if text[end] in _JOINTS and end > start:
            continue
        found = name.find(text[end], at + 1)
        if found < 0:
            return
        at = found
        yield end + 1, at


_JOINTS = "和与及"


def _without_joints(name: str) -> str:
    return "".join(c for c in name if c not in _JOINTS)


@lru_cache(maxsize=4096)
def _ends(name: str) -> frozenset[int]:
    """The places in the name (joints left out) where a short form may end."""
    bare = _without_joints(name)
    ends = {len(bare) - 1}
    ends.update(len(bare) - len(head) for head in words().heads if bare.endswith(head))
    return frozenset(ends)


def _likely(text: str, names: Sequence[str]) -> Iterable[str]:
    if len(names) <= CANDIDATES:
        return names
    from rapidfuzz import process  # 0.1 s to import, and a small index does not need it
    from rapidfuzz.distance import LCSseq

    found = process.extract(text, names, scorer=LCSseq.similarity, score_cutoff=2, limit=CANDIDATES)
    return [name for name, _, _ in found]


def parts(text: str, leaves: dict[str, tuple[str, ...]], unknown: Sequence[Span]) -> dict[Span, tuple[str, ...]]:
    """Stretches of `text` that touch an `unknown` span and are part of the name of some of the `leaves`.

    Contiguous parts of two characters or more (支出 not counted) come first, then short forms that only one name has:
    at least four characters in order, SCATTERED of the name. A misspelt name is not taken for another: one character
    makes 离休人员 of 退休人员.
    """
    found: dict[Span, list[str]] = defaultdict(list)
    blob = "\n".join(leaves)
    for start, end in _touching(len(text), unknown):
        piece = text[start:end]
        if len(piece.removesuffix(words().class_end)) > 1 and piece in blob:
            found[start, end].extend(leaf for leaf in leaves if piece in leaf)
    if not found or not any(_covers(span, gap) for span in found for gap in unknown):
        short: dict[Span, set[str]] = defaultdict(set)
        for span, leaf in _short_forms(text, leaves, unknown):
            short[span].add(leaf)
        found.update({span: list(meant) for span, meant in short.items() if len(meant) == 1})  # else it is a guess
    return {span: tuple(_best_first(text[span[0] : span[1]], names)) for span, names in found.items()}


def _touching(length: int, unknown: Sequence[Span]) -> Iterator[Span]:
    for start in range(length):
        for end in range(start + 2, min(length, start + 30) + 1):
            if any(start < last and first < end for first, last in unknown):
                yield start, end


def _covers(span: Span, gap: Span) -> bool:
    return span[0] <= gap[0] and gap[1] <= span[1]


def _short_forms(text: str, leaves: dict[str, tuple[str, ...]], unknown: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    for leaf in _likely(text, tuple(leaves)):
        for start in range(len(text)):
            ends = [end for end, _ in _steps(text, start, leaf)]
            size = ends[-1] - start if ends else 0
            covers = any(_covers((start, start + size), gap) for gap in unknown)
            if size >= 4 and size >= SCATTERED * len(leaf) and covers:
                yield (start, start + size), leaf


def _best_first(piece: str, names: Iterable[str]) -> list[str]:
    """Names that end with the piece, then those that begin with it, then the others: of each only the first kind."""
    names = list(dict.fromkeys(names))
    ending = [name for name in names if name.endswith(piece)]
    return ending or [name for name in names if name.startswith(piece)] or names


def nearest(text: str, names: Sequence[str], limit: int = 3) -> list[str]:
    """The names most like `text`, for a suggestion; never taken for what was meant."""
    from rapidfuzz import fuzz, process

    found = process.extract(text, names, scorer=fuzz.partial_ratio, score_cutoff=50, limit=limit)
    return [name for name, _, _ in found]
