"""`juesuan stats`: how much was read, how well it adds up, which tables were recognised."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from extractor.commands.common import Command, db_option, json_option
from extractor.commands.documents import status
from extractor.commands.output import echo, echo_json, table
from extractor.messages import say
from extractor.store import open_index
from extractor.store.rows import Stats


@click.command("stats", cls=Command, help="stats.help")
@db_option
@json_option
def command(db: Path, as_json: bool) -> int:
    """Print the figures of the index."""
    with open_index(db) as index:
        stats = index.stats()
    if as_json:
        echo_json(asdict(stats))
        return 0
    by_status = say("comma").join(f"{status(word, None)} {count}" for word, count in stats.documents.items())
    by_kind = say("comma").join(f"{say(f'kind.{kind}')} {count}" for kind, count in stats.facts.items())
    echo(say("stats.documents", total=sum(stats.documents.values()), by_status=by_status or "0"))
    echo(say("stats.facts", by_kind=by_kind))
    echo(say("stats.sums", closed=stats.closed, closable=stats.closable))
    echo(say("stats.unbound", unbound=stats.unbound))
    known = sum(sum(d.tables.values()) for d in stats.by_document)
    echo(say("stats.tables", known=known, unknown=sum(len(d.unrecognised) for d in stats.by_document)))
    if stats.by_document:
        echo()
        titles = [
            say("col.document"),
            say("col.status"),
            *(f">{say(f'col.{n}')}" for n in ("facts", "sums", "unbound", "tables")),
        ]
        rows = [
            [
                *(d.name, status(d.status, d.message), d.facts, f"{d.closed}/{d.closable}", d.unbound),
                sum(d.tables.values()),
            ]
            for d in stats.by_document
        ]
        table(titles, rows)
    _unrecognised(stats)
    return 0


def _unrecognised(stats: Stats) -> None:
    """The tables that are none that is known: where they stand, the line that names them, their size."""
    rows = [
        [d.name, each.page, each.title, say("show.size", rows=each.rows, columns=each.columns)]
        for d in stats.by_document
        for each in d.unrecognised
    ]
    if rows:
        echo()
        echo(say("stats.unrecognised"))
        table([say("col.document"), f">{say('col.page')}", say("col.title"), say("col.size")], rows)
