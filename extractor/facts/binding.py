"""Mentions bound to facts: one pass over a paragraph, left to right, remembering what governs the next figure.

The subject comes from the clause, else from the sentence before, else from the heading; the measure from the nearest
governing word; the base of a comparison from 与…相比, 比…, 完成…的. A figure whose words are not understood is left
unbound: it never takes the subject of another clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.facts.model import Bound, Comparison, Fact, Loose
from extractor.facts.reference import bare, counterpart, in_section, side_of, with_stem
from extractor.facts.regions import Region
from extractor.facts.residue import noun_phrase, unexplained
from extractor.language import patterns
from extractor.language.mentions import EARLIER, Mention
from extractor.language.numbers import signed
from extractor.language.paths import class_names

_MEASURE_OF_BASE = {
    "上年决算": "上年决算数", "上年预算": "上年预算数", "年初预算": "年初预算数", "全年预算": "全年预算数", "预算": "预算数",
}  # fmt: skip
_BUDGETS = ("年初预算数", "全年预算数", "预算数")
_JOINS = re.compile(r"(?:支出|收入)?(?:、|和|及|与|以及|及其)“?")
_CLASSES = frozenset(class_names().values())
_SEVERAL = re.compile(r"(?:上述|以上|前述)([两二三四五六七])?(?:项|个)")
_FIGURES = ("money", "percent", "number", "quantity")


@dataclass(slots=True)
class Scope:
    """What holds around a paragraph: the report's year, kind and unit, the heading, and what was said before."""

    year: int | None
    kind: str | None
    heading: int | None = None
    paragraph: int = 0
    offset: int = 0
    subjects: tuple[str, ...] = ()
    counted: str | None = None
    base: str | None = None
    budget: str | None = None
    unit: str = "万元"
    as_of: int | None = None
    title: str = ""
    own_title: str = ""
    project: str | None = None
    parents: tuple[str, ...] = ()

    @property
    def default_measure(self) -> str:
        return "预算数" if self.kind == "预算" else "决算数"

    @property
    def default_base(self) -> str:
        return self.base or ("上年预算" if self.kind == "预算" else "上年决算")


@dataclass(slots=True)
class _State:
    """What governs the next figure. `since` is where the current clause began: after the last figure or mark."""

    measures: list[str] = field(default_factory=list)
    measure_end: int = -1
    sentence_measure: str | None = None
    base: str | None = None
    base_mention: Mention | None = None
    direction: Mention | None = None
    complete: Mention | None = None
    share: bool = False
    none: Mention | None = None
    by: bool = False
    to: Mention | None = None
    subject_end: int = -1
    counted_end: int = -1
    governor: str | None = None
    since: int = 0
    outside: int = 0
    group: list[Comparison] = field(default_factory=list)
    share_out: list[str] = field(default_factory=list)
    bracket: tuple[str, ...] | None = None
    outer: tuple[str, ...] | None = None
    outer_at: int = -1
    listed: tuple[str, ...] | None = None
    inner_figures: int = 0
    inner_list: bool = False
    inner_names: set[str] = field(default_factory=set)
    sentence: int = 0


