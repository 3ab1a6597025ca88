"""Reading PDF pages with tables and without: pages a second, and how many of them were left to pdfplumber.

Run by `python -m benchmarks.speed`, or alone: `python -m benchmarks.pages [PATH…]`.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pypdfium2
from rich.console import Console
from rich.table import Table

from benchmarks.places import collections
from extractor.readers import pdf

ROUNDS = 3


@dataclass(frozen=True)
class Pages:
    """PDFs of one kind of page, and how many pages they have."""

    name: str
    files: tuple[bytes, ...]
    count: int


@dataclass(frozen=True)
class Read:
    """Seconds to read the pages and to take their bare text, and the pages that were left to pdfplumber."""

    pages: Pages
    seconds: float
    bare: float
    left: int


def split(files: Sequence[Path]) -> tuple[Pages, Pages]:
    """The pages of these PDFs that hold a table, and those that hold none."""
    with_tables: list[bytes] = []
    without: list[bytes] = []
    counts = [0, 0]
    for file in files:
        data = file.read_bytes()
        found = pdf.content(data)
        spans = [span for table in found.tables for row in table.spans for span in row if span is not None]
        for at, (kept, here) in enumerate(((with_tables, True), (without, False))):
            numbers = [p.number for p in found.pages if any(p.start <= start < p.end for start, _ in spans) == here]
            if numbers:
                kept.append(_only(data, numbers))
                counts[at] += len(numbers)
    return Pages("有表格的页", tuple(with_tables), counts[0]), Pages("没有表格的页", tuple(without), counts[1])


def _only(data: bytes, numbers: Sequence[int]) -> bytes:
    """A PDF of these pages (1-based) of another."""
    with closing(pypdfium2.PdfDocument(data)) as whole, closing(pypdfium2.PdfDocument.new()) as part:
        part.import_pages(whole, [number - 1 for number in numbers])
        target = io.BytesIO()
        part.save(target)
    return target.getvalue()


def measure(pages: Pages) -> Read:
    """Read the pages and take their bare text, a few times each; the fastest counts."""
    seconds = min(_timed(pdf.content, pages) for _ in range(ROUNDS))
    return Read(pages, seconds, min(_timed(_text, pages) for _ in range(ROUNDS)), _left(pages))


def _timed(work: Callable[[bytes], object], pages: Pages) -> float:
    begun = time.perf_counter()
    for data in pages.files:
        work(data)
    return time.perf_counter() - begun


def _text(data: bytes) -> None:
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _left(pages: Pages) -> int:
    """How many of the pages are left to pdfplumber."""
    from pdfplumber.page import Page

    with patch.object(Page, "find_tables", autospec=True, side_effect=Page.find_tables) as looked:
        for data in pages.files:
            pdf.content(data)
    return looked.call_count


def show(files: Sequence[Path]) -> None:
    """Measure the PDFs among the files and print the figures as a table."""
    kinds = [pages for pages in split([file for file in files if file.suffix.lower() == ".pdf"]) if pages.count]
    shown = Table(
        *("PDF", "页", "秒", "页/秒", "只取文字，页/秒", "由 pdfplumber 读的页"),
        title=f"读 PDF，{ROUNDS} 次取最快",
        title_justify="left",
    )
    for column in shown.columns[1:]:
        column.justify = "right"
    for read in map(measure, kinds):
        count = read.pages.count
        rates = (f"{count / seconds:,.0f}" for seconds in (read.seconds, read.bare))
        shown.add_row(read.pages.name, f"{count}", f"{read.seconds:.3f}", *rates, f"{read.left}")
    Console(width=100).print(shown)


def main() -> None:
    """Measure the PDFs named, or all that are here."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="PDFs; default: corpus and ../shared")
    show(options.parse_args().paths or [file for one in collections() for file in one.reports])


if __name__ == "__main__":
    main()
