"""The narrative of a report read paragraph by paragraph: headings give subjects, sections keep what was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import Protocol

from extractor.facts.binding import Binder, Scope
from extractor.facts.model import Bound, Fact
from extractor.facts.regions import Region, find_regions
from extractor.language.mentions import Mention, find_mentions
from extractor.language.patterns import expression
from extractor.language.pipeline import mentions_of, parse, pipeline, regions_of
from extractor.structure.outline import Outline, Paragraph

_YUAN, _LARGE = re.compile(r"元(?<=\d元)"), re.compile(r"[万亿](?<=\d.)元")
_LONGEST_CUT = 41  # characters
_CUT = re.compile(rf"[，、][^，。；：、]{{1,{_LONGEST_CUT - 1}}}$")

_Subjects = Callable[[int | None], tuple[str, ...]]


@dataclass(slots=True)
class Reading:
    """One paragraph as it was read: for `explain`."""

    paragraph: Paragraph
    mentions: Sequence[Mention]
    regions: list[Region] = field(default_factory=list)


class Attempt(Protocol):
    """How a paragraph is read: plainly, or so that its fault costs the others nothing (`Faults.attempt`)."""

    def __call__(self, stage: str, otherwise: Reading, work: Callable[[], Reading]) -> Reading:
        """What `work` yields, or `otherwise`."""


def _plainly(stage: str, otherwise: Reading, work: Callable[[], Reading]) -> Reading:
    return work()


def narrate(
    outline: Outline, year: int | None, kind: str | None, skip: Collection[int] = (), attempt: Attempt = _plainly
) -> tuple[Bound, list[Reading]]:
    """Everything that the running text states, and how each paragraph was read; paragraphs in `skip` are left out."""
    bound = Bound()
    readings: list[Reading] = []
    scope = Scope(year, kind, unit=_usual_unit(outline.flow.text))
    subjects = cache(lambda heading: _heading_subjects(outline, heading, year, kind))
    with pipeline().memory_zone():  # its documents are gone with the report
        for at, paragraph in enumerate(outline.paragraphs):
            if (
                at in skip
                or paragraph.table
                or outline.silent(paragraph.heading)
                or expression("paragraph", "note").match(paragraph.text)
            ):
                continue
            if paragraph.heading != scope.heading or at == 0:
                scope = _scope_of(outline, paragraph, scope, subjects)
            goes_on = _goes_on(paragraph)
            scope.paragraph, scope.offset, scope.budget = at, paragraph.start, scope.budget if goes_on else None
            if at and not goes_on and _finished(outline.paragraphs[at - 1].text):
                scope.subjects = (scope.project,) if scope.project else subjects(paragraph.heading)
                scope.counted = scope.as_of = None
            if not expression("paragraph", "tells").search(paragraph.text):
                continue
            work = partial(_read, paragraph, scope, bound, year, kind)
            readings.append(attempt("narrative", Reading(paragraph, ()), work))
    return bound, readings


def _read(paragraph: Paragraph, scope: Scope, bound: Bound, year: int | None, kind: str | None) -> Reading:
    doc = parse(paragraph.text, year, kind)
    mentions, regions = mentions_of(doc), list(regions_of(doc))
    if expression("paragraph", "nothing").fullmatch(paragraph.text) and scope.subjects:
        _nothing(paragraph, scope, bound)
        return Reading(paragraph, mentions, regions)
    Binder(paragraph.text, mentions, regions, scope, bound).run()
    for region in regions:
        if region.kind in ("reason", "before"):
            _inside(paragraph, mentions, region, scope, bound)
    return Reading(paragraph, mentions, regions)


def _inside(paragraph: Paragraph, mentions: Sequence[Mention], region: Region, scope: Scope, bound: Bound) -> None:
    """Comparisons that an explanation itself makes are facts of their own."""
    within = [m for m in mentions if region.start <= m.start and m.end <= region.end]
    if not any(m.kind in ("money", "percent") for m in within):
        return
    inside = [m._replace(start=m.start - region.start, end=m.end - region.start) for m in within]
    text = paragraph.text[region.start : region.end]
    nested = replace(scope, offset=scope.offset + region.start, subjects=(), counted=None)
    Binder(text, inside, find_regions(text, inside, nested=True), nested, bound, nested=True).run()


def _nothing(paragraph: Paragraph, scope: Scope, bound: Bound) -> None:
    """无。 under a heading: a stated zero of what the heading names."""
    for subject in scope.subjects:
        bound.state(
            Fact(
                subject,
                scope.default_measure,
                "0",
                scope.unit,
                scope.year,
                paragraph.start,
                paragraph.end,
                scope.heading,
                scope.paragraph,
                "无",
            )
        )


def _scope_of(outline: Outline, paragraph: Paragraph, before: Scope, subjects: _Subjects) -> Scope:
    """The scope under another heading. What was said last stays known where the new heading is below the old one."""
    project = _project(outline, paragraph.heading)
    below = _is_below(outline, paragraph.heading, before.heading)
    path = outline.path(paragraph.heading)
    return Scope(
        before.year,
        before.kind,
        heading=paragraph.heading,
        subjects=(project,) if project else subjects(paragraph.heading),
        own_title=path[-1] if path else "",
        project=project,
        title="".join(path[-2:]),
        base=before.base if below else None,
        unit=before.unit,
        past=before.kind == "预算" and _is_past(path[-1:], before.year),
    )


def _is_past(titles: Sequence[str], year: int | None) -> bool:
    """Whether the heading of a budget report is about the accounts of the year before: 2021年“三公”经费决算情况."""
    found = [expression("paragraph", "past").search(title) for title in titles]
    return year is not None and any(match is not None and int(match[1]) == year - 1 for match in found)


def _is_below(outline: Outline, heading: int | None, other: int | None) -> bool:
    """Whether two headings share the heading above them, or one is above the other."""
    if heading is None or other is None:
        return heading == other
    top = [outline.headings[heading].parent, heading]
    return other in top or (outline.headings[other].parent in top[:1] and outline.headings[heading].parent is not None)


def _project(outline: Outline, heading: int | None) -> str | None:
    """The project that a section of a budget report describes: …项目经费情况说明, or X项目 in a section on projects."""
    path = outline.path(heading)
    for above, title in pairwise(path):
        if _on_projects(above) and (match := expression("paragraph", "one_project").fullmatch(title)):
            return match[1]
    return next(filter(None, map(_project_in, path)), None)


@lru_cache(maxsize=1024)
def _on_projects(title: str) -> bool:
    return expression("paragraph", "projects").fullmatch(title) is not None


@lru_cache(maxsize=1024)
def _project_in(title: str) -> str | None:
    """The project that a title names: …项目经费情况说明."""
    match = expression("paragraph", "project").fullmatch(title)
    return match[1] if match and match[1] != "项目" else None


def _heading_subjects(outline: Outline, heading: int | None, year: int | None, kind: str | None) -> tuple[str, ...]:
    """What the nearest heading that names a subject is about."""
    while heading is not None:
        title = outline.headings[heading].title
        named = [m for m in find_mentions(title, year, kind) if m.kind == "subject"]
        if named:
            return named[-1].names
        heading = outline.headings[heading].parent
    return ()


def _usual_unit(text: str) -> str:
    """The unit in which a report prints its money: that of a stated none and of a figure whose unit is missing."""
    return "元" if len(_YUAN.findall(text)) > len(_LARGE.findall(text)) else "万元"


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether a paragraph speaks on about what the one before named: 决算数小于预算数的主要原因是…"""
    return paragraph.marker is None and expression("paragraph", "goes_on").match(paragraph.text) is not None


def _finished(text: str) -> bool:
    """Whether a paragraph ends as a sentence or a heading does (one cut by a page break runs on)."""
    return not text.endswith(("，", "、")) and not _CUT.search(text, max(0, len(text) - _LONGEST_CUT))
