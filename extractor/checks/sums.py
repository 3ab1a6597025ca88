"""Totals of the running text against the parts stated under them: 收入, 支出, 类 and 项, 人员+公用, 三公, 采购, vehicles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from extractor.checks.material import ERROR, WARNING, Doubt, Figure, Material, bare, classes, worth
from extractor.checks.rounding import around
from extractor.language.numbers import money_units
from extractor.lexicon import load
from extractor.records import Amount


@dataclass(frozen=True, slots=True)
class Addition:
    """A total and the parts printed for it. `gap` is what the parts lack; `slack` what rounding may account for."""

    total: Figure
    parts: tuple[Figure, ...]

    @property
    def sum(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def gap(self) -> Decimal:
        return self.total.value - self.sum

    @property
    def slack(self) -> Decimal:
        if self.total.amount.yuan is None:
            return Decimal(0)  # things counted are not rounded
        rounded = [part.step for part in self.parts if part.value]
        return (self.total.step + len(rounded) * min(rounded, default=Decimal(0))) / 2

    @property
    def near(self) -> bool:
        """Whether rounding may account for the gap."""
        return abs(self.gap) <= self.slack

    def doubt(self, rule: str, name: str, exhaustive: bool = True) -> Doubt:
        """The finding that they do not add up."""
        listed = "+".join(part.amount.value for part in self.parts[:8]) + ("+…" if len(self.parts) > 8 else "")
        unit = self.total.amount.unit or ""
        factor = Decimal(money_units().get(unit, "1"))
        added, gap = self.sum / factor, abs(self.gap) / factor
        remark = "，属四舍五入级差异" if self.near else ""
        one = self.parts[0].amount.subject.rsplit("/", 1)[-1]
        parts = f"{len(self.parts)}个分项之和{plain(added)}{unit}（{listed}）"
        if len(self.parts) == 1:
            parts = f"唯一有数的分项{one}{self.parts[0].printed}"
        message = f"{name}：{parts}与{self.total.named}相差{plain(gap)}{unit}{remark}。"
        fixes = {self.total.span: around(self.sum, self.total.step)}
        for part in self.parts:
            fixes[part.span] = around(part.value + self.gap, part.step)
        spans = (self.total.span, *(part.span for part in self.parts))
        severity = WARNING if self.near or not exhaustive else ERROR
        terms = (self.total.value, *sorted(part.value for part in self.parts if part.value))
        return Doubt(rule, severity, message, spans, f"{plain(added)}{unit}", self.total.printed, fixes, terms)


def plain(value: Decimal) -> str:
    """A decimal without an exponent and without zeros at its end."""
    return format(value.normalize() + 0, "f")


def sums(material: Material) -> Iterator[Doubt]:
    """Every total of the running text that its parts do not make up."""
    if material.extraction.kind == "绩效":
        return
    money: dict[str, list[Amount]] = {}
    for one in material.narrative:
        if one.yuan is not None:
            money.setdefault(one.measure, []).append(one)
    for measure in (one for one in load("closure")["measures"] if one in money):
        stated = money[measure]
        subjects = {one.subject for one in stated}
        for rule in load("closure")["rule"]:
            if not subjects.isdisjoint(rule["totals"]):
                yield from _by_rule(material, rule, stated)
        yield from _items(material, stated, measure)
    counted = [a for a in material.narrative if a.measure == "数量"]
    for rule in load("checks")["counted"]:
        yield from _by_rule(material, {**rule, "totals": [rule["total"]]}, counted)


def _by_rule(material: Material, rule: dict[str, Any], stated: Sequence[Amount]) -> Iterator[Doubt]:
    """A total and the parts between it and where the total is stated next, in one section."""
    totals = [one for one in stated if one.subject in rule["totals"]]
    if not totals or rule["name"] in load("checks")["sums"]["apart"]:
        return
    names = {name for part in rule["parts"] for name in ([part] if isinstance(part, str) else part)}
    parts = [one for one in stated if one.subject in names]
    for total in totals:
        window = _window(material, total, stated, parts)
        chosen = list(_chosen(rule["parts"], window, total))
        if not chosen or _closes(total, chosen) or any(len(_values(window, part.subject)) > 1 for part in chosen):
            continue
        figure = material.figure(total)
        if figure is None:
            continue
        addition = Addition(figure, tuple(material.figures(chosen)))
        if not addition.parts or addition.gap == 0 or (not addition.near and _misread(material, addition)):
            continue
        if len(chosen) == 1 and (addition.near or addition.gap > 0):
            continue  # one part may well be less than the whole, never more
        if (
            addition.gap > 0
            and not addition.near
            and _lost(material, addition, rule["parts"], {part.subject for part in chosen})
        ):
            continue
        whole = rule["name"] in load("checks")["sums"]["whole"] or material.extraction.kind == "预算"
        yield addition.doubt("分项合计", rule["name"], addition.gap < 0 or whole)


def _closes(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether the parts that print a figure make up a total."""
    return sum((worth(part) for part in parts if part.stated is None), Decimal(0)) == worth(total)


