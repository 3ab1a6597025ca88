"""Indicators in running text: figures in the order of the text, each with the role that the words before it give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from extractor.facts.performance.pieces import (
    BREAK,
    beside_plan,
    beside_target,
    done,
    label,
    named,
    names,
    pieces_of,
    ratio,
    share_of_plan,
    sign_of,
    unit_of,
)
from extractor.facts.performance.place import Place
from extractor.facts.performance.words import compiled, either, figure, kind_of, pattern, type_marker, words
from extractor.language.numbers import plain
from extractor.language.openings import led
from extractor.records import Indicator

_STOP = re.compile(r"[。；]")
_NAMED_TARGET = "的(?:年初|年度|全年|预期)*(?:⟨targets⟩)"


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
    told: bool = False
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

    `free`: every named figure is an indicator (the text is about outputs); else those with target and actual, with
    `ratios` rates in %, and from `told_from` on what was done or, where it is planned, has a comparator.
    `strict`: target and actual must be called so. `planned`: what is said is to be reached. `taken`: other facts' spans.
    """

    place: Place
    kind: str | None = None
    free: bool = False
    strict: bool = False
    ratios: bool = False
    planned: bool = False
    told_from: int | None = None
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
                self._reason(*event.span("why"))
            elif event["differs"]:
                if not self._differs():
                    continue
                stop = _STOP.search(text, event.end(), end)
                at = stop.start() if stop else end
                self._reason(event.end(), at)
                continue
            elif marker := event["type"] or event["group"] or event["another"]:
                self.current = None
                self.kind = self.kind if event["another"] else kind_of(marker)
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
        if self.ratios and draft.unit == "%" and ratio(draft.name):
            return True
        return both or ((self.free or draft.told) and (draft.target is not None or draft.actual is not None))

    def _differs(self) -> bool:
        draft = self.current
        return draft is not None and None not in (draft.target, draft.actual) and draft.target != draft.actual

    def _reason(self, start: int, end: int) -> None:
        while end > start and self.place.text[end - 1] in "，、： ":
            end -= 1
        if (
            self.current is not None
            and self.current.why is None
            and self.place.text[start:end] not in ("", *words("nothing"))
        ):
            self.current.why, self.current.end = (start, end), end

    def _figure(self, event: re.Match[str], at: int, text: str) -> bool:
        """Takes a figure in; whether it was one."""
        pieces = pieces_of(text, at, event.start())
        start, piece = pieces[-1]
        if self._beside(piece, event, follows=start == at) or self._compared(piece, event):
            return True
        unit = event["unit"] or event["other"]
        if labelled := label("targets", "plans", piece):
            self._target(labelled, pieces, event, unit)
        elif (labelled := label("actuals", "did", piece)) is not None and (self.current is not None or labelled):
            self._actual(labelled, start, event, unit)
        elif self._done(piece) or (
            not named(piece)
            and self.current
            and self.current.actual is None
            and not BREAK.fullmatch(text[event.start() - 1 : event.start()])
        ):
            self._actual("", start, event, unit)
        elif event["unit"] or (event["other"] and self._counts(piece, start)) or _is_mark(event["sign"]):
            self._loose(piece, start, event, text)
        else:
            return False
        return True

    def _done(self, piece: str) -> bool:
        """Whether a figure is told as what was done of a plan: 计划改造12公里，已完成11公里."""
        draft = self.current
        planned = draft is not None and draft.target is not None and draft.actual is None
        return planned and pattern("⟨did_of_plan⟩").fullmatch(piece) is not None

    def _counts(self, piece: str, start: int) -> bool:
        """Whether a figure with a unit that no list knows is an indicator's: of outputs, or of what was done."""
        return self.free or (self._tells(start) and done(named(piece)))

    def _compared(self, piece: str, event: re.Match[str]) -> bool:
        """Whether a figure is told behind the actual as what that is compared with; the target where it is one."""
        draft = self.current
        if (
            draft
            and draft.target is None
            and draft.sign == "="
            and pattern(_NAMED_TARGET).match(self.place.text, event.end())
        ):
            self._known(draft)
            if draft.actual is not None:
                draft.target, draft.labelled, draft.end = plain(event["value"]), True, event.end()
                return True
        target = beside_target(piece, plain(event["value"]), (draft.actual or draft.loose) if draft else None)
        if target and draft is not None and draft.target is None:
            self._known(draft)
            draft.target, draft.labelled, draft.end = plain(event["value"]), True, event.end()
        return target is not None

    def _known(self, draft: Draft) -> None:
        """A loose figure beside a target is the actual."""
        if draft.loose is not None and draft.actual is None:
            draft.actual, draft.actual_sign, draft.sign, draft.loose = draft.loose, draft.sign, "=", None

    def _beside(self, piece: str, event: re.Match[str], follows: bool) -> bool:
        """A score, a full score, a degree of completion or a difference, which belong to the indicator before them."""
        if pattern("(?:⟨full_scores⟩)(?:为|是|：)*").fullmatch(piece):
            if self.current is None:
                self.free = False  # the score of a kind: what follows is compared, or is no indicator
            else:
                self.current.full_score, self.current.end = plain(event["value"]), event.end()
            return True
        if pattern("(?:⟨item_scores⟩)(?:为|是|：)*").fullmatch(piece):
            if self.current is not None and self.current.score is None:
                self.current.score, self.current.end = plain(event["value"]), event.end()
            return True
        if event["unit"] == "%" and share_of_plan(piece):
            return True
        if self.current is None or self.current.end == 0:
            return False
        if follows and beside_plan(piece):
            return True
        return pattern("(?:⟨completed⟩)(?:为|是|：|达到|达)*").fullmatch(piece) is not None

    def _target(self, labelled: str, pieces: list[tuple[int, str]], event: re.Match[str], unit: str | None) -> None:
        start, _ = pieces[-1]
        strong = labelled != "-"
        name = named(labelled) if strong else ""
        if not name and len(pieces) > 1 and (self.current is None or self.current.target is not None):
            start, name = pieces[-2][0], named(pieces[-2][1])
        if name and not (self.current and self.current.target is None and self.current.name == name):
            self._open(name, start)
        draft = self.current
        if draft is None or draft.target is not None:
            self.current = None
            return
        self._known(draft)
        draft.target, draft.unit, draft.sign = plain(event["value"]), draft.unit or unit_of(unit), sign_of(event)
        draft.labelled, draft.end = True, event.end()
        draft.named_values = pattern("(?:⟨targets⟩)(?:为|是|：)*$").search(pieces[-1][1]) is not None

    def _actual(self, labelled: str, start: int, event: re.Match[str], unit: str | None) -> None:
        name = named(labelled)
        draft = self.current
        if draft is None or draft.actual is not None:
            if not name:
                return
            draft = self._open(name, start)
        elif draft.loose is not None:
            draft.target, draft.loose, draft.labelled = draft.loose, None, True
        draft.actual, draft.actual_sign = plain(event["value"]), sign_of(event)
        draft.unit, draft.end = draft.unit or unit_of(unit), event.end()

    def _loose(self, piece: str, start: int, event: re.Match[str], text: str) -> None:
        found, end = names(piece, event, text)
        for name in found:
            draft = self._open(name, start)
            draft.told = draft.told or (self._tells(start) and self.planned and bool(event["sign"]))
            draft.unit, draft.sign, draft.end = unit_of(event["unit"] or event["other"]), sign_of(event), end
            if _is_mark(event["sign"]):
                draft.target = plain(event["value"])
            else:
                draft.loose = plain(event["value"])
        if not found:
            self.current = None

    def _open(self, name: str, start: int) -> Draft:
        self.current = Draft(name, self.kind, start, start, told=self._tells(start) and done(name))
        self.drafts.append(self.current)
        return self.current

    def _tells(self, start: int) -> bool:
        return self.told_from is not None and start >= self.told_from


def _is_mark(sign: str | None) -> bool:
    """Whether a comparator is a mark (≥) and no word."""
    return bool(sign) and not str(sign).isalpha()


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
    differs = rf"(?<=，)(?P<differs>{either('explains_difference')})(?:因|由于|是)?"
    return compiled(led(rf"{type_marker()}|{why}|{differs}|{figure()}"))
