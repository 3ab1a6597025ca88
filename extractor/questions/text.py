"""A question as it is matched: one width, no quotation marks, brackets or blanks; and the way back to the typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DROPPED = frozenset("“”‘’\"'「」『』《》〈〉〝〞（）()[]【】〔〕{}")


def fold(character: str) -> str:
    """The character in the form in which names and questions are compared; empty for one that does not count."""
    wide = unicodedata.normalize("NFKC", character).casefold()
    return "".join(c for c in wide if c not in _DROPPED and unicodedata.category(c)[0] not in "CZ")


def key(name: str) -> str:
    """The form in which a name is looked up in a question.

    >>> key("“三公” 经费"), key("因公出国（境）费")
    ('三公经费', '因公出国境费')
    """
    return "".join(map(fold, name))


@dataclass(frozen=True, slots=True)
class Text:
    """`text` is what is matched; its character i was typed at `origin[i]` of `typed`."""

    typed: str
    text: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, typed: str) -> Text:
        """The question as typed, made ready for matching."""
        pairs = [(form, at) for at, character in enumerate(typed) for form in fold(character)]
        return cls(typed, "".join(form for form, _ in pairs), tuple(at for _, at in pairs))

    def said(self, start: int, end: int) -> str:
        """What was typed for `text[start:end]`."""
        if start >= end:
            return ""
        return self.typed[self.origin[start] : self.origin[end - 1] + 1]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in what was typed."""
        return self.origin[start], self.origin[end - 1] + 1

    def without(self, gaps: re.Pattern[str]) -> tuple[str, tuple[int, ...]]:
        """The text without what `gaps` matches, and for each of its characters the index in `text`."""
        kept = [True] * len(self.text)
        for match in gaps.finditer(self.text):
            kept[match.start() : match.end()] = [False] * (match.end() - match.start())
        places = tuple(at for at, keep in enumerate(kept) if keep)
        return "".join(self.text[at] for at in places), places
