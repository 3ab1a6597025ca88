"""Typed mentions in a paragraph of the flow: what is named, counted, compared and explained, with offsets.

Nothing is bound here. Overlaps are settled by who begins first, then by who is longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractor.language import patterns
from extractor.language.numbers import canonical_unit, plain
from extractor.language.paths import find_paths

#: The kinds of mentions, as they are labelled in the spaCy pipeline.
LABELS = (
    "subject", "nothing", "relative", "count", "money", "percent", "quantity", "number", "to", "complete", "base", "measure", "direction",
    "share", "none", "reason", "because", "purpose", "mainly", "which", "year", "blank", "ordinal", "by", "noise",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention `text[start:end]`. What the other fields hold depends on `kind`:

    subject/count  `names`; `value` the code printed with a path; `measure` where the wording says it; `note` governs/below/money/path; `within` what must be named around it
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

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_YEAR = r"(?:19|20)\d{2}"


def find_mentions(text: str, year: int | None, kind: str | None) -> list[Mention]:
    """The mentions of a paragraph in order. `year` and `kind` (决算, 预算, 绩效) are the report's."""
    found = [*_paths(text), *_lexical(text), *_figures(text), *_bases(text, year, kind), *_years(text)]
    found.sort(key=lambda m: (m.start, -m.end, LABELS.index(m.kind)))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _paths(text: str) -> Iterator[Mention]:
    for path in find_paths(text):
        yield Mention(
            "subject", path.start, path.end, text[path.start : path.end], (path.name,), value=path.code, note=path.level
        )


@cache
def _words() -> re.Pattern[str]:
    """All lexical mentions but figures and bases, as one expression with a group a kind."""
    markers = patterns.words("markers")
    directions = patterns.meanings("direction")
    short = patterns.meanings("direction_short")
    number = r"(?=(?:了|为|约|各|近)?\d)"
    initial = patterns.any_of([w for w in patterns.words("base")["initial"] if len(w) > 2])
    plain_base = patterns.any_of([*patterns.words("base")["plain"], *patterns.words("base")["adjusted"]])
    groups = {
        "purpose": patterns.any_of(markers["purpose"]) + "|主要是(?=用于|用来|指)",
        "because": r"主要(?:由于|因为|因|是因为|是由于)|由于|因为|受(?=[^，。；]{2,30}影响)|(?<=[，。；])因(?!公|此|素|而)|^因(?!公|此|素|而)|随着",
        "reason": (
            r"(?:增减变动|增减变化|变动|变化|差异)?(?:的|其)?主要(?:的)?原因(?:主要)?(?:分析)?(?:都|均)?(?:是由于|是因为|是因|是|为|系|有|在于|包括|如下)?[：，]?"
            r"(?:由于|因为|是)?|(?:的|其|变动|增减|差异|下降|增加|减少|增长)原因(?:主要)?(?:都|均)?(?:是由于|是因为|是|为|系|有|在于|如下)?[：，]?(?:由于)?"
            r"|原因(?:主要)?(?:都|均)?(?:是由于|是因为|是|为|系|有|在于|如下|：)[：，]?(?:由于)?|主要是(?:由于|因为|因(?!公))|系(?:由于|因)|原因分析：|的主要情况(?:是|为)?：|主要为(?:由于|因(?!公))|主要由(?=.{2,30}(?:引起|导致|造成|所致))|主要受"
        ),
        "mainly": r"主要是|主要为|主要系|(?<=，)(?:为|系)(?!年初预算|全年预算|调整预算|预算(?:数|的)?\d|上年)(?=[^\d，。；][^，。；]{3,60}[。，；])",
        "to": r"(?:减少?|降低?|下降|增加?|增长|上升|提高|压缩|缩减)(?:至|到)(?=\d)",
        "complete": rf"(?:仅|共|已|实际)?完成(?:了)?(?:{initial}|{plain_base}|预期|计划)?(?:数)?(?:金额)?(?:的)?(?:比例|百分比)?(?=(?:为|约|的)?\d|的|（|\d|%)"
        + f"|(?:为|占|达)(?:{initial}|{plain_base})的?(?=\\d)|{patterns.any_of(markers['rate'])}",
        "direction": f"(?<!不)(?:{patterns.any_of(directions)})|{patterns.any_of(short)}{number}",
        "none": patterns.any_of(markers["none"]) + r"(?!关|论|法|需|形|偿|线)",
        "share": r"占(?:总|全)?(?:比(?:例|重)?)?|(?:比重|比例)(?=为|是|达|\d)",
        "which": r"其中包括|其中|分别是|具体为|具体是|包括：",
        "ordinal": r"[一二三四五六七八九十]是|其[一二三四五]，|（\d）|\(\d\)|[①②③④⑤⑥⑦⑧⑨]|(?<![\d.,])\d[.、](?!\d)|第[一二三四五六]，|首先|其次",
        "measure": patterns.any_of(patterns.meanings("measures")),
        "blank": r"(?<=[为加少长降占出数])(?:万元|元|亿元)(?![\d以])|(?<=[占长降少加])%",
        "by": r"(?:由|从)(?=\d)",
    }  # fmt: skip
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in groups.items()))


