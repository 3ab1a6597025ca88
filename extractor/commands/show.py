"""`juesuan show`: one document, its text or its facts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.documents import status
from extractor.commands.facts import fact
from extractor.commands.output import echo, echo_json, faint
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store import Filter, Index, open_index
from extractor.store.rows import DocumentRow


@click.command("show", cls=Command, help="show.help")
@click.argument("document", metavar="DOCUMENT")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="opt.page")
@click.option("--facts", is_flag=True, help="opt.facts")
@db_option
@json_option
def command(document: str, page: int | None, facts: bool, db: Path, as_json: bool) -> int:
    """Print a document's text, or what was read from it."""
    with open_index(db) as index:
        row = index.document(document)
        text = _text(index, row, page)
        whose = Filter(documents=(row.id,))
        records = [r for r in index.records(wanted=whose) if page is None or r["page"] == page]
        paths = index.paths(row.id)
    if as_json:
        echo_json(asdict(row) | {"paths": paths, "text": text, "records": records})
        return 0
    _head(row, len(records))
    for record in records if facts else []:
        echo("· " + fact(record))
    if not facts:
        echo(clean(text, lines=True))
    return 0


def _text(index: Index, row: DocumentRow, page: int | None) -> str:
    text = index.text(row.id)
    if page is None:
        return text
    pages = {each.number: each for each in index.pages(row.id)}
    if page not in pages:
        raise JuesuanError(say("show.no_page", name=row.name, page=page, pages=len(pages)))
    return text[pages[page].start : pages[page].end]


def _head(row: DocumentRow, facts: int) -> None:
    known: list[Any] = [row.organisation, row.year, row.kind, status(row.status, row.message)]
    echo(clean(row.name))
    echo(faint(" · ".join(clean(part) for part in known if part)))
    if row.status == "ok":
        figures = {"facts": facts, "closed": row.closed, "closable": row.closable, "unbound": row.unbound}
        echo(faint(say("show.figures", **figures)))
    echo()
