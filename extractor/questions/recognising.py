"""The recognised parts of a question, each named, with its meaning and what could stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from extractor.questions import names
from extractor.questions.answer import Recognised
from extractor.questions.numbers import Quantity
from extractor.questions.query import Cause
from extractor.questions.roles import Part
from extractor.questions.text import key
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.wording import kind, role
from extractor.questions.words import Alias, words

ALTERNATIVES = 8
"""How many are offered for a part."""

MANY = 2000
"""Names among which the nearest are looked for; of more only those that the question itself resembles."""


def recognised(question: str, read: Sequence[Part], vocabulary: Vocabulary) -> tuple[Recognised, ...]:
    """The parts that mean something, with their places in the question as typed."""
    content = (part for part in read if part.role != "filler")
    return tuple(_recognised(question[part.start : part.end], part, vocabulary) for part in content)


def _recognised(typed: str, part: Part, vocabulary: Vocabulary) -> Recognised:
    others = (other for other in _others(part, vocabulary) if key(other) != key(typed))
    offered = tuple(islice(dict.fromkeys(others), ALTERNATIVES))
    return Recognised(typed, kind(part.role), role(part.role), _meaning(part), part.start, part.end, offered)


def _meaning(part: Part) -> str:
    means = None if part.role == "ago" else part.means
    match means:
        case None:
            return part.text
        case Alias():
            return "、".join(means.names[:3])
        case Quantity():
            return f"{means.value:f}{means.unit}"
        case tuple():
            return "、".join(map(str, means[:5]))
        case Cause():
            return "、".join(means.categories) or f"「{means.text}」"
        case _:
            return str(means)


def _others(part: Part, vocabulary: Vocabulary) -> Iterator[str]:
    """What could be put in the place of the part, the likeliest first."""
    match part.role:
        case "organisation":
            yield from part.means[1:]
            if len(vocabulary.organisations) <= MANY:
                yield from names.nearest(part.text, vocabulary.organisations, limit=ALTERNATIVES)
        case "year":
            yield from (f"{year}年" for year in reversed(vocabulary.years) if part.means != (year,))
        case "subject":
            yield from _leaves(part)
        case "project" | "indicator":
            named = vocabulary.projects if part.role == "project" else vocabulary.indicators
            yield from part.means
            yield from named[:ALTERNATIVES]
        case "cause" | "category":
            yield from (
                f"因为{c}" if part.role == "cause" else c for c in vocabulary.categories if c != _category(part)
            )
        case "unknown":
            if len(part.text) > 1 and len(vocabulary.leaves) <= MANY:
                yield from names.nearest(part.text, list(vocabulary.leaves), limit=3)
        case role_:
            yield from (word for means, word in words().firsts.get(role_, {}).items() if means != part.means)


def _leaves(part: Part) -> Iterator[str]:
    """The other names that the wording of a subject may mean, whole paths where they end alike."""
    means = [part.means, *(reading.means for reading in part.also if reading.role == "subject")]
    meant = [name for alias in means for name in alias.names]
    leaves = list(dict.fromkeys(name.rsplit("/", 1)[-1] for name in meant))
    yield from leaves
    if len(leaves) == 1:
        yield from (name.replace("/", "") for name in meant if "/" in name and len(meant) > 1)


def _category(part: Part) -> Any:
    if isinstance(part.means, Cause):
        return part.means.categories[0] if len(part.means.categories) == 1 else None
    return part.means
