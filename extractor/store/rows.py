"""What the index gives back: one frozen dataclass a kind of row; every field is a column of the view it comes from.

Numbers are decimal strings as printed (docs/records.md). `start` and `end` are character offsets into the document's
stored text; `page` is 1-based, None for formats without pages. `review` is what a person decided about the fact:
accepted, corrected, rejected, or None.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.store.tables import UnknownTable


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document. `status` is ok or why it could not be read; `closed` of `closable` printed totals reconcile.

    `facts` counts all records read from it, `findings` those that say it contradicts itself.
    """

    id: int
    name: str
    sha256: str
    format: str | None
    title: str | None
    organisation: str | None
    year: int | None
    kind: str | None
    pages: int | None
    characters: int
    status: str
    message: str | None
    closed: int
    closable: int
    unbound: int
    facts: int
    findings: int
    version: str
    indexed_at: str


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page: its 1-based number and its span of the stored text.

    `confidence` (0 to 1) where it was read from a picture, `doubtful` (JSON) the spans of the lines read uncertainly.
    """

    number: int
    start: int
    end: int
    confidence: float | None
    doubtful: str | None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading; `parent` is the id of the heading above it, `level` 1 the outermost."""

    id: int
    document_id: int
    level: int
    number: str
    title: str
    start: int
    end: int
    page: int | None
    parent: int | None


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A paragraph of running text, unbroken; `explains` counts the reasons read from it."""

    id: int
    document_id: int
    text: str
    start: int
    end: int
    page: int | None
    section: str | None
    explains: int


@dataclass(frozen=True, slots=True)
class AmountRow:
    """In `year`, `measure` of `subject` is `value` `unit` (money also in `yuan`)."""

    id: int
    document_id: int
    document: str
    organisation: str | None
    year: int | None
    subject: str
    code: str | None
    measure: str
    value: str
    unit: str | None
    yuan: str | None
    stated: str | None
    source: str
    table: str | None
    column: str | None
    page: int | None
    start: int
    end: int
    quote: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A subject compared with a base, and why.

    `budget` (the base), `actual` and `completion_rate` are what the clause prints or else what the same document
    prints for the same subject; `difference` is the printed change or else actual - budget, in `unit`.
    `reason` is the whole explanation, `category` that of the leading cause, `categories` those of all causes (、).
    """

    id: int
    document_id: int
    document: str
    organisation: str | None
    year: int | None
    subject: str
    code: str | None
    compared_with: str
    budget: str | None
    actual: str | None
    difference: str | None
    change_rate: str | None
    completion_rate: str | None
    unit: str | None
    direction: str | None
    reason: str | None
    category: str | None
    categories: str | None
    source: str
    page: int | None
    start: int
    end: int
    quote: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """The performance self-evaluation of one project."""

    id: int
    document_id: int
    document: str
    organisation: str | None
    year: int | None
    project: str
    budget: str | None
    executed: str | None
    completion_rate: str | None
    unit: str | None
    score: str | None
    problems: str | None
    improvements: str | None
    source: str
    page: int | None
    start: int
    end: int
    quote: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One performance indicator of `project`; `type` is the contract's kind (数量, 质量, … 满意度)."""

    id: int
    document_id: int
    document: str
    organisation: str | None
    year: int | None
    project: str
    indicator: str
    type: str | None
    comparator: str | None
    target: str | None
    actual: str | None
    unit: str | None
    score: str | None
    full_score: str | None
    reason: str | None
    category: str | None
    source: str
    page: int | None
    start: int
    end: int
    quote: str
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found. `spans` are the (start, end) of the words in `snippet`, for highlighting.

    `start`/`end` are where the first word stands in the document's stored text (the passage, where the search names
    only fields); `explains` is True where the passage holds an extracted reason; `score` is the smaller the better.
    """

    passage_id: int
    document_id: int
    document: str
    organisation: str | None
    year: int | None
    page: int | None
    section: str | None
    start: int
    end: int
    snippet: str
    spans: tuple[tuple[int, int], ...]
    explains: bool
    score: float


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and the number of passages found that have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How the passages found divide, the most frequent first; organisations and headings only the first ones.

    A passage with reasons of two categories counts under both.
    """

    year: tuple[Facet, ...] = ()
    organisation: tuple[Facet, ...] = ()
    category: tuple[Facet, ...] = ()
    section: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """`total` passages were found; `hits` is the window asked for, best first.

    `terms` are the words asked for, normalised; `notes` say how the query was read where that is not plain, `loose`
    that characters which scans confuse were let pass; `facets` where they were asked for.
    """

    total: int
    hits: tuple[Hit, ...]
    terms: tuple[str, ...]
    notes: tuple[str, ...] = ()
    loose: bool = False
    facets: Facets | None = None


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """An explained comparison whose explanation is like another; `likeness` is 0 to 100, 100 the same words."""

    likeness: float
    reason: ReasonRow


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Stored text around a piece of evidence: `text[highlight[0]:highlight[1]]` is the evidence itself.

    `start` is the offset of `text` in the document's stored text.
    """

    document_id: int
    document: str
    page: int | None
    section: str | None
    text: str
    start: int
    highlight: tuple[int, int]


@dataclass(frozen=True, slots=True)
class DocumentStats:
    """One document's figures: how many printed totals reconcile, what stayed unbound, how many facts.

    `tables` are how many tables of every canonical name it has, `unrecognised` those that are none that is known.
    """

    id: int
    name: str
    status: str
    message: str | None
    closed: int
    closable: int
    unbound: int
    facts: int
    tables: dict[str, int]
    unrecognised: tuple[UnknownTable, ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """What the index holds: documents by status, facts by kind, and the figures of every document."""

    documents: dict[str, int]
    facts: dict[str, int]
    closed: int
    closable: int
    unbound: int
    by_document: tuple[DocumentStats, ...]