@cache
def _names() -> re.Pattern[str]:
    # A year may stand inside a name: 编报绩效目标的2024年度项目.
    return re.compile(patterns.any_of(patterns.names()).replace("的", rf"的(?:{_YEAR}年度?)?"))


def _qualified(names: tuple[str, ...], text: str, start: int) -> tuple[str, ...]:
    """其他 before a name makes it another thing: 其他固定资产."""
    other = text[max(0, start - 2) : start] in ("其他", "其它")
    return tuple(f"其他{name}" for name in names) if other else names


@cache
def _sides() -> re.Pattern[str]:
    """收支, 收入, 支出 alone: only at the opening of a clause, before a comparison or a figure."""
    after = r"(?=(?:总体|情况|总额|总量|决算)?(?:比|较|与|同比|各|均|都|有所|略有|增加|减少|增长|下降|变动|(?:决算)?(?:为|共计|共|合计|总计|总额为)?\d))"
    before = r"(?<![一-龥“”（）])|(?<=年)|(?<=年度)|(?<=本年)|(?<=单位)|(?<=部门)|(?<=对比)|(?<=今年)|(?<=总体)"
    return re.compile(rf"(?:{before}){patterns.any_of(patterns.sides())}{after}")


def _lexical(text: str) -> Iterator[Mention]:
    table = patterns.names()
    for match in _names().finditer(text):
        name = table[re.sub(rf"的{_YEAR}年度?", "的", match.group())]
        if name.kind == "short" and not re.match(r"(?:为|共|各)?\d|增|减|较|比", text[match.end() :]):
            continue
        if name.within and name.kind == "count" and not re.match(r"(?:共|为|数)?\d", text[match.end() :]):
            continue
        kind = "relative" if name.kind == "short" else name.kind
        note = next((flag for flag in ("governs", "below", "money") if getattr(name, flag)), None)
        yield Mention(
            kind,
            match.start(),
            match.end(),
            match.group(),
            name.names if kind == "relative" else _qualified(name.names, text, match.start()),
            unit=name.unit,
            measure=name.measure,
            note=note,
            within=name.within,
        )
    for match in _sides().finditer(text):
        yield Mention(
            "relative", match.start(), match.end(), match.group(), ("",), note=patterns.sides()[match.group()]
        )
    measures = patterns.meanings("measures")
    directions = patterns.meanings("direction") | patterns.meanings("direction_short")
    for match in _words().finditer(text):
        kind, words = str(match.lastgroup), match.group()
        meaning = {"measure": measures, "direction": directions}.get(kind, {}).get(words)
        yield Mention(kind, match.start(), match.end(), words, measure=meaning)


@cache
def _figure() -> re.Pattern[str]:
    units = patterns.words("units")
    money = patterns.any_of(units["money"])
    percent = patterns.any_of(units["percent"])
    count = patterns.any_of(units["count"])
    return re.compile(
        rf"(?P<value>(?<![\d.A-Za-z])-?(?:{_NUMBER}))(?:(?:(?P<open>（)?(?P<money>{money})(?(open)）)(?!以上|（含）以上|以下|户|人次))|(?P<percent>{percent})"
        rf"|(?P<count>{count})(?!所|方|口|位数|年|度|月))?(?P<per>/[一-龥]{{1,3}})?"
    )


_NOISE = re.compile(
    r"〔\d{4}〕\d+号|\d{1,2}月(?:\d{1,2}日)?|第\d+|\d+号|\d+(?:\.\d+)?(?:万元|元)(?:（含）)?(?:以上|以下)|"
    r"[A-Za-z][\w-]*|\d+[:：]\d{2}(?!\d)|\d+(?:-\d+)+|(?:图|表|附件|公开)\d+表?|\d+年(?!度)(?:期|限)|https?:\S+"
)


