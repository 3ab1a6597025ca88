"""One extraction as rows: bulk inserts with ids given out beforehand (the caller holds the transaction)."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from extractor.records import Indicator, Project, Record, Variance
from extractor.report import Extraction, Page
from extractor.store import explained, tables
from extractor.store.fill import Amounts, Comparison
from extractor.store.marks import marks
from extractor.store.tokens import normalise, tokens

Values = dict[str, Any]

_NOT_COLUMNS = {"document", "subject", "causes"}


def insert(database: sqlite3.Connection, extraction: Extraction, name: str, sha256: str, version: str, now: str) -> int:
    """Write all rows of one extraction under the `name` of its file; the id of its document."""
    document_id = _next(database, "documents")
    _bulk(database, "documents", [_document(extraction, document_id, name, sha256, version, now)])
    _bulk(database, "texts", [{"document_id": document_id, "text": extraction.report.text}])
    first = _next(database, "passages")
    _structure(database, extraction, document_id, name)
    _facts(database, extraction, document_id, first)
    return document_id


def _document(extraction: Extraction, document_id: int, name: str, sha256: str, version: str, now: str) -> Values:
    report = extraction.report
    return {
        "id": document_id,
        "sha256": sha256,
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
        "version": version,
        "indexed_at": now,
    }


def _structure(database: sqlite3.Connection, extraction: Extraction, document_id: int, name: str) -> None:
    _bulk(database, "pages", [{"document_id": document_id, **_page(page)} for page in extraction.report.pages])
    first = _next(database, "sections")
    _bulk(
        database,
        "sections",
        [
            {"id": first + at, "document_id": document_id, **_own(section), "parent": _shift(first, section.parent)}
            for at, section in enumerate(extraction.sections)
        ],
    )
    starts = sorted(cause.start for cause in extraction.reasons)
    _bulk(
        database,
        "passages",
        [
            {
                "document_id": document_id,
                "section_id": _shift(first, passage.section),
                "text": passage.text,
                "start": passage.start,
                "end": passage.end,
                "page": passage.page,
                "explains": bisect_right(starts, passage.end - 1) - bisect_right(starts, passage.start - 1),
                "tokens": tokens(passage.text),
                **_own(marked),
            }
            for passage, marked in zip(extraction.passages, marks(extraction, document_id, name), strict=True)
        ],
    )
    _bulk(database, "tables", [tables.values(document_id, note) for note in extraction.tables])
    _bulk(database, "unbound", [{"document_id": document_id, **_own(each)} for each in extraction.unbound])
    _bulk(database, "sums", [{"document_id": document_id, **_own(each)} for each in extraction.sums])


def _page(page: Page) -> Values:
    return {**_own(page), "doubtful": json.dumps(page.doubtful) if page.doubtful else None}


def _facts(database: sqlite3.Connection, extraction: Extraction, document_id: int, first_passage: int) -> None:
    subjects = _subjects(database, extraction)
    amounts = Amounts(extraction.amounts)

    def fact(record: Record) -> Values:
        return {"document_id": document_id, **_own(record)}

    _bulk(database, "amounts", [{**fact(a), "subject_id": subjects[a.subject]} for a in extraction.amounts])
    variances = _numbered(database, "variances", extraction.variances)
    full = {at: amounts.complete(variance) for at, variance in variances}
    _bulk(
        database,
        "variances",
        [{"id": at, **fact(v), "subject_id": subjects[v.subject], **_comparison(full[at], v)} for at, v in variances],
    )
    starts = [passage.start for passage in extraction.passages]
    narrow = explained.rows(variances, full, subjects, starts, first_passage)
    _bulk(database, "explained", [{"document_id": document_id, **each} for each in narrow])
    projects = _numbered(database, "projects", extraction.projects)
    _bulk(database, "projects", [{"id": at, **fact(project)} for at, project in projects])
    by_name = {project.project: at for at, project in reversed(projects)}
    indicators = _numbered(database, "indicators", extraction.indicators)
    _bulk(
        database,
        "indicators",
        [{"id": at, **fact(each), "project_id": by_name.get(each.project)} for at, each in indicators],
    )
    causes = [
        {**fact(cause), "subject": cause.subject, f"{kind}_id": at, f"{other}_id": None}
        for kind, other, numbered in (("variance", "indicator", variances), ("indicator", "variance", indicators))
        for at, record in numbered
        for cause in record.causes
    ]
    _bulk(database, "reasons", causes)
    _bulk(database, "findings", [{**fact(f), "evidence": json.dumps(f.evidence)} for f in extraction.findings])


def _comparison(full: Comparison, variance: Variance) -> Values:
    return {
        "categories": "、".join(dict.fromkeys(cause.category for cause in variance.causes)) or variance.category,
        "filled_budget": full.budget,
        "filled_actual": full.actual,
        "filled_difference": full.difference,
        "filled_rate": full.rate,
        "filled_unit": full.unit,
    }


def _subjects(database: sqlite3.Connection, extraction: Extraction) -> dict[str, int]:
    """The ids of the subjects that the extraction names, new ones added; the first code met stays."""
    named: dict[str, str | None] = {}
    for subject, code in [
        *((amount.subject, amount.code) for amount in extraction.amounts),
        *((variance.subject, variance.code) for variance in extraction.variances),
    ]:
        named[subject] = named.get(subject) or code
    sql = (
        "INSERT INTO subjects (name, code, class, subclass, item, leaf, canonical) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET code = coalesce(code, excluded.code)"
    )
    database.executemany(sql, [_subject(name, code) for name, code in named.items()])
    find = "SELECT id FROM subjects WHERE name = ?"
    return {name: int(database.execute(find, [name]).fetchone()[0]) for name in named}


def _subject(name: str, code: str | None) -> tuple[str | None, ...]:
    parts = name.split("/")
    class_, subclass, item = (*parts, None, None, None)[:3]
    return name, code, class_, subclass, item, parts[-1], normalise(name)


def _own(each: Any) -> Values:
    """The fields of a dataclass that are columns under their own names."""
    names = (field.name for field in fields(each))
    return {name: getattr(each, name) for name in names if name not in _NOT_COLUMNS}


def _shift(first: int, index: int | None) -> int | None:
    return None if index is None else first + index


def _numbered(
    database: sqlite3.Connection, table: str, records: Sequence[Variance] | Sequence[Project] | Sequence[Indicator]
) -> list[tuple[int, Any]]:
    return list(enumerate(records, _next(database, table)))


def _next(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def _bulk(database: sqlite3.Connection, table: str, rows: Iterable[Values]) -> None:
    """executemany: five times as fast as sqlite-utils for many rows. All rows have the same columns."""
    rows = list(rows)
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join(f":{name}" for name in rows[0])
        database.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)
