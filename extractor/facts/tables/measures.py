"""What the figures of a column measure, of which year and in which unit: told from the column's labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.tables.layout import Column
from extractor.facts.tables.subjects import counted_unit
from extractor.lexicon import load

_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_MONEY = re.compile(r"[（(]?(?:单位[：:])?(万元|亿元|千元|元)[）)]?$")
_PERCENT = re.compile(r"[（(]?%[）)]?$")
_FREE_END = 3  # characters: a shorter wording is a measure only where it is the whole label (一般公共预算 is none)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column says: `subject` are the labels that name what it is about; `unit` where a label gives it."""

    measure: str
    year: int | None
    unit: str | None
    subject: tuple[str, ...]


def meaning(column: Column, default: str | None, year: int | None) -> Meaning:
    """The meaning of a column; `default` is its table's measure and `year` the report's."""
    measure, stated, unit = None, None, None
    subject: list[str] = []
    percent = False
    for label in reversed(column.labels):
        found = _YEAR.search(label)
        stated = stated or (int(found[1]) if found else None)
        unit = unit or counted_unit(label) or (m[1] if (m := _MONEY.search(label)) else None)
        percent = percent or _PERCENT.search(label) is not None
        name, said = _split(_YEAR.sub("", label))
        measure = measure or said
        if name:
            subject.insert(0, name)
    if percent and measure in (None, "增减额"):
        measure = "增减率"
    counted = unit is not None and unit not in ("万元", "亿元", "千元", "元")
    measure = measure or ("数量" if counted else default or "金额")
    measure, of = _in_year(measure, stated, year)
    if measure in load("tables")["measures"]["percent"]:
        unit = "%"
    return Meaning(measure, of, unit, tuple(subject))


def measure_named(name: str) -> str | None:
    """The measure that a row's name is, where rows are measures: 预算数 above 决算数."""
    rest, measure = _split(name)
    return None if rest else measure


def _split(label: str) -> tuple[str, str | None]:
    """A label as the name in it and the measure it ends with."""
    label = _MONEY.sub("", label)
    for wording, measure in _wordings():
        if label == wording:
            return "", measure
        if len(wording) >= _FREE_END and label.endswith(wording):
            return label.removesuffix(wording), measure
    return ("" if label in ("%", "（%）", "金额") else label), None


def _in_year(measure: str, stated: int | None, year: int | None) -> tuple[str, int | None]:
    """The measure and its year: last year's figures beside this year's are measures of their own."""
    if year is not None and measure in ("上年决算数", "上年预算数"):
        return measure, year - 1
    if stated is None or stated == year or year is None:
        return measure, year
    if stated == year - 1 and measure == "决算数":
        return "上年决算数", stated
    if stated == year - 1 and measure in ("预算数", "年初预算数"):
        return "上年预算数", stated
    return measure, stated if measure in ("决算数", "预算数", "年初预算数", "全年预算数") else year


@cache
def _wordings() -> tuple[tuple[str, str], ...]:
    pairs = [
        (wording, measure)
        for measure, wordings in load("tables")["measures"].items()
        if measure != "percent"
        for wording in wordings
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