def _figures(text: str) -> Iterator[Mention]:
    for match in _NOISE.finditer(text):
        yield Mention("noise", match.start(), match.end(), match.group())
    counts = patterns.words("units")["count"]
    for match in _figure().finditer(text):
        kind, unit = "number", None
        if match["money"]:
            kind, unit = "money", canonical_unit(match["money"])
        elif match["percent"]:
            kind, unit = "percent", "%"
        elif match["count"]:
            kind, unit = "quantity", counts[match["count"]]
        if match["per"] and kind == "money":
            kind = "noise"  # a unit price is no total
        if kind == "number" and (shared := _unit_ahead(text, match.end())):
            kind, unit = shared
        end = match.end() if kind != "quantity" or not match["per"] else match.end("count")
        yield Mention(kind, match.start(), end, text[match.start() : end], value=plain(match["value"]), unit=unit)


def _unit_ahead(text: str, at: int) -> tuple[str, str] | None:
    """X、Y万元: the first number has the unit of the second."""
    match = re.match(rf"[，、和]\s*(?=(?:{_NUMBER}))", text[at:])
    following = _figure().match(text, at + match.end()) if match else None
    if following is None:
        return None
    if following["money"]:
        return "money", canonical_unit(following["money"])
    return ("percent", "%") if following["percent"] else None


def _years(text: str) -> Iterator[Mention]:
    for match in re.finditer(rf"({_YEAR})年(?:度|末|底|初)?(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?", text):
        yield Mention("year", match.start(), match.end(), match.group(), value=match[1])


@cache
def _base() -> re.Pattern[str]:
    base = patterns.words("base")
    last = patterns.any_of(base["last_year"])
    budget = patterns.any_of(base["budget_tail"])
    outturn = patterns.any_of(base["outturn_tail"])
    initial = patterns.any_of(base["initial"])
    adjusted = patterns.any_of(base["adjusted"])
    plain_base = patterns.any_of(base["plain"])
    before = patterns.any_of(base["before"])
    after = patterns.any_of(base["after"])
    same = patterns.any_of(base["same_period"])
    year = rf"(?P<year>{_YEAR})年(?:度)?(?:（[^）]{{1,6}}）)?"
    return re.compile(
        rf"(?P<before>{before})?(?:(?:(?P<last>{last})|{year})(?:的|同类|一般公共预算|财政拨款|“三公”经费)?"
        rf"(?:(?P<outturn>{outturn})(?!预算)|(?P<budget>{budget}))?"
        rf"|(?P<initial>{initial})|(?P<adjusted>{adjusted})|(?P<plain>{plain_base}))(?P<after>{after})?|(?P<same>{same})"
    )


def _bases(text: str, year: int | None, kind: str | None) -> Iterator[Mention]:
    for match in _base().finditer(text):
        mention = _as_base(match, year, kind)
        if mention is not None:
            yield mention


def _as_base(match: re.Match[str], year: int | None, kind: str | None) -> Mention | None:
    """A base needs a word that compares around it; 年初预算 alone is a measure, 2022年度 alone a year."""
    verdict = re.search(
        r"(?:大于|小于|高于|低于|超过|少于|多于|等于|超出|未达到|未完成|超)$", match.string[: match.start()]
    )
    comparing = bool(match["before"] or match["after"] or match["same"] or verdict)
    printed = match["year"]
    if printed and year and int(printed) >= year and not match["budget"]:
        # The report's own year is no base, except its budget: 比2022年预算.
        return None
    if printed and year and int(printed) >= year and not comparing:
        return None
    if match["initial"] == "年初" and not (
        match["before"] and match.string[match.end() : match.end() + 2] in ("完成", "增加", "减少")
    ):
        return None
    if match["last"] or printed or match["same"]:
        meaning = "上年预算" if match["budget"] or (kind == "预算" and not match["outturn"]) else "上年决算"
        if printed and year and int(printed) >= year:
            meaning = "年初预算" if str(match["budget"]).startswith("年初") else "预算"
        elif printed and year and int(printed) < year - 1:
            meaning = EARLIER
    elif match["initial"]:
        meaning = "年初预算"
    elif match["adjusted"]:
        meaning = "全年预算"
    else:
        meaning = "预算"
    standing = bool((match["last"] or printed) and (match["budget"] or match["outturn"] or printed))
    if not comparing and not standing and not match["last"]:
        return None
    note = "compare" if comparing else "standing"
    mention = Mention("base", match.start(), match.end(), match.group(), value=printed, measure=meaning, note=note)
    return replace(mention, unit="verdict") if verdict else mention
