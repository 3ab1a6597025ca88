"""Accuracy over generated reports: `python -m benchmarks.generated --count 500 [--start SEED] [--show N]`.

Prints the table by kind, F1 by style, the most frequent failures with their text, and the worst report.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool

from benchmarks.kinds import KINDS, f1_table, table
from benchmarks.score import Row, Score, score
from extractor.extraction import extract_report
from tests.generator import Generated, generate


@dataclass(frozen=True)
class Outcome:
    """One generated report: what was found of what it states, and what is wrong with the places."""

    made: Generated
    scores: dict[str, Score]
    unplaced: int
    unchecked: tuple[str, ...] = ()

    @property
    def worst(self) -> float:
        """The F1 of its worst kind."""
        return min(one.f1 for one in self.scores.values())

    @property
    def wrong(self) -> int:
        """How many records were missed or invented."""
        return sum(len(one.missed) + len(one.extra) for one in self.scores.values())


def run(seed: int) -> Outcome:
    """Generate the report of a seed, extract it, score it."""
    made = generate(seed)
    extraction = extract_report(made.report())
    rows = list(extraction.rows())
    unplaced = sum(made.text[row["start"] : row["end"]] != row["quote"] for row in rows)
    return Outcome(made, score(made.records, rows), unplaced, extraction.unchecked)


def together(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """The scores of all reports as one."""
    kinds: dict[str, list[Score]] = defaultdict(list)
    for outcome in outcomes:
        for kind, one in outcome.scores.items():
            kinds[kind].append(one)
    return {kind: _sum(kinds[kind]) for kind in KINDS if kind in kinds}


def _sum(scores: list[Score]) -> Score:
    return Score(
        sum(one.right for one in scores), sum(one.wanted for one in scores), sum(one.given for one in scores),
        tuple(row for one in scores for row in one.missed), tuple(row for one in scores for row in one.extra),
    )  # fmt: skip


def scores_by_style(outcomes: list[Outcome]) -> dict[str, dict[str, Score]]:
    """The scores of each style, under its name and how many reports are written in it."""
    styles: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        styles[outcome.made.style.partition("（")[0]].append(outcome)
    return {f"{style}（{len(own)}）": together(own) for style, own in sorted(styles.items())}


def outcomes_of(seeds: Sequence[int], processes: int = 2) -> list[Outcome]:
    """The outcomes of the reports of these seeds, in their order."""
    with Pool(processes) as pool:
        return pool.map(run, seeds, chunksize=10)


def summary(outcomes: list[Outcome]) -> Iterator[str]:
    """The worst report, how many records do not stand where they say, rules of the checks that failed."""
    worst = max(outcomes, key=lambda outcome: (outcome.wrong, -outcome.worst))
    yield f"最差的一份：种子 {worst.made.seed}，{worst.made.style}，{worst.wrong} 处错"
    yield f"偏移不符：{sum(outcome.unplaced for outcome in outcomes)} 处"
    yield from (f"种子 {outcome.made.seed}：{said}" for outcome in outcomes for said in outcome.unchecked)


def failures(outcomes: list[Outcome], limit: int) -> Iterator[str]:
    """The most frequent failures: style, kind, missed or extra, subject, measure; with one example each."""
    counts: Counter[tuple[str, ...]] = Counter()
    examples: dict[tuple[str, ...], str] = {}
    for outcome in outcomes:
        style = outcome.made.style.partition("（")[0]
        for kind, one in outcome.scores.items():
            for side, rows in (("漏", one.missed), ("多", one.extra)):
                for row in rows:
                    about = str(row.get("measure") or row.get("compared_with") or "")
                    key = (style, kind, side, _subject(row), about)
                    counts[key] += 1
                    examples.setdefault(key, f"种子{outcome.made.seed}：{_brief(row)}")
    for what, count in counts.most_common(limit):
        yield f"{count:4d} {' '.join(what)}\n     {examples[what]}"


def _subject(row: Row) -> str:
    subject = str(row.get("subject") or row.get("indicator") or row.get("project") or "")
    return "（项）" if subject.count("/") > 1 else subject


def _brief(row: Row) -> str:
    left_out = ("record", "document", "source", "start", "end", "page", "yuan", "text")
    return str({name: value for name, value in row.items() if value not in (None, "", ()) and name not in left_out})


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--start", type=int, default=0, metavar="SEED")
    options.add_argument("--show", type=int, default=20, metavar="N", help="the N most frequent failures")
    options.add_argument("--processes", type=int, default=2)
    said = options.parse_args()
    outcomes = outcomes_of(range(said.start, said.start + said.count), said.processes)
    print(*table(together(outcomes)), "", *f1_table("写法（份数）", scores_by_style(outcomes)), "", sep="\n")
    print(*failures(outcomes, said.show), "", *summary(outcomes), sep="\n")


if __name__ == "__main__":
    main()
