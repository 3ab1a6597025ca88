"""The content parts of a question, asked from several sides: what is asked for, compared, filtered and ordered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.questions.naming import named, within
from extractor.questions.numbers import TIMES
from extractor.questions.query import (
    ACTUAL,
    BUDGETS,
    GAP,
    SHARE,
    Against,
    Cause,
    Named,
    Target,
)
from extractor.questions.roles import Part
from extractor.questions.sides import against
from extractor.questions.text import key
from extractor.questions.thresholds import equals, quantity_beside
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.words import words

_TURNED = {"增加": "减少", "减少": "增加"}
BEFORE = "before"
"""What a share of stands before the word that asks for it: 收入有多大比例是事业收入."""
_LEFT_OUT = ("subject", "organisation")
"""Roles of what 除 may leave out."""


class Sentence:
    """The content parts of one question, asked from several sides."""

    def __init__(self, parts: list[Part], vocabulary: Vocabulary) -> None:
        self.joined: tuple[Part, ...] = ()
        self.inside: frozenset[int] = frozenset()
        self.side_by_side = False
        self.other = against(parts)
        self.parts = [part for part in parts if part not in self.other]
        self.vocabulary = vocabulary
        self.roles = {part.role for part in parts}
        self._settle_met()
        self._settle_many()
        self._settle_turned()
        self.target = self._target()
        self.bases, self.measured = self._bases()
        self.left_out = [p for at, p in enumerate(self.parts) if p.role in _LEFT_OUT and self._after_not(at, p.role)]
        self.named = [named(part, vocabulary.subjects) for part in self.all("subject")]

    def _settle_met(self) -> None:
        """完成了年初预算的多少 and 管网完成了多少公里 ask for a figure, and not for what was completed."""
        if self.roles & {"indicator"} and self.roles & {"much"}:
            self.parts = [
                replace(part, role="measure", means="完成值") if part.role == "met" else part for part in self.parts
            ]
            self.roles = {part.role for part in self.parts} | (self.roles - {"met"})
        if self.roles & {"base"} and self.roles & {"much", "rate", "whether"} and not self.roles & {"which", "target"}:
            self.parts = [replace(part, role="completes") if part.role == "met" else part for part in self.parts]
            self.roles = {part.role for part in self.parts} | (self.roles - {"met"})

    def _settle_many(self) -> None:
        """多少科目 counts, as 几个科目 does."""
        counts = [
            at
            for at, part in enumerate(self.parts[:-1])
            if part.role == "much" and part.means is None and self.parts[at + 1].role == "target"
        ]
        for at in counts:
            self.parts[at] = replace(self.parts[at], role="many")
        if counts:
            self.roles = {part.role for part in self.parts} | (self.roles - {"much"}) | {"many"}
            if any(part.role == "much" for part in self.parts):
                self.roles.add("much")

    def _settle_turned(self) -> None:
        """预算大于决算 is 决算小于预算: what is asked about is what was spent."""
        for at in range(len(self.parts) - 2):
            base, way, spent = self.parts[at : at + 3]
            sets = way.role == "direction" and key(way.text) in words().comparing and way.means in _TURNED
            if sets and base.role == "base" and base.means in BUDGETS and spent.means == ACTUAL:
                self.parts[at + 1] = replace(way, means=_TURNED[way.means])

    def has(self, *roles: str) -> bool:
        """Whether some part has one of the roles."""
        return bool(self.roles & set(roles))

    def all(self, role: str) -> list[Part]:
        """The parts in a role, in the order of the question; subjects that are left out are not among them."""
        return [part for part in self.parts if part.role == role and part not in self.left_out]

    def first(self, role: str) -> Part | None:
        """The first part in a role."""
        return next(iter(self.all(role)), None)

    def near(self, at: int, *roles: str) -> bool:
        """Whether a part directly before or after has one of the roles."""
        return any(0 <= i < len(self.parts) and self.parts[i].role in roles for i in (at - 1, at + 1))

    def against(self) -> Against | None:
        """The other side of a comparison of two."""
        if not self.other:
            return None
        subjects = tuple(named(part, self.vocabulary.subjects) for part in self.other if part.role == "subject")
        return Against(
            organisations=names(part for part in self.other if part.role == "organisation"),
            years=tuple(year for part in self.other if part.role == "year" for year in part.means),
            subjects=subjects,
            projects=names(part for part in self.other if part.role == "project"),
        )

    def excluded(self) -> tuple[str, ...]:
        """The subjects that are left out: 除住房公积金外."""
        subjects = (part for part in self.left_out if part.role == "subject")
        return tuple(name for part in subjects for name in named(part, self.vocabulary.subjects).names)

    def without(self) -> tuple[str, ...]:
        """The organisations that are left out: 除了清溪街道."""
        return names(part for part in self.left_out if part.role == "organisation")

    def _after_not(self, at: int, role: str) -> bool:
        """Whether the part is among those of its role that 除 leaves out."""
        while at > 0 and self.parts[at].role == role:
            at -= 1
        return self.parts[at].role == "not"

    def exists(self) -> bool:
        """Whether 有没有 asks for records: 有没有因为疫情减少的支出, 有没有没完成的指标."""
        return self.has("whether") and (self.target is not None or self.has("cause", "category"))

    def _target(self) -> Target | None:
        """What is asked for: the noun beside 哪些 or 几个, else the last one."""
        asked: list[tuple[bool, int, str]] = []
        for at, part in enumerate(self.parts):
            also = part.reading("target")
            if part.role == "many" and at + 1 < len(self.parts) and self.parts[at + 1].role == "subject":
                continue  # 几家事业单位 counts what the subject says
            if self._names_kind(at):
                continue  # 古桥修缮项目 is a name and its kind
            if part.role == "kind":
                asked.append((True, at, Target.INDICATORS))
            if part.role == "target":
                asked.append((self.near(at, "which", "many"), at, part.means))
            elif part.role in ("which", "many") and also is not None:
                asked.append((False, at, also.means))
        if any(means == Target.FINDINGS for _, _, means in asked):
            return Target.FINDINGS  # 哪些单位有矛盾: the contradictions, each of its report
        if not asked and self.has("whether") and self.has("cause", "category") and not self._particular():
            return Target.ITEMS  # 有没有因为疫情减少的支出
        if not asked and self._last_is_generic():
            return Target.ITEMS  # 比上年增加的支出
        return Target(max(asked)[2]) if asked else None

    def _last_is_generic(self) -> bool:
        """Whether the question ends with 支出 behind a condition, and asks nothing else."""
        last = self.parts[-1] if self.parts else None
        if last is None or last.role != "subject" or not last.means.generic or len(self.parts) < 2:
            return False
        asks = self.has("much", "rate", "why", "which", "many", "order", "total", "share", "average")
        subjects = [part for part in self.parts if part.role in ("subject", "project", "indicator")]
        return (
            not asks
            and len(subjects) == 1
            and self.parts[-2].role in ("direction", "short", "cause", "base", "quantity")
        )

    def _particular(self) -> bool:
        """Whether something is named beside what 支出 and 收入 say."""
        generic = all(part.means.generic for part in self.parts if part.role == "subject")
        return not generic or self.has("project", "indicator")

    def _names_kind(self, at: int) -> bool:
        """Whether 项目, 科目 or 指标 only says what the name before it is."""
        kinds = ("projects", "items", "indicators")
        following = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if self.parts[at].means == "projects" and following is not None and following.role == "indicator":
            return self.parts[at].end == following.start  # 项目平均得分 is an indicator of its own
        named = at > 0 and self.parts[at - 1].role in ("subject", "project", "indicator")
        asked = self.near(at, "which", "many", "order", "top") or self.has(
            "which", "many", "order", "top", "short", "met"
        )
        if self.parts[at].role != "target" or self.parts[at].means not in kinds or not named or asked:
            return False
        return self.parts[at - 1].end == self.parts[at].start

    def _bases(self) -> tuple[list[str], list[str]]:
        """The bases that something is compared with, and those that are themselves the measure asked for."""
        compared: list[str] = []
        measured: list[str] = []
        for at, part in enumerate(self.parts):
            if part.role == "base":
                beside = self.near(at, "direction", "change", "short", "completes", "met", "than", "zero")
                (compared if beside and not self._changed(at) else measured).append(part.means)
        if measured and measured[-1] in BUDGETS and self._spent() and (self.has("rate") or self._multiple()):
            compared.append(measured.pop())  # 实际支出是年初预算的百分之几, 花了预算的几成, 决算是预算的两倍
        if len(compared) == 2 and compared[0] in BUDGETS and compared[1] not in BUDGETS:
            compared = compared[1:]  # 预算和上年比: the budget is what changed
        if "than" not in self.roles and not measured and len(compared) > 1:  # 年初预算与决算: nothing to decide
            measured = compared[:-1]
        return compared, measured

    def _multiple(self) -> bool:
        """Whether a multiple or a part of something is said: 预算的两倍, 预算的一半."""
        said = [part.means for part in self.parts if part.role == "quantity"]
        return any(quantity.unit == TIMES or quantity.about for quantity in said)

    def _spent(self) -> bool:
        return any(part.role == "measure" and part.means == ACTUAL for part in self.parts)

    def _changed(self, at: int) -> bool:
        """预算比上年增加, 预算增加: a budget that is set against something else, or against nothing, is what changed."""
        if self.parts[at].means not in BUDGETS or at + 1 == len(self.parts):
            return False
        following, before = self.parts[at + 1], self.parts[at - 1].role if at else ""
        if following.role == "than":
            return self._sets(at + 1)
        alone = before not in ("than", "short", "completes", "met", "direction", "change")
        changes = following.role == "change" or (
            following.role == "direction" and key(following.text) in words().changes
        )
        return alone and changes

    def _sets(self, at: int) -> bool:
        """Whether a 比 is followed by what is set against: not so in 与年初预算相比."""
        return at + 1 < len(self.parts) and self.parts[at + 1].role in ("base", "year", "organisation")

    def sets_against(self) -> bool:
        """Whether 比 or 相比 is said, and not only 和."""
        return any(key(part.text) not in words().joints for part in self.all("than"))

    def budget_measured(self) -> bool:
        """Whether a budget is what something is set against though nothing beside it says so: 预算差额, 占预算多少."""
        sets = self.has("share") or any(part.means == GAP for part in self.all("measure"))
        alone = len([part for part in self.parts if part.role == "base"]) == 1 and not self._several()
        return sets and alone and bool(self.measured) and self.measured[-1] in BUDGETS

    def budget_changed(self) -> bool:
        """Whether it is a budget that changed, against that of the year before."""
        return not self.bases and any(
            self.parts[at].role == "base" and self._changed(at) for at in range(len(self.parts))
        )

    def strays(self) -> list[str]:
        """Parts that no query of this grammar has a place for: answering without them would answer something else."""
        strays = [part.text for part in self.all("not") if not self._negates(part)]
        strays += [
            part.text
            for at, part in enumerate(self.parts)
            if part.role == "quantity" and not self.near(at, "limit") and not equals(self, at)
        ]
        if self.has("times") and not self.other and self.has_one_base() is None:
            strays += [part.text for part in self.all("times")]
        if self.order() is None:
            strays += [part.text for part in self.all("top")]
        if not self.has("cause", "category"):
            strays += [part.text for part in self.all("so")]
        strays += [part.text for part in self.all("cause") if not isinstance(part.means, Cause)]
        strays += [part.text for at, part in enumerate(self.parts) if part.role == "none" and not self._denies(at)]
        strays += [
            part.text
            for at, part in enumerate(self.parts)
            if part.role == "limit" and quantity_beside(self, at) is None
        ]
        strays += [part.text for part in [*self.all("cause"), *self.all("category")][1:]]
        if not self.other and not self._several():
            strays += [p.text for at, p in enumerate(self.parts) if p.role == "than" and not self.near(at, "base")]
        if self.has("whether") and not self._about() and not self.exists():
            strays += [part.text for part in self.all("whether")]
        orders = self.all("order")
        strays += [part.text for part in orders if part.means != orders[0].means]  # 最高和最低
        ways = [part for part in self.all("direction") if part is not self._sizing()]
        return strays + [part.text for part in ways if part.means != ways[-1].means]

    def _about(self) -> bool:
        return self.has("subject", "project", "indicator")

    def _several(self) -> bool:
        """Whether two things are named that can be set side by side."""
        return any(len(self.all(role)) > 1 for role in ("organisation", "year", "subject", "project"))

    def _negates(self, part: Part) -> bool:
        at = self.parts.index(part)
        follows = self.parts[at + 1].role if at + 1 < len(self.parts) else ""
        return follows in ("cause", "category", *_LEFT_OUT)

    def has_one_base(self) -> str | None:
        """The only base that is named: 是上年的几倍."""
        bases = {part.means for part in self.all("base")}
        return str(bases.pop()) if len(bases) == 1 else None

    def _denies(self, at: int) -> bool:
        """没有 says that there was none of what follows; before anything else it turns the question round."""
        return at + 1 < len(self.parts) and self.parts[at + 1].role == "subject"

    def direction(self) -> str | None:
        """The direction that is asked about or filtered by; 没有 before a subject is 未发生."""
        found = [part.means for part in self.all("direction") if part is not self._sizing()]
        if self.has("none"):
            found.append("未发生")
        if not found and self.has("order", "which", "many", "total", "average", "top", "sort"):
            found = [way for part in self.all("measure") if (way := words().ways.get(key(part.text)))]
        return found[-1] if found else None

    def subjects(self) -> tuple[tuple[Named, ...], Named | None]:
        """The subjects asked about, and the whole that a share is of. Generic ones beside others add nothing."""
        found = list(zip(self.all("subject"), self.named, strict=True))
        share_of = None
        share = next((at for at, part in enumerate(self.parts) if part.role == "share"), None)
        if share is None and any(pair[0].start in self.inside for pair in found):  # 支出里人员经费占比
            share = next((at for at, p in enumerate(self.parts) if p.role == "measure" and p.means == SHARE), None)
        if share is not None and len(found) > 1:
            behind = self.parts[share].means != BEFORE
            after = [pair for pair in found if behind and self.parts.index(pair[0]) > share]
            within_it = [pair for pair in found if pair[0].start in self.inside]
            if after or within_it or not self.side_by_side:
                whole = after[-1] if after else within_it[-1] if within_it else found[0]
                share_of = whole[1]
                found.remove(whole)
        if self.target is Target.PROJECTS:  # 项目支出最大的项目 is about what was spent on each
            found = [(part, n) for part, n in found if not set(n.names) & words().of_projects]
        if self.target in (Target.ITEMS, Target.CLASSES):  # 支出预算前五的科目: the total says no more than the measure
            found = [(part, n) for part, n in found if not part.means.measure]
        if share_of is None:
            found = self._without_wholes(found)
        particular = [n for part, n in found if not part.means.generic]
        generic = self.target in (Target.ORGANISATIONS, Target.YEARS) and not particular
        if (self.target is not None and not generic) or particular:
            return within(particular), share_of
        return tuple(n for _, n in found), share_of

    def _without_wholes(self, found: list[tuple[Part, Named]]) -> list[tuple[Part, Named]]:
        """三公经费中公务接待费: the whole that a part is said to be in is not asked for itself."""
        wholes = {words().wholes.get(name) for part, n in found if part.start not in self.inside for name in n.names}
        return [(part, n) for part, n in found if part.start not in self.inside or not wholes & set(n.names)]

    def says_total(self) -> bool:
        """Whether a subject's wording says that it is a sum: 政府采购支出总额 of several organisations."""
        ends = tuple(word for word, readings in words().readings.items() if any(r.role == "total" for r in readings))
        known = self.vocabulary.leaves
        said = [key(part.text) for part in self.all("subject")]
        return any(text.endswith(ends) and len(text) > 3 and text not in known for text in said)

    def printed(self, role: str) -> bool:
        """Whether 平均 or 合计 belongs to the name of what is asked for: 平均得分."""
        places = [at for at, part in enumerate(self.parts) if part.role == role]
        return any(self.near(at, "indicator") for at in places)

    def asks_twice(self) -> bool:
        """Whether two figures are asked for one after the other: 是多少，比上年减少多少."""
        asked = [at for at, part in enumerate(self.parts) if part.role in ("much", "rate")]
        return len(asked) == 2 and asked[1] - asked[0] > 1 and not self.other

    def asks_by_how_much(self) -> bool:
        """Whether 少多少 asks, behind what is the most or the least, for another figure than that one."""
        ways = [at for at, part in enumerate(self.parts) if part.role == "direction"]
        orders = [at for at, part in enumerate(self.parts) if part.role == "order"]
        much = [at for at in ways if at + 1 < len(self.parts) and self.parts[at + 1].role == "much"]
        return bool(ways) and much == ways and bool(orders) and orders[0] < ways[0]

    def cause(self) -> Cause | None:
        """The explanation that is filtered by."""
        for at, part in enumerate(self.parts):
            negated = at > 0 and self.parts[at - 1].role == "not"
            if part.role == "cause":
                cause: Cause = part.means
                return replace(cause, negated=negated)
            if part.role == "category":
                return Cause(part.text, (part.means,), negated)
        return None

    def order(self) -> str | None:
        """desc or asc, as 最高, 排名 or 前三大 say."""
        part = self.first("order")
        if part is not None:
            return str(part.means)
        if (sizing := self._sizing()) is not None:
            return words().sizes[sizing.text]
        top = next((part.text for part in self.all("top")), "")
        ranks = self.has("sort") or top.startswith("前")
        return next((way for size, way in words().sizes.items() if size in top), "desc" if ranks else None)

    def _sizing(self) -> Part | None:
        """The 多 of 哪个多 and 谁少: of what is named the most or the least, and no direction."""
        last = self.parts[-1] if self.parts else None
        if last is None or last.role != "direction" or last.text not in words().sizes or self.other or self.bases:
            return None
        return last if self.has("which") else None

    def top(self) -> int | None:
        """How many of the first are wanted; None for all."""
        part = self.first("top")
        if part is not None:
            return int(part.means)
        one = self.has("order") or self._sizing() is not None
        return 1 if one and not self.has("sort") and not self._listed() else None

    def _listed(self) -> bool:
        """从高到低 and 排名 want all, 最高 wants one."""
        return any(part.text.startswith(("从", "由")) for part in self.all("order"))


def names(parts: Iterable[Part]) -> tuple[str, ...]:
    """All names that the parts mean, each once."""
    return tuple(dict.fromkeys(name for part in parts for name in part.means))
