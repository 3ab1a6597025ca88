"""One extraction as rows of index.db, made without a database: by the process that extracted, not by the one that writes.

Ids are those of the part, from 0, until they are written: `insert.py` moves them behind those that the index has given
out. So a part may be made anywhere (a process, another machine), carried over and written in any order.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from extractor.records import Amount, Reason, Variance
from extractor.report import Extraction, Page
from extractor.store import explained, tables
from extractor.store.fill import Amounts, Comparison
from extractor.store.marks import Names
from extractor.store.schema import QUOTED, TABLES, Columns
from extractor.store.tokens import normalise, tokens

Values = dict[str, Any]

SAID = "said"
"""The column of passages that is indexed and not stored: their tokens."""
PLAIN: dict[str, Columns] = {
    **{table: {**columns, "quote": str} if table in QUOTED else columns for table, columns in TABLES.items()},
    "texts": {"document_id": int, "text": str},
}
"""The columns of a part: those of the index, but every quote and text is there in full (insert.py takes them apart)."""

_NOT_COLUMNS = {"document", "subject", "causes"}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table: the names of the columns, and the values of every row in their order."""

    columns: tuple[str, ...]
    values: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """What the index holds of one document: its rows by table, but for what only the index knows (ids, version, time).

    `sha256` is the digest of the bytes that were read (not of those that lay there when the file was looked at).
    """

    sha256: str
    tables: dict[str, Rows]


def part(extraction: Extraction, name: str) -> Part:
    """The rows of an extraction, its file stored under `name`."""
    report = extraction.report
    made = {
        "documents": [_document(extraction, name)],
        "texts": [{"text": report.text}],
        "pages": [_page(page) for page in report.pages],
        "sections": [{"id": at, **_own(section)} for at, section in enumerate(extraction.sections)],
        "passages": _passages(extraction),
        "tables": [tables.values(note) for note in extraction.tables],
        "unbound": [_own(each) for each in extraction.unbound],
        "sums": [_own(each) for each in extraction.sums],
        **_facts(extraction),
    }
    return Part(report.sha256, {table: _rows(rows) for table, rows in made.items() if rows})


def unread(name: str, status: str, message: str) -> Values:
    """The row of a document that could not be read: `status` for programs, `message` for people."""
    none = dict.fromkeys(("characters", "closed", "closable", "unbound", "facts", "findings"), 0)
    said = message.encode("utf-8", "backslashreplace").decode()  # it may hold the name of a file
    return {"name": name, "format": suffix(name) or None, "status": status, "message": said, **none}


def suffix(name: str) -> str:
    """The ending of a name, in small letters, without its dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def _rows(rows: Sequence[Values]) -> Rows:
    return Rows(tuple(rows[0]), [tuple(row.values()) for row in rows])


def _document(extraction: Extraction, name: str) -> Values:
    report = extraction.report
    return {
        "name": name,
        "format": report.format,
        "title": report.title,
        "organisation": extraction.organisation,
        "year": extraction.year,
        "kind": extraction.kind,
        "pages": len(report.pages) or None,
        "characters": len(report.text),
        "status": "ok",
        "message": " ".join((*report.warnings, *extraction.unchecked)) or None,
        "closed": sum(each.closed for each in extraction.sums),
        "closable": len(extraction.sums),
        "unbound": len(extraction.unbound),
        "facts": sum(1 for _ in extraction.records()),
        "findings": len(extraction.findings),
    }


def _page(page: Page) -> Values:
    return {**_own(page), "doubtful": json.dumps(page.doubtful) if page.doubtful else None}


def _passages(extraction: Extraction) -> list[Values]:
    starts = sorted(cause.start for cause in extraction.reasons)
    categories = Names((cause.start, cause.category) for cause in extraction.reasons)
    return [
        {
            "id": at,
            "section_id": passage.section,
            "text": passage.text,
            "start": passage.start,
            "end": passage.end,
            "page": passage.page,
            "explains": bisect_right(starts, passage.end - 1) - bisect_right(starts, passage.start - 1),
            "categories": "、".join(categories.inside(passage.start, passage.end)) or None,
            SAID: tokens(passage.text),
        }
        for at, passage in enumerate(extraction.passages)
    ]


def _facts(extraction: Extraction) -> dict[str, list[Values]]:
    """The rows of the records. `subject_id` is the place of the subject among the rows of `subjects`."""
    amounts = Amounts(extraction.amounts)
    subjects = _subjects((*extraction.amounts, *extraction.variances))
    ids = {row["name"]: at for at, row in enumerate(subjects)}
    full = {at: amounts.complete(variance) for at, variance in enumerate(extraction.variances)}
    starts = [passage.start for passage in extraction.passages]
    by_name = {project.project: at for at, project in reversed([*enumerate(extraction.projects)])}
    return {
        "subjects": subjects,
        "amounts": [{**_own(a), "subject_id": ids[a.subject]} for a in extraction.amounts],
        "variances": [
            {"id": at, **_own(v), "subject_id": ids[v.subject], **_comparison(full[at], v)}
            for at, v in enumerate(extraction.variances)
        ],
        "explained": explained.rows(enumerate(extraction.variances), full, ids, starts, 0),
        "projects": [{"id": at, **_own(project)} for at, project in enumerate(extraction.projects)],
        "indicators": [
            {"id": at, **_own(each), "project_id": by_name.get(each.project)}
            for at, each in enumerate(extraction.indicators)
        ],
        "reasons": [
            *(_cause(cause, at, None) for at, v in enumerate(extraction.variances) for cause in v.causes),
            *(_cause(cause, None, at) for at, i in enumerate(extraction.indicators) for cause in i.causes),
        ],
        "findings": [{**_own(f), "evidence": json.dumps(f.evidence)} for f in extraction.findings],
    }


def _cause(cause: Reason, variance: int | None, indicator: int | None) -> Values:
    return {**_own(cause), "subject": cause.subject, "variance_id": variance, "indicator_id": indicator}


def _comparison(full: Comparison, variance: Variance) -> Values:
    return {
        "categories": "、".join(dict.fromkeys(cause.category for cause in variance.causes)) or variance.category,
        "filled_budget": full.budget,
        "filled_actual": full.actual,
        "filled_difference": full.difference,
        "filled_rate": full.rate,
        "filled_unit": full.unit,
    }


def _subjects(facts: Iterable[Amount | Variance]) -> list[Values]:
    """The subjects that the facts name, each once; the first code met stays."""
    named: dict[str, str | None] = {}
    for fact in facts:
        named[fact.subject] = named.get(fact.subject) or fact.code
    return [_subject(name, code) for name, code in named.items()]


def _subject(name: str, code: str | None) -> Values:
    parts = name.split("/")
    class_, subclass, item = (*parts, None, None, None)[:3]
    return {
        "name": name,
        "code": code,
        "class": class_,
        "subclass": subclass,
        "item": item,
        "leaf": parts[-1],
        "canonical": normalise(name),
    }


@cache
def _columns(kind: Any) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """The columns of a dataclass, and what takes their values out of one."""
    names = tuple(field.name for field in fields(kind) if field.name not in _NOT_COLUMNS)
    return names, attrgetter(*names)


def _own(each: object) -> Values:
    """The fields of a dataclass that are columns under their own names."""
    kind: Any = type(each)
    names, values = _columns(kind)
    return dict(zip(names, values(each), strict=True))
