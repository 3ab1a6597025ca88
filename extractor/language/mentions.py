"""Typed mentions in a paragraph of the flow: what is named, counted, compared and explained, with offsets.

Nothing is bound here. Overlaps are settled by who begins first, then by who is longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.language import patterns
from extractor.language.numbers import canonical_unit, plain
from extractor.language.openings import led
from extractor.language.paths import find_paths
from extractor.lexicon import load

#: The kinds of mentions, as they are labelled in the spaCy pipeline.
LABELS = (
    "subject", "nothing", "relative", "count", "money", "percent", "quantity", "number", "to", "complete", "base", "measure", "direction",
    "share", "unbudgeted", "none", "reason", "because", "purpose", "mainly", "which", "year", "blank", "ordinal", "by", "noise",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(LABELS)}


class Mention(NamedTuple):  # made by the hundred thousand: a frozen dataclass takes three times as long to make
    """A mention `text[start:end]`. What the other fields hold depends on `kind`:

    subject/count  `names`; `value` the code printed with a path; `measure` where the wording says it; `note` governs/below/money/states/path; `within` what must be named around it
    money/percent/quantity/number  `value` (decimal string) and `unit`
    measure  `measure`; base  `measure` is what it compares with (上年决算 …), `value` the year where printed
    direction  `measure` is 增加, 减少 or 持平
    """

    kind: str
    start: int
    end: int
    text: str
    names: tuple[str, ...] = ()
    value: str | None = None
    unit: str | None = None
    measure: str | None = None
    note: str | None = None
    within: str | None = None


#: A base outside the closed list of bases: what is compared with it is left alone.
EARLIER = "更早"

_BASE_GROUPS = ("before", "after", "same", "last", "year", "budget", "outturn", "initial", "adjusted")
_VERDICT = 12  # characters that a verdict (大于, 未达到) takes at most
_YEAR = r"(?:19|20)\d{2}"
# The point after the number of an item is none of a figure: 1.2023年度收入总计.
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.(?!{_YEAR}年)\d+)?"
_NEXT_NUMBER = re.compile(rf"[，、和]\s*(?=(?:{_NUMBER}))")


@lru_cache(maxsize=1024)  # headings are asked about for every paragraph below them
def find_mentions(text: str, year: int | None, kind: str | None) -> tuple[Mention, ...]:
    """The mentions of a paragraph in order. `year` and `kind` (决算, 预算, 绩效) are the report's."""
    found = [*_paths(text), *_lexical(text), *_figures(text), *_bases(text, year, kind), *_years(text)]
    found.sort(key=lambda m: (m.start, -m.end, _RANK[m.kind]))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if rest := _behind_measure(text, kept[-1], mention):
                kept.append(rest)
                continue
            if not _year_runs_into(kept[-1], mention):
                continue
            kept[-1] = kept[-1]._replace(end=mention.start, text=text[kept[-1].start : mention.start])
        kept.append(mention)
    return tuple(kept)


def _behind_measure(text: str, measure: Mention, name: Mention) -> Mention | None:
    """年初预算收入总计: the measure takes 预算 from the name 预算收入总计, what is left is a name too."""
    if measure.kind != "measure" or name.kind != "subject" or name.end <= measure.end:
        return None
    if (found := _names().match(text, measure.end)) and (known := patterns.names().get(found.group())):
        return Mention("subject", *found.span(), found.group(), known.names) if known.kind == "subject" else None
    rest = text[measure.end : name.end]
    if rest not in patterns.sides():
        return None
    return Mention("relative", measure.end, name.end, rest, ("",), note=patterns.sides()[rest])


def _year_runs_into(year: Mention, name: Mention) -> bool:
    """2023年末结转和结余: the 年 belongs to the name."""
    named = name.kind in ("subject", "count", "nothing")
    return named and year.kind == "year" and name.start > year.start and name.end > year.end


def _paths(text: str) -> Iterator[Mention]:
    for path in find_paths(text):
        yield Mention(
            "subject", path.start, path.end, text[path.start : path.end], (path.name,), value=path.code, note=path.level
        )


@cache
def _words() -> re.Pattern[str]:
    """All lexical mentions but figures and bases, as one expression; the group that is met last is the kind.

    The groups are empty and stand at the end: one around each kind would hide from `re` how its wordings begin.
    """
    kinds = load("patterns")["mention"]
    return re.compile(led("|".join(f"(?:{led(patterns.source('mention', kind))})(?P<{kind}>)" for kind in kinds)))


@cache
def _names() -> re.Pattern[str]:
    # A year may stand inside a name: 编报绩效目标的2024年度项目.
    return re.compile(patterns.any_of(patterns.names()).replace("的", rf"的(?:{_YEAR}年度?)?"))


@cache
def _sides() -> re.Pattern[str]:
    """收支, 收入, 支出 alone: only at the opening of a clause, before a comparison or a figure."""
    before, after = patterns.source("base", "bare_before"), patterns.source("base", "bare_after")
    first = "".join(sorted({word[0] for word in patterns.sides()}))  # looked at before what stands before them
    return re.compile(rf"(?=[{first}])(?:{before}){patterns.any_of(patterns.sides())}{after}")


