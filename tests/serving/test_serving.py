from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from extractor.corrections import Corrections
from extractor.serving.metadata import metadata, queries
from extractor.serving.running import HOST, arguments
from extractor.store import Filter, open_index
from extractor.store.views import VIEWS
from tests.made import made, made_index


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db", made(), made("b.txt", "白石镇水利站", 2023))


@pytest.fixture
def served(db: Path, tmp_path: Path) -> Datasette:
    arguments(db, 0, tmp_path, False)
    return Datasette([str(db)], metadata=metadata("index"), plugins_dir=str(tmp_path / "plugins"))


async def _json(served: Datasette, path: str) -> Any:
    await served.invoke_startup()
    answer = await served.client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("name", sorted(queries()))
async def test_every_ready_question_answers(served: Datasette, name: str) -> None:
    filled = {
        "category": "人员变动",
        "organisation": "青溪",
        "year": "2022",
        "words": "人员调动 缴存",
        "leaf": "住房公积金",
    }
    asked = "&".join(f"{key}={value}" for key, value in filled.items())
    found = await _json(served, f"/index/{name}.json?_shape=objects&{asked}")
    assert found["rows"], name


@pytest.mark.parametrize("view", [*VIEWS, "documents", "amounts"])
async def test_every_view_is_shown_with_its_facets(served: Datasette, view: str) -> None:
    assert (await served.client.get(f"/index/{view}")).status_code == 200
    found = await _json(served, f"/index/{view}.json")
    assert found["rows"]
    assert set(found["facet_results"]) == set(metadata("index")["databases"]["index"]["tables"][view].get("facets", []))


async def test_what_was_corrected_is_shown_and_nothing_can_be_written(db: Path, served: Datasette) -> None:
    with open_index(db) as index:
        row = index.reasons(Filter(subject="住房公积金", year=2022))[0]
    Corrections.beside(db).correct(row, {"category": "业务量变化"})
    found = await _json(served, "/index/v_reasons.json?_shape=objects&category=业务量变化")
    assert [each["review"] for each in found["rows"]] == ["corrected"]
    before = db.read_bytes()
    for sql in ("delete from documents", "insert into meta values ('a', 'b')", "create temp table t (x)"):
        answer = await served.client.get(f"/index.json?sql={sql}")
        assert answer.status_code == 400, sql
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "attach database 'away.db' as away",
        "pragma query_only = 0",
        "vacuum into 'away.db'",
        "select load_extension('away')",
        "select writefile('away.db', 'x')",
        "with x as (select 1) delete from documents",
        "explain delete from documents; delete from documents",
        "update documents set name = ''",
    ],
)
async def test_no_query_reaches_beyond_reading(db: Path, served: Datasette, sql: str) -> None:
    await served.invoke_startup()
    before = db.read_bytes()
    assert (await served.client.get("/index.json", params={"sql": sql})).status_code in (400, 403)
    assert (await served.client.post("/index", data={"sql": sql})).status_code in (400, 403, 404, 405)
    assert db.read_bytes() == before and not Path("away.db").exists()


def test_the_command_serves_on_this_machine_alone(db: Path) -> None:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-m", "extractor.cli", "serve", "--port", str(port), "--db", str(db)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, text=True)
    try:
        found = _fetch(f"http://{HOST}:{port}/index/v_shortfalls.json?_shape=array", process)
        assert {row["leaf"] for row in found} == {"行政运行", "住房公积金"}
        with socket.socket() as other, pytest.raises(OSError):
            other.settimeout(2)
            other.connect((socket.gethostbyname(socket.gethostname()), port) if _elsewhere() else (HOST, 1))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def _elsewhere() -> bool:
    """True where this machine has another address than the loop's."""
    return not socket.gethostbyname(socket.gethostname()).startswith("127.")


def _fetch(address: str, process: subprocess.Popen[str]) -> Any:
    for _ in range(150):
        if process.poll() is not None:
            raise AssertionError(process.stderr.read() if process.stderr else "")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.2)
    raise AssertionError("nothing is served")
