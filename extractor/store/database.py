"""Opening index.db: is it ours, and can this version read it?"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store.tokens import TOKENS_VERSION, normalise

APPLICATION_ID = 0x4A554553  # "JUES"
SCHEMA_VERSION = 8
MIGRATED = (7,)
"""Schemas that the writer brings to the present one (migrations.py)."""


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise a sentence unless the database is an index that this version reads."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise JuesuanError(say("db.foreign", path=path))
        if version > SCHEMA_VERSION:
            raise JuesuanError(say("db.newer", path=path))
        tokens = connection.execute("SELECT value FROM meta WHERE key = 'tokens'").fetchone()
    except sqlite3.OperationalError as wrong:
        raise JuesuanError(say("db.busy" if is_busy(wrong) else "db.unreadable", path=path)) from wrong
    except sqlite3.DatabaseError as wrong:
        raise JuesuanError(say("db.foreign", path=path)) from wrong
    if version in MIGRATED:
        raise JuesuanError(say("db.former", path=path))
    if version < SCHEMA_VERSION or tokens is None or tokens[0] != TOKENS_VERSION:
        raise JuesuanError(say("db.older", path=path))


# Each from an index of its own; asked for together they are read from the table. The last document may be replaced
# under its own id, within a second or with the clock set back.
_STATE = """SELECT (SELECT count(*) FROM documents), (SELECT max(indexed_at) FROM documents),
    (SELECT id || sha256 || version || indexed_at FROM documents ORDER BY id DESC LIMIT 1)"""


def is_busy(wrong: sqlite3.Error) -> bool:
    """Whether another program keeps the database locked."""
    return getattr(wrong, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Interrupted(JuesuanError):
    """A query was ended by `ReadOnly.interrupt`; nothing is wrong."""


class Laid(Protocol):
    """What is laid over every connection: `stamp` is None where there is nothing, and changes whenever it does."""

    def stamp(self) -> object | None: ...

    def apply(self, connection: sqlite3.Connection) -> None: ...


class ReadOnly:
    """One read-only connection a thread, every query with a time limit in seconds; `overlay` is laid over each."""

    def __init__(self, path: Path, time_limit: float, overlay: Laid | None = None) -> None:
        self.path = path
        self.time_limit = time_limit
        self._overlay = overlay
        self._mine = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._closed = False
        check(self._connection(), path)

    def close(self) -> None:
        """Close the connections of all threads; a second call does nothing."""
        with self._lock:
            self._closed = True
            for connection in self._all:
                connection.close()
            self._all.clear()

    def interrupt(self) -> None:
        """End the statements that are running now, in whatever thread: they raise Interrupted."""
        with self._lock:
            for connection in self._all:
                connection.interrupt()

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = (), limit: int | None = None) -> list[Any]:
        """The rows of a query (at most `limit`), as `sqlite3.Row`."""
        with self._timed() as connection:
            try:
                found = connection.execute(sql, parameters)
            except UnicodeEncodeError:  # half a surrogate pair: no text, so it is in no report
                found = connection.execute(sql, _storable(parameters))
            return found.fetchall() if limit is None else found.fetchmany(limit)

    def value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of the first row, None where there is none."""
        found = self.rows(sql, parameters, limit=1)
        return found[0][0] if found else None

    def state(self) -> tuple[object, ...]:
        """Changes whenever the documents do, or what is laid over them: what was made from them is then made anew."""
        version = self.value("PRAGMA data_version")  # before the documents: a change meanwhile is seen next time
        kept: tuple[int, tuple[object, ...]] | None = getattr(self._mine, "state", None)
        if kept is None or kept[0] != version:
            found = self.rows(_STATE)[0]
            kept = self._mine.state = version, tuple(found)
        return (*kept[1], self._overlay.stamp() if self._overlay else None)

    def has(self, table: str) -> bool:
        """True where the overlay brings a table of this name."""
        if self._overlay is None or self._overlay.stamp() is None:
            return False
        return bool(self.value("SELECT 1 FROM temp.sqlite_master WHERE name = ?", [table]))

    @contextmanager
    def _timed(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        deadline = time.monotonic() + self.time_limit
        connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
        try:
            yield connection
        except sqlite3.Error as wrong:
            if "interrupted" in str(wrong) and time.monotonic() <= deadline:
                raise Interrupted(say("db.interrupted")) from wrong
            if is_busy(wrong):
                raise JuesuanError(say("db.busy", path=self.path)) from wrong
            raise JuesuanError(self._sentence(str(wrong))) from wrong
        finally:
            with suppress(sqlite3.ProgrammingError):  # closed meanwhile by another thread
                connection.set_progress_handler(None, 0)

    def _sentence(self, detail: str) -> str:
        if "interrupted" in detail:
            return say("db.slow", seconds=f"{self.time_limit:g}")
        if "malformed" in detail or "not a database" in detail or "corrupt" in detail:
            return say("db.damaged", path=self.path)
        return say("db.query", path=self.path, detail=detail)

    def _connection(self) -> sqlite3.Connection:
        if self._closed:
            raise JuesuanError(say("db.closed", path=self.path))
        mine: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if mine is None:
            mine = self._open()
            self._mine.connection = mine
        if self._overlay:
            self._lay(self._overlay, mine)
        return mine

    def _lay(self, overlay: Laid, connection: sqlite3.Connection) -> None:
        """Lay the overlay over the connection, if it or the index has changed since that was done."""
        stamp = overlay.stamp()
        if stamp is None and not hasattr(self._mine, "laid"):
            return
        now = stamp, connection.execute("PRAGMA data_version").fetchone()[0]
        if getattr(self._mine, "laid", None) != now:
            try:
                overlay.apply(connection)
            except sqlite3.Error as wrong:
                if "interrupted" in str(wrong):  # laid again by the next query
                    raise Interrupted(say("db.interrupted")) from wrong
                raise JuesuanError(self._sentence(str(wrong))) from wrong
            self._mine.laid = now

    def _open(self) -> sqlite3.Connection:
        with self._lock:
            connection = connect(self.path)
            self._all.append(connection)
        return connection


def _storable(parameters: Sequence[Any] | dict[str, Any]) -> list[Any] | dict[str, Any]:
    """The parameters with a question mark for what is not UTF-8."""

    def one(value: Any) -> Any:
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value

    if isinstance(parameters, dict):
        return {name: one(value) for name, value in parameters.items()}
    return [one(value) for value in parameters]


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection to the file, without an overlay; JuesuanError, one sentence, where that is not possible."""
    if not path.exists():
        raise JuesuanError(say("db.missing", path=path))
    if not path.is_file():
        raise JuesuanError(say("db.foreign", path=path))
    address = path.resolve().as_uri()
    try:
        connection = _try(f"{address}?mode=ro", path)
    except sqlite3.OperationalError as wrong:
        if is_busy(wrong):  # what is being written now must not be read without a lock
            raise JuesuanError(say("db.busy", path=path)) from wrong
        if path.with_name(f"{path.name}-wal").exists():  # what stands in the log must not be passed over
            raise JuesuanError(say("db.unreadable", path=path)) from wrong
        # A folder we may not write to: no lock can be taken, and none is needed.
        connection = _try(f"{address}?immutable=1", path)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = 1")
    connection.create_function("norm", 1, lambda text: None if text is None else normalise(text), deterministic=True)
    return connection


def _try(address: str, path: Path) -> sqlite3.Connection:
    # Each thread uses its own connection; only `close` reaches across threads.
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)
    except sqlite3.OperationalError as wrong:
        raise JuesuanError(say("db.unreadable", path=path)) from wrong
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if "immutable" in address:
            raise JuesuanError(say("db.unreadable", path=path)) from None
        raise
    except sqlite3.DatabaseError as wrong:
        connection.close()
        raise JuesuanError(say("db.foreign", path=path)) from wrong
    return connection
