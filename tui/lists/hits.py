"""Passages that a search found."""

from __future__ import annotations

from dataclasses import replace

from extractor.store import Index
from extractor.store.index import Facets, Hit
from tui.clean import line, plain
from tui.listing import Cell, Entry, Listing
from tui.lists.making import evidence, made
from tui.lists.reasons import Facet
from tui.words import Say

NAMES = ("organisation", "year", "snippet", "section", "page")
FACETS = ("year", "organisation", "category", "section")


def hits(index: Index, say: Say, typed: str) -> Listing:
    """The passages that the query finds, best first; `extra` are sentences on how it was read."""
    query = plain(typed).strip()
    if not query:
        return Listing(empty=say("empty.search"), count="count.hits")
    search = index.searching(query)

    def rows(offset: int, limit: int) -> list[Entry]:
        return [_entry(hit) for hit in search.hits(limit, offset)]

    terms = line(" ".join(search.terms) or query, 40)
    listing = made(NAMES, lambda: search.total, rows, empty=say("empty.hits", terms=terms), count="count.hits")
    return replace(listing, extra=tuple(line(note) for note in search.notes))


def facets(index: Index, typed: str) -> list[Facet]:
    """How the passages found divide."""
    query = plain(typed).strip()
    divided = index.searching(query).facets() if query else Facets()
    return [
        Facet(by, facet.value, facet.count)
        for by, found in (
            ("year", divided.year),
            ("organisation", divided.organisation[:8]),
            ("category", divided.category),
            ("section", divided.section[:8]),
        )
        for facet in found
    ]


def _entry(hit: Hit) -> Entry:
    organisation = hit.organisation or hit.document
    snippet = Cell(plain(hit.snippet), hit.spans)
    values = {"organisation": organisation, "year": hit.year, "section": hit.section, "page": hit.page}
    record = {
        "record": "passage", "document": hit.document, "organisation": hit.organisation, "year": hit.year,
        "section": hit.section, "page": hit.page, "start": hit.start, "end": hit.end, "quote": hit.snippet,
    }  # fmt: skip
    key = ("passage", hit.passage_id)
    return Entry(key, (), (evidence(hit, hit.snippet),), {**values, "snippet": snippet}, record)
