"""Imported by the server that the extracting processes begin from: what a first report loads and compiles is there for all."""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib.resources import files

from extractor.extraction import extract_report
from extractor.report import Report
from extractor.store.compact import compact
from extractor.store.part import part

_SAMPLE = files("extractor.lexicon").joinpath("sample.txt").read_text("utf-8")

# A lexicon of one's own that cannot be used: the first report says so, in a sentence.
with suppress(Exception):
    compact(part(extract_report(Report(name="sample.txt", format="txt", sha256="", text=_SAMPLE)), "sample.txt"))

# All this stays: the collector of the processes to come need not look through it (PDFs are read a tenth faster).
gc.collect()
gc.freeze()
