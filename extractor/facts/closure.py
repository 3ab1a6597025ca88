"""Proof by arithmetic: which printed totals the extracted parts add up to. Needs no gold, only the report's own figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from extractor.language.numbers import money_units, tolerance
from extractor.language.paths import class_names
from extractor.lexicon import load
from extractor.records import Amount
from extractor.report import Sum

# The figures of one year and measure: subject → every amount stated for it.
Figures = Mapping[str, Sequence[Amount]]
Part = str | list[str]


def close(amounts: Sequence[Amount], kind: str | None) -> tuple[Sum, ...]:
    """The printed totals of the narrative that stand beside two or more of their parts, in yuan, and whether they agree.

    `kind` is that of the report: a 绩效 report states projects, no accounts, and has no sums.
    """
    if kind == "绩效":
        return ()
    found: list[Sum] = []
    for measure, figures in _by_measure(amounts):
        found += _items(figures, measure)
        for rule in load("closure")["rule"]:
            if rule.get("needs") is None or rule["needs"] in figures:
                found += _first_closed(figures, measure, rule["name"], rule["totals"], rule["parts"])
    return tuple(found)


def _by_measure(amounts: Sequence[Amount]) -> Iterator[tuple[str, Figures]]:
    groups: dict[tuple[str, int], dict[str, list[Amount]]] = {}
    for amount in amounts:
        if amount.source == "narrative" and amount.yuan is not None:
            group = groups.setdefault((amount.measure, amount.year or 0), defaultdict(list))
            group[amount.subject].append(amount)
    ordered = sorted(groups.items(), key=_key)
    for measure in load("closure")["measures"]:
        yield from ((measure, group) for (said, _), group in ordered if said == measure)


def _key(group: tuple[tuple[str, int], Any]) -> tuple[str, int]:
    return group[0]


@cache
def _classes() -> frozenset[str]:
    return frozenset(class_names().values())


def _items(figures: Figures, measure: str) -> Iterator[Sum]:
    """类, 款 and 项, each level for itself, against the total of expenditure."""
    classes = _classes()
    levels: dict[int, list[Part]] = {1: [], 2: [], 3: []}
    for subject in figures:
        names = subject.split("/")
        if names[0] in classes and len(names) in levels:
            levels[len(names)].append(subject)
    rules = load("closure")["items"]
    for level, parts in levels.items():
        yield from _first_closed(figures, measure, rules["labels"][str(level)], rules["totals"], parts)


def _first_closed(
    figures: Figures, measure: str, name: str, totals: Sequence[str], parts: Sequence[Part]
) -> Iterator[Sum]:
    """The first printed total that the parts make up; where there is none, the first printed total."""
    first = None
    for total in totals:
        for stated in _distinct(figures[total]) if total in figures else ():
            one = _sum(f"{name}（{measure}）", stated, figures, parts)
            if one is not None and one.closed:
                yield one
                return
            first = first or one
    if first is not None:
        yield first


def _distinct(amounts: Sequence[Amount]) -> list[Amount]:
    return list({amount.yuan: amount for amount in reversed(amounts)}.values())[::-1]


def _sum(name: str, total: Amount, figures: Figures, parts: Sequence[Part]) -> Sum | None:
    """`total` beside its parts; None where fewer than two of them are printed."""
    found = [_near(figures[part], total) for part in _printed(parts, figures) if part != total.subject]
    if len(found) < 2:
        return None
    added = sum((_yuan(part) for part in found), Decimal(0))
    gap = abs(added - _yuan(total))
    closed = gap == 0 or gap <= _allowed(total, found)
    return Sum(name=name, total=_plain(_yuan(total)), parts=_plain(added), count=len(found), closed=closed)


def _printed(parts: Sequence[Part], figures: Figures) -> Iterator[str]:
    for part in parts:
        whole, *its_own = [part] if isinstance(part, str) else part
        names = [whole] if whole in figures else its_own
        yield from (name for name in names if name in figures)


def _near(stated: Sequence[Amount], total: Amount) -> Amount:
    """A subject has figures in several sections (all funds, the general budget): the one beside the total is meant."""
    return min(stated, key=lambda amount: abs(amount.start - total.start))


def _allowed(total: Amount, parts: Sequence[Amount]) -> Decimal:
    """Rounding, in yuan: half the last digit of the total and of each part.

    Parts drop zeros at the end (8 beside 162.50): the finest part tells how all of them were rounded.
    """
    rounded = [part for part in parts if _yuan(part) != 0]
    return _rounding(total) + len(rounded) * min((_rounding(part) for part in rounded), default=Decimal(0))


def _rounding(amount: Amount) -> Decimal:
    return tolerance(amount.value) * Decimal(money_units()[amount.unit or ""])


def _yuan(amount: Amount) -> Decimal:
    return Decimal(amount.yuan or 0)


def _plain(value: Decimal) -> str:
    return format(value.normalize() + 0, "f")
