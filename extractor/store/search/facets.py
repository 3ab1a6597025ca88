"""How the passages found divide by year, organisation, category of reasons and heading: all of them are counted, few by
SQLite in one statement, many in memory (places.py)."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from extractor.store.database import ReadOnly
from extractor.store.rows import Facet, Facets
from extractor.store.search import revised
from extractor.store.search.known import Known
from extractor.store.search.places import Places, numbers, worth

FIRST = 20
"""Organisations and headings that are told."""

_FOUND = """WITH found AS MATERIALIZED (
        SELECT p.document_id, p.section_id, p.categories, count(*) AS passages
        FROM passages_fts JOIN passages p ON p.id = passages_fts.rowid
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
_REVISED = "SELECT id FROM temp.revised_passages"
_IDS = "SELECT group_concat(rowid) FROM passages_fts WHERE passages_fts MATCH :match"

_BY = ("year", "organisation", "section", "category")
_Counted = dict[str, Counter[str]]


def count(database: ReadOnly, match: str, total: int) -> Facets:
    """The facets of the passages that `match` finds, `total` of them."""
    found = (_remembered if worth(database, total) else _selected)(database, match)
    units = Known.of(database).units
    organisations = Counter[str]()
    for name, passages in found["organisation"].items():
        organisations[units.name(name)] += passages
    categories = Counter[str]()
    for joined, passages in found["category"].items():
        categories.update(dict.fromkeys(joined.split("、"), passages))
    return Facets(
        year=_most(found["year"]),
        organisation=_most(organisations, FIRST),
        category=_most(categories),
        section=_most(found["section"], FIRST),
    )


def _selected(database: ReadOnly, match: str) -> _Counted:
    found: _Counted = {facet: Counter() for facet in _BY}
    is_revised = revised.there(database)
    sql = _FOUND.format(hidden=_HIDDEN, added=_ADDED) if is_revised else _FOUND.format(hidden="", added="")
    for facet, value, passages in database.rows(sql, {"match": match}):
        if value is not None:
            found[facet][value] += passages
    return found


def _remembered(database: ReadOnly, match: str) -> _Counted:
    places = Places.of(database)
    as_read = numbers(database.value(_IDS, {"match": match}))
    as_read = as_read[as_read < places.size]  # some may be indexed meanwhile
    if not revised.there(database):
        return {facet: getattr(places, facet).count(as_read) for facet in _BY}
    import numpy as np

    as_read = as_read[~np.isin(as_read, [row[0] for row in database.rows(_REVISED)])]
    now = database.rows(revised.CATEGORIES, {"match": match})
    found = {facet: getattr(places, facet).count(as_read) for facet in _BY}
    for facet in _BY[:-1]:
        found[facet] += getattr(places, facet).count(np.array([row[0] for row in now], np.int64))
    found["category"].update(row[1] for row in now if row[1] is not None)
    return found


def _most(counted: Counter[str], first: int | None = None) -> tuple[Facet, ...]:
    """The most frequent, those of equal counts in the order of their names."""
    least = nlargest(first, counted.values())[-1] if first and counted else 0
    most = [pair for pair in counted.items() if pair[1] >= least]
    return tuple(Facet(*pair) for pair in sorted(most, key=lambda pair: (-pair[1], pair[0]))[:first])
