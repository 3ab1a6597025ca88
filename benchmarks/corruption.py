"""Consistent reports, generated, with the table of their items; and one place of one of them corrupted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from random import Random

from extractor.language.codes import code_of
from extractor.report import Page, Report, Table
from tests.generator import Generated, generate

_MONEY = re.compile(r"(?<![\d.,，．])\d[\d,]*(?:[.．]\d+)?(?=\s*(?:万元|元|[%％]))")
_MOVED = re.compile(r"(增加|减少|增长|下降|降低)(?=\d)|(大于|小于)(?=(?:年初)?预算)")
_OTHER = {
    "增加": "减少",
    "减少": "增加",
    "增长": "下降",
    "下降": "增长",
    "降低": "增长",
    "大于": "小于",
    "小于": "大于",
}
_PAIR = re.compile(r"预算为(\d[\d,]*(?:\.\d+)?)(万元|元)，支出决算为(\d[\d,]*(?:\.\d+)?)(?:万元|元)")
_ITEM = re.compile(r"^(?:\d+[.、]|（\d+）)[^\n]*（项）[^\n]*\n", re.M)
_TITLE = "一般公共预算财政拨款支出决算表"


@dataclass(frozen=True)
class Corrupted:
    """A report in which one place was changed: its span of the new text, and what was done, for people.

    `checkable`: the report states elsewhere what the place said, or what it can be computed from.
    """

    seed: int
    kind: str
    what: str
    start: int
    end: int
    report: Report
    checkable: bool


def clean_report(seed: int) -> Report:
    """The report of a seed with the table of its items behind its text, where it has items with codes."""
    made = generate(seed)
    report = made.report()
    rows = _rows(made)
    if not rows:
        return report
    head = f"\n{_TITLE}\n单位：{_unit(made)}\n"
    start = len(report.text) + len(head)
    body = "\n".join("\t".join(row) for row in rows)
    text = report.text + head + body + "\n"
    table = Table(tuple(map(tuple, rows)), start, start + len(body))
    pages = (*report.pages, Page(len(report.pages) + 1, len(report.text), len(text))) if report.pages else ()
    return replace(report, text=text, tables=(table,), pages=pages, sha256=sha256(text.encode()).hexdigest())


def _unit(made: Generated) -> str:
    return next(str(row["unit"]) for row in made.records if row.get("unit") in ("万元", "元"))


def _rows(made: Generated) -> list[list[str]]:
    """Codes, names and amounts: the items, what they add up to above them, and the total."""
    items = {
        str(row["subject"]): Decimal(str(row["value"]))
        for row in made.records
        if row["record"] == "amount" and row["measure"] == "决算数" and str(row["subject"]).count("/") == 2
    }
    if len(items) < 2:
        return []
    coded = {_code(path, at): (path, value) for at, (path, value) in enumerate(items.items())}
    sums: dict[str, Decimal] = {}
    names: dict[str, str] = {}
    for code, (path, value) in coded.items():
        for length, name in zip((3, 5, 7), path.split("/"), strict=True):
            sums[code[:length]] = sums.get(code[:length], Decimal(0)) + value
            names[code[:length]] = name
    rows = [["科目编码", "科目名称", "合计"]]
    rows += [[code, names[code], f"{sums[code]:.2f}"] for code in sorted(sums)]
    return [*rows, ["", "合计", f"{sum(items.values(), Decimal(0)):.2f}"]]


def _code(path: str, at: int) -> str:
    """The official code of an item, else one of its class that is not taken."""
    return code_of(path) or f"{code_of(path.split('/')[0])}{90 - at}01"


def corrupt(report: Report, seed: int) -> Corrupted | None:
    """One corruption of one kind, both drawn from the seed; None where there is no place for any."""
    random = Random(seed * 7 + 1)
    kinds = list(_KINDS)
    random.shuffle(kinds)
    if report.tables and random.random() < 0.2:
        kinds.insert(0, "改表")
    for kind in kinds:
        if (done := _KINDS[kind](report, random)) is not None:
            start, end, instead, what = done
            corrupted = _replaced(report, start, end, instead)
            return Corrupted(
                seed, kind, what, start, start + len(instead), corrupted, _checkable(report.text, start, end)
            )
    return None


Change = tuple[int, int, str, str]


def _checkable(text: str, start: int, end: int) -> bool:
    """False for what the generator states once and nothing else depends on: it would be a report as consistent as before.

    Shares reached by indicators, the money of all evaluated projects, a completion rate or 大于 without the budget, a
    plan of running costs.
    """
    plain = unicodedata.normalize("NFKC", text)
    first, last = plain.rfind("。", 0, start) + 1, plain.find("。", end)
    before = re.sub(r"\s", "", plain[first:start])
    sentence = before + re.sub(r"\s", "", plain[start : last if last >= 0 else None])
    if re.search(r"(?:率|度)达到\d*$|涉及项目\d+个,资金$|机关运行经费预算为$", before.replace("，", ",")):
        return False
    budget = re.search(r"预算为?\d|执行数?为?\d|预算安排\d", before)
    if text[start:end] in ("大于", "小于"):
        return bool(budget or re.search(r"完成(?:年初|全年)?预算的?\d", sentence))
    return bool(budget or not re.search(r"完成(?:年初|全年)?预算的?$", before))


def _digit(report: Report, random: Random) -> Change | None:
    """Another digit in an amount or a rate of the text."""
    end = report.tables[0].start if report.tables else len(report.text)
    places = [m for m in _MONEY.finditer(report.text, 0, end) if not _price(report.text, m)]
    places = [m for m in places if re.search(r"[1-9]", unicodedata.normalize("NFKC", m[0]))]
    return _other_digit(random.choice(places), random) if places else None


def _price(text: str, match: re.Match[str]) -> bool:
    """单价100万元以上 is a threshold, no amount."""
    return (
        "单" in text[max(0, match.start() - 6) : match.start()] or text[match.end() : match.end() + 8].find("以上") >= 0
    )


def _other_digit(match: re.Match[str], random: Random) -> Change:
    printed = match[0]
    at = random.choice([at for at, char in enumerate(printed) if char.isdigit()])
    lowest = 1 if at == 0 and len(printed) > 1 and printed[1] != "." else 0
    digit = random.choice([d for d in "0123456789"[lowest:] if d != unicodedata.normalize("NFKC", printed[at])])
    changed = printed[:at] + digit + printed[at + 1 :]
    return match.start(), match.end(), changed, f"{printed}→{changed}"


def _sign(report: Report, random: Random) -> Change | None:
    """增加 for 减少, 大于 for 小于."""
    places = list(_MOVED.finditer(report.text))
    if not places:
        return None
    match = random.choice(places)
    around = report.text[match.start() - 12 : match.end() + 22].replace("\n", "")
    return match.start(), match.end(), _OTHER[match[0]], f"{match[0]}→{_OTHER[match[0]]}：{around}"


def _swap(report: Report, random: Random) -> Change | None:
    """Budget and outturn in each other's place."""
    places = [
        m for m in _PAIR.finditer(report.text) if Decimal(m[1].replace(",", "")) != Decimal(m[3].replace(",", ""))
    ]
    if not places:
        return None
    match = random.choice(places)
    instead = match[0].replace(match[1], "\0", 1)
    instead = instead[: match.start(3) - match.start() - len(match[1]) + 1] + instead[
        match.start(3) - match.start() - len(match[1]) + 1 :
    ].replace(match[3], match[1], 1)
    return match.start(), match.end(), instead.replace("\0", match[3]), f"{match[1]}与{match[3]}对调"


