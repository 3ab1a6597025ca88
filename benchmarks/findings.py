"""Findings measured: `python -m benchmarks.findings [--reports] [--corrupt 500] [--clean 500] [--start SEED] [--show N]`.

--reports: which findings of ../shared/gold are covered, document by document, and every finding that is printed.
--corrupt: consistent generated reports with one place corrupted; how many are detected, by kind of corruption.
--clean: the same reports uncorrupted; how many have an error or a warning.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

from benchmarks.corruption import Corrupted, clean_report, corrupt
from extractor.checks import check
from extractor.extraction import extract, extract_report
from extractor.records import Finding

SHARED = Path(__file__).parents[2] / "shared"
TOLD = ("error", "warning")


@dataclass(frozen=True)
class Tried:
    """One corruption: what was done, what was found that is not found in the report as it was."""

    done: Corrupted
    new: tuple[Finding, ...]

    @property
    def detected(self) -> bool:
        """Whether an error or a warning came up."""
        return any(one.severity in TOLD for one in self.new)

    @property
    def placed(self) -> bool:
        """Whether the evidence of one of them is at the corrupted place: the figure itself, or right behind a word."""
        start, end = self.done.start - 30, self.done.end + 30
        spans = [span for one in self.new if one.severity in TOLD for span in one.evidence]
        return any(first < end and start < last for first, last in spans)


def try_corruption(seed: int) -> Tried | None:
    """The report of a seed, corrupted; None where its text has no such place."""
    report = clean_report(seed)
    done = corrupt(report, seed)
    if done is None:
        return None
    before = {(one.rule, one.message) for one in check(extract_report(report))}
    found = check(extract_report(done.report))
    return Tried(done, tuple(one for one in found if (one.rule, one.message) not in before))


def try_clean(seed: int) -> tuple[int, tuple[Finding, ...]]:
    """The findings of a consistent report."""
    return seed, check(extract_report(clean_report(seed)))


def corruptions(seeds: range, processes: int, show: int) -> Iterator[str]:
    """A Markdown table of detection by kind, and the corruptions that were not detected."""
    with Pool(processes) as pool:
        tried = [one for one in pool.imap(try_corruption, seeds, chunksize=10) if one is not None]
    yield "| 改动 | 次数 | 发现 | 占 | 证据指到改动处 | 有据可对的 | 发现 | 占 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    kinds = [*dict.fromkeys(sorted(one.done.kind for one in tried)), "合计"]
    for kind in kinds:
        own = [one for one in tried if kind in (one.done.kind, "合计")]
        detected, placed = sum(one.detected for one in own), sum(one.placed for one in own)
        able = [one for one in own if one.done.checkable]
        found = sum(one.detected for one in able)
        cells = (kind, len(own), detected, f"{detected / len(own):.3f}", placed, len(able), found)
        yield f"| {' | '.join(map(str, cells))} | {found / max(len(able), 1):.3f} |"
    yield ""
    for one in [one for one in tried if not one.detected][:show]:
        yield f"未发现{'' if one.done.checkable else '（无据可对）'}：种子{one.done.seed} {one.done.kind} {one.done.what}"


def clean(seeds: range, processes: int, show: int) -> Iterator[str]:
    """How many consistent reports get an error, a warning; and which."""
    with Pool(processes) as pool:
        found = list(pool.imap(try_clean, seeds, chunksize=10))
    for severity in (*TOLD, "note"):
        number = sum(any(one.severity == severity for one in own) for _, own in found)
        yield f"无改动的 {len(found)} 份：有 {severity} 的 {number} 份（{number / len(found):.3f}）"
    rules = Counter(one.rule for _, own in found for one in own if one.severity in TOLD)
    yield "按规则：" + "、".join(f"{rule} {count}" for rule, count in rules.most_common())
    told = [(seed, one) for seed, own in found for one in own if one.severity in TOLD]
    for seed, one in told[:show]:
        yield f"误报：种子{seed} {one.severity} [{one.rule}] {one.message}"


def reports() -> Iterator[str]:
    """Coverage of the gold findings, then every finding."""
    for path in sorted((SHARED / "reports").iterdir()):
        found = check(extract(path))
        gold_file = SHARED / "gold" / f"{path.stem}.jsonl"
        lines = gold_file.read_text(encoding="utf-8").splitlines() if gold_file.exists() else []
        gold = [row for row in map(json.loads, lines) if row["record"] == "finding"]
        covered = [row for row in gold if any(_covers(one, row) for one in found)]
        yield f"== {path.name}：印出 {len(found)} 条；标注 {len(gold)} 条，覆盖 {len(covered)} 条"
        yield from (f"   未覆盖：[{row['rule']}] {row['message']}" for row in gold if row not in covered)
        yield from (
            f"   {one.severity} [{one.rule}] {f'第{one.page}页 ' if one.page else ''}{one.message}" for one in found
        )


def _covers(one: Finding, gold: dict[str, object]) -> bool:
    """Whether a finding speaks of what a gold finding does: on its page, of its figures or in its words."""
    said = f"{one.message}|{one.expected}|{one.observed}"
    wanted = f"{gold['message']}|{gold['expected']}|{gold['observed']}"
    near = one.page is None or gold["page"] is None or abs(int(str(gold["page"])) - one.page) <= 1
    figures = set(re.findall(r"\d+\.\d+", said)) & set(re.findall(r"\d+\.\d+", wanted))
    words = {wanted[at : at + 4] for at in range(len(wanted) - 3)} & {said[at : at + 4] for at in range(len(said) - 3)}
    words = {word for word in words if re.fullmatch(r"[一-龥]{4}", word)}
    return len(figures) > 1 or len(words) > 5 or (near and (bool(figures) or len(words) > 1))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", action="store_true")
    options.add_argument("--corrupt", type=int, default=0, metavar="N")
    options.add_argument("--clean", type=int, default=0, metavar="N")
    options.add_argument("--start", type=int, default=0, metavar="SEED")
    options.add_argument("--show", type=int, default=20, metavar="N")
    options.add_argument("--processes", type=int, default=2)
    said = options.parse_args()
    if said.reports or not (said.corrupt or said.clean):
        print(*reports(), sep="\n")
    if said.clean:
        print(*clean(range(said.start, said.start + said.clean), said.processes, said.show), sep="\n")
    if said.corrupt:
        print(*corruptions(range(said.start, said.start + said.corrupt), said.processes, said.show), sep="\n")


if __name__ == "__main__":
    main()
