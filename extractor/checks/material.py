"""What every check works with: the printed figures with their places, and the doubts that become findings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property

from extractor.checks.rounding import Range, step
from extractor.language.mentions import find_mentions
from extractor.language.numbers import money_units
from extractor.language.paths import class_names
from extractor.records import Amount
from extractor.report import Extraction, Passage
from extractor.structure.flow import Flow, normalise, reflow

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)
Span = tuple[int, int]

_NUMERIC = "0123456789."
_NARROW = {ord(each) + 0xFEE0: each for each in _NUMERIC}
_WIDE = re.compile(f"[{''.join(map(chr, _NARROW))}]")
_NUMBER = re.compile(f"[{_NUMERIC}]|{_WIDE.pattern}")
_DIGITS = frozenset(_NUMERIC)
_BETWEEN = ",，"
_APART = re.compile(rf"[{_NUMERIC}][{_BETWEEN}\s]+[{_NUMERIC}]")
_YEAR = re.compile(r"(?<![\d.,比较与同和])(20\d\d)(?=年|\D*(?:预算|决算|收入|支出))")
_BROKEN = re.compile(r"[\d.．]\s*\n\s*$|(?:^|\n)\s*[,.，．]$")
_FOOT = re.compile(r"\s*[—－-]?\s*\d*\s*[—－-]?\s*")
_STOP = re.compile("[。；：！？]")
_STOPS = tuple("。；：！？.;:）")
_COMMAS = tuple(",.，．")
_TITLE = 40  # characters of a heading that is told
_HEAD = 120  # characters that the head of a page takes at most


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure. `value` and `step` (one unit of its last digit) are in yuan where it is money, else as printed.

    `torn`: it stands next to the break of a line or a page, so that digits of it may stand on the other side.
    """

    printed: str
    value: Decimal
    step: Decimal
    span: Span
    where: str
    amount: Amount
    torn: bool = False

    @property
    def named(self) -> str:
        """The figure and where it stands, for people."""
        return f"{self.printed}（{self.where}）"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A contradiction met by a rule. `fixes`: what each of its figures (by place) would have to be for it to go away.

    `terms`: the figures that do not agree; where the same ones are printed elsewhere, it is the same contradiction.
    """

    rule: str
    severity: str
    message: str
    spans: tuple[Span, ...]
    expected: str | None = None
    observed: str | None = None
    fixes: Mapping[Span, Range] = field(default_factory=dict)
    terms: tuple[object, ...] = ()


class Material:
    """One extraction, with its figures found in the text and its running text unbroken."""

    def __init__(self, extraction: Extraction, flow: Flow | None = None) -> None:
        self.extraction = extraction
        self.report = extraction.report
        self.text = extraction.report.text
        self.year = extraction.year
        self._figures: dict[int, Figure | None] = {}
        self._sections: dict[int, int] = {}
        self._titles: dict[int, list[str]] = {}
        self._flow = flow

    @cached_property
    def flow(self) -> Flow:
        """The running text, normalised, with an offset map to the stored text."""
        return self._flow or reflow(self.report)

    @cached_property
    def narrative(self) -> tuple[Amount, ...]:
        """The amounts stated in sentences."""
        return tuple(amount for amount in self.extraction.amounts if amount.source == "narrative")

    @cached_property
    def cells(self) -> tuple[Amount, ...]:
        """The amounts of tables."""
        return tuple(amount for amount in self.extraction.amounts if amount.source == "table")

    @cached_property
    def by_subject(self) -> Mapping[str, list[Amount]]:
        """Subject → its amounts."""
        found: dict[str, list[Amount]] = {}
        for amount in self.extraction.amounts:
            found.setdefault(amount.subject, []).append(amount)
        return found

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Path of an item → the code that a table prints for it."""
        return {cell.subject: cell.code for cell in self.cells if cell.code and "/" in cell.subject}

    @cached_property
    def finest(self) -> Mapping[str, Decimal]:
        """Unit of money → the finest step that the narrative prints in it: zeros at the end are often dropped."""
        steps: dict[str, set[Decimal]] = {}
        for amount in self.narrative:
            if amount.unit in money_units() and amount.stated is None:
                steps.setdefault(amount.unit or "", set()).add(step(amount.value))
        return {unit: min(found) * Decimal(money_units()[unit]) for unit, found in steps.items()}

    def figure(self, amount: Amount) -> Figure | None:
        """The figure of an amount; None for one that was said in words (本年度无…)."""
        if id(amount) not in self._figures:
            self._figures[id(amount)] = self._make(amount)
        return self._figures[id(amount)]

    def figures(self, amounts: Iterable[Amount]) -> list[Figure]:
        """The figures of those amounts that print one."""
        return [found for amount in amounts if (found := self.figure(amount)) is not None]

    def _make(self, amount: Amount) -> Figure | None:
        if amount.stated is not None:
            return None
        factor = Decimal(money_units().get(amount.unit or "", "1"))
        own = step(amount.value) * factor
        if amount.source == "narrative" and amount.unit in money_units():
            own = min(own, self.finest.get(amount.unit or "", own))
        printed = f"{amount.value}{amount.unit or ''}"
        within = (amount.start, amount.end)
        places = find(self.text, within, amount.value, amount.unit)
        span = within if not places else places[-1] if amount.source == "table" else places[0]
        if amount.source == "narrative" and len(places) > 1:  # the same figure of two years
            span = next((place for place in places if amount.year == self._year_before(place)), span)
        place = self.where(span[0])
        where = f"{amount.table}{place if self.report.pages else ''}" if amount.table else f"正文{place}"
        torn = amount.source == "narrative" and self.torn(span)
        return Figure(printed, Decimal(amount.value) * factor, own, span, where, amount, torn)

    def torn(self, span: Span) -> bool:
        """Whether digits of a figure may stand across the break of a line or a page that it begins or ends at."""
        before = self.text[max(0, span[0] - 12) : span[0]]
        if ("\n" in before or before.endswith(_COMMAS)) and _BROKEN.search(before):
            return True
        if self._cut_off(span[0]):
            return True
        page = next((page for page in reversed(self.report.pages) if page.start <= span[0]), None)
        if page is None:
            return False
        if span[1] >= page.end or _FOOT.fullmatch(self.text, span[1], page.end):
            return True
        above = self.text[page.start : span[0]] if page.start > 0 and span[0] - page.start <= _HEAD else ""
        return above.rstrip(" ").endswith("\n") and above.count("\n") <= 3

    def _cut_off(self, offset: int) -> bool:
        """Whether the sentence of an offset may have begun in the paragraph above it, which ends in the middle of one."""
        at = bisect_right(self._starts, offset) - 1
        if at < 1:
            return False
        above = self.extraction.passages[at - 1].text.rstrip()
        if len(above) <= _TITLE or above.endswith(_STOPS):
            return False
        return _STOP.search(self.text, self._starts[at], offset) is None

    def names(self, amount: Amount) -> bool:
        """Whether an item is named where its amount is stated: in its paragraph, in the line or the heading above."""
        at = bisect_right(self._starts, amount.start) - 1
        if at < 0:
            return True
        start = self._starts[at]
        if at and self.extraction.passages[at - 1].end - self._starts[at - 1] <= _HEAD:
            start = self._starts[at - 1]
        said = "".join(self.titles(amount.start)[-2:]) + normalise(self.text[start : amount.end])
        if amount.code and amount.code in said:
            return True
        _, name, after = said.rpartition(bare(amount.subject))
        # Another item that is named after it: it may be that one's.
        return bool(name) and not re.search("（项）|”科目", after[4:])

    def sentence(self, span: Span) -> str:
        """The sentence of a figure up to it, normalised."""
        passage = self.passage(span[0])
        start = max(self.text.rfind("。", 0, span[0]) + 1, passage.start if passage else 0)
        return normalise(re.sub(r"\s*\n\s*", "", self.text[start : span[1]]))

    def beside(self, span: Span) -> set[Decimal]:
        """The amounts of money (yuan) that the sentence of a figure prints before it, bound to a subject or not."""
        units = money_units()
        found = re.finditer(rf"(\d[\d,]*(?:\.\d+)?)({'|'.join(units)})", self.sentence(span))
        return {Decimal(one[1].replace(",", "")) * Decimal(units[one[2]]) for one in found}

    def _year_before(self, span: Span) -> int | None:
        """The year that the sentence of a figure names last before it."""
        years = _YEAR.findall(self.sentence(span))
        return int(years[-1]) if years else None

    def of_other_year(self, span: Span, year: int | None) -> bool:
        """Whether the sentence of a figure names years before it, and that year is not among them."""
        years = {int(one) for one in _YEAR.findall(self.sentence(span))}
        return bool(years) and year is not None and year not in years

    def tells(self, figure: Figure) -> bool:
        """Whether the sentence of a figure names its subject before it."""
        named = find_mentions(self.sentence(figure.span), self.year, self.extraction.kind)
        return any(figure.amount.subject in mention.names for mention in named)

    def where(self, offset: int) -> str:
        """Where an offset stands, for people: its page, else its section."""
        page = self.report.page_at(offset)
        if page is not None:
            return f"第{page}页"
        titles = self.titles(offset)
        return f"“{titles[-1]}”一节" if titles and len(titles[-1]) <= _TITLE else ""

    def titles(self, offset: int) -> list[str]:
        """The headings above an offset, the outermost first."""
        stretch = bisect_right(self._edges, offset)
        if stretch not in self._titles:
            self._titles[stretch] = [one.title for one in self.extraction.sections if one.start <= offset < one.end]
        return self._titles[stretch]

    def section(self, offset: int) -> int:
        """The index of the innermost section at an offset, -1 before the first."""
        stretch = bisect_right(self._edges, offset)
        if stretch not in self._sections:
            self._sections[stretch] = self._section(offset)
        return self._sections[stretch]

    def _section(self, offset: int) -> int:
        found = -1
        for at, one in enumerate(self.extraction.sections):
            if one.start > offset:
                break
            if offset < one.end:
                found = at
        return found

    def top(self, offset: int) -> int:
        """The section of the second level at most at an offset: the subsections of one subject belong together."""
        at = self.section(offset)
        while at >= 0:
            section = self.extraction.sections[at]
            if section.level <= 2 or section.parent is None:
                return at
            at = section.parent
        return at

    def passage(self, offset: int) -> Passage | None:
        """The paragraph at an offset."""
        at = bisect_right(self._starts, offset) - 1
        return self.extraction.passages[at] if at >= 0 else None

    @cached_property
    def _edges(self) -> list[int]:
        """Where sections begin and end: between two edges every offset stands under the same headings."""
        return sorted({edge for one in self.extraction.sections for edge in (one.start, one.end)})

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.extraction.passages]


