"""`juesuan check`: where reports contradict themselves, and the year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.documents import status
from extractor.commands.output import cited, echo, echo_json, emphasised, faint
from extractor.errors import JuesuanError
from extractor.lexicon import load
from extractor.messages import say
from extractor.store import Index, open_index
from extractor.store.filters import Filter
from extractor.store.rows import DocumentRow

Row = dict[str, Any]
SEVERITIES = ("error", "warning", "note")


@click.command("check", cls=Command, help="check.help")
@click.argument("documents", nargs=-1, metavar="DOCUMENT...")
@click.option("--rule", metavar="TEXT", help="opt.rule")
@click.option("--severity", type=click.Choice(SEVERITIES), default="note", metavar="LEVEL", help="opt.severity")
@db_option
@json_option
def command(documents: tuple[str, ...], rule: str | None, severity: str, db: Path, as_json: bool) -> int:
    """Show the findings of the documents named, of all where none is.

    Exit code 1 where one is an error, 0 where none is, 2 where the check could not be made.
    """
    rules = load("checks")["rules"]
    if rule and not any(rule in name for name in rules):
        raise JuesuanError(say("findings.rule", rule=rule, rules="、".join(rules)), exit_code=2)
    try:
        with open_index(db) as index:
            named = [index.document(name) for name in documents] if documents else index.documents()
            chosen = list({one.id: one for one in named}.values())
            rows = [row for row in _findings(index, chosen) if _wanted(row, rule, severity)]
    except JuesuanError as wrong:
        raise JuesuanError(wrong.message, exit_code=2) from wrong
    limits = [{"document": one.name, "message": status(one.status, one.message)} for one in chosen if _limited(one)]
    if as_json:
        echo_json({"total": len(rows), "rows": rows, "limits": limits})
    else:
        _show(rows)
        for limit in limits:
            echo(f"{clean(limit['document'])}: {clean(limit['message'])}", error=True)
    return 1 if any(row["severity"] == "error" for row in rows) else 0


def _limited(document: DocumentRow) -> bool:
    """Whether something of a document was not read or not checked: its silence then proves less."""
    return document.status != "ok" or document.message is not None


def _findings(index: Index, chosen: Sequence[DocumentRow]) -> list[Row]:
    """The findings kept with the documents, and those between a report and last year's, document by document."""
    from extractor.commands.across import across

    kept: list[Row] = []
    for document in chosen:
        own = [dict(row) for row in index.facts("finding", Filter(documents=(document.id,)))]
        kept += sorted([*own, *across(index, [document])], key=lambda row: (row["start"], row["end"]))
    return kept


def _wanted(row: Row, rule: str | None, severity: str) -> bool:
    return (not rule or rule in row["rule"]) and SEVERITIES.index(row["severity"]) <= SEVERITIES.index(severity)


def _show(rows: Sequence[Row]) -> None:
    if not rows:
        echo(say("findings.none"), error=True)
        return
    document = None
    for row in rows:
        if row["document"] != document:
            document = row["document"]
            echo(emphasised(clean(document)))
        page = f"{say('page', page=row['page'])} " if row["page"] is not None else ""
        echo(f"  {say('severity.' + row['severity'])} [{clean(row['rule'])}] {page}{clean(row['message'])}")
        if row["quote"] not in row["message"]:
            echo(faint(f"      「{clean(row['quote'])}」"))
        if other := row.get("other"):
            echo(faint(f"      {cited(other['document'], other['page'])}：「{clean(other['quote'])}」"))
    counts = Counter(row["severity"] for row in rows)
    echo(emphasised(say("findings.total", **{name: counts[name] for name in SEVERITIES})))
