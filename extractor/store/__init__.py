"""index.db: written by `Writer`, read by `open_index`. Importing this loads neither sqlite-utils nor an extraction."""

from __future__ import annotations

from extractor.store.filters import Filter
from extractor.store.index import Index, open_index

__all__ = ["Filter", "Index", "open_index"]
