"""juesuan beside the tools people have: `python -m benchmarks.rivals [--reports N] [--keep FOLDER]`.

Reading: the same text reports by grep, jieba, spaCy's blank pipeline, and the whole of juesuan. Searching: the same terms
by ripgrep over the files, by SQLite's LIKE over their paragraphs, by tantivy (single characters as terms, phrases as
queries, where it is installed), and by juesuan. All in one run, side by side.
"""

from __future__ import annotations

import argparse
import importlib.util
import logging
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.places import commit
from benchmarks.scaling import written
from benchmarks.speed import bare_text, cut, timed
from extractor.pipeline import index_paths
from extractor.store import Index, open_index

ROUNDS = 3
TERMS = 100
MARKER = "主要原因"
Search = Callable[[str], int]


def reading(files: Sequence[Path]) -> dict[str, float]:
    """Seconds that each takes over all the files, everything loaded before; the fastest of ROUNDS."""
    import spacy

    texts = [bare_text(file) for file in files]
    blank, words = spacy.blank("zh"), spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    logging.getLogger("jieba").setLevel(logging.WARNING)
    cut(texts[:1])
    words(texts[0])
    whole(files[:1])
    folder = str(files[0].parents[1])
    work: dict[str, Callable[[], object]] = {
        "只取文字": lambda: [bare_text(file) for file in files],
        "grep -rc 主要原因": lambda: subprocess.run(
            ["grep", "-rc", MARKER, folder], stdout=subprocess.DEVNULL, check=False
        ),
        "spaCy 空管道（单字）": lambda: [blank(text) for text in texts],
        "只用 jieba 分词": lambda: cut(texts),
        "spaCy 空管道（jieba）": lambda: [words(text) for text in texts],
        "juesuan 全程，一个进程": lambda: whole(files),
    }
    return {name: min(timed(each) for _ in range(ROUNDS)) for name, each in work.items()}


def whole(files: Sequence[Path]) -> None:
    """Everything to a committed index, in this process."""
    from extractor.extraction import extract

    with tempfile.TemporaryDirectory() as folder:
        index_paths(files, Path(folder, "index.db"), extract=extract)


def searching(files: Sequence[Path], folder: Path) -> tuple[dict[str, list[float]], str]:
    """Milliseconds of each term by each tool; and a line on what they found."""
    db = folder / "rivals.db"
    db.unlink(missing_ok=True)
    index_paths(files, db)
    with open_index(db) as index:
        terms = _terms([bare_text(file) for file in files])
        tools = {
            "ripgrep": _ripgrep(files),
            "SQLite LIKE": _like(index),
            "tantivy": _tantivy(index),
            "juesuan": _own(index),
        }
        here = {name: tool for name, tool in tools.items() if tool}
        times: dict[str, list[float]] = {name: [] for name in here}
        found: dict[str, int] = dict.fromkeys(here, 0)
        for term in terms:
            for name, tool in here.items():
                begun = time.perf_counter()
                found[name] += tool(term)
                times[name].append(1000 * (time.perf_counter() - begun))
        return times, "；".join(f"{name} {count:,}" for name, count in found.items())


def _terms(texts: Sequence[str]) -> list[str]:
    """TERMS stretches of two to six characters, letters and figures only."""
    random, terms = Random(3), list[str]()
    while len(terms) < TERMS:
        text = random.choice(texts)
        at = random.randrange(len(text))
        term = text[at : at + random.randint(2, 6)]
        if len(term) > 1 and term.isalnum():
            terms.append(term)
    return terms


def _ripgrep(files: Sequence[Path]) -> Search | None:
    """Lines that hold a term, in all files."""
    program, folder = shutil.which("rg"), str(files[0].parents[1])
    if not program:
        return None

    def search(term: str) -> int:
        call = [program, "--fixed-strings", "--count", "--no-filename", term, folder]
        said = subprocess.run(call, capture_output=True, text=True, check=False)
        return sum(map(int, said.stdout.split()))

    return search


def _like(index: Index) -> Search:
    """Paragraphs that hold a term."""

    def search(term: str) -> int:
        # A `+` keeps SQLite from an index that would answer wrongly (dependencies.md).
        (row,) = index.select("SELECT count(*) FROM v_passages WHERE +text LIKE ?", [f"%{term}%"])
        return int(row[0])

    return search


def _own(index: Index) -> Search:
    """The first page of hits, ranked, with their snippets and how many there are in all."""
    return lambda term: index.search(f'"{term}"').total


def _tantivy(index: Index) -> Search | None:
    """Paragraphs that hold a term's characters in their order."""
    if not importlib.util.find_spec("tantivy"):
        return None
    import tantivy

    fields = tantivy.SchemaBuilder()
    fields.add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="position")
    schema = fields.build()
    held = tantivy.Index(schema)
    writer = held.writer()
    for (text,) in index.select("SELECT text FROM v_passages"):
        writer.add_document(tantivy.Document(text=" ".join(text)))
    writer.commit()
    held.reload()
    searcher = held.searcher()

    def search(term: str) -> int:
        phrase = tantivy.Query.phrase_query(schema, "text", list(term))
        hits: Any = searcher.search(phrase, 20, count=True)
        return int(hits.count or 0)

    return search


def show(files: Sequence[Path], folder: Path) -> None:
    """Measure and print."""
    seconds = reading(files)
    words = seconds["只用 jieba 分词"]
    size = sum(file.stat().st_size for file in files) / 1e6
    shown = Table(
        "读", "秒", "MB/秒", "是 jieba 的几倍", title=f"{commit()}：{len(files)} 份，{size:.1f} MB，{ROUNDS} 次取最快"
    )
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, taken in seconds.items():
        shown.add_row(name, f"{taken:.3f}", f"{size / taken:,.1f}", f"{taken / words:.2f}")
    Console(width=100).print(shown)
    times, found = searching(files, folder)
    shown = Table("搜", "中位数", "95%", "最慢", title=f"{TERMS} 个 2–6 字的词，毫秒")
    for column in shown.columns[1:]:
        column.justify = "right"
    for name, taken_each in times.items():
        late = quantiles(taken_each, n=20)[-1]
        shown.add_row(name, *(f"{each:.2f}" for each in (median(taken_each), late, max(taken_each))))
    Console(width=100).print(shown)
    print(f"各自找到（行或段）：{found}")


def main() -> None:
    """Measure over generated reports."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=1000, metavar="N")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="write the reports there, use those found there")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        files = sorted(written(chosen.keep or Path(temporary), chosen.reports, "txt").rglob("*.txt"))
        show(files, Path(temporary))


if __name__ == "__main__":
    main()
