"""A question that follows another one, made whole: 那2021年呢？ after 档案局2022年的公务接待费 asks for that of 2021.

The whole question is text again, so that it can be shown, corrected and asked by itself. Its parts lie in slots; what
the new words say takes the place of what the last question said in the same slot, or is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.questions.grammar import Misread
from extractor.questions.query import Intent, Query, Target
from extractor.questions.roles import Part
from extractor.questions.sides import SIDES
from extractor.questions.words import words
from extractor.records import Row

_SLOTS = {
    "organisation": ("organisation",),
    "year": ("year", "every", "ago"),
    "about": ("subject", "project", "indicator"),
    "cause": ("cause", "category", "not", "so", "unexplained"),
    "limit": ("limit", "quantity", "doubled"),
    "way": ("direction", "short", "met", "zero", "nobudget", "spent", "none"),
    "measure": ("measure", "base", "than", "rate", "ratio", "completes", "share"),
    "asked": ("why", "which", "many", "much", "total", "average"),
    "order": ("order", "sort"),
    "top": ("top",),
    "target": ("target",),
}
_SLOT = {role: slot for slot, roles in _SLOTS.items() for role in roles}
_PLACES = ("organisation", "year", "about", "target")
"""Slots that stand before the rest of a question, in this order; all others are added at its end."""

_DROPS = {
    "why": ("asked", "order", "top"),
    "which": ("asked",),
    "many": ("asked", "order", "top"),
    "total": ("asked", "order", "top"),
    "average": ("asked", "order", "top"),
    "much": ("asked", "order", "top", "target"),
}
"""What a question word takes out of the last question."""

_SAYS_SO = "follow"
"""The meaning of fillers that only a question that follows another one has (那, 只看)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked last: the whole question, its parts and query, and the rows of its answer."""

    question: str
    parts: tuple[Part, ...]
    query: Query
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a question and the slot it fills; None for what only joins the others."""

    text: str
    slot: str | None


def whole(last: Asked, typed: str, parts: Sequence[Part], query: Query | Misread) -> str | None:
    """The whole question that `typed` asks after the last one; None where it is one by itself."""
    slots = {_SLOT.get(part.role) for part in parts}
    if any(part.role == "unknown" for part in parts) or slots == {None}:
        return None
    asks = isinstance(query, Query) and bool(slots & {"about", "target"}) and bool(slots & {"asked", "order"})
    asks = asks and not _share_of_it(parts)
    if asks and isinstance(query, Query) and (query.organisations or query.target is Target.ORGANISATIONS):
        return None
    pieces = _pieces(typed, parts)
    if asks:  # a new question, of the same organisation and year
        own = {piece.slot for piece in pieces}
        kept = [p for p in _pieces(last.question, last.parts) if p.slot in _WHOSE and p.slot not in own]
        return _join([*kept, *pieces])
    return _join(_merged(last, pieces, {part.role for part in parts}))


_WHOSE = ("organisation", "year")


def _share_of_it(parts: Sequence[Part]) -> bool:
    """Whether a share is asked for and not said of what: 占支出合计多少？"""
    said = next((part.role for part in parts if part.role == "share" or _SLOT.get(part.role) == "about"), None)
    return said == "share"


def _pieces(text: str, parts: Sequence[Part]) -> list[Piece]:
    """The question as pieces; what stands between the words of one slot goes with them."""
    pieces: list[Piece] = []
    against = whole = False
    for part in parts:
        said, slot = text[part.start : part.end], _SLOT.get(part.role)
        against = (part.role == "than" and part.means == "strict") or (against and part.role in SIDES)
        whole = part.role == "share" or (whole and part.role in SIDES)
        if against:  # 比清溪街道: no other organisation is asked about
            slot = "against"
        elif whole:  # 占支出合计: no other subject is asked about
            slot = "whole"
        if slot is None:
            if part.means not in (_SAYS_SO, "mark"):
                pieces.append(Piece(said, None))
        elif pieces and pieces[-1].slot == slot:
            pieces[-1] = Piece(pieces[-1].text + said, slot)
        elif len(pieces) > 1 and pieces[-1].slot is None and pieces[-2].slot == slot:
            between = pieces.pop()
            pieces[-1] = Piece(pieces[-1].text + between.text + said, slot)
        else:
            pieces.append(Piece(said, slot))
    return pieces


def _merged(last: Asked, new: list[Piece], roles: set[str]) -> list[Piece]:
    """The last question with the new words in it."""
    said = {piece.slot for piece in new if piece.slot}
    kept = _about_the_row(last, said) or _pieces(last.question, last.parts)
    listing = last.query.target is not None and last.query.intent not in (Intent.VALUE, Intent.WHY, Intent.SHARE)
    dropped = {slot for role in roles for slot in _DROPS.get(role, ())}
    if "order" in said:  # 按金额排序 asks of the same things
        dropped.discard("target")
    if "measure" in said and not listing:
        dropped |= {"asked", "way", "order", "top"}
    if "order" in said and last.query.intent in _OF_MANY:
        dropped.add("asked")
    kept = [piece for piece in kept if piece.slot not in dropped]
    for slot in dict.fromkeys(piece.slot for piece in new if piece.slot):
        kept = _put(kept, slot, "".join(piece.text for piece in new if piece.slot == slot))
    if listing and "about" in said and last.query.target is Target.ITEMS and not any(p.slot == "target" for p in kept):
        kept = _put(kept, "target", words().each_item)  # only what lies under it
    return kept


_OF_MANY = (Intent.COUNT, Intent.SUM, Intent.AVERAGE)


def _put(pieces: list[Piece], slot: str, words: str) -> list[Piece]:
    """The words in the place of what the slot held, else where such words stand."""
    at = next((i for i, piece in enumerate(pieces) if piece.slot == slot), None)
    rest = [piece for piece in pieces if piece.slot != slot]
    if at is not None:
        at = sum(1 for piece in pieces[:at] if piece.slot != slot)
    elif slot in _PLACES:
        before = _PLACES[: _PLACES.index(slot)]
        at = max((i + 1 for i, piece in enumerate(rest) if piece.slot in before), default=0)
    else:
        at = len(rest)
    return [*rest[:at], Piece(words, slot), *rest[at:]]


def _about_the_row(last: Asked, said: set[str]) -> list[Piece] | None:
    """After 哪个最多 a question that names nothing is about the one found: 为什么？"""
    if last.query.intent is not Intent.RANK or len(last.rows) != 1 or said & {"about", "order", "top", "target"}:
        return None
    row = last.rows[0]
    name = row.get("subject") or row.get("indicator") or row.get("project")
    if name is None or said <= {*_WHOSE}:
        return None
    kept = [p for p in _pieces(last.question, last.parts) if p.slot in ("organisation", "year", "way")]
    return _put(kept, "about", str(name).rsplit("/", 1)[-1])


def _join(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
