"""The typed query that a question becomes: frozen, printable, and all that the SQL is made from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

BUDGETS = ("年初预算", "全年预算", "预算")
"""The bases that are a budget of the same year."""

ACTUAL, COUNT, RATE, SHARE, CHANGE, CHANGE_RATE = "决算数", "数量", "完成率", "占比", "增减额", "增减率"
"""Measures of the records that the grammar speaks of."""

GAP, SCORE = "差额", "得分"
"""Measures of questions alone: actual less budget, the score of a project or an indicator."""

TEXTS = {"问题": "problems", "改进措施": "improvements"}
"""What is asked for in words and not as a figure, and the field of a project that says it."""


class Intent(StrEnum):
    """What kind of answer is wanted."""

    VALUE = "value"
    WHY = "why"
    WHICH = "which"
    COUNT = "count"
    SUM = "sum"
    AVERAGE = "average"
    RANK = "rank"
    SHARE = "share"
    MEDIAN = "median"
    DIFFERENCE = "difference"
    TIMES = "times"
    GROUPS = "groups"


class Target(StrEnum):
    """What the rows of the answer are about."""

    ITEMS = "items"
    CLASSES = "classes"
    COSTS = "costs"
    ORGANISATIONS = "organisations"
    PROJECTS = "projects"
    INDICATORS = "indicators"
    YEARS = "years"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class Named:
    """Subjects named in the question: `tiers` of names as the index has them, the better match first.

    With `every` the tiers are wanted side by side; else the first that has data answers. `text` is what was typed.
    """

    text: str
    tiers: tuple[tuple[str, ...], ...]
    every: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the better match first."""
        return tuple(dict.fromkeys(name for tier in self.tiers for name in tier))

    def rank(self, name: str) -> int:
        """How good a match the name is, 0 the best."""
        return next((at for at, tier in enumerate(self.tiers) if name in tier), len(self.tiers))


@dataclass(frozen=True, slots=True)
class Cause:
    """A filter on the explanation: of one of the categories, or with the wording `text`; `negated`: neither."""

    text: str
    categories: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold on a measure: `value` in `unit`."""

    measure: str
    comparator: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Against:
    """The other side of a comparison of two: what of it differs from the first side; a `measure` of the same thing."""

    organisations: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    subjects: tuple[Named, ...] = ()
    projects: tuple[str, ...] = ()
    measure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question, typed. Empty tuples and None do not restrict.

    `measure` is a measure of the records, or 差额 (actual less budget), 得分, 目标值, 完成值; `base` is the base in the
    question's words (年初预算, 上年 …), `supposed` where no word but 少花 or 超支 says it, and `compared_with` what that can
    be in the records. `unit` is what the figure must be counted in, 元 for any money; `how_much`: a figure is asked for
    and not only which way it went. `every_year` and `everyone`: the figures of all are wanted; `changed`: it rose or
    fell; `reports`: whole reports are counted. `measures` are several asked for side by side; `against` is the other side of
    a comparison of two; `by` what the records are grouped by (organisations, years, classes, items, categories,
    projects) and `each` what is made of each group (count, sum …); `excluded` are subjects left out, `without`
    organisations. `ago`: so many years before the latest that there is.
    """

    intent: Intent
    target: Target | None = None
    subjects: tuple[Named, ...] = ()
    under: tuple[str, ...] = ()
    share_of: Named | None = None
    projects: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    measure: str | None = None
    measures: tuple[str, ...] = ()
    against: Against | None = None
    by: str | None = None
    each: Intent | None = None
    excluded: tuple[str, ...] = ()
    unit: str | None = None
    how_much: bool = False
    base: str | None = None
    supposed: bool = False
    compared_with: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    documents: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    ago: int | None = None
    every_year: bool = False
    everyone: bool = False
    changed: bool = False
    reports: bool = False
    direction: str | None = None
    cause: Cause | None = None
    unexplained: bool = False
    zero_budget: bool = False
    unmet: bool | None = None
    limits: tuple[Limit, ...] = ()
    order: str | None = None
    limit: int | None = None
