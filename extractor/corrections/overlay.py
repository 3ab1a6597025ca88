"""Corrections laid over an open index: temporary views of the names of its views, with what was corrected in them.

The file index.db is not touched. Without corrections there is no such view and no cost but a look at the file.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from extractor.corrections.decisions import review
from extractor.corrections.laying import lay
from extractor.corrections.log import beside, in_force, read
from extractor.corrections.passages import mark
from extractor.corrections.places import Finder, by_fact


class Overlay:
    """The corrections beside the index at `db`."""

    def __init__(self, db: Path) -> None:
        self.file = beside(db)

    def stamp(self) -> tuple[int, int] | None:
        """Changes whenever the file does; None where there is none."""
        try:
            found = self.file.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    def apply(self, connection: sqlite3.Connection) -> None:
        """Lay the corrections as they are now over this connection, in place of those of before."""
        corrections = in_force(read(self.file))
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA query_only = 0")  # of temporary tables only: the file itself is opened to be read
        factory, connection.row_factory = connection.row_factory, None
        try:
            _clear(connection)
            if corrections:
                finder = Finder(connection)
                reviewed = review(finder, by_fact(finder, corrections))
                lay(connection, reviewed)
                mark(connection, reviewed)
        finally:
            connection.row_factory = factory
            connection.execute("PRAGMA query_only = 1")


def _clear(connection: sqlite3.Connection) -> None:
    made = connection.execute("SELECT type, name FROM temp.sqlite_master WHERE type IN ('view', 'table')").fetchall()
    for type_, name in sorted(made, reverse=True):  # views before the tables that they read
        if type_ == "view" or not name.startswith("revised_fts_"):  # those go with their virtual table
            connection.execute(f"DROP {type_} IF EXISTS temp.{name}")
