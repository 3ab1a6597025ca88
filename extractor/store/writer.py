"""Writing index.db: documents that come soon after each other in one transaction, so that a killed run leaves whole
documents and nothing else.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.readers import archive
from extractor.report import Extraction, Unreadable
from extractor.store import fulltext
from extractor.store.compact import Compact, compact
from extractor.store.database import check, is_busy
from extractor.store.insert import insert
from extractor.store.migrations import is_old, migrate
from extractor.store.part import Part, part, suffix, unread
from extractor.store.schema import create

BUSY = 10.0
"""Seconds to wait for another program that writes to the same index."""
BATCH, SOON = 60_000, 5.0
"""Rows of the documents that wait to be written together, at most, and seconds that the first of them waits. The more
together, the fewer times the same pages of the indices are written: at 9,000 reports 40,000 take a quarter less than 20,000.
"""
PACE = ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536", "wal_autocheckpoint = 4096")
"""Settings of a writing connection: readers go on reading, pages stay in memory (KB), and in the log for a while (pages)."""
FAILURES = ("failed", "crashed", "too-slow", "too-large")
"""The statuses of files that another try may read."""
FRESH = 2 * 10**9
"""Nanoseconds in which a file may change once more without its time of change telling (FAT counts in two seconds)."""


@dataclass(frozen=True)
class Source:
    """A file to index as it was when looked at: size in bytes, time of change in ns."""

    file: Path
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, file: Path) -> Source:
        """Look at the file, or the archive that it is in; OSError where that is not possible."""
        found = archive.on_disk(file).stat()
        return cls(file, found.st_size, found.st_mtime_ns)

    @cached_property
    def path(self) -> str:
        """The absolute path as stored."""
        return stored_path(self.file)

    @property
    def name(self) -> str:
        """The file's own name; in an archive, with that of the archive before it."""
        return archive.name_of(Path(self.path))

    @cached_property
    def sha256(self) -> str:
        """The digest of the file's bytes; OSError where it cannot be read, Unreadable where it is in an archive."""
        inside = archive.member(self.file)
        if inside is not None:
            return hashlib.sha256(inside).hexdigest()
        with self.file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()


def stored_path(file: Path) -> str:
    """The absolute path of a file as text that can be stored."""
    return _storable(os.path.abspath(file))


