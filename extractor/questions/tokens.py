"""A question cut into recognised stretches: the cut that leaves the fewest characters unrecognised.

Every stretch that is a word of the lexicon, a name of the index, a year or a quantity is an edge over the characters
of the question; the cheapest way from the first to the last is the cut. What no edge covers is a token `unknown`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.questions import names
from extractor.questions.numbers import Span, numbers
from extractor.questions.text import Text, key
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.words import Alias, Reading, words

Edges = dict[Span, list[Reading]]

UNKNOWN_CHARACTER, UNKNOWN_STRETCH, TOKEN = 10.0, 5.0, 1.0
"""What the cut costs: an unrecognised character, the begin of such a stretch, a token."""

GUESS, CATEGORY, QUANTITY, MEASURED, TOTAL = 0.5, 2.0, 0.5, 0.25, 0.05
"""What more a token costs that names something in part, that is only the wording of a reason (年初预算为0 is rather
年初预算 and 为0), that is a number (2023年 rather than 2023 and 年), or a subject that says a measure
(项目支出 and 预算 rather than 项目 and 支出预算) or a total (项目支出 and 合计 rather than 项目 and 支出合计)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the question, as typed, all that it may be, and where in the typed text it stands.

    `guessed`: it is no name of the index, only part of one.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    place: tuple[int, int]
    guessed: bool = False

    def reading(self, *roles: str) -> Reading | None:
        """Its reading in the first of these roles that it has."""
        return next((r for role in roles for r in self.readings if r.role == role), None)

    def may(self, *roles: str) -> bool:
        """Whether it may be in one of these roles."""
        return any(r.role in roles for r in self.readings)


