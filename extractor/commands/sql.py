"""`juesuan sql`: a query of one's own, over an index or straight over the parts that a cluster wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from extractor.commands.common import Command, json_option, limit_option
from extractor.commands.opened import parts_at, place_option
from extractor.commands.output import echo, echo_json, table
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store import open_index

_SECONDS = 600.0
_SELECT = re.compile(r"\s*(SELECT|WITH|VALUES)\b", re.IGNORECASE)

Answer = tuple[Sequence[str], list[tuple[object, ...]]]


@click.command("sql", cls=Command, help="sql.help")
@click.argument("query", metavar="SELECT…")
@limit_option(1000)
@place_option
@json_option
def command(query: str, limit: int, db: str, as_json: bool) -> int:
    """The rows that a SELECT finds."""
    place = parts_at(db)
    titles, rows = _of_index(query, db, limit + 1) if place is None else _of_parts(query, place, limit + 1)
    shown = rows[:limit]
    if as_json:
        echo_json([dict(zip(titles, map(_plain, row), strict=True)) for row in shown])
    elif shown:
        table(titles, shown)
    if len(rows) > limit:
        echo(say("sql.more", limit=limit), error=True)
    return 0 if rows else 1


def _of_index(query: str, db: str, limit: int) -> Answer:
    if not _SELECT.match(query):
        raise JuesuanError(say("sql.select"), exit_code=2)
    with open_index(db, time_limit=_SECONDS) as index:
        found = index.select(query, limit=limit)
    return (found[0].keys() if found else ()), [tuple(row) for row in found]


def _of_parts(query: str, place: str, limit: int) -> Answer:
    from extractor.distributed.lake import Lake

    with Lake(place) as lake:
        found = lake.select(query)
        return [column[0] for column in found.description], found.fetchmany(limit)


def _plain(value: object) -> object:
    """The value as JSON has it; dates and decimals as text."""
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)
