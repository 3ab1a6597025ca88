"""An index that an earlier juesuan really made (schema7.sql), brought to the present schema."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.corrections import Corrections
from extractor.errors import JuesuanError
from extractor.store import fulltext, migrations, open_index, writer
from extractor.store.database import SCHEMA_VERSION
from extractor.store.writer import Writer

DUMP = Path(__file__).with_name("schema7.sql")
FACTS = ("v_amounts", "v_variances", "v_reasons", "v_causes", "v_projects", "v_indicators", "v_findings")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The old index."""
    path = tmp_path / "index.db"
    database = sqlite3.connect(path)
    database.executescript(DUMP.read_text(encoding="utf-8"))
    database.close()
    return path


def _migrated(path: Path) -> Path:
    Writer(path, "new").close()
    return path


def _rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    database = sqlite3.connect(path)
    found = database.execute(sql).fetchall()
    database.close()
    return found


def _beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_a_reader_says_what_to_do_and_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(JuesuanError, match=r"juesuan index.*保留。$"):
        open_index(old)
    assert old.read_bytes() == before


def test_all_that_it_held_it_holds(old: Path) -> None:
    kept = {view: _rows(old, f"SELECT * FROM {view} ORDER BY id") for view in (*FACTS, "v_documents", "v_tables")}
    passages = 'SELECT id, document_id, text, start, "end", page, section, explains FROM v_passages ORDER BY id'
    texts, said = _rows(old, "SELECT text FROM texts"), _rows(old, passages)
    files = _rows(old, "SELECT * FROM files")
    assert len(kept["v_amounts"]) > 50 and kept["v_reasons"] and len(said) > 50
    _migrated(old)
    assert {view: _rows(old, f"SELECT * FROM {view} ORDER BY id") for view in kept} == kept
    assert _rows(old, "SELECT text FROM v_texts") == texts
    assert _rows(old, passages) == said
    assert _rows(old, "SELECT * FROM files") == files
    assert _rows(old, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert _rows(old, "PRAGMA integrity_check") == [("ok",)] and _rows(old, "PRAGMA foreign_key_check") == []
    assert _beside(old) == ["index.db"]


def test_it_is_searched_as_any_other(old: Path) -> None:
    as_it_was = {row[0] for row in _rows(old, "SELECT id FROM passages WHERE instr(text, '人员')")}
    with open_index(_migrated(old)) as index:
        found = index.search("人员", limit=1000)
        assert {hit.passage_id for hit in found.hits} == as_it_was
        assert index.search("年份:2022 单位:第一中学").total == len(index.passages(1))
        for reason in index.reasons():
            assert index.text(reason.document_id)[reason.start : reason.end] == reason.quote


def test_its_documents_can_be_removed(old: Path) -> None:
    with Writer(old, "new") as opened:
        (path,) = _rows(old, "SELECT path FROM files")[0]
        assert opened.remove(path)
    assert _rows(old, "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH '\"“any\"'") == [(0,)]
    assert _rows(old, "SELECT count(*) FROM texts") == [(0,)]


def test_corrections_are_in_force_as_before(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "index.db"
    other.parent.mkdir()
    shutil.copy(old, other)
    _migrated(other)
    with open_index(other) as index:
        row = index.reasons()[0]
    Corrections.beside(other).correct(row, {"category": "其他"})
    shutil.copy(other.with_name("index.corrections.jsonl"), old.with_name("index.corrections.jsonl"))
    with open_index(_migrated(old)) as index:
        assert index.reason(row.id).category == "其他" and index.reason(row.id).review == "corrected"


def test_what_else_lies_in_the_file_stays(old: Path) -> None:
    database = sqlite3.connect(old)
    with database:
        database.execute(
            "CREATE TABLE reason_vectors (model TEXT, reason TEXT, vector BLOB, PRIMARY KEY (model, reason))"
        )
        database.execute("INSERT INTO reason_vectors VALUES ('m', '退休', x'00ff')")
    database.close()
    assert _rows(_migrated(old), "SELECT * FROM reason_vectors") == [("m", "退休", b"\x00\xff")]


def test_what_stands_in_a_log_beside_it_comes_along(old: Path, tmp_path: Path) -> None:
    database = sqlite3.connect(old)
    database.execute("PRAGMA journal_mode = WAL")
    with database:
        database.execute("UPDATE documents SET title = '记在日志里'")
    copied = tmp_path / "copied" / "index.db"  # as a killed run leaves it
    copied.parent.mkdir()
    for name in ("index.db", "index.db-wal"):
        shutil.copy(old.with_name(name), copied.with_name(name))
    database.close()
    assert _rows(_migrated(copied), "SELECT title FROM documents") == [("记在日志里",)]
    assert _beside(copied) == ["index.db"]


@pytest.mark.parametrize(
    ("fails", "says"),
    [
        (lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("database or disk is full")), "index.db"),
        (lambda *_: (_ for _ in ()).throw(OSError(28, "full")), "index.db"),
    ],
)
def test_what_stops_it_leaves_the_old_index(
    old: Path, monkeypatch: pytest.MonkeyPatch, fails: Callable[..., None], says: str
) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(fulltext, "add", fails)
    with pytest.raises(JuesuanError, match=says):
        Writer(old, "new")
    assert old.read_bytes() == before and _beside(old) == ["index.db"]
    monkeypatch.undo()
    with open_index(_migrated(old)) as index:
        assert index.search("人员").total


def test_another_program_that_writes_is_waited_for_and_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "BUSY", 0.1)
    other = sqlite3.connect(old)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JuesuanError, match=r"。$"):
        Writer(old, "new")
    other.rollback()
    other.close()
    assert migrations.is_old(old) and _beside(old) == ["index.db"]
