"""The same figure in several places: text against table, table against table, text against text. Like with like only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from extractor.checks.cells import Column, is_code, last, row_of, side
from extractor.checks.material import ERROR, WARNING, Doubt, Figure, Material, classes
from extractor.checks.rounding import around
from extractor.language.codes import code_of
from extractor.lexicon import load
from extractor.records import Amount

Quantity = tuple[object, ...]
_SHOWN = 4  # places of one value that are told


def agreement(material: Material) -> Iterator[Doubt]:
    """The quantities that the report prints with more than one value."""
    groups: dict[Quantity, list[Figure]] = {}
    for amount, quantity in _contested(material):
        if amount.source != "table" and _is_item(amount) and not material.names(amount):
            continue
        figure = material.figure(amount)
        if figure is None or figure.torn:
            continue
        group = groups.setdefault(quantity, [])
        if not _beside(material, figure, group):
            group.append(figure)
    for figures in groups.values():
        if len(_alike(figures)) > 1:
            yield from _compare(_alike([one for one in figures if _told(material, one)]))


def _contested(material: Material) -> list[tuple[Amount, Quantity]]:
    """The amounts of the quantities that were read with more than one value, in the order of the text: as a rule none."""
    measures = frozenset(load("checks")["agreement"]["measures"])
    stated: list[tuple[Amount, Quantity]] = []
    values: dict[Quantity, set[str]] = {}
    for amount in material.extraction.amounts:
        if amount.yuan is None or amount.measure not in measures:
            continue
        what = _cell(material, amount) if amount.source == "table" else _stated(material, amount)
        if what is not None:
            quantity = (*what, amount.measure, amount.year)
            stated.append((amount, quantity))
            values.setdefault(quantity, set()).add(amount.yuan)
    return [(amount, quantity) for amount, quantity in stated if len(values[quantity]) > 1]


def _beside(material: Material, figure: Figure, group: Sequence[Figure]) -> bool:
    """Whether the same sentence gives the subject another amount already: then one of them may be that of a part."""
    return any(
        one.amount.source == figure.amount.source == "narrative"
        and "。" not in material.text[one.span[1] : figure.span[0]]
        and not _same(*sorted((one, figure), key=lambda f: f.step))
        for one in group
    )


def _cell(material: Material, cell: Amount) -> Quantity | None:
    """What a cell is the amount of: a subject of the whole report, or an item of a kind of funds."""
    column: Column = (cell.column or "", cell.measure, cell.year)
    scope = _scopes().get(cell.table or "")
    own = row_of(cell)
    if scope is None:
        return (cell.subject,) if cell.subject in _single() and not is_code(own) else None
    funds, part = scope["funds"], last(column)
    for words, other in scope.get("columns", {}).items():
        if words in part:
            funds, part = other, ""
    if part in load("checks")["tables"]["whole"]:
        part = ""
    if is_code(own):
        if side(column) == "收入" or scope.get("side") == "收入" or part not in ("", "基本支出", "项目支出"):
            return None
        return (funds, part, own)
    if own in load("checks")["tables"]["totals"]:
        named = scope.get("total", {}).get(part)
        return (named[material.extraction.kind == "预算"] if isinstance(named, list) else named,) if named else None
    return (cell.subject,) if cell.subject in _single() and funds == scope["funds"] and not part else None


def _stated(material: Material, amount: Amount) -> Quantity | None:
    """What an amount of the text is that of; an item belongs to the funds that its section is about."""
    if amount.subject in _codes():
        return _item(material, amount) if amount.year == material.year else None
    if "/" in amount.subject:
        if amount.year != material.year:
            return None
        return _item(material, amount) or ("一段", getattr(material.passage(amount.start), "start", 0), amount.subject)
    if amount.subject in _single():
        needed = load("checks")["agreement"]["within"].get(amount.subject)
        if needed and not any(word in title for title in material.titles(amount.start) for word in needed):
            return None
        return (amount.subject,)
    return None


def _is_item(amount: Amount) -> bool:
    """Whether an amount of the text is that of a class or of an item below one: its paragraph has to name it."""
    return "/" in amount.subject or amount.subject in _codes()


def _item(material: Material, amount: Amount) -> Quantity | None:
    """An item with a code, of the funds that its section is about; what is said of basic expenditure is a part of it."""
    code = material.codes.get(amount.subject) or amount.code or _codes().get(amount.subject)
    if code is None or len(code) == 5 or not is_code(code):
        return None  # a 款 alone is seldom stated: rather an item whose name we did not read to its end
    titles = material.titles(amount.start)
    if any("基本支出" in title for title in titles):
        return None
    if any("一般公共预算" in title for title in titles):
        return ("一般公共预算", "", code)
    if material.extraction.kind == "预算" and len(code) == 7 and _only_general(material):
        return ("一般公共预算", "", code)
    return None


def _only_general(material: Material) -> bool:
    """Whether a budget has no other funds than the general ones."""
    others = load("checks")["agreement"]["others"]
    stated = [a for a in material.extraction.amounts if a.subject in others and a.measure == "预算数"]
    return bool(stated) and all(Decimal(a.value) == 0 for a in stated)


@cache
def _codes() -> dict[str, str]:
    """Class of the functional classification → its code."""
    return {name: code for name in classes() if (code := code_of(name)) is not None}


@cache
def _single() -> frozenset[str]:
    """The subjects that have one amount in a report."""
    return frozenset(load("checks")["agreement"]["subjects"])


@cache
def _scopes() -> dict[str, dict[str, Any]]:
    return {name: entry for entry in load("checks")["scope"] for name in entry["tables"]}


def _told(material: Material, figure: Figure) -> bool:
    """Whether a figure is surely that of its subject and year: its own sentence names the subject, and no other year."""
    amount = figure.amount
    if amount.source == "table":
        return True
    if material.of_other_year(figure.span, amount.year):
        return False
    if _is_item(amount):
        return True  # asked of the paragraph: `Material.names`
    return material.tells(figure)


def _alike(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures by value: those that are the same to the digits that both print belong together."""
    alike: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda one: one.step):
        group = next((one for one in alike if _same(one[0], figure)), None)
        if group is None:
            alike.append([figure])
        else:
            group.append(figure)
    return alike


