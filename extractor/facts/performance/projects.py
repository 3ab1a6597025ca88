"""Projects in running text: how they are named, and what was budgeted, spent, scored, found wrong and improved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.facts.performance.place import Place
from extractor.facts.performance.words import (
    NUMBER,
    WHOLE,
    amount,
    compiled,
    either,
    ordinals,
    parts,
    pattern,
    rate,
    total,
    words,
)
from extractor.language.numbers import canonical_unit, plain
from extractor.records import Project

_BESIDE_MONEY = rf"[，。；（](?:⟨beside_money⟩)(?:为|是|：)*(?P<value>{NUMBER})分(?!钟)"
# How a title names a project, the likeliest way first.
_TITLED = (
    r"(?:附件\d*：?)?(?P<name>.{2,40}?)(?:项目)?(?:支出)?(?:⟨project_heads⟩)(?:表|报告)?",
    r"(?P<name>.{2,40})项目",
    r"(?P<name>.{2,40}(?:⟨project_endings⟩))(?:⟨goal_titles⟩)?",
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a project is named in a paragraph: what follows `end` is about it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an evaluation: `kind` is goals, outputs, problems, improvements, or body for what is before them."""

    kind: str
    start: int
    end: int


@dataclass(slots=True)
class Draft:
    """A project while its paragraphs are read. `heading` is the heading it stands under; `titled` if that names it."""

    name: str
    heading: int | None
    titled: bool = False
    budget: str | None = None
    executed: str | None = None
    completion_rate: str | None = None
    unit: str | None = None
    score: str | None = None
    problems: str | None = None
    improvements: str | None = None
    place: Place | None = None
    start: int = 0
    end: int = 0

    def complete(self) -> bool:
        """Whether enough is known to say that this is a project's evaluation."""
        figures = [self.budget, self.executed, self.completion_rate]
        if self.name == WHOLE:
            return self.executed is not None and len([f for f in figures if f]) > 1
        return len([f for f in figures if f]) > 1 or self.score is not None

    def only_scored(self) -> bool:
        """Whether a score is all that was said of the project: its evaluation may follow elsewhere."""
        return self.score is not None and self.executed is None and self.completion_rate is None

    def made(self) -> Project | None:
        if self.place is None or not self.complete():
            return None
        return self.place.project(
            self.start, self.end, self.name, budget=self.budget, executed=self.executed,
            completion_rate=self.completion_rate, unit=self.unit, score=self.score, problems=self.problems,
            improvements=self.improvements,
        )  # fmt: skip

    def take(self, place: Place, start: int, end: int, named: int) -> list[tuple[int, int]]:
        """Takes in the money and the score of a stretch of text that begins to be about the project at `named`.

        Gives the spans of the money.
        """
        spans = []
        if self.executed is None and self.completion_rate is None:
            spans = self._money(place, start, end)
        if spans:
            self.place, self.start, self.end = place, named, end
        found = total().search(place.text, start, end)
        beside = pattern(_BESIDE_MONEY).search(place.text, start, end) if spans and not found else None
        if beside and self.score is None:
            self.score = plain(beside["value"])
        if found and self.score is None and not _is_average(place.text, found) and self._scored(place.text, found):
            self.score = plain(found["value"])
            if self.place is None:
                self.place, self.start, self.end = place, named, end
        return spans

    def _scored(self, text: str, found: re.Match[str]) -> bool:
        before = text[max(0, found.start() - 8) : found.start()]
        return not before.endswith(("指标", "目标"))

    def _money(self, place: Place, start: int, end: int) -> list[tuple[int, int]]:
        text = place.text
        budget = amount("budget").search(text, start, end) or amount("budget_else").search(text, start, end)
        executed = amount("executed").search(text, start, end) or amount("executed_else").search(text, start, end)
        completion = rate().search(text, start, end)
        if len([f for f in (budget, executed, completion) if f]) < 2:
            return []
        self.budget = plain(budget["value"]) if budget else None
        self.executed = plain(executed["value"]) if executed else None
        self.completion_rate = plain(completion["value"] or completion["value2"]) if completion else None
        money = budget or executed
        self.unit = canonical_unit(money["unit"]) if money else None
        # The budget of January beside the one of December is history, not a fact of its own.
        others = list(amount("budget_else").finditer(text, start, end))
        return [match.span() for match in (budget, executed, completion, *others) if match]


def _is_average(text: str, found: re.Match[str]) -> bool:
    return any(word in text[max(0, found.start() - 4) : found.end()] for word in words("average"))


def heads(text: str, context: bool) -> list[Head]:
    """The projects that a paragraph names, in order; `context`: it stands in a section about performance."""
    if not context and not pattern("⟨project_heads⟩|自评|评价").search(text):
        return []  # as nearly every paragraph: the patterns below take longer to find out
    found: list[Head] = []
    for match in _patterns(context).finditer(text):
        printed = next(value for key, value in match.groupdict().items() if value is not None)
        name = project_name(printed)
        if name:
            found.append(Head(name, match.start(), match.end()))
    return found


