"""Figures: each sum and percentage becomes a fact by what governs it; numbers of things are in counting.py."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extractor.facts.binding.counting import Counting
from extractor.facts.model import Fact
from extractor.language import patterns
from extractor.language.mentions import EARLIER, Mention
from extractor.language.numbers import signed
from extractor.language.patterns import expression

_MEASURE_OF_BASE = {
    "上年决算": "上年决算数", "上年预算": "上年预算数", "年初预算": "年初预算数", "全年预算": "全年预算数", "预算": "预算数",
}  # fmt: skip
# What the year's measures are called where a sentence speaks of the year before.
_LAST_YEAR = {"决算数": "上年决算数", "预算数": "上年预算数", "年初预算数": "上年预算数"}

_OF_WHICH, _MARK = re.compile(r"的\d"), re.compile("[，。；、：]")


class Figures(Counting):
    """Money and percentages."""

    def _figure(self, figure: Mention, following: Mention | None) -> None:
        state = self.state
        if figure.kind == "quantity":
            self._quantity(figure, following)
        elif figure.kind == "percent":
            self._percent(figure)
        else:
            self._money(figure, following)
        state.since = figure.end
        state.share = state.share and bool(state.share_out)  # 分别占62%和38%
        state.by = False
        state.none = None
        state.to = None
        state.inner_figures += figure.kind in ("money", "number")

    def _percent(self, figure: Mention) -> None:
        state = self.state
        value = str(figure.value)
        if self.nested and not self._named(figure):
            return
        if state.measures in (["增减率"], ["差异率"]):
            self._signed(figure, "rate")
        elif state.share:
            if self.scope.counted not in self.scope.subjects:
                self._state_all("占比", value, "%", figure)
        elif state.direction is not None and self._governs(state.direction, figure):
            self._rate(figure)
        elif state.complete is not None:
            self._completion(figure)
        else:
            self._unbound(figure)

    def _rate(self, figure: Mention) -> None:
        direction = self.state.direction
        assert direction is not None
        value = signed(str(figure.value), direction.measure == "减少")
        base = self.state.base or self.scope.default_base
        if base == EARLIER:
            self.state.direction = None
            return
        for comparison in self._comparisons(self._budget_base(base), wanting="rate", figure=figure):
            comparison.rate = value
            comparison.direction = comparison.direction or direction.measure
            self._close(comparison, figure.end)
        self._state_all("增减率", value, "%", figure)
        self._spend_direction()

    def _signed(self, figure: Mention, field: str) -> None:
        """预决算差异率-4.03%, 增减额-12.30万元: the sign is printed. A 差异 is that from the budget."""
        state, value = self.state, str(figure.value)
        base = state.base if state.measures != ["差异率"] else None
        base = self._budget_base(
            base or ("预算" if "差异" in self.text[state.since : figure.start] else self.scope.default_base)
        )
        if base == EARLIER:
            return
        for comparison in self._comparisons(base, wanting=field, figure=figure):
            setattr(comparison, field, value)
            comparison.unit = comparison.unit or (figure.unit if field == "change" else None)
            if field == "rate" or value.startswith("-"):
                comparison.direction = comparison.direction or ("减少" if value.startswith("-") else "增加")
            self._close(comparison, figure.end)
        self._state_all("增减率" if field == "rate" else "增减额", value, figure.unit, figure)
        state.measures = []

    def _spend_direction(self) -> None:
        if not self.state.share_out:
            self.state.direction = None

    def _completion(self, figure: Mention) -> None:
        mention = self.state.complete
        assert mention is not None
        base = self._completion_base(mention)
        for comparison in self._comparisons(base, wanting="completion"):
            comparison.completion = figure.value
            self._close(comparison, figure.end)
        self._state_all("完成率", str(figure.value), "%", figure)
        self.state.complete = None

    def _completion_base(self, mention: Mention) -> str:
        if name := _budget_in(mention.text):
            self.scope.budget = name
        return name or self._budget_base("预算")

    def _money(self, figure: Mention, following: Mention | None) -> None:
        state = self.state
        unit = figure.unit
        if figure.kind == "number":
            unit = self._missing_unit(figure, following)
            if unit is None:
                return
            if unit == "%":
                self._percent(figure._replace(unit="%"))
                return
        value = str(figure.value)
        completed = state.complete if _OF_WHICH.match(self.text, figure.end) else None
        if completed is not None and self._governs(completed, figure):  # 完成预算39.00万元的80.0%
            self._state_base_value(value, unit, figure, self._completion_base(completed))
            return
        if self._tells_source(figure):
            return
        if state.measures == ["增减额"] and self._measure_governs(figure):
            self._signed(figure._replace(unit=unit), "change")
            return
        if state.by:
            state.by = False
            self._state_base_value(value, unit, figure, state.base or self.scope.default_base)
            return
        if state.to is not None:
            self._moved_to(value, unit, figure)
            return
        if state.direction is not None and self._governs(state.direction, figure):
            if self.nested and state.subject_end > state.direction.end:
                return  # 增加人员经费N: what was done, no change of a line
            self._change(value, unit, figure)
            return
        base = state.base_mention
        if base is not None and base.measure == EARLIER:
            return
        if base is not None and base.end <= figure.start and self._adjacent(base, figure) and base.measure:
            self._state_base_value(value, unit, figure, self._meant(base))
            state.base_mention = base if base.note == "compare" else None
            return
        if self.scope.counted and self._worth(figure):
            self._add(
                Fact(
                    self.scope.counted + self._worth_word(figure),
                    "金额",
                    value,
                    unit,
                    self.scope.as_of or self.scope.year,
                    *self._clause(figure.start),
                    self.scope.heading,
                    self.scope.paragraph,
                )
            )
            return
        if not self._named(figure):
            self._unbound(figure)
            return
        self._state_measured(value, unit, figure)

    def _meant(self, base: Mention) -> str:
        """What a base is of: 2019年收入预算N is a budget also in final accounts, a section on last year is its outturn."""
        if self.scope.past:
            return "上年决算"
        budget = base.note == "standing" and self.state.measure_end > base.start and self.state.measures
        return "上年预算" if budget and self.state.measures[-1].endswith("预算数") else str(base.measure)

    def _tells_source(self, figure: Mention) -> bool:
        """支出决算N（含上年结转M）: a part of what was stated."""
        if self.state.bracket is None:
            return False
        opening = self.text.rfind("（", 0, figure.start)
        return (
            "）" not in self.text[opening : figure.start]
            and expression("binding", "source").match(self.text[opening:]) is not None
        )

    def _missing_unit(self, figure: Mention, following: Mention | None) -> str | None:
        """A bare number is a figure only where its place says so: right after 增长, 为, 比上年."""
        state = self.state
        before = self.text[: figure.start]
        direction = state.direction
        if direction is not None and figure.start - direction.end <= 2:
            comparison = next((c for c in reversed(self.here) if c.subject in self.scope.subjects), None)
            return "%" if comparison is not None and comparison.change is not None else self.scope.unit
        if self._plain(figure):
            return self.scope.unit
        base = state.base_mention
        governed = state.measures and patterns.expression("binding", "governed").search(before)
        if governed or (base is not None and base.end == figure.start):
            closed = patterns.expression("binding", "closes").match(self.text[figure.end :])
            return self.scope.unit if closed and not re.fullmatch(r"(?:19|20)\d\d", str(figure.value)) else None
        return None

    def _plain(self, figure: Mention) -> bool:
        """会议费支出为0。 收入合计1234.56，比上年…: a sum by its form, right behind the name of money."""
        gap = self.text[self.state.subject_end : figure.start] if self.state.subject_end >= 0 else "#"
        summed = "." in str(figure.value) or Decimal(str(figure.value)) == 0
        # A row of a table is no sentence: it has no such marks.
        closed = self.text[figure.end : figure.end + 1] in tuple("，。；")
        return summed and closed and expression("binding", "plain_figure").fullmatch(gap) is not None

    def _adjacent(self, base: Mention, figure: Mention) -> bool:
        gap = self.text[base.end : figure.start]
        return patterns.expression("binding", "beside").fullmatch(gap) is not None

    def _change(self, value: str, unit: str | None, figure: Mention) -> None:
        direction = self.state.direction
        assert direction is not None
        amount = signed(value, direction.measure == "减少")
        base = self._reckoned(amount) or self._budget_base(self.state.base or self.scope.default_base)
        if base == EARLIER:
            self.state.direction = None
            return
        for comparison in self._comparisons(base, wanting="change", figure=figure):
            comparison.change, comparison.unit = amount, unit
            comparison.direction = comparison.direction or direction.measure
            self._close(comparison, figure.end)
        self._state_all("增减额", amount, unit, figure)
        self._spend_direction()

    def _reckoned(self, change: str) -> str | None:
        """年初预算数A，支出决算数B，增加B-A: a change whose base is not said is from the figure that it fits."""
        if self.state.base_mention is not None or len(self.scope.subjects) != 1:
            return None
        here = {
            f.measure: f.value
            for f in self._stated()
            if f.subject == self.scope.subjects[0] and f.paragraph == self.scope.paragraph
        }
        actual = here.get(self.scope.default_measure)
        if actual is None:
            return None
        fitting = [
            base
            for base, measure in _MEASURE_OF_BASE.items()
            if measure in here and Decimal(actual) - Decimal(here[measure]) == Decimal(change)
        ]
        if len(fitting) == 1:
            self.state.base = fitting[0]
            return fitting[0]
        return None

    def _moved_to(self, value: str, unit: str | None, figure: Mention) -> None:
        """由N减至N: the second figure is this year's."""
        assert self.state.to is not None
        direction = "减少" if patterns.expression("binding", "downward").match(self.state.to.text) else "增加"
        for comparison in self._comparisons(self.state.base or self.scope.default_base):
            comparison.direction = direction
            self._close(comparison, figure.end)
        self._state_all(self.scope.default_measure, value, unit, figure)

    def _state_base_value(self, value: str, unit: str | None, figure: Mention, base: str) -> None:
        measure = _MEASURE_OF_BASE[self._budget_base(base)]
        self._state_all(measure, value, unit, figure)

    def _state_measured(self, value: str, unit: str | None, figure: Mention) -> None:
        state = self.state
        measures = (
            state.measures
            if (state.measures and state.measure_end >= state.since - 1) or self._measure_governs(figure)
            else []
        )
        measures = (
            measures
            or self._before_bracket(figure)
            or self._of_whole()
            or [state.sentence_measure or self.scope.default_measure]
        )
        if past := "上年决算" if self.scope.past else state.past:
            measures = [_LAST_YEAR.get(m, m) if state.measures else f"{past}数" if m != "金额" else m for m in measures]
        for measure in measures:
            if measure in ("年初预算数", "全年预算数"):
                self.scope.budget = measure.removesuffix("数")
            self._state_all(measure, value, unit, figure)
        state.measures = []
        if state.bracket is None and state.outer is None:
            state.stated = (figure.end, measures)

    def _of_whole(self) -> list[str]:
        """年初预算数N，其中A a、B b: the parts are budgets too."""
        inherited = self.state.inherited if self.state.outer is not None else []
        return [measure for measure in inherited if measure.endswith("预算数")]

    def _before_bracket(self, figure: Mention) -> list[str]:
        """支出预算16万元（其中：财政拨款M）: inside a bracket right behind a figure its measure holds."""
        end, measures = self.state.stated
        inside = self.state.bracket is not None and self.text[end : end + 1] == "（" and end >= 0
        return measures if inside and "）" not in self.text[end : figure.start].replace("（境）", "") else []

    def _measure_governs(self, figure: Mention) -> bool:
        if not self.state.measures:
            return False
        return not _MARK.search(self.text[self.state.measure_end : figure.start])


@lru_cache(maxsize=256)
def _budget_in(words: str) -> str | None:
    """The budget that a wording names: 完成年初预算的."""
    base = patterns.words("base")
    for names, budget in ((base["adjusted"], "全年预算"), (base["initial"], "年初预算")):
        if any(name in words for name in names if len(name) > 2):
            return budget
    return None
