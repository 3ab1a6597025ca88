"""The query language: text → tree. Whatever is not well formed is read literally; no text is refused.

    人员调动 年初预算      both (a blank is AND)          退休 OR 调出    退休 | 调出     either
    防汛 NOT 抗旱  防汛 -抗旱   not the second            (退休 | 调出) 2022   brackets
    "防汛 -抗旱"           exactly this                   单位:科协  年份:2020-2022   a field
    ~人员调动              also what means the same

Operators and brackets count only where they stand as words of their own, so that a piece copied out of a report
(因公出国（境）费, -12.40, “三公”经费) is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.store.tokens import normalise

LONGEST = 500
"""Characters of a query; what follows is not read."""
DEEPEST = 12
"""Brackets inside brackets; deeper ones are text."""

FIELDS = {
    "年份": "year", "年度": "year", "year": "year",
    "单位": "org", "organisation": "org", "org": "org",
    "科目": "subject", "subject": "subject",
    "类别": "category", "原因类别": "category", "category": "category",
    "页": "page", "页码": "page", "page": "page",
}  # fmt: skip

_QUOTES = {'"': '"', "“": "”", "＂": "＂", "「": "」", "『": "』"}
_BRACKETS = {"(": ")", "（": "）"}
_FIELD = re.compile(rf"({'|'.join(FIELDS)})[:：](?=\S)", re.IGNORECASE)
_WORDS = {"AND": "and", "OR": "or", "NOT": "not"}
_BARS = "|｜"
_WAVES = "~～"


@dataclass(frozen=True, slots=True)
class Word:
    """Text to find, normalised; `typed` as it was typed."""

    text: str
    typed: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Text to find together with what means the same."""

    text: str
    typed: str


@dataclass(frozen=True, slots=True)
class Field:
    """A condition on what holds the passage; `typed` is the whole as typed."""

    name: str
    value: str
    typed: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of it."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of it."""

    parts: tuple[Node, ...]


Node = Word | Alike | Field | Not | And | Or


@dataclass(frozen=True, slots=True)
class _Token:
    """`kind` is word, group, and, or, not; `quoted` where all of a word stood in quotation marks."""

    kind: str
    text: str


def parse(query: str) -> Node | None:
    """The tree of a query, None where it asks for nothing."""
    return _parse(query[:LONGEST], DEEPEST)


def _parse(query: str, depth: int) -> Node | None:
    return _Parser(list(_tokens(query, depth)), depth).whole()


def literal(text: str) -> str:
    """The text as it is looked for."""
    return normalise(text).strip(",")


def _tokens(query: str, depth: int) -> Iterator[_Token]:
    at = 0
    while at < len(query):
        if query[at].isspace():
            at += 1
        elif query[at] in _BARS:
            yield _Token("or", query[at])
            at += 1
        elif query[at] == "-" and at + 1 < len(query) and not _is_figure(query[at + 1]):
            yield _Token("not", "-")
            at += 1
        elif depth and (end := _group_end(query, at)):
            yield _Token("group", query[at:end])
            at = end
        else:
            end = _word_end(query, at)
            word = query[at:end]
            yield _Token(_WORDS.get(word, "word"), word)
            at = end


def _is_figure(character: str) -> bool:
    """A minus before a figure, or before nothing, is no operator."""
    return character.isspace() or character.isdigit() or character in _BARS


def _group_end(query: str, at: int) -> int:
    """The end of the bracket that opens at `at`, 0 where none does that stands by itself."""
    if query[at] not in _BRACKETS:
        return 0
    level = 0
    place = at
    while place < len(query):
        place_after_quote = _quote_end(query, place)
        if place_after_quote:
            place = place_after_quote
            continue
        level += (query[place] in _BRACKETS) - (query[place] in _BRACKETS.values())
        place += 1
        if level == 0:
            alone = place == len(query) or query[place].isspace() or query[place] in (*_BARS, *_BRACKETS.values())
            return place if alone and query[at + 1 : place - 1].strip() else 0
    return 0


def _quote_end(query: str, at: int) -> int:
    """The end of the quotation that opens at `at`, 0 where none does."""
    close = _QUOTES.get(query[at])
    return query.find(close, at + 1) + 1 if close else 0


def _word_end(query: str, at: int) -> int:
    while at < len(query) and not query[at].isspace() and query[at] not in _BARS:
        at = _quote_end(query, at) or at + 1
    return at


class _Parser:
    """Recursive descent: or, and, not, one."""

    def __init__(self, tokens: list[_Token], depth: int) -> None:
        self.tokens = tokens
        self.depth = depth
        self.at = 0

    def whole(self) -> Node | None:
        return self._either()

    def _next(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else "end"

    def _operand_follows(self) -> bool:
        """Whether the operator at hand has something to work on."""
        after = (token.kind for token in self.tokens[self.at + 1 :])
        return next((kind for kind in after if kind != "not"), "end") in ("word", "group")

    def _either(self) -> Node | None:
        parts = [self._all()]
        while self._next() == "or":
            self.at += 1
            parts.append(self._all())
        return joined(Or, parts)

    def _all(self) -> Node | None:
        parts = [self._one()] if self._next() != "end" else []
        while self._next() not in ("or", "end") or (self._next() == "or" and not self._operand_follows()):
            if self._next() == "and" and self._operand_follows():
                self.at += 1
            parts.append(self._one())
        return joined(And, parts)

    def _one(self) -> Node | None:
        negated = False
        while self._next() == "not" and self._operand_follows():
            self.at += 1
            negated = not negated
        part = self._operand()
        return Not(part) if negated and part else part

    def _operand(self) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == "group":
            return _parse(token.text[1:-1], self.depth - 1)
        return _word(token.text)


def _word(typed: str) -> Node | None:
    named = _FIELD.match(typed)
    if named and literal(typed[named.end() :]):
        return Field(FIELDS[named[1].lower()], typed[named.end() :], typed)
    if typed[0] in _WAVES and literal(typed[1:]):
        return Alike(literal(typed[1:]), typed[1:])
    text = literal(typed)
    return Word(text, typed) if text else None


def joined(kind: type[And] | type[Or], parts: list[Node | None]) -> Node | None:
    """The parts under one node; nothing, and a node of one part, fall away."""
    found = [part for part in parts if part is not None]
    flat = [each for part in found for each in (part.parts if isinstance(part, kind) else (part,))]
    once = tuple(dict.fromkeys(flat))
    return once[0] if len(once) == 1 else kind(once) if once else None
