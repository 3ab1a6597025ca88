"""The reports of the corpus are what their sources say: building them again gives the same text."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.places import CORPUS
from corpus.build import build
from extractor.readers import read

SOURCES = sorted((CORPUS / "sources").glob("*.txt"))


@pytest.mark.parametrize("source", SOURCES, ids=range(len(SOURCES)))
def test_build_again(source: Path, tmp_path: Path) -> None:
    (built,) = build(source, tmp_path)
    kept = read(CORPUS / "reports" / built.name)
    assert read(built).text == kept.text
    assert len(kept.text) > 1000


def test_the_corpus_shows_every_format() -> None:
    suffixes = {report.suffix for report in (CORPUS / "reports").iterdir()}
    assert suffixes == {".txt", ".pdf", ".docx", ".html"}
