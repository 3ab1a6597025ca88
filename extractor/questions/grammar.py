"""Parts of a sentence become a typed query, or what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.questions.naming import named, within
from extractor.questions.query import (
    ACTUAL,
    BUDGETS,
    CHANGE,
    CHANGE_RATE,
    COUNT,
    GAP,
    RATE,
    SCORE,
    SHARE,
    Cause,
    Intent,
    Limit,
    Named,
    Query,
    Target,
)
from extractor.questions.roles import Part
from extractor.questions.text import key
from extractor.questions.tokens import Quantity
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.words import words


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a question is not understood: a `kind` for the message and the `texts` it is about."""

    kind: str
    texts: tuple[str, ...] = ()


def build(parts: Sequence[Part], vocabulary: Vocabulary) -> Query | Misread:
    """The query that the parts make; Misread where a part has no place in it."""
    unknown = tuple(part.text for part in parts if part.role == "unknown")
    if unknown:
        return Misread("words", unknown)
    return _Sentence([part for part in parts if part.role != "filler"], vocabulary).query()


class _Sentence:
    """The content parts of one question, asked from several sides."""

    def __init__(self, parts: list[Part], vocabulary: Vocabulary) -> None:
        self.parts = parts
        self.vocabulary = vocabulary
        self.roles = {part.role for part in parts}
        self.target = self._target()
        self.bases, self.measured = self._bases()
        self.named = [named(part, vocabulary.subjects) for part in parts if part.role == "subject"]

    # What the parts say

    def has(self, *roles: str) -> bool:
        return bool(self.roles & set(roles))

    def all(self, role: str) -> list[Part]:
        return [part for part in self.parts if part.role == role]

    def first(self, role: str) -> Part | None:
        return next(iter(self.all(role)), None)

    def _near(self, at: int, *roles: str) -> bool:
        return any(0 <= i < len(self.parts) and self.parts[i].role in roles for i in (at - 1, at + 1))

    def _target(self) -> Target | None:
        """What is asked for: the noun beside 哪些 or 几个, else the last one."""
        asked: list[tuple[bool, int, str]] = []
        for at, part in enumerate(self.parts):
            also = part.reading("target")
            if part.role == "target":
                asked.append((self._near(at, "which", "many"), at, part.means))
            elif part.role in ("which", "many") and also is not None:
                asked.append((False, at, also.means))
        return Target(max(asked)[2]) if asked else None

    def _bases(self) -> tuple[list[str], list[str]]:
        """The bases that something is compared with, and those that are themselves the measure asked for."""
        compared: list[str] = []
        measured: list[str] = []
        for at, part in enumerate(self.parts):
            if part.role == "base":
                beside = self._near(at, "direction", "short", "completes", "met", "than") or self._zero_at(at)
                if self._changed(at):
                    beside = False
                (compared if beside else measured).append(part.means)
        if "than" not in self.roles and not measured and len(compared) > 1:  # 年初预算与决算: nothing to decide
            measured = compared[:-1]
        return compared, measured

    def _changed(self, at: int) -> bool:
        """预算比上年增加: a base that another base follows is what changed."""
        return self.parts[at].means in BUDGETS and at + 1 < len(self.parts) and self.parts[at + 1].role == "than"

    def _zero_at(self, at: int) -> bool:
        return self._near(at, "zero")

    # The query

    def query(self) -> Query | Misread:
        wrong = self._unreadable()
        if wrong is not None:
            return wrong
        limits = self._limits()
        if isinstance(limits, Misread):
            return limits
        return _checked(self._whole(limits), self)

    def _unreadable(self) -> Misread | None:
        """Parts that no query of this grammar has a place for: answering without them would answer something else."""
        strays = [part.text for part in self.all("not") if not self._negates(part)]
        if not self.has("limit"):
            strays += [part.text for part in self.all("quantity")]
        if self._order() is None:
            strays += [part.text for part in self.all("top")]
        if not self.has("cause", "category"):
            strays += [part.text for part in self.all("so")]
        strays += [part.text for part in self.all("cause") if not isinstance(part.means, Cause)]
        strays += [part.text for at, part in enumerate(self.parts) if part.role == "none" and not self._denies(at)]
        return Misread("words", tuple(strays)) if strays else None

    def _negates(self, part: Part) -> bool:
        at = self.parts.index(part)
        return at + 1 < len(self.parts) and self.parts[at + 1].role in ("cause", "category")

    def _denies(self, at: int) -> bool:
        """没有 says that there was none of what follows; before anything else it turns the question round."""
        return at + 1 < len(self.parts) and self.parts[at + 1].role == "subject"

    def _whole(self, limits: tuple[Limit, ...]) -> Query:
        base = next(iter(self.bases), None)
        short = self.has("short")
        by_case = self.target in (Target.INDICATORS, Target.PROJECTS)
        direction = self._direction()
        if any(key(part.text) in words().against_budget for part in self.all("direction")):
            base = base or "年初预算"
        if short and not by_case:
            direction, base = direction or "减少", base or "年初预算"
        subjects, share_of = self._subjects()
        zero = self.has("zero", "nobudget")
        if self.has("nobudget"):
            base = base or "年初预算"
        query = Query(
            intent=Intent.VALUE,
            target=self.target,
            subjects=subjects,
            share_of=share_of,
            projects=_names(self.all("project")),
            indicators=_names(self.all("indicator")),
            unit=next((part.means for part in self.all("much") if part.means), None),
            base=base,
            compared_with=words().bases[base] if base else (),
            organisations=_names(self.all("organisation")),
            years=tuple(sorted({year for part in self.all("year") for year in part.means})),
            every_year=self.has("every"),
            direction=direction,
            cause=self._cause(),
            unexplained=self.has("unexplained"),
            zero_budget=zero and base in BUDGETS,
            unmet=True if short and by_case else (False if self.has("met") and by_case else None),
            limits=(*limits, *self._implied_limits(zero, base)),
            order=self._order(),
            limit=self._top(),
        )
        query = replace(query, intent=self._intent(query))
        query = replace(query, measure=self._measure(query))
        return self._aimed(query)

    def _direction(self) -> str | None:
        found = [part.means for part in self.all("direction")]
        if self.has("none"):
            found.append("未发生")
        return found[-1] if found else None

    def _subjects(self) -> tuple[tuple[Named, ...], Named | None]:
        """The subjects asked about, and the whole that a share is of. Generic ones beside others add nothing."""
        named = list(zip(self.all("subject"), self.named, strict=True))
        share_of = None
        share = next((at for at, part in enumerate(self.parts) if part.role == "share"), None)
        if share is not None and len(named) > 1:
            after = [pair for pair in named if self.parts.index(pair[0]) > share]
            whole = after[-1] if after else named[0]
            share_of = whole[1]
            named.remove(whole)
        if self.target is Target.PROJECTS:  # 项目支出最大的项目 is about what was spent on each
            named = [(part, n) for part, n in named if not set(n.names) & words().of_projects]
        particular = [n for part, n in named if not part.means.generic]
        if self.target is not None or particular:
            return within(particular), share_of
        return tuple(n for _, n in named), share_of

    def _cause(self) -> Cause | None:
        for at, part in enumerate(self.parts):
            negated = at > 0 and self.parts[at - 1].role == "not"
            if part.role == "cause":
                cause: Cause = part.means
                return replace(cause, negated=negated)
            if part.role == "category":
                return Cause(part.text, (part.means,), negated)
        return None

    def _limits(self) -> tuple[Limit, ...] | Misread:
        limits = []
        for at, part in enumerate(self.parts):
            if part.role != "limit":
                continue
            found = next(
                (i for i in (at + 1, at - 1) if 0 <= i < len(self.parts) and self.parts[i].role == "quantity"), None
            )
            if found is None:
                return Misread("words", (part.text,))
            quantity: Quantity = self.parts[found].means
            limits.append(Limit(self._limited(min(at, found), quantity), part.means, quantity.value, quantity.unit))
        return tuple(limits)

    def _limited(self, at: int, quantity: Quantity) -> str:
        """The measure that a threshold before which `at` parts stand is about: the nearest one, else by its unit."""
        for part in reversed(self.parts[:at]):
            if part.role in ("limit", "quantity"):
                break
            if part.role == "measure":
                return str(part.means)
            if part.role == "base" and part.means not in self.bases:
                return str(part.means)
        if quantity.unit == "%":
            return CHANGE_RATE if self.has("direction") else SHARE if self.has("share") else RATE
        if quantity.unit == "分":
            return SCORE
        if self.has("direction"):
            return CHANGE
        return ACTUAL

    def _implied_limits(self, zero: bool, base: str | None) -> Iterable[Limit]:
        if zero and base not in BUDGETS:
            yield Limit(next((part.means for part in self.all("measure")), ACTUAL), "=", Decimal(0), "")
        if self.has("spent"):
            yield Limit(ACTUAL, ">", Decimal(0), "")
        if self.has("met") and self.target in (Target.ITEMS, None):
            yield Limit(RATE, ">=", Decimal(100), "%")

    def _order(self) -> str | None:
        part = self.first("order")
        if part is not None:
            return str(part.means)
        top = next((part.text for part in self.all("top")), "")
        return next((way for size, way in words().sizes.items() if size in top), "desc" if self.has("sort") else None)

    def _top(self) -> int | None:
        part = self.first("top")
        if part is not None:
            return int(part.means)
        return 1 if self.has("order") and not self.has("sort") and not self._listed() else None

    def _listed(self) -> bool:
        """从高到低 and 排名 want all, 最高 wants one."""
        return any(part.text.startswith(("从", "由")) for part in self.all("order"))

    def _intent(self, query: Query) -> Intent:
        asks_which = self.has("which")
        filtered = query.cause or query.direction or query.limits or query.zero_budget or query.unmet is not None
        if query.order:
            return Intent.RANK
        if self.has("why") and not (asks_which and self.target):
            return Intent.WHY
        if self.has("many") and (self.target or (filtered and not query.subjects)):
            return Intent.COUNT
        grouped = len(query.subjects) > 1 or bool(filtered) or self.target is not None
        if self.has("total") and grouped:
            return Intent.SUM
        if self.has("average") and grouped:
            return Intent.AVERAGE
        if query.share_of is not None:
            return Intent.SHARE
        if (self.target and (asks_which or filtered)) or (asks_which and filtered):
            return Intent.WHICH
        if self._lists(query):
            return Intent.WHICH
        return Intent.VALUE

    def _lists(self, query: Query) -> bool:
        """A bare 绩效指标 or 项目 wants all of them; the name of one before it makes it that one."""
        named = {Target.INDICATORS: query.indicators, Target.PROJECTS: query.projects, Target.ITEMS: query.subjects}
        return self.target in named and not named[self.target]

    def _measure(self, query: Query) -> str | None:
        """The measure asked for, said or implied by 完成…的百分之几, 减少多少, 有多少人."""
        said = [str(part.means) for part in self.all("measure")]
        exact = [measure for measure in said if measure != ACTUAL]
        rate = self.has("rate", "ratio")
        if exact:
            return exact[-1]
        if self.has("completes") and self.bases and (rate or not self.has("much") or query.intent is Intent.RANK):
            return RATE
        if rate and (query.share_of or self.has("share")):
            return SHARE
        if query.direction and query.intent in (Intent.VALUE, Intent.SUM, Intent.AVERAGE, Intent.RANK):
            if rate:
                return CHANGE_RATE
            if query.direction != "持平":
                of_items = query.intent is not Intent.VALUE and query.target in (Target.ITEMS, None)
                return GAP if query.base in BUDGETS or (of_items and not query.base) else CHANGE
        if self.measured:
            return self.measured[-1]
        if rate:
            return RATE
        if said:
            return ACTUAL
        from_alias = [part.means.measure for part in self.all("subject") if part.means.measure]
        if from_alias:
            return str(from_alias[-1])
        return COUNT if self.has("many") and query.intent is Intent.VALUE else None

    def _aimed(self, query: Query) -> Query:
        """Give the query the target it implies, and turn a class that items are asked under into a filter."""
        listing = query.intent in (Intent.WHICH, Intent.COUNT, Intent.RANK, Intent.SUM, Intent.AVERAGE)
        target = query.target
        if listing and target is None and not (query.intent in (Intent.SUM, Intent.AVERAGE) and query.subjects):
            target = Target.ORGANISATIONS if query.subjects else Target.ITEMS
        if target is Target.ITEMS and query.subjects:
            below = self._below(query.subjects)
            if below:
                return replace(query, target=target, under=below, subjects=())
        return replace(query, target=target)

    def _below(self, subjects: Sequence[Named]) -> tuple[str, ...]:
        known = self.vocabulary.subjects
        prefixes = {name for named in subjects for name in named.names}
        return tuple(sorted(p for p in prefixes if any(name.startswith(f"{p}/") for name in known)))


