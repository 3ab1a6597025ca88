"""Pairs of names that may be of one organisation, for a person to decide: likeness by rapidfuzz, within one area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lexicon import load
from extractor.organisations.decisions import Decisions
from extractor.organisations.reading import Said, said
from extractor.organisations.reconciling import Organisation

LEAST = 84.0
"""The least rapidfuzz ratio (of 100) of two names, their areas left aside, that is proposed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`one` and `other` may be of one organisation; `likeness` is 0 to 100, `because` a word: part (one is a part of
    the other: 本级), area (one names an area more), short (a short form), renamed (in a reform), spelling."""

    one: str
    other: str
    likeness: float
    because: str


def proposals(organisations: list[Organisation], decisions: Decisions) -> list[Proposal]:
    """The pairs that nobody decided about, the likest first; names of different areas are never a pair."""
    apart = decisions.apart()
    found = [
        proposal
        for proposal in _all([said(one.name) for one in organisations])
        if frozenset((proposal.one, proposal.other)) not in apart
    ]
    return sorted(found, key=lambda each: (-each.likeness, each.one, each.other))


def _all(names: list[Said]) -> Iterator[Proposal]:
    by_core: dict[str, list[Said]] = defaultdict(list)
    by_region: dict[str, list[Said]] = defaultdict(list)
    for name in names:
        by_core[_full(name.core)].append(name)
        by_region[name.region].append(name)
    for alike in by_core.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                if one.region == other.region and one.core != other.core:
                    yield Proposal(one.name, other.name, 98.0, "short")
                elif one.region == other.region:
                    yield Proposal(one.name, other.name, 100.0, "part" if one.own != other.own else "spelling")
                elif one.region.endswith(other.region) or other.region.endswith(one.region):
                    yield Proposal(one.name, other.name, 99.0 if one.region and other.region else 90.0, "area")
    for near in by_region.values():
        yield from _alike(near)


def _alike(names: list[Said]) -> Iterator[Proposal]:
    from rapidfuzz import fuzz, process  # 0.1 s to import, and only wanted here

    cores = [name.core for name in names]
    full = [_full(core) for core in cores]
    for at, one in enumerate(names):
        rest = full[at + 1 :]
        scored = {at + 1 + place: score for _, score, place in process.extract(
            full[at], rest, scorer=fuzz.ratio, score_cutoff=LEAST, limit=None)}  # fmt: skip
        for place in range(at + 1, len(names)):
            if full[place] == full[at]:
                continue
            if _renamed(cores[at], cores[place]):
                yield Proposal(one.name, names[place].name, 95.0, "renamed")
            elif place in scored and not _numbered_apart(cores[at], cores[place]):
                yield Proposal(one.name, names[place].name, round(scored[place], 1), "spelling")


def _full(core: str) -> str:
    """The core with its short form written out."""
    for short, full in load("organisations")["spelling"]["short"]:
        if core.endswith(short) and not core.endswith(full):
            return core.removesuffix(short) + str(full)
    return core


def _renamed(one: str, other: str) -> bool:
    pairs = load("organisations")["spelling"]["renamed"]
    return any({one, other} == {old, new} for old, new in pairs)


_NUMERALS = frozenset("一二三四五六七八九十0123456789东西南北中")


def _numbered_apart(one: str, other: str) -> bool:
    """第一小学 and 第二小学, 东城 and 西城 are as like as can be, and never the same."""
    return [c for c in one if c in _NUMERALS] != [c for c in other if c in _NUMERALS]
