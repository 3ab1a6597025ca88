"""Writes a sentence and, from the slots that it fills, the records that the sentence states: gold by construction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from tests.generator.figures import Printed, Printing

Row = dict[str, Any]
_SLOT = re.compile(r"\{([^{}]+)\}")
_UP, _DOWN = (("增加", "增长"),), (("减少", "下降"), ("减少", "降低"))


@dataclass
class Base:
    """What a figure is compared with: `name` as in `compared_with`, and the measure that it has itself."""

    name: str
    measure: str
    amount: Decimal
    year: int


@dataclass
class Line:
    """A figure of one or more subjects, and what it can be compared with (`b` the budget, `y` last year)."""

    subjects: tuple[str, ...]
    name: str
    measure: str
    amount: Decimal
    bases: Mapping[str, Base] = field(default_factory=dict)
    whole: Decimal | None = None


def happened(amount: Decimal, base: Decimal) -> str:
    """Which fragment describes it: moved, flat, new or zero."""
    if amount == base:
        return "zero" if amount == 0 else "flat"
    return "new" if base == 0 else "moved"


class Pen:
    """Writes for one report: its style, its habits of printing, the records so far."""

    def __init__(
        self, style: Mapping[str, Any], printing: Printing, pool: Mapping[str, Any], words: Mapping[str, str],
        random: Random,
    ) -> None:  # fmt: skip
        self.style, self.printing, self.pool, self.words, self.random = style, printing, pool, words, random
        self.records: list[Row] = []

    def has(self, key: str) -> bool:
        """Whether the style has a text of that name (its own, or the common one)."""
        return self._look_up(key) is not None

    def say(self, key: str, line: Line | None = None, extra: Mapping[str, str] | None = None) -> str:
        """The text `key` with its slots filled; the records it states are kept."""
        texts = self._look_up(key)
        assert texts is not None, key
        template = self.random.choice(texts)
        bases: set[str] = set()
        if line is not None:
            template, bases = self._with_fragments(template, key, line)
        filled = _Filled(self, line, {**self.words, **(extra or {})}, bases)
        text = _SLOT.sub(lambda slot: filled.fill(slot[1]), template)
        self.records += filled.records()
        return text

    def amount(self, subject: str, measure: str, printed: Printed, year: int | None = None, **more: str) -> None:
        """Keeps an amount that was written by other means."""
        row = {"record": "amount", "subject": subject, "measure": measure, "value": printed.value}
        self.records.append({**row, "unit": printed.unit, "year": year or self.year, **more})

    @property
    def year(self) -> int:
        """The year of the report."""
        return int(self.words["Y"])

    def explanation(self, direction: str, several: bool) -> tuple[str, str]:
        """A reason for the direction (up, down, none) and its category."""
        chosen = self.random.sample(self.pool[direction], 2)
        texts = [text.replace("{n}", str(self.random.randint(1, 9))) for text, _ in chosen]
        return (f"一是{texts[0]}；二是{texts[1]}" if several else texts[0]), chosen[0][1]

    def _look_up(self, key: str) -> list[str] | None:
        """The texts of `section.part.y.moved`, else of `section.y.moved`, else of `y.moved`; the style's own first."""
        section = key.partition(".")[0]
        tail = re.search(r"\b[by]\.\w+$", key)
        names = [key, f"{section}.{tail[0]}", tail[0]] if tail else [key]
        for name in names:
            for texts in (self.style["texts"], self.style["common"]):
                if name in texts:
                    return list(texts[name])
        return None

    def _with_fragments(self, template: str, key: str, line: Line) -> tuple[str, set[str]]:
        """The template with its comparisons written out, and what it is compared with."""
        bases = {base for base in ("b", "y") if f"{{{base}}}" in template}
        for base in bases:
            case = happened(line.amount, line.bases[base].amount)
            fragments = self._look_up(f"{key}.{base}.{case}")
            assert fragments is not None, (key, base, case)
            template = template.replace(f"{{{base}}}", self.random.choice(fragments))
        return template, bases