@cache
def classes() -> frozenset[str]:
    """The classes of the functional classification, as subjects."""
    return frozenset(class_names().values())


def worth(amount: Amount) -> Decimal:
    """An amount in yuan where it is money, else as printed: the value of its figure, before that is looked for."""
    return Decimal(amount.value if amount.yuan is None else amount.yuan)


def bare(subject: str) -> str:
    """The lowest name of a subject without 支出, which is left out as often as not."""
    return subject.rsplit("/", 1)[-1].removesuffix("支出")


def locate(text: str, within: Span, value: str, unit: str | None = None) -> Span:
    """Where `value` is printed within a span of the text: before its unit if it can be told, else the whole span."""
    return next(iter(find(text, within, value, unit)), within)


def find(text: str, within: Span, value: str, unit: str | None = None) -> list[Span]:
    """Every place within a span where the digits of `value` stand, those before `unit` where there are such."""
    start, end = within
    plain, digits = text[start:end], value.lstrip("-+")
    if _WIDE.search(plain):
        plain = plain.translate(_NARROW)
    # Digits that stand apart are looked for one by one: as a rule none do.
    sought = digits if _DIGITS.issuperset(digits) and not _APART.search(plain) else digits[0]
    found = []
    at = plain.find(sought)
    while at >= 0:
        stop = _printed(plain, at, digits)
        if stop is None or (start + at and _NUMBER.match(text, start + at - 1)):
            stop = at + 1
        else:
            found.append((start + at, start + stop))
        at = plain.find(sought, stop)
    if unit:
        before = [span for span in found if _opening(unit).match(text, span[1])]
        return before or found
    return found


@cache
def _opening(unit: str) -> re.Pattern[str]:
    """How a unit begins behind its figure."""
    return re.compile(rf"\s*(?:[{unit[0]}{'％' if unit == '%' else ''}])")


def _printed(plain: str, at: int, digits: str) -> int | None:
    """The end of `digits` printed at `at`, blanks and commas among them; None where another number stands there.

    By hand and not by a pattern: compiling one for every figure took longer than all the checks.
    """
    for number, digit in enumerate(digits):
        while number and at < len(plain) and (plain[at] in _BETWEEN or plain[at].isspace()):
            at += 1
        if plain[at : at + 1] != digit:
            return None
        at += 1
    behind = plain[at : at + 2]
    return None if behind[:1].isdigit() or (behind[:1] == "." and behind[1:].isdigit()) else at
