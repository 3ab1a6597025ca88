"""How long a search and a question take: `python -m benchmarks.search [--documents N…] [--keep FOLDER]`.

An index of N generated reports is written from the extractions of POOL of them, each under the names and years of many
organisations. The process that measures has the index open, as the terminal UI has; times are in milliseconds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import product
from multiprocessing import Pool
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from benchmarks.places import commit
from extractor.extraction import extract_report
from extractor.questions import ask
from extractor.records import Indicator, Record, Variance
from extractor.report import Extraction
from extractor.store import Filter, Index, open_index
from extractor.store.writer import Source, Writer
from tests.generator import generate

R = TypeVar("R", bound=Record)
E = TypeVar("E", Variance, Indicator)

POOL = 500
YEARS = range(2019, 2024)
QUERIES = 200
"""Of every kind of search and of question."""
QUESTIONS = {
    "一家：多少": "{org}{year}年{subject}的决算数是多少？",
    "一家：为什么": "{org}{year}年为什么{subject}比年初预算减少？",
    "一家：哪些": "{org}{year}年哪些科目因为{category}没有完成年初预算？",
    "一家：逐年": "{org}历年{subject}是多少？",
    "全部：哪些": "{year}年哪些单位的{subject}因为{category}减少？",
    "全部：最多": "{year}年{subject}最多的五个单位是哪些？",
    "全部：几家": "{year}年有几家单位的{subject}超过500万元？",
}
_PLACES = (
    "青溪", "白石", "云浦", "望江", "柳川", "锦屏", "沙湾", "岭南", "南桥", "临渡", "松陵", "鹤亭", "石门", "茶陵",
)  # fmt: skip
_AREAS = ("市", "县", "市东城区", "市西城区", "市高新区", "州河口县", "市桥北区", "镇", "乡", "旗")
_OFFICES = (
    "水务局", "审计局", "档案馆", "图书馆", "林业站", "残疾人联合会", "第三小学", "疾病预防控制中心", "科学技术协会",
    "财政局", "司法局", "统计局", "民政局", "市场监督管理局", "农业农村局", "文化馆", "人民法院", "妇女联合会",
    "退役军人事务局", "公路养护中心", "医疗保障局", "机关事务服务中心", "气象局", "信访局", "供销合作社",
    "住房和城乡建设局", "生态环境监测站", "青少年活动中心", "社会福利院",
)  # fmt: skip


def main() -> None:
    """Measure an index of every size asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", nargs="*", type=int, default=[1000], metavar="N")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="write the indices there, use those found there")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in chosen.documents:
            db = (chosen.keep or Path(folder)) / f"{count}.db"
            if not db.exists():
                build(db, count)
            with open_index(db, time_limit=60) as index:
                show(count, db, measure(index))


def build(db: Path, count: int) -> None:
    """Write an index of so many generated reports."""
    begun = time.perf_counter()
    db.parent.mkdir(parents=True, exist_ok=True)
    with Pool() as workers:
        pool = workers.map(_extracted, range(min(POOL, count)), chunksize=10)
    making = db.with_suffix(".new")
    making.unlink(missing_ok=True)
    with Writer(making, "benchmark") as writer:
        for extraction in varied(pool, count):
            writer.add(extraction, _Known(Path(extraction.report.name), 0, 0))
    making.rename(db)
    print(f"{count} 份：{time.perf_counter() - begun:.0f} 秒写成，{db.stat().st_size / 1e6:.0f} MB")


def _extracted(seed: int) -> Extraction:
    return extract_report(generate(seed).report())


@dataclass(frozen=True)
class _Known(Source):
    """A file that there is none of: its name stands for its content."""

    @cached_property
    def sha256(self) -> str:
        return self.name


def varied(pool: Sequence[Extraction], count: int) -> Iterator[Extraction]:
    """`count` extractions, each one of the pool under the name of another organisation or year."""
    organisations = ["".join(parts) for parts in product(_PLACES, _AREAS, _OFFICES)]
    Random(0).shuffle(organisations)
    papers = [(organisation, year) for organisation in organisations for year in YEARS]
    for number in range(count):
        organisation, year = papers[number % len(papers)]
        yield _renamed(pool[number % len(pool)], f"{number:06d}-{organisation}{year}.txt", organisation, year)


