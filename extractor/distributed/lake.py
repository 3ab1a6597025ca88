"""Parts as tables of DuckDB: what index.db has, tables and views, for more reports than one SQLite file should hold.

Nothing is copied but `documents`: all else is read from the Parquet files as it is asked for. The views are those of
index.db (extractor/store/views.py); quotes and texts, which that reads out of one text, are here as they are. Ids are numbers of the parts: document × 2^24 + the row's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from extractor.distributed.listing import is_address, opened
from extractor.distributed.needed import needed
from extractor.distributed.parts import DOCUMENTS, Parts
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store.database import SCHEMA_VERSION
from extractor.store.part import PLAIN
from extractor.store.schema import REFERENCES, WITHIN
from extractor.store.tokens import normalise
from extractor.store.views import views

_ROWS = 1 << 24
"""More than a table of one document has rows."""
_TYPES = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bytes: "BLOB"}
_VIEWS = views("f.quote", "p.text", "(SELECT t.text FROM texts t WHERE t.document_id = d.id)")
_NOT_HERE = ("meta", "files")


class Lake:
    """The tables and views over the parts at a place; a context manager. Nothing can be written through it."""

    def __init__(self, place: str) -> None:
        self.place = place
        parts = Parts(place)
        self._files = {table: list(files.values()) for table, files in parts.files.items() if files}
        if DOCUMENTS not in self._files:
            raise JuesuanError(say("parts.empty", place=place))
        self.connection = needed("duckdb", "duckdb").connect()
        if is_address(place):
            system, _ = opened(place)
            self.connection.register_filesystem(system)
            self._files = {table: list(map(system.unstrip_protocol, own)) for table, own in self._files.items()}
        self._define()
        self.connection.execute("SET lock_configuration = true")

    def cursor(self) -> Any:
        """Another connection to the same tables and views."""
        return self.connection.cursor()

    def __enter__(self) -> Lake:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; a second call does nothing."""
        self.connection.close()

    def select(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """A query, to be fetched from (`description`, `fetchmany`); JuesuanError where it is none, or changes anything."""
        duckdb = needed("duckdb", "duckdb")
        try:
            statements = duckdb.extract_statements(sql)
            if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
                raise JuesuanError(say("sql.select"), exit_code=2)
            return self.cursor().execute(sql, parameters)
        except duckdb.Error as wrong:
            raise JuesuanError(say("db.query", path=self.place, detail=wrong), exit_code=2) from wrong

    def _define(self) -> None:
        duckdb = needed("duckdb", "duckdb")
        try:
            self.connection.execute("SET autoinstall_known_extensions = false")  # nothing is fetched from elsewhere
            self.connection.execute("SET default_null_order = 'nulls_first'")  # as SQLite sorts
            self.connection.create_function("norm", normalise, ["VARCHAR"], "VARCHAR")
            self._check()
            self._documents()
            for table, columns in PLAIN.items():
                if table not in (DOCUMENTS, *_NOT_HERE):
                    self.connection.execute(f'CREATE VIEW "{table}" AS {self._rows(table, columns)}')
            for name, sql in _VIEWS.items():
                self.connection.execute(f"CREATE VIEW {name} AS {sql}")
        except duckdb.Error as wrong:
            raise JuesuanError(say("parts.damaged", path=self.place, detail=wrong)) from wrong

    def _check(self) -> None:
        """JuesuanError for parts of another schema or of several versions."""
        found = self.connection.execute(f"SELECT DISTINCT schema, version FROM {self._read(DOCUMENTS)}").fetchall()
        if any(schema != SCHEMA_VERSION for schema, _ in found):
            raise JuesuanError(say("parts.schema", place=self.place))
        if len(found) > 1:
            raise JuesuanError(
                say("parts.mixed", place=self.place, versions="、".join(sorted(row[1] for row in found)))
            )

    def _documents(self) -> None:
        """`files` as they were last, and `documents`: of several files of the same content the first path's, as index.db
        has them."""
        self.connection.execute(
            f"""CREATE TABLE _last AS SELECT * REPLACE (coalesce(nullif(sha256, ''), 'unread:' || path) AS sha256)
            FROM {self._read(DOCUMENTS)} QUALIFY row_number() OVER (PARTITION BY path ORDER BY document_id DESC) = 1"""
        )
        columns = self._columns("documents", PLAIN[DOCUMENTS], "document_id")
        self.connection.execute(
            f"""CREATE TABLE documents AS SELECT {columns} FROM _last
            QUALIFY row_number() OVER (PARTITION BY sha256 ORDER BY path) = 1"""
        )
        self.connection.execute(
            """CREATE TABLE files AS SELECT l.path, d.id AS document_id, l.size, l.mtime_ns
            FROM _last l JOIN documents d ON d.sha256 = l.sha256"""
        )
        self.connection.execute("DROP TABLE _last")
        self.connection.execute(
            "CREATE TABLE _order AS SELECT id AS _of, row_number() OVER (ORDER BY name, sha256) AS _nth FROM documents"
        )

    def _rows(self, table: str, columns: Mapping[str, type]) -> str:
        if table not in self._files:
            none = ", ".join(f'NULL::{_TYPES[kind]} AS "{name}"' for name, kind in columns.items())
            return f"SELECT {none} WHERE false"
        sql = f"SELECT {self._columns(table, columns)} FROM {self._read(table)}"
        return f"{sql} WHERE document_id IN (SELECT id FROM documents)"

    def _columns(self, table: str, columns: Mapping[str, type], own: str = "") -> str:
        """The columns of a table of index.db out of those of its Parquet files."""
        there = {row[0] for row in self.connection.execute(f"DESCRIBE SELECT * FROM {self._read(table)}").fetchall()}

        def made(name: str) -> str:
            if name == "id":
                return own or f"document_id * {_ROWS} + {'id' if 'id' in there else 'place'}"
            if name == "document_id" or name not in there:
                return name if name in there else f"NULL::{_TYPES[columns[name]]}"
            return f'document_id * {_ROWS} + "{name}"' if name in (*REFERENCES, *WITHIN) else f'"{name}"'

        return ", ".join(f'{made(name)} AS "{name}"' for name in columns)

    def _read(self, table: str) -> str:
        quoted = ", ".join("'" + path.replace("'", "''") + "'" for path in self._files[table])
        return f"read_parquet([{quoted}])"
