"""Performance in prose: self-evaluations of projects, and their indicators with targets, actuals, scores and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractor.facts.reasons import causes
from extractor.language.numbers import canonical_unit, money_units, plain
from extractor.language.patterns import any_of
from extractor.lexicon import load
from extractor.records import Indicator, Project, Reason
from extractor.structure.outline import Outline, Paragraph

WHOLE = "整体支出"
_NUMBER = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]是|其[一二三四]，?|（?\d+[）.、]|[①②③④⑤⑥⑦⑧⑨]|首先，?|其次，?|年?初?)")


@dataclass(frozen=True, slots=True)
class Performance:
    """What the prose says of performance; `read` are the indices of paragraphs that say nothing else."""

    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]
    read: frozenset[int]


def evaluate(outline: Outline, year: int | None) -> Performance:
    """The projects and indicators of a report's prose."""
    projects: list[Project] = []
    indicators: list[Indicator] = []
    read: set[int] = set()
    current: str | None = None
    for at, paragraph in enumerate(outline.paragraphs):
        if paragraph.table or outline.silent(paragraph.heading):
            continue
        place = _Place(outline, paragraph, year)
        project = _project(place)
        if project is not None:
            projects.append(project)
            current = project.project
            read.add(at)
            indicators.extend(_outputs(place, current))
        indicators.extend(_compared(place, WHOLE if _about_whole(place) or current is None else current))
        indicators.extend(_scored(place))
    return Performance(tuple(projects), tuple(indicators), frozenset(read))


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph and how its spans become those of records."""

    outline: Outline
    paragraph: Paragraph
    year: int | None

    @property
    def text(self) -> str:
        return self.paragraph.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.outline.flow.stored(self.paragraph.start + start, self.paragraph.start + end)

    def indicator(self, start: int, end: int, project: str, name: str, **values: str | None) -> Indicator:
        begin, stop = self.span(start, end)
        report = self.outline.report
        return Indicator(
            document=report.name, year=self.year, page=report.page_at(begin), start=begin, end=stop, quote=report.text[begin:stop],
            project=project, indicator=name, **{"comparator": "=", **values},  # type: ignore[arg-type]
        )  # fmt: skip


# ── projects ──────────────────────────────────────────────────────────────────────────────────────────────────────
def _project(place: _Place) -> Project | None:
    text = place.text
    head = _head().search(text)
    budget = _money("budget").search(text, head.end() if head else 0)
    executed = _money("executed").search(text, budget.end() if budget else 0)
    completion = _rate().search(text, executed.end() if executed else 0)
    if budget is None or executed is None or completion is None or completion.start() - budget.start() > 120:
        return None
    name = _project_name(head.group("name")) if head else _whole_name(place, budget.start())
    if not name:
        return None
    begin, stop = place.span(0, len(text))
    report = place.outline.report
    unit = canonical_unit(budget["unit"])
    score = _score_of(text[: budget.start()]) if head else None
    return Project(
        document=report.name, year=place.year, page=report.page_at(begin), start=begin, end=stop, quote=report.text[begin:stop],
        project=name, budget=plain(budget["value"]), executed=plain(executed["value"]), completion_rate=plain(completion["value"]),
        unit=unit, score=score, problems=_part(text, "problems"), improvements=_part(text, "improvements"),
    )  # fmt: skip


def _project_name(printed: str) -> str:
    name = re.sub(r"^(?:\d+[.、]|（\d+）|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[①②③④⑤⑥⑦⑧⑨⑩]|其中[，：]?)+", "", printed)
    name = re.sub(r"(?:支出)?$", "", name)
    name = re.sub(r"^“([^“”]+)”$", r"\1", re.sub(r"(?<!^)项目$", "", name))
    return name.strip("，：、 ")


def _whole_name(place: _Place, at: int) -> str | None:
    """Without a name of its own an execution is that of the whole, where the headings say so."""
    return WHOLE if _about_whole(place) else None


def _about_whole(place: _Place) -> bool:
    titles = (*place.outline.path(place.paragraph.heading), *_titles_above(place))
    return any(word in title for title in titles for word in load("performance")["whole"])


def _titles_above(place: _Place) -> Iterator[str]:
    """Unnumbered openings of the section: the first paragraphs under the same heading tree."""
    index = place.outline.paragraphs.index(place.paragraph)
    for paragraph in place.outline.paragraphs[max(0, index - 6) : index + 1]:
        if len(paragraph.text) < 120:
            yield paragraph.text


def _part(text: str, name: str) -> str | None:
    """The text that a part's words introduce, up to the next part."""
    lexicon = load("performance")
    match = re.search(rf"(?:{any_of(lexicon[name])})(?:是|为|：|，)", text)
    if match is None:
        return None
    following = "|".join(any_of(lexicon[other]) for other in ("problems", "improvements", "outputs") if other != name)
    stop = re.search(rf"[。；](?:{following})(?:是|为|：|，|$)", text[match.end() :])
    part = text[match.end() : match.end() + stop.start() if stop else len(text)]
    return part.strip("，。；： ") or None


