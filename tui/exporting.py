"""From entries to records with citations, and into a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path, PurePath

from extractor.export.columns import FILLED
from extractor.records import Row
from extractor.store.contract import KIND_NAMES
from tui.citation import cited
from tui.clean import line
from tui.desk import Table
from tui.listing import Entry, Evidence, Key
from tui.words import Say

_IN_INDEX = KIND_NAMES
"""Kinds whose entries are known by the id of their record."""


def records(table: Table, say: Say, keys: Sequence[Key], entries: Iterable[Entry | None]) -> list[Row]:
    """The records of the entries in contract form, in the order of `keys`, each with organisation and citation.

    Entries that are not at hand (None) are of kinds that are known by their ids.
    """
    at_hand = {entry.key: entry for entry in entries if entry is not None}
    found: dict[Key, Row] = {}
    for kind in _IN_INDEX:
        ids = [int(str(id_)) for own, id_ in keys if own == kind]
        found.update({(kind, id_): row for id_, row in table.survey.records(kind, ids, _more(kind)).items()})
    organisations: dict[str, str | None] = {}
    for document in {str(row["document"]) for row in found.values()}:
        organisations[document] = _organisation(table, document)
    made = []
    for key in keys:
        entry = at_hand.get(key)
        row = found.get(key) or (entry.record if entry else None)
        if row is None and entry is not None and key[0] == "document":
            row = _document(entry)
        if row is not None:
            whose = organisations.get(str(row.get("document"))) or (_whose(entry) if entry else None)
            made.append(_cited(row, whose, say))
    return made


def _more(kind: str) -> dict[str, str]:
    """What the list shows and the clause alone may not print; and what a person decided."""
    return {**(FILLED if kind == "variance" else {}), "review": "review"}


def _cited(row: Row, organisation: str | None, say: Say) -> Row:
    if row["record"] == "document":
        return row
    place = Evidence(
        0,
        str(row.get("document") or ""),
        organisation,
        row.get("year"),
        row.get("page"),
        0,
        0,
        str(row.get("quote") or ""),
    )
    return {**row, "organisation": organisation, "citation": cited(place, say)}


def _whose(entry: Entry) -> str | None:
    return entry.evidence[0].organisation if entry.evidence else None


def _organisation(table: Table, document: str) -> str | None:
    from extractor.errors import JuesuanError

    try:
        return table.index.document(document).organisation
    except JuesuanError:  # two of that name
        return None


def _document(entry: Entry) -> Row:
    names = ("name", "organisation", "year", "kind", "pages", "characters", "facts", "findings", "closed", "closable")
    values = entry.values
    row = {name: values.get(name) for name in names}
    row["closed"] = str(values.get("closed") or "").split("/")[0] or None
    return {"record": "document", "document": row.pop("name"), **row}


def proposed(folder: Path, what: str, ending: str) -> Path:
    """A file name that says what is in it and that is not taken."""
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in line(what, 40)).strip("-") or "juesuan"
    stamp = datetime.now().strftime("%m%d-%H%M")
    path = folder / f"{name}-{stamp}{ending}"
    number = 2
    while path.exists():
        path = folder / f"{name}-{stamp}-{number}{ending}"
        number += 1
    return path


def ending_of(path: str) -> str:
    """The ending of a typed path, in small letters."""
    return PurePath(path).suffix.lower()
