"""Explaining: which comparisons an explanation is about."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractor.facts.binding.comparing import SEVERAL
from extractor.facts.binding.figures import Figures
from extractor.facts.binding.stating import FIGURES
from extractor.facts.model import Comparison
from extractor.facts.reference import counterpart
from extractor.facts.regions import Region
from extractor.language.mentions import Mention
from extractor.language.patterns import expression


class Explaining(Figures):
    """Reasons given to comparisons: those the opening names, else the last ones made."""

    def _region(self, region: Region) -> None:
        if region.kind == "before":
            self._settle()
            self.early, self.early_from = region, len(self.here)
        elif region.kind == "reason":
            if self.here[self.early_from :]:
                self._settle()
            self._explain(region)
        self.state.since = region.end
        self.state.direction = self.state.complete = None
        self.state.measures = []

    def _explain(self, region: Region) -> None:
        span = (region.start + self.scope.offset, region.end + self.scope.offset)
        start = max(self.text.rfind(mark, 0, region.marker) for mark in "。；！？") + 1
        start = max([start, *(r.end for r in self.regions if r.end <= region.marker)])
        header = [m for m in self.mentions if start <= m.start < region.marker and m.end <= region.marker]
        if expression("region", "says_nothing").fullmatch(self.text[region.start : region.end].strip("，。；、： ")):
            return
        comma = self.text.rfind("，", start, region.marker)
        clause = [m for m in header if m.start > comma]
        if {"subject", "direction"} <= {m.kind for m in clause} and not any(m.kind in FIGURES for m in clause):
            header = clause  # 比上年增加N，公务用车运行费增长的主要原因是…
        targets = self._explained(header, self.text[start : region.start])
        for comparison in targets:
            if comparison.reason is None:
                comparison.reason = span
                comparison.end = max(comparison.end, span[1])

    def _explained(self, header: Sequence[Mention], words: str) -> list[Comparison]:
        """The comparisons that an explanation is about: those its opening names, else the last ones made."""
        self._imply_comparison()
        kinds = {m.kind for m in header}
        figured = kinds & {"money", "percent", "number"}
        if "none" in kinds and "subject" in kinds and not figured:
            return self._nothing_happened(header)
        if several := SEVERAL.search(words):
            return self._several(several.group(1), next((m.measure for m in header if m.kind == "direction"), None))
        if figured and self._only_zero(header):
            return self._none_of(self.scope.subjects)
        if figured:
            return self._with_twin(self._last(every=expression("binding", "each").search(words[-16:]) is not None))
        if not kinds & {"subject", "direction", "relative"}:
            return self._shared(self._last(every=expression("binding", "each").search(words[-16:]) is not None))
        if alike := self._alike(words, next((m.measure for m in header if m.kind == "direction"), None)):
            return alike
        if self.state.group and any(m.kind == "base" for m in header):
            return self.state.group
        if not kinds & {"subject"} and self.state.group and not kinds & {"relative"}:
            return self._shared(self.state.group)
        named = tuple(name for m in header if m.kind == "subject" for name in m.names) or self.scope.subjects
        direction = next((m.measure for m in reversed(header) if m.kind == "direction"), None)
        base = next((m.measure for m in reversed(header) if m.kind == "base" and m.note == "compare"), None)
        found = self._recent(named or self.scope.subjects, direction, base and self._budget_base(base))
        if found:
            return found
        if named and direction:
            self.scope.subjects = named
            made = self._comparisons(self._budget_base(self.state.base or self.scope.default_base))
            for comparison in made:
                comparison.direction = direction
            return made
        return self._last(every=False)

    def _imply_comparison(self) -> None:
        """年初预算为A，支出决算为B。预决算差异的主要原因：… compares the two without saying so."""
        here = {(f.subject, f.measure) for f in self._stated() if f.paragraph == self.scope.paragraph}
        for subject in self.scope.subjects:
            if (subject, "年初预算数") not in here or (subject, self.scope.default_measure) not in here:
                continue
            if not any(c.subject == subject for c in self.here):
                self._comparisons("年初预算")

    def _only_zero(self, header: Sequence[Mention]) -> bool:
        """公务接待费0万元，主要原因是…: why there is none, where nothing is compared."""
        if any(m.kind in ("base", "direction", "complete", "to") for m in header):
            return False
        figure = next((m for m in reversed(header) if m.kind in FIGURES), None)
        return figure is not None and figure.kind == "money" and Decimal(str(figure.value)) == 0

    def _nothing_happened(self, header: Sequence[Mention]) -> list[Comparison]:
        return self._none_of(tuple(name for m in header if m.kind == "subject" for name in m.names))

    def _none_of(self, names: tuple[str, ...]) -> list[Comparison]:
        self.scope.subjects = names
        made = self._comparisons("无")
        for comparison in made:
            comparison.direction = "未发生"
        return made

    def _last(self, every: bool) -> list[Comparison]:
        if every:
            return [c for c in self.here if c.reason is None]
        if self.state.group:
            return self.state.group
        if self.here:
            last = self.here[-1]
            said = (last.base, last.start, last.change, last.rate)
            return [c for c in self.here if (c.base, c.start, c.change, c.rate) == said]
        previous = [c for c in self.bound.comparisons if c.heading == self.scope.heading]
        if previous:
            return [
                c
                for c in previous
                if (c.start, c.base, c.change, c.rate)
                == (previous[-1].start, previous[-1].base, previous[-1].change, previous[-1].rate)
            ]
        return []

    def _with_twin(self, targets: list[Comparison]) -> list[Comparison]:
        """收入总计增加N，支出总计增加N，主要原因是…: the other side of a total that changed by the same."""
        if len(targets) != 1 or targets[0].change is None:
            return targets
        mine, other = targets[0], counterpart(targets[0].subject)
        said = (mine.base, mine.start, mine.change, mine.rate)
        twins = [
            c
            for c in self.here
            if c.subject == other != mine.subject and (c.base, c.start, c.change, c.rate) == said and c.reason is None
        ]
        return [*twins, mine]

    def _alike(self, words: str, direction: str | None) -> list[Comparison]:
        """较年初预算减少N；同比减少M。减少的主要原因均为…: all that went this way and is not explained."""
        if direction is None or not expression("binding", "each").search(words[-4:]):
            return []
        mine = (c for c in self.here if c.subject in self.scope.subjects and c.reason is None)
        return [c for c in mine if direction in (c.direction, self._implied(c))]

    def _several(self, count: str | None, direction: str | None) -> list[Comparison]:
        """上述两项…: the last so many comparisons without an explanation."""
        open_ones = [
            c
            for c in self.bound.comparisons
            if c.heading == self.scope.heading
            and c.reason is None
            and direction in (None, c.direction, self._implied(c))
        ]
        return open_ones[-("一二三四五六七".index(count.replace("两", "二")) + 1) if count else 0 :]

    def _shared(self, targets: list[Comparison]) -> list[Comparison]:
        """An explanation in a sentence of its own, after 收入…；支出…: the other side's comparison has the same one.

        After a list of parts (其中…) it explains the whole.
        """
        if not targets:
            return targets
        whole = [c for c in self.whole if c.reason is None and c.base == targets[0].base]
        if whole:
            return whole
        others = {counterpart(c.subject) for c in targets} - {c.subject for c in targets}
        return [
            *targets,
            *(c for c in self.here if c.subject in others and c.base == targets[0].base and c.reason is None),
        ]

    def _recent(self, subjects: Sequence[str], direction: str | None, base: str | None) -> list[Comparison]:
        """For each subject its latest comparison in that direction, in this section; that with `base` before others."""
        found = []
        for subject in subjects:
            fits = [
                c for c in reversed(self.bound.comparisons)
                if c.subject == subject and c.heading == self.scope.heading and not c.nested and direction in (None, c.direction, self._implied(c))
            ]  # fmt: skip
            comparison = next((c for c in fits if c.base == base), fits[0] if fits else None)
            if comparison is not None:
                found.append(comparison)
        return found

    def _settle(self) -> None:
        """An explanation that stood before its figures goes to the comparison that followed."""
        if self.early is None:
            return
        span = (self.early.start + self.scope.offset, self.early.end + self.scope.offset)
        followed = self.here[self.early_from :]
        targets = [c for c in followed if (c.base, c.start) == (followed[0].base, followed[0].start)]
        for comparison in targets or self.state.group:
            if comparison.reason is None:
                comparison.reason = span
        self.early = None
