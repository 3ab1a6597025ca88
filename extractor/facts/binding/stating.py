"""Stating: facts and comparisons written down for the subjects that hold, with the clause they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractor.facts.binding.scope import Scope, State
from extractor.facts.model import Bound, Comparison, Fact, Loose
from extractor.facts.regions import Region
from extractor.language.mentions import EARLIER, Mention
from extractor.language.patterns import expression

_END = re.compile("[。；！？]")
_STOP, _MARK = re.compile("[。；]"), re.compile("[，。；]")
FIGURES = ("money", "percent", "number", "quantity")


class Stating:
    """The desk of a binder: the paragraph, what holds there, and the writing down."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        regions: Sequence[Region],
        scope: Scope,
        bound: Bound,
        nested: bool = False,
    ) -> None:
        self.text, self.mentions, self.regions = text, mentions, regions
        self.scope, self.bound, self.nested = scope, bound, nested
        self.state = State()
        self.here: list[Comparison] = []
        self.early: Region | None = None
        self.early_from = 0
        self.whole: list[Comparison] = []
        self._ends = [match.start() for match in _END.finditer(text)]
        self._starts = [mention.start for mention in mentions]

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions between two places of the text; none lies across another."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _from(self, start: int) -> Sequence[Mention]:
        """The mentions from a place of the text on."""
        return self.mentions[bisect_left(self._starts, start) :]

    def _state_all(self, measure: str, value: str, unit: str | None, figure: Mention) -> None:
        state = self.state
        subjects = self.scope.subjects
        if not subjects:
            self._unbound(figure)
            return
        if len(subjects) > 1 and (state.share_out or self._one_each(figure)):
            subjects = (self._next_share(subjects),)
        year = self.scope.year
        if measure.startswith("上年") and year:
            year -= 1
        elif measure == "金额":
            year = self.scope.as_of or year
        for subject in subjects:
            self._add(
                Fact(
                    subject,
                    measure,
                    value,
                    unit,
                    year,
                    *self._clause(figure.start),
                    self.scope.heading,
                    self.scope.paragraph,
                )
            )

    def _next_share(self, subjects: tuple[str, ...]) -> str:
        state = self.state
        state.share_out = state.share_out or list(subjects)
        return state.share_out.pop(0)

    def _one_each(self, figure: Mention) -> bool:
        """X、Y各/分别为N、M: as many figures in a row, set apart by a mark, as there are subjects."""
        count = len(self.scope.subjects)
        rest = [m for m in self._from(figure.start) if m.kind in FIGURES][:count]
        if len(rest) < count or any(m.kind != figure.kind for m in rest):
            return False
        gaps = [self.text[a.end : b.start] for a, b in pairwise(rest)]
        return all(gap in ("，", "、", "和", "；") for gap in gaps)

    def _state_none(self, mention: Mention) -> None:
        """本年度无A、B收入: a zero that the text states in words."""
        counted = mention.kind == "count"
        measure = "数量" if counted else self.scope.default_measure
        for name in mention.names:
            fact = Fact(
                name,
                measure,
                "0",
                mention.unit if counted else self.scope.unit,
                self.scope.year,
                *self._clause(mention.start),
                self.scope.heading,
                self.scope.paragraph,
                "无",
            )
            self._add(fact)

    def _add(self, fact: Fact) -> None:
        if self.nested and not self._explicit(fact.subject):
            return
        self.bound.state(fact)

    def _explicit(self, subject: str) -> bool:
        """Inside an explanation only what the explanation itself names counts."""
        stems = [m.names[0] for m in self.mentions if m.kind == "relative" and m.names[0]]
        return any(subject in m.names for m in self.mentions if m.kind == "subject") or subject.startswith(tuple(stems))

    def _unbound(self, figure: Mention) -> None:
        if not self.nested:
            start, end = self._clause(figure.start)
            offset = self.scope.offset
            self.bound.loose.append(Loose(figure.start + offset, figure.end + offset, start, end))

    def _clause(self, at: int) -> tuple[int, int]:
        """The clause around a place, in the flow: from one full stop or semicolon to the next."""
        after = bisect_left(self._ends, at)
        start = self._ends[after - 1] + 1 if after else 0
        end = self._ends[after] + 1 if after < len(self._ends) else len(self.text)
        return start + self.scope.offset, end + self.scope.offset

    def _stated(self) -> Sequence[Fact]:
        """What the section has stated so far."""
        return self.bound.stated(self.scope.heading)

    def _comparisons(self, base: str, wanting: str | None = None, figure: Mention | None = None) -> list[Comparison]:
        """The open comparisons of the current subjects with `base`, begun where there are none."""
        group = []
        subjects = self.scope.subjects
        if base == EARLIER:
            return []
        if figure is not None and len(subjects) > 1 and (self.state.share_out or self._one_each(figure)):
            subjects = tuple(self.state.share_out or subjects)[:1]
        for subject in subjects:
            if self.nested and not self._explicit(subject):
                continue
            open_one = next((c for c in reversed(self.here) if c.subject == subject and c.base == base), None)
            if open_one is not None and wanting and getattr(open_one, wanting) is not None:
                open_one = None
            if open_one is None:
                start, end = self._clause(max(self.state.since, 0))
                open_one = Comparison(
                    subject, base, start, end, self.scope.heading, self.scope.paragraph, nested=self.nested
                )
                self.here.append(open_one)
                self.bound.comparisons.append(open_one)
            group.append(open_one)
        self.state.group = group
        self.scope.base = base if base.startswith("上年") else self.scope.base
        return group

    def _close(self, comparison: Comparison, at: int) -> None:
        """The comparison's clause reaches at least to here."""
        comparison.end = max(comparison.end, self._clause(max(at - 1, 0))[1])

    def _budget_base(self, base: str) -> str:
        """预算 alone means the budget that the section named last: 年初预算 or 全年预算."""
        return self.scope.budget or base if base == "预算" else base

    def _figure_next(self, end: int) -> bool:
        match = expression("binding", "before_figure").match(self.text, end)
        return match is not None and any(
            m.kind in FIGURES for m in self._from(match.end())[:1] if m.start == match.end()
        )

    def _governs(self, word: Mention, figure: Mention) -> bool:
        return figure.start - word.end <= 8 and not _STOP.search(self.text, word.end, figure.start)

    def _header(self, mention: Mention) -> bool:
        """Whether a word belongs to the opening of an explanation: …减少的主要原因是."""
        return any(
            r.kind == "reason"
            and 0 <= r.marker - mention.end <= 8
            and not _MARK.search(self.text, mention.end, r.marker)
            for r in self.regions
        )
