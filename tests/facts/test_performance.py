"""Performance in prose and flattened tables: what comes out of small fictional reports, shape by shape."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from extractor.facts.performance import Performance, evaluate
from extractor.facts.performance.pieces import named
from extractor.report import Report, Table
from extractor.structure.outline import outline
from tests.corpus.test_told import indicator, project

CASES = tomllib.loads((Path(__file__).parent / "performance.toml").read_text(encoding="utf-8"))["case"]


def evaluated(text: str, wrapped: bool = False) -> Performance:
    return evaluate(outline(Report("案例.txt", "txt", "", text.strip() + "\n", hard_lines=not wrapped)), 2023)


def rows(performance: Performance) -> list[dict[str, Any]]:
    return [record.row() for record in (*performance.projects, *performance.indicators)]


def differences(case: dict[str, Any]) -> list[str]:
    """What a case wants and does not get, and gets and does not want."""
    left = rows(evaluated(case["text"], case.get("wrapped", False)))
    wrong = []
    for wanted in case["records"]:
        found = next((row for row in left if agree(wanted, row)), None)
        if found is None:
            wrong.append(f"missed {wanted}")
        else:
            left.remove(found)
    kept = ("record", *dict.fromkeys(name for row in case["records"] for name in row), "indicator", "actual", "target")
    return wrong + [f"extra { ({n: row.get(n) for n in kept if row.get(n)}) }" for row in left]


def agree(wanted: dict[str, Any], row: dict[str, Any]) -> bool:
    same = all((row.get(name) or "") == value for name, value in wanted.items())
    return same and (wanted["record"] != "indicator" or row["reason"] == wanted.get("reason"))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_records_of_a_case(case: dict[str, Any]) -> None:
    assert not differences(case)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_quotes_hold_their_values(case: dict[str, Any]) -> None:
    text = case["text"].strip() + "\n"
    for row in rows(evaluated(text, case.get("wrapped", False))):
        assert text[row["start"] : row["end"]] == row["quote"]
        digits = re.sub(r"[^\d.]", "", unicodedata.normalize("NFKC", row["quote"]))
        figures = (
            ("target", "actual", "score", "full_score") if row["record"] == "indicator" else ("budget", "executed")
        )
        for figure in figures:
            assert re.sub(r"[^\d.]", "", row[figure] or "") in digits, (figure, row)


TOLD: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))


def told(case: dict[str, Any]) -> dict[str, list[str]]:
    """All of the records of a case, fields that its `records` leave out too, and where the paragraphs read begin."""
    found = evaluated(case["text"], case.get("wrapped", False))
    return {
        "projects": [project(each) for each in found.projects],
        "indicators": [indicator(each) for each in found.indicators],
        "quotes": [each.quote for each in (*found.projects, *found.indicators)],
        "read": [line[:8] for line in read_of(case["text"], case.get("wrapped", False))],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_all_that_is_told_of_a_case(case: dict[str, Any]) -> None:
    assert told(case) == TOLD[case["id"]]


def read_of(text: str, wrapped: bool = False) -> list[str]:
    structure = outline(Report("案例.txt", "txt", "", text.strip() + "\n", hard_lines=not wrapped))
    return [structure.paragraphs[at].text for at in sorted(evaluate(structure, 2023).read)]


def test_paragraphs_with_other_money_or_counts_stay_with_the_narrative() -> None:
    text = """
十、预算绩效情况说明
组织对4个项目开展绩效自评，涉及资金96.00万元，平均得分95分。
苗圃灌溉项目绩效自评综述：全年预算数10.00万元，执行数9.00万元，完成预算的90%。
河堤巡护项目绩效自评综述：全年预算数8.00万元，其中省级资金3.00万元，执行数8.00万元，完成预算的100%。"""
    assert [line[:4] for line in read_of(text)] == ["苗圃灌溉"]


def test_several_projects_in_a_paragraph_leave_nothing_to_the_narrative() -> None:
    case = next(case for case in CASES if case["id"] == "among-two-projects-with-indicators")
    assert [line[:3] for line in read_of(case["text"])] == ["其中："]


def test_the_cells_of_a_form_are_not_read_as_sentences() -> None:
    form = next(case for case in CASES if case["id"] == "table-cell-a-line-with-bars")
    assert len(read_of(form["text"])) > 10


def test_a_table_that_a_reader_found_is_left_to_the_reader_of_tables() -> None:
    form = next(case for case in CASES if case["id"] == "table-tabs")["text"].strip() + "\n"
    table = Table(cells=(("一级指标",),), start=0, end=len(form))
    report = Report("案例.docx", "docx", "", form, tables=(table,), hard_lines=True)
    found = evaluate(outline(report), 2023)
    assert (found.projects, found.indicators, found.read) == ((), (), frozenset())


def test_an_explanation_is_split_into_causes_with_places_of_their_own() -> None:
    text = (
        "绩效目标完成情况\n数量指标：巡查次数年初指标值20次，实际完成值15次，主要原因是人员调动，同时受疫情影响暂停。\n"
    )
    structure = outline(Report("案例.txt", "txt", "", text, hard_lines=True))
    (indicator,) = evaluate(structure, 2023).indicators
    assert [(c.category, c.rank, c.compared_with) for c in indicator.causes] == [
        ("人员变动", 1, "指标值"),
        ("疫情影响", 2, "指标值"),
    ]
    assert all(
        text[c.start : c.end] == c.quote and c.text in indicator.reason for c in indicator.causes if indicator.reason
    )


@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("改造管网", "改造管网"),
        ("：改造管网、", "改造管网"),
        ("“改造管网”", "改造管网"),
        ("改造管网≥", "改造管网"),
        ("改造管网达到", "改造管网"),
        ("GIS-2", ""),
        ("A" * 39 + "管", "A" * 39 + "管"),
        ("A" * 40 + "管", ""),
        ("", ""),
    ],
)
def test_a_piece_as_a_name(piece: str, name: str) -> None:
    """A name has a Chinese character and is no sentence."""
    assert named(piece) == name
