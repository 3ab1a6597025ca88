"""The terminal UI on a large index: `python -m benchmarks.tui [--documents N] [--keep FOLDER]`.

From the start of the process to the first paint and to the first list, on a terminal of its own; from a key to the list
that it brings about, drawn; the most memory used. Times are in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import pty
import resource
import select
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from fcntl import ioctl
from pathlib import Path
from statistics import median, quantiles
from termios import TIOCSWINSZ
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZE = (140, 42)
STARTS = 5
ROUNDS = 2
PATIENCE = 30.0

TYPED = ("人员调动", "住房公积金", "水务局", "退休", "追加", "培训", "疫情2022")
"""Words typed into the filters and the search, a letter at a time."""


def main() -> None:
    """Build an index, or use the one that is there, and measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=20_000, metavar="N")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="write the index there, use the one found there")
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        print(json.dumps(asyncio.run(measure(chosen.measure))))
        return
    with tempfile.TemporaryDirectory() as folder:
        db = (chosen.keep or Path(folder)) / f"{chosen.documents}.db"
        if not db.exists():
            from benchmarks.search import build

            build(db, chosen.documents)
        starts = [start(db) for _ in range(STARTS)]
        # A process of its own: its memory is that of the application and nothing else.
        call = [sys.executable, "-m", "benchmarks.tui", "--measure", str(db)]
        found = json.loads(subprocess.run(call, stdout=subprocess.PIPE, check=True).stdout)
        show(chosen.documents, db, starts, found)


def start(db: Path) -> tuple[float, float]:
    """Seconds until something is painted, and until the first source text is, on a terminal of SIZE."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        call = [sys.executable, "-m", "extractor.cli", "--lang", "zh", "browse", "--db", str(db)]
        os.execv(sys.executable, call)
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    painted, seen = 0.0, b""
    try:
        while time.perf_counter() - begun < PATIENCE:
            if select.select([terminal], [], [], 0.01)[0]:
                seen += os.read(terminal, 65536)
            if not painted and "提问".encode() in seen:
                painted = time.perf_counter() - begun
            if "》".encode() in seen:  # the title of the source of the first row
                return painted, time.perf_counter() - begun
        raise SystemExit("nothing was shown")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


async def measure(db: Path) -> dict[str, Any]:
    """Milliseconds by kind of key, and the most memory used, in MB."""
    from tui.app import JuesuanApp

    app = JuesuanApp(db)
    times: dict[str, list[float]] = defaultdict(list)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.5)
        for _ in range(ROUNDS):
            await _round(pilot, times)
    return {"times": times, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


async def _round(pilot: Pilot[None], times: dict[str, list[float]]) -> None:
    """What people do, once over."""
    for key, name in (("2", "原因"), ("1", "报告"), ("slash", "搜索")):
        await pilot.press(key)
        await pilot.pause(0.3)
        for words in TYPED:
            if key != "slash":
                await pilot.press("f")
            for letter in words:
                times[f"{name}：打字"].append(await _timed(pilot, "space" if letter == " " else letter))
            if key != "slash":
                await pilot.press("enter")
                times[f"{name}：清除"].append(await _timed(pilot, "escape"))
            else:
                pilot.app.screen.place.field.value = ""  # type: ignore[attr-defined]
                await pilot.pause(0.1)
        await pilot.press("escape")
    await pilot.press("2")
    for order in "23456":
        await pilot.press("s")
        times["原因：排序"].append(await _timed(pilot, order))
    for by in "1234":
        await pilot.press("F")
        times["原因：分组"].append(await _timed(pilot, by))
        times["原因：一组"].append(await _timed(pilot, "enter"))
        await pilot.press("escape")
        await pilot.pause(0.3)
    for key in ("G", "g", "pagedown", "pagedown", "pagedown", "j", "j", "j"):
        times["原因：翻动"].append(await _moved(pilot, key))


async def _timed(pilot: Pilot[None], key: str) -> float:
    """Milliseconds from a key to the list that it brings about, drawn."""
    shown = asyncio.Event()
    rows = pilot.app.screen_stack[0].place.rows  # type: ignore[attr-defined]
    before = rows.listing
    begun = time.perf_counter()
    pressed = asyncio.create_task(pilot.press(key))
    while rows.listing.fetch is before.fetch and time.perf_counter() - begun < PATIENCE:
        await asyncio.sleep(0.001)
    rows.call_after_refresh(shown.set)
    await shown.wait()
    taken = (time.perf_counter() - begun) * 1000
    await pressed
    return taken


async def _moved(pilot: Pilot[None], key: str) -> float:
    """Milliseconds from a key to the row under the cursor, drawn."""
    shown = asyncio.Event()
    rows = pilot.app.screen.place.rows  # type: ignore[attr-defined]
    before = rows.cursor
    begun = time.perf_counter()
    pressed = asyncio.create_task(pilot.press(key))
    while (rows.cursor == before or rows.entry is None) and time.perf_counter() - begun < PATIENCE:
        await asyncio.sleep(0.001)
    rows.call_after_refresh(shown.set)
    await shown.wait()
    taken = (time.perf_counter() - begun) * 1000
    await pressed
    return taken


def show(count: int, db: Path, starts: list[tuple[float, float]], found: dict[str, Any]) -> None:
    """Print the figures as a table."""
    from benchmarks.places import commit

    title = f"{commit()}：终端界面，{count} 份报告，{db.stat().st_size / 1e6:.0f} MB，毫秒"
    shown = Table("", "中位数", "95%", "最慢", "次", title=title, title_justify="left")
    for column in shown.columns[1:]:
        column.justify = "right"
    times = {
        "启动到第一屏": [painted * 1000 for painted, _ in starts],
        "启动到第一条原文": [listed * 1000 for _, listed in starts],
        **found["times"],
        "按键合计": [each for taken in found["times"].values() for each in taken],
    }
    for name, taken in times.items():
        late = quantiles(taken, n=20)[-1] if len(taken) > 19 else max(taken)
        shown.add_row(name, *(f"{each:.0f}" for each in (median(taken), late, max(taken), len(taken))))
    Console(width=100).print(shown)
    print(f"内存最多 {found['memory']:.0f} MB")


if __name__ == "__main__":
    main()
