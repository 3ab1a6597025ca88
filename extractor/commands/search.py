"""`juesuan search`: full-text search."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option, limit_option
from extractor.commands.output import cited, echo, echo_json, faint, marked
from extractor.messages import say
from extractor.store import open_index
from extractor.store.rows import Hit


@click.command("search", cls=Command, help="search.help")
@click.argument("terms", nargs=-1, required=True, metavar="TERM...")
@db_option
@click.option("--document", metavar="TEXT", help="opt.document")
@limit_option(20)
@json_option
def command(terms: tuple[str, ...], db: Path, document: str | None, limit: int, as_json: bool) -> int:
    """Show the passages that hold every term."""
    with open_index(db) as index:
        within = index.document(document).id if document else None
        found = index.search(" ".join(terms), limit=limit, document=within)
    if as_json:
        echo_json(asdict(found))
    elif not found.total:
        echo(say("search.none", terms=clean(" ".join(terms))), error=True)
    else:
        for number, hit in enumerate(found.hits, 1):
            _show(number, hit)
        echo(faint(say("search.total", total=found.total, shown=len(found.hits))))
    return 0 if found.total else 1


def _show(number: int, hit: Hit) -> None:
    place = cited(hit.document, hit.page)
    echo(f"{number}. {place}" + faint(f"  {clean(hit.section)}" if hit.section else ""))
    echo(f"   {marked(hit.snippet, hit.spans)}")
