"""What is left of a clause when its mentions are taken out: nothing, a noun phrase, or words not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.language.patterns import any_of, expression, source
from extractor.lexicon import load

_LONGEST = 26
_BRACKET, _NAME = re.compile(r"（[^（）]*）"), re.compile(r"[一-龥（）、“”A-Za-z0-9-]+")


def unexplained(clause: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words of a clause that are neither a mention nor a filler. The spans of the mentions are in order."""
    ends, starts = (0, *(end for _, end in spans)), (*(start for start, _ in spans), len(clause))
    kept = "".join(clause[end:start] for end, start in zip(ends, starts, strict=True))
    kept = expression("residue", "date").sub("", kept)
    kept = _BRACKET.sub("", kept)
    return _fillers().sub("", kept)


def noun_phrase(clause: str, mentions: Sequence[int], free: bool = False) -> str | None:
    """A name that the clause itself gives to its figure (…维修费 12万元), None where it gives none.

    `mentions` are the places where mentions begin in the clause: a name ends before the first. `free`: it need not end
    as the names of expenditures do.
    """
    text = expression("residue", "date").sub("", clause[: min(mentions, default=len(clause))])
    text = _without("opening", text)
    text = _closing().sub("", text) or text
    text = text.strip("“”，、：的")
    if not 2 <= len(text) <= _LONGEST or not _NAME.fullmatch(text):
        return None
    if not _fillers().sub("", text):
        return None
    text = _without("leading", text)
    if len(text) < 3 and not text.endswith("费") and text not in _heads():
        return None
    return text if (free or text.endswith(_heads())) and not expression("residue", "no_name").search(text) else None


@cache
def _heads() -> tuple[str, ...]:
    return tuple(load("words")["markers"]["heads"])


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(any_of(load("words")["markers"]["fillers"]))


def _without(name: str, text: str) -> str:
    """A text less what an expression of patterns.toml finds at its beginning."""
    return _leading(name).sub("", text)


@cache
def _leading(name: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{source('residue', name)})")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"(?:{source('residue', 'closing')})$")
