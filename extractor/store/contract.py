"""Records in contract form (docs/records.md) out of the views of index.db."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import Any

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.records import KINDS, Finding, Indicator, Record, Row

KIND_NAMES: tuple[str, ...] = tuple(kind.kind for kind in KINDS)
ORDER = 'document, document_id, start, "end", id'

EVERY = "every_"
"""Begins the name of the view that has the rejected rows too, where corrections bring one (extractor/corrections)."""

_VIEWS = {
    "amount": "v_amounts",
    "variance": "v_variances",
    "reason": "v_causes",
    "project": "v_projects",
    "indicator": "v_indicators",
    "finding": "v_findings",
}
_PRINTED = {"variance": {"unit": "printed_unit", "actual": "printed_actual", "completion_rate": "printed_rate"}}
"""Columns of v_variances that are filled from amounts, and the columns that hold what the clause itself prints."""

_RENAMED = {(Indicator.kind, "type"): "kind"}


def view(kind: str) -> str:
    """The view that holds the records of a kind; JuesuanError for a kind there is none of."""
    if kind not in _VIEWS:
        raise JuesuanError(say("kind.unknown", kind=kind, kinds=", ".join(_VIEWS)), exit_code=2)
    return _VIEWS[kind]


@cache
def names(kind: str) -> tuple[str, ...]:
    """The fields of a record of this kind, in contract order, without `record`."""
    record = next(k for k in KINDS if k.kind == kind)
    place = [f.name for f in fields(Record)]
    own = [f.name for f in fields(record) if f.name not in place and f.name != "causes"]
    return (*place[:3], *own, *place[3:])


@cache
def header(*kinds: str) -> tuple[str, ...]:
    """The keys of the records of these kinds in contract form, in order: first all kinds' own, then the place."""
    keys = [[_RENAMED.get((kind, name), name) for name in names(kind)] for kind in kinds]
    place = keys[0][-4:] if keys else []
    return tuple(dict.fromkeys(["record", *(key for each in keys for key in each[:-4]), *place]))


@cache
def columns(kind: str) -> str:
    """The columns of the kind's view that hold its fields."""
    printed = _PRINTED.get(kind, {})
    return ", ".join(f'"{printed.get(name, name)}"' for name in names(kind))


def row(kind: str, found: Any) -> Row:
    """A row of the view, read with `columns`, as the mapping of the contract."""
    record = dict(zip(header(kind), (kind, *found), strict=True))
    if kind == Finding.kind:
        record["evidence"] = json.loads(record["evidence"] or "[]")
    return record
