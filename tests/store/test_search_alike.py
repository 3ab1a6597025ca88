"""Reasons like a given one, and ending a query."""

from __future__ import annotations

import dataclasses
import threading
import time

import pytest

from extractor.store.index import Filter, Index, Interrupted


def test_like_a_reason_are_others_of_its_words(index: Index) -> None:
    first = index.reasons(Filter(year=2022, subject="行政运行"))[0]
    found = index.alike(first.id)
    assert found and first.id not in [row.reason.id for row in found]
    assert found[0].reason.reason == first.reason and found[0].likeness == 100
    likeness = [row.likeness for row in found]
    assert all(30 <= value <= 100 for value in likeness)
    assert "人员调动，缴存人数减少" in [row.reason.reason for row in found]


def test_like_a_text(index: Index) -> None:
    found = index.alike("年中追加了防汛资金", limit=2)
    assert [row.reason.reason for row in found] == ["年中追加防汛专项资金"] * 2
    assert index.alike("年中追加了防汛资金", wanted=Filter(year=2023))[0].reason.year == 2023
    assert index.alike("年中追加了防汛资金", wanted=Filter(documents=[found[0].reason.document_id]), limit=1)


def test_the_same_category_is_preferred(index: Index) -> None:
    categories = [row.reason.category for row in index.alike("因人员退休，缴存减少")]
    assert categories and categories[0] == "人员变动"


@pytest.mark.parametrize("text", ["", "。", "x", "与此毫无关系的话", '" OR (', "年" * 5000])
def test_any_text_is_taken(index: Index, text: str) -> None:
    assert all(dataclasses.is_dataclass(row) for row in index.alike(text))


SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_query_is_ended_from_another_thread(index: Index) -> None:
    ended: list[BaseException] = []

    def run() -> None:
        try:
            index.select(SLOW)
        except Exception as wrong:
            ended.append(wrong)

    thread = threading.Thread(target=run)
    thread.start()
    begun = time.monotonic()
    while thread.is_alive() and time.monotonic() - begun < 5:
        index.interrupt()
        time.sleep(0.05)
    thread.join(1)
    assert [type(wrong) for wrong in ended] == [Interrupted]
    assert index.search("人员调动").total == 4