def _renamed(made: Extraction, name: str, organisation: str, year: int) -> Extraction:
    later = year - (made.year or year)

    def moved(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(replace(record, year=(record.year or year) + later) for record in records)

    def explained(records: tuple[E, ...]) -> tuple[E, ...]:
        return tuple(replace(record, causes=moved(record.causes)) for record in moved(records))

    return replace(
        made,
        report=replace(made.report, name=name),
        organisation=organisation,
        year=year,
        amounts=moved(made.amounts),
        variances=explained(made.variances),
        projects=moved(made.projects),
        indicators=explained(made.indicators),
        findings=moved(made.findings),
    )


def measure(index: Index) -> dict[str, list[float]]:
    """Milliseconds of every search and every question, by kind, in the order asked."""
    random = Random(1)
    ids = [row[0] for row in index.select("SELECT id FROM documents")]
    words = Words(index, [random.choice(ids) for _ in range(QUERIES)], random)
    searches: dict[str, Callable[[], str]] = {
        "任意 2–6 字": words.term,
        "原因里的词": words.cause,
        "两个词": lambda: f"{words.cause()} {words.term()}",
        "或、非": lambda: f"({words.cause()} OR {words.cause()}) -{words.term()}",
        "按年份和单位": lambda: f"{words.cause()} 年份:{random.choice(YEARS)} 单位:{random.choice(_OFFICES)}",
        "按科目": lambda: f"{words.cause()} 科目:{words.subject()}",
        "按类别": lambda: f"{words.term()} 类别:{words.category()}",
        "同义": lambda: f"~{words.cause()}",
    }
    times = {}
    for kind, query in searches.items():
        times[f"search {kind}"] = _times(index.search, query)
    times["分面 任意 2–6 字"] = _times(partial(index.search, facets=True), words.term)
    times["相似 原因"] = _times(index.alike, words.explanation)
    for kind, question in QUESTIONS.items():
        times[f"ask {kind}"] = _times(partial(ask, index), partial(words.question, question))
    return times


class Words:
    """Words that reports of the index hold, drawn at random."""

    def __init__(self, index: Index, documents: Sequence[int], random: Random) -> None:
        self.random = random
        self.documents = [index.document(document) for document in documents]
        self.passages = [passage for document in documents for passage in index.passages(document)]
        self.reasons = [row for document in documents for row in index.reasons(Filter(documents=[document]))]

    def term(self) -> str:
        """Two to six characters of a passage."""
        while True:
            text = self.random.choice(self.passages).text
            at, size = self.random.randrange(len(text)), self.random.randint(2, 6)
            term = text[at : at + size]
            if len(term) > 1 and term.isalnum():
                return term

    def cause(self) -> str:
        """Four characters of an explanation."""
        while True:
            text = self.random.choice(self.reasons).reason or ""
            at = self.random.randrange(max(1, len(text) - 4))
            if text[at : at + 4].isalnum():
                return text[at : at + 4]

    def explanation(self) -> str:
        """A whole explanation."""
        return self.random.choice(self.reasons).reason or ""

    def subject(self) -> str:
        """The last name of a subject that is explained."""
        return self.random.choice(self.reasons).subject.rsplit("/", 1)[-1]

    def category(self) -> str:
        """A category that a reason has."""
        return self.random.choice(self.reasons).category or ""

    def question(self, form: str) -> str:
        """The form filled from one explained comparison."""
        row = self.random.choice(self.reasons)
        leaf = row.subject.rsplit("/", 1)[-1]
        return form.format(org=row.organisation, year=row.year, subject=leaf, category=row.category)


def _times(work: Callable[[str], object], words: Callable[[], str]) -> list[float]:
    """Milliseconds that each of QUERIES calls takes, each for other words."""
    taken = []
    for each in [words() for _ in range(QUERIES)]:
        begun = time.perf_counter()
        work(each)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def show(count: int, db: Path, times: dict[str, list[float]]) -> None:
    """Print the figures as a table."""
    title = f"{commit()}：{count} 份报告，{db.stat().st_size / 1e6:.0f} MB，每种 {QUERIES} 次，毫秒"
    shown = Table("", "中位数", "95%", "最慢", title=title, title_justify="left")
    for column in shown.columns[1:]:
        column.justify = "right"
    whole = {
        f"{kind} 合计": [each for name, taken in times.items() if name.startswith(kind) for each in taken]
        for kind in _KINDS
    }
    for name, taken in {**times, **whole}.items():
        shown.add_row(name, f"{median(taken):.1f}", f"{quantiles(taken, n=20)[-1]:.1f}", f"{max(taken):.1f}")
    Console(width=100).print(shown)


_KINDS = ("search", "ask")

if __name__ == "__main__":
    main()
