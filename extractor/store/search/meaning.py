"""What else a word may be written as: words of the same meaning, and characters that scans take for one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import combinations, product

from extractor.lexicon import load
from extractor.store.tokens import normalise

SLIPS = 2
"""Characters of one word that a scan may have got wrong at once."""
MOST = 200
"""Ways of writing one word that are looked for; a long word of many doubtful characters has more."""

_SURE = ("decisive", "words")
_GAP = "…"


def synonyms(word: str) -> tuple[str, ...]:
    """The normalised `word` first, then what means the same by the lexicon; none holds another of them.

    >>> "退休" in synonyms("人员调动"), synonyms("防汛")
    (True, ('防汛',))
    """
    others = {other for group in _groups().get(word, ()) for other in group}
    return _shortest((word, *sorted(others, key=lambda other: (len(other), other))))


@cache
def _groups() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Word → the groups of equal meaning that it belongs to."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for group in load("synonyms")["group"]:
        _add(found, [group["name"], *group["words"]])
    for subject in load("subjects")["subject"]:
        _add(found, [subject["name"], *subject.get("aliases", ())])
    for category in load("reasons")["category"]:
        words = [word for kind in _SURE for word in category.get(kind, ()) if _GAP not in word]
        _add(found, [category["name"], *words], of=[category["name"]])
    return {word: tuple(dict.fromkeys(groups)) for word, groups in found.items()}


def _add(found: dict[str, list[tuple[str, ...]]], words: Iterable[str], of: Iterable[str] | None = None) -> None:
    """One more group for each of its words, or only for the words `of` it that stand for the whole."""
    group = tuple(dict.fromkeys(filter(None, map(normalise, words))))
    for word in group if of is None else map(normalise, of):
        found[word].append(group)


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that another one of them finds anyway; the first stays."""
    first, *others = dict.fromkeys(words)
    kept = [first]
    for word in others:
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return tuple(kept)


def aliases(word: str) -> tuple[str, ...]:
    """The names of the subjects that the normalised `word` is a wording of."""
    return _subjects().get(word, ())


@cache
def _subjects() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for subject in load("subjects")["subject"]:
        for alias in subject.get("aliases", ()):
            found[normalise(alias)].append(subject["name"])
    return {alias: tuple(dict.fromkeys(names)) for alias, names in found.items()}


def misread(word: str) -> tuple[str, ...]:
    """The normalised `word` first, then as a scan may have it, with up to SLIPS characters wrong.

    >>> misread("己发")[:2]
    ('己发', '已发')
    """
    doubtful = [(at, others) for at, character in enumerate(word) if (others := _confused().get(character))]
    found = [word]
    for size in range(1, SLIPS + 1):
        for places in combinations(doubtful, size):
            for chosen in product(*(others for _, others in places)):
                if len(found) == MOST:
                    return tuple(found)
                letters = list(word)
                for (at, _), other in zip(places, chosen, strict=True):
                    letters[at] = other
                found.append("".join(letters))
    return tuple(found)


@cache
def _confused() -> dict[str, str]:
    """Character → those it is taken for."""
    found: dict[str, str] = defaultdict(str)
    for alike in load("synonyms")["confused"]["sets"]:
        for character in alike:
            found[character] += "".join(other for other in alike if other != character)
    return found
