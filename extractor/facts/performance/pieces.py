"""The words before a figure, piece by piece: names, the labels beside them, and what comparators and units say."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from extractor.facts.performance.words import comparator_words, comparators, compiled, either, ordinals, words

BREAK = re.compile(r"[，。；]")


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
    if match := compiled(rf"(?P<name>.*?)的?(?:{either(nouns)})(?:为|是|应|应为|达到|达|：)*").fullmatch(body):
        return match["name"] or "-"
    if match := compiled(rf"(?:{either(verbs)})(?P<name>.{{0,30}})").fullmatch(body):
        return match["name"] or "-"
    return None


def beside_target(piece: str, value: str, actual: str | None) -> bool | None:
    """Whether the figure of 超过年度目标 is the target that an actual before it is compared with.

    False where it is only how far the actual lies beside the target; None where the piece is of another kind.
    """
    body = rf"(?:{{}})(?:了|年初|年度|全年)*(?:{either('targets')})(?:值|数|的)?(?:为|是|：)*"
    side = next((s for s in ("above", "below", "against") if compiled(body.format(either(s))).fullmatch(piece)), None)
    if side is None:
        return None
    if actual is None:
        return False
    target, reached = Decimal(value), Decimal(actual)
    return {"above": reached / 2 < target <= reached, "below": target >= reached, "against": True}[side]


def beside_plan(piece: str) -> bool:
    """Whether a piece (比计划少, 增加) leads to how far the figure before it lies beside another one."""
    plan = rf"(?:{either('against')})(?:{either('share_wholes')})"
    return compiled(rf"(?:{plan})?(?:{either('changes')})").fullmatch(piece) is not None


def share_of_plan(piece: str) -> bool:
    """Whether a piece (完成年度计划的) leads to the share of a plan."""
    return (
        compiled(rf"(?:已|共|累计)?(?:{either('share_verbs')})(?:了)?(?:{either('share_wholes')})的?").fullmatch(piece)
        is not None
    )


def done(name: str) -> bool:
    """Whether a name is that of an output: what one does (改造管网) or measures (绿化面积), and not evaluating."""
    output = rf"(?:{either('verbs')}).*|.*(?:{either('measured')})"
    return compiled(output).fullmatch(name) is not None and not _evaluates(name)


def ratio(name: str) -> bool:
    """Whether a name is that of a rate (验收合格率) of a project, not of evaluating (自评覆盖率)."""
    return name.endswith(("率", "满意度")) and not _evaluates(name)


def _evaluates(name: str) -> bool:
    return name in words("bare_ratios") or any(word in name for word in words("context_said"))


def named(piece: str, labelled: bool = True) -> str:
    """A piece as a name: without what leads to it and, where no label says that it is one, what links it to its value."""
    name = piece.strip("：、，“” -") if piece.count("“") != piece.count("”") else piece.strip("：、， -")
    ends = compiled(rf"(?:{comparator_words()}|{either('links')}|年|的|了)$")
    opens = compiled(rf"^(?:\d{{4}}年度?|其中|{either('openings') if not labelled else '其中'})[，：]?(?=.{{2}})")
    while (shorter := opens.sub("", ends.sub("", name))) != name:
        name = shorter
    if re.fullmatch(r"“[^“”]+”", name):
        name = name[1:-1]
    return name if re.search(r"[一-龥]", name) and len(name) <= 40 else ""


def names(piece: str, event: re.Match[str], text: str) -> tuple[list[str], int]:
    """The names that a loose figure is of, and where what was read ends."""
    name = named(piece, labelled=bool(event["sign"]) and not event["sign"].isalpha())
    if "、" in name and compiled(rf"(?:{either('shared')})$").search(piece):
        return [one for one in name.split("、") if one], event.end()
    if re.search(r"[率度]、.*[率度]$", name):
        return [], event.end()  # two ratios, one figure: whose it is nobody says
    behind = re.compile(r"[一-龥“][一-龥“”（）]{1,15}(?=[，。；、]|$)").match(text, event.end())
    verb = piece if not name and compiled(rf"(?:{either('verbs')})+").fullmatch(piece) else name
    if behind and not event["after"] and verb and compiled(rf"(?:{either('verbs')})+|.{{1,2}}").fullmatch(verb):
        return [verb + behind.group()], behind.end()
    return ([name] if name else []), event.end()


def sign_of(event: re.Match[str]) -> str:
    return comparators().get(event["after"] or "", comparators().get(event["sign"] or "", "="))


def unit_of(unit: str | None) -> str | None:
    return words("unit_aliases").get(unit, unit) if unit else None
