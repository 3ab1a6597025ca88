"""The score of table cells: a cell counts where its row, its column and its table are right."""

from __future__ import annotations

from typing import Any

from benchmarks.score import Row, score

CELL: Row = {
    **{"record": "amount", "source": "table", "document": "甲.pdf", "year": 2023, "subject": "农林水支出/水利/防汛"},
    **{
        "code": "2130314",
        "measure": "决算数",
        "value": "60.00",
        "unit": "万元",
        "table": "支出决算表",
        "column": "项目支出",
    },
}


def f1(*given: Row, gold: tuple[Row, ...] = (CELL,)) -> float:
    return score(gold, given)["table"].f1


def but(**changed: Any) -> Row:
    return {**CELL, **changed}


def test_a_cell_is_known_by_its_place_in_the_table() -> None:
    assert f1(CELL) == 1
    assert f1(but(value="60")) == 1, "numbers count, not how they are printed"
    assert f1(but(subject="防汛")) == 1, "the code says which row it is"
    wrong = {"column": "基本支出", "measure": "预算数", "year": 2022, "value": "6", "unit": "元", "code": "2130313"}
    for field, value in wrong.items():
        assert f1(but(**{field: value})) == 0, field


def test_a_row_without_a_code_is_known_by_its_name() -> None:
    gold = (but(code=None),)
    assert f1(but(code=None, subject="防汛"), gold=gold) == 1
    assert f1(but(code=None, subject="水利"), gold=gold) == 0


def test_only_tables_that_gold_covers_count() -> None:
    assert f1(CELL, but(table="收入决算表")) == 1
    assert f1(CELL, but(document="乙.pdf")) == 1
    assert f1(CELL, CELL) == 1, "a fact counts once"
    extra = score([CELL], [CELL, but(code="2130399")])["table"]
    assert (extra.right, extra.wanted, extra.given) == (1, 1, 2) and extra.extra[0]["code"] == "2130399"
    assert score([CELL], [])["table"].recall == 0


def test_narrative_records_and_cells_are_scored_apart() -> None:
    said = but(source="narrative", code=None)
    scores = score([CELL, said], [said])
    assert scores["amount"].f1 == 1 and scores["table"].f1 == 0
