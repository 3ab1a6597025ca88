"""`juesuan reasons`: which items differ from their base, by how much, and why."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from extractor.commands.common import Command, db_option, filter_options, json_option, limit_option, wanted
from extractor.commands.output import cited, echo, echo_json, faint, leaf, money, table
from extractor.messages import say
from extractor.store import open_index
from extractor.store.rows import ReasonRow


@click.command("reasons", cls=Command, help="reasons.help")
@filter_options("organisation", "year", "subject", "category", "wording", "direction", "document", "review")
@click.option("--why", type=click.IntRange(min=1), metavar="ID", help="opt.why")
@limit_option(50)
@db_option
@json_option
def command(db: Path, limit: int, why: int | None, as_json: bool, **filters: Any) -> int:
    """Show the explained comparisons that fit the filters, or which words decided the categories of one."""
    if why is not None:
        from extractor.commands.why import explain_categories

        return explain_categories(db, why, as_json)
    chosen = wanted(**filters)
    with open_index(db) as index:
        total = index.count_reasons(chosen)
        rows = index.reasons(chosen, limit=limit)
    if as_json:
        echo_json({"total": total, "rows": [asdict(row) for row in rows]})
    elif not rows:
        echo(say("reasons.none"), error=True)
    else:
        names = (
            ">id",
            "organisation",
            "subject",
            "base",
            ">budget",
            ">actual",
            ">difference",
            "reason",
            "category",
            "source",
        )
        table([_title(name) for name in names], map(_cells, rows))
        if total > len(rows):
            echo(faint(say("rows.total", total=total, shown=len(rows))), error=True)
    return 0 if rows else 1


def _title(name: str) -> str:
    return name[: name.startswith(">")] + say(f"col.{name.removeprefix('>')}")


def _cells(row: ReasonRow) -> list[object]:
    who = " ".join(str(part) for part in (row.organisation, row.year) if part is not None)
    figures = [money(value, row.unit) for value in (row.budget, row.actual, row.difference)]
    base = row.compared_with + (f" {row.completion_rate}%" if row.completion_rate else "")
    return [row.id, who, leaf(row.subject), base, *figures, row.reason, row.categories, cited(row.document, row.page)]
