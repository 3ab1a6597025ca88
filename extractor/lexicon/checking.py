"""The lexicon tested like code: its examples run, wordings claimed twice, entries that no report uses.

An entry of a [[list]] may have `example` and `counter_example` (a text or several): the first must be read as the
entry means, the second must not. Anything else is tried by a table beside the entries:

    [[example]]
    words = "增幅"              # a wording of this file, which the text contains
    text = "培训费支出增幅3.2%。"
    expects = "direction 增加"   # kind of mention and its meaning; or `never = "…"`
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.facts.reason_words import find_hits
from extractor.facts.reasons import categorise
from extractor.language.meaning import meaning
from extractor.language.mentions import Mention, find_mentions
from extractor.language.patterns import any_of
from extractor.lexicon import load
from extractor.lexicon.merging import Wordings, label, wordings

FILES = ("subjects", "words", "reasons", "functional")
_YEAR = 2023  # of the report that an example is taken for
_SHARED = {"name", "measures", "direction", "direction_short"}
_NAME_KINDS = {"subject": "subject", "pair": "subject", "count": "count", "relative": "relative", "nothing": "nothing"}
_MENTIONED = {"name": tuple(_NAME_KINDS.values()), "measures": ("measure",), "direction": ("direction",)}


@dataclass(frozen=True, slots=True)
class Failed:
    """An example that is not read as it should be. `found` is what was read instead."""

    file: str
    entry: str
    text: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Clash:
    """One wording claimed by several entries of one file."""

    file: str
    wording: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """An entry's wordings that no report of the index uses; `whole` where none of its wordings is used."""

    file: str
    entry: str
    wordings: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `examples` were run; `conflicts` nothing decides; in `overlaps` the context does."""

    examples: int
    failed: tuple[Failed, ...]
    conflicts: tuple[Clash, ...]
    overlaps: tuple[Clash, ...]
    silent: tuple[Silent, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every example is read as it should be and no two entries contradict each other."""
        return not self.failed and not self.conflicts


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of an indexed report (as in its flow), with the report's year and kind."""

    text: str
    year: int | None
    kind: str | None


def check(texts: Iterable[Text] | None = None, explanations: Iterable[str] = ()) -> Checked:
    """Check the lexicon in use; with the texts and explanations of an index also what they never use."""
    tried = [tried for name in FILES for tried in _examples(name)]
    conflicts, overlaps = _clashes()
    silent = () if texts is None else tuple(_silent(list(texts), list(explanations)))
    return Checked(len(tried), tuple(each for each in tried if each), conflicts, overlaps, silent)


# Examples


def _examples(name: str) -> Iterator[Failed | None]:
    """Each example of a file: None where it is read as it should be."""
    for example in load(name).get("example", []):
        yield _tried(name, example)
    for table, entries in load(name).items():
        for entry in entries if isinstance(entries, list) and table != "example" else []:
            if not isinstance(entry, dict):
                continue
            for text in _several(entry.get("example")):
                yield _entry(name, table, entry, text, wanted=True)
            for text in _several(entry.get("counter_example")):
                yield _entry(name, table, entry, text, wanted=False)


def _several(texts: str | list[str] | None) -> list[str]:
    return [texts] if isinstance(texts, str) else texts or []


def _entry(name: str, table: str, entry: dict[str, Any], text: str, wanted: bool) -> Failed | None:
    """An entry's own example. Categories are decided on the whole text, names are found in it."""
    if name == "reasons":
        found, expected = [categorise(text)], str(entry["name"])
    else:
        found, expected = _read(text), _expected(table, entry)
    if (expected in found) == wanted:
        return None
    return Failed(name, f"{table}.{label(entry)}", text, expected if wanted else f"≠ {expected}", "；".join(found))


def _expected(table: str, entry: dict[str, Any]) -> str:
    names = "、".join(entry.get("names") or [entry.get("name") or entry.get("stem") or ""])
    side = entry.get("side") if entry.get("bare") else None
    return " ".join(part for part in (_NAME_KINDS.get(table, table), names, side, entry.get("measure")) if part)


