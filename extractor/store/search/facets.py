"""How the passages found divide by year, organisation, category of reasons and heading, counted in one statement."""

from __future__ import annotations

from extractor.store.database import ReadOnly
from extractor.store.marks import CATEGORY, whole
from extractor.store.rows import Facet, Facets
from extractor.store.search.known import Known
from extractor.store.tokens import normalise, phrase

FIRST = 20
"""Organisations and headings that are told."""

_FOUND = """WITH found AS MATERIALIZED (
        SELECT p.document_id, p.section_id, count(*) AS passages
        FROM passages_fts JOIN passages p INDEXED BY passages_place ON p.id = passages_fts.rowid
        WHERE passages_fts MATCH ? GROUP BY 1, 2)"""
_BY = """SELECT '{name}' AS facet, {value} AS value, sum(passages) AS passages
    FROM found JOIN {of} WHERE {value} IS NOT NULL GROUP BY 2"""
_PARTS = (
    _BY.format(name="year", value="CAST(d.year AS TEXT)", of="documents d ON d.id = found.document_id"),
    _BY.format(name="organisation", value="d.organisation", of="documents d ON d.id = found.document_id"),
    _BY.format(name="section", value="s.title", of="sections s ON s.id = found.section_id"),
)
_CATEGORY = "SELECT 'category', ?, count(*) FROM passages_fts WHERE passages_fts MATCH ?"


def count(database: ReadOnly, match: str, known: Known) -> Facets:
    """The facets of the passages that `match` finds."""
    parts = [*_PARTS, *[_CATEGORY] * len(known.named)]
    sql = f"{_FOUND} SELECT * FROM ({' UNION ALL '.join(parts)}) WHERE passages > 0 ORDER BY 3 DESC, 2"
    values = [match]
    for name in known.named:
        values += [name, f"({match}) AND marks : {phrase(normalise(whole(name)), CATEGORY)}"]
    found: dict[str, list[Facet]] = {}
    for facet, value, passages in database.rows(sql, values):
        found.setdefault(facet, []).append(Facet(value, passages))
    return Facets(
        year=tuple(found.get("year", ())),
        organisation=tuple(found.get("organisation", ())[:FIRST]),
        category=tuple(found.get("category", ())),
        section=tuple(found.get("section", ())[:FIRST]),
    )
