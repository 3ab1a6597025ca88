"""Extraction by a cluster: the index merged from its parts is that of one process, whatever dies meanwhile."""

from __future__ import annotations

import io
import os
import shutil
import signal
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from extractor.distributed.engine import connected, extract_to_parts
from extractor.distributed.merging import merge
from extractor.distributed.parts import Parts
from extractor.errors import JuesuanError
from extractor.export import export
from extractor.pipeline import NothingToRead, Outcome, Step, index_paths
from extractor.readers import archive, content_of
from extractor.report import Extraction
from extractor.store import open_index
from extractor.store.schema import TABLES
from tests.made import made_extract, made_from

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = {
    "一.txt": "一",
    "三的副本.txt": "三",
    "三.txt": "三",
    "坏.txt": "坏",
    "炸.txt": "炸",
    "七.txt": "七",
    "空.txt": "",
}
HARMFUL = {"崩.txt": "崩", "慢.txt": "慢", "大.txt": "大"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


def _extracted(client: Any, *places: object, parts: object, **options: Any) -> Outcome:
    settings = {"extract": made_from, "version": "1", **options}
    return extract_to_parts([str(place) for place in places], str(parts), client, **settings)


def _exported(db: Path) -> bytes:
    out = io.BytesIO()
    with open_index(db) as index:
        export(index, "jsonl", out)
    return out.getvalue()


def _tables(db: Path) -> dict[str, list[str]]:
    """All rows of all tables, but for the time of the run."""
    connection = sqlite3.connect(db)
    tables = {}
    for table, columns in TABLES.items():
        names = ", ".join(f'"{name}"' for name in columns if name != "indexed_at")
        tables[table] = sorted(map(repr, connection.execute(f'SELECT {names} FROM "{table}"')))
    connection.close()
    return tables


def _made_of(path: Path) -> Extraction:
    """As `made_extract`, of members of archives too."""
    return made_from(content_of(path), archive.name_of(path))


def test_a_worker_killed_in_the_middle_costs_nothing(client: Any, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill(step: Step) -> None:
        if not killed:
            busy = next(worker for worker, tasks in client.processing().items() if tasks)
            killed.append(client.run(os.getpid, workers=[busy])[busy])
            os.kill(killed[0], signal.SIGKILL)

    reports = [CORPUS / "reports", CORPUS / "formats"]
    parts = tmp_path / "parts"
    done = extract_to_parts([str(path) for path in reports], str(parts), client, progress=kill, batch=1)
    assert killed and killed[0] not in client.run(os.getpid).values()
    assert (done.new, done.failed) == (14, 0)
    merge(str(parts), tmp_path / "merged.db")
    index_paths(reports, tmp_path / "alone.db", processes=1)
    assert _exported(tmp_path / "merged.db") == _exported(tmp_path / "alone.db") != b""
    assert _tables(tmp_path / "merged.db") == _tables(tmp_path / "alone.db")


def test_a_file_that_crashes_its_worker_costs_itself_and_is_recorded(client: Any, folder: Path, tmp_path: Path) -> None:
    for name, text in HARMFUL.items():
        (folder / name).write_text(text)
    done = _extracted(client, folder, parts=tmp_path / "parts", timeout=2, batch=2)
    statuses = {
        "坏.txt": "damaged", "炸.txt": "failed", "空.txt": "empty", "崩.txt": "crashed", "慢.txt": "too-slow",
        "大.txt": "too-large",
    }  # fmt: skip
    assert {f.path.name: f.status for f in done.failures} == statuses
    assert (done.new, done.failed) == (4, 6)
    merge(str(tmp_path / "parts"), tmp_path / "merged.db")
    index_paths([folder], tmp_path / "alone.db", extract=made_extract, version="1", processes=1, timeout=2)
    assert _tables(tmp_path / "merged.db") == _tables(tmp_path / "alone.db")


def test_a_run_goes_on_where_it_was_broken_off(client: Any, folder: Path, tmp_path: Path) -> None:
    def break_off(step: Step) -> None:
        raise KeyboardInterrupt

    parts = tmp_path / "parts"
    broken = _extracted(client, folder, parts=parts, batch=1, progress=break_off)
    assert broken.interrupted and broken.files == 1
    again = _extracted(client, folder, parts=parts, batch=2)
    assert not again.interrupted and again.unchanged >= 1 and again.files == len(FILES)
    assert _extracted(client, folder, parts=parts).unchanged == len(FILES)
    assert _extracted(client, folder, parts=parts, retry=True).failed == 1  # 炸, a fault of ours
    first = merge(str(parts), tmp_path / "merged.db")
    assert (first.new, first.same, first.failed) == (3, 1, 3)
    (folder / "七.txt").write_text("七，又改过")
    assert _extracted(client, folder, parts=parts).changed == 1
    second = merge(str(parts), tmp_path / "merged.db")
    assert (second.changed, second.unchanged) == (1, len(FILES) - 1)
    index_paths([folder], tmp_path / "alone.db", extract=made_extract, version="1")
    assert _exported(tmp_path / "merged.db") == _exported(tmp_path / "alone.db")


def test_some_of_the_reports_can_be_merged(here: Any, folder: Path, tmp_path: Path) -> None:
    for name in ("湖北", "湖北省", "湖南"):
        (folder / name).mkdir()
        (folder / name / f"{name}.txt").write_text(name)
    parts = str(tmp_path / "parts")
    _extracted(here, folder, parts=parts)
    assert merge(parts, tmp_path / "some.db", below=str(folder / "湖北")).files == 1
    assert merge(parts, tmp_path / "some.db", below=f"{folder}/湖南/").new == 1
    assert merge(parts, tmp_path / "some.db").unchanged == 2
    with pytest.raises(JuesuanError, match="没有 /nowhere 下的报告"):
        merge(parts, tmp_path / "some.db", below="/nowhere")


def test_what_a_killed_run_left_half_written_does_not_count(client: Any, folder: Path, tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    _extracted(client, folder, parts=parts, batch=50)
    for file in (parts / "documents").iterdir():
        file.unlink()
    assert Parts(str(parts)).stored == []
    assert _extracted(client, folder, parts=parts, batch=2).new == 4
    merge(str(parts), tmp_path / "merged.db")
    index_paths([folder], tmp_path / "alone.db", extract=made_extract, version="1")
    assert _tables(tmp_path / "merged.db") == _tables(tmp_path / "alone.db")


def test_files_and_parts_may_lie_elsewhere(here: Any, folder: Path, tmp_path: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("2023/八.txt", "八")
        zipped.writestr("九.txt", "九")
    for name, text in FILES.items():
        memory.pipe_file(f"/reports/{name}", text.encode())
    memory.pipe_file("/reports/报告.zip", packed.getvalue())
    memory.pipe_file("/reports/.hidden/十.txt", b"ten")
    done = _extracted(here, "memory://reports", parts="memory://parts", batch=3)
    assert (done.new, done.failed) == (6, 3)
    assert _extracted(here, "memory://reports", parts="memory://parts").unchanged == 9
    merged = merge("memory://parts", tmp_path / "merged.db")
    assert (merged.new, merged.same, merged.failed) == (5, 1, 3)
    with open_index(tmp_path / "merged.db") as index:
        names = {document.name for document in index.documents()}
        assert {"报告.zip/2023/八.txt", "报告.zip/九.txt", "一.txt"} < names
        assert index.paths(index.document("一.txt").id) == ["memory:///reports/一.txt"]
    (folder / "报告.zip").write_bytes(packed.getvalue())
    index_paths([folder], tmp_path / "alone.db", extract=_made_of, version="1")
    assert sorted(_exported(tmp_path / "merged.db").splitlines()) == sorted(
        _exported(tmp_path / "alone.db").splitlines()
    )


def test_what_is_wrong_is_said_in_a_sentence(here: Any, folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(NothingToRead, match="没有可以读取的报告"):
        _extracted(here, empty, parts=tmp_path / "parts")
    with pytest.raises(JuesuanError, match="没有这个文件或文件夹"):
        _extracted(here, tmp_path / "nowhere", parts=tmp_path / "parts")
    with pytest.raises(JuesuanError, match="打不开 nonsense://there"):
        _extracted(here, "nonsense://there", parts=tmp_path / "parts")
    with pytest.raises(JuesuanError, match="没有写完的部分"):
        merge(str(tmp_path / "parts"), tmp_path / "merged.db")
    assert not (tmp_path / "merged.db").exists()
    _extracted(here, folder, parts=tmp_path / "parts")
    with pytest.raises(JuesuanError, match="是版本 1 抽取的，现在是 2"):
        _extracted(here, folder, parts=tmp_path / "parts", version="2")
    _extracted(here, folder, parts=tmp_path / "others", version="2")
    for file in (tmp_path / "others" / "documents").iterdir():
        shutil.copy(file, tmp_path / "parts" / "documents" / f"1{file.name}")
    with pytest.raises(JuesuanError, match="几个版本"):
        merge(str(tmp_path / "parts"), tmp_path / "merged.db")
    (tmp_path / "others" / "documents" / "1.parquet").write_bytes(b"PAR1")
    with pytest.raises(JuesuanError, match="读不了"):
        merge(str(tmp_path / "others"), tmp_path / "merged.db")


def test_workers_of_another_version_are_told(here: Any, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(JuesuanError, match="工作进程的抽取版本"):
        extract_to_parts([str(folder)], str(tmp_path / "parts"), here, version="another")


def test_parts_of_another_schema_are_told(
    here: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr("extractor.distributed.parts.SCHEMA_VERSION", 1)
        _extracted(here, folder, parts=tmp_path / "parts")
    with pytest.raises(JuesuanError, match="另一版"):
        merge(str(tmp_path / "parts"), tmp_path / "merged.db")


def test_a_cluster_is_found_by_the_address_of_its_scheduler(client: Any, folder: Path, tmp_path: Path) -> None:
    with connected(client.cluster.scheduler_address) as another:
        assert _extracted(another, folder, parts=tmp_path / "parts").new == 4


def test_a_cluster_that_goes_away_is_told_and_costs_nothing_written(here: Any, folder: Path, tmp_path: Path) -> None:
    def close(step: Step) -> None:
        here.cluster.close()

    with pytest.raises(JuesuanError, match="与调度器断了联系"):
        _extracted(here, folder, parts=tmp_path / "parts", batch=1, progress=close)
    assert len(Parts(str(tmp_path / "parts")).stored) >= 1
