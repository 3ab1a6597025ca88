"""`juesuan ask`: a question in Chinese, an answer with its citations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.facts import fact
from extractor.commands.output import echo, echo_json, emphasised, faint, money
from extractor.messages import say
from extractor.store import open_index


@click.command("ask", cls=Command, help="ask.help")
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@db_option
@json_option
def command(question: tuple[str, ...], db: Path, as_json: bool) -> int:
    """Answer a question from the index."""
    from extractor.questions import ask

    with open_index(db) as index:
        answer = ask(index, " ".join(question)).to_dict()
    if as_json:
        echo_json(answer)
    else:
        _show(answer)
    return 0 if answer["answered"] else 1


def _show(answer: dict[str, Any]) -> None:
    if answer.get("understood"):
        echo(faint(say("ask.understood", understood=clean(answer["understood"]))))
    if answer.get("message"):
        echo(clean(answer["message"]), error=not answer["answered"])
    if answer.get("answer"):
        echo(emphasised(money(answer["answer"].get("value"), answer["answer"].get("unit"))))
    for number, row in enumerate(answer.get("rows") or [], 1):
        echo(f"{number}. " + fact(row))
    for suggestion in answer.get("suggestions") or []:
        echo(faint(say("ask.suggestion", suggestion=clean(suggestion))), error=not answer["answered"])
