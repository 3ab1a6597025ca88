"""An answer as a listing: the question as understood, the answer, the rows behind it or what to ask instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extractor.errors import JuesuanError
from extractor.questions import ask
from extractor.store import Index
from extractor.store.index import DocumentRow
from tui.clean import line, plain
from tui.columns import Values
from tui.listing import Evidence, Listing, Said
from tui.queries import Found, listing
from tui.words import Say

_COLUMNS = (
    *("organisation", "document", "year", "project", "indicator", "subject", "measure", "compared_with"),
    *("target", "budget", "base", "executed", "actual", "difference", "change_rate", "completion_rate"),
    *("value", "score", "unit", "reason", "category", "quote", "page"),
)


def answer(index: Index, say: Say, question: str) -> Listing:
    """What the index answers to a question."""
    said = ask(index, plain(question)).to_dict()  # the documented form, that of `juesuan ask --json`
    rows = _found(index, said["rows"])
    shown = listing(say("rows"), rows, _COLUMNS, total=len(rows), empty=say("empty.rows"))
    return replace(shown, said=_said(said, say, len(rows)), suggestions=tuple(said.get("suggestions") or ()))


def _said(said: Mapping[str, Any], say: Say, rows: int) -> Said:
    understood = "；".join(line(str(words)) for words in (said["understood"], *(said.get("assumed") or ())) if words)
    if not said["answered"]:
        return Said(understood, message=line(said["message"]))
    figure = said["answer"] or {}
    words = " ".join(line(str(figure[key])) for key in ("value", "unit") if figure.get(key))
    return Said(understood, words or say("answer.rows", n=rows))


def _found(index: Index, rows: list[Mapping[str, Any]]) -> Found:
    documents: dict[str, DocumentRow | None] = {}
    for row in rows:
        name = str(row.get("document") or "")
        if name not in documents:
            documents[name] = _document(index, name)
    return [_row(row, documents[str(row.get("document") or "")]) for row in rows]


def _document(index: Index, name: str) -> DocumentRow | None:
    try:
        return index.document(name)
    except JuesuanError:  # named twice, or gone since the question was put
        return None


def _row(row: Mapping[str, Any], document: DocumentRow | None) -> tuple[Values, Evidence | None]:
    values = dict(row)
    values["organisation"] = document.organisation if document else None
    against = str(row.get("compared_with") or "")
    values["budget" if "预算" in against or "budget" in row else "base"] = row.get("baseline") or row.get("budget")
    values["difference"] = row.get("change") or row.get("difference")
    values["reason"] = row.get("reason") or row.get("text")
    if document is None or row.get("start") is None:
        return values, None
    report = (document.id, document.name, document.organisation, row.get("year"), row.get("page"))
    return values, Evidence(*report, row["start"], row["end"], quote=str(row.get("quote") or ""))
