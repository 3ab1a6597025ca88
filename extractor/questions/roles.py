"""Which of its readings a token has, given its neighbours: tokens become the parts of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.facts.reasons import categorise
from extractor.questions.query import Cause
from extractor.questions.tokens import Token
from extractor.questions.words import Reading

NO_CATEGORY = ("其他", "无实质说明")
"""Categories that say nothing: only the wording of such a cause is looked for."""

BOUNDS = (
    "direction", "short", "met", "base", "limit", "which", "many", "much", "rate", "target", "why", "order", "total",
    "than", "not", "none", "unexplained", "by", "between", "zero", "nobudget", "measure", "average", "organisation", "year",
)  # fmt: skip
"""Roles that end the wording of a cause."""


@dataclass(frozen=True, slots=True)
class Part:
    """A recognised part of the question: what was typed (from `start` to `end`), its role, and what it stands for.

    `guessed`: it was recognised from a part of a name of the index.
    """

    text: str
    role: str
    means: Any = None
    also: tuple[Reading, ...] = ()
    start: int = 0
    end: int = 0
    guessed: bool = False

    def reading(self, role: str) -> Reading | None:
        """Its second reading in this role (几家 counts and says what)."""
        return next((r for r in self.also if r.role == role), None)


def parts(tokens: Sequence[Token]) -> list[Part]:
    """Every token in the role it has here, in the order of the question; a cause takes its wording with it."""
    found: list[Part] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        marked = token.may("cause") and not token.may("why")
        cause, end = _cause(tokens, at) if marked else _caused(tokens, at, found)
        if cause is not None:
            if not marked and found and found[-1].role == "subject" and found[-1].end == tokens[at].place[0]:
                text = found.pop().text + cause.text  # 缴费基数变更: a part of it may also name a subject
                cause, at = Cause(text, _categories(text)), at - 1
            place = tokens[at].place[0], tokens[end - 1].place[1]
            found.append(Part("".join(t.text for t in tokens[at:end]), "cause", cause, (), *place))
            at = end
            continue
        found.append(_settled(tokens, at))
        at += 1
    return found


def _cause(tokens: Sequence[Token], at: int) -> tuple[Cause | None, int]:
    """The cause that the marker at `at` introduces, and the token after it; None where nothing follows it."""
    end = _end_of_cause(tokens, at + 1)
    inside = list(tokens[at + 1 : end])
    while inside and _filler(inside[-1]):
        inside.pop()
    while inside and _filler(inside[0]):
        inside.pop(0)
    text = "".join(t.text for t in inside)
    marker = tokens[at].reading("cause")
    while end > at + 1 and _filler(tokens[end - 1]):
        end -= 1
    if not text:
        return None, at
    worded = marker is not None and marker.means == "wording"  # 提到 asks for the words, not for what they mean
    return Cause(text, () if worded else _categories(text)), end


def _caused(tokens: Sequence[Token], at: int, found: Sequence[Part]) -> tuple[Cause | None, int]:
    """The cause that begins at `at` and goes on to 影响了 or 涉及, without a marker: 基数变更影响了哪些科目."""
    if any(part.role == "cause" for part in found) or _bounds(tokens[at]) or _filler(tokens[at]):
        return None, at
    so = next((i for i in range(at + 1, len(tokens)) if tokens[i].may("so")), None)
    if (
        so is None
        or any(token.may("cause") for token in tokens[at:so])
        or any(_bounds(token) and not token.may("direction") for token in tokens[at:so])
        or not tokens[at].may("unknown", "category")
    ):
        return None, at
    text = "".join(token.text for token in tokens[at:so])
    return Cause(text, _categories(text)), so


def _bounds(token: Token) -> bool:
    return token.may(*BOUNDS) and not token.may("unknown", "category")


_JOINED = re.compile("以及|或者|[和或与及、]")


def _categories(text: str) -> tuple[str, ...]:
    """The category of a wording; of 人员调动和疫情 both, where each part has one."""
    separate = [categorise(piece) for piece in _JOINED.split(text)]
    if any(category in NO_CATEGORY for category in separate):
        separate = [categorise(text)]
    return tuple(dict.fromkeys(category for category in separate if category not in NO_CATEGORY))


def _end_of_cause(tokens: Sequence[Token], start: int) -> int:
    rest = range(start, len(tokens))
    so = next((i for i in rest if tokens[i].may("so")), None)
    asked = any(tokens[i].may("which", "why", "many", "year") for i in range(start, so or start))
    if so is not None and so > start and not asked:
        return so
    for i in rest:
        token = tokens[i]
        if token.may("category") and not (i > start and token.may("target")):
            continue
        if i > start and len(token.text) == 1 and tokens[i - 1].may("unknown"):
            continue  # 追 and 加 are one word, which we do not know
        first = all(_filler(before) for before in tokens[start:i])
        if token.may(*BOUNDS) and not (first and token.may("measure", "base", "target", "none")):
            following = _neighbour(tokens, i, 1)
            if token.may("direction") and following is not None and following.may("direction", "short"):
                continue  # 因为人员减少少于年初预算
            if token.may("than") and not (following is not None and following.may("base")):
                continue  # 因为人员退休和疫情
            return i
    return len(tokens)


def _filler(token: Token) -> bool:
    return token.may("filler")


def _neighbour(tokens: Sequence[Token], at: int, step: int) -> Token | None:
    """The nearest token before or after that is not only a filler."""
    at += step
    while 0 <= at < len(tokens) and all(r.role == "filler" for r in tokens[at].readings):
        at += step
    return tokens[at] if 0 <= at < len(tokens) else None


def _settled(tokens: Sequence[Token], at: int) -> Part:
    token = tokens[at]
    before, after = _neighbour(tokens, at, -1), _neighbour(tokens, at, 1)
    for role, fits in _RULES:
        reading = token.reading(role)
        if reading is not None and fits(token, before, after):
            also = tuple(r for r in token.readings if r is not reading)
            return Part(token.text, role, reading.means, also, *token.place, guessed=token.guessed)
    reading = token.readings[0]
    return Part(token.text, reading.role, reading.means, (), *token.place)


Fits = Callable[[Token, Token | None, Token | None], bool]


def _beside(*roles: str) -> Fits:
    return lambda token, before, after: any(t is not None and t.may(*roles) for t in (before, after))


def _always(token: Token, before: Token | None, after: Token | None) -> bool:
    return True


def _is_limit(token: Token, before: Token | None, after: Token | None) -> bool:
    return any(t is not None and t.may("quantity") and not t.may("year") for t in (before, after))


def _is_than(token: Token, before: Token | None, after: Token | None) -> bool:
    """比 before what something is compared with; 和 and 与 only before a base."""
    strict = token.reading("than").means == "strict"  # type: ignore[union-attr]
    return after is not None and after.may("base", *(_SIDES if strict else ()))


def _is_total(token: Token, before: Token | None, after: Token | None) -> bool:
    """合计 names a line of its own only where nothing else is added up."""
    return not token.may("subject") or any(
        t is not None and t.may("subject", "target", "measure", "base", "by", "project") for t in (before, after)
    )


def _is_subject(token: Token, before: Token | None, after: Token | None) -> bool:
    """退休 names who is counted only beside 多少人, else why something changed."""
    counted = token.reading("subject").means.counted  # type: ignore[union-attr]
    return not counted or any(t is not None and t.may("much") for t in (before, after))


_SIDES = ("organisation", "year", "subject", "project")


def _is_target(token: Token, before: Token | None, after: Token | None) -> bool:
    """A word that also names a subject is what is asked for only beside 哪些; 几个 counts what the subject says."""
    costs = any(r.role == "target" and r.means == "costs" for r in token.readings)
    if not token.may("subject") and not costs:
        return True
    if costs:
        return any(t is not None and t.may("which", "many") for t in (before, after))
    asks = "which", "many"
    if token.reading("subject").means.generic:  # type: ignore[union-attr]
        if any(t is not None and t.may(*asks) and not t.may("much", "target") for t in (before, after)):
            return True
        return before is not None and before.may("order") and not (after is not None and after.may("order", "target"))
    return any(t is not None and t.may("which") for t in (before, after))


_RULES: tuple[tuple[str, Fits], ...] = (
    ("unknown", _always),
    ("limit", _is_limit),
    ("year", _always),
    ("ago", _always),
    ("doubled", _always),
    ("top", _always),
    ("between", _always),
    ("quantity", _always),
    ("organisation", _always),
    ("by", _always),
    ("everyone", _always),
    ("kind", _always),
    ("whether", _always),
    ("change", _always),
    ("times", _always),
    ("median", _always),
    ("why", _always),
    ("not", _always),
    ("unexplained", _always),
    ("project", _always),
    ("indicator", _always),
    ("which", _always),
    ("many", _always),
    ("target", _is_target),
    ("total", _is_total),
    ("subject", _is_subject),
    ("nobudget", _always),
    ("short", _always),
    ("completes", _beside("base")),
    ("direction", _always),
    ("measure", _always),
    ("base", _always),
    ("none", _always),
    ("much", _always),
    ("than", _is_than),
    ("so", _always),
    ("share", _always),
    ("met", _always),
    ("category", _always),
    ("filler", _always),
)