def _tried(name: str, example: dict[str, Any]) -> Failed | None:
    words, text = str(example.get("words", "")), str(example.get("text", ""))
    expected, never = example.get("expects"), example.get("never")
    known = not words or words in _known(name)
    found = _read(text, words)
    right = never not in found and not any(read.split()[0] == never for read in found) if never else expected in found
    if known and words in text and right:
        return None
    wanted = f"≠ {never}" if never else str(expected)
    return Failed(name, words, text, wanted, "；".join(found) if known else "?")


def _known(name: str) -> set[str]:
    """Every wording of a file, the units too."""
    units = load(name).get("units", {})
    return {word for each in wordings(name, load(name)) for word in each.words}.union(*units.values())


def _read(text: str, words: str = "") -> list[str]:
    """What is found in a text (where it touches `words`): kind and meaning of each mention."""
    at = text.find(words)
    near = (m for m in find_mentions(text, _YEAR, "决算") if not words or (m.start < at + len(words) and at < m.end))
    return [_said(mention) for mention in near]


def _said(mention: Mention) -> str:
    return f"{mention.kind} {meaning(mention)}".strip()


# Wordings claimed twice


def _clashes() -> tuple[tuple[Clash, ...], tuple[Clash, ...]]:
    """Conflicts (one space, one wording, two meanings or weights) and overlaps.

    An overlap is a name that is also a measure or direction, or a wording that stands twice in one list.
    """
    conflicts: list[Clash] = []
    overlaps: list[Clash] = []
    everywhere: dict[str, dict[str, Wordings]] = defaultdict(dict)
    for name in FILES:
        claims: dict[tuple[str, str], list[str]] = defaultdict(list)
        for each in wordings(name, load(name)):
            for word in each.words if each.space else []:
                claims[str(each.space), word].append(each.place)
                if each.space in _SHARED:
                    everywhere[word].setdefault(str(each.space), each)
        for (_, word), places in claims.items():
            if len(places) > 1:
                (conflicts if len(set(places)) > 1 else overlaps).append(Clash(name, word, tuple(places)))
    for word, spaces in everywhere.items():
        if len(spaces) > 1:
            overlaps.append(Clash("subjects、words", word, tuple(each.place for each in spaces.values())))
    return tuple(conflicts), tuple(overlaps)


# What no report uses


def _silent(texts: list[Text], explanations: list[str]) -> Iterator[Silent]:
    once = list(dict.fromkeys(texts))
    used = _mentioned(once)
    whole = "\n".join(text.text for text in once)
    whys = list(dict.fromkeys(explanations))
    used["category"] = {hit.wording for text in whys for hit in find_hits(text)}
    for name in FILES:
        for each in wordings(name, load(name)):
            corpus = "\n".join(whys) if name == "reasons" else whole
            met = used[each.space] if each.space in used and each.owner else _met(each.words, corpus)
            unmet = tuple(word for word in each.words if not _fits(word, met))
            if unmet:
                yield Silent(name, each.place, unmet, len(unmet) == len(each.words))


def _mentioned(texts: list[Text]) -> dict[str, set[str]]:
    """Space → the wordings that were read as mentions of its kinds."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for mention in find_mentions(text.text, text.year, text.kind):
            by_kind[mention.kind].add(re.sub(r"的(?:19|20)\d{2}年度?", "的", mention.text))
    return {space: set().union(*(by_kind[kind] for kind in kinds)) for space, kinds in _MENTIONED.items()}


def _met(words: Iterable[str], text: str) -> set[str]:
    return set(re.compile(any_of(words)).findall(text))


def _fits(word: str, met: set[str]) -> bool:
    """Whether a wording is among those met; … in it stands for a few characters."""
    if word in met or "…" not in word:
        return word in met
    pattern = re.compile(re.escape(word).replace("…", ".*?"))
    return any(pattern.fullmatch(other) for other in met)
