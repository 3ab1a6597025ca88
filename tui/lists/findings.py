"""Where reports contradict themselves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from extractor.store import Filter
from extractor.store.survey import FindingRow, Order, Survey
from tui.figures import bar
from tui.listing import Entry, Key, Listing
from tui.lists.making import evidence, made, values_of, whole
from tui.lists.reasons import MOST, Facet, named
from tui.words import Say

NAMES = ("severity", "organisation", "year", "rule", "message", "expected", "observed", "page")
SORTS = (None, "severity", "rule", "year")
DESCENDING = {"year"}
GROUPS = ("rule", "severity", "year", "organisation")
FACETS = ("severity", "rule", "year", "organisation")
FIELDS = {"organisation": "whose"}


def findings(survey: Survey, say: Say, wanted: Filter, order: Order) -> Listing:
    """The findings that fit."""

    def rows(offset: int, limit: int) -> list[Entry]:
        return [_entry(row, say) for row in survey.findings(wanted, order, limit, offset)]

    def keys() -> list[Key]:
        return [("finding", row.id) for row in survey.findings(wanted, order, -1)]

    said = {"by": order.by, "descending": order.descending, "count": "count.findings"}
    names = [name for name in NAMES if not (name == "rule" and wanted.rule)]
    return made(names, partial(survey.count_findings, wanted), rows, empty=say("empty.findings"), keys=keys, **said)


def _entry(row: FindingRow, say: Say) -> Entry:
    values = values_of(row)
    values["organisation"] = row.organisation or row.document
    values["severity"] = say(f"severity.{row.severity}")
    first = evidence(row, row.quote)
    others = [
        replace(first, start=start, end=end) for start, end in row.evidence if (start, end) != (row.start, row.end)
    ]
    return Entry(("finding", row.id), (), (first, *others), values)


def groups(survey: Survey, say: Say, wanted: Filter, by: str) -> Listing:
    """The findings grouped."""
    found = survey.findings_by(by, wanted)
    most = max((group.count for group in found), default=0)
    entries = []
    for group in found:
        name = say(f"severity.{group.value}") if by == "severity" else named(by, group.value, say)
        values = {
            "group": name,
            "count": group.count,
            "bar": bar(group.count, most, 20),
            "value": group.value,
            "by": by,
        }
        entries.append(Entry((f"group.{by}", group.value), (), (), values))
    return whole(("group", "count", "bar"), entries, empty=say("empty.findings"), count="count.groups")


def facets(survey: Survey, wanted: Filter) -> list[Facet]:
    """How the findings divide."""
    found = []
    for by in FACETS:
        field = FIELDS.get(by, by)
        chosen = getattr(wanted, field)
        divided = survey.findings_by(by, replace(wanted, **{field: None}))
        shown = divided if by in ("severity", "rule") else divided[:MOST]
        found += [
            Facet(by, each.value, each.count, chosen=each.value == chosen and chosen is not None)
            for each in shown
            if each.value is not None
        ]
    return found
