"""What governs a figure: around its paragraph (`Scope`) and inside it (`State`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.facts.model import Comparison
from extractor.language.mentions import Mention


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
    past: bool = False

    @property
    def default_measure(self) -> str:
        """What a figure is that no word says: a section on the year before (`past`) states its outturn."""
        if self.past:
            return "上年决算数"
        return "预算数" if self.kind == "预算" else "决算数"

    @property
    def default_base(self) -> str:
        return self.base or ("上年预算" if self.kind == "预算" else "上年决算")


@dataclass(slots=True)
class State:
    """What governs the next figure. `since` is where the current clause began: after the last figure or mark.

    `inherited`: the measures of the whole, which its parts have where no word says theirs.
    `stated`: where the last measured figure ended, and its measures. `past`: the sentence speaks of the year before, in budget or outturn (上年预算, 上年决算).
    """

    measures: list[str] = field(default_factory=list)
    measure_end: int = -1
    sentence_measure: str | None = None
    base: str | None = None
    base_mention: Mention | None = None
    joined: list[str] = field(default_factory=list)
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
    piece: int = 0
    nameless: bool = False
    past: str | None = None
    past_beside: bool = False
    listing: str | None = None
    group: list[Comparison] = field(default_factory=list)
    share_out: list[str] = field(default_factory=list)
    bracket: tuple[str, ...] | None = None
    stated: tuple[int, list[str]] = (-1, [])
    outer: tuple[str, ...] | None = None
    outer_at: int = -1
    listed: tuple[str, ...] | None = None
    single: tuple[str, ...] | None = None
    inherited: list[str] = field(default_factory=list)
    inner_figures: int = 0
    inner_list: bool = False
    inner_names: set[str] = field(default_factory=set)
    sentence: int = 0
