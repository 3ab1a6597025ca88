"""Reports, reasons and findings: lists that are narrowed, sorted and grouped."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from extractor.store import Filter
from extractor.store.survey import Order
from tui.desk import Table
from tui.listing import Entry, Listing
from tui.lists import findings, reasons, reports
from tui.lists.reasons import Facet
from tui.places.place import Place


class Reports(Place):
    """What was read."""

    NAME = "reports"
    SORTS = reports.SORTS
    DESCENDING = reports.DESCENDING

    @dataclass
    class Chosen(Message):
        """The reasons of a report are to be listed."""

        name: str
        organisation: str | None

    def listing(self, table: Table, wanted: Filter, order: Order, by: str | None) -> Listing:
        return reports.reports(table.survey, self.say, wanted, order)

    def open(self, entry: Entry) -> None:
        if entry.evidence:
            place = entry.evidence[0]
            self.post_message(self.Chosen(place.document, place.organisation))


class Reasons(Place):
    """Every explained comparison."""

    NAME = "reasons"
    SORTS = reasons.SORTS
    DESCENDING = reasons.DESCENDING
    GROUPS = reasons.GROUPS
    FACETED = True
    FIELDS = {**reasons.FIELDS, "subject": "subjects"}  # noqa: RUF012

    def listing(self, table: Table, wanted: Filter, order: Order, by: str | None) -> Listing:
        if by is not None:
            return reasons.groups(table.survey, self.say, wanted, by)
        return reasons.reasons(table.survey, self.say, wanted, order)

    def facets(self, table: Table, wanted: Filter) -> list[Facet]:
        return reasons.facets(table.survey, wanted)


class Findings(Place):
    """Where reports contradict themselves."""

    NAME = "findings"
    SORTS = findings.SORTS
    DESCENDING = findings.DESCENDING
    GROUPS = findings.GROUPS
    FACETED = True
    FIELDS = findings.FIELDS

    def listing(self, table: Table, wanted: Filter, order: Order, by: str | None) -> Listing:
        if by is not None:
            return findings.groups(table.survey, self.say, wanted, by)
        return findings.findings(table.survey, self.say, wanted, order)

    def facets(self, table: Table, wanted: Filter) -> list[Facet]:
        return findings.facets(table.survey, wanted)
