"""What corrections cost a reader: `python -m benchmarks.corrections INDEX [--corrections N]`.

Searches and questions of benchmarks.search over an index (kept by its --keep), first without corrections, then with N of
them, drawn at random over comparisons and amounts. Works on a copy; the index and what lies beside it stay as they are.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median, quantiles

from benchmarks.places import commit
from benchmarks.search import measure
from extractor.corrections import Corrections, log
from extractor.corrections.fields import KINDS, categories
from extractor.store import open_index

Times = dict[str, list[float]]


def correct(db: Path, count: int) -> None:
    """Write `count` corrections beside the index: two of three of comparisons, one of three of amounts."""
    random = Random(0)
    book = Corrections.beside(db, who="benchmark")
    with open_index(db) as index:
        documents = {row[0]: (row[1], row[2]) for row in index.select("SELECT id, sha256, name FROM documents")}
        for kind, share in (("variance", count - count // 3), ("amount", count // 3)):
            ids = [row[0] for row in index.select(f"SELECT id FROM {KINDS[kind].view}", limit=10**7)]
            for at, row_id in enumerate(random.sample(ids, share)):
                row = dict(index.select(f"SELECT * FROM {KINDS[kind].view} WHERE id = ?", [row_id])[0])
                new = {"value": "1.00"} if kind == "amount" else {"category": random.choice(categories())}
                name = next(iter(new))
                sha256, document = documents[row["document_id"]]
                action = ("correct", "reject", "accept")[at % 3]
                changes = {name: (row[name], new[name])} if action == "correct" else {}
                made = log.made(action, kind, sha256, document, "benchmark", fact=row, changes=changes)
                with book.file.open("ab") as out:  # as log.append, without waiting for the disk a thousand times
                    out.write(log.line(made))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("--corrections", type=int, default=500, metavar="N")
    said = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = Path(shutil.copy(said.index, folder))
        with open_index(db, time_limit=60) as index:
            before = measure(index)
        correct(db, said.corrections)
        begun = time.perf_counter()
        with open_index(db, time_limit=60) as index:
            opened = time.perf_counter() - begun
            after = measure(index)
    print(f"{commit()}：{said.index.name}，{said.corrections} 条更正，打开（含应用更正）{opened * 1000:.0f} 毫秒")
    print(f"{'毫秒':<24}{'无更正 中位':>10}{'95%':>8}{'有更正 中位':>10}{'95%':>8}")
    for name, times in before.items():
        own = after[name]
        print(f"{name:<24}{median(times):>10.1f}{_late(times):>8.1f}{median(own):>10.1f}{_late(own):>8.1f}")


def _late(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