class _Filled:
    """One sentence on its way: which slots were filled, with what."""

    def __init__(self, pen: Pen, line: Line | None, words: Mapping[str, str], compared: set[str]) -> None:
        self.pen, self.line, self.words, self.compared = pen, line, words, compared
        self.printed: dict[str, Printed] = {}
        self.used: dict[str, set[str]] = {"b": set(), "y": set(), "none": set()}
        self.reasons: dict[str, tuple[str, str]] = {}
        self.verbs: dict[str, tuple[str, str]] = {}

    def fill(self, slot: str) -> str:
        if slot in self.words:
            return self.words[slot]
        assert self.line is not None, slot
        if slot == "n":
            return self.line.name
        if slot == "v":
            return self._keep("v", self.pen.printing.money(self.line.amount))
        if slot == "share":
            assert self.line.whole is not None
            return self._keep("share", self.pen.printing.rate(self.line.amount, self.line.whole))
        if slot in ("B", "L"):
            return self._keep(slot, self.pen.printing.money(self.line.bases["b" if slot == "B" else "y"].amount))
        base, part = slot.split(".")
        self.used[base].add(part)
        return self._comparison(base, part)

    def _keep(self, name: str, printed: Printed) -> str:
        self.printed[name] = printed
        return printed.text

    def _comparison(self, base: str, part: str) -> str:
        pen, line = self.pen, self.line
        assert line is not None
        if part.startswith("why"):
            direction = "none" if base == "none" else ("up" if self._change(base) > 0 else "down")
            several = part == "whys" or (base != "none" and pen.random.random() < 0.15)
            self.reasons[base] = pen.explanation(direction, several)
            return self.reasons[base][0]
        change, whole = self._change(base), line.bases[base].amount
        verbs = self.verbs.setdefault(base, pen.random.choice(_UP if change > 0 else _DOWN))
        if part == "cmp":
            return "大于" if change > 0 else "小于"
        if part == "d":
            printed = pen.printing.money(abs(change))
            self.printed[f"{base}.d"] = _signed(printed, change)
            return verbs[0] + printed.text
        if part == "p":
            printed = pen.printing.rate(change, whole)
            return verbs[1] + self._keep(f"{base}.p", printed)
        return self._keep(f"{base}.done", pen.printing.rate(line.amount, whole))

    def _change(self, base: str) -> Decimal:
        assert self.line is not None
        return self.line.amount - self.line.bases[base].amount

    def records(self) -> list[Row]:
        line = self.line
        if line is None:
            return []
        made: list[Row] = []
        for subject in line.subjects:
            made += self._amounts(subject, line)
            made += [
                self._variance(subject, base, line) for base in line.bases if base != "none" and self._compared(base)
            ]
            if "none" in self.reasons:
                made.append(self._nothing(subject))
        return made

    def _amounts(self, subject: str, line: Line) -> list[Row]:
        measures = {"v": line.measure, "share": "占比"}
        for base, kept in line.bases.items():
            measures |= {f"{base}.d": "增减额", f"{base}.p": "增减率", f"{base}.done": "完成率"}
            measures["B" if base == "b" else "L"] = kept.measure
        return [
            {
                "record": "amount", "subject": subject, "measure": measures[name], "value": printed.value,
                "unit": printed.unit, "year": line.bases["y"].year if name == "L" else self.pen.year,
            }
            for name, printed in self.printed.items()
        ]  # fmt: skip

    def _compared(self, base: str) -> bool:
        """A fragment compares; so do a budget and an outturn stated together that differ."""
        stated = base == "b" and "B" in self.printed and self._change("b") != 0
        return base in self.compared or bool(self.used[base]) or stated

    def _variance(self, subject: str, base: str, line: Line) -> Row:
        kept = line.bases[base]
        change = self._change(base)
        row: Row = {"record": "variance", "subject": subject, "compared_with": kept.name, "year": self.pen.year}
        own = {"actual": "v", "change": f"{base}.d", "change_rate": f"{base}.p", "completion_rate": f"{base}.done"}
        for name, slot in own.items():
            if slot in self.printed:
                row[name] = self.printed[slot].value
        if ("B" if base == "b" else "L") in self.printed:
            row["baseline"] = self.printed["B" if base == "b" else "L"].value
        row |= {"unit": self.pen.printing.unit, "direction": "增加" if change > 0 else "减少" if change < 0 else "持平"}
        if base in self.reasons:
            row["reason"], row["category"] = self.reasons[base]
        return row

    def _nothing(self, subject: str) -> Row:
        reason, category = self.reasons["none"]
        return {
            "record": "variance", "subject": subject, "compared_with": "无", "direction": "未发生",
            "reason": reason, "category": category, "year": self.pen.year,
        }  # fmt: skip


def _signed(printed: Printed, change: Decimal) -> Printed:
    return Printed(printed.text, f"-{printed.value}" if change < 0 else printed.value, printed.unit)
