"""docs/schema.md, made from the code: `python -m extractor.store.documenting > docs/schema.md`."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from extractor.store import dictionary
from extractor.store.database import APPLICATION_ID, SCHEMA_VERSION
from extractor.store.schema import REFERENCES, TABLES, WITHIN, create
from extractor.store.views import VIEWS

_TEMPLATE = Path(__file__).with_name("schema.template.md")
_TYPES = {int: "integer", str: "text", float: "real"}


def schema() -> str:
    """The whole page, in Markdown."""
    made = {
        "application": f"0x{APPLICATION_ID:08X}",
        "version": str(SCHEMA_VERSION),
        "views": "\n".join(_views()),
        "tables": "\n".join(_tables()),
        "columns": "\n".join(_columns()),
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda each: made[each[1]], _TEMPLATE.read_text(encoding="utf-8"))


def columns_of_views() -> dict[str, list[str]]:
    """The columns of every view."""
    with tempfile.TemporaryDirectory() as folder:
        create(Path(folder) / "index.db")
        database = sqlite3.connect(Path(folder) / "index.db")
        found = {view: [row[1] for row in database.execute(f"PRAGMA table_info({view})")] for view in VIEWS}
        database.close()
    return found


def _views() -> Iterator[str]:
    yield from ("| view | one row is | columns |", "|---|---|---|")
    for view, columns in columns_of_views().items():
        yield f"| `{view}` | {dictionary.table(view)[1]} | {', '.join(columns)} |"


def _tables() -> Iterator[str]:
    yield from ("| table | one row is | columns | belongs to |", "|---|---|---|---|")
    for table, columns in TABLES.items():
        own = ", ".join(columns)
        points = {**REFERENCES, **WITHIN}
        above = ", ".join(dict.fromkeys(points[each] for each in columns if each in points))
        yield f"| `{table}` | {dictionary.table(table)[1]} | {own} | {above} |"


def _columns() -> Iterator[str]:
    types: dict[str, dict[str, None]] = {}
    for columns in TABLES.values():
        for name, type_ in columns.items():
            types.setdefault(name, {})[_TYPES[type_]] = None
    names = dict.fromkeys([*types, *(name for columns in columns_of_views().values() for name in columns)])
    yield from ("| column | | type | |", "|---|---|---|---|")
    for name in sorted(names):
        chinese, english = dictionary.described(name, english=False), dictionary.described(name, english=True)
        yield f"| `{name}` | {chinese} | {', '.join(types.get(name, {}))} | {english} |"


if __name__ == "__main__":
    print(schema(), end="")
