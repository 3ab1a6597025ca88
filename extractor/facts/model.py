"""What binding works with: facts and comparisons in offsets of the flow, before they become records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Fact:
    """`measure` of `subject` is `value` `unit`. `start`/`end` is the clause, in the flow."""

    subject: str
    measure: str
    value: str
    unit: str | None
    year: int | None
    start: int
    end: int
    heading: int | None
    paragraph: int
    stated: str | None = None


@dataclass(slots=True)
class Comparison:
    """`subject` compared with `base`; filled in as the text goes on. `reason` is a span of the flow."""

    subject: str
    base: str
    start: int
    end: int
    heading: int | None
    paragraph: int
    baseline: str | None = None
    actual: str | None = None
    change: str | None = None
    rate: str | None = None
    completion: str | None = None
    unit: str | None = None
    direction: str | None = None
    said_flat: bool = False
    reason: tuple[int, int] | None = None
    nested: bool = False


@dataclass(slots=True)
class Loose:
    """A figure that could not be bound: its span and its clause, in the flow."""

    start: int
    end: int
    clause_start: int
    clause_end: int


@dataclass(slots=True)
class Bound:
    """Everything bound in a report so far; `codes` are those printed beside subjects."""

    facts: list[Fact] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    _sections: dict[int | None, list[Fact]] = field(default_factory=dict, repr=False)

    def state(self, fact: Fact) -> None:
        """Add a fact."""
        self.facts.append(fact)
        self._sections.setdefault(fact.heading, []).append(fact)

    def stated(self, heading: int | None) -> Sequence[Fact]:
        """The facts of the section under a heading, in order."""
        return self._sections.get(heading, ())