def _storable(text: str) -> str:
    """The text with what is not UTF-8 (in the name of a file) written as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


class Writer:
    """Writes to the index at `path`, making it where there is none. `version` is that of the extraction.

    A document is known by the digest of its bytes: the same file under two names is one document with two paths.
    """

    def __init__(self, path: Path, version: str) -> None:
        self.path = path
        self.version = version
        self._writing = False
        self._waiting: dict[str, tuple[Compact, Source]] = {}
        self._contents: set[str] = set()
        self._rows, self._since = 0, 0.0
        self._connection = self._open()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write what waits and close the index, then one file that can be copied and read from a read-only place."""
        try:
            self.flush()
        finally:
            self._close()

    def _close(self) -> None:
        if self._writing:
            with suppress(sqlite3.OperationalError):  # someone reads: the write-ahead log stays
                self._connection.execute("PRAGMA busy_timeout = 100")
                self._connection.execute("PRAGMA analysis_limit = 1000")
                self._connection.execute("ANALYZE")  # which of two indices finds fewer rows
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def seen(self, source: Source) -> bool:
        """True where this path, with this size and time of change, was indexed by this version.

        Not where it had just changed when it was indexed, or will only change in the future (a clock was set back): the
        next change may not show in its time.
        """
        self._look(source.path)
        found = self._connection.execute(
            "SELECT d.indexed_at FROM files f JOIN documents d ON d.id = f.document_id"
            " WHERE f.path = ? AND f.size = ? AND f.mtime_ns = ? AND d.version = ?",
            [source.path, source.size, source.mtime_ns, self.version],
        )
        row = found.fetchone()
        return row is not None and source.mtime_ns + FRESH < datetime.fromisoformat(row[0]).timestamp() * 10**9

    def knows(self, path: str) -> bool:
        """True where the index holds this path."""
        self._look(path)
        return self._connection.execute("SELECT 1 FROM files WHERE path = ?", [path]).fetchone() is not None

    def link(self, source: Source) -> bool:
        """Where the content is known to this version, note that `source` holds it too; else False.

        Content that could not be read under one kind of name may be readable under another.
        """
        if source.sha256 in self._contents:
            self.flush()
        found = self._connection.execute(
            "SELECT id, status, name FROM documents WHERE sha256 = ? AND version = ?", [source.sha256, self.version]
        ).fetchone()
        if found is None or (found["status"] != "ok" and suffix(found["name"]) != suffix(source.name)):
            return False
        held = "SELECT 1 FROM files WHERE path = ? AND size = ? AND mtime_ns = ? AND document_id = ?"
        same = [source.path, source.size, source.mtime_ns, found["id"]]
        if self._connection.execute(held, same).fetchone() is None:
            with self._transaction():
                self._attach(source, found["id"])
        return True

    def add(self, extraction: Extraction, source: Source) -> None:
        """Write one document, in place of what the index held of it."""
        self.add_part(part(extraction, source.name), source)

    def add_part(self, part: Part | Compact, source: Source) -> None:
        """Have one document written that was made into rows elsewhere, in place of what the index held of it.

        It may wait for others to be written with it: for seconds where more follow, else until `flush`.
        """
        self._look(source.path)
        if not self._waiting:
            self._since = time.monotonic()
        stored = part if isinstance(part, Compact) else compact(part)
        self._waiting[source.path] = stored, source
        self._contents.add(source.sha256)
        self._rows += stored.rows
        if self._rows >= BATCH or time.monotonic() - self._since >= SOON:
            self.flush()

    def flush(self) -> None:
        """Write the documents that wait, in one transaction; they are given up where that cannot be done."""
        if not self._waiting:
            return
        try:
            with self._committed():
                for part, source in self._waiting.values():
                    make = partial(insert, self._connection, part, source.sha256, self.version, _now())
                    self._replace(source, source.sha256, make)
        except KeyboardInterrupt:  # another try, before the index is closed, may do it
            raise
        except BaseException:
            self._forget_waiting()
            raise
        self._forget_waiting()

    def _forget_waiting(self) -> None:
        self._waiting.clear()
        self._contents.clear()
        self._rows = 0

    def _look(self, path: str) -> None:
        """Before it is looked at what the index holds under a path."""
        if path in self._waiting:
            self.flush()

    def add_unreadable(self, source: Source, status: str, message: str, again: bool = False) -> None:
        """Note that a file could not be read: `status` for programs, `message` for people; `again`: look next time."""
        try:
            sha256 = "" if again else source.sha256
        except (OSError, Unreadable):
            sha256 = ""
        if not sha256:
            sha256, source = f"unread:{source.path}", replace(source, size=-1, mtime_ns=-1)
        row = {
            **unread(source.name, status, message),
            "sha256": sha256,
            "version": self.version,
            "indexed_at": _now(),
        }
        sql = f"INSERT INTO documents ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
        with self._transaction():
            self._replace(source, sha256, lambda: int(self._connection.execute(sql, [*row.values()]).lastrowid or 0))

    def forget_failures(self) -> None:
        """Have the next run try again what a fault, a crash or a limit kept from being read."""
        with self._transaction():
            sql = f"UPDATE documents SET version = '' WHERE status IN ({', '.join('?' * len(FAILURES))})"
            self._connection.execute(sql, FAILURES)

    def remove(self, path: str) -> bool:
        """Forget a path, and its document where no other path holds it; False where the path is not known."""
        with self._transaction():
            old = self._document_of(path)
            self._connection.execute("DELETE FROM files WHERE path = ?", [path])
            self._settle(old)
        return old is not None

    def prune(self, roots: Sequence[Path]) -> list[str]:
        """Forget the files at or below `roots` that are no longer there; their paths."""
        tops = [stored_path(root) for root in roots]
        paths = [row["path"] for row in self._connection.execute("SELECT path FROM files ORDER BY path")]
        below = (p for p in paths if any(p == top or p.startswith(top.rstrip(os.sep) + os.sep) for top in tops))
        gone = [path for path in below if not archive.exists(Path(path))]
        for path in gone:
            self.remove(path)
        return gone

    def drop_unused_subjects(self) -> None:
        """Forget the subjects that no fact names any more."""
        with self._transaction():
            self._connection.execute(
                "DELETE FROM subjects WHERE id NOT IN (SELECT subject_id FROM amounts)"
                " AND id NOT IN (SELECT subject_id FROM variances)"
            )

    def _replace(self, source: Source, sha256: str, make: Callable[[], int]) -> None:
        """Write the document of this content anew; the other paths that hold it go over to the new one."""
        held = "SELECT path, size, mtime_ns FROM files JOIN documents d ON d.id = document_id WHERE sha256 = ?"
        others = [tuple(row) for row in self._connection.execute(held, [sha256]) if row["path"] != source.path]
        for row in self._connection.execute("SELECT id FROM documents WHERE sha256 = ?", [sha256]).fetchall():
            self._delete(row[0])
        document_id = make()
        for path, size, mtime_ns in others:
            self._file(path, size, mtime_ns, document_id)
        self._attach(source, document_id)

    def _attach(self, source: Source, document_id: int) -> None:
        old = self._document_of(source.path)
        self._file(source.path, source.size, source.mtime_ns, document_id)
        for each in {old, document_id}:
            self._settle(each)

    def _file(self, path: str, size: int, mtime_ns: int, document_id: int) -> None:
        # Not as one INSERT OR …, before which SQLite makes a savepoint, and FTS5 then writes out all that it has.
        self._connection.execute("DELETE FROM files WHERE path = ?", [path])
        sql = "INSERT INTO files (path, size, mtime_ns, document_id) VALUES (?, ?, ?, ?)"
        self._connection.execute(sql, [path, size, mtime_ns, document_id])

    def _document_of(self, path: str) -> int | None:
        found = self._connection.execute("SELECT document_id FROM files WHERE path = ?", [path]).fetchone()
        return found[0] if found else None

    def _settle(self, document_id: int | None) -> None:
        """Call a document by the first of its paths, whatever the order they were met in; drop it without any."""
        if document_id is None:
            return
        first = self._connection.execute("SELECT min(path) FROM files WHERE document_id = ?", [document_id]).fetchone()
        if first[0] is None:
            self._delete(document_id)
        else:
            self._call(document_id, archive.name_in(first[0]))

    def _call(self, document_id: int, name: str) -> None:
        sql = "SELECT name, organisation FROM documents WHERE id = ?"
        found = self._connection.execute(sql, [document_id]).fetchone()
        if found is None or found["name"] == name:
            return
        by_name = not found["organisation"]  # it is searched for by its name
        if by_name:
            fulltext.forget(self._connection, document_id)
        self._connection.execute("UPDATE documents SET name = ? WHERE id = ?", [name, document_id])
        if by_name:
            fulltext.add(self._connection, document_id)

    def _delete(self, document_id: int) -> None:
        fulltext.forget(self._connection, document_id)
        self._connection.execute("DELETE FROM documents WHERE id = ?", [document_id])

    def _open(self) -> sqlite3.Connection:
        try:
            if not self.path.exists() or (self.path.is_file() and self.path.stat().st_size == 0):
                create(self.path)
            elif self.path.is_file() and is_old(self.path):
                migrate(self.path, BUSY)
            connection = sqlite3.connect(self.path, isolation_level=None, timeout=BUSY)
        except sqlite3.OperationalError as wrong:
            raise self._told(wrong) from wrong
        except sqlite3.DatabaseError as wrong:
            raise JuesuanError(say("db.damaged", path=self.path)) from wrong
        except OSError as wrong:
            key = "db.full" if wrong.errno == errno.ENOSPC else "db.unwritable"
            raise JuesuanError(say(key, path=self.path)) from wrong
        connection.row_factory = sqlite3.Row
        try:
            check(connection, self.path)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA recursive_triggers = ON")
        except sqlite3.OperationalError as wrong:
            connection.close()
            raise self._told(wrong) from wrong
        except JuesuanError:
            connection.close()
            raise
        return connection

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One change, after those that wait."""
        self.flush()
        with self._committed():
            yield

    @contextmanager
    def _committed(self) -> Iterator[None]:
        try:
            if not self._writing:
                for setting in PACE:
                    self._connection.execute(f"PRAGMA {setting}")
                self._writing = True
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as wrong:
            raise self._told(wrong) from wrong
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException as wrong:  # Ctrl-C too: nothing half-written stays
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(wrong, sqlite3.OperationalError):
                raise self._told(wrong) from wrong
            raise

    def _told(self, wrong: sqlite3.OperationalError) -> JuesuanError:
        """What kept us from writing."""
        if is_busy(wrong):
            return JuesuanError(say("db.busy", path=self.path))
        code = getattr(wrong, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return JuesuanError(say("db.full", path=self.path))
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return JuesuanError(say("db.unwritable", path=self.path))
        return JuesuanError(say("db.write", path=self.path, detail=wrong))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