def _compare(alike: list[list[Figure]]) -> Iterator[Doubt]:
    """One doubt for each value that differs from the one that most tables print, else from the most frequent one."""
    alike.sort(key=lambda group: (-len({one.amount.table for one in group} - {None}), -len(group), group[0].span))
    for group in alike[1:]:
        yield _doubt(group, alike[0], alike[0][0])


def _same(finer: Figure, figure: Figure) -> bool:
    gap = abs(finer.value - figure.value)
    return gap == 0 if finer.step == figure.step else gap <= figure.step / 2


def _doubt(group: Sequence[Figure], usual: Sequence[Figure], reference: Figure) -> Doubt:
    odd = group[0]
    near = abs(odd.value - reference.value) <= max(odd.step, reference.step)
    sources = {odd.amount.source, reference.amount.source}
    rule = "前后不一" if sources == {"narrative"} else "表与表" if sources == {"table"} else "正文与表"
    name = odd.amount.subject.rsplit("/", 1)[-1]
    if odd.amount.table and name in load("checks")["tables"]["totals"]:
        name = reference.amount.subject if reference.amount.source == "narrative" else f"{odd.amount.table}{name}"
    remark = "，属四舍五入级差异" if near else "，两处不符"
    year = f"{odd.amount.year}年" if odd.amount.year is not None else ""
    message = f"{name}{year}{odd.amount.measure}：{_places(group)}为{odd.printed}，{_places(usual)}为{reference.printed}{remark}。"
    fixes = {figure.span: around(reference.value, reference.step) for figure in group}
    fixes |= {figure.span: around(odd.value, odd.step) for figure in usual}
    spans = tuple(figure.span for figure in (*group[:_SHOWN], *usual[:_SHOWN]))
    terms = (name, odd.amount.measure, odd.amount.year, *sorted((odd.value, reference.value)))
    return Doubt(rule, WARNING if near else ERROR, message, spans, reference.named, odd.named, fixes, terms)


def _places(figures: Sequence[Figure]) -> str:
    return "、".join(list(dict.fromkeys(figure.where for figure in figures))[:_SHOWN])
