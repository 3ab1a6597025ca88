"""Only indexing loads what is heavy: the import graph of every other command, looked at in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.made import made_index

HEAVY = {
    "spacy",
    "pypdfium2",
    "docx",
    "lxml",
    "jieba",
    "pandas",
    "numpy",
    "pyarrow",
    "xlsxwriter",
    "datasette",
    "sqlite_utils",
    "thinc",
    "pydantic",
    "dask",
    "distributed",
    "duckdb",
    "fsspec",
}
TERMINAL = {"textual", "rich"}
PROGRAM = """
import sys
sys.argv[0] = "juesuan"
try:
    from extractor.cli import main
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def _loaded(program: str, *arguments: str) -> set[str]:
    run = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in run.stderr, run.stderr
    return set(run.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["search", "人员调动"],
        ["ask", "青溪县档案馆2022年支出总计是多少"],
        ["reasons"],
        ["documents"],
        ["show", "青溪"],
        ["stats"],
        ["export"],
        ["correct", "1", "--accept"],
        ["corrections"],
        ["organisations"],
        ["watch", "--help"],
        ["merge", "--help"],
        ["sql", "SELECT 1"],
        ["index", "--help"],
        ["serve", "--help"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_commands_that_read_load_nothing_heavy(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUESUAN_DB", str(made_index(tmp_path / "index.db")))
    loaded = _loaded(PROGRAM, *arguments)
    assert "extractor" in loaded
    assert not loaded & (HEAVY | TERMINAL)


def test_version_and_help_load_no_database() -> None:
    assert not _loaded(PROGRAM, "--version") & {"sqlite3", "opencc", "rapidfuzz"}
    assert not _loaded(PROGRAM, "--help") & {"sqlite3", "opencc", "rapidfuzz"}


def test_the_terminal_interface_loads_nothing_heavy() -> None:
    loaded = _loaded("import sys, tui.app; print(*{n.partition('.')[0] for n in sys.modules}, file=sys.stderr)")
    assert "textual" in loaded
    assert not loaded & (HEAVY - {"numpy", "pydantic"})


def test_importing_the_package_loads_nothing() -> None:
    loaded = _loaded("import sys, extractor; print(*{n.partition('.')[0] for n in sys.modules}, file=sys.stderr)")
    assert not loaded & (HEAVY | TERMINAL | {"sqlite3", "click"})
