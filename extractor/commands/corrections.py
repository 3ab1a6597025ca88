"""`juesuan corrections`: what was decided, and which decisions apply to nothing any more."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.correct import told
from extractor.commands.output import echo, echo_json, faint
from extractor.corrections import Correction, Corrections
from extractor.messages import say
from extractor.store import open_index


@click.command("corrections", cls=Command, help="corrections.help")
@click.option("--lost", "only_lost", is_flag=True, help="opt.lost")
@db_option
@json_option
def command(only_lost: bool, db: Path, as_json: bool) -> int:
    """List the corrections beside the index, oldest first; a lost one is said to be lost, and why."""
    with open_index(db) as index:
        book = Corrections.beside(db)
        lost = {each.correction.id: each.missing for each in book.lost(index)}
        in_force = {each.id for each in book.in_force()}
        shown = [each for each in book.all() if not only_lost or each.id in lost]
    if as_json:
        echo_json([asdict(each) | {"in_force": each.id in in_force, "lost": lost.get(each.id)} for each in shown])
    else:
        for each in shown:
            _print(each, each.id in in_force, lost.get(each.id))
        if not shown:
            echo(say("corrections.none"), error=True)
    if lost and not as_json:
        echo(say("corrections.lost", count=len(lost)), error=True)
    return 0 if shown else 1


def _print(correction: Correction, in_force: bool, missing: str | None) -> None:
    undone = "" if in_force or correction.action == "undo" else f" [{say('corrections.undone')}]"
    lost = f" [{say(f'corrections.missing.{missing}')}]" if missing else ""
    echo(clean(told(correction)) + undone + lost)
    quote = str(correction.fact.get("quote") or "")
    about = [correction.when, correction.who, correction.why, correction.document, f"「{quote}」" if quote else ""]
    echo("   " + faint(" · ".join(clean(part) for part in about if part)))
