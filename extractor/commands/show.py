"""`juesuan show`: one document, its text, its facts or its tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.documents import status
from extractor.commands.facts import fact
from extractor.commands.output import echo, echo_json, emphasised, faint, grid
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store import Filter, Index, open_index
from extractor.store.rows import DocumentRow, PageRow
from extractor.store.tables import TableRow


@click.command("show", cls=Command, help="show.help")
@click.argument("document", metavar="DOCUMENT")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="opt.page")
@click.option("--facts", is_flag=True, help="opt.facts")
@click.option("--tables", "drawn", is_flag=True, help="opt.tables")
@db_option
@json_option
def command(document: str, page: int | None, facts: bool, drawn: bool, db: Path, as_json: bool) -> int:
    """Print a document's text, what was read from it, or its tables."""
    with open_index(db) as index:
        row = index.document(document)
        text = _text(index, row, page)
        whose = Filter(documents=(row.id,))
        records = [r for r in index.records(wanted=whose) if page is None or r["page"] == page]
        paths = index.paths(row.id)
        tables = index.tables(row.id, page) if drawn else []
        pictures = [p for p in index.pages(row.id) if p.confidence is not None and page in (None, p.number)]
    if as_json:
        shown = {"tables": [asdict(table) for table in tables]} if drawn else {}
        read = [{"page": p.number, "confidence": p.confidence, "doubtful": _doubtful(p)} for p in pictures]
        echo_json(asdict(row) | {"paths": paths, "text": text, "records": records, "ocr": read} | shown)
        return 0
    _head(row, len(records))
    for each in pictures:
        _picture(each, text, 0 if page is None else each.start)
    if pictures:
        echo()
    for record in records if facts else []:
        echo("· " + fact(record))
    for table in tables:
        _draw(table)
    if drawn and not tables:
        echo(say("show.no_tables"), error=True)
    if not facts and not drawn:
        echo(clean(text, lines=True))
    return 1 if drawn and not tables else 0


def _picture(page: PageRow, text: str, begins: int) -> None:
    """Says that a page was read from a picture, and which of its lines the engine was not certain of."""
    if not page.confidence:
        echo(say("show.unread", page=page.number))
        return
    doubtful = [clean(text[start - begins : end - begins]) for start, end in _doubtful(page)]
    said = say("show.doubtful", lines="、".join(f"「{line}」" for line in doubtful)) if doubtful else ""
    echo(say("show.ocr", page=page.number, confidence=f"{page.confidence:.1%}") + said)


def _doubtful(page: PageRow) -> list[tuple[int, int]]:
    """The spans of a page's lines that were read uncertainly."""
    return [(start, end) for start, end in json.loads(page.doubtful or "[]")]


def _draw(table: TableRow) -> None:
    name = table.name or say("show.unrecognised", title=clean(table.title) or say("show.untitled"))
    page = [] if table.page is None else [say("page", page=table.page)]
    size = say("show.size", rows=table.rows, columns=table.columns)
    echo(f"{emphasised(clean(name))} {faint(' · '.join([*page, size]))}")
    grid(table.cells)
    echo()


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
