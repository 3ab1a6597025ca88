"""Across reports: what this year's report says of last year, against what last year's report said of itself.

Asked of an index when it is wanted, since either report may come into the index first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from extractor.checks.rounding import step
from extractor.language.numbers import money_units
from extractor.lexicon import load
from extractor.records import Row
from extractor.store import Index
from extractor.store.filters import Filter
from extractor.store.rows import AmountRow, DocumentRow

RULE = "上年对照"
_ALIKE = 92.0  # of 100: 款 and 项 are renamed in small ways from year to year

Said = tuple[Decimal, Decimal, AmountRow]  # yuan, one unit of its last digit, the row it comes from


def across(index: Index, documents: Sequence[DocumentRow]) -> Iterator[Row]:
    """Findings, in the form of the records, for those 决算 of `documents` whose last year's 决算 is in the index too.

    `evidence` are the spans in the document itself; `other` names last year's report and the span and page there.
    """
    accounts = [one for one in index.documents(Filter(kind="决算")) if one.status == "ok"]
    for document in documents:
        before = [
            one for one in accounts
            if document.kind == "决算" and document.year is not None and one.year == document.year - 1
            and _same(one.organisation, document.organisation)
        ]  # fmt: skip
        if len(before) == 1:
            yield from _compare(index, document, before[0])


def _same(one: str | None, other: str | None) -> bool:
    """Whether two names are those of one organisation: the same, or one without the place that the other begins with."""
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if one == other or not longer.endswith(shorter):
        return one == other
    words = load("checks")["names"]
    return len(shorter) >= words["least"] and longer[: -len(shorter)].endswith(tuple(words["places"]))


def _compare(index: Index, document: DocumentRow, before: DocumentRow) -> Iterator[Row]:
    assert document.year is not None
    said = _amounts(index, document, "上年决算数", document.year - 1) | _implied(index, document)
    own = _amounts(index, before, "决算数", document.year - 1)
    for name, found in said.items():
        match = _counterpart(name, found, own)
        if len(found) != 1 or match is None:
            continue
        (now, unit, row), (then, other_unit, other) = found[0], match
        if abs(now - then) > max(unit, other_unit):
            yield _finding(document, row, other, now, then)


def _amounts(index: Index, document: DocumentRow, measure: str, year: int) -> dict[str, list[Said]]:
    """Subject → the different amounts that the running text gives it."""
    wanted = Filter(documents=(document.id,), measure=measure, year=year, source="narrative")
    found: dict[str, list[Said]] = {}
    for row in index.amounts(wanted):
        if row.yuan is not None and row.stated is None and _comparable(row.subject):
            said = (Decimal(row.yuan), step(row.value) * Decimal(money_units()[row.unit or ""]), row)
            values = found.setdefault(row.subject, [])
            if all(one[0] != said[0] for one in values):
                values.append(said)
    return found


def _implied(index: Index, document: DocumentRow) -> dict[str, list[Said]]:
    """Subject → last year's amount, from this year's and the change printed with it."""
    own = _amounts(index, document, "决算数", document.year or 0)
    found: dict[str, list[Said]] = {}
    wanted = Filter(documents=(document.id,), compared_with="上年决算", source="narrative")
    for row in index.facts("variance", wanted):
        values = own.get(row["subject"], [])
        if row["change"] is None or row["unit"] not in money_units() or len(values) != 1:
            continue
        factor = Decimal(money_units()[row["unit"]])
        if row["actual"] is None or Decimal(row["actual"]) * factor != values[0][0]:
            continue
        amount = values[0][0] - Decimal(row["change"]) * factor
        unit = values[0][1] + step(row["change"]) * factor
        found.setdefault(row["subject"], []).append((amount, unit, values[0][2]))
    return {name: said[:1] for name, said in found.items() if len({one[0] for one in said}) == 1}


def _counterpart(name: str, found: Sequence[Said], own: dict[str, list[Said]]) -> Said | None:
    """The same subject of last year: by its name, by its code, or by a name that is nearly the same."""
    values = own.get(name)
    code = found[0][2].code
    if values is None and code:
        values = next((said for said in own.values() if said[0][2].code == code), None)
    if values is None and "/" in name:
        values = _alike(name, own)
    return values[0] if values and len(values) == 1 else None


def _alike(name: str, own: dict[str, list[Said]]) -> list[Said] | None:
    from rapidfuzz import fuzz, process

    same_level = [other for other in own if other.count("/") == name.count("/")]
    best = process.extractOne(name, same_level, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return own[best[0]] if best else None


def _comparable(subject: str) -> bool:
    return "/" in subject or subject in _single()


@cache
def _single() -> frozenset[str]:
    return frozenset(load("checks")["agreement"]["subjects"])


def _finding(document: DocumentRow, row: AmountRow, other: AmountRow, now: Decimal, then: Decimal) -> Row:
    factor = Decimal(money_units()[row.unit or ""])
    said, was = f"{_plain(now / factor)}{row.unit}", f"{other.value}{other.unit}"
    name = row.subject.rsplit("/", 1)[-1]
    message = (
        f"{name}：本年报告的上年决算数是{said}，{other.year}年度决算报告印的是{was}，"
        f"相差{_plain(abs(now - then) / factor)}{row.unit}。"
    )
    return {
        "record": "finding", "document": document.name, "year": document.year, "source": row.source, "rule": RULE,
        "severity": "warning", "message": message, "expected": was, "observed": said,
        "evidence": [[row.start, row.end]], "page": row.page, "start": row.start, "end": row.end,
        "quote": row.quote,
        "other": {
            "document": other.document, "page": other.page, "start": other.start, "end": other.end,
            "quote": other.quote,
        },
    }  # fmt: skip


def _plain(value: Decimal) -> str:
    return format(value.normalize() + 0, "f")
