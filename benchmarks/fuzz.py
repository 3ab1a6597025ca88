"""Fuzzing: `python -m benchmarks.fuzz [--target NAME] [--seconds 60] [--start SEED]`.

Whole reports and files are broken at random places, seed by seed, and given to each stage. What must hold: no
exception but those a user is told of, quotes that stand where they say, no rule of the checks that fails. A failure
is printed with its seed; the same seed does the same harm again.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

from benchmarks.corruption import clean_report
from extractor.errors import JuesuanError
from extractor.extraction import extract_report
from extractor.language.numbers import money_units, plain, tolerance, yuan
from extractor.pipeline import index_paths
from extractor.questions import ask
from extractor.readers import read
from extractor.report import Page, Report, Table, Unreadable
from extractor.store import Index, open_index
from extractor.structure.flow import normalise

ROOT = Path(__file__).parents[1]
# Pieces that have broken something somewhere: signs, separators, units, markers, brackets, other scripts.
PIECES = (
    *"0123456789.,，。；：、（）()%％-—+“”\"'\n\f\t\0 　", "万元", "亿元", "元", "万", "为", "比上年", "增加", "减少", "增长", "下降", "其中：",
    "完成年初预算的", "支出决算", "年初预算", "主要原因是", "（类）", "（款）", "（项）", "一、", "（一）", "1.", "2023年度", "-", "0.00", "１２．３", "1,234.56",
    "9" * 40, "〔2023〕", "各", "均为", "占", "无", "預算", "(yù)", "\ud7ff", "\u200b", "\u202e", "é", "𠀀", "=1+1", "<b>", "[red]",
)  # fmt: skip
QUESTIONS = (
    "2023年三公经费支出是多少", "哪些科目因为人员变动没有完成年初预算", "基本支出占支出合计的比例", "接待费比上年减少了多少，为什么",
    "超过100万元的采购有哪些", "甲局和乙局的机关运行经费谁更多", "2021到2023年培训费的合计", "绩效得分低于90分的项目",
)  # fmt: skip


def broken(text: str, random: Random, most: int = 12) -> str:
    """A text with up to `most` slices left out, doubled, moved, turned or replaced by pieces."""
    for _ in range(random.randint(1, most)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 1, 1, 2, 5, 20, 200)))
        piece = "".join(random.choice(PIECES) for _ in range(random.randint(1, 4)))
        to = random.randint(0, len(text))
        text = random.choice((
            text[:start] + text[end:], text[:end] + text[start:], text[:start] + piece + text[end:],
            text[:start] + text[start:end][::-1] + text[end:], text[:to] + text[start:end] + text[to:],
        ))  # fmt: skip
    return text


def numbers(random: Random) -> None:
    """The number parser: what it takes it gives back exactly."""
    printed = "".join(random.choice("0123456789,. ") for _ in range(random.randint(1, 24)))
    value = plain(normalise(printed))
    try:
        exact = Decimal(value)
    except InvalidOperation:
        return
    for unit, factor in money_units().items():
        assert Decimal(yuan(value, unit) or "nan") == exact * Decimal(factor) or len(value) > 24
    assert tolerance(value) >= 0


def binder(random: Random) -> None:
    """The clause binder and all before it: sentences of reports, broken and put together anew."""
    lines = clean_report(random.randint(0, 4000)).text.splitlines(keepends=True)
    random.shuffle(lines)
    _extracted(_report(broken("".join(lines[: random.randint(1, 30)]), random), random))


def checks(random: Random) -> None:
    """Whole reports with tables and pages, broken: every rule of the checks ends well."""
    report = clean_report(random.randint(0, 4000))
    _extracted(_report(broken(report.text, random, 30), random, report.tables))


def _report(text: str, random: Random, tables: tuple[Table, ...] = ()) -> Report:
    cuts = sorted({0, len(text), *(random.randint(0, len(text)) for _ in range(random.randint(0, 4)))})
    pages = tuple(Page(at, start, end) for at, (start, end) in enumerate(pairwise(cuts), 1))
    made = []
    for table in tables:  # the cells as they were, broken too, over a span that may hold anything
        cells = tuple(
            tuple(
                broken(cell, random, 1) if cell and random.random() < 0.1 else cell
                for cell in row[: random.randint(0, 9)]
            )
            for row in table.cells
        )
        start = random.randint(0, len(text))
        made.append(Table(cells, start, random.randint(start, len(text))))
    return Report(
        "碎.txt", "txt", "0", text, pages if random.random() < 0.7 else (), tuple(made), random.random() < 0.5
    )


def _extracted(report: Report) -> None:
    extraction = extract_report(report)
    assert extraction.unchecked == (), extraction.unchecked
    for row in extraction.rows():
        assert report.text[row["start"] : row["end"]] == row["quote"], row
    for finding in extraction.findings:
        assert all(0 <= start <= end <= len(report.text) for start, end in finding.evidence), finding


@cache
def _files() -> tuple[tuple[str, bytes], ...]:
    found = sorted([*(ROOT / "corpus/reports").iterdir(), *(ROOT / "corpus/formats").glob("*.*")])
    return tuple((path.suffix, path.read_bytes()) for path in found if path.is_file())


def readers(random: Random) -> None:
    """Each reader: files with bytes broken, and packages with a part broken."""
    suffix, data = random.choice(_files())
    data = _package(data, random) if data[:2] == b"PK" and random.random() < 0.8 else _bytes(data, random)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(data)
        try:
            report = read(path)
        except Unreadable as refused:
            assert refused.message.endswith("。"), refused.message
            return
    assert all(0 <= page.start <= page.end <= len(report.text) for page in report.pages)
    _extracted(replace(report, text=report.text))


def _bytes(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 40)):
        at = random.randrange(len(changed))
        changed[at : at + random.choice((0, 1, 1, 4, 100))] = random.randbytes(random.choice((0, 1, 1, 4)))
    return bytes(changed)


def _package(data: bytes, random: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        harmed = set(random.sample(names, min(len(names), random.randint(1, 3))))
        for name in names:
            part = old.read(name)
            if name in harmed:
                part = broken(part.decode("utf-8", "replace"), random).encode("utf-8", "replace")
            new.writestr(name, part)
    return out.getvalue()


@cache
def _index() -> Index:
    folder = Path(tempfile.mkdtemp(prefix="juesuan-fuzz"))
    index_paths([ROOT / "corpus/reports"], folder / "index.db")
    return open_index(folder / "index.db")


def questions(random: Random) -> None:
    """The question parser: an answer or a refusal, each in words."""
    question = broken(random.choice(QUESTIONS), random, 5)
    try:
        answer = ask(_index(), question)
    except JuesuanError:
        return
    assert answer is not None


TARGETS: dict[str, Callable[[Random], None]] = {
    "numbers": numbers, "binder": binder, "checks": checks, "readers": readers, "questions": questions,
}  # fmt: skip


def fuzz(name: str, seconds: float, start: int) -> Iterator[str]:
    """Seeds from `start` on, for so many seconds of the processor; the failures, the first of each kind with its trace."""
    seed, failures, ends = start, dict[str, int](), time.process_time() + seconds
    slowest = (0.0, start)
    while time.process_time() < ends:
        begun = time.process_time()
        try:
            TARGETS[name](Random(seed))
        except Exception as wrong:
            where = traceback.extract_tb(wrong.__traceback__)[-1]
            kind = f"{type(wrong).__name__} {where.filename.rpartition('/')[2]}:{where.lineno}"
            if kind not in failures:
                yield f"{name} 种子 {seed}：{kind} {str(wrong)[:300]}"
            failures[kind] = failures.get(kind, 0) + 1
        slowest = max(slowest, (time.process_time() - begun, seed))
        seed += 1
    yield f"{name}：{seed - start} 次，失败 {sum(failures.values())} 次（{len(failures)} 种），最慢 {slowest[0]:.1f} 秒（种子 {slowest[1]}）"


def main() -> None:
    """Fuzz and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--target", choices=list(TARGETS), action="append")
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--start", type=int, default=0, metavar="SEED")
    said = options.parse_args()
    for name in said.target or TARGETS:
        for line in fuzz(name, said.seconds, said.start):
            print(line, flush=True)


if __name__ == "__main__":
    main()
