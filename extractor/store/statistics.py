"""The figures of an index."""

from __future__ import annotations

from extractor.store.contract import KIND_NAMES, view
from extractor.store.database import ReadOnly
from extractor.store.rows import DocumentStats, Stats
from extractor.store.tables import recognised, unrecognised


def statistics(database: ReadOnly) -> Stats:
    """Documents by status, facts by kind, closure, unbound figures and tables, together and by document."""
    by_kind = {kind: database.rows(f"SELECT document_id, count(*) FROM {view(kind)} GROUP BY 1") for kind in KIND_NAMES}
    facts: dict[int, int] = {}
    for rows in by_kind.values():
        for document, count in rows:
            facts[document] = facts.get(document, 0) + count
    documents = database.rows(
        "SELECT id, name, status, message, closed, closable, unbound FROM documents ORDER BY name, sha256"
    )
    known, unknown = recognised(database), unrecognised(database)
    by_document = tuple(
        DocumentStats(
            **dict(row),
            facts=facts.get(row["id"], 0),
            tables=known.get(row["id"], {}),
            unrecognised=unknown.get(row["id"], ()),
        )
        for row in documents
    )
    by_status = database.rows("SELECT status, count(*) FROM documents GROUP BY 1 ORDER BY status <> 'ok', status")
    return Stats(
        documents=dict(map(tuple, by_status)),
        facts={kind: sum(row[1] for row in rows) for kind, rows in by_kind.items()},
        closed=sum(d.closed for d in by_document),
        closable=sum(d.closable for d in by_document),
        unbound=sum(d.unbound for d in by_document),
        by_document=by_document,
    )
