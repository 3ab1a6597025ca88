"""A query's tree as one FTS5 expression over the text and the marks of passages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from math import isqrt

from extractor.messages import say
from extractor.store.marks import ANY, CATEGORY, NONE, ORGANISATION, SUBJECT, page_mark, year_mark
from extractor.store.search import wording as _  # noqa: F401  (its messages)
from extractor.store.search.known import Known
from extractor.store.search.meaning import aliases, misread, synonyms
from extractor.store.search.syntax import Alike, And, Field, Node, Not, Or, Word, literal
from extractor.store.tokens import normalise, phrase, token

WIDEST = 200
"""Years or pages that a range may span."""
TOGETHER = 64
"""The most alternatives that are looked for at once."""
SHOWN = 8
"""Synonyms named in a note."""

_RANGE = re.compile(r"(\d{1,6})(?:[-~–—至]+(\d{1,6}))?")


class Expression:
    """The FTS5 expression `match`; `words` are those to highlight, `terms` those asked for, `notes` what to say.

    With `loose`, words are also looked for as a scan may have them.
    """

    def __init__(self, query: Node, known: Known, loose: bool = False) -> None:
        self.known = known
        self.loose = loose
        self.words: dict[str, None] = {}
        self.terms: dict[str, None] = {}
        self.notes: dict[str, None] = {}
        self._negated = False
        self.match = self._node(query)

    def _node(self, node: Node) -> str:
        match node:
            case Word():
                return self._text(node.text, misread(node.text) if self.loose else (node.text,))
            case Alike():
                return self._alike(node)
            case Field():
                return self._field(node)
            case Not():
                return _all([], [self._without(node)])
            case And():
                wanted = [self._node(part) for part in node.parts if not isinstance(part, Not)]
                return _all(wanted, [self._without(part) for part in node.parts if isinstance(part, Not)])
            case Or():
                return _either(self._node(part) for part in node.parts)

    def _without(self, node: Not) -> str:
        before, self._negated = self._negated, not self._negated
        found = self._node(node.part)
        self._negated = before
        return found

    def _text(self, term: str, words: tuple[str, ...]) -> str:
        if not self._negated:
            self.terms[term] = None
            self.words.update(dict.fromkeys(words))
        return _either(phrase(word) for word in words)

    def _alike(self, node: Alike) -> str:
        words = synonyms(node.text)
        if others := words[1:]:
            named = "、".join(others[:SHOWN])
            if len(others) > SHOWN:
                named = say("search.and_more", words=named, count=len(others))
            self.notes[say("search.synonyms", typed=node.typed, words=named)] = None
        return self._text(node.text, words)

    def _field(self, node: Field) -> str:
        found = _MEANINGS[node.name](normalise(node.value), self.known)
        if found is not None:
            return found
        field = say(f"search.field.{node.name}")
        self.notes[say("search.literal", typed=node.typed, field=field)] = None
        text = literal(node.typed)
        return self._text(text, (text,))


def _mark(mark: str) -> str:
    return f'"{mark}"'


def _either(parts: Iterable[str]) -> str:
    found = list(dict.fromkeys(parts))
    if (
        len(found) > TOGETHER
    ):  # FTS5 compares all of an OR at every row, and takes an OR out of another: NOT keeps it in
        size = isqrt(len(found))
        some = (_either(found[at : at + size]) for at in range(0, len(found), size))
        found = [f"({each} NOT {_mark(NONE)})" for each in some]
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"


def _all(wanted: list[str], unwanted: list[str]) -> str:
    both = " AND ".join(wanted or [_mark(ANY)])
    return f"(({both}) NOT {_either(unwanted)})" if unwanted else f"({both})"


def _range(make: Callable[[int], str]) -> Callable[[str, Known], str | None]:
    """A number, or all from one to another."""

    def meaning(value: str, known: Known) -> str | None:
        match = _RANGE.fullmatch(value)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 0 <= last - first < WIDEST:
            return None
        return _either(_mark(make(number)) for number in range(first, last + 1))

    return meaning


def _organisation(value: str, known: Known) -> str | None:
    names = known.organisation(value)
    return _named(names, ORGANISATION)


def _subject(value: str, known: Known) -> str | None:
    return _named([*(name for name in known.subjects if value in name), *aliases(value)], SUBJECT)


def _category(value: str, known: Known) -> str | None:
    return _named([name for name in known.categories if value in name], CATEGORY)


def _named(names: Iterable[str], field: str) -> str | None:
    """One of these names."""
    found = [_mark(token(name, field)) for name in names]
    return _either(found) if found else None


_MEANINGS: dict[str, Callable[[str, Known], str | None]] = {
    "year": _range(year_mark),
    "page": _range(page_mark),
    "org": _organisation,
    "subject": _subject,
    "category": _category,
}