@cache
def _patterns(context: bool) -> re.Pattern[str]:
    among = "|".join(f"(?<={word}{mark})" for word in words("parts_open") for mark in ("", "，", "："))
    begin = rf"(?:^|(?<=[。；])|{among}){ordinals().pattern[1:-1]}*"
    evaluated = rf"{begin}(?P<evaluated>[^。；：，]{{2,60}}?)(?:项目)?(?:{either('project_heads')})(?:[：，。]|$)"
    field = rf"{begin}(?:{either('project_fields')})：?(?P<field>[^，。；：]{{2,60}})$"
    scored = rf"(?:^|(?<=[，。；、：])){ordinals().pattern[1:-1]}*(?P<scored>[^，。；：]{{2,40}}?)(?=(?:项目)?(?:绩效)?(?:自评|评价)(?:得分|总分|分)(?:为|是|：)?\d)"
    after = "".join(sorted({word[-1] for word in words("parts_open")}))
    here = f"^|(?<=[，。；、：{after}])"  # where any of them begins
    if not context:
        return compiled(f"(?:{here})(?:{evaluated}|{scored})")
    money = rf"(?:\d{{4}}年度?)?(?:{either('budget', 'budget_else', 'executed')})"
    stopped = rf"{begin}(?P<stopped>[^，。；：]{{2,40}}?(?:{either('project_endings')})|“[^”]+”(?:项目)?)[：。，](?=(?:该项目|项目|本项目)?.{{0,6}}{money}|[^。；]{{0,12}}(?:{either('this_project')})|(?<=项目：).{{0,80}}?{money})"
    bracketed = rf"(?:^|(?<=[。；：、，])){ordinals().pattern[1:-1]}*(?P<bracketed>[^，。；：、（]{{2,40}}?(?:{either('project_endings')})|“[^”]+”(?:项目)?)（(?={money}(?:{either('amount_links')})*\d)"
    inline = rf"{begin}(?P<inline>[^，。；：]{{2,40}}?(?:{either('project_endings')})|“[^”]+”(?:项目)?)(?={money}(?:{either('amount_links')})*\d)"
    entire = rf"(?P<entire>(?:{either('whole')})[^，。；：\d]{{0,6}}?)(?={money}(?:{either('amount_links')})*\d)"
    here += f"|(?=[{''.join(sorted({word[0] for word in words('whole')}))}])"
    return compiled(f"(?:{here})(?:{'|'.join((field, evaluated, scored, stopped, bracketed, inline, entire))})")


def project_name(printed: str) -> str | None:
    """A project's name out of the words that print it; 整体支出 for the whole, None where they name no project."""
    name = re.sub(r"^.*(?:关于|实施的)(?=“)", "", ordinals().sub("", printed)).strip("，：、 ")
    name = re.sub(r"^其中[，：]?", "", name)
    if any(word in name for word in words("whole")):
        return WHOLE
    name = re.sub(r"支出$", "", name) if not re.search(r"[^目]支出$", name) else name
    name = re.sub(r"(?<=.)项目$", "", name)
    name = re.sub(r"^“([^“”]+)”$", r"\1", name)
    bare = re.sub(r"^(?:\d{4}年度?)+", "", name)
    unquoted = re.sub(r"“[^”]*”", "", bare)
    if pattern("(?:⟨not_openings⟩).*|.*(?:⟨not_endings⟩)").fullmatch(unquoted):
        return None
    if len(bare) < 2 or bare in words("generic_names") or any(word in unquoted for word in words("not_names")):
        return None
    if not re.search(r"[一-龥A-Za-z]{2}", bare) or re.search(rf"{NUMBER}(?:万元|元|分|%)|\d个", name):
        return None
    return name


@lru_cache(maxsize=1024)  # the titles of reports are much the same
def titled_name(title: str) -> str | None:
    """The project that a title names, 整体支出 where it is about the whole, None where neither."""
    body = ordinals().sub("", re.sub(r"^（([^（）]+)）$", r"\1", title)).rstrip("。：")
    if any(word in body for word in words("whole")):
        return WHOLE
    match = next((match for named in _TITLED if (match := pattern(named).fullmatch(body))), None)
    name = project_name(match["name"]) if match else None
    name = re.sub(r"^\d{4}年度?(?=.{2})", "", name) if name else None  # the report's year
    # 某某县文物中心2023年度项目…: an organisation's report on its projects, not a project.
    return None if name is None or re.search(r"\d{4}年度?(?:部门|单位|预算|项目)*$", name) else name


def parts_of(text: str, start: int, end: int) -> Iterator[Part]:
    """The parts of an evaluation in a stretch of text."""
    named = pattern("⟨problems|improvements|outputs|goals⟩").search(text, start, end)
    found = list(parts().finditer(text, start, end)) if named else []
    first = found[0].start() if found else end
    if first > start:
        yield Part("body", start, first)
    for at, match in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else end
        yield Part(match.lastgroup or "body", match.end(), stop)


def said(place: Place, part: Part) -> str | None:
    """A part's words as printed, None where it says that there is nothing to say."""
    start, end = part.start, part.end
    while end > start and place.text[end - 1] in "，。；：、 ":
        end -= 1
    if end <= start or place.text[start:end] in words("nothing"):
        return None
    return place.verbatim(start, end)
