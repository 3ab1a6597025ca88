"""The paragraphs of a report one after the other: whose performance each is about, and what it says of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractor.facts.performance import scores
from extractor.facts.performance.figures import Reader, made
from extractor.facts.performance.place import Place
from extractor.facts.performance.projects import Draft, Part, heads, parts_of, said, titled_name
from extractor.facts.performance.sheets import Sheet, sheets
from extractor.facts.performance.words import (
    NUMBER,
    WHOLE,
    compiled,
    either,
    goals,
    kind_of,
    ordinals,
    pattern,
    type_marker,
    words,
)
from extractor.language.numbers import money_units
from extractor.language.patterns import any_of
from extractor.records import Indicator, Project
from extractor.structure.outline import Outline, Paragraph

_SENTENCE = re.compile(r"[，。；：]")
_MEASURED = NUMBER + "(?:%|分|万元|元|⟨units⟩)"
_LONGEST_TITLE = 48
_KEPT = 6  # titles without a number that still count, the first line of the report aside


@dataclass(frozen=True, slots=True)
class Performance:
    """What a report says of performance; `read` are the indices of paragraphs that say nothing else.

    `owners` are the offsets of cells of tables, in order, each with the project that the text before it speaks of.
    """

    projects: tuple[Project, ...]
    indicators: tuple[Indicator, ...]
    read: frozenset[int]
    owners: tuple[tuple[int, str], ...] = ()

    def owner(self, offset: int) -> str | None:
        """The project that a table at an offset of the stored text belongs to, None where no project was named."""
        at = bisect_left(self.owners, (offset, ""))
        return self.owners[at][1] or None if at < len(self.owners) else None


@dataclass(slots=True)
class Walk:
    """One pass over the paragraphs of `outline`."""

    outline: Outline
    year: int | None
    indicators: list[Indicator] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    read: set[int] = field(default_factory=set)
    current: Draft | None = None
    lines: list[str] = field(default_factory=list)  # titles without a number
    part: str = ""
    kind: str | None = None
    outside: dict[int, bool] = field(default_factory=dict)  # heading → whether it is about other things

    def performance(self) -> Performance:
        """The records of the whole report."""
        found = sheets(self.outline.report)
        self.lines.append(next((line.strip() for line in self.outline.report.text.split("\n") if line.strip()), ""))
        owners: dict[int, str | None] = {}
        tables: list[tuple[int, str]] = []
        for at, paragraph in enumerate(self.outline.paragraphs):
            inside = next((n for n, sheet in enumerate(found) if self._within(paragraph, sheet)), None)
            if inside is not None:
                owners.setdefault(inside, self.current.name if self.current else None)
                self.read.add(at)
            elif paragraph.table:
                start, _ = self.outline.flow.stored(paragraph.start, paragraph.end)
                tables.append((start, self._owner(paragraph)))
            elif not self.outline.silent(paragraph.heading):
                self._paragraph(at, Place(self.outline, paragraph, self.year))
        projects = [project for draft in self.drafts if (project := draft.made()) is not None]
        for n, sheet in enumerate(found):
            form = sheet.form(self.outline.report, self.year, owners.get(n))
            projects.extend(form.projects)
            self.indicators.extend(form.indicators)
        return Performance(
            tuple(sorted(projects, key=lambda p: p.start)),
            tuple(sorted(self.indicators, key=lambda i: (i.start, i.end))),
            frozenset(self.read),
            tuple(tables),
        )

    def _owner(self, paragraph: Paragraph) -> str:
        """The project that is spoken of where a table begins, "" where none is."""
        within = self.current is not None and self._below(paragraph.heading, self.current.heading)
        return self.current.name if self.current is not None and within else ""

    def _within(self, paragraph: Paragraph, sheet: Sheet) -> bool:
        start, end = self.outline.flow.stored(paragraph.start, paragraph.end)
        return start < sheet.end and end > sheet.start

    # ── whose performance ─────────────────────────────────────────────────────────────────────────────────────────
    def _paragraph(self, at: int, place: Place) -> None:
        text, paragraph = place.text, place.paragraph
        if self.current is not None and not self._below(paragraph.heading, self.current.heading):
            self.current = None
        if self._title(paragraph) or self._outside(paragraph.heading):
            return
        context = self._context(paragraph)
        found = heads(text, context)
        if not found:
            if context and self.current is None:
                self._adopt(paragraph)
            self._note(at, place, [self._stretch(place, 0, len(text), context)])
            return
        if found[0].start == 0 and found[0].end >= len(text.rstrip("。：")) and "：" not in text[:-1]:
            self._open(found[0].name, paragraph.heading)
            return
        told = [self._stretch(place, 0, found[0].start, context)] if found[0].start > 0 else []
        for head, following in zip(found, [*found[1:], None], strict=True):
            self._open(head.name, paragraph.heading)
            end = following.start if following else len(text)
            told.append(self._stretch(place, head.end, end, context=True, named=head.start))
        self._note(at, place, told)

    def _note(self, at: int, place: Place, told: list[list[tuple[int, int]]]) -> None:
        """Notes a paragraph as read whose stretches told something, and that states no other money."""
        spans = [span for stretch in told for span in stretch]
        if spans and not self._unread_money(place, spans):
            self.read.add(at)

    def _title(self, paragraph: Paragraph) -> bool:
        """Takes in a paragraph that is only a title: what follows may be about the project or the kind that it names."""
        body = paragraph.text.rstrip("。：")
        if len(body) > _LONGEST_TITLE or not _is_title(body):
            return False
        self.part = ""
        self.kind = _titled_kind(body)
        name = titled_name(paragraph.text)
        heading = paragraph.heading
        is_heading = heading is not None and self.outline.headings[heading].start == paragraph.start
        if not is_heading:
            self.lines.append(body)
            del self.lines[1:-_KEPT]
        elif heading is not None and self.outline.headings[heading].level <= 2 and not self._speaks(body):
            del self.lines[1:]
        if name and self._speaks("".join((body, *self._titles(heading)))):
            self._open(name, heading if is_heading else None, titled=True)
        bare = ordinals().sub("", body)
        for part in ("problems", "improvements", "outputs"):
            if compiled(either(part)).fullmatch(bare):
                self.part = part
        return True

    def _titles(self, heading: int | None) -> tuple[str, ...]:
        lines = (line for n, line in enumerate(self.lines) if n or not any(word in line for word in words("not_only")))
        return (*lines, *self.outline.path(heading))

    def _speaks(self, titles: str) -> bool:
        return pattern("⟨context⟩").search(titles) is not None

    def _context(self, paragraph: Paragraph) -> bool:
        titles = "".join(self._titles(paragraph.heading))
        return self._speaks(titles) or _opens_itself(paragraph.text)

    def _outside(self, heading: int | None) -> bool:
        """Whether the innermost title that says what its section is about says that it is not performance."""
        if heading is None:
            return self._elsewhere(self.lines[1:])
        if heading not in self.outside:
            self.outside[heading] = self._elsewhere(self.outline.path(heading))
        return self.outside[heading]

    def _elsewhere(self, titles: Sequence[str]) -> bool:
        for title in reversed(titles):
            if self._speaks(title):
                return False
            if pattern("⟨outside⟩").search(title):
                return True
        return False

    def _planned(self, paragraph: Paragraph) -> bool:
        title = self.outline.path(paragraph.heading)[-1:] or tuple(self.lines[-1:])
        return any(w in t for t in title for w in words("planned")) and not any(
            w in t for t in title for w in words("planned_but")
        )

    def _adopt(self, paragraph: Paragraph) -> None:
        """Opens the project that the headings name, where one does."""
        heading = paragraph.heading
        while heading is not None:
            if name := titled_name(self.outline.headings[heading].title):
                self._open(name, heading, titled=True)
                return
            heading = self.outline.headings[heading].parent
        for line in reversed(self.lines):
            if name := titled_name(line):
                self._open(name, None, titled=True)
                return

    def _open(self, name: str, heading: int | None, titled: bool = False) -> None:
        if self.current is not None and self.current.name == name and (self.current.titled or titled):
            self.current.titled = False
            return
        self.part = ""
        known = next((draft for draft in self.drafts if draft.name == name and draft.only_scored()), None)
        if known is not None:
            known.heading = heading
            self.current = known
            return
        self.current = Draft(name, heading, titled)
        self.drafts.append(self.current)

    def _below(self, heading: int | None, above: int | None) -> bool:
        while heading is not None and heading != above:
            heading = self.outline.headings[heading].parent
        return heading == above

    # ── what is said of it ────────────────────────────────────────────────────────────────────────────────────────
    def _stretch(
        self, place: Place, start: int, end: int, context: bool, named: int | None = None
    ) -> list[tuple[int, int]]:
        """Reads a stretch of a paragraph that is about one project (which it names at `named`), or about none.

        Gives the spans of what it tells.
        """
        text = place.text
        if self.current is None and pattern("⟨this_project⟩").search(text, start, end):
            return []  # about a project that nobody named
        project = self.current.name if self.current else WHOLE
        parts = list(parts_of(text, start, end))
        if parts and parts[0].kind == "body" and self.part:
            parts[0] = Part(self.part, parts[0].start, parts[0].end)
        self.part = parts[-1].kind if parts and parts[-1].start >= end else ""
        told: list[tuple[int, int]] = []
        found: list[Indicator] = []
        for part in parts:
            if part.kind in ("problems", "improvements"):
                self._said(place, part)
                told.append((part.start, part.end))
                continue
            money: list[tuple[int, int]] = []
            if context and part.kind == "body" and self.current is not None:
                money = self.current.take(place, part.start, part.end, part.start if named is None else named)
            about = context or pattern("⟨context_said⟩").search(text) is not None
            self.indicators += scores.scores(place, part.start, part.end, project) if about else []
            found += self._drafted(place, part, project, context, money) if about else []
            told += money
        self.indicators += found
        return [*told, *self._spans(place, found)]

    def _drafted(
        self, place: Place, part: Part, project: str, context: bool, money: list[tuple[int, int]]
    ) -> Iterator[Indicator]:
        planned = part.kind == "goals" or self._planned(place.paragraph)
        totals = list(scores.spans(place.text, part.start, part.end))
        reader = Reader(
            place,
            self.kind,
            free=part.kind in ("outputs", "goals") or (context and self.kind is not None),
            strict=not context,
            ratios=context and (project != WHOLE or planned),
            planned=planned,
            told_from=part.start if planned else self._evaluated(project, money or totals),
            taken=tuple(money),
        )
        edges = [part.start, *(edge for span in totals for edge in span), part.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            for draft in reader.read(start, end) if start < end else ():
                yield made(place, draft, project)
            reader.drafts.clear()

    def _evaluated(self, project: str, figures: list[tuple[int, int]]) -> int | None:
        """Where the money of a project ends, or its score where that is all: what was done follows them."""
        return max(end for _, end in figures) if figures and project != WHOLE else None

    def _said(self, place: Place, part: Part) -> None:
        if self.current is None or part.start >= part.end:
            return
        if getattr(self.current, part.kind) is None:
            setattr(self.current, part.kind, said(place, part))

    def _spans(self, place: Place, found: list[Indicator]) -> list[tuple[int, int]]:
        if not found:
            return []
        origin = self.outline.flow.origin
        first = place.paragraph.start
        offsets = {origin[first + at]: at for at in range(len(place.text))}
        return [(offsets.get(i.start, 0), offsets.get(i.end - 1, 0) + 1) for i in found]

    def _unread_money(self, place: Place, told: list[tuple[int, int]]) -> bool:
        """Whether the paragraph states money that is neither a project's nor an indicator's."""
        return any(not any(start <= m.start() < end for start, end in told) for m in _any_money().finditer(place.text))


@lru_cache(maxsize=1024)  # the titles of reports are much the same
def _is_title(body: str) -> bool:
    """Whether a short paragraph is no sentence and states no figure."""
    sentence = _SENTENCE.search(ordinals().sub("", body).replace("附件：", ""))
    return sentence is None and pattern(_MEASURED).search(body) is None


@lru_cache(maxsize=1024)
def _titled_kind(title: str) -> str | None:
    """The kind of the indicators that a title announces."""
    match = compiled(type_marker(title=True)).search(title)
    return kind_of(match["type"] or match["group"] or "") if match else None


def _opens_itself(text: str) -> bool:
    """Whether a paragraph has what is about performance wherever it stands: 数量指标：, 绩效目标："""
    if not pattern("指标|⟨groups|goals⟩").search(text):
        return False  # as nearly every paragraph: the patterns below take longer to find out
    return any(compiled(opening).search(text) for opening in (type_marker(), goals()))


@cache
def _any_money() -> re.Pattern[str]:
    return compiled(rf"{NUMBER}(?:{any_of(money_units())})")
