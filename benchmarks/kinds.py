"""The kinds of record that are scored, and scores as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from benchmarks.score import Score

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


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    """The lines of a Markdown table, a row a kind."""
    yield "| 记录 | 对 | 标注 | 给出 | P | R | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for kind, one in ((kind, scores[kind]) for kind in KINDS if kind in scores):
        shares = " | ".join(f"{share:.3f}" for share in (one.precision, one.recall, one.f1))
        yield f"| {KINDS[kind]} | {one.right} | {one.wanted} | {one.given} | {shares} |"


def f1_table(what: str, scores: Mapping[str, Mapping[str, Score]]) -> Iterator[str]:
    """The lines of a Markdown table with the F1 of each kind, a row for each `what`."""
    yield f"| {what} | {' | '.join(KINDS.values())} |"
    yield f"|---|{'---:|' * len(KINDS)}"
    for name, kinds in scores.items():
        cells = (f"{kinds[kind].f1:.3f}" if kind in kinds else "–" for kind in KINDS)
        yield f"| {name} | {' | '.join(cells)} |"
