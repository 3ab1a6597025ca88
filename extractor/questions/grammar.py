"""Parts of a sentence become a typed query, or what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.questions.naming import everything
from extractor.questions.query import (
    ACTUAL,
    BUDGETS,
    CHANGE,
    CHANGE_RATE,
    GAP,
    RATE,
    SCORE,
    Against,
    Intent,
    Named,
    Query,
    Target,
)
from extractor.questions.roles import Part
from extractor.questions.sentence import Sentence, names
from extractor.questions.text import key
from extractor.questions.thresholds import implied_limits, limits
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.wanted import joined, measure, measures
from extractor.questions.words import Alias, words


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a question is not understood: a `kind` for the message and the `texts` it is about."""

    kind: str
    texts: tuple[str, ...] = ()


def build(parts: Sequence[Part], vocabulary: Vocabulary) -> Query | Misread:
    """The query that the parts make; Misread where a part has no place in it."""
    parts = _apart(parts)
    unknown = tuple(part.text for part in parts if part.role == "unknown")
    if unknown:
        return Misread("words", unknown)
    sentence = Sentence([part for part in parts if part.role != "filler"], vocabulary)
    sentence.joined = joined(parts, ("measure", "base"))
    sentence.side_by_side = len(joined(parts, ("subject",))) > 1
    sentence.inside = _inside(parts)
    strays = sentence.strays()
    if strays:
        return Misread("words", tuple(strays))
    return _checked(_whole(sentence), sentence)


def _apart(parts: Sequence[Part]) -> list[Part]:
    """收入合计和支出合计相差多少: a wording of two subjects as the two, where they are set against each other."""
    roles = {part.role for part in parts}
    differ = any(part.role == "measure" and part.means == GAP for part in parts) and "base" not in roles
    apart: list[Part] = []
    for part in parts:
        pair = part.role == "subject" and part.means.every and len(part.means.names) == 2
        if pair and (differ or "times" in roles):
            apart += [replace(part, means=Alias((name,))) for name in part.means.names]
        else:
            apart.append(part)
    return apart


def _inside(parts: Sequence[Part]) -> frozenset[int]:
    """Where the parts begin that a 里 or 中 follows: in them is what is asked about."""
    pairs = pairwise(parts)
    return frozenset(part.start for part, after in pairs if after.role == "filler" and after.text in words().inside)


def _whole(sentence: Sentence) -> Query:
    base = next(iter(sentence.bases), None)
    short = sentence.has("short")
    by_case = sentence.target in (Target.INDICATORS, Target.PROJECTS)
    direction = sentence.direction()
    changes = [*sentence.all("direction"), *sentence.all("change"), *sentence.all("measure")]
    supposed = base is None and any(key(part.text) in words().against_budget for part in changes)
    if supposed:
        base = "年初预算"
    if base is None and sentence.has("much", "rate", "share", "measure") and sentence.budget_measured():
        base = sentence.measured.pop()  # 预算差额, 占预算多少
    if short and not by_case:
        direction, base = direction or "减少", base or "年初预算"
    subjects, share_of = sentence.subjects()
    zero = sentence.has("zero", "nobudget")
    if sentence.has("nobudget"):
        base = base or "年初预算"
    if not base and (direction or sentence.has("change")) and sentence.budget_changed():
        base = "上年"
    against = sentence.against()
    if against is not None and _year_before(sentence, against):
        base, against = "上年", None
    if against is None and sentence.has("times"):
        against, base = Against(measure=sentence.has_one_base()), None
    query = Query(
        intent=Intent.VALUE,
        target=sentence.target,
        subjects=subjects,
        share_of=share_of,
        projects=names(sentence.all("project")),
        indicators=names(sentence.all("indicator")),
        kinds=tuple(str(part.means) for part in sentence.all("kind")),
        how_much=sentence.has("much", "rate"),
        unit=next((part.means for part in sentence.all("much") if part.means), None),
        base=base,
        supposed=supposed,
        against=against,
        by=next((str(part.means) for part in sentence.all("by")), None),
        excluded=sentence.excluded(),
        without=sentence.without(),
        ago=next((int(part.means) for part in sentence.all("ago")), None),
        compared_with=words().bases[base] if base else (),
        organisations=names(sentence.all("organisation")),
        years=tuple(sorted({year for part in sentence.all("year") for year in part.means})),
        every_year=sentence.has("every"),
        everyone=sentence.has("everyone") or _each_named(sentence),
        changed=sentence.has("change"),
        reports=any(part.text.endswith(words().of_reports) for part in sentence.all("many")),
        direction=direction,
        cause=sentence.cause(),
        unexplained=sentence.has("unexplained"),
        zero_budget=zero and base in BUDGETS,
        unmet=True if short and by_case else (False if sentence.has("met") and by_case else None),
        limits=(*limits(sentence), *implied_limits(sentence, zero, base)),
        order=sentence.order(),
        limit=sentence.top(),
    )
    query = replace(query, intent=_intent(sentence, query))
    if query.intent is Intent.RANK and query.target is Target.FINDINGS:  # 哪家疑点最多
        query = replace(query, intent=Intent.GROUPS, by="organisations")
    if query.intent is not Intent.VALUE and "上年" in sentence.measured and not (query.years or query.against):
        sentence.measured.remove("上年")  # 去年哪家最多: of that year
        query = replace(query, ago=1)
    if query.intent is Intent.GROUPS:
        query = replace(query, each=_each(sentence, query))
    query = replace(query, measure=measure(sentence, query), measures=measures(sentence, query))
    return _aimed(sentence, query)


