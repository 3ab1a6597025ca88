"""The whole pipeline over PDFs beside the text and the tables of their pages by pdfplumber, in one run.

`python -m benchmarks.pdf [PATH…]`. The pipeline is everything from the files to a committed index, checks included, in
one process that has read a report before. The rounds of all are interleaved, so that other work on the machine hits
them alike, the fastest of each counts, and seconds are those of the processor. Then how many of the pages with tables
are left to pdfplumber, because what pdfium tells of them leaves a doubt.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from benchmarks.places import collections, commit, former_blind_sets
from extractor.extraction import extract
from extractor.pipeline import index_paths
from extractor.readers import pdf
from extractor.readers.pdf_chars import Uncertain, boxes
from extractor.readers.pdf_sheet import sheet_of

ROUNDS = 3
PIPELINE, PLUMBER, BARE, READING = "全程", "pdfplumber 文字和表格", "pypdfium2 只取文字", "其中读文件"


def pipeline(files: Sequence[Path]) -> None:
    """The files into a fresh index, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = index_paths(files, Path(folder, "index.db"), extract=extract)
    if outcome.failed:
        sys.exit(f"{outcome.failed} 份报告没有读成：{[str(one.path) for one in outcome.failures]}")


def plumber(files: Sequence[Path]) -> None:
    """What pdfplumber's user would do: the text and the tables of every page."""
    for file in files:
        with pdfplumber.open(file) as document:
            for page in document.pages:
                page.extract_text()
                page.extract_tables()
                page.close()


def bare(files: Sequence[Path]) -> None:
    """The text of every page as pdfium gives it."""
    for file in files:
        with closing(pypdfium2.PdfDocument(file)) as document:
            for page in document:
                page.get_textpage().get_text_range()


def reading(files: Sequence[Path]) -> None:
    """The reader alone: pages in order, tables in columns."""
    for file in files:
        pdf.content(file.read_bytes())


WORKS: dict[str, Callable[[Sequence[Path]], None]] = {
    PIPELINE: pipeline,
    READING: reading,
    PLUMBER: plumber,
    BARE: bare,
}


def measure(files: Sequence[Path]) -> dict[str, float]:
    """Seconds of each way over all files, the fastest of its rounds."""
    pipeline(files[:1])
    seconds = dict.fromkeys(WORKS, float("inf"))
    for _ in range(ROUNDS):
        for name, work in WORKS.items():
            begun = time.process_time()
            work(files)
            seconds[name] = min(seconds[name], time.process_time() - begun)
    return seconds


def show(files: Sequence[Path]) -> None:
    """Measure the files and print the figures as a table."""
    count = sum(map(_count, files))
    seconds = measure(files)
    title = f"{commit()}：{len(files)} 份 PDF，{count} 页，单进程，{ROUNDS} 次取最快"
    shown = Table("", "秒", "页/秒", "全程是它的几倍快", title=title, title_justify="left")
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, taken in seconds.items():
        shown.add_row(name, f"{taken:.3f}", f"{count / taken:,.0f}", f"{taken / seconds[PIPELINE]:.2f}")
    Console(width=100).print(shown)
    told, left = map(sum, zip(*map(pages_with_tables, files), strict=True))
    print(f"有表格的页：{told} 页由 pypdfium2 的线条读出，{left} 页有疑问，交给 pdfplumber")


def pages_with_tables(file: Path) -> tuple[int, int]:
    """How many pages with tables pdfium tells, and how many it leaves to pdfplumber."""
    told = left = 0
    with closing(pypdfium2.PdfDocument(file)) as document:
        for number, page in enumerate(document, 1):
            textpage = page.get_textpage()
            try:
                told += sheet_of(number, page, textpage, textpage.get_text_range(), boxes(textpage)) is not None
            except Uncertain:
                left += 1
    return told, left


def _count(file: Path) -> int:
    with closing(pypdfium2.PdfDocument(file)) as document:
        return len(document)


def main() -> None:
    """Measure the PDFs named, or all that are here."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="PDFs; default: all reports that are here")
    here = [file for one in (*collections(), *former_blind_sets()) for file in one.reports]
    show(options.parse_args().paths or [file for file in here if file.suffix.lower() == ".pdf"])


if __name__ == "__main__":
    main()
