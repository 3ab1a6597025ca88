"""The two sides of a question that sets one thing against another: 甲比乙, 2023年比2022年, 甲和乙相差."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.questions.query import GAP
from extractor.questions.roles import Part
from extractor.questions.text import key
from extractor.questions.words import words

SIDES = ("organisation", "year", "subject", "project")
"""Roles of what can be set against another of its kind."""


def against(parts: Sequence[Part]) -> list[Part]:
    """The parts that make the other side of a comparison of two; none where nothing is set against anything."""
    at = next((i for i, part in enumerate(parts) if _sets(parts, i)), None)
    if at is not None:
        return _after(parts, at)
    pair = _pair(parts)
    if pair is None or not _set_apart(parts, pair):
        return []
    return [pair[0] if pair[0].role == "year" and pair[0].means < pair[1].means else pair[1]]


def _sets(parts: Sequence[Part], at: int) -> bool:
    if parts[at].role == "direction" and key(parts[at].text) in words().comparing:  # 收入大于支出
        return at > 0 and parts[at - 1].role == _role(parts, at + 1) and parts[at - 1].role in SIDES
    return parts[at].role == "than" and parts[at].means == "strict" and _role(parts, at + 1) in SIDES


def _role(parts: Sequence[Part], at: int) -> str:
    return parts[at].role if at < len(parts) else ""


def _after(parts: Sequence[Part], at: int) -> list[Part]:
    """What follows 比, as far as the first side has its like; a year alone may be set against the year asked about."""
    found: list[Part] = []
    before = {part.role for part in parts[:at]}
    for part in parts[at + 1 :]:
        if part.role not in SIDES or not (part.role in before or (part.role == "year" and not found)):
            break
        found.append(part)
    return found


def _pair(parts: Sequence[Part]) -> tuple[Part, Part] | None:
    """The two things of one kind that the question names, if of exactly one kind there are exactly two."""
    pairs = [(each[0], each[1]) for role in SIDES if len(each := [p for p in parts if p.role == role]) == 2]
    return pairs[0] if len(pairs) == 1 else None


def _set_apart(parts: Sequence[Part], pair: tuple[Part, Part]) -> bool:
    roles = {part.role for part in parts}
    if "times" in roles or any(part.role == "measure" and part.means == GAP for part in parts):
        return True
    return pair[0].role == "year" and "than" in roles and "direction" in roles
