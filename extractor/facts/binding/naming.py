"""Naming: which subject or counted thing holds from here on."""

from __future__ import annotations

import re

from extractor.facts.binding.stating import FIGURES, Stating
from extractor.facts.reference import bare, in_section, side_of, with_stem
from extractor.facts.residue import noun_phrase, unexplained
from extractor.language import patterns
from extractor.language.mentions import Mention
from extractor.language.paths import class_names
from extractor.language.patterns import expression

CLASSES = frozenset(class_names().values())
_JOINS = expression("binding", "joins")
_MARK = re.compile("[，。；、：]")


class Naming(Stating):
    """Subjects, bare and short names, counted things, and names that a clause gives itself."""

    def _subject(self, mention: Mention) -> None:
        state = self.state
        if state.share or self._not_here(mention):
            return
        if mention.measure is not None and state.subject_end == mention.start:
            state.measures, state.measure_end = [mention.measure], mention.end  # 会议费预算支出: only the measure
            return
        names = tuple(self._full_path(name, mention.note) for name in mention.names)
        if mention.value is not None:
            self.bound.codes[names[0]] = mention.value
        stated, title, after = self._stated(), self.scope.own_title, self.text[mention.end :]
        names = tuple(self._of_line(self._of_item(in_section(name, stated, title, after))) for name in names)
        gap = self.text[state.subject_end : mention.start] if state.subject_end >= 0 else "#"
        fresh = state.since > state.subject_end and gap not in ("", "、", "，")
        if mention.note == "below" and self.scope.subjects:
            names = tuple(f"{above.split('/')[0]}/{name}" for above in self.scope.subjects[:1] for name in names)
        elif (
            _JOINS.fullmatch(gap)
            and (not fresh or gap == "、")
            and "，" not in gap
            and self._unfigured(state.subject_end, mention.start)
        ):
            names = (*self.scope.subjects, *(n for n in names if n not in self.scope.subjects))
        self._take(names, mention)
        if mention.measure:
            state.measures = [mention.measure]
            state.measure_end = mention.end
        if self._denied(mention) and not expression("binding", "not_stated").match(self.text, mention.end):
            self._state_none(mention)

    def _relative(self, mention: Mention) -> None:
        state = self.state
        if state.share:
            return
        if mention.names == ("",):
            if state.subject_end == mention.start:
                return
            names = bare(str(mention.note), self._stated(), self.scope.title)
            if (
                not names
                and self.scope.subjects
                and len(side_of(self.scope.subjects)) == 1
                and side_of(self.scope.subjects) == side_of((mention.text,))
            ):
                return
        else:
            names = with_stem(mention.names[0], state.outer or self.scope.subjects, self.scope.title)
            if (len(names) == 2 or self._by_side(mention)) and (side := self._said_side(mention)):
                names = (mention.names[0] + side,)
        if names:
            if self._denied(mention):
                self._state_none(mention._replace(names=names))
            self._take(names, mention)

    def _denied(self, name: Mention) -> bool:
        """Whether a none-word before a name says that there was none of it; one that has a figure is stated by that."""
        if self.state.none is None or self._header(name):
            return False
        figure = next((m for m in self._from(name.end) if m.kind in FIGURES), None)
        return figure is None or _MARK.search(self.text, name.end, figure.start) is not None

    def _by_side(self, mention: Mention) -> bool:
        """收入包括：A N、B M；支出包括：A L: whether the sentence lists side by side."""
        return bool(expression("binding", "side_listed").search(self.text[self.state.sentence : mention.start]))

    def _said_side(self, mention: Mention) -> str | None:
        """收支总预算N。收入包括：一般公共预算拨款M: the side that the sentence names last, not both at once."""
        said = expression("binding", "side").findall(self.text[self.state.sentence : mention.start])
        return str(said[-1]) if said else None

    def _nothing(self, mention: Mention) -> None:
        names = tuple(in_section(name, self._stated(), self.scope.own_title, "") for name in mention.names)
        self._state_none(mention._replace(names=names))

    def _count(self, mention: Mention) -> None:
        state = self.state
        if state.share or expression("binding", "excepted").search(self.text[: mention.start]):
            return
        if self._not_here(mention) or (mention.note == "money" and not self._quantity_next(mention)):
            return
        if state.none is not None and mention.unit:
            gap = self.text[state.none.end : mention.start]
            if expression("binding", "none_before").fullmatch(gap) or _JOINS.fullmatch(gap):
                self._state_none(mention)
                state.none = state.none._replace(end=mention.end)  # 未安排购置车辆及大型设备
                return
        name = patterns.under(mention.names[0], self.scope.subjects)
        if name.endswith(patterns.qualified()) and (
            before := patterns.qualified_staff().search(self.text[: mention.start])
        ):
            name = before.group() + mention.text  # 行政工勤人员
        cost = patterns.costs().get(name)
        if cost is not None and self._money_next(mention):
            self._subject(mention._replace(names=(cost,), note=None))
            return
        if mention.note == "below":
            if self.scope.counted is None:
                return
            name = f"{self.scope.counted.split('/')[0]}/{name}"
        if state.governor and name.endswith("用车") and state.governor != name:
            name = f"{state.governor}/{name}"
        if mention.note == "governs":
            state.governor = name
        if mention.note == "money":
            self.scope.subjects = (name,)
            state.subject_end = mention.end
            state.sentence_measure = "金额"
            state.group = []
        self.scope.counted = name
        state.counted_end = mention.end

    def _take(self, names: tuple[str, ...], mention: Mention) -> None:
        state = self.state
        base = state.base_mention
        if base is not None and base.end == mention.start:
            state.base_mention = base._replace(end=mention.end)  # 比2017年度决算总收入598.40万元增加
        if self.scope.budget == "全年预算" and names != self.scope.subjects and self._two_budgets():
            self.scope.budget = None  # 为预算的…，完成调整预算的…: 预算 alone is not the adjusted one
        self.scope.subjects = names
        self.scope.counted = None
        if state.outer is not None:
            state.inner_names.update(names)
        elif mention.start >= state.sentence:
            state.listed = None
        state.subject_end = mention.end
        state.group = []
        state.share_out = []

    def _two_budgets(self) -> bool:
        return any((c.base, c.heading) == ("预算", self.scope.heading) for c in self.bound.comparisons)

    def _not_here(self, mention: Mention) -> bool:
        """A wording that holds only under some other name: 货物 is procurement in a section on it."""
        around = (*self.scope.subjects, self.scope.own_title, self.text[self.state.sentence : mention.start])
        return mention.within is not None and not any(mention.within in words for words in around)

    def _of_item(self, name: str) -> str:
        """其中：基本支出N below an item of the classification is the item's, not the whole's."""
        outer = self.state.outer or ()
        if name not in ("基本支出", "项目支出") or len(outer) != 1:
            return name
        item = outer[0].split("/")[0] in CLASSES or outer[0] not in patterns.canonical()
        return f"{outer[0]}/{name}" if item else name

    def _of_line(self, name: str) -> str:
        """“三公”经费N（其中：一般公共预算支出M）: what a fund pays of a line is the line's."""
        outer = self.state.outer or ()
        funds, lines = patterns.divided_by_fund()
        return f"{outer[0]}/{name}" if name in funds and len(outer) == 1 and outer[0] in lines else name

    def _full_path(self, name: str, level: str | None) -> str:
        """A path that lacks its upper names takes them from the last 类 and 款 of the section."""
        parts = name.split("/")
        if level == "款" and self.scope.parents:
            parts = [self.scope.parents[0], *parts]
        elif level == "项":
            return "/".join([*self.scope.parents, name])
        if parts[0] in CLASSES:
            self.scope.parents = tuple(parts[:2])
        return "/".join(parts)

    def _named_by_clause(self, direction: Mention) -> None:
        """办公设备购置减少12万元: what the clause itself names before a direction is what changed."""
        state = self.state
        inside = self._between(state.since, direction.start)
        if any(m.kind in ("subject", "relative", "base", "none", "year") for m in inside):
            return
        clause = self.text[state.since : direction.start]
        if len(unexplained(clause, [(m.start - state.since, m.end - state.since) for m in inside])) < 2:
            return
        phrase = noun_phrase(clause, [m.start - state.since for m in inside])
        if phrase is not None:
            self.scope.subjects, state.subject_end, state.group = (phrase,), direction.start, []
        elif self.nested:
            self.scope.subjects = ()

    def _named(self, figure: Mention) -> bool:
        """Whether it is clear what a figure is about; a noun phrase of the clause becomes the subject where none is known."""
        state = self.state
        start = state.since
        inside = self._between(start, figure.start)
        if any(m.kind == "subject" or self._costs(m) for m in inside) and not self.nested:
            return bool(self.scope.subjects)
        clause = self.text[start : figure.start]
        inside = [m for m in inside if m.kind != "count" or self._quantity_next(m)]  # 行政 in 行政运行 counts nothing
        starts = [m.start - start for m in inside if m.kind not in ("year", "ordinal")]
        phrase = noun_phrase(clause, starts, free=(self.scope.project or state.listing) is not None)
        if phrase is not None and not self.nested:
            above = self.scope.project or state.listing
            whole = expression("residue", "item_ending").match(clause, clause.find(phrase) + len(phrase))
            phrase += whole.group() if whole and state.listing else ""  # an item's name keeps its 支出
            itself = above is not None and phrase.removesuffix("项目") == above  # X项目安排N in a section on X
            self.scope.subjects = (above if above and itself else f"{above}/{phrase}" if above else phrase,)
            state.subject_end = figure.start
            state.group = []
            return True
        if state.nameless and state.subject_end < state.piece:
            return False  # 长期投资0项0万元: the count had no name, nor has the money
        if unexplained(clause, [(m.start - start, m.end - start) for m in inside]):
            return False
        return bool(self.scope.subjects)

    def _costs(self, mention: Mention) -> bool:
        """公务用车购置18万元: a counted thing that is named for its money."""
        return mention.kind == "count" and mention.names[0] in patterns.costs() and self._money_next(mention)

    def _unfigured(self, start: int, end: int) -> bool:
        return not any(m.kind in FIGURES for m in self._between(start, end))

    def _money_next(self, mention: Mention) -> bool:
        figure = next((m for m in self._from(mention.end) if m.kind in FIGURES), None)
        if figure is None or figure.kind != "money":
            return False
        return figure.start - mention.end <= 10 and not _MARK.search(self.text, mention.end, figure.start)

    def _quantity_next(self, mention: Mention) -> bool:
        return any(m.kind == "quantity" for m in self._between(mention.end, mention.end + 3))
