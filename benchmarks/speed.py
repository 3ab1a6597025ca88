"""Speed of the whole pipeline beside what it cannot be faster than: `python -m benchmarks.speed [PATH…]`.

The pipeline is everything from files to a committed index. It is compared with the bare text extraction of the same
files by the libraries alone, and with jieba cutting the same text: both in one process, taking turns, so that what
else the machine does slows both. Then pages of PDFs with tables and without.
"""

from __future__ import annotations

import argparse
import logging
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import pages
from benchmarks.places import collections, commit
from extractor.workers import cores

ROUNDS = 3
ALONE = "全程，一个进程"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Load:
    """What is read: the files and their size in bytes."""

    files: tuple[Path, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.stat().st_size for file in self.files)


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def index(files: Sequence[Path], alone: bool = False) -> None:
    """The whole pipeline, into an index that is thrown away; `alone`: in this process, else one for every core."""
    from extractor.extraction import extract
    from extractor.pipeline import index_paths

    with tempfile.TemporaryDirectory() as folder:
        outcome = index_paths(files, Path(folder, "index.db"), extract=extract if alone else None)
    if outcome.failed:
        sys.exit(f"{outcome.failed} 份报告没有读成：{[str(one.path) for one in outcome.failures]}")


def bare_text(file: Path) -> str:
    """The text of a file as its library gives it, nothing more."""
    match file.suffix.lower():
        case ".pdf":
            return _pdf_text(file)
        case ".docx":
            import docx

            return "\n".join(docx.Document(str(file)).element.itertext())
        case ".html" | ".htm":
            from lxml import html

            return str(html.document_fromstring(file.read_bytes()).text_content())
        case _:
            content = file.read_bytes()
            try:
                return content.decode()
            except UnicodeDecodeError:
                return content.decode("gb18030")


def _pdf_text(file: Path) -> str:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(file)) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def cut(texts: Sequence[str]) -> None:
    """All texts cut into words."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    for text in texts:
        jieba.lcut(text)


@dataclass(frozen=True)
class Measured:
    """Seconds by name, the peak memory of the pipeline in bytes, the characters of text in the files."""

    seconds: dict[str, float]
    memory: int
    characters: int


def measure(load: Load) -> Measured:
    """The pipeline comes first, so that the peak memory read after it is its own."""
    first = timed(lambda: index(load.files, alone=True))
    memory = _peak()
    texts = [bare_text(file) for file in load.files]
    cut(texts[:1])  # loads the dictionary
    works: dict[str, Callable[[], object]] = {
        ALONE: lambda: index(load.files, alone=True),
        f"全程，{cores()} 个进程": lambda: index(load.files),
        "只取文字": lambda: [bare_text(file) for file in load.files],
        "只用 jieba 分词": lambda: cut(texts),
    }
    rounds = [{name: timed(work) for name, work in works.items()} for _ in range(ROUNDS)]
    best = {name: min(each[name] for each in rounds) for name in works}
    return Measured({f"{ALONE}，首次（含载入）": first, **best}, memory, sum(map(len, texts)))


def _peak() -> int:
    """The most memory this process has used, in bytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def show(load: Load, measured: Measured) -> None:
    """Print the figures as a table."""
    title = f"{commit()}：{len(load.files)} 份报告，{load.size / MEGABYTE:.2f} MB，{ROUNDS} 次取最快"
    shown = Table("", "秒", "份/秒", "MB/秒", "一个进程的全程是它的几倍", title=title, title_justify="left")
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, seconds in measured.seconds.items():
        rates = (len(load.files) / seconds, load.size / MEGABYTE / seconds, measured.seconds[ALONE] / seconds)
        shown.add_row(name, f"{seconds:.3f}", *(f"{rate:,.2f}" for rate in rates))
    Console(width=100).print(shown)
    print(f"峰值内存 {measured.memory / MEGABYTE:.0f} MB；文字 {measured.characters:,} 字")


def main() -> None:
    """Measure the reports named, or all that are here."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="reports; default: corpus and ../shared")
    named = options.parse_args().paths
    load = Load(tuple(named) or tuple(file for one in collections() for file in one.reports))
    show(load, measure(load))
    pages.show(load.files)


if __name__ == "__main__":
    main()
