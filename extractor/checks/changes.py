"""Changes of a total against the changes of its parts: 三公 less by 2, of which 接待 more by 2 and the rest as before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.material import ERROR, WARNING, Doubt, Material, Span, locate
from extractor.checks.rates import remark
from extractor.checks.rounding import NEAR, OFF, Range, around, step
from extractor.checks.sums import plain
from extractor.language.paths import class_names
from extractor.lexicon import load
from extractor.records import Variance


def changes(material: Material) -> Iterator[Doubt]:
    """The totals whose change, against one base and in one section, is not that of all their parts together."""
    for rule in load("closure")["rule"]:
        if rule["name"] not in load("checks")["tables"]["rules"]:
            continue
        for total in material.extraction.variances:
            if total.subject in rule["totals"] and total.change is not None:
                yield from _compare(material, rule["name"], rule["parts"], total)
    yield from _by_class(material)


def _by_class(material: Material) -> Iterator[Doubt]:
    """The change of all classes of expenditure against those of each, where their amounts prove that all are listed.

    A class of which nothing was spent is not listed: the total may have lost more than the classes that are.
    """
    classes = set(class_names().values())
    for total in material.extraction.variances:
        if total.subject not in load("closure")["items"]["totals"] or None in (total.change, total.actual):
            continue
        section = material.top(total.start)
        parts = {
            one.subject: one for one in reversed(material.extraction.variances)
            if one.subject in classes and one.compared_with == total.compared_with and one.unit == total.unit
            and one.start > total.start and material.top(one.start) == section
        }  # fmt: skip
        found = [one for one in reversed(parts.values()) if one.actual is not None and _change(one) is not None]
        spent = sum((Decimal(one.actual or 0) for one in found), Decimal(0))
        if len(found) < max(2, len(parts)) or spent != Decimal(total.actual or 0):
            continue
        excess = sum((_change(one) or Decimal(0) for one in found), Decimal(0)) - Decimal(total.change or 0)
        if excess < 0 or any(excess == 2 * (_change(one) or Decimal(0)) for one in found):
            yield from _differ(material, "各类支出", total, found)


def _compare(material: Material, name: str, parts: list[str | list[str]], total: Variance) -> Iterator[Doubt]:
    section = material.top(total.start)
    found: list[Variance] = []
    for part in parts:
        subject = part if isinstance(part, str) else part[0]
        own = [
            one for one in material.extraction.variances
            if one.subject == subject and one.compared_with == total.compared_with
            and one.start >= total.start and material.top(one.start) == section
        ]  # fmt: skip
        if len({_change(one) for one in own}) != 1 or _change(own[0]) is None:
            return
        found.append(own[0])
    yield from _differ(material, name, total, found)


def _differ(material: Material, name: str, total: Variance, found: list[Variance]) -> Iterator[Doubt]:
    assert total.change is not None
    moved = [_change(one) or Decimal(0) for one in found]
    added, printed = sum(moved, Decimal(0)), Decimal(total.change)
    if added == printed or any(one.unit not in (None, total.unit) for one in found):
        return
    slack = sum((step(one.change) for one in (total, *found) if one.change), Decimal(0)) / 2
    unit, base = total.unit or "", total.compared_with
    near = abs(added - printed) <= slack
    message = (
        f"{name}与{base}相比变动{plain(printed)}{unit}，各部分变动之和为{plain(added)}{unit}"
        f"{remark(NEAR if near else OFF)}。"
    )
    places = {one.change: _place(material, one) for one in (total, *found) if one.change}
    fixes: dict[Span, Range] = {places[total.change]: around(abs(added), step(total.change))}
    severity = WARNING if near else ERROR
    terms = (name, base, printed, *moved)
    spans = (places[total.change], *(_place(material, one) for one in found))
    yield Doubt(
        "增减额合计", severity, message, spans, f"{plain(added)}{unit}", f"{plain(printed)}{unit}", fixes, terms
    )


def _change(one: Variance) -> Decimal | None:
    if one.change is not None:
        return Decimal(one.change)
    return Decimal(0) if one.direction in ("持平", "未发生") else None


def _place(material: Material, one: Variance) -> Span:
    return locate(material.text, (one.start, one.end), one.change, one.unit) if one.change else (one.start, one.end)
