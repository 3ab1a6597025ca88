"""The reports of the index."""

from __future__ import annotations

from functools import partial

from extractor.store import Filter
from extractor.store.index import DocumentRow
from extractor.store.survey import Order, Survey
from tui.listing import Entry, Evidence, Key, Listing
from tui.lists.making import made, values_of
from tui.words import Say

NAMES = ("organisation", "year", "kind", "pages", "facts", "findings", "closed", "status", "name")
SORTS = (None, "year", "facts", "findings", "pages", "kind", "status", "name", "indexed_at")
DESCENDING = {"year", "facts", "findings", "pages", "status", "indexed_at"}
GROUPS: tuple[str, ...] = ()


def reports(survey: Survey, say: Say, wanted: Filter, order: Order) -> Listing:
    """The documents that fit, readable or not."""

    def rows(offset: int, limit: int) -> list[Entry]:
        return [_entry(row, say) for row in survey.documents(wanted, order, limit, offset)]

    def keys() -> list[Key]:
        return [("document", row.id) for row in survey.documents(wanted, order, -1)]

    total = partial(survey.count_documents, wanted)
    empty = say("empty.reports" if wanted.words else "empty.index")
    said = {"by": order.by, "descending": order.descending, "count": "count.reports"}
    return made(NAMES, total, rows, empty=empty, keys=keys, **said)


def _entry(row: DocumentRow, say: Say) -> Entry:
    read = row.status == "ok"
    values = values_of(row)
    values["organisation"] = row.organisation or row.title or row.name
    values["facts"] = row.facts if read else ""
    values["findings"] = row.findings or ""
    values["closed"] = f"{row.closed}/{row.closable}" if row.closable else ""
    values["status"] = "" if read else f"{say(f'status.{row.status}')}　{row.message or ''}"
    place = Evidence(row.id, row.name, row.organisation, row.year, None, 0, 0, "")
    return Entry(("document", row.id), (), (place,) if read else (), values, faint=not read)
