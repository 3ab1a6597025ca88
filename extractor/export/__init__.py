"""Records out of an index, into files that other programs read."""

from __future__ import annotations

from extractor.export.files import FORMATS, export

__all__ = ["FORMATS", "export"]
