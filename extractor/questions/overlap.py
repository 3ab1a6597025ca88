"""Amounts that hold one another: a total and its parts, a class and its items, what came in and what was spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.questions.facts import Fact
from extractor.questions.words import words


def overlapping(facts: Iterable[Fact]) -> tuple[str, str] | None:
    """Two subjects of one organisation and year that are not to be added up, a part and its whole; None without such."""
    told: dict[object, set[str]] = defaultdict(set)
    for fact in facts:
        told[fact.organisation, fact.year].add(fact.subject)
    for subjects in told.values():
        for subject in sorted(subjects):
            for whole in _above(subject):
                if whole in subjects:
                    return subject, whole
    return None


def _above(subject: str) -> list[str]:
    """What holds the subject: the paths above it, and the totals it is part of."""
    path = subject.split("/")
    above = ["/".join(path[:depth]) for depth in range(1, len(path))]
    name = subject
    while (whole := words().inside_of.get(name)) is not None and whole not in above:
        above.append(name := whole)
    return above