def _window(material: Material, total: Amount, stated: Sequence[Amount], parts: Sequence[Amount]) -> list[Amount]:
    """The parts between a total and where it is stated next, in its section."""
    section = material.section(total.start)
    ends = [one.start for one in stated if one.subject == total.subject and one.start > total.start]
    end = min(ends, default=len(material.text))
    return [
        one for one in parts
        if total.start <= one.start < end and one.year == total.year and _under(material, one.start, section)
    ]  # fmt: skip


def _under(material: Material, offset: int, section: int) -> bool:
    """Whether an offset stands in the section or in one below it."""
    at: int | None = material.section(offset)
    while at is not None and at >= 0:
        if at == section:
            return True
        at = material.extraction.sections[at].parent
    return section < 0


def _chosen(parts: Sequence[str | list[str]], window: Sequence[Amount], total: Amount) -> Iterator[Amount]:
    """The first amount of every part; of a part or its own parts whichever is printed."""
    by_name: dict[str, Amount] = {}
    for one in window:
        by_name.setdefault(one.subject, one)
    for part in parts:
        whole, *its_own = [part] if isinstance(part, str) else part
        names = [whole] if whole in by_name else its_own
        yield from (by_name[name] for name in names if name in by_name and name != total.subject)


def _values(window: Sequence[Amount], subject: str) -> set[str | None]:
    return {one.yuan for one in window if one.subject == subject}


def _misread(material: Material, addition: Addition) -> bool:
    """Whether it may be we who read it wrong: a figure torn by a page break, or what is lacking is printed nearby.

    So it is where the sentence of the total states another amount that may be a part of it by a name that we do not know.
    """
    if any(figure.torn for figure in (addition.total, *addition.parts)) or not material.tells(addition.total):
        return True
    if not addition.sum and addition.total.value:
        return True  # what there is of it was not read
    if addition.gap < 0:
        return False
    spans = {part.span for part in addition.parts}
    start, end = addition.total.span[1], max(span[1] for span in spans)
    if addition.total.amount.yuan is None and any(start < page.start <= end + 40 for page in material.report.pages):
        return True
    others = [
        one for one in material.narrative
        if start <= one.start < end + 200 and one.yuan is not None and one.subject.split("/")[0] not in classes()
    ]  # fmt: skip
    figures: list[Figure] = [
        one for one in material.figures(others) if one.span not in spans and one.span != addition.total.span
    ]
    loose = [one for one in material.extraction.unbound if start <= one.start < end + 200]
    if any(abs(one.value - addition.gap) <= one.step for one in figures) or loose:
        return True
    total, sentence = addition.total.amount, material.text.find("。", start)
    return any(
        0 < one.value <= addition.gap + addition.slack and one.span[0] < (sentence if sentence >= 0 else end)
        and (one.amount.measure, one.amount.year) == (total.measure, total.year)
        for one in figures
    )  # fmt: skip


def _lost(material: Material, addition: Addition, parts: Sequence[str | list[str]], read: set[str]) -> bool:
    """Whether the text names a part of which we `read` neither an amount nor that there was none."""
    start, end = addition.total.span[0], max(part.span[1] for part in addition.parts)
    said = re.sub(r"\s", "", material.text[start : end + 200])
    groups = [[part] if isinstance(part, str) else part for part in parts]
    names = [name for group in groups if not read & set(group) for name in group]
    return any(name.removesuffix("支出") in said for name in names)


def _items(material: Material, stated: Sequence[Amount], measure: str) -> Iterator[Doubt]:
    """The lowest items of a section against its total of expenditure, and against the classes above them."""
    names = load("closure")["items"]["totals"]
    groups: dict[int, list[Amount]] = {}
    for one in stated:
        if one.subject.split("/")[0] in classes() and one.year == material.year:
            groups.setdefault(material.top(one.start), []).append(one)
    for section, items in groups.items():
        for level, name in ((1, "各类支出合计"), (3, "各项支出合计")):
            parts = [one for one in items if one.subject.count("/") + 1 == level]
            unique = {one.subject: one for one in reversed(parts)}
            if len(unique) < 2 or any(len(_values(parts, subject)) > 1 for subject in unique):
                continue
            listed = list(unique.values())[::-1]
            totals = [one for one in _totals(material, stated, section, names) if one.stated is None]
            if any(_closes(total, listed) for total in totals):
                continue
            figures = tuple(material.figures(listed))
            additions = [Addition(one, figures) for one in material.figures(totals)]
            if not figures or not additions:
                continue
            addition = min(additions, key=lambda one: (not one.near, abs(one.gap)))
            if addition.near or _certain(material, addition, section, level):
                yield addition.doubt("分项合计", f"{name}（{measure}）")


