"""`juesuan correct`: accept, reject or correct one fact, or take a decision back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.output import echo, echo_json
from extractor.corrections import Correction, Corrections
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store import open_index
from extractor.store.contract import KIND_NAMES


@click.command("correct", cls=Command, help="correct.help")
@click.argument("which", metavar="ID")
@click.argument("changes", nargs=-1, metavar="FIELD=VALUE...")
@click.option("--kind", type=click.Choice(KIND_NAMES), default="variance", help="opt.fact_kind")
@click.option("--accept", is_flag=True, help="opt.accept")
@click.option("--reject", is_flag=True, help="opt.reject")
@click.option("--undo", is_flag=True, help="opt.undo")
@click.option("--why", default="", metavar="TEXT", help="opt.because")
@click.option("--who", default=None, metavar="TEXT", help="opt.who")
@db_option
@json_option
def command(
    which: str, changes: tuple[str, ...], kind: str, accept: bool, reject: bool, undo: bool, why: str, who: str | None,
    db: Path, as_json: bool,
) -> int:  # fmt: skip
    """Write one line into the file of corrections beside the index."""
    if accept + reject + undo + bool(changes) != 1:
        raise JuesuanError(say("correct.one"), exit_code=2)
    with open_index(db):  # one sentence where there is none
        corrections = Corrections.beside(db, who)
    if undo:
        made = corrections.undo(which, why)
    elif accept:
        made = corrections.accept((kind, _id(which)), why)
    elif reject:
        made = corrections.reject((kind, _id(which)), why)
    else:
        made = corrections.correct((kind, _id(which)), _changes(changes), why)
    if as_json:
        echo_json(asdict(made))
    else:
        echo(say("correct.done", line=clean(told(made)), path=clean(corrections.file)))
    return 0


def told(correction: Correction) -> str:
    """A correction in one line."""
    fact: dict[str, Any] = correction.fact
    about = [fact.get(name) for name in ("organisation", "year", "subject", "project", "indicator", "rule")]
    changes = [f"{name}: {'' if old is None else old} → {'' if new is None else new}"
               for name, (old, new) in correction.changes.items()]  # fmt: skip
    parts = [
        correction.id,
        say(f"correct.{correction.action}"),
        correction.undoes,
        *(str(part) for part in about if part),
        *changes,
    ]
    return " ".join(part for part in parts if part)


def _id(which: str) -> int:
    if not which.isascii() or not which.isdigit():
        raise JuesuanError(say("correct.id", id=which), exit_code=2)
    return int(which)


def _changes(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    wrong = next((each for each, (_, equals, _) in zip(given, pairs, strict=True) if not equals), None)
    if wrong is not None:
        raise JuesuanError(say("correct.pair", given=wrong), exit_code=2)
    return {name.strip(): value for name, _, value in pairs}
