"""What a person at a terminal sees: the commands run in a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

import pytest

from extractor.commands.output import width
from tests.made import made_index

SLOW = """
import time
from pathlib import Path
import extractor.pipeline as pipeline
from tests.made import made_extract
def slowly(path):
    time.sleep(0.6)
    return made_extract(path)
pipeline.Workers = lambda *_: pipeline.Here(slowly)
"""
MAIN = "import sys; sys.argv[0] = 'juesuan'; from extractor.cli import main; main()"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return made_index(tmp_path / "index.db")


def _shown(program: str, *arguments: str, columns: int = 100, keys: bytes = b"") -> tuple[str, int]:
    """What the program writes to a terminal of so many columns, and its exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(Path(__file__).parents[2])
        os.environ.update(LANG="zh_CN.UTF-8", TERM="xterm-256color", PYTHONUTF8="1", LC_ALL="")
        os.execv(sys.executable, [sys.executable, "-c", program, *arguments])
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    shown, deadline = b"", time.monotonic() + 60
    while time.monotonic() < deadline:
        if keys and b"\x1b" in shown:
            os.write(terminal, keys)
        ready, _, _ = select.select([terminal], [], [], 0.3)
        if ready:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode("utf-8", "replace"), os.waitstatus_to_exitcode(status)


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


@pytest.mark.parametrize("columns", [80, 140])
def test_a_table_fits_the_terminal(db: Path, columns: int) -> None:
    shown, code = _shown(MAIN, "reasons", "--db", str(db), columns=columns)
    lines = _plain(shown).splitlines()
    assert code == 0 and "─" * 20 in shown
    assert "150.20万元" in shown
    assert max(width(line) for line in lines) <= columns


@pytest.mark.parametrize("columns", [40, 100])
def test_tables_are_ruled_and_fit_the_terminal(db: Path, columns: int) -> None:
    shown, code = _shown(MAIN, "show", "青溪", "--tables", "--db", str(db), columns=columns)
    ruled = [line.rstrip() for line in _plain(shown).splitlines() if line.startswith(("┌", "│", "├", "└"))]
    assert code == 0 and "│ 公务接待费 │     0.00 │ 万元 │" in ruled
    first = ruled[: next(at for at, line in enumerate(ruled) if line.startswith("└")) + 1]
    assert {width(line) for line in first} == {width(first[0])}, "a Chinese character takes two columns"
    assert width(first[0]) <= columns


def test_search_marks_what_was_sought(db: Path) -> None:
    shown, _ = _shown(MAIN, "search", "人员调动", "--db", str(db))
    assert re.search(r"\x1b\[[0-9;]*m(\x1b\[[0-9;]*m)*人员调动\x1b\[0m", shown)


def test_a_long_run_shows_how_far_it_is_and_a_short_one_does_not(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(str(number))
    shown, code = _shown(SLOW + MAIN, "index", str(tmp_path), "--db", str(tmp_path / "index.db"))
    assert code == 0 and "新增 6" in shown
    assert re.search(r"[45]/6", _plain(shown)) and "份/秒" in shown
    again, _ = _shown(SLOW + MAIN, "index", str(tmp_path), "--db", str(tmp_path / "index.db"))
    assert "未变 6" in again and "份/秒" not in again


def test_ctrl_c_ends_a_run_quietly(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(str(number))
    interrupt = (
        SLOW + "import os, signal, threading\n"
        # a background job of a shell starts with the signal ignored
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT)).start()\n"
    )
    shown, code = _shown(interrupt + MAIN, "index", str(tmp_path), "--db", str(tmp_path / "index.db"))
    assert code == 130 and "已中断" in shown and "Traceback" not in shown
    assert re.search("新增 [12]", shown)


def test_alone_at_a_terminal_it_opens_the_index(db: Path) -> None:
    alone = f"import os; os.environ['JUESUAN_DB'] = {str(db)!r}\n" + MAIN
    shown, code = _shown(alone, keys=b"\x1bq")
    assert code == 0 and "\x1b[?1049h" in shown, "the screen was taken"
    assert "用法" not in shown
