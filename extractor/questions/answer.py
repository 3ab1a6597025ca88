"""What `ask` gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extractor.records import Row


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: a decimal string and its unit."""

    value: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The figure of one organisation, year, category …, and how many records it was made from."""

    name: str
    figure: Figure
    count: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """A part of the question, `question[start:end] == text`.

    `kind` is one of the documented kinds (docs/ask.md), `name` the kind in words, `meaning` what the part was taken
    for. Each of the `alternatives` is a wording that may be put in the place of `text`.
    """

    text: str
    kind: str
    name: str
    meaning: str
    start: int
    end: int
    alternatives: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The part as `juesuan ask --json` prints it."""
        return {**{name: getattr(self, name) for name in self.__slots__}, "alternatives": list(self.alternatives)}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and its proof, or why there is none.

    `question` is what was asked, in full where it followed another one; `understood` is the question as read; `figure`
    the one figure asked for; `rows` the records behind it in contract form (each with document, page and quote), `ids`
    their ids in the index and `reviews` what a person decided about each (accepted, corrected, None), both in the order
    of the rows; `assumed` what was filled in; `sql`, `params` the statement that found
    the rows. Where `answered` is False there are no rows, and `message` says why.
    """

    answered: bool
    understood: str
    figure: Figure | None = None
    rows: tuple[Row, ...] = ()
    message: str = ""
    suggestions: tuple[str, ...] = ()
    parts: tuple[Recognised, ...] = ()
    assumed: tuple[str, ...] = ()
    sql: str = ""
    params: tuple[Any, ...] = field(default=())
    question: str = ""
    ids: tuple[int, ...] = ()
    reviews: tuple[str | None, ...] = ()
    groups: tuple[Group, ...] = ()

    def corrected(self, part: Recognised, text: str) -> str:
        """The question with `text` in the place of one of its parts."""
        return self.question[: part.start] + text + self.question[part.end :]

    def to_dict(self) -> dict[str, Any]:
        """The answer as `juesuan ask --json` prints it."""
        return {
            "question": self.question,
            "answered": self.answered,
            "understood": self.understood,
            "answer": {"value": self.figure.value, "unit": self.figure.unit} if self.figure else None,
            "rows": list(self.rows),
            "groups": [
                {"name": g.name, "value": g.figure.value, "unit": g.figure.unit, "count": g.count} for g in self.groups
            ],
            "message": self.message,
            "suggestions": list(self.suggestions),
            "parts": [part.to_dict() for part in self.parts],
            "assumed": list(self.assumed),
            "sql": self.sql,
            "params": list(self.params),
        }
