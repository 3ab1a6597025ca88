"""What a search finds is what a scan of the passages finds: 500 random terms of 2 to 6 characters, recall 1.000."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from benchmarks.places import CORPUS, SHARED
from extractor.pipeline import index_paths
from extractor.store import Index, open_index
from extractor.store.tokens import normalise

TERMS = 500


def _passages(index: Index) -> dict[int, str]:
    return {p.id: p.text for document in index.documents() for p in index.passages(document.id)}


def _terms(texts: list[str], random: Random) -> list[str]:
    found = []
    while len(found) < TERMS:
        text = random.choice(texts)
        at, size = random.randrange(len(text)), random.randint(2, 6)
        term = text[at : at + size]
        if len(normalise(term).strip(",")) > 1 and '"' not in term:
            found.append(term)
    return found


@pytest.mark.parametrize("folder", [CORPUS / "reports", SHARED / "reports"], ids=["corpus", "shared"])
def test_every_occurrence_of_500_random_terms_is_found(folder: Path, tmp_path: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"no reports at {folder}")
    index_paths([folder], tmp_path / "index.db")
    with open_index(tmp_path / "index.db") as index:
        passages = _passages(index)
        normal = {id_: normalise(text) for id_, text in passages.items()}
        wanted = found = 0
        for term in _terms(list(passages.values()), Random(int(os.environ.get("SEED", "0")))):
            scan = {id_ for id_, text in normal.items() if normalise(term).strip(",") in text}
            search = index.searching(f'"{term}"', loose=False)
            got = {hit.passage_id for hit in search.all_hits(limit=search.total)}
            assert got <= scan, term
            assert search.total == len(got)
            wanted, found = wanted + len(scan), found + len(got)
        assert wanted > TERMS and found / wanted == 1.0
