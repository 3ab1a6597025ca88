"""`juesuan ask`: a question in Chinese, an answer with its citations; without a question, a prompt for several."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option, limit_option
from extractor.commands.facts import fact
from extractor.commands.output import echo, echo_json, emphasised, faint, money
from extractor.messages import say
from extractor.store import open_index

if TYPE_CHECKING:
    from extractor.questions import Answer, Conversation


@click.command("ask", cls=Command, help="ask.help")
@click.argument("question", nargs=-1, metavar="QUESTION")
@db_option
@click.option("--suggest", "offer", is_flag=True, help="opt.suggest")
@click.option("--sql", "with_sql", is_flag=True, help="opt.sql")
@limit_option(10)
@json_option
def command(question: tuple[str, ...], db: Path, offer: bool, with_sql: bool, limit: int, as_json: bool) -> int:
    """Answer a question from the index, or one after the other."""
    from extractor.questions import Conversation, ask, suggest

    with open_index(db) as index:
        if offer:
            return _offer(suggest(index, limit), as_json)
        if not question:
            return _talk(Conversation(index), with_sql, as_json)
        return _answer(ask(index, " ".join(question)), with_sql, as_json)


def _answer(answer: Answer, with_sql: bool, as_json: bool) -> int:
    if as_json:
        echo_json(answer.to_dict())
    else:
        _show(answer.to_dict(), with_sql)
    return 0 if answer.answered else 1


def _offer(questions: list[str], as_json: bool) -> int:
    if as_json:
        echo_json({"suggestions": questions})
    for question in () if as_json else questions:
        echo(clean(question))
    if not questions:
        echo(say("ask.none"), error=True)
    return 0 if questions else 1


def _talk(conversation: Conversation, with_sql: bool, as_json: bool) -> int:
    """Ask until nothing more is typed; 0 where the last question was answered."""
    typing = sys.stdin.isatty()
    if typing:
        echo(faint(say("ask.prompt")))
        for question in conversation.suggestions(3):
            echo(faint(say("ask.suggestion", suggestion=clean(question))))
    code = 0
    for typed in _lines(typing):
        if typed in ("新", "new"):
            conversation.forget()
        elif typed in ("?", "？"):
            _offer(conversation.suggestions(10), as_json)
        else:
            code = _answer(_asked(conversation, typed), with_sql, as_json)
    return code


def _asked(conversation: Conversation, typed: str) -> Answer:
    """The answer to a question, or to the last one with a part corrected: 2=住房公积金."""
    number, corrects, text = typed.replace("＝", "=").partition("=")
    if corrects and number.strip().isdecimal() and conversation.turns:
        parts = conversation.turns[-1].answer.parts
        if 0 < int(number) <= len(parts):
            return conversation.correct(int(number) - 1, text.strip())
    return conversation.ask(typed)


def _lines(typing: bool) -> Iterator[str]:
    """What is typed, a line at a time, without the empty ones; ends with the input or an empty line at a prompt."""
    while True:
        try:
            line = input("> ") if typing else sys.stdin.readline()
        except (EOFError, KeyboardInterrupt):
            return
        if not line.strip() and (typing or not line):
            return
        if line.strip():
            yield line.strip()


def _show(answer: dict[str, Any], with_sql: bool) -> None:
    if answer["understood"]:
        echo(faint(say("ask.understood", understood=clean(answer["understood"]))))
    parts = answer["parts"]
    if parts:
        named = (f"{number} {part['name']}「{clean(part['text'])}」" for number, part in enumerate(parts, 1))
        echo(faint(say("ask.parts", parts=" ".join(named))))
    for assumed in answer["assumed"]:
        echo(faint(clean(assumed)))
    if answer["message"]:
        echo(clean(answer["message"]), error=not answer["answered"])
    if answer["answer"]:
        echo(emphasised(money(answer["answer"]["value"], answer["answer"]["unit"])))
    for number, row in enumerate(answer["rows"], 1):
        echo(f"{number}. " + fact(row))
    for suggestion in answer["suggestions"]:
        echo(faint(say("ask.suggestion", suggestion=clean(suggestion))), error=not answer["answered"])
    if with_sql and answer["sql"]:
        echo(faint(say("ask.sql", sql=clean(answer["sql"]))))
        echo(faint(say("ask.params", params=clean("、".join(map(str, answer["params"]))))))
