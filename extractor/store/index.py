"""Reading index.db: typed rows, full-text search, the records in contract form. Never writes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.records import Row
from extractor.store import contract
from extractor.store.database import Interrupted, ReadOnly
from extractor.store.filters import EVERYTHING, Filter, where
from extractor.store.listing import Rows
from extractor.store.names import matching
from extractor.store.rows import (
    AlikeRow,
    AmountRow,
    DocumentRow,
    Excerpt,
    Facet,
    Facets,
    Hit,
    IndicatorRow,
    PageRow,
    PassageRow,
    ProjectRow,
    ReasonRow,
    Results,
    SectionRow,
    Stats,
)
from extractor.store.search import Search, alike
from extractor.store.statistics import statistics
from extractor.store.tables import TableRow, of_document

if TYPE_CHECKING:
    from extractor.organisations.units import Units

__all__ = [
    "AlikeRow",
    "AmountRow",
    "DocumentRow",
    "Excerpt",
    "Facet",
    "Facets",
    "Filter",
    "Hit",
    "Index",
    "IndicatorRow",
    "Interrupted",
    "PageRow",
    "PassageRow",
    "ProjectRow",
    "ReasonRow",
    "Results",
    "Search",
    "SectionRow",
    "Stats",
    "TableRow",
    "open_index",
]

TIME_LIMIT = 10.0
ROW_LIMIT = 100_000
_ALL = 2**62

T = TypeVar("T")


def open_index(path: str | os.PathLike[str] = "index.db", time_limit: float = TIME_LIMIT) -> Index:
    """The index at `path`, read-only; a query that takes longer than `time_limit` seconds is stopped.

    The corrections beside it are applied wherever it is read, at once also when they change meanwhile.

    Raises JuesuanError, one sentence, where there is no such file or it is not an index of ours.
    """
    from extractor.corrections.overlay import Overlay  # it works on the store

    return Index(ReadOnly(Path(path), time_limit, Overlay(Path(path))))


class Index:
    """What index.db holds. Usable from several threads; a context manager.

    Facts are asked for with a `Filter` or its fields by name, and become a data frame:

    >>> index.reasons(category="人员变动", year=2022).to_pandas()  # doctest: +SKIP
    """

    def __init__(self, database: ReadOnly) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        """The file this index is read from."""
        return self._database.path

    @property
    def database(self) -> ReadOnly:
        """The database behind it, for the modules of this package."""
        return self._database

    def __enter__(self) -> Index:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; a second call does nothing."""
        self._database.close()

    # Documents

    def documents(self, wanted: Filter = EVERYTHING, **filters: Any) -> Rows[DocumentRow]:
        """The documents, by name."""
        return self._rows(DocumentRow, "v_documents", _meant(wanted, filters), "name, sha256")

    def document(self, which: int | str) -> DocumentRow:
        """The document with this id, this exact name, or whose name alone contains `which`; else JuesuanError."""
        if isinstance(which, str):  # what is not UTF-8 is stored as escapes
            which = which.encode("utf-8", "backslashreplace").decode()
        column = "id" if isinstance(which, int) else "name"
        found = self._list(DocumentRow, "v_documents", f"{column} = ?", [which], "sha256")
        if not found and isinstance(which, str):
            found = self.documents(Filter(document=which))
        if not found:
            raise JuesuanError(say("document.unknown", name=which))
        if len(found) > 1:
            names = "、".join(document.name for document in found[:5])
            raise JuesuanError(say("document.several", name=which, names=names))
        return found[0]

    def paths(self, document_id: int) -> list[str]:
        """The files that hold this document."""
        rows = self.select("SELECT path FROM files WHERE document_id = ? ORDER BY path", [document_id])
        return [row[0] for row in rows]

    def text(self, document_id: int) -> str:
        """The stored text that every offset of the document refers to."""
        return str(self._database.value("SELECT text FROM v_texts WHERE document_id = ?", [document_id]) or "")

    def pages(self, document_id: int) -> list[PageRow]:
        """The pages of a document and their spans of the stored text; none for formats without pages."""
        return self._list(PageRow, "pages", "document_id = ?", [document_id], "number")

    def sections(self, document_id: int) -> list[SectionRow]:
        """The headings of a document, in the order of the text."""
        return self._list(SectionRow, "sections", "document_id = ?", [document_id], "id")

    def passages(self, document_id: int) -> list[PassageRow]:
        """The paragraphs of a document, in the order of the text."""
        return self._list(PassageRow, "v_passages", "document_id = ?", [document_id], "id")

    def tables(self, document_id: int, page: int | None = None) -> list[TableRow]:
        """The tables of a document as printed, in the order of the text; those that stand on `page`, or all."""
        if page is None:
            return of_document(self._database, document_id)
        spans = [(each.start, each.end) for each in self.pages(document_id) if each.number == page]
        return of_document(self._database, document_id, spans[0]) if spans else []

    def organisations(self) -> list[str]:
        """The names of the organisations, sorted."""
        rows = self.select("SELECT DISTINCT organisation FROM documents WHERE organisation IS NOT NULL ORDER BY 1")
        return [row[0] for row in rows]

    def years(self) -> list[int]:
        """The years that reports are about, ascending."""
        return [row[0] for row in self.select("SELECT DISTINCT year FROM documents WHERE year IS NOT NULL ORDER BY 1")]

    def subjects(self) -> list[str]:
        """The subjects of all facts, sorted."""
        return [row[0] for row in self.select("SELECT name FROM subjects ORDER BY name")]

    # Facts

    def reasons(
        self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0, **filters: Any
    ) -> Rows[ReasonRow]:
        """The comparisons that are explained, by document and place in the text.

        `budget`, `actual`, `difference` are in the row's `unit` (万元 or 元, as the report prints them), rates in %.
        """
        return self._rows(ReasonRow, "v_reasons", _meant(wanted, filters), contract.ORDER, limit, offset)

    def reason(self, reason_id: int) -> ReasonRow:
        """The explained comparison with this id; else JuesuanError."""
        found = self._list(ReasonRow, "v_reasons", "id = ?", [reason_id], "id")
        if not found:
            raise JuesuanError(say("reason.unknown", id=reason_id))
        return found[0]

    def count_reasons(self, wanted: Filter = EVERYTHING) -> int:
        """How many comparisons `reasons` yields without a limit."""
        condition, values = where(wanted, _names(ReasonRow), self.documents_of)
        view = self._view("v_reasons", wanted)
        return int(self._database.value(f"SELECT count(*) FROM {view} WHERE {condition}", values))

    def variances(
        self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0, **filters: Any
    ) -> Rows[ReasonRow]:
        """All comparisons, explained or not."""
        return self._rows(ReasonRow, "v_variances", _meant(wanted, filters), contract.ORDER, limit, offset)

    def amounts(
        self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0, **filters: Any
    ) -> Rows[AmountRow]:
        """The amounts, by document and place in the text: `value` in the row's `unit`, money also in `yuan`."""
        return self._rows(AmountRow, "v_amounts", _meant(wanted, filters), contract.ORDER, limit, offset)

    def indicators(
        self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0, **filters: Any
    ) -> Rows[IndicatorRow]:
        """The performance indicators, by document and place in the text."""
        return self._rows(IndicatorRow, "v_indicators", _meant(wanted, filters), contract.ORDER, limit, offset)

    def projects(
        self, wanted: Filter = EVERYTHING, limit: int | None = None, offset: int = 0, **filters: Any
    ) -> Rows[ProjectRow]:
        """The self-evaluated projects, by document and place: money in the row's `unit`, `score` in points."""
        return self._rows(ProjectRow, "v_projects", _meant(wanted, filters), contract.ORDER, limit, offset)

    def facts(
        self,
        kind: str,
        wanted: Filter = EVERYTHING,
        limit: int | None = None,
        offset: int = 0,
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> list[Row]:
        """Records of one kind (amount, variance, reason, project, indicator, finding) in contract form.

        `more` adds fields behind those of the contract: name → column of the kind's view.
        """
        view = self._view(contract.view(kind), wanted)
        condition, values = where(wanted, self._columns(view), self.documents_of)
        added = "".join(f', "{column}"' for column in more.values())
        sql = f"SELECT {contract.columns(kind)}{added} FROM {view} WHERE {condition} ORDER BY {contract.ORDER}"
        found = self._database.rows(*_window(sql, values, limit, offset))
        size = len(contract.names(kind))
        return [contract.row(kind, row[:size]) | dict(zip(more, row[size:], strict=True)) for row in map(tuple, found)]

    def records(self, kinds: Sequence[str] | None = None, wanted: Filter = EVERYTHING) -> Iterator[Row]:
        """Every record in contract form: document by document (by name), kind by kind, in the order of the text."""
        return (row for _, row in self.by_document(kinds or contract.KIND_NAMES, wanted))

    def by_document(
        self,
        kinds: Sequence[str],
        wanted: Filter = EVERYTHING,
        more: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        ids: Mapping[str, Collection[int]] | None = None,
    ) -> Iterator[tuple[DocumentRow, Row]]:
        """The same with the document of each; by kind: `more` as in `facts`, `ids` (where given) of just these."""
        of_reports = ("organisation", "document", "documents", "report_year", "kind")
        whose = replace(EVERYTHING, **{name: getattr(wanted, name) for name in of_reports})
        for document in self.documents(whose):
            one = replace(wanted, documents=(document.id,), organisation=None, document=None)
            for kind in kinds:
                if ids is not None:
                    one = replace(one, ids=ids.get(kind, ()))
                for row in self.facts(kind, one, more=more.get(kind, {})):
                    yield document, row

    # Search

    def search(
        self,
        query: str,
        limit: int = 20,
        offset: int = 0,
        document: int | None = None,
        *,
        facets: bool = False,
        loose: bool | None = None,
    ) -> Results:
        """The passages that the query asks for (docs/search.md), the best first; with `document`, of that one only.

        `facets` counts all that is found by year, organisation, category and heading; `loose` lets characters pass
        that scans confuse (None: only where nothing is found otherwise).
        """
        return self.searching(query, document, loose=loose).results(limit, offset, facets)

    def searching(self, query: str, document: int | None = None, *, loose: bool | None = None) -> Search:
        """The same search, to be read window by window, or hit by hit."""
        return Search(self._database, query, document, loose)

    def alike(self, reason: int | str, limit: int = 20, wanted: Filter = EVERYTHING) -> list[AlikeRow]:
        """Explained comparisons whose explanation is like a text, or like that of the reason with this id.

        Likeness is of the words; among the like, those of the same category come first.
        """
        return alike(self, reason, limit, wanted)

    def interrupt(self) -> None:
        """End the queries that are running now, in whatever thread: they raise `Interrupted`, a JuesuanError."""
        self._database.interrupt()

    def passage_at(self, document_id: int, start: int, end: int, around: int = 300) -> Excerpt:
        """The stored text around `[start, end)`, up to `around` characters on either side, and where to highlight."""
        name = self.document(document_id).name
        text = self.text(document_id)
        start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
        first, last = max(0, start - around), min(len(text), end + around)
        page = next((page.number for page in self.pages(document_id) if page.start <= start < page.end), None)
        heading = "SELECT title FROM sections WHERE document_id = ? AND start <= ? ORDER BY start DESC, id DESC"
        section = self._database.value(heading, [document_id, start])
        return Excerpt(document_id, name, page, section, text[first:last], first, (start - first, end - first))

    # Figures and queries

    @property
    def units(self) -> Units:
        """The names that are of one organisation by a person's decision (juesuan organisations)."""
        from extractor.organisations.units import Units  # it works on the store

        return Units.of(self._database)

    @property
    def corrected(self) -> bool:
        """True where corrections are laid over the index."""
        return self._database.has("revised_passages")

    def state(self) -> tuple[object, ...]:
        """Changes whenever the documents of the index or its corrections do."""
        return self._database.state()

    def stats(self) -> Stats:
        """Documents by status, facts by kind, and how many printed totals the extracted parts reconcile to."""
        return statistics(self._database)

    def select(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = (), limit: int = ROW_LIMIT) -> list[Any]:
        """The first `limit` rows (`sqlite3.Row`) of a parameterised query. SQL may use `norm(text)`."""
        values = dict(parameters) if isinstance(parameters, Mapping) else list(parameters)
        return self._database.rows(sql, values, limit)

    def resolve_organisation(self, name: str) -> list[str]:
        """The organisations of the index that `name` may mean: itself, those containing it, its long forms."""
        return matching(name, self.organisations())

    def documents_of(self, name: str) -> list[int]:
        """The ids of the documents of an organisation; a document without one goes by its own name.

        Names that a person said are of one organisation (juesuan organisations) are looked for together.
        """
        rows = self._database.rows("SELECT id, coalesce(organisation, name) FROM documents ORDER BY id")
        units = self.units
        found = matching(name, sorted({*(row[1] for row in rows), *units.aliases}))
        wanted = set(units.all_names(found))
        return [row[0] for row in rows if row[1] in wanted]

    def _rows(
        self, kind: type[T], view: str, wanted: Filter, order: str, limit: int | None = None, offset: int = 0
    ) -> Rows[T]:
        condition, values = where(wanted, _names(kind), self.documents_of)
        return self._list(kind, self._view(view, wanted), condition, values, order, limit, offset)

    def _list(
        self,
        kind: type[T],
        view: str,
        condition: str,
        values: list[Any],
        order: str,
        limit: int | None = None,
        offset: int = 0,
    ) -> Rows[T]:
        columns = ", ".join(f'"{name}"' for name in _names(kind))
        sql = f"SELECT {columns} FROM {view} WHERE {condition} ORDER BY {order}"
        found = self._database.rows(*_window(sql, values, limit, offset))
        return Rows(kind, (kind(*row) for row in found))

    def _view(self, view: str, wanted: Filter) -> str:
        """The view to read: that with the rejected rows where they are asked for and there are any."""
        every = f"{contract.EVERY}{view}"
        return every if wanted.every and self._database.has(every) else view

    def _columns(self, view: str) -> list[str]:
        return [row[0] for row in self.select("SELECT name FROM pragma_table_info(?)", [view])]


def _window(sql: str, values: list[Any], limit: int | None, offset: int) -> tuple[str, list[Any]]:
    """The query of these rows of all that it finds, and its parameters."""
    if limit is None and not offset:
        return sql, values
    return f"{sql} LIMIT ? OFFSET ?", [*values, _ALL if limit is None else limit, offset]


def _meant(wanted: Filter, filters: Mapping[str, Any]) -> Filter:
    """The filter with what else was named: `reasons(category="人员变动", year=2022)`."""
    return replace(wanted, **filters) if filters else wanted


def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
