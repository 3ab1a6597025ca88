"""How the passages found divide by year, organisation, category of reasons and heading, counted in one statement."""

from __future__ import annotations

from collections import Counter

from extractor.store.database import ReadOnly
from extractor.store.rows import Facet, Facets
from extractor.store.search import revised

FIRST = 20
"""Organisations and headings that are told."""

# The index that `INDEXED BY` names holds all that is asked of a passage.
_FOUND = """WITH found AS MATERIALIZED (
        SELECT p.document_id, p.section_id, p.categories, count(*) AS passages
        FROM passages_fts JOIN passages p INDEXED BY passages_place ON p.id = passages_fts.rowid
        WHERE passages_fts MATCH :match{hidden} GROUP BY 1, 2, 3{added})
    SELECT 'year', CAST(d.year AS TEXT), sum(passages) FROM found JOIN documents d ON d.id = document_id GROUP BY 2
    UNION ALL
    SELECT 'organisation', d.organisation, sum(passages) FROM found JOIN documents d ON d.id = document_id GROUP BY 2
    UNION ALL SELECT 'section', s.title, sum(passages) FROM found JOIN sections s ON s.id = section_id GROUP BY 2
    UNION ALL SELECT 'category', categories, sum(passages) FROM found GROUP BY 2"""

# Of revised passages the categories of now.
_HIDDEN = " AND p.id NOT IN (SELECT id FROM temp.revised_passages)"
_ADDED = f"""
        UNION ALL SELECT p.document_id, p.section_id, r.categories, 1
        FROM ({revised.CATEGORIES}) r JOIN passages p ON p.id = r.id"""


def count(database: ReadOnly, match: str) -> Facets:
    """The facets of the passages that `match` finds."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("year", "organisation", "category", "section")}
    is_revised = revised.there(database)
    sql = _FOUND.format(hidden=_HIDDEN, added=_ADDED) if is_revised else _FOUND.format(hidden="", added="")
    for facet, values, passages in database.rows(sql, {"match": match}):
        for value in [] if values is None else values.split("、") if facet == "category" else [values]:
            found[facet][value] += passages
    return Facets(
        year=_most(found["year"]),
        organisation=_most(found["organisation"], FIRST),
        category=_most(found["category"]),
        section=_most(found["section"], FIRST),
    )


def _most(counted: Counter[str], first: int | None = None) -> tuple[Facet, ...]:
    """The most frequent, those of equal counts in the order of their names."""
    return tuple(Facet(*pair) for pair in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:first])
