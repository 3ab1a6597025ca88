"""Explained comparisons: the list, its facets, its groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from extractor.store import Filter
from extractor.store.index import ReasonRow
from extractor.store.survey import Group, Order, Survey
from tui.clean import line
from tui.figures import bar, short
from tui.listing import Entry, Key, Listing
from tui.lists.making import evidence, made, values_of
from tui.words import Say

NAMES = (
    *("organisation", "year", "subject", "compared_with", "budget", "actual", "difference"),
    *("rate", "reason", "category", "unit", "page"),
)
SORTS = (None, "difference", "rate", "budget", "actual", "year", "subject", "category")
DESCENDING = {"budget", "actual", "year"}
"""Sorts that begin with the greatest; differences and rates begin with what fell short most."""

GROUPS = ("category", "class", "year", "organisation", "subject", "compared_with", "direction", "document")
FACETS = ("category", "compared_with", "year", "class", "organisation")
MOST = 8
"""Values of a facet shown; the categories are shown all."""

FIELDS = {"category": "leading", "class": "functional", "organisation": "whose"}
"""What narrows the list to a value of a group, where it is called otherwise."""

BAR = 12


@dataclass(frozen=True, slots=True)
class Facet:
    """One value to narrow by: the field of the filter and its value, how many rows, and the difference in yuan."""

    by: str
    value: str | int | None
    count: int
    difference: float = 0.0
    summed: int = 0
    chosen: bool = False


def reasons(survey: Survey, say: Say, wanted: Filter, order: Order) -> Listing:
    """The explained comparisons that fit."""

    def rows(offset: int, limit: int) -> list[Entry]:
        return [entry(row) for row in survey.explained(wanted, order, limit, offset)]

    def keys() -> list[Key]:
        return [("variance", id_) for id_ in survey.explained_ids(wanted, order)]

    total = partial(survey.count_explained, wanted)
    empty = say("empty.reasons")
    names = [name for name in NAMES if name != "organisation" or not (wanted.whose or wanted.documents)]
    names = [name for name in names if not (name == "compared_with" and wanted.compared_with)]
    names = [name for name in names if not (name == "year" and wanted.year)]
    if wanted.compared_with is None or "预算" not in wanted.compared_with:
        names[names.index("budget")] = "base"
    sorting = {"by": order.by, "descending": order.descending}
    return made(names, total, rows, empty=empty, keys=keys, **sorting)


def entry(row: ReasonRow) -> Entry:
    """One explained comparison."""
    values = values_of(row)
    values["base"] = row.budget
    values["organisation"] = row.organisation or row.document
    values["rate"] = rate_of(row.completion_rate, row.change_rate)
    return Entry(("variance", row.id), (), (evidence(row, row.quote),), values, review=row.review)


def rate_of(completion: str | None, change: str | None) -> str:
    """The completion rate, else the rate of change with its sign."""
    if completion is not None:
        return f"{completion}%"
    return "" if change is None else f"{'' if change.startswith('-') else '+'}{change}%"


def prepare(survey: Survey) -> None:
    """Group everything once, while nobody waits for it."""
    for by in GROUPS:
        survey.explained_by(by)


def groups(survey: Survey, say: Say, wanted: Filter, by: str) -> Listing:
    """The explained comparisons grouped."""
    found = survey.explained_by(by, wanted)
    most = max((group.count for group in found), default=0)

    def rows(offset: int, limit: int) -> list[Entry]:
        return [_group(group, by, most, say) for group in found[offset : offset + limit]]

    names = ("group", "count", "bar", "less", "more")
    return made(names, len(found), rows, empty=say("empty.reasons"), count="count.groups")


def _group(group: Group, by: str, most: int, say: Say) -> Entry:
    values = {
        "group": named(by, group.value, say),
        "count": group.count,
        "bar": bar(group.count, most, 20),
        "less": short(group.less) if group.summed else "",
        "more": short(group.more) if group.summed else "",
        "value": group.value,
        "by": by,
    }
    return Entry((f"group.{by}", group.value), (), (), values)


def named(by: str, value: str | int | None, say: Say) -> str:
    """A value of a group in words."""
    if value is None:
        return say("none.class") if by == "class" else say("none")
    return line(str(value))


def facets(survey: Survey, wanted: Filter) -> list[Facet]:
    """How the list divides: for each facet its most frequent values, as if nothing of that facet were chosen."""
    found = []
    for by in FACETS:
        field = FIELDS.get(by, by)
        chosen = getattr(wanted, field)
        others = replace(wanted, **{field: None})
        divided = survey.explained_by(by, others, with_sums=by == "category")
        shown = divided if by == "category" else divided[:MOST]
        shown += [group for group in divided if group.value == chosen and chosen is not None and group not in shown]
        found += [
            Facet(by, each.value, each.count, each.difference, each.summed, each.value == chosen and chosen is not None)
            for each in shown
            if each.value is not None
        ]
    return found
