"""Archives of growing size, indexed for real: `python -m benchmarks.scaling [--reports N…] [--pdf N…] [--processes N…]`.

Every run is the command `juesuan index`, a process of its own over files on the disk, then the same command once more with
nothing changed. Memory is that of all its processes together, shared pages counted once a process. `--stages` tells where
the time of one process goes.
"""

from __future__ import annotations

import argparse
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.places import CORPUS, commit
from corpus.build import Block, as_pdf, blocks
from tests.generator import generate

MEGABYTE = 1_000_000
PDF_POOL = 60
"""So many PDFs are printed; the others are the same pages under other bytes, which costs their reader as much."""
STAGED = {
    "读文件": "extractor.extraction.read",
    "结构": "extractor.extraction.outline",
    "正文": "extractor.extraction.narrate",
    "绩效": "extractor.extraction.evaluate",
    "表格": "extractor.extraction.tabulate",
    "成记录": "extractor.extraction.amounts",
    "核对": "extractor.extraction.checked",
}
"""Stages that are functions of their own, by where they are called."""


@dataclass(frozen=True)
class Run:
    """One indexing: seconds, bytes of memory at the peak, of the index and of the text in it, seconds of the second run."""

    seconds: float
    memory: int
    index: int
    text: int
    again: float


def written(folder: Path, count: int, form: str) -> Path:
    """A folder of so many generated reports, as txt or pdf; one that is there is used again."""
    target = folder / f"{count}-{form}"
    if not target.exists():
        making = target.with_suffix(".new")
        making.mkdir(parents=True)
        for seed in range(count):
            name, content = _text(seed) if form == "txt" else _pdf(seed)
            below = making / f"{seed // 1000:03d}"
            below.mkdir(exist_ok=True)
            below.joinpath(name).write_bytes(content)
        making.rename(target)
    return target


def _text(seed: int) -> tuple[str, bytes]:
    made = generate(seed)
    return made.name, made.text.encode()


def _pdf(seed: int) -> tuple[str, bytes]:
    return f"{seed:06d}.pdf", _printed(seed % PDF_POOL) + f"\n% {seed}\n".encode()


@cache
def _printed(seed: int) -> bytes:
    """A generated report with the tables of a fictional one behind it."""
    lines = generate(seed).text.replace("\f", "\n").splitlines()
    return as_pdf([Block("h1", lines[0]), *(Block("p", line) for line in lines[1:] if line.strip()), *_tables()], "")


@cache
def _tables() -> tuple[Block, ...]:
    (source,) = CORPUS.joinpath("formats", "sources").iterdir()
    every = list(blocks(source.read_text().splitlines()[1:]))
    numbers = [at for at, block in enumerate(every) if block.kind == "table"]
    return tuple(every[max(0, numbers[0] - 2) : numbers[-1] + 1])


