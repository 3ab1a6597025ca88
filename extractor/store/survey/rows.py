"""What a survey gives back, and in which order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by a column (None: by document and place in the text); rows that say nothing come last."""

    by: str | None = None
    descending: bool = False


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A place where a report contradicts itself; `evidence` are the (start, end) spans of the figures concerned."""

    id: int
    document_id: int
    document: str
    organisation: str | None
    year: int | None
    rule: str
    severity: str
    message: str
    expected: str | None
    observed: str | None
    evidence: tuple[tuple[int, int], ...]
    page: int | None
    start: int
    end: int
    quote: str