def _names(parts: Iterable[Part]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part.means))


_FILTERS = ("cause", "category", "limit", "unexplained", "zero", "nobudget", "spent", "met", "average")
_NO_PLACE = {
    Intent.VALUE: (*_FILTERS, "none"),
    Intent.SHARE: (*_FILTERS, "none"),
    Intent.WHY: ("limit", "unexplained", "spent", "met", "average", "total", "top"),
}
"""Parts that a kind of question cannot honour: passing over them would answer another question."""


def _checked(query: Query, sentence: _Sentence) -> Query | Misread:
    """A query that asks for something; a name alone, or question words alone, do not."""
    about = query.subjects or query.projects or query.indicators or query.measure or query.under or query.share_of
    filtered = query.cause or query.direction or query.limits or query.zero_budget or query.unmet is not None
    beside = [part.text for part in sentence.parts if part.role in _NO_PLACE.get(query.intent, ())]
    if beside:
        return Misread("words", tuple(beside))
    if query.intent is Intent.VALUE and query.direction and query.measure not in (GAP, CHANGE, CHANGE_RATE):
        return Misread("words", tuple(part.text for part in sentence.all("direction")))
    if query.intent in (Intent.VALUE, Intent.SHARE) and not about:
        return Misread("nothing")
    if query.intent is Intent.WHY and not (about or filtered):
        return Misread("nothing")
    listed = filtered or query.under or query.measure or query.order or sentence.has("which", "many")
    if query.target is Target.ITEMS and not listed:
        return Misread("nothing")
    return query
