"""One machine and a cluster: `python -m benchmarks.scale [--reports N] [--rounds N] [--pool PATH…]`.

Reports and characters a second with one process, with two, and with two workers of dask; what merging, DuckDB and a task of
dask cost; bytes a report. Then what three million reports would take, every figure reckoned from a measured one.

The reports are copies of a few (real ones where they lie beside the project) under other bytes, so that each is read anew.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.places import CORPUS, SHARED, commit
from extractor.distributed.engine import BATCH, connected, extract_to_parts
from extractor.distributed.lake import Lake
from extractor.distributed.merging import merge
from extractor.pipeline import index_paths
from extractor.store import open_index

MANY = 3_000_000
CORES = (2, 16, 256)
TASKS = 1000
"""Tasks that do nothing, to see what a task costs the scheduler."""
DASK = "dask，2 个工作进程"
QUERY = "SELECT measure, count(*) FROM v_amounts GROUP BY measure"


@dataclass
class Measured:
    """Of so many reports: characters of text and bytes of the files, seconds by what was done, bytes by what was made,
    seconds of processor time (`core`) that the workers of dask took to extract them, to so many parts."""

    reports: int
    characters: int = 0
    source: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    size: dict[str, int] = field(default_factory=dict)
    facts: int = 0
    core: float = 0.0
    parts: int = 1

    def took(self, what: str, work: Callable[[], object]) -> None:
        """Do it; the fastest round counts."""
        begun = time.perf_counter()
        work()
        seconds = time.perf_counter() - begun
        self.seconds[what] = min(seconds, self.seconds.get(what, seconds))


def copies(pool: Sequence[Path], count: int, folder: Path) -> None:
    """So many files, each of other bytes than the others; what is added behind their end, no reader heeds."""
    for number in range(count):
        file = pool[number % len(pool)]
        added = b"\n" * (1 + number // len(pool)) if file.suffix == ".txt" else f"\n% {number}\n".encode()
        folder.joinpath(f"{number:06d}{file.suffix}").write_bytes(file.read_bytes() + added)


def reports(named: Sequence[Path]) -> list[Path]:
    """The reports named, else the real ones, else our own: PDF and text."""
    here = named or ([SHARED / "reports"] if (SHARED / "reports").is_dir() else [CORPUS / "reports"])
    return sorted(file for folder in here for file in folder.iterdir() if file.suffix in (".pdf", ".txt"))


def measure(pool: Sequence[Path], count: int, rounds: int) -> Measured:
    """All of it, the ways to extract one after the other in every round."""
    done = Measured(count)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary, connected(processes=2) as client:
        done.seconds["启动集群"] = time.perf_counter() - begun
        source = Path(temporary, "reports")
        source.mkdir()
        copies(pool, count, source)
        done.source = _size(source)
        extract_to_parts(
            [str(file) for file in sorted(source.iterdir())[:8]], str(Path(temporary, "warm")), client, batch=1
        )
        for at in range(rounds):
            here = Path(temporary, f"round {at}")
            here.mkdir()
            parts = str(here / "parts")
            for n in (1, 2):
                done.took(f"{n} 个进程", partial(index_paths, [source], here / f"{n}.db", processes=n))
            before = _spent(client)
            done.took(DASK, partial(extract_to_parts, [str(source)], parts, client))
            done.core = min(_spent(client) - before, done.core or inf)
            done.took("合并", partial(merge, parts, here / "merged.db"))
            done.took("DuckDB 查询，含打开", partial(_asked, parts))
        done.took("空任务", lambda: client.gather(client.map(_nothing, range(TASKS), pure=False)))
        done.size = {"index.db": (here / "merged.db").stat().st_size, "Parquet": _size(Path(parts))}
        done.parts = len(list(Path(parts, "documents").iterdir()))
        with open_index(here / "merged.db") as index:
            done.characters, done.facts, read = index.select(
                "SELECT sum(characters), sum(facts), sum(status = 'ok') FROM documents"
            )[0]
    if read != count:
        raise SystemExit(f"{count - read} 份报告没有读成")
    return done


def _asked(parts: str) -> None:
    with Lake(parts) as lake:
        lake.select(QUERY).fetchall()


def _spent(client: Any) -> float:
    """Seconds of processor time that the workers have taken so far."""
    return float(sum(client.run(time.process_time).values()))


def _nothing(number: int) -> int:
    return number


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def show(done: Measured, pool: int) -> None:
    """Print what was measured, and what follows for three million reports."""
    title = f"{commit()}：{done.reports} 份（{pool} 份的副本），平均 {done.characters / done.reports:,.0f} 字、"
    title += f"{done.source / done.reports / 1000:,.0f} kB、{done.facts / done.reports:,.0f} 条记录"
    shown = Table("", "秒", "份/秒", "字/秒", title=title, title_justify="left")
    for column in shown.columns[1:]:
        column.justify = "right"
    for what, seconds in done.seconds.items():
        rates = () if what in ("启动集群", "空任务") else (done.reports / seconds, done.characters / seconds)
        shown.add_row(what, f"{seconds:.2f}", *(f"{rate:,.1f}" if rate < 1000 else f"{rate:,.0f}" for rate in rates))
    Console(width=100).print(shown)
    for what, size in done.size.items():
        print(f"{what}：每份 {size / done.reports / 1000:,.0f} kB，是原文件的 {size / done.source:.2f} 倍")
    print(f"一个 Parquet 部分平均 {done.reports / done.parts:.0f} 份报告")
    print(f"工作进程的处理器时间：每份 {done.core / done.reports:.3f} 秒")
    print(f"一个空任务 {1000 * done.seconds['空任务'] / TASKS:.1f} 毫秒（{TASKS} 个平均）\n")
    print(*extrapolated(done), sep="\n")


def extrapolated(done: Measured) -> list[str]:
    """What three million reports like these would take, each line with what it is reckoned from."""
    each = done.core / done.reports
    hours = MANY * each / 3600
    merged = MANY * done.seconds["合并"] / done.reports / 3600
    task = done.seconds["空任务"] / TASKS
    lines = [
        f"{MANY:,} 份：",
        f"  抽取 {hours:,.0f} 核时 = {MANY:,} × {each:.3f} 核秒（工作进程的处理器时间 {done.core:.1f} 秒 ÷ {done.reports} 份）",
    ]
    lines += [f"  {cores} 核 {_long(hours / cores)} = {hours:,.0f} 核时 ÷ {cores}（按线性推算）" for cores in CORES]
    lines += [
        f"  调度 {_long(MANY / BATCH * task / 3600)} = {MANY // BATCH:,} 个任务（每个 {BATCH} 份）× {1000 * task:.1f} 毫秒；"
        f"最多喂得饱 {BATCH * each / task:,.0f} 核 = {BATCH} × {each:.3f} 核秒 ÷ {1000 * task:.1f} 毫秒",
        f"  合并成一个 index.db {_long(merged)} = {MANY:,} ÷ {done.reports / done.seconds['合并']:,.1f} 份/秒（一个进程；大索引会更慢）",
    ]
    for what, size in done.size.items():
        lines.append(
            f"  {what} {MANY * size / done.reports / 1e12:.2f} TB = {MANY:,} × {size / done.reports / 1000:,.0f} kB"
        )
    return lines


def _long(hours: float) -> str:
    return f"{hours / 24:,.1f} 天" if hours >= 48 else f"{hours:,.1f} 小时" if hours >= 1 else f"{60 * hours:,.1f} 分钟"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=100, metavar="N")
    options.add_argument("--rounds", type=int, default=1, metavar="N")
    options.add_argument("--pool", nargs="*", type=Path, default=[], metavar="FOLDER", help="reports to copy")
    chosen = options.parse_args()
    pool = reports(chosen.pool)
    show(measure(pool, chosen.reports, chosen.rounds), len(pool))


if __name__ == "__main__":
    main()
