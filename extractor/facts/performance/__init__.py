"""Performance in prose and flattened tables: projects, and indicators with targets, actuals, scores and reasons."""

from __future__ import annotations

from extractor.facts.performance.walk import Performance, Walk
from extractor.facts.performance.words import WHOLE
from extractor.structure.outline import Outline

__all__ = ["WHOLE", "Performance", "evaluate"]


def evaluate(outline: Outline, year: int | None) -> Performance:
    """The projects and indicators of a report of `year`, in the order of the text.

    Tables that a reader found (`report.tables`) are left to extractor.facts.tables.
    """
    return Walk(outline, year).performance()
