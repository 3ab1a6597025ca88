"""Records out of an index, into files that other programs read."""

from __future__ import annotations

from extractor.export.chosen import CHOSEN_FORMATS, write_rows
from extractor.export.files import ENCODINGS, FORMATS, export
from extractor.export.sheets import UNITS

__all__ = ["CHOSEN_FORMATS", "ENCODINGS", "FORMATS", "UNITS", "export", "write_rows"]
