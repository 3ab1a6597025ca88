"""What a researcher overrules: rows of a plain file beside the index, applied wherever the index is read.

index.db is never written to: a new run of `juesuan index` changes no correction, and a correction no fact (docs/corrections.md).
"""

from __future__ import annotations

from extractor.corrections.book import Corrections, Lost
from extractor.corrections.log import Correction

__all__ = ["Correction", "Corrections", "Lost"]
