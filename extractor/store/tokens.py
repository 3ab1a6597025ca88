"""How text becomes index tokens. Indexing, searching and filtering all go through here and nowhere else.

Every character of the normalised text is one token together with the character after it, so that a phrase query finds
exactly the passages in which the normalised term occurs: any term, of any length, across any word boundary. (Pairs and
not single characters: their lists of places are short.) Normalising is done character by character and therefore gives
a part of a text what it gives the whole: width and compatibility forms (NFKC), Traditional to Simplified, letter case;
quotation marks, blanks and control characters are dropped, and the commas inside numbers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import compress
from operator import add
from typing import Any

TOKENS_VERSION = "3"
"""Changes whenever `normalise`, `tokens` or the marks of passages (marks.py) change: an index made by another version must be remade."""

_QUOTES = frozenset("“”‘’\"'「」『』〝〞＂＇")
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d)")  # the comma first: `re` looks for it at once


@cache
def _simplifier() -> Any:
    import opencc  # only when a text is normalised: it costs 50 ms

    return opencc.OpenCC("t2s")


class _Characters(dict[int, str]):
    """Character → its normal form, filled in as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = form = _normal_form(chr(code))
        return form


def _normal_form(character: str) -> str:
    if unicodedata.category(character) == "Cs":  # half a surrogate pair cannot be stored
        return ""
    wide = unicodedata.normalize("NFKC", character)
    if not wide.isascii():
        wide = str(_simplifier().convert(wide))
    return "".join(c for c in wide.casefold() if c not in _QUOTES and unicodedata.category(c)[0] not in "CZ")


_CHARACTERS = _Characters()


class _FullWidth(dict[int, int]):
    """Character → that of a token, filled in as characters are met: a missing one costs an exception each time."""

    def __missing__(self, code: int) -> int:
        punctuation = 0x21 <= code < 0x7F and not chr(code).isalnum()
        self[code] = form = code + 0xFEE0 if punctuation else code
        return form


_FULL_WIDTH = _FullWidth()


def normalise(text: str) -> str:
    """The form in which texts are compared: two spellings of one term have the same."""
    return _THOUSANDS.sub("", text.translate(_CHARACTERS))


def simplified(text: str) -> str:
    """The text in Simplified characters, every character in its place."""
    converted = str(_simplifier().convert(text))
    return converted if len(converted) == len(text) else "".join(str(_simplifier().convert(c)) for c in text)


def tokens(text: str) -> str:
    """The tokens of `text`, joined by blanks, for FTS5's `ascii` tokenizer.

    ASCII punctuation goes in as its full-width form, because that tokenizer takes it for a separator.
    """
    form = normalise(text).translate(_FULL_WIDTH)
    return " ".join([*map(add, form, form[1:]), form[-1:]])


@lru_cache(maxsize=4096)  # reports name the same subjects
def token(name: str, field: str) -> str:
    """A whole name as one token, which begins as all of its `field` do."""
    return field + normalise(name).translate(_FULL_WIDTH)


def terms(query: str) -> tuple[str, ...]:
    """The normalised terms of a query: what stands between blanks, without those that normalise to nothing."""
    found = (normalise(word).strip(",") for word in query.split())
    return tuple(dict.fromkeys(term for term in found if term))


def phrase(term: str) -> str:
    """The FTS5 phrase of a normalised term: the pairs that begin in it; of one character every pair it begins."""
    if len(term) == 1:
        return f'"{tokens(term)}" *'
    return f'"{tokens(term).rsplit(" ", 1)[0]}"'


def find(text: str, wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the normalised terms stand in `text`: sorted, not overlapping (start, end) of the text as it is."""
    normal, origin = _with_origin(text)
    spans = []
    for term in wanted:
        at = normal.find(term)
        while at >= 0:
            spans.append((origin[at], origin[at + len(term) - 1] + 1))
            at = normal.find(term, at + len(term))
    return _merged(sorted(spans))


def _with_origin(text: str) -> tuple[str, list[int]]:
    """The normalised text and for each of its characters the index of the one it came from."""
    lengths = [len(_CHARACTERS[ord(character)]) for character in text]
    if max(lengths, default=0) > 1:
        origin = [index for index, length in enumerate(lengths) for _ in range(length)]
    else:
        origin = list(compress(range(len(text)), lengths))
    normal = text.translate(_CHARACTERS)
    for match in reversed([*_THOUSANDS.finditer(normal)]):
        del origin[match.start()]
    return _THOUSANDS.sub("", normal), origin


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
