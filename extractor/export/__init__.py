"""Records out of an index, into files that other programs read."""

from __future__ import annotations

from extractor.export.files import ENCODINGS, FORMATS, export
from extractor.export.sheets import UNITS

__all__ = ["ENCODINGS", "FORMATS", "UNITS", "export"]