def _year_before(sentence: Sentence, against: Against) -> bool:
    """2023年比2022年增加最多的科目: of many things the year before is asked about as 上年."""
    own = {year for part in sentence.all("year") for year in part.means}
    of_many = sentence.has("order", "top", "which", "many", "why") or sentence.target is Target.ITEMS
    return of_many and len(own) == 1 and against == Against(years=(own.pop() - 1,))


def _intent(sentence: Sentence, query: Query) -> Intent:
    asks_which = sentence.has("which") or sentence.exists()
    filtered = _filtered(query)
    if query.against is not None:
        return Intent.TIMES if sentence.has("times") else Intent.DIFFERENCE
    if query.order:
        return Intent.RANK
    if query.by:
        return Intent.GROUPS
    told = query.zero_budget or query.limits  # 没有预算但有支出的科目及原因: the items, each with its reason
    if sentence.has("why") and not (sentence.target and (asks_which or told)):
        return Intent.WHY
    if sentence.has("many") and (sentence.target or (filtered and not query.subjects)):
        return Intent.COUNT
    grouped = len(query.subjects) > 1 or bool(filtered) or sentence.target is not None or len(query.organisations) != 1
    if grouped and not sentence.printed("average" if sentence.has("average") else "total"):
        for role, intent in _OF_MANY.items():
            if sentence.has(role):
                return intent
    if sentence.has("everyone") and sentence.says_total():
        return Intent.SUM
    if query.share_of is not None:
        return Intent.SHARE
    if (sentence.target and (asks_which or filtered)) or (asks_which and filtered):
        return Intent.WHICH
    if _lists(sentence, query):
        return Intent.WHICH
    if sentence.has("cause") and query.subjects and not sentence.has("much", "rate", "measure"):
        return Intent.WHICH  # 因为疫情减少的会议费
    if _nothing_spent(query):
        return Intent.WHICH  # 没有发生的费用
    return Intent.VALUE


def _nothing_spent(query: Query) -> bool:
    """Whether 未发生 is said of nothing that is named: then of every cost."""
    return query.direction == "未发生" and not (query.subjects or query.projects or query.indicators)


def _filtered(query: Query) -> bool:
    """Whether only some of all records are meant."""
    said = (
        query.kinds
        or query.cause
        or query.direction
        or query.limits
        or query.zero_budget
        or query.changed
        or query.unexplained
    )
    return bool(said) or query.unmet is not None


def _each_named(sentence: Sentence) -> bool:
    """Whether two organisations or more are named, each so that it can be no other."""
    named = sentence.all("organisation")
    return len(named) > 1 and all(len(part.means) == 1 for part in named)


def _each(sentence: Sentence, query: Query) -> Intent:
    """What is made of every group: how many there are of filtered records, else the sum."""
    for role, intent in _OF_MANY.items():
        if sentence.has(role):
            return intent
    tallied = sentence.has("many") or not (sentence.has("much", "measure") or query.subjects)
    return Intent.COUNT if tallied else Intent.SUM


_OF_MANY = {"average": Intent.AVERAGE, "median": Intent.MEDIAN, "total": Intent.SUM}


def _lists(sentence: Sentence, query: Query) -> bool:
    """A bare 绩效指标 or 项目 wants all of them; the name of one before it makes it that one. Below a class are many."""
    if sentence.target is Target.ITEMS and query.subjects:
        return bool(_below(sentence, query.subjects))
    named = {
        Target.INDICATORS: query.indicators, Target.PROJECTS: query.projects, Target.ITEMS: (),
        Target.CLASSES: query.subjects, Target.FINDINGS: (),
    }  # fmt: skip
    return sentence.target in named and not named[sentence.target]


