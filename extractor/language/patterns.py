"""The lexicon compiled: regular expressions made from its lists, once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.language.openings import led
from extractor.lexicon import load


@dataclass(frozen=True, slots=True)
class Name:
    """What a wording of the lexicon means: canonical names, and what it says beside them.

    `kind` is `subject` (money) or `count`. `measure` is set where the wording says the measure too. `governs`: names
    that follow stand below it; `below`: it stands below the name before it; `money`: a counted thing that also costs;
    `states`: with its number it is a statement of its own, also behind an explanation;
    `within`: it holds only in sections that name this. `unit`: that of a stated none.
    `kind` `relative` or `short`: `names` holds a stem.
    """

    names: tuple[str, ...]
    kind: str
    measure: str | None = None
    governs: bool = False
    below: bool = False
    money: bool = False
    states: bool = False
    within: str | None = None
    unit: str | None = None

    @property
    def note(self) -> str | None:
        """The first of the flags governs, below, money, states that holds."""
        if self.governs:
            return "governs"
        if self.below:
            return "below"
        return "money" if self.money else "states" if self.states else None


@cache
def names() -> dict[str, Name]:
    """Every wording of a subject → what it means."""
    lexicon = load("subjects")
    table: dict[str, Name] = {}
    for entry in lexicon["subject"]:
        _enter(table, entry, (entry["name"],), "subject")
    table |= {word: Name((word,), "subject") for word in own_names()}
    for entry in lexicon["pair"]:
        _enter(table, entry, tuple(entry["names"]), "subject")
    for entry in lexicon["count"]:
        _enter(table, entry, (entry["name"],), "count")
    for entry in lexicon["nothing"]:
        table.update({alias: Name((entry["name"],), "nothing") for alias in entry["aliases"]})
    for entry in lexicon["relative"]:
        if not entry.get("bare"):
            kind = "short" if entry.get("short") else "relative"
            table.update({alias: Name((entry["stem"],), kind) for alias in entry["aliases"]})
    for class_names in load("functional")["classes"].values():
        for alias in class_names:
            if alias.endswith("支出"):
                table.setdefault(alias, Name((alias,), "subject"))
    return table


@cache
def canonical() -> frozenset[str]:
    """The canonical names of totals and lines; what has another name is an item, a project or a thing of its own."""
    return frozenset(name for entry in names().values() for name in entry.names) - own_names()


@cache
def divided_by_fund() -> tuple[frozenset[str], frozenset[str]]:
    """Names of money by its fund, and the lines of which such a name below 其中 is a part."""
    entries = load("subjects")["subject"]
    funds, lines = ({entry["name"] for entry in entries if entry.get(flag)} for flag in ("fund", "divided"))
    return frozenset(funds), frozenset(lines)


@cache
def own_names() -> frozenset[str]:
    """Names of items that end as the name of a class does."""
    return frozenset(load("subjects")["own_names"]["words"])


def _enter(table: dict[str, Name], entry: dict[str, Any], canonical: tuple[str, ...], kind: str) -> None:
    flags = {flag: bool(entry.get(flag)) for flag in ("governs", "below", "money", "states")}
    name = Name(canonical, kind, entry.get("measure"), **flags, within=entry.get("within"), unit=entry.get("unit"))
    for alias in entry["aliases"]:
        table[alias] = name


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words`; shared beginnings are factored out, so that it is fast."""
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(trie)


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    branches = [re.escape(char) + _branch(rest) for char, rest in sorted(node.items()) if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if ends else body


@cache
def words(section: str) -> dict[str, Any]:
    """One table of words.toml."""
    return dict(load("words")[section])


@cache
def meanings(section: str) -> dict[str, str]:
    """A table of words.toml turned round: wording → what it means."""
    return {word: meaning for meaning, wordings in words(section).items() for word in wordings}


@cache
def expression(section: str, name: str) -> re.Pattern[str]:
    """An expression of patterns.toml: its alternatives joined, the lists of words it names filled in."""
    return re.compile(source(section, name))


@cache
def scanner(section: str, name: str) -> re.Pattern[str]:
    """`expression`, for what is searched from end to end."""
    return re.compile(led(source(section, name)))


@cache
def source(section: str, name: str) -> str:
    """The text of an expression of patterns.toml, to be put into another."""
    joined = "|".join(load("patterns")[section][name])
    lists = _lists()
    return re.sub(
        r"<(\w+)>", lambda m: lists.get(m[1], m[0]) if m.start() < 3 or joined[m.start() - 1] != "P" else m[0], joined
    )


@cache
def _lists() -> dict[str, str]:
    base, markers = words("base"), words("markers")
    lists = {name: any_of(base[name]) for name in base}
    lists |= {name: any_of(markers[name]) for name in ("purpose", "rate", "none")}
    return lists | {
        "directions": any_of(meanings("direction")),
        "short": any_of(meanings("direction_short")),
        "measures": any_of(meanings("measures")),
        "initial": any_of(word for word in base["initial"] if len(word) > 2),
        "initial_base": any_of(base["initial"]),
        "year": r"(?:19|20)\d{2}",
    }


@cache
def heads() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Countable heads that take their name from the subject above them: (name, wordings, units)."""
    return tuple((h["name"], tuple(h["aliases"]), tuple(h["units"])) for h in load("subjects")["head"])


@cache
def bare_heads() -> dict[str, str]:
    """Unit → the countable head that it says without a word."""
    return {unit: h["name"] for h in load("subjects")["head"] for unit in h.get("bare", ())}


@cache
def visits() -> frozenset[str]:
    """The units that are used of visits only."""
    return frozenset(load("subjects")["visits"]["units"])


@cache
def assets() -> frozenset[str]:
    """The units in which assets are counted."""
    return frozenset(load("subjects")["assets"]["units"])


@cache
def counted_in(name: str) -> tuple[str, ...]:
    """The units that a counted thing comes in, empty where it may be any."""
    return next(
        (tuple(entry["units"]) for entry in load("subjects")["count"] if entry["name"] == name and "units" in entry), ()
    )


@cache
def stems() -> dict[str, str]:
    """Subject → the beginning of the names of what is counted under it."""
    return dict(load("subjects")["stems"])


@cache
def sides() -> dict[str, str]:
    """Bare words for income and expenditure → in, out or both."""
    return {
        alias: entry["side"]
        for entry in load("subjects")["relative"]
        if entry.get("bare")
        for alias in entry["aliases"]
    }


@cache
def stem_words() -> tuple[tuple[str, str], ...]:
    """Words that say whose count a number is → the stem, longest word first."""
    pairs = [(word, stem) for stem, words in load("subjects")["stem_words"].items() for word in words]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


@cache
def count_heads() -> tuple[str, ...]:
    """How a noun phrase ends that may name what is counted."""
    return tuple(load("subjects")["count_heads"]["words"])


@cache
def counted_after() -> tuple[tuple[str, str], ...]:
    """Words behind a number that name what it counts → the name."""
    return tuple((words, name) for name, wordings in load("subjects")["counted_after"].items() for words in wordings)


@cache
def costs() -> dict[str, str]:
    """Counted thing → the subject that its money is."""
    return dict(load("subjects")["costs"])


def under(name: str, subjects: Iterable[str]) -> str:
    """What a counted thing is called under these subjects."""
    entry = load("subjects")["under"].get(name)
    return str(entry["name"]) if entry and any(entry["within"] in subject for subject in subjects) else name


@cache
def qualified() -> tuple[str, ...]:
    """How the names of staff end that words before them are part of."""
    return tuple(load("subjects")["qualifiers"]["ends"])


@cache
def qualified_staff() -> re.Pattern[str]:
    """What stands right before a kind of staff and belongs to its name."""
    return re.compile(f"(?:{any_of(load('subjects')['qualifiers']['words'])})+$")
