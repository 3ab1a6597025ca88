"""Parts: what was extracted, as Parquet files at a place, a folder a table of index.db and a file a batch in each.

    documents/000000001-5f3c….parquet     a row a file: path, size, sha256, name, status, version …
    amounts/000000001-5f3c….parquet       the rows of store.part.Part, with `document_id` and `place` (from 0) before them

Each file is written under another name and then renamed, `documents` last: a batch without it does not count, so a run
that was killed leaves nothing half-done. Columns are those of the Part, whatever they are.
"""

from __future__ import annotations

import io
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.distributed.listing import Entry, opened, unusable
from extractor.distributed.needed import needed
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store.database import SCHEMA_VERSION
from extractor.store.part import PLAIN, SAID, Part, Rows
from extractor.store.schema import TABLES

DOCUMENTS = "documents"
KEYS = ("document_id", "place")
"""Before the columns of every table: whose row it is, and which of that document's rows in the table."""
OF_FILE: Mapping[str, type] = {
    "path": str, "size": int, "mtime_ns": int, "sha256": str, "version": str, "schema": int, "indexed_at": str,
}  # fmt: skip
"""What `documents` says of the file, beside what its Part says of the document."""

_ENDING = ".parquet"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that the parts hold, its number, and what came of it."""

    number: int
    batch: str
    path: str
    name: str
    size: int
    mtime_ns: int
    sha256: str
    version: str
    schema: int
    status: str
    message: str | None


class Parts:
    """The parts at a place: a folder, or an address such as s3://bucket/parts."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._system, self._root = opened(place)

    @cached_property
    def files(self) -> dict[str, dict[str, str]]:
        """By table and batch: the path of the file, of the batches that are whole, in their order."""
        try:
            found = sorted(self._system.find(self._root)) if self._system.exists(self._root) else []
        except Exception as wrong:
            raise unusable(self.place, wrong) from wrong
        by_table: dict[str, dict[str, str]] = defaultdict(dict)
        for path in found:
            table, _, name = path.removeprefix(self._root).strip("/").replace(os.sep, "/").rpartition("/")
            if table in TABLES and name.endswith(_ENDING) and not name.startswith("."):
                by_table[table][name.removesuffix(_ENDING)] = path
        whole = by_table[DOCUMENTS]
        return {
            table: {batch: path for batch, path in own.items() if batch in whole} for table, own in by_table.items()
        }

    @cached_property
    def stored(self) -> list[Stored]:
        """All files held, in the order in which they were numbered; a path may be there again, as it was later."""
        held = [
            Stored(batch=batch, **dict(zip(_COLUMNS, row, strict=True)))
            for batch, path in self.files.get(DOCUMENTS, {}).items()
            for row in self._read(path, [_RENAMED.get(name, name) for name in _COLUMNS])
        ]
        if any(one.schema != SCHEMA_VERSION for one in held):
            raise JuesuanError(say("parts.schema", place=self.place))
        return sorted(held, key=lambda one: one.number)

    @property
    def latest(self) -> dict[str, Stored]:
        """By path: what the parts hold of the file as it was last."""
        return {one.path: one for one in self.stored}

    @property
    def version(self) -> str | None:
        """The version of the extraction that made them, None of none; JuesuanError where they are of several."""
        versions = {one.version for one in self.stored}
        if len(versions) > 1:
            raise JuesuanError(say("parts.mixed", place=self.place, versions="、".join(sorted(versions))))
        return versions.pop() if versions else None

    def write(self, batch: str, made: Sequence[tuple[Entry, Part]], version: str, now: str) -> None:
        """Write a batch, whole or not at all; JuesuanError where the place cannot be written to."""
        tables: dict[str, list[tuple[int, Rows]]] = defaultdict(list)
        for entry, part in made:
            own = (entry.path, entry.size, entry.mtime_ns, part.sha256, version, SCHEMA_VERSION, now)
            for table, rows in part.tables.items():
                if table == DOCUMENTS:
                    rows = Rows((*OF_FILE, *rows.columns), [(*own, *row) for row in rows.values])
                tables[table].append((entry.number, rows))
        documents = tables.pop(DOCUMENTS)
        for table, rows_of in [*tables.items(), (DOCUMENTS, documents)]:
            self._write(f"{self._root}/{table}", batch, _parquet(table, rows_of))

    def read(self, batch: str) -> Iterator[tuple[int, Part]]:
        """The documents of a batch, by number, as they were extracted."""
        tables: dict[int, dict[str, Rows]] = defaultdict(dict)
        digests: dict[int, str] = {}
        for table in TABLES:  # in an order in which rows may refer to those before
            files = self.files.get(table, {})
            if batch in files:
                content = self._table(files[batch], None)
                columns = [name for name in content.column_names if name not in KEYS]
                if table == DOCUMENTS:
                    digests = dict(zip(content["document_id"].to_pylist(), content["sha256"].to_pylist(), strict=True))
                    columns = [name for name in columns if name not in OF_FILE]
                values = zip(*(content[name].to_pylist() for name in columns), strict=True)
                for number, row in zip(content["document_id"].to_pylist(), values, strict=True):
                    tables[number].setdefault(table, Rows(tuple(columns), [])).values.append(row)
        for number in sorted(tables):
            yield number, Part(digests[number], tables[number])

    def _read(self, path: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
        content = self._table(path, columns)
        yield from zip(*(content[name].to_pylist() for name in columns), strict=True)

    def _table(self, path: str, columns: list[str] | None) -> Any:
        parquet = needed("pyarrow.parquet")
        try:
            return parquet.read_table(io.BytesIO(self._system.cat_file(path)), columns=columns)
        except Exception as wrong:  # damaged, or of another program
            raise JuesuanError(say("parts.damaged", path=path, detail=wrong)) from wrong

    def _write(self, folder: str, batch: str, content: bytes) -> None:
        making = f"{folder}/.{batch}.{os.getpid()}.new"
        try:
            self._system.makedirs(folder, exist_ok=True)
            self._system.pipe_file(making, content)
            self._system.mv(making, f"{folder}/{batch}{_ENDING}")
        except Exception as wrong:
            raise JuesuanError(say("export.unwritable", path=self.place, detail=wrong)) from wrong


_RENAMED = {"number": "document_id"}
_COLUMNS = tuple(name for name in Stored.__slots__ if name != "batch")


def _parquet(table: str, parts: Sequence[tuple[int, Rows]]) -> bytes:
    """The rows of several documents in one table, each column of the type that index.db has it in."""
    arrow = needed("pyarrow")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bytes: arrow.binary()}
    declared = {**PLAIN[table], **OF_FILE, SAID: str, **dict.fromkeys(KEYS, int)}
    columns = dict.fromkeys(name for _, rows in parts for name in rows.columns)
    values: dict[str, list[Any]] = {name: [] for name in (*KEYS, *columns)}
    for number, rows in parts:
        values["document_id"] += [number] * len(rows.values)
        values["place"] += range(len(rows.values))
        own = dict(zip(rows.columns, zip(*rows.values, strict=True), strict=True))
        for name in columns:
            values[name] += own.get(name) or [None] * len(rows.values)
    made = {  # what the index does not keep has no type there
        name: arrow.array(_plain(own), types.get(declared.get(name, object))) for name, own in values.items()
    }
    out = io.BytesIO()
    needed("pyarrow.parquet").write_table(arrow.table(made), out, compression="zstd")
    return out.getvalue()


def _plain(values: list[Any]) -> list[Any]:
    """Truth as 0 and 1, as SQLite stores it."""
    return [int(value) if isinstance(value, bool) else value for value in values]