def _totals(material: Material, stated: Sequence[Amount], section: int, names: Sequence[str]) -> list[Amount]:
    """The totals that a section's items may make up: its own, else the one of the report that its title names."""
    whole = [one for one in stated if one.subject in names and one.year == material.year]
    inside = [one for one in whole if material.top(one.start) == section]
    if inside or section < 0:
        return inside
    title = material.extraction.sections[section].title
    named = [one for one in whole if one.subject in title and len(_values(whole, one.subject)) == 1]
    return [max(named, key=lambda one: len(one.subject))] if named else []


def _certain(material: Material, addition: Addition, section: int, level: int) -> bool:
    """Whether a difference that rounding does not explain is the report's: nothing of the list was left unread.

    Parts that come to less than the total may be the main ones only, unless the report proves that they are all.
    """
    if addition.gap < 0:
        return not _misread(material, addition)
    if level == 3 and (_left_out(material, addition, section) or _skipped(material, addition, section)):
        return material.tells(addition.total)
    if _partial(material, addition) or _named(material, section, level) > len(addition.parts):
        return False
    return _whole(material, addition, section) and not _misread(material, addition)


def _whole(material: Material, addition: Addition, section: int) -> bool:
    """Whether the same parts make up the total in another measure, or their shares make up 100 %."""
    names = {part.amount.subject for part in addition.parts}
    beside = [a for a in material.narrative if a.subject in names and material.top(a.start) == section]
    shares = {a.subject: Decimal(a.value) for a in beside if a.measure == "占比"}
    if len(shares) == len(names) and abs(sum(shares.values(), Decimal(0)) - 100) < Decimal("0.06") * len(names):
        return True
    for measure in load("closure")["measures"]:
        parts = {a.subject: a for a in reversed(beside) if a.measure == measure and a.yuan is not None}
        totals = [
            a for a in material.narrative
            if a.subject == addition.total.amount.subject and a.measure == measure and a.yuan is not None
        ]  # fmt: skip
        figures = tuple(material.figures(parts.values()))
        if measure != addition.total.amount.measure and parts.keys() == names and figures:
            return any(Addition(one, figures).near for one in material.figures(totals))
    return False


def _left_out(material: Material, addition: Addition, section: int) -> bool:
    """Whether what is lacking is an item of the tables that the section does not name."""
    said = _said(material, section)
    lacking = {
        cell.subject for cell in material.cells
        if cell.code and len(cell.code) == 7 and cell.year == material.year and cell.yuan is not None
        and abs(Decimal(cell.yuan) - addition.gap) <= addition.total.step
        and not all(bare(name) in said for name in cell.subject.split("/")[1:])
    }  # fmt: skip
    return bool(lacking) and not any(figure.torn for figure in (addition.total, *addition.parts))


def _skipped(material: Material, addition: Addition, section: int) -> bool:
    """Whether the numbers of the items skip one, and all the others were read: one was left out."""
    said = re.findall(r"^(?:（(\d{1,2})）|(\d{1,2})[.、])[^\n]*（项）", _said(material, section), re.M)
    numbers = [int(first or second) for first, second in said]
    steps = [after - before for before, after in pairwise([0, *numbers])]
    return len(numbers) == len(addition.parts) and sorted(steps)[-1:] == [2] and steps.count(1) == len(steps) - 1


def _said(material: Material, section: int) -> str:
    one = material.extraction.sections[section] if section >= 0 else None
    lines = [p.text for p in material.extraction.passages if one is None or one.start <= p.start < one.end]
    return "\n".join(lines)


def _named(material: Material, section: int, level: int) -> int:
    """How many items（项）or classes a section names, whether we read their amounts or not."""
    said = _said(material, section)
    if level == 3:
        return len(re.findall("（项）", said))
    return len({name for name in classes() if f"{name}（类）" in said or f"{bare(name)}（类）" in said})


def _partial(material: Material, addition: Addition) -> bool:
    """Whether the list announces only the main items."""
    start = min(part.span[0] for part in addition.parts)
    before = re.sub(r"\s", "", material.text[max(0, start - 400) : start])
    announced = [before, *material.titles(start)]
    return any(re.search(load("checks")["sums"]["partial"], one) for one in announced)
