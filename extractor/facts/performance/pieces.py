"""The words before a figure, piece by piece: names, the labels beside them, and what comparators and units say."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from extractor.facts.performance.words import comparator_words, comparators, compiled, either, ordinals, pattern, words

BREAK = re.compile(r"[，。；]")
_HAN = re.compile(r"[一-龥]")
_QUOTED = re.compile(r"“[^“”]+”")
_COUNTED = re.compile(r"[一-龥“][一-龥“”（）]{1,15}(?=[，。；、]|$)")
_TWO_RATIOS = re.compile(r"[率度]、.*[率度]$")
_LABELLED = r"^(?:\d{4}年度?|其中)[，：]?(?=.{2})"
_OPENS = r"^(?:\d{4}年度?|其中|⟨openings⟩)[，：]?(?=.{2})"


def pieces_of(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The pieces between commas and stops, each with its offset, ordinals and what a colon closes left out."""
    edges = [start, *(m.end() for m in BREAK.finditer(text, start, end)), end]
    pieces = []
    for begin, stop in pairwise(edges):
        piece = text[begin:stop].rstrip("，。；")
        if piece.startswith("）"):
            begin, piece = begin + 1, piece[1:]
        if (bracket := piece.rfind("（")) > piece.rfind("）"):
            pieces.append((begin, piece[:bracket]))
            begin, piece = begin + bracket + 1, piece[bracket + 1 :]
        if (colon := piece.rstrip("：").rfind("：")) > 0:
            begin, piece = begin + colon + 1, piece[colon + 1 :]
        if match := ordinals().match(piece):
            begin, piece = begin + match.end(), piece[match.end() :]
        pieces.append((begin, piece))
    return pieces


def label(nouns: str, verbs: str, piece: str) -> str | None:
    """The name that a label stands behind or before, "-" where it stands alone; None where there is no label."""
    body = piece.rstrip("：")
    match = _behind(nouns).fullmatch(body) or _before(verbs).fullmatch(body)
    return (match["name"] or "-") if match else None


@cache
def _behind(nouns: str) -> re.Pattern[str]:
    return compiled(rf"(?P<name>.*?)的?(?:{either(nouns)})(?:为|是|应|应为|达到|达|：)*")


@cache
def _before(verbs: str) -> re.Pattern[str]:
    return compiled(rf"(?:{either(verbs)})(?P<name>.{{0,30}})")


def beside_target(piece: str, value: str, actual: str | None) -> bool | None:
    """Whether the figure of 超过年度目标 is the target that an actual before it is compared with.

    False where it is only how far the actual lies beside the target; None where the piece is of another kind.
    """
    side = next((s for s in ("above", "below", "against") if _target_on(s).fullmatch(piece)), None)
    if side is None:
        return None
    if actual is None:
        return False
    target, reached = Decimal(value), Decimal(actual)
    return {"above": reached / 2 < target <= reached, "below": target >= reached, "against": True}[side]


@cache
def _target_on(side: str) -> re.Pattern[str]:
    return compiled(rf"(?:{either(side)})(?:了|年初|年度|全年)*(?:{either('targets')})(?:值|数|的)?(?:为|是|：)*")


def beside_plan(piece: str) -> bool:
    """Whether a piece (比计划少, 增加) leads to how far the figure before it lies beside another one."""
    return pattern("(?:(?:⟨against⟩)(?:⟨share_wholes⟩))?(?:⟨changes⟩)").fullmatch(piece) is not None


def share_of_plan(piece: str) -> bool:
    """Whether a piece (完成年度计划的) leads to the share of a plan."""
    return pattern("(?:已|共|累计)?(?:⟨share_verbs⟩)(?:了)?(?:⟨share_wholes⟩)的?").fullmatch(piece) is not None


def done(name: str) -> bool:
    """Whether a name is that of an output: what one does (改造管网) or measures (绿化面积), and not evaluating."""
    return pattern("(?:⟨verbs⟩).*|.*(?:⟨measured⟩)").fullmatch(name) is not None and not _evaluates(name)


def ratio(name: str) -> bool:
    """Whether a name is that of a rate (验收合格率) of a project, not of evaluating (自评覆盖率)."""
    return name.endswith(("率", "满意度")) and not _evaluates(name)


def _evaluates(name: str) -> bool:
    return name in words("bare_ratios") or any(word in name for word in words("context_said"))


def named(piece: str, labelled: bool = True) -> str:
    """A piece as a name: without what leads to it and, where no label says that it is one, what links it to its value."""
    name = piece.strip("：、，“” -") if piece.count("“") != piece.count("”") else piece.strip("：、， -")
    opens = pattern(_LABELLED if labelled else _OPENS)
    while (shorter := opens.sub("", _linked().sub("", name))) != name:
        name = shorter
    if _QUOTED.fullmatch(name):
        name = name[1:-1]
    return name if _HAN.search(name) and len(name) <= 40 else ""


@cache
def _linked() -> re.Pattern[str]:
    """What links a name to its value."""
    return compiled(rf"(?:{comparator_words()}|{either('links')}|年|的|了)$")


def names(piece: str, event: re.Match[str], text: str) -> tuple[list[str], int]:
    """The names that a loose figure is of, and where what was read ends."""
    name = named(piece, labelled=bool(event["sign"]) and not event["sign"].isalpha())
    if "、" in name and pattern("(?:⟨shared⟩)$").search(piece):
        return [one for one in name.split("、") if one], event.end()
    if _TWO_RATIOS.search(name):
        return [], event.end()  # two ratios, one figure: whose it is nobody says
    behind = _COUNTED.match(text, event.end())
    verb = piece if not name and pattern("(?:⟨verbs⟩)+").fullmatch(piece) else name
    if behind and not event["after"] and verb and pattern("(?:⟨verbs⟩)+|.{1,2}").fullmatch(verb):
        return [verb + behind.group()], behind.end()
    return ([name] if name else []), event.end()


def sign_of(event: re.Match[str]) -> str:
    return comparators().get(event["after"] or "", comparators().get(event["sign"] or "", "="))


def unit_of(unit: str | None) -> str | None:
    return words("unit_aliases").get(unit, unit) if unit else None
