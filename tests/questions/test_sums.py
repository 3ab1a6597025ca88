"""Sums count every item once: no total beside its parts, no fact twice because the text and a table both tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.questions import ask
from extractor.records import Amount
from extractor.report import Extraction
from extractor.store import open_index
from tests.made import made, made_index

CLASSES = ("教育支出", "农林水支出", "住房保障支出")
MIDDLES = ("普通教育", "水利")
ITEMS = ("行政运行", "事业运行", "防汛")
TOTAL = "一般公共预算财政拨款支出"

paths = st.tuples(st.sampled_from(CLASSES), st.sampled_from(MIDDLES), st.sampled_from(ITEMS)).map("/".join)
places = st.sets(st.sampled_from(["text", "table"]), min_size=1)
cents = st.integers(1, 10**6) | st.sampled_from([100, 200])
# A table, where there is one, has every item; the text has all or some.
tabled = st.dictionaries(
    paths, st.tuples(cents, st.sampled_from([{"text", "table"}, {"table"}])), min_size=1, max_size=8
)
written = st.dictionaries(paths, st.tuples(cents, st.just({"text"})), min_size=1, max_size=8)
above = st.dictionaries(st.sampled_from(["class", "middle", "total"]), places)


def told(items: dict[str, tuple[int, set[str]]], sums: dict[str, set[str]]) -> Iterable[tuple[str, int, str]]:
    """Subject, cents and place of every figure that a report with these items and these sums of them prints."""
    whole: dict[tuple[str, str], int] = {}
    for path, (cost, where) in items.items():
        yield from ((path, cost, place) for place in where)
        class_, middle, _ = path.split("/")
        for level, name in (("class", class_), ("middle", f"{class_}/{middle}"), ("total", TOTAL)):
            whole[level, name] = whole.get((level, name), 0) + cost
    for (level, name), cost in whole.items():
        yield from ((name, cost, place) for place in sums.get(level, ()))


def report(items: dict[str, tuple[int, set[str]]], sums: dict[str, set[str]]) -> Extraction:
    """A report that prints them, each in a line of its own."""
    text, amounts = "青溪县档案馆2022年度部门决算\n", []
    for subject, cost, place in told(items, sums):
        value = f"{Decimal(cost) / 100:.2f}"
        quote = f"{subject.rsplit('/', 1)[-1]}{value}万元"
        amounts.append(
            Amount(
                document="a.txt",
                year=2022,
                source="narrative" if place == "text" else "table",
                subject=subject,
                measure="决算数",
                value=value,
                unit="万元",
                yuan=str(cost * 100),
                page=None,
                start=len(text),
                end=len(text) + len(quote),
                quote=quote,
            )
        )
        text += quote + "\n"
    whole = made("a.txt")
    return replace(
        whole, report=replace(whole.report, text=text, pages=()), passages=(), sections=(), amounts=tuple(amounts),
        variances=(), projects=(), indicators=(), findings=(), unbound=(),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(tabled | written, above)
@example({"教育支出/普通教育/行政运行": (1, {"text", "table"}), "教育支出/水利/行政运行": (1, {"table"})}, {})
def test_items_add_up_to_what_was_spent(
    tmp_path_factory: pytest.TempPathFactory, items: dict[str, tuple[int, set[str]]], sums: dict[str, set[str]]
) -> None:
    db: Path = made_index(tmp_path_factory.mktemp("sums") / "index.db", report(items, sums))
    spent = Decimal(sum(cost for cost, _ in items.values())) / 100
    with open_index(db) as index:
        answer = ask(index, "青溪县档案馆2022年各科目的决算数一共是多少")
        assert answer.figure is not None and Decimal(answer.figure.value) == spent
        assert {row["subject"] for row in answer.rows} == set(items)
        if "class" in sums:
            classes = ask(index, "青溪县档案馆2022年各类支出的决算数一共是多少")
            assert classes.figure is not None and Decimal(classes.figure.value) == spent
