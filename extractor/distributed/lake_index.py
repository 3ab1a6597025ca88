"""Parts read as an index is: documents and records, filtered and exported, without merging them first.

What needs SQLite's full text (search, questions) is not here: merge the reports that are asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from extractor.distributed.lake import Lake
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.records import Row
from extractor.store import contract
from extractor.store.database import ReadOnly
from extractor.store.filters import EVERYTHING, Filter, where
from extractor.store.index import Index
from extractor.store.rows import DocumentRow

_PIECE = 10_000
"""Rows that are held at a time."""


class LakeRows(ReadOnly):
    """A lake asked as the database of an index is; nothing is laid over it."""

    def __init__(self, lake: Lake) -> None:
        self.lake = lake
        self.path = Path(lake.place)

    def close(self) -> None:
        """Close the lake."""
        self.lake.close()

    def interrupt(self) -> None:
        """End the query that is running now."""
        self.lake.connection.interrupt()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = (), limit: int | None = None) -> list[Any]:
        """The rows of a query (at most `limit`), as tuples."""
        found = self.lake.select(sql, parameters)
        rows: list[Any] = found.fetchall() if limit is None else found.fetchmany(limit)
        return rows

    def has(self, table: str) -> bool:
        """Nothing is laid over parts."""
        return False


class LakeIndex(Index):
    """Documents and records of the parts at a place."""

    def __init__(self, place: str) -> None:
        self._lake = Lake(place)
        super().__init__(LakeRows(self._lake))

    def by_document(
        self,
        kinds: Sequence[str],
        wanted: Filter = EVERYTHING,
        more: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        ids: Mapping[str, Collection[int]] | None = None,
    ) -> Iterator[tuple[DocumentRow, Row]]:
        """As an index gives them, by one sorted query a kind."""
        if ids is not None or wanted.ids is not None or wanted.review not in (None, "any"):
            raise JuesuanError(say("parts.index", what="--row, --review", place=self._lake.place), exit_code=2)
        streams = [_Stream(self._sorted(kind, wanted, more.get(kind, {}))) for kind in kinds]
        columns = ", ".join(f'd."{name}"' for name in DocumentRow.__slots__)
        documents = f"SELECT {columns}, o._nth FROM v_documents d JOIN _order o ON o._of = d.id ORDER BY o._nth"
        for *own, nth in _fetched(self._lake.select(documents)):
            document = DocumentRow(*own)
            for stream in streams:
                for row in stream.of(nth):
                    yield document, row

    def _sorted(self, kind: str, wanted: Filter, more: Mapping[str, str]) -> Iterator[tuple[int, Row]]:
        """The records of a kind in the order of documents and text, each with the place of its document."""
        view = contract.view(kind)
        condition, values = where(wanted, self._columns(view), self.documents_of)
        added = "".join(f', "{column}"' for column in more.values())
        sql = (
            f"SELECT {contract.columns(kind)}{added}, o._nth FROM {view} JOIN _order o ON o._of = document_id"
            f' WHERE {condition} ORDER BY o._nth, start, "end", id'
        )
        size = len(contract.names(kind))
        for row in _fetched(self._lake.select(sql, values)):
            own = dict(zip(more, row[size:-1], strict=True))
            yield row[-1], contract.row(kind, row[:size]) | own

    def _columns(self, view: str) -> list[str]:
        return [row[0] for row in self._lake.select(f"SELECT column_name FROM (DESCRIBE {view})").fetchall()]


class _Stream:
    """Records by document, read as far as they are wanted."""

    def __init__(self, rows: Iterator[tuple[int, Row]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, nth: int) -> Iterator[Row]:
        """The records of the document in this place; places are asked for in ascending order."""
        while self._next is not None and self._next[0] == nth:
            yield self._next[1]
            self._next = next(self._rows, None)


def _fetched(found: Any) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(_PIECE):
        yield from rows