def _drop(report: Report, random: Random) -> Change | None:
    """An item of the list left out."""
    places = [m for m in _ITEM.finditer(report.text) if re.search(r"[1-9]", re.sub(r"^\S{1,4}", "", m[0]))]
    if len(places) < 3:
        return None
    match = random.choice(places)
    return match.start(), match.end(), "", f"删去{match[0][:40]}"


def _cell(report: Report, random: Random) -> Change | None:
    """Another digit in a cell of the table."""
    if not report.tables:
        return None
    cells = list(re.compile(r"(?<=\t)\d+\.\d\d$", re.M).finditer(report.text, report.tables[0].start))
    return _other_digit(random.choice(cells), random)


_KINDS: dict[str, Callable[[Report, Random], Change | None]] = {
    "改数字": _digit, "改方向": _sign, "对调": _swap, "删项": _drop, "改表": _cell,
}  # fmt: skip


def _replaced(report: Report, start: int, end: int, instead: str) -> Report:
    text = report.text[:start] + instead + report.text[end:]
    moved = len(instead) - (end - start)

    def shift(offset: int) -> int:
        return offset + moved if offset >= end else offset

    tables = tuple(
        Table(
            tuple(tuple(line.split("\t")) for line in text[shift(one.start) : shift(one.end)].split("\n")),
            shift(one.start), shift(one.end),
        )
        for one in report.tables
    )  # fmt: skip
    pages = tuple(Page(p.number, shift(p.start), shift(p.end)) for p in report.pages)
    return replace(report, text=text, tables=tables, pages=pages, sha256=sha256(text.encode()).hexdigest())
