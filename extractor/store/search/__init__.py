"""Full-text search over passages: a query language, ranking, highlighting, facets; and reasons like a given one."""

from __future__ import annotations

from extractor.store.search.alike import alike
from extractor.store.search.searching import Search

__all__ = ["Search", "alike"]