def cut(typed: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of the question, every character in exactly one."""
    text = Text.of(typed)
    edges = _edges(text, vocabulary)
    tokens = _cheapest(text, edges, frozenset())
    # 职业年金 may be why something changed, but is rather part of the name of what is asked about.
    unknown = [(t.start, t.end) for t in tokens if all(r.role in ("unknown", "category") for r in t.readings)]
    if not unknown:
        return tokens
    guessed = {**_part_of_one(text, vocabulary, unknown), **_guessed(text, vocabulary, unknown)}
    guesses = frozenset(span for span in guessed if not any(r.role != "category" for r in edges.get(span, ())))
    tokens = _cheapest(text, {**edges, **{s: [*guessed[s], *edges.get(s, ())] for s in guesses}}, guesses)
    return _joined(text, [_settled(t, tokens, guesses) for t in tokens])


def _settled(token: Token, tokens: list[Token], guesses: frozenset[Span]) -> Token:
    if _torn(token, tokens, guesses):
        return replace(token, readings=(_UNKNOWN,))
    return replace(token, guessed=(token.start, token.end) in guesses)


_UNKNOWN = Reading("unknown")


def _token(text: Text, start: int, end: int, readings: tuple[Reading, ...]) -> Token:
    return Token(start, end, text.said(start, end), readings, text.place(start, end))


def _joined(text: Text, tokens: list[Token]) -> list[Token]:
    """Unknown tokens that stand side by side as one."""
    joined: list[Token] = []
    for token in tokens:
        if joined and joined[-1].may("unknown") and token.may("unknown"):
            start = joined.pop().start
            token = _token(text, start, token.end, token.readings)
        joined.append(token)
    return joined


def _torn(token: Token, tokens: list[Token], guesses: frozenset[Span]) -> bool:
    """Whether a partly named subject and what stands directly beside it are rather one name that is not known.

    支出 beside it adds nothing (公积金支出), but after the begin of names it may end another one (其他 and 支出).
    """
    mine = token.reading("subject")
    if (token.start, token.end) not in guesses or mine is None:
        return False
    beside = [t for t in tokens if token.start == t.end or token.end == t.start]
    if any(t.may("unknown") for t in beside):
        return True
    begins = all(key(name.rsplit("/", 1)[-1]).startswith(key(token.text)) for name in mine.means.names)
    named = [r for t in beside if (r := t.reading("subject")) is not None]
    return any(begins or not subject.means.generic for subject in named)


def _edges(text: Text, vocabulary: Vocabulary) -> Edges:
    edges: Edges = defaultdict(list)
    for span, readings in _looked_up(text, vocabulary):
        edges[span].extend(readings)
    for span, found in names.organisations(text.text, vocabulary.organisations).items():
        called = dict.fromkeys(vocabulary.units.name(name) for name in found)
        edges[span].append(Reading("organisation", tuple(called)))
    for span, reading in numbers(text.text):
        edges[span].append(reading)
    return edges


def _looked_up(text: Text, vocabulary: Vocabulary) -> Iterator[tuple[Span, tuple[Reading, ...]]]:
    lexicon = words().readings
    longest = max([words().longest, *map(len, vocabulary.exact)])
    for start in range(len(text.text)):
        for end in range(start + 1, min(len(text.text), start + longest) + 1):
            piece = text.text[start:end]
            if piece in lexicon:
                yield (start, end), lexicon[piece]
            if piece in vocabulary.exact:
                yield (start, end), vocabulary.exact[piece]
    squeezed, places = text.without(words().gaps)
    if len(squeezed) == len(text.text):
        return
    for start in range(len(squeezed)):
        for end in range(start + 4, min(len(squeezed), start + longest) + 1):
            if squeezed[start:end] in vocabulary.squeezed:
                yield (places[start], places[end - 1] + 1), vocabulary.squeezed[squeezed[start:end]]


def _guessed(text: Text, vocabulary: Vocabulary, unknown: list[Span]) -> Edges:
    """The names of which a stretch that touches an unknown one is a part."""
    kinds: dict[str, dict[str, tuple[str, ...]]] = {
        "subject": vocabulary.leaves,
        "project": {Text.of(name).text: (name,) for name in vocabulary.projects},
        "indicator": {Text.of(name).text: (name,) for name in vocabulary.indicators},
    }
    guessed: Edges = defaultdict(list)
    for role, leaves in kinds.items():
        for span, found in names.parts(text.text, leaves, unknown).items():
            full = tuple(name for leaf in found for name in leaves[leaf])
            guessed[span].append(Reading(role, Alias(full) if role == "subject" else full))
    return guessed


def _part_of_one(text: Text, vocabulary: Vocabulary, unknown: list[Span]) -> Edges:
    """Unknown stretches that stand in the name of one organisation and of no other."""
    found: Edges = {}
    for start, end in unknown:
        piece = text.text[start:end]
        named = [name for name in vocabulary.organisations if piece in name] if len(piece) > 1 else []
        meant = {vocabulary.units.name(name) for name in named}
        if len(meant) == 1:
            found[start, end] = [Reading("organisation", (meant.pop(),))]
    return found


def _cheapest(text: Text, edges: Edges, guesses: frozenset[Span]) -> list[Token]:
    by_end: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (start, end), readings in edges.items():
        price = TOKEN + _dearer((start, end), readings, guesses)
        by_end[end].append((start, price + (TOTAL if _is_total(text.text[start:end]) else 0.0)))
    # cost, begin of the last token, whether that is an unknown one: for the cut up to each place
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    for end in range(1, len(text.text) + 1):
        cost, _, was_unknown = best[end - 1]
        options = [(cost + UNKNOWN_CHARACTER + (0 if was_unknown else UNKNOWN_STRETCH), end - 1, True)]
        options += [(best[start][0] + price, start, False) for start, price in by_end[end]]
        best.append(min(options))
    return list(reversed(list(_back(text, edges, best))))


def _dearer(span: Span, readings: list[Reading], guesses: frozenset[Span]) -> float:
    if span in guesses:
        return GUESS + 1 / (span[1] - span[0])
    roles = {reading.role for reading in readings}
    if roles == {"subject"} and all(reading.means.measure for reading in readings):
        return MEASURED
    return CATEGORY if roles == {"category"} else QUANTITY if roles == {"quantity"} else 0.0


def _is_total(word: str) -> bool:
    """Whether a word says 合计 or 总计 after something else: 支出合计."""
    return word.endswith(words().totals) and word not in words().totals


def _back(text: Text, edges: Edges, best: list[tuple[float, int, bool]]) -> Iterator[Token]:
    end = len(text.text)
    while end > 0:
        _, start, unknown = best[end]
        while unknown and start > 0 and best[start][2]:
            start = best[start][1]
        readings = (_UNKNOWN,) if unknown else tuple(dict.fromkeys(edges[start, end]))
        yield _token(text, start, end, readings)
        end = start
