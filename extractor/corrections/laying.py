"""Views laid over those of an index: the rows that no correction touches, and those that one does, as they are after it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from extractor.corrections.decisions import REJECTED, Reviewed
from extractor.corrections.fields import KINDS, Row
from extractor.records import Variance
from extractor.store import explained
from extractor.store.contract import EVERY
from extractor.store.fill import Comparison
from extractor.store.tokens import normalise
from extractor.store.views import DERIVED, VIEWS

_REVIEWED = "reviewed_"
_NAMES = {
    "reason": ("reasons", "category"),
    "project": ("projects", "project"),
    "indicator": ("indicators", "indicator"),
}
_SHOWN = f"review <> '{REJECTED}'"


def lay(connection: sqlite3.Connection, reviewed: Reviewed) -> None:
    """Temporary views of the names of the views and tables that hold facts of the reviewed kinds."""
    subjects = {row["subject"] for kind in ("amount", "variance") for row in reviewed.rows.get(kind, {}).values()}
    _new_subjects(connection, subjects)
    for kind, rows in reviewed.rows.items():
        view = KINDS[kind].view
        columns = _fill(connection, view, rows.values())
        _shadow(connection, view, columns, f"{_REVIEWED}{view}", _SHOWN)
        _shadow(connection, f"{EVERY}{view}", columns, f"{_REVIEWED}{view}", "1", of=view)
        if kind in _NAMES:
            table, column = _NAMES[kind]
            _shadow(connection, table, f"id, document_id, {column}", f"{_REVIEWED}{view}", _SHOWN)
        if kind == "variance":
            _shadow(connection, "v_reasons", columns, f"{_REVIEWED}{view}", f"{_SHOWN} AND reason IS NOT NULL")
            every = f"{EVERY}v_reasons"
            _shadow(connection, every, columns, f"{_REVIEWED}{view}", "reason IS NOT NULL", of="v_reasons")
            _explained(connection, rows.values())
        if kind == "amount":
            _amounts(connection, rows.values())
        if kind == "finding":
            own = ", ".join(_columns(connection, "main", "findings"))
            _shadow(connection, "findings", own, f"{_REVIEWED}{view}", _SHOWN)
    for view in DERIVED:
        connection.execute(f"CREATE TEMP VIEW {view} AS {VIEWS[view]}")


def _fill(connection: sqlite3.Connection, view: str, rows: Iterable[Row], extra: str = "") -> str:
    """A table of the columns of the view, and of the `extra` one, that holds the rows; the columns."""
    table = f"temp.{_REVIEWED}{view}"
    more = f", {extra}" if extra else ""
    connection.execute(f"CREATE TABLE {table} AS SELECT *{more} FROM main.{view} WHERE 0")
    names = _columns(connection, "temp", f"{_REVIEWED}{view}")
    connection.execute(f"CREATE UNIQUE INDEX temp.{_REVIEWED}{view}_id ON {_REVIEWED}{view} (id)")
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})", [[row.get(name.strip('"')) for name in names] for row in rows]
    )
    return ", ".join(names)


def _columns(connection: sqlite3.Connection, schema: str, table: str) -> list[str]:
    """The columns of a table, quoted."""
    return [f'"{row[1]}"' for row in connection.execute(f"PRAGMA {schema}.table_info({table})")]


def _shadow(
    connection: sqlite3.Connection, name: str, columns: str, table: str, which: str, of: str = "", touched: str = ""
) -> None:
    """A temporary view `name`: the rows of the index that no correction touches, and of `table` those it is to show."""
    connection.execute(
        f"CREATE TEMP VIEW {name} AS SELECT {columns} FROM main.{of or name}"
        f" WHERE id NOT IN (SELECT id FROM temp.{touched or table})"
        f" UNION ALL SELECT {columns} FROM temp.{table} WHERE {which}"
    )


def _new_subjects(connection: sqlite3.Connection, named: Iterable[str]) -> None:
    """Subjects that only a correction names."""
    known = "SELECT 1 FROM main.subjects WHERE name = ?"
    new = sorted(name for name in named if not connection.execute(known, [name]).fetchone())
    if not new:
        return
    connection.execute("CREATE TABLE temp.reviewed_subjects AS SELECT * FROM main.subjects WHERE 0")
    for at, name in enumerate(new, 1):
        parts = name.split("/")
        values = [-at, name, None, *(*parts, None, None, None)[:3], parts[-1], normalise(name)]
        connection.execute("INSERT INTO temp.reviewed_subjects VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    connection.execute(
        "CREATE TEMP VIEW subjects AS SELECT * FROM main.subjects UNION ALL SELECT * FROM temp.reviewed_subjects"
    )


_SUBJECT = "SELECT id FROM subjects WHERE name = ?"


def _amounts(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """The amounts as they are stored: with the id of their subject."""
    shown = [row for row in rows if row["review"] != REJECTED]
    whose = [{**row, "subject_id": connection.execute(_SUBJECT, [row["subject"]]).fetchone()[0]} for row in shown]
    columns = _fill(connection, "amounts", whose)
    _shadow(connection, "amounts", columns, f"{_REVIEWED}amounts", "1", touched=f"{_REVIEWED}v_amounts")


def _explained(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """The narrow rows that lists are made from."""
    narrow = [
        _narrow(connection, row) | {"document_id": row["document_id"], "review": row["review"]}
        for row in rows
        if row["reason"] is not None
    ]
    table, touched = f"{_REVIEWED}explained", f"{_REVIEWED}v_variances"
    columns = _fill(connection, "explained", narrow, extra="NULL AS review").removesuffix(', "review"')
    _shadow(connection, "explained", columns, table, _SHOWN, touched=touched)
    _shadow(connection, f"{EVERY}explained", columns, table, "1", of="explained", touched=touched)


def _narrow(connection: sqlite3.Connection, row: Row) -> Row:
    place = {name: row[name] for name in ("document", "year", "start", "end", "quote")}
    own = ("subject", "compared_with", "change_rate", "direction", "category")
    variance = Variance(**place, **{name: row[name] for name in own})
    full = Comparison(*(row[name] for name in ("budget", "actual", "difference", "completion_rate", "unit")))
    passage = "SELECT id FROM main.passages WHERE document_id = ? AND start <= ? ORDER BY start DESC LIMIT 1"
    found = connection.execute(passage, [row["document_id"], row["start"]]).fetchone()
    subject = connection.execute(_SUBJECT, [row["subject"]]).fetchone()[0]
    narrow = explained.row(row["id"], variance, full, found[0] if found else None, subject)
    return narrow | {"categories": row["categories"]}
