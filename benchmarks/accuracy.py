"""Accuracy against gold, by kind of record: `python -m benchmarks.accuracy [--show N]`; writes docs/accuracy.md."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.places import PROJECT, Collection, collections, commit
from benchmarks.score import Row, Score, score
from extractor import extract

PAGE = PROJECT / "docs" / "accuracy.md"
KINDS = {
    "amount": "金额与数量",
    "table": "表格金额",
    "variance": "增减比较",
    "reason": "原因（逐字）",
    "category": "原因类别",
    "project": "绩效项目",
    "indicator": "绩效指标",
    "quote": "引文可核对",
}
INTRODUCTION = """# 准确率

由 `make bench`（`python -m benchmarks.accuracy`）写出，请勿手改。版本：{commit}。

数字是正文事实、表格金额与人工标注相比的结果：
P 准确率（给出的有多少是对的），R 召回率（该有的找到多少），F1 两者的调和平均。
一条金额要科目、口径、年度、数值、单位全对才算对；一条增减比较要科目、基期、方向和印出的每个数都对；
原因要与原文九成以上相同；表格里的一格要行（编码，没有编码的按名称）、列、表名、口径、年度、数值、单位全对，只比有标注的表。
标注与比法见 [benchmarks/score.py](../benchmarks/score.py)。

- **虚构语料**：[corpus/](../corpus)，八份自写的短报告，模仿八种地区写法。
  写法是照着已知的样式编的，陌生报告上的分数会低一些。
- **真实报告**：项目旁的 `../shared`，没有就不测。抽取规则是看着这些报告写成的，也不是盲测。

没有见过的写法会漏；绑定不上科目的数字不猜，记在 `juesuan stats` 里。

In English: precision, recall and F1 of narrative records and table cells against hand labels, by kind; neither set is a
blind test.
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


def table(scores: dict[str, Score]) -> Iterator[str]:
    """The lines of a Markdown table, a row a kind."""
    yield "| 记录 | 对 | 标注 | 给出 | P | R | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind, one in ((kind, scores[kind]) for kind in KINDS if kind in scores):
        shares = " | ".join(f"{share:.3f}" for share in (one.precision, one.recall, one.f1))
        yield f"| {KINDS[kind]} | {one.right} | {one.wanted} | {one.given} | {shares} |"


def by_document(scores: dict[str, dict[str, Score]]) -> Iterator[str]:
    """The lines of a Markdown table with the F1 of each document."""
    yield f"| 报告 | {' | '.join(KINDS.values())} |"
    yield f"|---|{'---:|' * len(KINDS)}"
    for document, kinds in scores.items():
        cells = (f"{kinds[kind].f1:.3f}" if kind in kinds else "–" for kind in KINDS)
        yield f"| {document} | {' | '.join(cells)} |"


def differences(scores: dict[str, Score], limit: int) -> Iterator[str]:
    """Up to `limit` missed and extra records of each kind, a line each."""
    for kind, one in scores.items():
        for side, records in (("漏", one.missed), ("多", one.extra)):
            yield from (f"{kind} {side} {_brief(record)}" for record in records[:limit])


def _brief(record: Row) -> str:
    unwanted = ("record", "source", "start", "end", "yuan")
    kept: dict[str, Any] = {k: v for k, v in record.items() if v not in (None, "") and k not in unwanted}
    return json.dumps(kept, ensure_ascii=False)


def page(measured: Iterable[tuple[Collection, dict[str, dict[str, Score]]]]) -> str:
    """The text of docs/accuracy.md."""
    lines = [INTRODUCTION.format(commit=commit())]
    for collection, scores in measured:
        lines += [f"## {collection.name}", "", *table(scores["合计"]), "", "F1，按报告：", "", *by_document(scores), ""]
    return "\n".join(lines)


def main() -> None:
    """Measure, print, write the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", type=int, default=0, metavar="N", help="up to N differences of each kind")
    show = options.parse_args().show
    measured = [(collection, scores_of(collection)) for collection in collections()]
    text = page(measured)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    for _, scores in measured:
        print(*differences(scores["合计"], show), sep="\n")


if __name__ == "__main__":
    main()
