"""Which subjects of the index a wording of the question means."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.questions.query import Named
from extractor.questions.roles import Part
from extractor.questions.words import Alias, words

_TELLING = 4  # characters: fewer are part of too many names


def named(part: Part, known: Iterable[str]) -> Named:
    """The subjects of the index that a wording means: names said whole before paths that end in them."""
    tiers: list[tuple[str, ...]] = []
    every = False
    for alias in (part.means, *(r.means for r in part.also if r.role == "subject")):
        every = every or alias.every
        tiers += _tiers(alias, known)
    if not every and (longer := _longer(part.text, known)):
        tiers.append(longer)
    return Named(part.text, tuple(dict.fromkeys(tiers)), every)


def everything() -> tuple[Named, ...]:
    """What is meant where no subject is named: all that was spent."""
    alias = next(a for a in words().aliases[words().class_end] if a.generic)
    return (Named("", tuple((name,) for name in alias.names)),)


def _longer(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """Items whose name holds the typed words: 职业年金缴费 asks for 机关事业单位职业年金缴费支出, where no other has data."""
    return tuple(n for n in known if len(typed) >= _TELLING and "/" in n and typed in n.rsplit("/", 1)[1] != typed)


def _tiers(alias: Alias, known: Iterable[str]) -> list[tuple[str, ...]]:
    bare = [name for name in alias.names if "/" not in name]
    paths = tuple(name for name in alias.names if "/" in name)
    if not alias.ordered and not alias.every:
        return [tier for tier in (tuple(bare), paths) if tier]
    tiers: list[tuple[str, ...]] = []
    for name in alias.names:
        ends = tuple(n for n in known if n.endswith(f"/{name}"))
        tiers += [(name,), ends] if ends else [(name,)]
    return tiers


def within(subjects: list[Named]) -> tuple[Named, ...]:
    """科学技术支出的行政运行: a class named before an item only says which item is meant."""
    kept: list[Named] = []
    for one in subjects:
        if kept:
            above = tuple(f"{name}/" for name in kept[-1].names)
            inside = [tier for each in one.tiers if (tier := tuple(n for n in each if n.startswith(above)))]
            if inside:
                kept[-1] = Named(f"{kept[-1].text}/{one.text}", tuple(inside))
                continue
        kept.append(one)
    return tuple(kept)
