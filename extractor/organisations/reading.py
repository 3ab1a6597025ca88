"""What a name says of its organisation: where it is, on which level, of which kind (lexicon/organisations.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.lexicon import load
from extractor.store.tokens import normalise

_MOST_AREAS = 4
_OF_DIRECT_CITY = "省"


@dataclass(frozen=True, slots=True)
class Said:
    """`region` is the areas that the name begins with, "" where it names none; `core` the rest without what makes no
    other organisation of it; `own` what tells a part of it (本级), "" where nothing does. `level` and `kind` are None
    where the name does not say."""

    name: str
    region: str
    core: str
    own: str
    level: str | None
    kind: str | None


@cache
def said(name: str) -> Said:
    """Read a name."""
    words = load("organisations")
    plain = spelt(name)
    region, areas = "", list[str]()
    while len(areas) < _MOST_AREAS and (found := re.match(_area(words), plain[len(region) :])):
        areas.append(found[0])
        region += found[0]
    below = re.match(words["township"], plain[len(region) :])
    own = re.search(words["spelling"]["own"], plain)
    core = plain[len(region) : own.start() if own else None]
    level = _level(areas, below[0] if below else None, plain, words)
    return Said(name, region, core or plain, own[0] if own else "", level, _kind(core, words))


def spelt(name: str) -> str:
    """The name as names are compared: width, script and brackets made equal, what is no part of a name dropped."""
    plain = normalise(name)
    for pattern in load("organisations")["spelling"]["dropped"]:
        plain = re.sub(pattern, "", plain)
    return plain or normalise(name)


def _area(words: dict[str, Any]) -> str:
    return str(words["area"])


def _level(areas: list[str], below: str | None, plain: str, words: dict[str, Any]) -> str | None:
    """That of the lowest area named; a district of a city that is a province is a county all the same."""
    lowest = below or (areas[-1] if areas else None)
    if lowest is None:
        return str(words["central"]["name"]) if re.match(words["central"]["pattern"], plain) else None
    return next((each["name"] for each in words["levels"] if re.search(each["pattern"], lowest)), None)


def _kind(core: str, words: dict[str, Any]) -> str | None:
    return next((each["name"] for each in words["kinds"] if re.search(each["pattern"], core)), None)
