"""Documents are written together, and each is there or not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from extractor.errors import JuesuanError
from extractor.store import open_index
from extractor.store.writer import Source, Writer
from tests.made import VERSION, made_extract


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three files, two of them with the same content."""
    files = [tmp_path / f"{name}.txt" for name in "甲乙丙"]
    for file, text in zip(files, ("一", "二", "一"), strict=True):
        file.write_text(text)
    return files


def _add(writer: Writer, file: Path) -> None:
    writer.add(made_extract(file), Source.of(file))


def _names(db: Path) -> list[str]:
    with open_index(db) as index:
        return [document.name for document in index.documents()]


def test_documents_wait_for_each_other_until_they_are_written_out(tmp_path: Path, files: list[Path]) -> None:
    db = tmp_path / "index.db"
    with Writer(db, VERSION) as writer:
        for file in files[:2]:
            _add(writer, file)
        assert _names(db) == []
        writer.flush()
        assert _names(db) == ["乙.txt", "甲.txt"]
        writer.flush()
    assert _names(db) == ["乙.txt", "甲.txt"]


def test_the_first_waits_a_second_at_most(tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    db = tmp_path / "index.db"
    with Writer(db, VERSION) as writer:
        _add(writer, files[0])
        monkeypatch.setattr("extractor.store.writer.SOON", 0.0)
        _add(writer, files[1])
        assert len(_names(db)) == 2


def test_many_rows_do_not_wait(tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.writer.BATCH", 1)
    with Writer(tmp_path / "index.db", VERSION) as writer:
        _add(writer, files[0])
        assert _names(tmp_path / "index.db") == ["甲.txt"]


def test_what_waits_is_known(tmp_path: Path, files: list[Path]) -> None:
    """By its path, and by its content to another file that has the same."""
    with Writer(tmp_path / "index.db", VERSION) as writer:
        _add(writer, files[0])
        assert writer.link(Source.of(files[2]))
        _add(writer, files[1])
        assert writer.knows(Source.of(files[1]).path)
    with open_index(tmp_path / "index.db") as index:
        assert sorted(len(index.paths(document.id)) for document in index.documents()) == [1, 2]


def test_a_document_added_twice_is_there_once(tmp_path: Path, files: list[Path]) -> None:
    with Writer(tmp_path / "index.db", VERSION) as writer:
        for _ in range(2):
            _add(writer, files[0])
    assert _names(tmp_path / "index.db") == ["甲.txt"]


def test_ctrl_c_while_they_are_written_keeps_them(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.store import writer as module

    insert, calls = module.insert, iter([KeyboardInterrupt])

    def interrupted(*given: object) -> int:
        for raised in calls:
            raise raised
        return insert(*given)  # type: ignore[arg-type]

    with Writer(tmp_path / "index.db", VERSION) as writer:
        for file in files[:2]:
            _add(writer, file)
        monkeypatch.setattr(module, "insert", interrupted)
        with pytest.raises(KeyboardInterrupt):
            writer.flush()
    assert len(_names(tmp_path / "index.db")) == 2


def test_what_cannot_be_written_is_given_up_and_said_once(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise sqlite3.OperationalError("database or disk is full")

    db = tmp_path / "index.db"
    with Writer(db, VERSION) as writer:
        _add(writer, files[0])
        writer.flush()
        monkeypatch.setattr("extractor.store.writer.insert", full)
        _add(writer, files[1])
        with pytest.raises(JuesuanError):
            writer.flush()
    assert _names(db) == ["甲.txt"]
