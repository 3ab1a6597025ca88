"""`juesuan index --engine dask` and `juesuan merge`, as they are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"


def _call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)), env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def test_one_command_extracts_by_a_cluster_of_this_machine_and_merges(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for file in sorted(REPORTS.glob("*.txt")):
        (reports / file.name).write_bytes(file.read_bytes())
    db = tmp_path / "index.db"
    program = "from extractor.cli import main; main()"
    call = [
        sys.executable,
        "-c",
        program,
        "index",
        str(reports),
        "--engine",
        "dask",
        "--processes",
        "1",
        "--db",
        str(db),
    ]
    done = subprocess.run([*call, "--json"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    assert json.loads(done.stdout)["new"] == len(list(reports.iterdir()))
    assert (tmp_path / "index.parts" / "documents").is_dir()
    assert "未变 2" in _call("merge", tmp_path / "index.parts", "--db", db).output
    other = _call("merge", tmp_path / "index.parts", "--db", tmp_path / "other.db", "--json")
    assert json.loads(other.output)["new"] == 2
    assert _call("export", "--db", db).output == _call("export", "--db", tmp_path / "other.db").output
    # The parts beside the index are no reports.
    assert "新增 0" in _call("index", tmp_path, "--db", db).output


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["index", "reports", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], 2, "连不上 tcp://127.0.0.1:1"),
        (["index", "reports", "--engine", "dask", "--scheduler", "nonsense"], 2, "连不上 nonsense"),
        (["index", "s3://bucket/reports"], 2, "--engine dask"),
        (["index", "reports", "--scheduler", "tcp://127.0.0.1:1"], 2, "--scheduler 只能和 --engine dask"),
        (["index", "reports", "--parts", "parts"], 2, "--parts 只能和 --engine dask"),
        (["index", "reports", "--engine", "dask", "--prune"], 2, "--prune 不能和 --engine dask"),
        (["merge", "nowhere"], 1, "没有写完的部分"),
    ],
)
def test_wrong_calls_are_told(
    arguments: list[str], code: int, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("extractor.distributed.engine.CONNECT", 0.5)
    assert says in _call(*arguments, code=code).output


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = _call("index", tmp_path, "--engine", "dask", code=1).output
    assert "distributed" in said and "pip install 'juesuan[dask]'" in said
    monkeypatch.setitem(sys.modules, "fsspec", None)
    assert "fsspec" in _call("merge", tmp_path, code=1).output
