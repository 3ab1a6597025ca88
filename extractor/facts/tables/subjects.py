"""What a row or a column of a table is about: printed names as the contract's subjects."""

from __future__ import annotations

import re
from functools import cache

from extractor.facts.tables.entries import Entry
from extractor.language.paths import class_names
from extractor.language.patterns import names
from extractor.lexicon import load

_SIDES = ("收入", "支出")
_FUNDS = ("资金", "拨款", "财政拨款", "")


def plain_name(printed: str) -> str:
    """A printed name without its number and the unit it is counted in.

    >>> plain_name("（一）公务用车保有量（辆）")
    '公务用车保有量'
    """
    name = _counted().sub("", _enumerator().sub("", printed))
    return name or printed


def counted_unit(printed: str) -> str | None:
    """The unit in brackets behind a counted thing: 辆 of 公务用车保有量（辆）."""
    match = _counted().search(printed)
    return match["unit"] if match else None


def is_total(name: str) -> bool:
    """Whether a row or column is the sum of the others."""
    return name in load("tables")["rows"]["total"]


def row_subject(printed: str, side: str, entry: Entry) -> str:
    """The subject of a row without a code. `side` is 收入 or 支出 in a two-sided table, else ""."""
    name = plain_name(printed)
    if is_total(name) and not side:
        return "合计"
    if entry.total and name in load("tables")["rows"]["own_total"]:
        return entry.total
    subject = f"{side}{name}" if is_total(name) else canonical(name, side)
    return _scoped(subject, entry) or subject


def _scoped(name: str, entry: Entry) -> str | None:
    """合计 and 总计 of a table about one kind of money are those of that money."""
    if not entry.scope or name not in {f"{side}{word}" for side in _SIDES for word in ("合计", "总计")}:
        return None
    return entry.scope + (name if name.endswith("总计") else name.removesuffix("合计"))


def canonical(name: str, side: str = "") -> str:
    """The contract's name for a printed one; the printed one where there is none."""
    table = names()
    for wording in (name, name.removesuffix("合计")):
        known = table.get(wording)
        if known is None or known.within:
            continue
        if known.kind == "subject" and len(known.names) == 1:
            return known.names[0]
        if known.kind == "count":
            return known.names[0]
    if side:
        for fund in _FUNDS:
            known = table.get(name.removesuffix(fund)) if fund else table.get(name)
            if known is not None and known.kind in ("relative", "short"):
                return known.names[0] + side
    return class_names().get(name, name)


def column_subject(labels: tuple[str, ...], entry: Entry) -> str:
    """The subject of a column whose rows have no names; `labels` from the top, without those that name a measure."""
    known = [canonical(plain_name(label)) for label in labels]
    if not labels:
        return entry.total or "合计"
    above, name = known[:-1], plain_name(labels[-1])
    if is_total(name) or name == "小计":
        return above[-1] if above else entry.total or "合计"
    parts = load("tables")["rows"]["parts"]
    for parent in reversed(above):
        if name in parts.get(parent, {}):
            return str(parts[parent][name])
    return known[-1]


@cache
def _enumerator() -> re.Pattern[str]:
    return re.compile(load("tables")["rows"]["enumerator"])


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(load("tables")["rows"]["counted"])
