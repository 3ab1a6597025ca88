"""`juesuan documents`: what the index holds."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from extractor.commands.common import Command, db_option, filter_options, json_option, wanted
from extractor.commands.output import echo, echo_json, table
from extractor.messages import knows, say
from extractor.store import open_index
from extractor.store.rows import DocumentRow


@click.command("documents", cls=Command, help="documents.help")
@filter_options("organisation", "year", "kind", "status")
@db_option
@json_option
def command(db: Path, as_json: bool, **filters: Any) -> int:
    """List the documents that fit the filters."""
    with open_index(db) as index:
        rows = index.documents(wanted(**filters))
        paths = {row.id: index.paths(row.id) for row in rows} if as_json else {}
    if as_json:
        echo_json([asdict(row) | {"paths": paths[row.id]} for row in rows])
    elif not rows:
        echo(say("documents.none"), error=True)
    else:
        titles = [
            say(f"col.{name}") for name in ("document", "organisation", "year", "kind", "pages", "status", "sums")
        ]
        table(titles, map(_cells, rows))
    return 0 if rows else 1


def status(word: str, message: str | None) -> str:
    """A status in words, with the reason where there is one."""
    return message or (say(f"status.{word}") if knows(f"status.{word}") else word)


def _cells(row: DocumentRow) -> list[object]:
    sums = f"{row.closed}/{row.closable}" if row.status == "ok" else ""
    return [row.name, row.organisation, row.year, row.kind, row.pages, status(row.status, row.message), sums]
