"""The words of questions, ready for matching: what lexicon/questions.toml, subjects.toml and reasons.toml say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from extractor.language.codes import class_names
from extractor.lexicon import load
from extractor.questions.text import key


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of the question may be: its `role` in the grammar and what it stands for."""

    role: str
    means: Any = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A wording of subjects: `names`, any of them.

    `ordered`: the first that has data; `every`: all of them side by side. It may say the `measure` too. A `generic`
    one (支出) says nothing beside another subject; a `counted` one (退休) is a subject only beside 多少人.
    """

    names: tuple[str, ...]
    every: bool = False
    measure: str | None = None
    ordered: bool = False
    generic: bool = False
    counted: bool = False


@dataclass(frozen=True)
class Words:
    """All words, by the form in which they are matched."""

    readings: dict[str, tuple[Reading, ...]]
    aliases: dict[str, tuple[Alias, ...]]
    measures: dict[str, tuple[str, ...]]
    bases: dict[str, tuple[str, ...]]
    money: dict[str, Decimal]
    digits: dict[str, int]
    sizes: dict[str, str]
    counted_as: dict[str, tuple[str, ...]]
    gaps: re.Pattern[str]
    heads: tuple[str, ...]
    places: tuple[str, ...]
    organisation_ends: tuple[str, ...]
    no_base: str
    whole: str
    whole_also: tuple[str, ...]
    inside: frozenset[str]
    class_end: str
    cost_end: str
    each_item: str
    part_columns: tuple[str, ...]
    counters: tuple[str, ...]
    against_budget: frozenset[str]
    joints: frozenset[str]
    economic: tuple[str, ...]
    wholes: dict[str, str]
    of_reports: tuple[str, ...]
    changes: frozenset[str]
    comparing: frozenset[str]
    totals: tuple[str, ...]
    inside_of: dict[str, str]
    points: str
    cost_kind: str
    ways: dict[str, str]
    of_projects: frozenset[str]
    firsts: dict[str, dict[Any, str]]
    longest: int


def _optional(name: str) -> dict[str, Any]:
    try:
        return load(name)
    except FileNotFoundError:
        return {}


@cache
def words() -> Words:
    """The lexicon of questions, read once."""
    lexicon = load("questions")
    names = lexicon["names"]
    readings = _readings(lexicon)
    return Words(
        readings=readings,
        aliases=_aliases(lexicon),
        measures={base: tuple(chain) for base, chain in lexicon["measures"].items()},
        bases={base: tuple(chain) for base, chain in lexicon["bases"].items()},
        money={unit: Decimal(yuan) for unit, yuan in lexicon["money"].items()},
        digits=lexicon["digits"],
        sizes=lexicon["sizes"],
        counted_as={unit: tuple(units) for unit, units in lexicon["counted_as"].items()},
        gaps=re.compile("|".join(sorted(map(re.escape, names["gaps"]), key=len, reverse=True))),
        heads=tuple(names["heads"]),
        places=tuple(names["places"]),
        organisation_ends=tuple(names["organisation_ends"]),
        no_base=names["no_base"],
        whole=names["whole"],
        whole_also=tuple(map(key, names["whole_also"])),
        inside=frozenset(names["inside"]),
        class_end=names["class_end"],
        cost_end=names["cost_end"],
        each_item=names["each_item"],
        part_columns=tuple(names["part_columns"]),
        counters=tuple(names["counters"]),
        of_projects=frozenset(names["of_projects"]),
        against_budget=frozenset(map(key, names["against_budget"])),
        firsts=_firsts(lexicon),
        points=names["points"],
        cost_kind=names["cost_kind"],
        changes=frozenset(map(key, names["changes"])),
        comparing=frozenset(map(key, names["comparing"])),
        totals=tuple(word for word, all_of_it in readings.items() if any(r.role == "total" for r in all_of_it)),
        inside_of={**lexicon["inside"], **lexicon["wholes"]},
        of_reports=tuple(names["of_reports"]),
        wholes=lexicon["wholes"],
        economic=tuple(names["economic"]),
        joints=frozenset(names["joints"]),
        ways={key(word): way for way, name in _WAYS for word in names[name]},
        longest=max(map(len, readings)),
    )


def _readings(lexicon: dict[str, Any]) -> dict[str, tuple[Reading, ...]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for entry in lexicon["word"]:
        for word in entry["words"]:
            found[key(word) or word].append(Reading(entry["role"], entry.get("means")))
    for category in _optional("reasons").get("category", []):
        if category.get("weight", 1) >= 1:  # a word that explains nothing is not asked for as a reason
            for word in (category["name"], *category.get("words", [])):
                found[key(word)].append(Reading("category", category["name"]))
    return {word: tuple(dict.fromkeys(all_of_it)) for word, all_of_it in found.items()}


_WAYS = (("增加", "rising"), ("减少", "falling"))
_OFFERED = ("measure", "base", "direction", "target", "order")


def _firsts(lexicon: dict[str, Any]) -> dict[str, dict[Any, str]]:
    """The first word of every meaning of a role: what is offered in place of another meaning."""
    found: dict[str, dict[Any, str]] = {role: {} for role in _OFFERED}
    for entry in lexicon["word"]:
        if entry["role"] in found:
            found[entry["role"]].setdefault(entry["means"], entry["words"][0])
    return found


def _aliases(lexicon: dict[str, Any]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = defaultdict(list)
    for entry in lexicon["subject"]:
        alias = Alias(
            tuple(entry.get("names") or entry["every"]),
            every="every" in entry,
            ordered="names" in entry,
            generic=entry.get("generic", False),
            counted=entry.get("counted", False),
        )
        for word in entry["words"]:
            found[key(word)].append(alias)
    own = set(found)
    for word, alias in (*_canonical(), *_classes(lexicon["names"])):
        if key(word) not in own:  # a question's own wording is the more exact one
            found[key(word)].append(alias)
    return {word: tuple(dict.fromkeys(all_of_it)) for word, all_of_it in found.items()}


def _classes(names: dict[str, Any]) -> Iterator[tuple[str, Alias]]:
    """Classes of the functional classification without their ending: 教育 is 教育支出."""
    for name in class_names():
        short = name.removesuffix(names["class_end"])
        if short != name and short not in names["no_class"]:
            yield short, Alias((name,))


def _canonical() -> Iterator[tuple[str, Alias]]:
    """The wordings of lexicon/subjects.toml; of what is counted only those that say so alone (not 行政, 编制)."""
    subjects = _optional("subjects")
    for entry in subjects.get("subject", []):
        for word in (entry["name"], *entry.get("aliases", [])):
            yield word, Alias((entry["name"],), measure=entry.get("measure"))
    for entry in subjects.get("count", []):
        for word in (entry["name"], *(w for w in entry.get("aliases", []) if len(w) > 2)):
            yield word, Alias((entry["name"],))
    for entry in subjects.get("pair", []):
        for word in entry["aliases"]:
            yield word, Alias(tuple(entry["names"]), every=True, measure=entry.get("measure"))
