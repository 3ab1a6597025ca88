"""Indicators in running text: figures in the order of the text, each with the role that the words before it give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from extractor.facts.performance.place import Place
from extractor.facts.performance.words import (
    comparator_words,
    comparators,
    compiled,
    either,
    figure,
    kind_of,
    ordinals,
    type_marker,
    words,
)  # fmt: skip
from extractor.language.numbers import plain
from extractor.records import Indicator

_BREAK = re.compile(r"[，。；]")


@dataclass(slots=True)
class Draft:
    """An indicator while its figures are read. `loose` is a figure of which nothing says whether it was planned."""

    name: str
    kind: str | None
    start: int
    end: int
    unit: str | None = None
    target: str | None = None
    actual: str | None = None
    loose: str | None = None
    sign: str = "="
    actual_sign: str = "="
    score: str | None = None
    full_score: str | None = None
    labelled: bool = False
    named_values: bool = False
    why: tuple[int, int] | None = None

    def settle(self, planned: bool) -> None:
        """A loose figure is the actual one where no other is and nothing says that it is planned, else the target."""
        if self.loose is None:
            return
        if self.actual is None and self.target is None and not planned:
            self.actual, self.actual_sign, self.sign = self.loose, self.sign, "="
        elif self.target is None:
            self.target, self.labelled = self.loose, True
        self.loose = None

    def comparator(self) -> str:
        """The target's; the actual's where there is no target or it says the opposite (150天以上: 150天以下)."""
        if self.target is None or (self.actual_sign != "=" and self.actual_sign[0] != self.sign[0] != "="):
            return self.actual_sign
        return self.sign


@dataclass(slots=True)
class Reader:
    """Reads indicators out of a paragraph.

    `free`: every named figure is an indicator (the text is about outputs); else only those with target and actual, and
    with `ratios` rates in %. `strict`: target and actual must be called so. `planned`: what is said is to be reached. `taken` are the spans of other facts.
    """

    place: Place
    kind: str | None = None
    free: bool = False
    strict: bool = False
    ratios: bool = False
    planned: bool = False
    taken: tuple[tuple[int, int], ...] = ()
    drafts: list[Draft] = field(default_factory=list)
    current: Draft | None = None

    def read(self, start: int, end: int) -> Iterator[Draft]:
        """The indicators of a stretch of text."""
        text = self.place.text
        at = start
        for event in _events().finditer(text, start, end):
            if event.start() < at:
                continue
            if any(first < event.end() and event.start() < last for first, last in self.taken):
                self.current = None
            elif event["reason"]:
                self._reason(event)
            elif event["type"] or event["group"]:
                self.current = None
                self.kind = kind_of(event["type"]) if event["type"] else self.kind
                self.free = True
            elif not self._figure(event, at, text):
                continue
            at = event.end()
        for draft in self.drafts:
            draft.settle(self.planned)
            if self._complete(draft):
                yield draft

    def _complete(self, draft: Draft) -> bool:
        both = draft.target is not None and draft.actual is not None and draft.labelled
        if self.strict:
            return both and draft.named_values
        if self.ratios and draft.unit == "%" and draft.name.endswith(("率", "满意度")):
            return True
        return both or (self.free and (draft.target is not None or draft.actual is not None))

    def _reason(self, event: re.Match[str]) -> None:
        start, end = event.span("why")
        while end > start and self.place.text[end - 1] in "，、： ":
            end -= 1
        if self.current is not None and self.current.why is None and self.place.text[start:end] not in ("", *words("nothing")):
            self.current.why, self.current.end = (start, end), end

    def _figure(self, event: re.Match[str], at: int, text: str) -> bool:
        """Takes a figure in; whether it was one."""
        pieces = _pieces(text, at, event.start())
        start, piece = pieces[-1]
        if self._beside(piece, event):
            return True
        unit = event["unit"] or event["other"]
        if named := _label("targets", "plans", piece):
            self._target(named, pieces, event, unit)
        elif (named := _label("actuals", "did", piece)) is not None and (self.current is not None or named):
            self._actual(named, start, event, unit)
        elif not _named(piece) and self.current and self.current.actual is None and not _BREAK.fullmatch(text[event.start() - 1 : event.start()]):
            self._actual("", start, event, unit)
        elif event["unit"] or (self.free and event["other"]) or (event["sign"] and not event["sign"].isalpha()):
            self._loose(piece, start, event, text)
        else:
            return False
        return True

    def _beside(self, piece: str, event: re.Match[str]) -> bool:
        """A score, a full score or a degree of completion, which belong to the indicator before them."""
        links = r"(?:为|是|：)*"
        if compiled(rf"(?:{either('full_scores')}){links}").fullmatch(piece):
            if self.current is None:
                self.free = False  # the score of a kind: what follows is compared, or is no indicator
            else:
                self.current.full_score, self.current.end = plain(event["value"]), event.end()
            return True
        if compiled(rf"(?:{either('item_scores')}){links}").fullmatch(piece):
            if self.current is not None and self.current.score is None:
                self.current.score, self.current.end = plain(event["value"]), event.end()
            return True
        if self.current is not None and self.current.end and compiled(rf"(?:{either('completed')})(?:为|是|：|达到|达)*").fullmatch(piece):
            return self.current.target is not None or self.current.loose is not None
        return False

    def _target(self, named: str, pieces: list[tuple[int, str]], event: re.Match[str], unit: str | None) -> None:
        start, _ = pieces[-1]
        strong = named != "-"
        name = _named(named) if strong else ""
        if not name and len(pieces) > 1 and (self.current is None or self.current.target is not None):
            start, name = pieces[-2][0], _named(pieces[-2][1])
        if name and not (self.current and self.current.target is None and self.current.name == name):
            self._open(name, start)
        draft = self.current
        if draft is None or draft.target is not None:
            self.current = None
            return
        draft.target, draft.unit, draft.sign = plain(event["value"]), draft.unit or _unit(unit), _sign(event)
        draft.labelled, draft.end = True, event.end()
        draft.named_values = compiled(rf"(?:{either('targets')})(?:为|是|：)*$").search(pieces[-1][1]) is not None

    def _actual(self, named: str, start: int, event: re.Match[str], unit: str | None) -> None:
        name = _named(named)
        draft = self.current
        if draft is None or draft.actual is not None:
            if not name:
                return
            draft = self._open(name, start)
        elif draft.loose is not None:
            draft.target, draft.loose, draft.labelled = draft.loose, None, True
        draft.actual, draft.actual_sign = plain(event["value"]), _sign(event)
        draft.unit, draft.end = draft.unit or _unit(unit), event.end()

    def _loose(self, piece: str, start: int, event: re.Match[str], text: str) -> None:
        names, end = _names(piece, event, text)
        for name in names:
            draft = self._open(name, start)
            draft.unit, draft.sign, draft.end = _unit(event["unit"] or event["other"]), _sign(event), end
            if event["sign"] and not event["sign"].isalpha():
                draft.target = plain(event["value"])
            else:
                draft.loose = plain(event["value"])
        if not names:
            self.current = None

    def _open(self, name: str, start: int) -> Draft:
        self.current = Draft(name, self.kind, start, start)
        self.drafts.append(self.current)
        return self.current


def made(place: Place, draft: Draft, project: str) -> Indicator:
    """The record of a draft."""
    indicator = place.indicator(
        draft.start, draft.end, project, draft.name, type=draft.kind, comparator=draft.comparator(), target=draft.target,
        actual=draft.actual, unit=draft.unit, score=draft.score, full_score=draft.full_score,
    )  # fmt: skip
    return place.explained(indicator, *draft.why) if draft.why else indicator


@cache
def _events() -> re.Pattern[str]:
    why = rf"(?P<reason>{either('explains')})(?:主要)?(?:是|为|：|在于)(?:因|由于|是)?(?P<why>[^。；]*)"
    return compiled(rf"{type_marker()}|{why}|{figure()}")


def _pieces(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The pieces between commas and stops, each with its offset, ordinals and what a colon closes left out."""
    edges = [start, *(m.end() for m in _BREAK.finditer(text, start, end)), end]
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