def run(reports: Path, processes: int) -> Run:
    """Index a folder twice, into an index that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder, "index.db")
        seconds, memory = _watched(reports, db, processes)
        again, _ = _watched(reports, db, processes)
        with closing(sqlite3.connect(db)) as index:
            (text,) = index.execute("SELECT sum(length(CAST(text AS BLOB))) FROM texts").fetchone()
        return Run(seconds, memory, db.stat().st_size, text, again)


def _watched(reports: Path, db: Path, processes: int) -> tuple[float, int]:
    """Seconds of one `juesuan index`, and the most memory of all its processes together."""
    call = [
        sys.executable,
        "-m",
        "extractor.cli",
        "index",
        str(reports),
        "--db",
        str(db),
        "--processes",
        str(processes),
    ]
    begun, most = time.perf_counter(), 0
    started = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    family = psutil.Process(started.pid)
    while started.poll() is None:
        most = max(most, sum(map(_memory, _family(family))))
        time.sleep(0.1)
    if started.returncode:
        sys.exit(f"juesuan index 以 {started.returncode} 结束")
    return time.perf_counter() - begun, most


def _family(process: psutil.Process) -> list[psutil.Process]:
    try:
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def stages(files: Sequence[Path]) -> dict[str, float]:
    """Seconds by stage of one process over the files, after a first file that loads everything."""
    from extractor.extraction import extract
    from extractor.store.compact import compact
    from extractor.store.part import part
    from extractor.store.writer import Source, Writer

    extract(files[0])
    spent: dict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as folder, _counted(spent), Writer(Path(folder, "index.db"), "stages") as writer:
        for file in files:
            begun = time.perf_counter()
            made = extract(file)
            extracted = time.perf_counter()
            rows = compact(part(made, file.name))
            ready = time.perf_counter()
            writer.add_part(rows, Source.of(file))
            done = time.perf_counter()
            spent["（整个抽取）"] += extracted - begun
            spent["成行"] += ready - extracted
            spent["写入"] += done - ready
        begun = time.perf_counter()
        writer.flush()
        spent["写入"] += time.perf_counter() - begun
    spent["其他"] = spent["（整个抽取）"] - sum(spent[name] for name in STAGED)
    del spent["（整个抽取）"]
    return dict(spent)


@contextmanager
def _counted(spent: dict[str, float]) -> Iterator[None]:
    """Every stage adds to its time while the block runs."""
    patches = [patch(place, _timed(name, place, spent)) for name, place in STAGED.items()]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def _timed(name: str, place: str, spent: dict[str, float]) -> Callable[..., Any]:
    module, _, function = place.rpartition(".")
    work = getattr(sys.modules[module], function)

    def timed(*given: Any, **named: Any) -> Any:
        begun = time.perf_counter()
        try:
            return work(*given, **named)
        finally:
            spent[name] += time.perf_counter() - begun

    return timed


def show_stages(name: str, spent: dict[str, float]) -> None:
    """Print where the time goes."""
    whole = sum(spent.values())
    shown = Table("阶段", "秒", "%", title=f"{commit()}：{name}，一个进程", title_justify="left")
    for column in shown.columns[1:]:
        column.justify = "right"
    for stage, seconds in sorted(spent.items(), key=lambda each: -each[1]):
        shown.add_row(stage, f"{seconds:.2f}", f"{100 * seconds / whole:.0f}")
    Console(width=100).print(shown)


def main() -> None:
    """Measure every size asked for, with every number of processes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", nargs="*", type=int, default=[100, 1000], metavar="N", help="txt reports")
    options.add_argument("--pdf", nargs="*", type=int, default=[100], metavar="N", help="PDF reports")
    options.add_argument("--processes", nargs="*", type=int, default=[1, 2], metavar="N")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="write the reports there, use those found there")
    options.add_argument("--stages", type=int, default=100, metavar="N", help="files to look into; 0: none")
    chosen = options.parse_args()
    shown = Table(
        *("报告", "进程", "秒", "份/秒", "内存 MB", "索引 MB", "索引/文字", "再来一次，秒", "快几倍"),
        title=f"{commit()}：juesuan index，含启动",
        title_justify="left",
    )
    for column in shown.columns[1:]:
        column.justify = "right"
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        sizes = [("txt", count) for count in chosen.reports] + [("pdf", count) for count in chosen.pdf]
        for form, count in sizes:
            reports = written(folder, count, form)
            for processes in chosen.processes:
                done = run(reports, processes)
                shown.add_row(
                    *(f"{count:,} {form}", f"{processes}", f"{done.seconds:.1f}", f"{count / done.seconds:.1f}"),
                    *(f"{done.memory / MEGABYTE:,.0f}", f"{done.index / MEGABYTE:,.1f}"),
                    *(f"{done.index / done.text:.1f}", f"{done.again:.2f}", f"{done.seconds / done.again:.0f}"),
                )
        Console(width=110).print(shown)
        if chosen.stages:
            for form, count in {form: (form, count) for form, count in sizes}.values():
                files = sorted(written(folder, count, form).rglob(f"*.{form}"))[: chosen.stages]
                show_stages(f"{len(files)} 份 {form}", stages(files))


if __name__ == "__main__":
    main()
