"""Comparing: what is compared with what, in which direction; and the small words that govern the next figure."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extractor.facts.binding.naming import CLASSES, Naming
from extractor.facts.model import Comparison, Fact
from extractor.facts.reference import bare, counterpart
from extractor.language.mentions import Mention
from extractor.language.patterns import expression, sides

_CLOSE = Decimal("0.2")  # percentage points within which a rate counts as that of a figure
SEVERAL = expression("binding", "several")
_CLOSED, _AND = re.compile("[，。；]|$"), re.compile("为?[、与和及]")


class Comparing(Naming):
    """Bases, directions, verdicts (大于, 持平), measures and none-words."""

    def _base(self, mention: Mention) -> None:
        state = self.state
        if mention.unit == "verdict" and state.direction is not None:
            if state.listed and state.subject_end < state.sentence:
                self.scope.subjects, state.group, state.listed = state.listed, [], None  # 其中：…。决算数小于预算数
            if self._figure_next(mention.end):  # 决算数大于预算数60万元
                state.base, state.group = self._budget_base(mention.measure or "预算"), []
            elif not SEVERAL.search(self.text[state.sentence : mention.start]):
                self._verdict(state.direction, mention.measure)
            return
        if mention.value and self.scope.year and int(mention.value) >= self.scope.year:
            self.scope.as_of, self.scope.past, state.past = None, False, None
        elif mention.note == "standing" and mention.value and self._opens_clause(mention):
            state.past = mention.measure
            figures = (m for m in self.mentions if m.kind == "money" and state.sentence <= m.start < mention.start)
            state.past_beside = any(figures)
        state.joined = self._joined_bases(mention)
        state.base_mention = mention
        if mention.note == "compare":
            state.base = mention.measure
            state.group = []
            state.direction = state.past = None
            self._back_to_outer(mention)

    def _joined_bases(self, mention: Mention) -> list[str]:
        """较年初预算数和上年决算数: the bases that stand side by side, the one at hand last."""
        before = self.state.base_mention
        if before is None or before.note != "compare" or not before.measure or not mention.measure:
            return []
        if not expression("binding", "joined_bases").fullmatch(self.text[before.end : mention.start]):
            return []
        return [*(self.state.joined or [before.measure]), mention.measure]

    def _opens_clause(self, mention: Mention) -> bool:
        """Whether a clause begins with a year, or with 其中: and a year."""
        before = self.text[: mention.start].removesuffix("其中")
        return not before or before[-1] in "。；，：（"

    def _back_to_outer(self, base: Mention) -> None:
        """总计N，其中A，较上年增加M: the comparison is of the total; so it is after a list of parts."""
        state = self.state
        if state.listed and self.text[state.sentence : base.start] == "":
            self.scope.subjects, state.group, state.listed = state.listed, [], None  # …其中：A a，B b。与上年相比增加M
            return
        if state.single and self.text[state.sentence : base.start] == "" and self._fits(state.single, base):
            self.scope.subjects, state.group, state.single = state.single, [], None
            return
        if state.outer is None or self.text[base.start - 1 : base.start] not in ("，", "；"):
            return
        if self.text[base.start - 1] == "；" and not self._of_whole_list(base):
            return
        if any(c.subject in state.outer and c.base == base.measure and c.change for c in self.whole):
            return  # 总计N，同比减少M。其中A a，同比减少b: the whole has its change already
        listed = self.text[state.outer_at : state.outer_at + 1] in "：，"
        by_figures = self._fits(state.outer, base)
        by_words = state.inner_list or (state.inner_figures == 1 and not listed)
        if state.inner_figures and (by_words if by_figures is None else by_figures):
            self.scope.subjects, state.group = state.outer, []

    def _of_whole_list(self, base: Mention) -> bool:
        """总计N，其中：A a，B b；比上年增加M: behind a list of parts, none of which was compared."""
        state = self.state
        if len(state.inner_names) < 2 or any(c.subject in state.inner_names for c in self.here):
            return False
        if self._fits(state.outer or (), base) is not False:
            self.scope.subjects, state.group = state.outer or (), []
        return False

    def _fits(self, outer: tuple[str, ...], base: Mention) -> bool | None:
        """Arithmetic as a second opinion: whether change and rate fit the whole's figure (True) or the part's (False)."""
        ahead = self._from(base.end)[:6]
        direction = next((m for m in ahead if m.kind == "direction"), None)
        if direction is None:
            return None
        change = next((m for m in ahead if m.kind == "money" and m.start >= direction.end), None)
        rate = next((m for m in ahead if m.kind == "percent" and m.start >= direction.end), None)
        if change is None or rate is None:
            return None
        sign = -1 if direction.measure == "减少" else 1
        changed, rated = sign * Decimal(str(change.value)), sign * Decimal(str(rate.value))
        whole, part = (self._misfit(subjects, changed, rated) for subjects in (outer, self.scope.subjects))
        if min(whole, part) > _CLOSE or abs(whole - part) < _CLOSE / 10:
            return None
        return whole < part

    def _misfit(self, subjects: tuple[str, ...], change: Decimal, rate: Decimal) -> Decimal:
        """How far, in percentage points, a printed rate is from the one that the change makes with a subject's figure."""
        value = next(
            (
                f.value
                for f in reversed(self._stated())
                if f.subject in subjects and f.measure == self.scope.default_measure
            ),
            None,
        )
        if value is None or Decimal(value) == change:
            return Decimal("Infinity")
        return abs(change / (Decimal(value) - change) * 100 - rate)

    def _direction(self, mention: Mention) -> None:
        state = self.state
        if (
            state.direction is not None
            and self.text[state.direction.end : mention.start] in ("（", "/", "")
            and mention.start - state.direction.end <= 1
        ):
            return  # a template's 增加（减少）: the first word stands
        if any(m.kind == "blank" for m in self._between(mention.end, mention.end + 1)):
            return  # 比上年减少 万元
        if self._figure_next(mention.end) or self._verdict_next(mention):
            self._named_by_clause(mention)
            if self._of_each(mention):
                self._with_counterpart()
            state.direction = mention
        elif mention.measure == "持平":
            self._flat(mention)
        elif self._ends_clause(mention) and not self._header(mention):
            for comparison in self._comparisons(state.base or self.scope.default_base):
                comparison.direction = comparison.direction or mention.measure
        else:
            state.direction = mention if not self._header(mention) else state.direction

    def _verdict_next(self, mention: Mention) -> bool:
        return any(m.kind == "base" and m.unit == "verdict" for m in self._between(mention.end, mention.end + 1))

    def _base_in_clause(self, mention: Mention) -> bool:
        base = self.state.base_mention
        return base is not None and base.note == "compare" and "，" not in self.text[base.end : mention.start][:-1]

    def _ends_clause(self, mention: Mention) -> bool:
        """比上年有所增加，: a direction without a figure, in the clause of its base or closing the next one."""
        base = self.state.base_mention
        if base is None or base.note != "compare" or base.start < self.state.sentence:
            return False
        return self._base_in_clause(mention) or _CLOSED.match(self.text, mention.end) is not None

    def _verdict(self, direction: Mention, base: str | None) -> None:
        """支出决算数小于年初预算数: a direction and what it is measured against, no figure."""
        base = self._budget_base(base or "预算")
        if taken_up := self._unexplained(base, direction.measure):
            self.state.group = taken_up
        else:
            for comparison in self._comparisons(base):
                comparison.direction = direction.measure
        self.state.direction = None

    def _unexplained(self, base: str, direction: str | None) -> list[Comparison]:
        """What an earlier paragraph of the section compared so and did not explain: its explanation may follow here."""
        open_ones = {
            c.subject: c
            for c in self.bound.comparisons
            if c.heading == self.scope.heading
            and (c.base == base or (base == "预算" and c.base in ("年初预算", "全年预算")))
            and c.paragraph != self.scope.paragraph
            and c.reason is None
            and not c.nested
            and direction in (c.direction, self._implied(c))
        }
        return [open_ones[name] for name in self.scope.subjects if name in open_ones]

    def _implied(self, comparison: Comparison) -> str | None:
        if comparison.completion is None:
            return None
        return "减少" if float(comparison.completion) < 100 else "增加"

    def _flat(self, mention: Mention) -> None:
        base = (
            self.state.base_mention.measure
            if self.state.base_mention and self.state.base_mention.note == "compare"
            else None
        )
        base = base or self.state.base or self.scope.default_base
        if self.state.bracket is not None:
            return  # （与…一致） only remarks
        self._with_counterpart(equal=True)
        for each in self.state.joined or [base]:
            for comparison in self._comparisons(self._budget_base(each)):
                if comparison.change is None and comparison.rate is None:
                    comparison.direction, comparison.said_flat = "持平", True
                self._close(comparison, mention.end)
        self.state.direction = None

    def _of_each(self, direction: Mention) -> bool:
        """…，各增加N: a direction said of all that was named."""
        each = expression("binding", "each_before").search(self.text, 0, direction.start)
        return each is not None or expression("binding", "each_after").match(self.text, direction.end) is not None

    def _with_counterpart(self, equal: bool = False) -> None:
        """收入总计N，支出总计N，各增加M: said of both; where nothing says 各, of two that are `equal`."""
        if len(self.scope.subjects) != 1:
            return
        mine = self.scope.subjects[0]
        other = counterpart(mine)
        here = {
            f.subject: f.value
            for f in self._stated()
            if f.paragraph == self.scope.paragraph and f.start >= self.state.sentence + self.scope.offset - 1
        }
        if other != mine and other in here and mine in here and not (equal and here[mine] != here[other]):
            self.scope.subjects, self.state.group = (other, mine), []

    def _measure(self, mention: Mention) -> None:
        state = self.state
        if mention.measure is None:
            return
        if mention.measure == "占比":
            state.share = True
            return
        if expression("binding", "by_contract").search(mention.text):
            state.sentence_measure = "金额"
            return
        self._measured_whole(mention)
        gap = self.text[state.measure_end : mention.start] if state.measure_end >= 0 else "#"
        joined = state.measures and _AND.fullmatch(gap)
        state.measures = [*state.measures, mention.measure] if joined else [mention.measure]
        state.measure_end = mention.end

    def _measured_whole(self, measure: Mention) -> None:
        """…；全年决算数合计N: behind a list of parts a total without a name is the whole's; 支出决算数 names its side."""
        state = self.state
        if (
            state.outer
            and state.subject_end < state.piece
            and expression("binding", "totals").match(self.text, measure.end)
        ):
            self.scope.subjects, state.group, state.outer = state.outer, [], None
        side = _side(measure.text)
        if side in ("in", "out") and not self.scope.subjects and not self.nested:
            self.scope.subjects = bare(side, self._stated(), self.scope.title)

    def _complete(self, mention: Mention) -> None:
        if self.state.listed and self.text[self.state.sentence : mention.start] == "":
            self.scope.subjects, self.state.group, self.state.listed = (
                self.state.listed,
                [],
                None,
            )  # 其中：…。完成预算的P
        self.state.complete = mention
        self.state.direction = None

    def _share(self, mention: Mention) -> None:
        self.state.share = True

    def _unbudgeted(self, mention: Mention) -> None:
        """年初未安排预算，支出决算N: a budget of nothing, said in words."""
        for subject in self.scope.subjects:
            place = (*self._clause(mention.start), self.scope.heading, self.scope.paragraph)
            self._add(Fact(subject, "年初预算数", "0", self.scope.unit, self.scope.year, *place, "无"))

    def _none(self, mention: Mention) -> None:
        state = self.state
        state.none = mention
        gap = self.text[state.subject_end : mention.start] if state.subject_end >= 0 else "#"
        if gap in ("", "：") and self.scope.subjects and _CLOSED.match(self.text, mention.end):
            self._state_none(mention._replace(names=self.scope.subjects))  # 出国费用没有。
            state.none = None

    def _by(self, mention: Mention) -> None:
        self.state.by = True

    def _to(self, mention: Mention) -> None:
        self.state.to = mention

    def _year(self, mention: Mention) -> None:
        year = int(mention.value or 0)
        if expression("binding", "as_of").search(self.text, 0, mention.start):
            self.scope.as_of = year
        elif self.scope.year and year >= self.scope.year:
            self.scope.as_of, self.scope.past, self.state.past = None, False, None

    def _purpose(self, mention: Mention) -> None:
        """主要用于A N、B M: what a class was spent on, where amounts say so, is named below the class."""
        self.state.since = mention.end
        subjects = self.scope.subjects
        self.state.listing = subjects[0] if len(subjects) == 1 and subjects[0] in CLASSES else None

    def _which(self, mention: Mention) -> None:
        state = self.state
        state.since = mention.end
        state.group = []
        state.outer, state.outer_at = self.scope.subjects, mention.end
        state.inherited = state.stated[1] if state.stated[0] > state.sentence else []
        self.whole = list(self.here)
        state.inner_figures, state.inner_list = 0, False

    def _blank(self, mention: Mention) -> None:
        """An empty slot takes what governed it: nothing is stated."""
        self.state.measures = []
        self.state.direction = self.state.complete = None
        self.state.since = mention.end


@lru_cache(maxsize=256)
def _side(measure: str) -> str | None:
    """The side that the wording of a measure begins with: 支出决算数."""
    return next((side for word, side in sides().items() if measure.startswith(word)), None)
