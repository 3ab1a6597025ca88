"""Performance forms of many provinces, each printed in every format: every project and indicator, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.extraction import extract_report
from extractor.records import Indicator, Project
from extractor.report import Report
from tests.facts.printed_tables import FORMATS, Printed, written

FORMS = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))["form"]
KINDS = [*FORMATS, "xlsx"]


def lines(block: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in block.strip().splitlines()]


def project(record: Project) -> tuple[str, ...]:
    figures = (record.project, record.budget, record.executed, record.completion_rate, record.unit, record.score)
    return tuple(each or "" for each in figures)


def indicator(record: Indicator) -> tuple[str, ...]:
    figures = (
        record.project, record.indicator, record.type, record.comparator, record.target, record.actual, record.unit,
        record.full_score, record.score, record.reason,
    )  # fmt: skip
    return tuple(each or "" for each in figures)


@pytest.mark.parametrize("form", FORMS, ids=[form["what"][:60] for form in FORMS])
@pytest.mark.parametrize("kind", KINDS)
def test_forms(tmp_path: Path, kind: str, form: dict[str, Any]) -> None:
    holds(written(tmp_path, kind, [Printed.of(form["above"], form["rows"])]), form)


def tabs(form: Printed) -> list[str]:
    """Every cell, as spreadsheets are copied."""
    return ["\t".join("" if cell in ("<", "^") else cell for cell in row) for row in form.rows]


def bars(form: Printed) -> list[str]:
    """Merged cells once, empty ones kept."""
    return [" | ".join(cell for cell in row if cell not in ("<", "^")) + " |" for row in form.rows]


def spaces(form: Printed) -> list[str]:
    """Merged and empty cells gone, a row a line."""
    return [" ".join(cell for cell in row if cell not in ("<", "^", "")) for row in form.rows]


def cells_a_line(form: Printed) -> list[str]:
    """A cell a line, empty ones kept by their bars."""
    return [f"{cell} |" if cell else "|" for row in form.rows for cell in row if cell not in ("<", "^")]


def bare_cells_a_line(form: Printed) -> list[str]:
    """A cell a line, empty ones gone."""
    return [cell for row in form.rows for cell in row if cell not in ("<", "^", "")]


FLAT = [tabs, bars, spaces, cells_a_line, bare_cells_a_line]
FLATTENED = [(flat, form) for form in FORMS for flat in FLAT if flat.__name__ not in form.get("lost", ())]


@pytest.mark.parametrize(
    ("flat", "form"), FLATTENED, ids=[f"{flat.__name__}-{form['what'][:60]}" for flat, form in FLATTENED]
)
def test_flattened_forms(flat: Callable[[Printed], list[str]], form: dict[str, Any]) -> None:
    printed = Printed.of(form["above"], form["rows"])
    holds(Report("表.txt", "txt", "", "\n".join([*printed.above, *flat(printed)]) + "\n", hard_lines=True), form)


def holds(report: Report, form: dict[str, Any]) -> None:
    """Every record of a form, and nothing else, each where its quote says."""
    found = extract_report(report)
    assert [project(each) for each in found.projects] == lines(form["projects"])
    wanted = [(*row, "")[:10] for row in lines(form["indicators"])]
    assert sorted(indicator(each) for each in found.indicators) == sorted(wanted)
    for record in (*found.projects, *found.indicators):
        assert report.text[record.start : record.end] == record.quote


def test_a_form_belongs_to_the_project_that_the_text_above_it_speaks_of(tmp_path: Path) -> None:
    prose = "\n".join(f"第{n}季度按计划推进，资料已归档。" for n in "一二三四") * 3
    form = """
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 疏浚航道 | 12公里 | 11.5公里 | 50 | 47.9
    """
    above = "湖桥县交通局2023年度部门决算\n四、项目绩效自评结果\n{}\n" + prose
    named = [
        Printed.of(above.format(f"（{n}）{name}项目"), form) for n, name in (("一", "航道养护"), ("二", "渡口改造"))
    ]
    found = extract_report(written(tmp_path, "docx", named))
    assert [(each.project, each.indicator) for each in found.indicators] == [
        ("航道养护", "疏浚航道"),
        ("渡口改造", "疏浚航道"),
    ]