def _label(nouns: str, verbs: str, piece: str) -> str | None:
    """The name that a label stands behind or before, "-" where it stands alone; None where there is no label."""
    body = piece.rstrip("：")
    if match := compiled(rf"(?P<name>.*?)的?(?:{either(nouns)})(?:为|是|应|应为|达到|达|：)*").fullmatch(body):
        return match["name"] or "-"
    if match := compiled(rf"(?:{either(verbs)})(?P<name>.{{0,30}})").fullmatch(body):
        return match["name"] or "-"
    return None


def _named(piece: str, labelled: bool = True) -> str:
    """A piece as a name: without what leads to it and, where no label says that it is one, what links it to its value."""
    name = piece.strip("：、，“” -") if piece.count("“") != piece.count("”") else piece.strip("：、， -")
    ends = compiled(rf"(?:{comparator_words()}|{either('links')}|年|的|了)$")
    opens = compiled(rf"^(?:\d{{4}}年度?|其中|{either('openings') if not labelled else '其中'})[，：]?(?=.{{2}})")
    while (shorter := opens.sub("", ends.sub("", name))) != name:
        name = shorter
    if re.fullmatch(r"“[^“”]+”", name):
        name = name[1:-1]
    return name if re.search(r"[一-龥]", name) and len(name) <= 40 else ""


def _names(piece: str, event: re.Match[str], text: str) -> tuple[list[str], int]:
    """The names that a loose figure is of, and where what was read ends."""
    name = _named(piece, labelled=bool(event["sign"]) and not event["sign"].isalpha())
    if "、" in name and compiled(rf"(?:{either('shared')})$").search(piece):
        return [one for one in name.split("、") if one], event.end()
    if re.search(r"[率度]、.*[率度]$", name):
        return [], event.end()  # two ratios, one figure: whose it is nobody says
    behind = re.compile(r"[一-龥“][一-龥“”（）]{1,15}(?=[，。；、]|$)").match(text, event.end())
    if behind and not event["after"] and name and compiled(rf"(?:{either('verbs')})+|.{{1,2}}").fullmatch(name):
        return [name + behind.group()], behind.end()
    return ([name] if name else []), event.end()


def _sign(event: re.Match[str]) -> str:
    return comparators().get(event["after"] or "", comparators().get(event["sign"] or "", "="))


def _unit(unit: str | None) -> str | None:
    return words("unit_aliases").get(unit, unit) if unit else None