def _aimed(sentence: Sentence, query: Query) -> Query:
    """Give the query the target it implies, and turn a class that items are asked under into a filter."""
    listing = query.intent in _LISTED
    target = query.target
    adds = query.intent not in (Intent.WHICH, Intent.COUNT, Intent.RANK)
    if query.intent is Intent.GROUPS and target is None and query.by == "projects" and not query.subjects:
        target = Target.PROJECTS
    if listing and target is None and not query.subjects and (query.projects or query.indicators):
        target = Target.PROJECTS if query.projects else Target.INDICATORS  # 甲项目和乙项目哪个得分高
    if listing and target is None and _nothing_spent(query):
        target = Target.COSTS
    if listing and target is None and not (adds and (query.subjects or query.projects)):
        target = Target.ORGANISATIONS if query.subjects else Target.ITEMS
    if target is Target.ITEMS and query.subjects:
        below = _below(sentence, query.subjects)
        if below:
            return replace(query, target=target, under=below, subjects=())
    if target is Target.ORGANISATIONS and not _says_what(query, sentence):
        return replace(query, target=target, subjects=everything())  # 哪家超支: by all that it spent
    return replace(query, target=target)


def _says_what(query: Query, sentence: Sentence) -> bool:
    """Whether it is told of which records organisations are asked about."""
    named = query.subjects or query.projects or query.indicators or query.cause or query.excluded
    told = query.unexplained or query.unmet is not None or query.zero_budget
    return bool(named or told or query.measure == SCORE) or not (query.direction or query.limits or query.order)


def _below(sentence: Sentence, subjects: Sequence[Named]) -> tuple[str, ...]:
    known = sentence.vocabulary.subjects
    prefixes = {name for named in subjects for name in named.names}
    return tuple(sorted(p for p in prefixes if any(name.startswith(f"{p}/") for name in known)))


_LISTED = (
    Intent.WHICH, Intent.COUNT, Intent.RANK, Intent.SUM, Intent.AVERAGE, Intent.MEDIAN, Intent.GROUPS,
)  # fmt: skip
"""Kinds of question whose answer is made of several records."""

_FILTERS = (
    "cause", "category", "limit", "unexplained", "zero", "nobudget", "spent", "met", "average", "median", "between",
)  # fmt: skip
_NO_PLACE = {
    Intent.VALUE: (*_FILTERS, "none"),
    Intent.SHARE: (*_FILTERS, "none"),
    Intent.DIFFERENCE: (*_FILTERS, "none", "by", "short", "total", "many"),
    Intent.TIMES: (*_FILTERS, "none", "by", "short", "direction", "total", "many"),
    Intent.WHY: ("unexplained", "spent", "met", "average", "median", "total", "top", "by", "between"),
    Intent.RANK: ("by", "median"),
}
"""Parts that a kind of question cannot honour: passing over them would answer another question."""


_ADDED = (Intent.SUM, Intent.AVERAGE, Intent.MEDIAN)


def _checked(query: Query, sentence: Sentence) -> Query | Misread:
    """A query that asks for something; a name alone, or question words alone, do not."""
    about = query.subjects or query.projects or query.indicators or query.measure or query.under or query.share_of
    filtered = _filtered(query)
    beside = [part.text for part in sentence.parts if part.role in _NO_PLACE.get(query.intent, ())]
    if beside:
        return Misread("words", tuple(beside))
    asked = {part.means for part in sentence.all("measure")} - {ACTUAL}
    if query.excluded and query.intent not in _LISTED:
        return Misread("words", tuple(part.text for part in sentence.left_out))
    if query.intent is Intent.VALUE and sentence.asks_twice() and len(query.subjects) == 1 and len(query.measures) < 2:
        return Misread("one", tuple(part.text for part in sentence.all("much")))
    if query.intent is Intent.RANK and query.target is Target.ITEMS and len(query.subjects) == 1:
        return Misread("words", tuple(part.text for part in sentence.all("subject")))
    if query.intent is Intent.RANK and sentence.asks_by_how_much():
        return Misread("one", tuple(part.text for part in sentence.all("much")))
    if query.intent is Intent.VALUE and len(asked) > 1 and not query.measures:
        return Misread("one", tuple(sorted(asked)))
    if query.intent is Intent.VALUE and query.base and query.measure not in (GAP, CHANGE, CHANGE_RATE, RATE):
        return Misread("words", tuple(part.text for part in sentence.all("base")))
    if query.intent is Intent.VALUE and query.direction and query.measure not in (GAP, CHANGE, CHANGE_RATE):
        return Misread("words", tuple(part.text for part in sentence.all("direction")))
    if query.intent in (Intent.VALUE, Intent.SHARE, Intent.DIFFERENCE, Intent.TIMES) and not about:
        return Misread("nothing")
    if query.intent is Intent.VALUE and query.target is Target.ORGANISATIONS and len(query.subjects) > 1:
        return Misread("nothing")  # 哪家的政府采购全部给了中小企业: what of the two is not said
    if query.intent is Intent.WHY and not (about or filtered):
        return Misread("nothing")
    listed = filtered or query.under or query.measure or query.order or sentence.has("which", "many")
    listed = listed or query.intent in _ADDED  # 各科目支出加起来
    if query.target is Target.ITEMS and not listed:
        return Misread("nothing")
    return query
