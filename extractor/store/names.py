"""Which names of the index a typed name may mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from extractor.lexicon import load
from extractor.store.tokens import normalise

ALIKE = 80.0
"""The least rapidfuzz partial ratio (of 100) at which a misspelt name still counts."""


def matching(name: str, known: Sequence[str]) -> list[str]:
    """The `known` names that `name` may mean, by the first of these ways that finds any.

    The same name; part of one; part of one with the lexicon's short forms written out (科协 for 科学技术协会); a short
    form whose characters all stand in one in this order (洪山科协 for 洪山区科学技术协会); a misspelling.
    """
    wanted = normalise(name)
    if not wanted:
        return []
    normal = {each: _normal(each) for each in known}
    long = _long_forms(wanted)
    ways: tuple[Callable[[str], bool], ...] = (
        lambda full: full == wanted,
        lambda full: wanted in full,
        lambda full: any(form in full for form in long),
        lambda full: _short_form(wanted, full),
    )
    for means in ways:
        found = [each for each, full in normal.items() if means(full)]
        if found:
            return found
    return _misspelt(wanted, normal)


@lru_cache(maxsize=50_000)
def _normal(name: str) -> str:
    return normalise(name)


def _long_forms(name: str) -> tuple[str, ...]:
    """The name with a short form at its end written out, by every full form the lexicon has for it."""
    return tuple(name.removesuffix(short) + full for short, full in _written_out() if name.endswith(short))


@cache
def _written_out() -> tuple[tuple[str, str], ...]:
    return tuple((normalise(short), normalise(full)) for short, full in load("organisations")["spelling"]["short"])


def _short_form(short: str, full: str) -> bool:
    if len(short) < 3:  # two characters stand in order in far too many names
        return False
    characters = iter(full)
    return all(character in characters for character in short)


def _misspelt(wanted: str, normal: dict[str, str]) -> list[str]:
    if len(wanted) < 4:
        return []
    from rapidfuzz import fuzz, process  # 0.1 s to import, and seldom needed

    close = process.extract(wanted, normal, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=5)
    best = max((score for _, score, _ in close), default=0.0)
    return [each for _, score, each in close if score == best]
