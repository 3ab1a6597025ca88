"""The public records: what an extraction says, one frozen dataclass a kind.

This is the contract that other programs read (docs/records.md). Numbers are decimal strings exactly as precise as
printed ("42.5" stays "42.5"); `start` and `end` are character offsets into the document's stored text, and
`text[start:end] == quote` for every record. `page` is 1-based, None for formats without pages. Money has `yuan`, the
amount in yuan as a decimal string.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, ClassVar, TypeVar

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where a fact comes from. Every kind of record begins with these fields."""

    kind: ClassVar[str] = ""

    document: str
    year: int | None
    source: str = "narrative"
    page: int | None = None
    start: int
    end: int
    quote: str

    def row(self) -> Row:
        """The record as a flat mapping in contract order: `record`, its own fields, then where it was read."""
        own = [f.name for f in fields(self) if f.name not in _PLACE and f.name != "causes"]
        place = [name for name in _PLACE if name not in ("document", "year", "source")]
        names = ["document", "year", "source", *own, *place]
        return {"record": self.kind, **{name: getattr(self, name) for name in names}}


_PLACE = tuple(f.name for f in fields(Record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Record):
    """In `year`, `measure` of `subject` is `value` `unit`. `stated` is 无 where the text says there was none."""

    kind: ClassVar[str] = "amount"

    subject: str
    code: str | None = None
    measure: str
    value: str
    unit: str | None
    yuan: str | None = None
    stated: str | None = None
    table: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Record):
    """One separate cause inside the explanation of a variance or an indicator; `rank` counts from 1."""

    kind: ClassVar[str] = "reason"

    subject: str
    compared_with: str
    direction: str | None
    text: str
    category: str
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Variance(Record):
    """`subject` compared with a base (`compared_with`); `change` and `change_rate` are signed, rates are in %.

    `unit` is that of `baseline`, `actual` and `change`. `reason` is the whole explanation, verbatim, without its
    marker; `causes` are the separate causes in it, the first of which gives `category`.
    """

    kind: ClassVar[str] = "variance"

    subject: str
    code: str | None = None
    compared_with: str
    baseline: str | None = None
    actual: str | None = None
    change: str | None = None
    change_rate: str | None = None
    completion_rate: str | None = None
    unit: str | None = None
    direction: str | None = None
    reason: str | None = None
    category: str | None = None
    causes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """The performance self-evaluation of one project; `unit` is that of `budget` and `executed`."""

    kind: ClassVar[str] = "project"

    project: str
    budget: str | None = None
    executed: str | None = None
    completion_rate: str | None = None
    unit: str | None = None
    score: str | None = None
    problems: str | None = None
    improvements: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """One performance indicator of `project`; `type` is the contract's `kind` (数量, 质量, … 满意度)."""

    kind: ClassVar[str] = "indicator"

    project: str
    indicator: str
    type: str | None = None
    comparator: str | None = None
    target: str | None = None
    actual: str | None = None
    unit: str | None = None
    score: str | None = None
    full_score: str | None = None
    reason: str | None = None
    category: str | None = None
    causes: tuple[Reason, ...] = ()

    def row(self) -> Row:
        """As `Record.row`, with `type` under the contract's name `kind`."""
        return {("kind" if name == "type" else name): value for name, value in Record.row(self).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """The document contradicts itself; `evidence` is a tuple of (start, end) spans of the stored text."""

    kind: ClassVar[str] = "finding"

    rule: str
    severity: str
    message: str
    expected: str | None = None
    observed: str | None = None
    evidence: tuple[tuple[int, int], ...] = ()


Kind = TypeVar("Kind", bound=Record)
KINDS: tuple[type[Record], ...] = (Amount, Variance, Reason, Project, Indicator, Finding)


def in_order(records: Iterable[Kind]) -> list[Kind]:
    """The records in the order in which they stand in the text."""
    return sorted(records, key=lambda r: (r.start, r.end))
