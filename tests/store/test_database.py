from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from extractor.errors import JuesuanError
from extractor.store import open_index
from extractor.store.writer import Writer
from tests.made import VERSION, made, made_index


def _altered(path: Path, sql: str) -> Path:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()
    return path


def _other(path: Path) -> Path:
    return _altered(path, "CREATE TABLE recipes (name)")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: p, "找不到索引"),
        (lambda p: (p.mkdir(), p)[1], "不是 juesuan 的索引"),
        (lambda p: (p.write_bytes(b""), p)[1], "不是 juesuan 的索引"),
        (lambda p: (p.write_text("这不是数据库" * 99), p)[1], "不是 juesuan 的索引"),
        (_other, "不是 juesuan 的索引"),
        (lambda p: _altered(made_index(p), "PRAGMA user_version = 99"), "更新版本"),
        (lambda p: _altered(made_index(p), "PRAGMA user_version = 0"), "另一版本"),
        (lambda p: _altered(made_index(p), "UPDATE meta SET value = 'x' WHERE key = 'tokens'"), "另一版本"),
    ],
    ids=["missing", "folder", "empty", "text", "foreign", "newer", "older", "tokens"],
)
def test_what_is_not_our_index_is_refused_in_a_sentence(tmp_path: Path, make: object, says: str) -> None:
    path = make(tmp_path / "index.db")  # type: ignore[operator]
    with pytest.raises(JuesuanError, match=says) as refused:
        open_index(path)
    assert refused.value.message.endswith("。")
    if says != "找不到索引" and path.is_file() and path.stat().st_size:
        before = path.read_bytes()
        with pytest.raises(JuesuanError):
            Writer(path, VERSION)
        assert path.read_bytes() == before, "what is not ours is not written to"


def test_a_damaged_index_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = made_index(tmp_path / "index.db")
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(bytes(data))
    with pytest.raises(JuesuanError), open_index(path) as index:
        index.stats()
        index.search("人员")


def test_an_odd_path_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "决算 #1?mode=rw%20"
    folder.mkdir()
    with open_index(made_index(folder / "index.db")) as index:
        assert len(index.documents()) == 1


def test_a_closed_index_is_one_file_that_a_read_only_folder_can_hold(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    path = made_index(folder / "index.db")
    path.with_name("青溪县档案馆2022年度部门决算.txt").unlink()
    assert [file.name for file in folder.iterdir()] == ["index.db"]
    folder.chmod(0o555)
    try:
        with open_index(path) as index:
            assert index.search("人员调动").total == 2
    finally:
        folder.chmod(0o755)
    assert [file.name for file in folder.iterdir()] == ["index.db"]


def test_reading_goes_on_while_a_writer_writes(tmp_path: Path) -> None:
    path = made_index(tmp_path / "index.db")
    with open_index(path) as index, Writer(path, "made-2"):
        assert len(index.documents()) == 1
    with open_index(path) as index:
        assert len(index.documents()) == 1


def test_a_folder_that_is_not_there_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(JuesuanError):
        Writer(tmp_path / "nowhere" / "index.db", VERSION)


def test_the_state_changes_with_what_other_connections_write(tmp_path: Path) -> None:
    path = made_index(tmp_path / "index.db")
    with open_index(path) as index:
        before = index.state()
        assert index.state() == before
        made_index(path, made("又一份.txt", "青溪县水利局"))
        assert index.state() != before
