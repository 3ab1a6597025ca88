"""An answer as a listing: the question as understood, the answer, the rows behind it or what to ask instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from extractor.errors import JuesuanError
from extractor.questions import ask
from extractor.store import Filter, Index
from extractor.store.index import DocumentRow, ReasonRow
from tui.clean import line, plain
from tui.columns import Values
from tui.listing import Evidence, Listing, Said
from tui.queries import Found, listing
from tui.words import Say

_COLUMNS = (
    *("organisation", "year", "project", "indicator", "subject", "measure", "compared_with"),
    *("target", "budget", "base", "executed", "actual", "difference", "change_rate", "completion_rate"),
    *("value", "score", "unit", "reason", "category", "page"),
)


def answer(index: Index, say: Say, question: str) -> Listing:
    """What the index answers to a question."""
    said = ask(index, plain(question)).to_dict()  # the documented form, that of `juesuan ask --json`
    rows = _Rows(index).found(said["rows"])
    title = say("rows") if rows else say("ask")
    columns: Sequence[str] = _COLUMNS
    whose = {str(values["organisation"]) for values, _ in rows}
    if len(whose) == 1:  # said once, above the table
        title, columns = say("rows.of", name=line(whose.pop(), 60)), columns[1:]
    shown = listing(title, rows, columns, total=len(rows), empty=say("empty.rows"))
    return replace(shown, said=_said(said, say, len(rows)), suggestions=tuple(said.get("suggestions") or ()))


def _said(said: Mapping[str, Any], say: Say, rows: int) -> Said:
    understood = "；".join(line(str(words)) for words in (said["understood"], *(said.get("assumed") or ())) if words)
    if not said["answered"]:
        return Said(understood, message=line(said["message"]))
    figure = said["answer"] or {}
    words = " ".join(line(str(figure[key])) for key in ("value", "unit") if figure.get(key))
    return Said(understood, words or say("answer.rows", n=rows))


class _Rows:
    """The records behind an answer as rows of a table, with what the index knows of their documents."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._documents: dict[str, DocumentRow | None] = {}
        self._variances: dict[int, list[ReasonRow]] = {}

    def found(self, rows: Sequence[Mapping[str, Any]]) -> Found:
        """The rows and where each was read."""
        return [self._row(row) for row in rows]

    def _row(self, row: Mapping[str, Any]) -> tuple[Values, Evidence | None]:
        document = self._document(str(row.get("document") or ""))
        values = dict(row)
        values["organisation"] = document.organisation or document.name if document else row.get("document")
        values["reason"] = row.get("reason") or row.get("text")
        if document is None or row.get("start") is None:
            return values, None
        values.update(self._compared(row, document))
        report = (document.id, document.name, document.organisation, row.get("year"), row.get("page"))
        return values, Evidence(*report, row["start"], row["end"], quote=str(row.get("quote") or ""))

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
        return {under: base, "actual": actual, "difference": difference, "completion_rate": rate, "unit": unit}

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
