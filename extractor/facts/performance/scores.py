"""Scores of a report as a whole: its total or average, and the parts that a total is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.facts.performance.place import Place
from extractor.facts.performance.words import NUMBER, WHOLE, kind_of, pattern, total, words
from extractor.language.numbers import plain
from extractor.records import Indicator

TOTAL, AVERAGE = "综合得分", "平均得分"
_FULL = rf"(?:⟨full_scores⟩)(?:为|是|：)*({NUMBER})分，[^，。；]*$"
_PART = (
    rf"(?P<name>[^，。；：\d]{{2,20}}?)(?:⟨full_scores⟩)?(?:为|是|：)?(?P<full>{NUMBER})分，(?:⟨item_scores⟩)(?:为|是|：)*(?P<score>{NUMBER})分"
    rf"|(?P<scored>[^，。；：\d]{{2,20}}?得分)(?:为|是|：)?(?P<alone>{NUMBER})分"
)


def scores(place: Place, start: int, end: int, project: str) -> Iterator[Indicator]:
    """The scores that a stretch of text prints; a project's own total is the project's, not an indicator."""
    text = place.text
    for match in total().finditer(text, start, end):
        begin = max(text.rfind(mark, start, match.start()) for mark in "。；，：") + 1
        begin = max(begin, start)
        before = text[begin : match.start()]
        if before.endswith(("指标", "目标")) or re.search(r"其中[：，]?$", text[start:begin]):
            continue
        average = any(word in before[-4:] + match.group() for word in words("average"))
        if average or project == WHOLE:
            yield _score(place, begin, match, AVERAGE if average else TOTAL)
        if not average:
            yield from _parts(place, match.end(), end, project)


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The totals, with the sentences that count up what they are made of: none of it is an indicator of another kind."""
    at = start
    for match in total().finditer(text, start, end):
        if match.start() < at:
            continue
        stop = text.find("。", match.end(), end)
        at = match.end() if not _counts_up(text, match.end()) else stop if stop >= 0 else end
        yield match.start(), at


def _counts_up(text: str, start: int) -> bool:
    return pattern("[，；：（]?(?:⟨parts_open⟩)").match(text, start) is not None


def _score(place: Place, begin: int, match: re.Match[str], name: str) -> Indicator:
    full = pattern(_FULL).search(place.text, 0, match.start())
    if full:
        begin = min(begin, full.start())
    value = plain(match["value"])
    full_score = plain(full[1]) if full else None
    return place.indicator(
        begin, match.end(), WHOLE, name, comparator="=", score=value, full_score=full_score, unit="分"
    )


def _parts(place: Place, start: int, end: int, project: str) -> Iterator[Indicator]:
    """其中：A 10分，得分9分；B得分8分: up to the full stop."""
    stop = place.text.find("。", start, end)
    stop = stop if stop >= 0 else end
    if not _counts_up(place.text, start):
        return
    for match in pattern(_PART).finditer(place.text, start, stop):
        name = pattern("^(?:⟨parts_open⟩)[：，]?").sub("", match["name"] or match["scored"]).strip("，；：、")
        if len(name) < 2 or any(word in name for word in words("average")):
            continue
        full, score = match["full"], match["score"] or match["alone"]
        yield place.indicator(
            match.start(), match.end(), project, name, type=kind_of(name), comparator="=", score=plain(score),
            full_score=plain(full) if full else None, unit="分",
        )  # fmt: skip
