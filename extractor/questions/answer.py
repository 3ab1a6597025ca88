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
class Recognised:
    """A part of the question: what was typed, its role and its meaning, both in words."""

    text: str
    role: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer and its proof, or why there is none.

    `understood` is the question as read; `figure` the one figure asked for; `rows` the records behind it in contract
    form (each with document, page and quote); `assumed` what was filled in; `sql`, `params` the statement that found
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

    def to_dict(self) -> dict[str, Any]:
        """The answer as `juesuan ask --json` prints it."""
        return {
            "answered": self.answered,
            "understood": self.understood,
            "answer": {"value": self.figure.value, "unit": self.figure.unit} if self.figure else None,
            "rows": list(self.rows),
            "message": self.message,
            "suggestions": list(self.suggestions),
            "parts": [{"text": p.text, "role": p.role, "meaning": p.meaning} for p in self.parts],
            "assumed": list(self.assumed),
            "sql": self.sql,
            "params": list(self.params),
        }