# ── indicators ────────────────────────────────────────────────────────────────────────────────────────────────────
def _outputs(place: _Place, project: str) -> Iterator[Indicator]:
    """主要产出和效益：一是X达到N；二是Y N次."""
    lexicon = load("performance")
    opening = re.search(rf"(?:{any_of(lexicon['outputs'])})(?:是|为|如下)?：", place.text)
    if opening is None:
        return
    following = "|".join(any_of(lexicon[name]) for name in ("problems", "improvements"))
    stop = re.search(rf"。(?:{following})", place.text[opening.end() :])
    end = opening.end() + stop.start() if stop else len(place.text)
    for match in re.finditer(r"[^；。]+", place.text[opening.end() : end]):
        start = opening.end() + match.start()
        found = _value(match.group())
        if found is not None:
            name, values = found
            yield place.indicator(start, start + len(match.group()), project, name, **values)


def _value(piece: str) -> tuple[str, dict[str, str | None]] | None:
    """An indicator's name and its actual in a piece of prose: the last figure and what stands before it."""
    text = _ORDINAL.sub("", piece.strip("，、 "))
    match = _figure().search(text)
    if match is None:
        return None
    name = _indicator_name(text[: match.start()])
    after = text[match.end() :]
    if not name or (len(name) <= 2 and after):
        # 资助1家科普基地: the thing counted stands behind its number.
        noun = re.match(r"[一-龥（）“”]{2,16}", after)
        if noun is None or not text[: match.start()]:
            return None
        name = _indicator_name(text[: match.start()]) + noun.group()
    return name, {"actual": plain(match["value"]), "unit": match["unit"] or None, "comparator": _comparator(match, after)}


def _indicator_name(text: str) -> str:
    name = text.split("，")[-1]
    changed = True
    while changed:
        shorter = re.sub(rf"(?:{_comparator_words()}|{any_of(load('performance')['links'])}|年|全年|本年度?)$", "", name)
        changed, name = shorter != name, shorter
    return name.strip("：、“”的")


def _comparator(match: re.Match[str], after: str) -> str:
    table = {word: sign for sign, words in load("performance")["comparators"].items() for word in words}
    for word in sorted(table, key=len, reverse=True):
        if match["sign"] == word or after.startswith(word):
            return table[word]
    return "="


@cache
def _comparator_words() -> str:
    return any_of(word for words in load("performance")["comparators"].values() for word in words)


@cache
def _figure() -> re.Pattern[str]:
    unit = r"%|个百分点|(?:台（套）|平方米|公里|人次|场次|小时|批次|万元|亿元|人|名|个|次|场|家|天|篇|条|件|项|户|份|台|套|期|元|辆|处|所|吨|亩|公顷|册|部|例|支|本|分|米|间|座|棵|株|头|日|月|种|类|门|节|课时|学时|班)(?:/[一-龥]{1,2})?"
    return re.compile(rf"(?P<sign>{_comparator_words()})?(?P<value>(?<![\d.A-Za-z]){_NUMBER})(?P<unit>{unit})(?!度)")


