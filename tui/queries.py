"""What the index says, as listings. Every function here runs in a worker's thread and touches no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from extractor.store import Filter, Index
from extractor.store.index import DocumentRow, Hit, ReasonRow
from tui.clean import line, plain
from tui.columns import Values, cells, needed
from tui.listing import Cell, Column, Entry, Evidence, Listing, Page
from tui.words import Say

PAGE = 300
"""Rows fetched at a time."""

Found = list[tuple[Values, Evidence | None]]
Fetch = Callable[[int], Found]
"""The rows after so many, at most PAGE + 1 of them: one more than is shown tells that more follow."""

_REASONS = ("organisation", "year", "subject", "compared_with", "budget", "actual", "difference", "reason", "category")
_HITS = ("organisation", "year", "snippet", "section", "page")


@dataclass(frozen=True, slots=True)
class Paper:
    """One report in the list on the left. `haystack` is what the filter looks into."""

    id: int
    name: str
    title: str
    year: int | None
    kind: str
    facts: int
    status: str
    message: str
    haystack: str


def papers(index: Index) -> list[Paper]:
    """Every document of the index, readable or not, by organisation and year."""
    facts = {stats.name: stats.facts for stats in index.stats().by_document}
    found = [_paper(document, facts.get(document.name, 0)) for document in index.documents()]
    return sorted(found, key=lambda paper: (paper.status != "ok", paper.title, paper.year or 0, paper.name))


def _paper(document: DocumentRow, facts: int) -> Paper:
    words = (document.name, document.organisation, document.year, document.kind, document.status)
    return Paper(
        id=document.id,
        name=line(document.name),
        title=line(document.organisation or document.name),
        year=document.year,
        kind=line(document.kind),
        facts=facts,
        status=document.status,
        message=line(document.message),
        haystack=" ".join(line(str(word)) for word in words if word is not None).casefold(),
    )


def narrowed(all_papers: Sequence[Paper], typed: str) -> list[Paper]:
    """The papers in which every typed word occurs."""
    words = plain(typed).casefold().split()
    return [paper for paper in all_papers if all(word in paper.haystack for word in words)]


def reasons(index: Index, say: Say, paper: Paper | None = None) -> Listing:
    """The explained variances of one report, or of all."""
    wanted = Filter(documents=(paper.id,)) if paper else Filter()

    def fetch(offset: int) -> Found:
        return [_reason(row) for row in index.reasons(wanted, PAGE + 1, offset)]

    first = fetch(0)
    against = [str(values["compared_with"]) for values, _ in first]
    names = [name for name in _REASONS if not (paper and name == "organisation")]
    if not all("预算" in base for base in against):  # last year's figure must not stand under "budget"
        names[names.index("budget")] = "base"
    empty = say("empty.reasons")
    if paper and paper.status != "ok":
        empty = say("empty.unreadable", status=say(f"status.{paper.status}"), message=paper.message)
    title = say("reasons.of", name=paper.title) if paper else say("reasons")
    return listing(title, first, [*names, "unit", "page"], fetch, empty=empty)


def hits(index: Index, say: Say, typed: str) -> Listing:
    """The passages that hold every typed word, best first."""
    query = plain(typed)
    results = index.search(query, PAGE + 1)

    def fetch(offset: int) -> Found:
        return [_hit(hit) for hit in index.search(query, PAGE + 1, offset).hits]

    terms = line(" ".join(results.terms) or query, 40)
    first: Found = [_hit(hit) for hit in results.hits]
    title, empty = say("hits", terms=terms), say("empty.hits", terms=terms)
    return listing(title, first, _HITS, fetch, total=results.total, empty=empty)


def listing(
    title: str,
    first: Found,
    names: Sequence[str],
    fetch: Fetch | None = None,
    *,
    total: int | None = None,
    empty: str = "",
) -> Listing:
    """A listing of the rows `first`, in those of the columns `names` that they fill; `fetch` gives the rows after."""
    rows = [values for values, _ in first[:PAGE]]
    units = {str(row["unit"]) for row in rows if row.get("unit")}
    if len(units) == 1:  # said once, above the table
        names = [name for name in names if name != "unit"]
    columns = needed(rows, names)
    page = _page(columns, first)
    return Listing(
        title=title,
        columns=columns,
        page=page,
        rest=partial(_rest, fetch, columns) if fetch and page.more else None,
        total=total if total is not None else (None if page.more else len(page.entries)),
        unit=units.pop() if len(units) == 1 else "",
        empty=empty,
    )


def _rest(fetch: Fetch, columns: Sequence[Column], offset: int) -> Page:
    return _page(columns, fetch(offset))


def _page(columns: Sequence[Column], found: Found) -> Page:
    entries = tuple(Entry(cells(values, columns), evidence) for values, evidence in found[:PAGE])
    return Page(entries, more=len(found) > PAGE)


def _reason(row: ReasonRow) -> tuple[Values, Evidence]:
    values = {name: getattr(row, name) for name in (*_REASONS, "unit", "page")}
    return {**values, "base": row.budget}, evidence(row, row.quote)


def _hit(hit: Hit) -> tuple[Values, Evidence]:
    organisation = hit.organisation or hit.document
    snippet = Cell(plain(hit.snippet), hit.spans)
    values = {"organisation": organisation, "year": hit.year, "section": hit.section, "page": hit.page}
    return {**values, "snippet": snippet}, evidence(hit, hit.snippet)


def evidence(row: ReasonRow | Hit, quote: str) -> Evidence:
    """Where a row of the index was read."""
    place = (row.document_id, row.document, row.organisation, row.year, row.page, row.start, row.end)
    return Evidence(*place, quote=quote)
