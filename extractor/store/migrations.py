"""An index of the schema before this one made into one of this, row by row, under another name that then takes its place.

Whatever stops it (no room, a killed run) leaves the old index as it was. Ids stay, and so does what else lies in the
file; corrections and decisions lie beside it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from extractor.store import fulltext
from extractor.store.database import APPLICATION_ID, MIGRATED, SCHEMA_VERSION
from extractor.store.schema import TABLES, create
from extractor.store.stored import blank, stretches


def is_old(path: Path) -> bool:
    """True for an index that `migrate` can bring to the present schema."""
    with path.open("rb") as file:
        header = file.read(100)
    version, application = (int.from_bytes(header[at : at + 4], "big") for at in (60, 68))
    return header.startswith(b"SQLite format 3\0") and application == APPLICATION_ID and version in MIGRATED


def migrate(path: Path, wait: float) -> None:
    """Bring the index at `path` to the present schema; sqlite3.Error or OSError where that is not possible.

    `wait`: seconds to wait for another program that writes to it. Programs that read it go on reading the old one.
    """
    path = path.resolve()
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        create(making)
        database = sqlite3.connect(making, isolation_level=None, timeout=wait)
        try:
            database.execute("PRAGMA synchronous = OFF")  # what is half-made is not kept
            database.execute("ATTACH ? AS old", [str(path)])
            database.execute("PRAGMA old.journal_mode = DELETE")  # what stands in a log beside it goes into the file
            database.execute("BEGIN IMMEDIATE")
            if database.execute("PRAGMA old.user_version").fetchone()[0] < SCHEMA_VERSION:  # nobody else was quicker
                _copy(database)
                database.execute("COMMIT")
                database.execute("ANALYZE main")
                shutil.copymode(path, making)
                with making.open("rb+") as made:
                    os.fsync(made.fileno())
                os.replace(making, path)
        finally:
            database.close()
    finally:
        making.unlink(missing_ok=True)


def _copy(database: sqlite3.Connection) -> None:
    database.create_function("blank", 2, blank, deterministic=True)
    for table in TABLES:
        if table not in ("meta", "texts", "passages"):
            columns = ", ".join(f'"{name}"' for name in TABLES[table])
            database.execute(
                f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM old."{table}" ORDER BY rowid'
            )
    for document, text in database.execute("SELECT document_id, text FROM old.texts ORDER BY document_id"):
        parts = [(document, *part) for part in stretches(text)]
        database.executemany("INSERT INTO main.texts (document_id, start, text) VALUES (?, ?, ?)", parts)
    own = [name for name in TABLES["passages"] if name not in ("text", "blank")]
    columns = ", ".join(f'"{name}"' for name in own)
    # As insert.py takes them apart.
    database.execute(
        f"""INSERT INTO main.passages ({columns}, blank, text)
        SELECT {columns}, gap, CASE WHEN gap IS NULL THEN text END FROM (
            SELECT p.*, blank(substr(t.text, p.start + 1, p."end" - p.start), p.text) AS gap
            FROM old.passages p JOIN old.texts t ON t.document_id = p.document_id ORDER BY p.id)"""
    )
    _copy_others(database)
    for (document,) in database.execute("SELECT id FROM main.documents ORDER BY id").fetchall():
        fulltext.add(database, document)


def _copy_others(database: sqlite3.Connection) -> None:
    """Tables that are not of the schema, such as the vectors of reasons."""
    others = database.execute(
        """SELECT name, sql FROM old.sqlite_master WHERE type = 'table' AND sql IS NOT NULL
        AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'passages!_fts%' ESCAPE '!'
        AND name NOT IN (SELECT name FROM main.sqlite_master)"""
    ).fetchall()
    for name, sql in others:
        database.execute(sql)
        database.execute(f'INSERT INTO main."{name}" SELECT * FROM old."{name}"')
