"""An answer as a listing: the records behind it as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from extractor.errors import JuesuanError
from extractor.store import Filter, Index
from extractor.store.index import DocumentRow, ReasonRow
from tui.listing import Entry, Evidence, Listing, Values
from tui.lists.making import whole
from tui.lists.reasons import rate_of
from tui.words import Say

if TYPE_CHECKING:
    from extractor.questions import Answer

NAMES = (
    *("organisation", "year", "project", "indicator", "subject", "measure", "compared_with"),
    *("target", "budget", "base", "executed", "actual", "difference", "rate"),
    *("value", "score", "rule", "message", "expected", "observed", "unit", "reason", "category", "page"),
)


def rows(index: Index, say: Say, answer: Answer) -> Listing:
    """The rows of an answer; `extra` is the answer itself."""
    entries = _Rows(index).entries(answer)
    whose = {str(entry.values["organisation"]) for entry in entries}
    names = NAMES[1:] if len(whose) == 1 else NAMES  # said once, in the question as read
    return whole(names, entries, empty=say("empty.rows"), extra=answer)


class _Rows:
    """The records behind an answer, with what the index knows of their documents."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._documents: dict[str, DocumentRow | None] = {}
        self._variances: dict[int, list[ReasonRow]] = {}

    def entries(self, answer: Answer) -> list[Entry]:
        found = zip(answer.rows, answer.ids, answer.reviews, strict=True)
        return [self._entry(record, id_, review) for record, id_, review in found]

    def _entry(self, row: Mapping[str, Any], id_: int, review: str | None) -> Entry:
        document = self._document(str(row.get("document") or ""))
        values = dict(row)
        values["organisation"] = document.organisation or document.name if document else row.get("document")
        values["reason"] = row.get("reason") or row.get("text")
        key = (str(row.get("record")), id_)
        if document is None or row.get("start") is None:
            return Entry(key, (), (), values, dict(row), review)
        values |= {"document_id": document.id, **self._compared(row, document)}
        report = (document.id, document.name, document.organisation, row.get("year"), row.get("page"))
        place = Evidence(*report, row["start"], row["end"], quote=str(row.get("quote") or ""))
        return Entry(key, (), (place,), values, dict(row), review)

    def _compared(self, row: Mapping[str, Any], document: DocumentRow) -> Values:
        """The figures of a comparison: those that its clause leaves out stand elsewhere in the same document."""
        if row.get("record") != "variance":
            return {}
        full = next((each for each in self._comparisons(document) if _same(each, row)), None)
        base, actual = row.get("baseline"), row.get("actual")
        difference = row.get("change")
        if full is not None:
            base, actual, difference = full.budget, full.actual, full.difference
        rate = full.completion_rate if full else row.get("completion_rate")
        unit = full.unit if full else row.get("unit")
        under = "budget" if "预算" in str(row.get("compared_with")) else "base"
        change = row.get("change_rate")
        rates = {"completion_rate": rate, "rate": rate_of(rate, change)}
        return {under: base, "actual": actual, "difference": difference, **rates, "unit": unit}

    def _comparisons(self, document: DocumentRow) -> list[ReasonRow]:
        if document.id not in self._variances:
            self._variances[document.id] = self._index.variances(Filter(documents=(document.id,)))
        return self._variances[document.id]

    def _document(self, name: str) -> DocumentRow | None:
        if name not in self._documents:
            try:
                self._documents[name] = self._index.document(name)
            except JuesuanError:  # two of that name, or gone since the question was put
                self._documents[name] = None
        return self._documents[name]


def _same(full: ReasonRow, row: Mapping[str, Any]) -> bool:
    place = (full.start, full.end, full.subject, full.compared_with)
    return place == (row["start"], row["end"], row.get("subject"), row.get("compared_with"))