def _lexical(text: str) -> Iterator[Mention]:
    table = patterns.names()
    others = {match.end() for match in patterns.expression("base", "other").finditer(text)}
    for match in _names().finditer(text):
        words = match.group()
        name = table.get(words) or table[re.sub(rf"的{_YEAR}年度?", "的", words)]
        if name.kind == "short" and not patterns.expression("base", "short_after").match(text, match.end()):
            continue
        if (
            name.within
            and name.kind == "count"
            and not patterns.expression("base", "counted_after").match(text, match.end())
        ):
            continue
        kind = "relative" if name.kind == "short" else name.kind
        start, end = match.span()
        named = name.names
        if start in others and kind != "relative":
            named = tuple(f"其他{each}" for each in named)  # another thing: 其他固定资产
        yield Mention(kind, start, end, words, named, None, name.unit, name.measure, name.note, name.within)
    for match in _sides().finditer(text):
        start, end = match.span()
        yield Mention("relative", start, end, match.group(), ("",), note=patterns.sides()[match.group()])
    meanings = _meanings()
    for match in _words().finditer(text):
        kind, words = str(match.lastgroup), match.group()
        start, end = match.span()
        yield Mention(kind, start, end, words, measure=meanings.get((kind, words)))


@cache
def _meanings() -> dict[tuple[str, str], str]:
    """What measures and directions mean, by kind and wording."""
    lists = (("measure", "measures"), ("direction", "direction"), ("direction", "direction_short"))
    return {(kind, word): said for kind, name in lists for word, said in patterns.meanings(name).items()}


@cache
def _figure() -> re.Pattern[str]:
    units = patterns.words("units")
    money = patterns.any_of(units["money"])
    percent = patterns.any_of(units["percent"])
    count = patterns.any_of(units["count"])
    return re.compile(
        rf"(?=[-\d])(?P<value>(?<![\d.A-Za-z])-?(?:{_NUMBER}))(?:(?:(?P<open>（)?(?P<money>{money})(?(open)）)(?!{patterns.source('figure', 'not_money_before')}))|(?P<percent>{percent})"
        rf"|(?P<count>{count})(?!{patterns.source('figure', 'not_count_before')}))?(?P<per>/[一-龥]{{1,3}})?"
    )


def _figures(text: str) -> Iterator[Mention]:
    for match in patterns.scanner("figure", "noise").finditer(text):
        yield Mention("noise", match.start(), match.end(), match.group())
    counts = patterns.words("units")["count"]
    for match in _figure().finditer(text):
        value, money, percent, count, per = match.group("value", "money", "percent", "count", "per")
        start, end = match.span()
        kind, unit = "number", None
        if money:
            kind, unit = "noise" if per else "money", canonical_unit(money)  # a unit price is no total
        elif percent:
            kind, unit = "percent", "%"
        elif count:
            kind, unit, end = "quantity", counts[count], match.end("count")
        elif shared := _unit_ahead(text, end):
            kind, unit = shared
        yield Mention(kind, start, end, text[start:end], value=plain(value), unit=unit)


def _unit_ahead(text: str, at: int) -> tuple[str, str] | None:
    """X、Y万元: the first number has the unit of the second."""
    match = _NEXT_NUMBER.match(text, at)
    following = _figure().match(text, match.end()) if match else None
    if following is None:
        return None
    if following["money"]:
        return "money", canonical_unit(following["money"])
    return ("percent", "%") if following["percent"] else None


def _years(text: str) -> Iterator[Mention]:
    for match in patterns.expression("figure", "date").finditer(text):
        yield Mention("year", match.start(), match.end(), match.group(), value=match[1])


def _bases(text: str, year: int | None, kind: str | None) -> Iterator[Mention]:
    for match in patterns.scanner("base", "expression").finditer(text):
        mention = _as_base(match, year, kind)
        if mention is not None:
            yield mention


def _as_base(match: re.Match[str], year: int | None, kind: str | None) -> Mention | None:
    """A base needs a word that compares around it; 年初预算 alone is a measure, 2022年度 alone a year."""
    start, end = match.span()
    before, after, same, last, printed, budget, outturn, initial, adjusted = match.group(*_BASE_GROUPS)
    verdict = patterns.expression("base", "verdict").search(match.string, max(0, start - _VERDICT), start)
    comparing = bool(before or after or same or verdict)
    if printed and year and int(printed) >= year and not (budget and comparing):
        # The report's own year is no base, except its budget: 比2022年预算.
        return None
    if initial == "年初" and not (before and patterns.expression("base", "moved").match(match.string, end)):
        return None
    if last or printed or same:
        meaning = "上年预算" if budget or (kind == "预算" and not outturn) else "上年决算"
        if printed and year and int(printed) >= year:
            meaning = "年初预算" if budget.startswith("年初") else "预算"
        elif printed and year and int(printed) < year - 1:
            meaning = EARLIER
    elif initial:
        meaning = "年初预算"
    elif adjusted:
        meaning = "全年预算"
    else:
        meaning = "预算"
    standing = bool((last or printed) and (budget or outturn or printed))
    if not comparing and not standing and not last:
        return None
    note, unit = "compare" if comparing else "standing", "verdict" if verdict else None
    return Mention("base", start, end, match.group(), value=printed, unit=unit, measure=meaning, note=note)
