"""What is left of a clause when its mentions are taken out: nothing, a noun phrase, or words not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.language.patterns import any_of
from extractor.lexicon import load

_YEAR = re.compile(r"(?:19|20)\d{2}年(?:度|末|底)?(?:\d{1,2}月(?:\d{1,2}日)?)?")
_LONGEST = 26


def unexplained(clause: str, spans: Sequence[tuple[int, int]]) -> str:
    """The words of a clause that are neither a mention nor a filler."""
    kept = "".join(char for at, char in enumerate(clause) if not any(start <= at < end for start, end in spans))
    kept = _YEAR.sub("", kept)
    kept = re.sub(r"（[^（）]*）", "", kept)
    return _fillers().sub("", kept)


def noun_phrase(clause: str, mentions: Sequence[int], free: bool = False) -> str | None:
    """A name that the clause itself gives to its figure (…维修费 12万元), None where it gives none.

    `mentions` are the places where mentions begin in the clause: a name ends before the first. `free`: it need not end
    as the names of expenditures do.
    """
    text = _YEAR.sub("", clause[: min(mentions, default=len(clause))])
    text = re.sub(r"^(?:其中|包括|具体|含|用于|，|：|、|\d+[.、])+", "", text)
    text = (
        re.sub(r"(?:共计|合计|总计|分别|支出|均|各|约|共|为|是|达|了|：|金额|安排|科目|执行|完成)+$", "", text) or text
    )
    text = text.strip("“”，、：的")
    if not 2 <= len(text) <= _LONGEST or not re.fullmatch(r"[一-龥（）、“”A-Za-z0-9-]+", text):
        return None
    if not _fillers().sub("", text):
        return None
    text = re.sub(r"^(?:涉及|安排|本年度?|当年|全年|实际|共)+", "", text)
    if len(text) < 3 and not text.endswith("费"):
        return None
    return text if (free or text.endswith(_heads())) and not re.search(r"[，。；]|其中|我局|本年", text) else None


@cache
def _heads() -> tuple[str, ...]:
    return tuple(load("words")["markers"]["heads"])


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(any_of(load("words")["markers"]["fillers"]))
