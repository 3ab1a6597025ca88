"""Accuracy by kind of record: `python -m benchmarks.accuracy [--show N] [--generated N]`; writes docs/accuracy.md.

Over the reports that have gold (corpus, the former blind sets, ../shared where it is there) and over generated reports.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.generated import Outcome, outcomes_of, scores_by_style, summary, together
from benchmarks.kinds import f1_table, table
from benchmarks.places import PROJECT, Collection, collections, commit, former_blind_sets
from benchmarks.score import Row, Score, score
from extractor import extract

PAGE = PROJECT / "docs" / "accuracy.md"
RUNS = PROJECT / "benchmarks" / "blind" / "runs.toml"
INTRODUCTION = """# 准确率

由 `make bench`（`python -m benchmarks.accuracy`）写出，请勿手改。版本：{commit}。

数字是正文事实、表格金额与人工标注相比的结果：
P 准确率（给出的有多少是对的），R 召回率（该有的找到多少），F1 两者的调和平均。
一条金额要科目、口径、年度、数值、单位全对才算对；一条增减比较要科目、基期、方向和印出的每个数都对；
原因要与原文九成以上相同；表格里的一格要行（编码，没有编码的按名称）、列、表名、口径、年度、数值、单位全对，只比有标注的表。
标注与比法见 [benchmarks/score.py](../benchmarks/score.py)。

- **虚构语料**：[corpus/](../corpus)，八份自写的短报告，模仿八种地区写法。
  写法是照着已知的样式编的，陌生报告上的分数会低一些。
- **曾经的盲测**：[benchmarks/blind](../benchmarks/blind)，由没读过抽取规则的人写成并标注。第一次跑出的数字在
  [blind.md](blind.md)，那才是陌生报告上该预期的；这里是看过之后的，只说明没有退步。
- **生成的报告**：[tests/generator](../tests/generator) 随机拼出的，写法、数字、断行、空格、页眉各不相同。
- **真实报告**：项目旁的 `../shared`，没有就不测。抽取规则是看着这些报告写成的，也不是盲测。

没有见过的写法会漏；绑定不上科目的数字不猜，记在 `juesuan stats` 里。

In English: precision, recall and F1 of narrative records and table cells, by kind. None of these is a blind test: the
figures to expect of an unknown report are the first runs in blind.md.
"""


def scores_of(collection: Collection) -> dict[str, dict[str, Score]]:
    """The scores of a collection's reports by document name, and of all of them together under "合计"."""
    gold, got, by_document = [], [], {}
    for report, labels in collection.with_gold():
        wanted, given = list(rows(labels)), list(extract(report).rows())
        by_document[report.name] = score(wanted, given)
        gold += wanted
        got += given
    return {**by_document, "合计": score(gold, got)}


def rows(labels: Path) -> Iterator[Row]:
    """The records of a gold file."""
    with labels.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def differences(scores: dict[str, Score], limit: int) -> Iterator[str]:
    """Up to `limit` missed and extra records of each kind, a line each."""
    for kind, one in scores.items():
        for side, records in (("漏", one.missed), ("多", one.extra)):
            yield from (f"{kind} {side} {_brief(record)}" for record in records[:limit])


def _brief(record: Row) -> str:
    unwanted = ("record", "source", "start", "end", "yuan")
    kept: dict[str, Any] = {k: v for k, v in record.items() if v not in (None, "") and k not in unwanted}
    return json.dumps(kept, ensure_ascii=False)


def page(measured: Iterable[tuple[Collection, dict[str, dict[str, Score]]]], made: list[Outcome]) -> str:
    """The text of docs/accuracy.md."""
    lines = [INTRODUCTION.format(commit=commit()), *first_runs()]
    for collection, scores in measured:
        lines += [f"## {collection.name}", "", *table(scores["合计"]), "", "F1，按报告：", ""]
        lines += [*f1_table("报告", scores), ""]
    if made:
        lines += [f"## 生成的报告（{len(made)} 份）", "", *table(together(made)), "", "F1，按写法：", ""]
        lines += [*f1_table("写法（份数）", scores_by_style(made)), "", *(f"{line}  " for line in summary(made)), ""]
    return "\n".join(lines)


def first_runs() -> list[str]:
    """The blind sets as they came out when nobody had looked at them, and what was changed afterwards."""
    runs = tomllib.loads(RUNS.read_text(encoding="utf-8"))["run"]
    scores = {
        f"{run['name']}（{run['commit']}）": {kind: Score(*counts) for kind, counts in run["kinds"].items()}
        for run in runs
    }
    changed = [f"- {run['name']}：{run['changed']}。" for run in runs]
    return [
        "## 盲测，第一次跑出的（F1）",
        "",
        *f1_table("报告（版本）", scores),
        "",
        "看过之后改了：",
        "",
        *changed,
        "",
    ]


def main() -> None:
    """Measure, print, write the page."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", type=int, default=0, metavar="N", help="up to N differences of each kind")
    options.add_argument("--generated", type=int, default=500, metavar="N", help="how many generated reports")
    chosen = options.parse_args()
    measured = [(collection, scores_of(collection)) for collection in [*collections(), *former_blind_sets()]]
    text = page(measured, outcomes_of(range(chosen.generated)))
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    for _, scores in measured:
        print(*differences(scores["合计"], chosen.show), sep="\n")


if __name__ == "__main__":
    main()
