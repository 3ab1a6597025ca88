"""占比: a share of a whole recomputed from the two amounts printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from extractor.checks.material import ERROR, WARNING, Doubt, Figure, Material, classes, worth
from extractor.checks.rounding import NEAR, agrees, around, follows, half_up, ratio, step
from extractor.lexicon import load
from extractor.records import Amount

_BEFORE = 160  # characters between an amount and its share: further back it is another statement


def shares(material: Material) -> Iterator[Doubt]:
    """The shares that none of the wholes they may be of makes up; the whole that is named, else the list's, is told."""
    said = [amount for amount in material.narrative if amount.measure == "占比"]
    measures = frozenset(load("checks")["shares"]["measures"])
    money = [a for a in material.narrative if a.yuan is not None and a.measure in measures]
    sections = [material.section(one.start) for one in money] if said else []
    for share in said:
        part = _part(share, money)
        if part is None:
            continue
        possible = _wholes(share, part, money, sections, material.section(share.start))
        hundredfold = worth(part) * 100
        if any(_makes_up(share, hundredfold, one) and not _torn(material, one) for one in possible):
            continue
        figure = material.figure(part)
        printed = material.figure(share)
        if figure is None or printed is None or figure.torn or printed.torn:
            continue
        wholes = [one for one in material.figures(possible) if not one.torn]
        whole = _meant(material, share, figure, wholes)
        if whole is None:
            continue
        near = [one for one in wholes if one.value > 0 and _verdict(share, figure, one) == NEAR]
        whole = next((one for one in near if one.amount.subject == whole.amount.subject), whole)
        if whole.value > 0:
            yield _doubt(material, share, figure, whole, whole in near)


def _part(share: Amount, money: Sequence[Amount]) -> Amount | None:
    """The amount whose share it is: of the same subject, in the same clause or right before it."""
    own = [one for one in money if one.subject == share.subject and one.start <= share.start < one.start + _BEFORE]
    return max(own, key=lambda one: (one.start, one.measure != "年初预算数"), default=None)


def _wholes(
    share: Amount, part: Amount, money: Sequence[Amount], sections: Sequence[int], section: int
) -> list[Amount]:
    """What the share, which stands in `section`, may be of: the totals, and the amounts before it in its own section."""
    totals = _totals()
    return [
        one
        for one, its in zip(money, sections, strict=True)
        if (one.subject in totals or (its == section and one.start <= share.start))
        and one.year == part.year
        and one.subject != share.subject
    ]


def _makes_up(share: Amount, hundredfold: Decimal, whole: Amount) -> bool:
    """Whether a share is, to its last digit, that of a part (a hundred times) in a whole."""
    of = worth(whole)
    return of > 0 and agrees(share.value, hundredfold / of)


def _torn(material: Material, amount: Amount) -> bool:
    figure = material.figure(amount)
    return figure is None or figure.torn


def _meant(material: Material, share: Amount, part: Figure, wholes: Sequence[Figure]) -> Figure | None:
    """The whole that the clause names (占…的); else the first amount of its paragraph, where a list follows it.

    A part may be greater than a whole that is named (then the report is wrong), not than one that we only guess.
    """
    printed = material.figure(share)
    clause = re.sub(r"\s", "", material.text[share.start : printed.span[0] if printed else share.end])
    said = [(match.end(), subject) for pattern, subject in _named() for match in pattern.finditer(clause)]
    if said:  # of several shares in one sentence the last
        return next((one for one in wholes if one.amount.subject == max(said)[1]), None)
    wholes = [one for one in wholes if one.value >= part.value]
    if re.search(r"占[一-龥“”]{2,}", clause):
        return None  # it names a whole that we do not know
    passage = material.passage(share.start)
    before = [one for one in wholes if passage and passage.start <= one.amount.start <= share.start]
    totals = _totals()
    named = next((one for one in before if one.amount.subject in totals), None)
    if named is None and share.subject in classes():  # a line of its own, of a list begun above
        above = [one for one in wholes if one.amount.subject in totals and one.amount.start < share.start]
        named = max(above, key=lambda one: one.amount.start, default=None)
    return named


@cache
def _totals() -> frozenset[str]:
    return frozenset(load("checks")["shares"]["totals"])


@cache
def _named() -> list[tuple[re.Pattern[str], str]]:
    """How a clause names a whole, and the subject that it is."""
    words = load("checks")["shares"]
    return [(re.compile(f"占{words['year']}{wording}"), subject) for wording, subject in words["named"].items()]


def _verdict(share: Amount, part: Figure, whole: Figure) -> str:
    possible = ratio(around(part.value, part.step), around(whole.value, min(part.step, whole.step)))
    return follows(share.value, part.value * 100 / whole.value, possible)


def _doubt(material: Material, share: Amount, part: Figure, whole: Figure, near: bool) -> Doubt:
    printed = material.figure(share)
    assert printed is not None
    expected = half_up(part.value * 100 / whole.value, step(share.value))
    name = share.subject.rsplit("/", 1)[-1]
    remark = "，属四舍五入级差异" if near else ""
    message = f"{name}占{whole.amount.subject}的比例按{part.printed}÷{whole.printed}应为{expected}%，印为{printed.printed}{remark}。"
    parts, base = around(part.value, part.step), around(whole.value, whole.step)
    own = around(Decimal(share.value), step(share.value))
    fixes = {
        printed.span: ratio(parts, base),
        part.span: around(
            whole.value * own.low / 100 / 2 + whole.value * own.high / 100 / 2, whole.value * printed.step / 100
        ),
    }
    if own.low > 0:
        middle = (part.value * 100 / own.low + part.value * 100 / own.high) / 2
        fixes[whole.span] = around(middle, part.value * 100 / own.low - part.value * 100 / own.high)
    spans = (printed.span, part.span, whole.span)
    return Doubt("占比复算", WARNING if near else ERROR, message, spans, f"{expected}%", printed.printed, fixes)