class Binder:
    """Binds one paragraph. `bound` collects; `scope` is read and, where the next paragraph inherits, written."""

    def __init__(self, text: str, mentions: Sequence[Mention], regions: Sequence[Region], scope: Scope, bound: Bound, nested: bool = False) -> None:
        self.text, self.mentions, self.regions = text, mentions, regions
        self.scope, self.bound, self.nested = scope, bound, nested
        self.state = _State()
        self.here: list[Comparison] = []
        self.early: Region | None = None
        self.whole: list[Comparison] = []

    def run(self) -> None:
        """Read the paragraph."""
        events = self._events()
        for at, (where, event) in enumerate(events):
            if isinstance(event, str):
                self._mark(where, event)
            elif isinstance(event, Region):
                self._region(event)
            else:
                following = events[at + 1][1] if at + 1 < len(events) else None
                self._mention(event, following if isinstance(following, Mention) else None)
        self._settle()

    def _events(self) -> list[tuple[int, str | Mention | Region]]:
        inside = [(r.marker, r.end) for r in self.regions]
        events: list[tuple[int, str | Mention | Region]] = [(r.marker, r) for r in self.regions]
        for mention in self.mentions:
            if not any(start <= mention.start < end for start, end in inside):
                events.append((mention.start, mention))
        for match in re.finditer(r"[。；！？，、：（）]", self.text):
            covered = any(m.start <= match.start() < m.end for m in self.mentions)
            if not covered and not any(start <= match.start() < end for start, end in inside):
                events.append((match.start(), match.group()))
        return sorted(events, key=lambda e: (e[0], not isinstance(e[1], str)))

    # ── marks ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def _mark(self, where: int, mark: str) -> None:
        state = self.state
        state.share = state.by = False
        if mark in "，。；：！？":
            state.none = None if mark != "，" else state.none
            if state.direction and state.direction.end >= state.since and mark != "，":
                state.direction = None
        if mark in "。；！？":
            state.complete = None
            state.measures = []
            state.since = where + 1
        if mark in "。！？":
            state.sentence = where + 1
            state.listed = state.outer if len(state.inner_names) >= 2 else None
            state.outer = None
            state.inner_figures = 0
            state.inner_names = set()
            state.sentence_measure = None
            state.base_mention = None
            state.governor = None
        if mark == "（":
            state.outside = state.since
            state.bracket = self.scope.subjects
        elif mark == "）" and state.bracket is not None:
            # What a bracket names ends with it: 事业收入0元（含教育收费0元），占…
            if self.scope.subjects != state.bracket:
                self.scope.subjects, state.group = state.bracket, []
            state.bracket = None
        if mark == "、" and state.outer is not None:
            state.inner_list = True
        if mark in "，、：（":
            state.since = where + 1
        elif mark == "）" and state.since == self.text.rfind("（", 0, where) + 1:
            state.since = state.outside  # a bracket without a figure changes nothing

    # ── mentions ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _mention(self, mention: Mention, following: Mention | None) -> None:
        if mention.kind in _FIGURES:
            self._figure(mention, following)
            return
        handler = getattr(self, f"_{mention.kind}", None)
        if handler is not None:
            handler(mention)

    def _subject(self, mention: Mention) -> None:
        state = self.state
        if state.share or self._not_here(mention):
            return
        names = tuple(self._full_path(name, mention.note) for name in mention.names)
        names = tuple(in_section(name, self._stated(), self.scope.own_title, self.text[mention.end :]) for name in names)
        names = tuple(self._of_item(name) for name in names)
        gap = self.text[state.subject_end : mention.start] if state.subject_end >= 0 else "#"
        fresh = state.since > state.subject_end and not re.fullmatch(r"[、，]?", gap)
        if mention.note == "below" and self.scope.subjects:
            names = tuple(f"{above.split('/')[0]}/{name}" for above in self.scope.subjects[:1] for name in names)
        elif _JOINS.fullmatch(gap) and (not fresh or gap == "、") and "，" not in gap and self._unfigured(state.subject_end, mention.start):
            names = (*self.scope.subjects, *(n for n in names if n not in self.scope.subjects))
        self._take(names, mention)
        if mention.measure:
            state.measures = [mention.measure]
            state.measure_end = mention.end
        if state.none is not None and not self._header(mention) and not self.text.startswith(("安排", "的"), mention.end):
            self._state_none(mention)

    def _of_item(self, name: str) -> str:
        """其中：基本支出N below an item of the classification is the item's, not the whole's."""
        outer = self.state.outer or ()
        if name in ("基本支出", "项目支出") and len(outer) == 1 and outer[0].split("/")[0] in _CLASSES:
            return f"{outer[0]}/{name}"
        return name

    def _nothing(self, mention: Mention) -> None:
        names = tuple(in_section(name, self._stated(), self.scope.own_title, "") for name in mention.names)
        self._state_none(replace(mention, names=names))

    def _take(self, names: tuple[str, ...], mention: Mention) -> None:
        state = self.state
        base = state.base_mention
        if base is not None and base.end == mention.start:
            state.base_mention = replace(base, end=mention.end)  # 比2017年度决算总收入598.40万元增加
        self.scope.subjects = names
        self.scope.counted = None
        if state.outer is not None:
            state.inner_names.update(names)
        state.subject_end = mention.end
        state.group = []
        state.share_out = []

    def _not_here(self, mention: Mention) -> bool:
        """A wording that holds only under some other name: 货物 is procurement in a section on it."""
        around = (*self.scope.subjects, self.scope.own_title, self.text[self.state.sentence : mention.start])
        return mention.within is not None and not any(mention.within in words for words in around)

    def _stated(self) -> list[Fact]:
        return [f for f in self.bound.facts if f.heading == self.scope.heading]

    def _relative(self, mention: Mention) -> None:
        state = self.state
        if state.share:
            return
        if mention.names == ("",):
            if state.subject_end == mention.start:
                return
            names = bare(str(mention.note), self._stated(), self.scope.title)
            if not names and self.scope.subjects and len(side_of(self.scope.subjects)) == 1 and side_of(self.scope.subjects) == side_of((mention.text,)):
                return
        else:
            names = with_stem(mention.names[0], state.outer or self.scope.subjects, self.scope.title)
        if names:
            if state.none is not None and not self._header(mention):
                self._state_none(replace(mention, names=names))
            self._take(names, mention)

    def _unfigured(self, start: int, end: int) -> bool:
        return not any(m.kind in _FIGURES and start <= m.start < end for m in self.mentions)

    def _full_path(self, name: str, level: str | None) -> str:
        """A path that lacks its upper names takes them from the last 类 and 款 of the section."""
        parts = name.split("/")
        if level == "款" and self.scope.parents:
            parts = [self.scope.parents[0], *parts]
        elif level == "项":
            return "/".join([*self.scope.parents, name])
        if parts[0] in _CLASSES:
            self.scope.parents = tuple(parts[:2])
        return "/".join(parts)

    def _count(self, mention: Mention) -> None:
        state = self.state
        if state.share or self.text[: mention.start].endswith(("不含", "含")):
            return
        if self._not_here(mention) or (mention.note == "money" and not self._quantity_next(mention)):
            return
        if state.none is not None and state.none.end == mention.start and mention.unit:
            self._state_none(mention)
            return
        name = mention.names[0]
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

    def _quantity_next(self, mention: Mention) -> bool:
        return any(m.kind == "quantity" and 0 <= m.start - mention.end <= 2 for m in self.mentions)

    def _measure(self, mention: Mention) -> None:
        state = self.state
        if mention.measure is None:
            return
        if mention.measure == "占比":
            state.share = True
            return
        if "合同签订" in mention.text:
            state.sentence_measure = "金额"
            return
        gap = self.text[state.measure_end : mention.start] if state.measure_end >= 0 else "#"
        joined = re.fullmatch(r"(?:为)?[、与和及]", gap) and state.measures
        state.measures = [*state.measures, mention.measure] if joined else [mention.measure]
        state.measure_end = mention.end

    def _base(self, mention: Mention) -> None:
        state = self.state
        if mention.unit == "verdict" and state.direction is not None:
            if self._figure_next(mention.end):  # 决算数大于预算数60万元
                state.base, state.group = self._budget_base(mention.measure or "预算"), []
            elif not _SEVERAL.search(self.text[state.sentence : mention.start]):
                self._verdict(state.direction, mention.measure)
            return
        if mention.value and self.scope.year and int(mention.value) >= self.scope.year:
            self.scope.as_of = None
        state.base_mention = mention
        if mention.note == "compare":
            state.base = mention.measure
            state.group = []
            state.direction = None
            self._back_to_outer(mention)

    def _back_to_outer(self, base: Mention) -> None:
        """总计N，其中A，较上年增加M: the comparison is of the total; so it is after a list of parts."""
        state = self.state
        if state.listed and self.text[state.sentence : base.start] == "":
            self.scope.subjects, state.group, state.listed = state.listed, [], None  # …其中：A a，B b。与上年相比增加M
            return
        if state.outer is None or self.text[base.start - 1 : base.start] != "，":
            return
        listed = self.text[state.outer_at : state.outer_at + 1] in "：，"
        by_figures = self._fits_outer(base)
        by_words = state.inner_list or (state.inner_figures == 1 and not listed)
        if state.inner_figures and (by_words if by_figures is None else by_figures):
            self.scope.subjects, state.group = state.outer, []

    def _fits_outer(self, base: Mention) -> bool | None:
        """Arithmetic as a second opinion: whether change and rate fit the whole's figure (True) or the part's (False)."""
        ahead = [m for m in self.mentions if m.start >= base.end][:6]
        direction = next((m for m in ahead if m.kind == "direction"), None)
        if direction is None or not self.state.outer:
            return None
        change = next((m for m in ahead if m.kind == "money" and m.start >= direction.end), None)
        rate = next((m for m in ahead if m.kind == "percent" and m.start >= direction.end), None)
        if change is None or rate is None:
            return None
        sign = -1 if direction.measure == "减少" else 1
        fits = [self._fits(subjects, sign * Decimal(str(change.value)), sign * Decimal(str(rate.value))) for subjects in (self.state.outer, self.scope.subjects)]
        return None if fits[0] == fits[1] else fits[0]

    def _fits(self, subjects: tuple[str, ...], change: Decimal, rate: Decimal) -> bool:
        value = next((f.value for f in reversed(self._stated()) if f.subject in subjects and f.measure == self.scope.default_measure), None)
        if value is None or Decimal(value) == change:
            return False
        return abs(change / (Decimal(value) - change) * 100 - rate) < Decimal("0.2")

    def _direction(self, mention: Mention) -> None:
        state = self.state
        if state.direction is not None and self.text[state.direction.end : mention.start] in ("（", "/", "") and mention.start - state.direction.end <= 1:
            return  # a template's 增加（减少）: the first word stands
        if self._figure_next(mention.end) or self._verdict_next(mention):
            state.direction = mention
        elif mention.measure == "持平":
            self._flat(mention)
        elif self._ends_clause(mention) and not self._header(mention):
            for comparison in self._comparisons(state.base or self.scope.default_base):
                comparison.direction = comparison.direction or mention.measure
        else:
            state.direction = mention if not self._header(mention) else state.direction

    def _figure_next(self, end: int) -> bool:
        match = re.match(r"(?:（[^（）]{1,4}）|）)?(?:了|为|约|各|均|额为|率为|幅度为|共|共计|近|达|到|、)*(?=\d)", self.text[end:])
        return match is not None and any(m.start == end + match.end() and m.kind in _FIGURES for m in self.mentions)

    def _verdict_next(self, mention: Mention) -> bool:
        return any(m.kind == "base" and m.unit == "verdict" and m.start == mention.end for m in self.mentions)

    def _base_in_clause(self, mention: Mention) -> bool:
        base = self.state.base_mention
        return base is not None and base.note == "compare" and "，" not in self.text[base.end : mention.start][:-1]

    def _ends_clause(self, mention: Mention) -> bool:
        """比上年有所增加，: a direction without a figure, in the clause of its base or closing the next one."""
        base = self.state.base_mention
        if base is None or base.note != "compare" or base.start < self.state.sentence:
            return False
        return self._base_in_clause(mention) or re.match(r"[，。；]|$", self.text[mention.end :]) is not None

    def _header(self, mention: Mention) -> bool:
        """Whether a word belongs to the opening of an explanation: …减少的主要原因是."""
        return any(r.kind == "reason" and 0 <= r.marker - mention.end <= 8 and not re.search(r"[，。；]", self.text[mention.end : r.marker]) for r in self.regions)

    def _verdict(self, direction: Mention, base: str | None) -> None:
        """支出决算数小于年初预算数: a direction and what it is measured against, no figure."""
        for comparison in self._comparisons(self._budget_base(base or "预算")):
            if comparison.direction is None or comparison.direction != direction.measure:
                comparison.direction = direction.measure
        self.state.direction = None

    def _flat(self, mention: Mention) -> None:
        base = self.state.base_mention.measure if self.state.base_mention and self.state.base_mention.note == "compare" else None
        base = base or self.state.base or self.scope.default_base
        self._with_equal_counterpart()
        for comparison in self._comparisons(self._budget_base(base)):
            if comparison.change is None and comparison.rate is None:
                comparison.direction, comparison.said_flat = "持平", True
            self._close(comparison, mention.end)
        self.state.direction = None

    def _with_equal_counterpart(self) -> None:
        """收入总计N，支出总计N，与上年持平: said of both."""
        if len(self.scope.subjects) != 1:
            return
        mine = self.scope.subjects[0]
        other = counterpart(mine)
        here = {f.subject: f.value for f in self.bound.facts if f.paragraph == self.scope.paragraph and f.start >= self.state.sentence + self.scope.offset - 1}
        if other != mine and other in here and here.get(mine) == here[other]:
            self.scope.subjects = (other, mine)

    def _complete(self, mention: Mention) -> None:
        self.state.complete = mention
        self.state.direction = None

    def _share(self, mention: Mention) -> None:
        self.state.share = True

    def _none(self, mention: Mention) -> None:
        state = self.state
        state.none = mention
        gap = self.text[state.subject_end : mention.start] if state.subject_end >= 0 else "#"
        if gap in ("", "：") and self.scope.subjects and re.match(r"[，。；]|$", self.text[mention.end :]):
            self._state_none(replace(mention, names=self.scope.subjects))  # 出国费用没有。

    def _by(self, mention: Mention) -> None:
        self.state.by = True

    def _to(self, mention: Mention) -> None:
        self.state.to = mention

    def _year(self, mention: Mention) -> None:
        year = int(mention.value or 0)
        if re.search(r"截[至止]到?$", self.text[: mention.start]):
            self.scope.as_of = year
        elif self.scope.year and year >= self.scope.year:
            self.scope.as_of = None

    def _purpose(self, mention: Mention) -> None:
        self.state.since = mention.end

    def _which(self, mention: Mention) -> None:
        state = self.state
        state.since = mention.end
        state.group = []
        state.outer, state.outer_at = self.scope.subjects, mention.end
        self.whole = list(self.here)
        state.inner_figures, state.inner_list = 0, False

    def _blank(self, mention: Mention) -> None:
        """An empty slot takes what governed it: nothing is stated."""
        self.state.measures = []
        self.state.direction = self.state.complete = None
        self.state.since = mention.end

    # ── figures ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _figure(self, figure: Mention, following: Mention | None) -> None:
        state = self.state
        if figure.kind == "quantity":
            self._quantity(figure, following)
        elif figure.kind == "percent":
            self._percent(figure)
        else:
            self._money(figure, following)
        state.since = figure.end
        state.share = state.by = False
        state.to = None
        state.inner_figures += figure.kind in ("money", "number")

    def _percent(self, figure: Mention) -> None:
        state = self.state
        value = str(figure.value)
        if self.nested and not self._named(figure):
            return
        if state.measures == ["增减率"]:
            self._signed_rate(figure)
        elif state.share:
            if self.scope.counted not in self.scope.subjects:
                self._state_all("占比", value, "%", figure)
        elif state.direction is not None and self._governs(state.direction, figure):
            self._rate(figure)
        elif state.complete is not None:
            self._completion(figure)
        else:
            self._unbound(figure)

    def _governs(self, word: Mention, figure: Mention) -> bool:
        return figure.start - word.end <= 8 and not re.search(r"[。；]", self.text[word.end : figure.start])

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

    def _signed_rate(self, figure: Mention) -> None:
        """预决算差异率-4.03%: the sign is printed."""
        for comparison in self._comparisons(self._budget_base("预算"), wanting="rate", figure=figure):
            comparison.rate = figure.value
            comparison.direction = comparison.direction or ("减少" if str(figure.value).startswith("-") else "增加")
            self._close(comparison, figure.end)
        self._state_all("增减率", str(figure.value), "%", figure)
        self.state.measures = []

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
        base = patterns.words("base")
        for words, name in ((base["adjusted"], "全年预算"), (base["initial"], "年初预算")):
            if any(word in mention.text for word in words if len(word) > 2):
                self.scope.budget = name
                return name
        return self._budget_base("预算")

    def _budget_base(self, base: str) -> str:
        """预算 alone means the budget that the section named last: 年初预算 or 全年预算."""
        return self.scope.budget or base if base == "预算" else base

    def _money(self, figure: Mention, following: Mention | None) -> None:
        state = self.state
        unit = figure.unit
        if figure.kind == "number":
            unit = self._missing_unit(figure, following)
            if unit is None:
                return
            if unit == "%":
                self._percent(replace(figure, unit="%"))
                return
        value = str(figure.value)
        if state.complete is not None and self._governs(state.complete, figure):
            # 完成预算39.00万元的80.0%
            if re.match(r"的\d", self.text[figure.end :]):
                self._state_base_value(value, unit, figure, self._completion_base(state.complete))
                return
        if state.by:
            state.by = False
            self._state_base_value(value, unit, figure, state.base or self.scope.default_base)
            return
        if state.to is not None:
            self._moved_to(value, unit, figure)
            return
        if state.direction is not None and self._governs(state.direction, figure):
            self._change(value, unit, figure)
            return
        base = state.base_mention
        if base is not None and base.measure == EARLIER:
            return
        if base is not None and base.end <= figure.start and self._adjacent(base, figure) and base.measure:
            self._state_base_value(value, unit, figure, base.measure)
            state.base_mention = base if base.note == "compare" else None
            return
        if self.scope.counted and re.search(r"价值(?:为|合计|共计)?$", self.text[: figure.start]):
            self._add(Fact(self.scope.counted, "金额", value, unit, self.scope.as_of or self.scope.year, *self._clause(figure.start), self.scope.heading, self.scope.paragraph))
            return
        if not self._named(figure):
            self._unbound(figure)
            return
        self._state_measured(value, unit, figure)

    def _missing_unit(self, figure: Mention, following: Mention | None) -> str | None:
        """A bare number is a figure only where its place says so: right after 增长, 为, 比上年."""
        state = self.state
        before = self.text[: figure.start]
        direction = state.direction
        if direction is not None and figure.start - direction.end <= 2:
            comparison = next((c for c in reversed(self.here) if c.subject in self.scope.subjects), None)
            return "%" if comparison is not None and comparison.change is not None else self.scope.unit
        base = state.base_mention
        governed = state.measures and re.search(r"(?:为|均为|数|决算|预算)$", before)
        if governed or (base is not None and base.end == figure.start):
            closed = re.match(r"[，。；、）]|增|减|下降|上升|$", self.text[figure.end :])
            return self.scope.unit if closed and not re.fullmatch(r"(?:19|20)\d\d", str(figure.value)) else None
        return None

    def _adjacent(self, base: Mention, figure: Mention) -> bool:
        gap = self.text[base.end : figure.start]
        return re.fullmatch(r"(?:的|为|数|支出|收入|总额|金额|（|均|约|“三公”经费)*", gap) is not None

    def _change(self, value: str, unit: str | None, figure: Mention) -> None:
        direction = self.state.direction
        assert direction is not None
        amount = signed(value, direction.measure == "减少")
        base = self._budget_base(self.state.base or self.scope.default_base)
        if base == EARLIER:
            self.state.direction = None
            return
        for comparison in self._comparisons(base, wanting="change", figure=figure):
            comparison.change, comparison.unit = amount, unit
            comparison.direction = comparison.direction or direction.measure
            self._close(comparison, figure.end)
        self._state_all("增减额", amount, unit, figure)
        self._spend_direction()

    def _moved_to(self, value: str, unit: str | None, figure: Mention) -> None:
        """由N减至N: the second figure is this year's."""
        assert self.state.to is not None
        direction = "减少" if re.match(r"减|降|下|压|缩", self.state.to.text) else "增加"
        for comparison in self._comparisons(self.state.base or self.scope.default_base):
            comparison.direction = direction
            self._close(comparison, figure.end)
        self._state_all(self.scope.default_measure, value, unit, figure)

    def _state_base_value(self, value: str, unit: str | None, figure: Mention, base: str) -> None:
        measure = _MEASURE_OF_BASE[self._budget_base(base)]
        self._state_all(measure, value, unit, figure)

    def _state_measured(self, value: str, unit: str | None, figure: Mention) -> None:
        state = self.state
        measures = state.measures if state.measures and state.measure_end >= state.since - 1 or self._measure_governs(figure) else []
        measures = measures or [state.sentence_measure or self.scope.default_measure]
        for measure in measures:
            if measure in _BUDGETS[:2]:
                self.scope.budget = measure.removesuffix("数")
            self._state_all(measure, value, unit, figure)
        state.measures = []

    def _measure_governs(self, figure: Mention) -> bool:
        gap = self.text[self.state.measure_end : figure.start]
        return bool(self.state.measures) and not re.search(r"[，。；、：]", gap)

    def _named(self, figure: Mention) -> bool:
        """Whether it is clear what a figure is about; a noun phrase of the clause becomes the subject where none is known."""
        state = self.state
        start = state.since
        inside = [m for m in self.mentions if start <= m.start and m.end <= figure.start]
        if any(m.kind == "subject" for m in inside) and not self.nested:
            return bool(self.scope.subjects)
        clause = self.text[start : figure.start]
        starts = [m.start - start for m in inside if m.kind != "year"]
        phrase = noun_phrase(clause, starts, free=self.scope.project is not None)
        if phrase is not None and not self.nested:
            self.scope.subjects = (f"{self.scope.project}/{phrase}" if self.scope.project else phrase,)
            state.subject_end = figure.start
            state.group = []
            return True
        if unexplained(clause, [(m.start - start, m.end - start) for m in inside]):
            return False
        return bool(self.scope.subjects)

    def _quantity(self, figure: Mention, following: Mention | None) -> None:
        name = self._counted_name(figure, following)
        if name is None:
            return
        unit = figure.unit
        year = self.scope.as_of or self.scope.year
        self._add(Fact(name, "数量", str(figure.value), unit, year, *self._clause(figure.start), self.scope.heading, self.scope.paragraph))

    def _counted_name(self, figure: Mention, following: Mention | None) -> str | None:
        state = self.state
        clause = self.text[state.since : figure.start]
        if state.counted_end >= state.since and self.scope.counted and not re.search(r"[，。；]", self.text[state.counted_end : figure.start]):
            gap = re.sub(r"（[^）]*）", "", self.text[state.counted_end : figure.start])
            if len(gap) <= 6:
                person = figure.unit == "人次" and self.scope.counted in patterns.stems().values()
                return self.scope.counted + "人次" if person else self.scope.counted
        head = self._head(clause + figure.text, figure.unit)
        stem = self._stem(figure.start)
        if head and stem:
            return stem + head
        if following is not None and following.kind == "count" and following.start == figure.end:
            return following.names[0]
        named = next((name for words, name in patterns.counted_after() if self.text.startswith(words, figure.end)), None)
        if named:
            return named
        phrase = re.sub(r"^(?:其中[：，]?|共有|现有|有|学校|单位|年末)+", "", clause)
        if phrase.endswith(patterns.count_heads()) and re.fullmatch(r"[一-龥]{2,10}", phrase):
            self.scope.counted = phrase
            return phrase
        return None

    def _stem(self, at: int) -> str | None:
        """Whose count a number is: the last word of the sentence that says so, else the subject."""
        sentence = self.text[max(self.text.rfind(mark, 0, at) for mark in "。；") + 1 : at]
        sentence = re.sub(r"（[^（）]*）(?=[，、])", "", sentence)  # a bracket that was closed speaks of something else
        found = [(sentence.rfind(word) + len(word), len(word), stem) for word, stem in patterns.stem_words() if word in sentence]
        if found:
            return max(found)[2]
        return next((s for subject in self.scope.subjects if (s := patterns.stems().get(subject))), None)

    def _head(self, clause: str, unit: str | None) -> str | None:
        named = None
        for name, aliases, units in patterns.heads():
            if any(alias in clause for alias in aliases) and unit in units:
                named = name
        if named:
            return named
        return next((name for name, _, units in patterns.heads() if name in ("批次", "人次") and unit in units and unit != "次"), None)

    # ── stating ───────────────────────────────────────────────────────────────────────────────────────────────────
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
        for subject in subjects:
            self._add(Fact(subject, measure, value, unit, year, *self._clause(figure.start), self.scope.heading, self.scope.paragraph))

    def _next_share(self, subjects: tuple[str, ...]) -> str:
        state = self.state
        state.share_out = state.share_out or list(subjects)
        return state.share_out.pop(0)

    def _one_each(self, figure: Mention) -> bool:
        """X、Y各/分别为N、M: as many figures in a row, set apart by a mark, as there are subjects."""
        count = len(self.scope.subjects)
        rest = [m for m in self.mentions if m.start >= figure.start and m.kind in _FIGURES][:count]
        if len(rest) < count or any(m.kind != figure.kind for m in rest):
            return False
        gaps = [self.text[a.end : b.start] for a, b in zip(rest, rest[1:], strict=False)]
        return all(gap in ("，", "、", "和", "；") for gap in gaps)

    def _state_none(self, mention: Mention) -> None:
        """本年度无A、B收入: a zero that the text states in words."""
        counted = mention.kind == "count"
        measure = "数量" if counted else self.scope.default_measure
        for name in mention.names:
            fact = Fact(name, measure, "0", mention.unit if counted else self.scope.unit, self.scope.year, *self._clause(mention.start), self.scope.heading, self.scope.paragraph, "无")
            self._add(fact)

    def _add(self, fact: Fact) -> None:
        if self.nested and not self._explicit(fact.subject):
            return
        self.bound.facts.append(fact)

    def _explicit(self, subject: str) -> bool:
        """Inside an explanation only what the explanation itself names counts."""
        return any(subject in m.names for m in self.mentions if m.kind == "subject")

    def _unbound(self, figure: Mention) -> None:
        if not self.nested:
            start, end = self._clause(figure.start)
            offset = self.scope.offset
            self.bound.loose.append(Loose(figure.start + offset, figure.end + offset, start, end))

    def _clause(self, at: int) -> tuple[int, int]:
        """The clause around a place, in the flow: from one full stop or semicolon to the next."""
        start = max(self.text.rfind(mark, 0, at) for mark in "。；！？") + 1
        end = min((p for mark in "。；！？" if (p := self.text.find(mark, at)) >= 0), default=len(self.text) - 1) + 1
        return start + self.scope.offset, min(end, len(self.text)) + self.scope.offset

    # ── comparisons ───────────────────────────────────────────────────────────────────────────────────────────────
    def _comparisons(self, base: str, wanting: str | None = None, figure: Mention | None = None) -> list[Comparison]:
        """The open comparisons of the current subjects with `base`, begun where there are none."""
        group = []
        subjects = self.scope.subjects
        if base == EARLIER:
            return []
        if figure is not None and len(subjects) > 1 and (self.state.share_out or self._one_each(figure)):
            subjects = (self.state.share_out or list(subjects))[:1]
        for subject in subjects:
            if self.nested and not self._explicit(subject):
                continue
            open_one = next((c for c in reversed(self.here) if c.subject == subject and c.base == base), None)
            if open_one is not None and wanting and getattr(open_one, wanting) is not None:
                open_one = None
            if open_one is None:
                start, end = self._clause(max(self.state.since, 0))
                open_one = Comparison(subject, base, start, end, self.scope.heading, self.scope.paragraph, nested=self.nested)
                self.here.append(open_one)
                self.bound.comparisons.append(open_one)
            group.append(open_one)
        self.state.group = group
        self.scope.base = base if base.startswith("上年") else self.scope.base
        return group

    def _close(self, comparison: Comparison, at: int) -> None:
        """The comparison's clause reaches at least to here."""
        comparison.end = max(comparison.end, self._clause(max(at - 1, 0))[1])

    # ── explanations ──────────────────────────────────────────────────────────────────────────────────────────────
    def _region(self, region: Region) -> None:
        if region.kind == "before":
            self.early = region
        elif region.kind == "reason":
            self._explain(region)
        self.state.since = region.end
        self.state.direction = self.state.complete = None
        self.state.measures = []

    def _explain(self, region: Region) -> None:
        span = (region.start + self.scope.offset, region.end + self.scope.offset)
        start = max(self.text.rfind(mark, 0, region.marker) for mark in "。；！？") + 1
        header = [m for m in self.mentions if start <= m.start < region.marker and m.end <= region.marker]
        if self.text[region.start : region.end].strip("，。；、： ") in ("无", "/", "-", ""):
            return
        targets = self._explained(header, self.text[start : region.start])
        for comparison in targets:
            if comparison.reason is None:
                comparison.reason = span
                comparison.end = max(comparison.end, span[1])

    def _explained(self, header: Sequence[Mention], words: str) -> list[Comparison]:
        """The comparisons that an explanation is about: those its opening names, else the last ones made."""
        kinds = {m.kind for m in header}
        figured = kinds & {"money", "percent", "number"}
        if "none" in kinds and "subject" in kinds and not figured:
            return self._nothing_happened(header)
        if several := _SEVERAL.search(words):
            return self._several(several.group(1), next((m.measure for m in header if m.kind == "direction"), None))
        if figured and self._only_zero(header):
            return self._none_of(self.scope.subjects)
        if figured:
            return self._last(every=re.search(r"[均都]", words[-16:]) is not None)
        if not kinds & {"subject", "direction", "relative"}:
            return self._shared(self._last(every=re.search(r"[均都]", words[-16:]) is not None))
        if self.state.group and any(m.kind == "base" for m in header):
            return self.state.group
        if not kinds & {"subject"} and self.state.group and not kinds & {"relative"}:
            return self._shared(self.state.group)
        named = tuple(name for m in header if m.kind == "subject" for name in m.names) or self.scope.subjects
        direction = next((m.measure for m in reversed(header) if m.kind == "direction"), None)
        found = self._recent(named or self.scope.subjects, direction)
        if found:
            return found
        if named and direction:
            self.scope.subjects = named
            made = self._comparisons(self._budget_base(self.state.base or self.scope.default_base))
            for comparison in made:
                comparison.direction = direction
            return made
        return self._last(every=False)

    def _only_zero(self, header: Sequence[Mention]) -> bool:
        """公务接待费0万元，主要原因是…: why there is none, where nothing is compared."""
        if any(m.kind in ("base", "direction", "complete", "to") for m in header):
            return False
        figure = next((m for m in reversed(header) if m.kind in _FIGURES), None)
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
            return [c for c in self.here if (c.base, c.start) == (last.base, last.start)] or [last]
        previous = [c for c in self.bound.comparisons if c.heading == self.scope.heading]
        if previous:
            return [c for c in previous if (c.start, c.base, c.change, c.rate) == (previous[-1].start, previous[-1].base, previous[-1].change, previous[-1].rate)]
        return []

    def _several(self, count: str | None, direction: str | None) -> list[Comparison]:
        """上述两项…: the last so many comparisons without an explanation."""
        open_ones = [c for c in self.bound.comparisons if c.heading == self.scope.heading and c.reason is None and direction in (None, c.direction, self._implied(c))]
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
        return [*targets, *(c for c in self.here if c.subject in others and c.base == targets[0].base and c.reason is None)]

    def _recent(self, subjects: Sequence[str], direction: str | None) -> list[Comparison]:
        """For each subject its latest comparison in that direction, in this section."""
        found = []
        for subject in subjects:
            fits = (
                c for c in reversed(self.bound.comparisons)
                if c.subject == subject and c.heading == self.scope.heading and not c.nested and direction in (None, c.direction, self._implied(c))
            )  # fmt: skip
            comparison = next(fits, None)
            if comparison is not None:
                found.append(comparison)
        return found

    def _implied(self, comparison: Comparison) -> str | None:
        if comparison.completion is None:
            return None
        return "减少" if float(comparison.completion) < 100 else "增加"

    def _settle(self) -> None:
        """An explanation that stood before its figures goes to the comparison that followed."""
        if self.early is not None:
            span = (self.early.start + self.scope.offset, self.early.end + self.scope.offset)
            after = [c for c in self.here if c.reason is None]
            for comparison in after[:1] if not self.state.group else [c for c in self.state.group if c.reason is None]:
                comparison.reason = span