def _compared(place: _Place, project: str) -> Iterator[Indicator]:
    """X年初指标值N，实际完成值M，主要原因是…"""
    for match in _target_and_actual().finditer(place.text):
        name = _indicator_name(match["name"])
        if not name:
            continue
        indicator = place.indicator(
            match.start("name"), match.end(), project, name, target=plain(match["target"]), actual=plain(match["actual"]),
            unit=match["unit"] or match["unit2"], comparator=_side(match["sign"], match["after"]),
        )  # fmt: skip
        yield _explained(indicator, match["reason"], place, match.start("reason"))


def _side(sign: str | None, after: str | None) -> str:
    table = {word: s for s, words in load("performance")["comparators"].items() for word in words}
    return table.get(sign or "", table.get(after or "", "="))


@cache
def _target_and_actual() -> re.Pattern[str]:
    lexicon = load("performance")
    unit = r"(?:%|个百分点|[一-龥]{1,3}?(?:/[一-龥]{1,2})?)"
    words = _comparator_words()
    return re.compile(
        rf"(?P<name>[^，。；：]{{2,40}}?)(?:的)?(?:{any_of(lexicon['targets'])})(?:为|是|：)?(?:{words})?(?P<target>{_NUMBER})(?P<unit>{unit})(?:{words})?[，；]?"
        rf"(?:{any_of(lexicon['actuals'])})(?:为|是|：)?(?P<sign>{words})?(?P<actual>{_NUMBER})(?P<unit2>{unit})?(?P<after>{words})?(?=[，。；]|$)"
        rf"(?:[，。；](?:未完成|偏差)?(?:的)?(?:主要)?原因(?:主要)?(?:是|为|：)(?:因|由于)?(?P<reason>[^。；]+))?"
    )


def _explained(indicator: Indicator, reason: str | None, place: _Place, at: int) -> Indicator:
    if not reason:
        return indicator
    found = causes(reason)
    made = []
    for rank, cause in enumerate(found, 1):
        start, end = place.span(at + cause.start, at + cause.end)
        made.append(
            Reason(
                document=indicator.document, year=indicator.year, page=indicator.page, start=start, end=end,
                quote=place.outline.report.text[start:end], subject=indicator.indicator, compared_with="指标值", direction=None,
                text=cause.text, category=cause.category, rank=rank,
            )
        )  # fmt: skip
    return replace(indicator, reason=reason, category=found[0].category if found else None, causes=tuple(made))


def _scored(place: _Place) -> Iterator[Indicator]:
    """综合得分96分，其中执行情况得分18分: scores of the whole."""
    if not re.search(r"绩效|自评|评价", place.text):
        return
    if _head().search(place.text) and not _about_whole(place):
        return
    for match in _score().finditer(place.text):
        start = max(place.text.rfind(mark, 0, match.start()) for mark in "。；，") + 1
        words = place.text[start : match.start("value")]
        name = re.sub(r"^(?:其中[：，]?|.*?(?:评价|自评|报告|项目)(?=[^评报项]*得分))", "", words)
        name = re.sub(r"(?:为|是|：|达到|达)$", "", name.strip("，、 "))
        if re.search(r"指标", words) and "满分" in place.text[max(0, start - 12) : start]:
            continue
        if not 2 <= len(name) <= 14 or "该" in name:
            continue
        yield place.indicator(start, match.end(), WHOLE, name, score=plain(match["value"]), unit="分")


def _score_of(text: str) -> str | None:
    match = _score().search(text)
    return plain(match["value"]) if match else None


@cache
def _score() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('performance')['scores'])})(?:为|是|：|达到|达)?(?P<value>{_NUMBER})分(?!钟|别)")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"^(?P<name>[^。；：]{{2,60}}?)(?:项目)?(?:{any_of(load('performance')['project_heads'])})[：，。]")


@cache
def _money(part: str) -> re.Pattern[str]:
    unit = any_of(money_units())
    return re.compile(rf"(?:{any_of(load('performance')[part])})(?:数)?(?:为|是|：|共|共计|资金|金额|总额)*(?P<value>{_NUMBER})(?P<unit>{unit})")


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('performance')['completion'])})(?:为|是|：|达到|达)?(?P<value>{_NUMBER})%")
