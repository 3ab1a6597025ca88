"""`juesuan organisations`: whose reports the index holds, under one name each; and deciding which names are the same."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option
from extractor.commands.output import echo, echo_json, table
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.organisations import Decisions, Organisation, Proposal, proposals, reconciled
from extractor.organisations.decisions import CALLED, DESCRIBED, DIFFERENT, SAME
from extractor.store import open_index

_TITLES = ("organisation", "region", "level", "type", ">documents", "years", "aliases")


@click.command("organisations", cls=Command, help="organisations.help")
@click.option("--review", is_flag=True, help="opt.review_names")
@click.option("--proposals", "propose", is_flag=True, help="opt.proposals")
@click.option("--same", nargs=2, metavar="A B", help="opt.same")
@click.option("--different", nargs=2, metavar="A B", help="opt.different")
@click.option("--call", nargs=2, metavar="A B", help="opt.call")
@click.option("--describe", nargs=3, metavar="A region|level|kind B", help="opt.describe")
@click.option("--why", default="", metavar="TEXT", help="opt.because")
@db_option
@json_option
def command(
    review: bool, propose: bool, same: tuple[str, str] | None, different: tuple[str, str] | None,
    call: tuple[str, str] | None, describe: tuple[str, str, str] | None, why: str, db: Path, as_json: bool,
) -> int:  # fmt: skip
    """List the organisations, or decide about their names."""
    with open_index(db) as index:
        decisions = Decisions.beside(db)
        known = index.organisations()
        for action, names in ((SAME, same), (DIFFERENT, different), (CALLED, call)):
            if names:
                _decide(decisions, known, action, names, why)
        if describe:
            name, what, value = describe
            if what not in DESCRIBED:
                raise JuesuanError(say("organisations.describe", what=what), exit_code=2)
            _decide(decisions, known, what, (name, value), why)
        organisations = reconciled(index)
        found = proposals(organisations, decisions) if review or propose else []
        if review:
            return _review(decisions, found)
    if propose:
        return _proposed(found, as_json)
    if as_json:
        echo_json([asdict(one) for one in organisations])
    elif organisations:
        table([_title(name) for name in _TITLES], map(_cells, organisations))
    else:
        echo(say("organisations.none"), error=True)
    return 0 if organisations else 1


def _decide(decisions: Decisions, known: list[str], action: str, names: tuple[str, str], why: str) -> None:
    must = names if action in (SAME, DIFFERENT) else names[:1]
    wrong = next((name for name in must if name not in known), None)
    if wrong is not None:
        raise JuesuanError(say("organisations.unknown", name=wrong))
    decisions.decide(action, *names, why=why)


def _proposed(found: list[Proposal], as_json: bool) -> int:
    if as_json:
        echo_json([asdict(each) for each in found])
    else:
        for each in found:
            echo(_told(each))
        if not found:
            echo(say("organisations.no_proposals"), error=True)
    return 0 if found else 1


def _told(each: Proposal) -> str:
    because = say(f"organisations.because.{each.because}")
    return say("organisations.proposal", one=clean(each.one), other=clean(each.other), because=because)


def _review(decisions: Decisions, found: list[Proposal]) -> int:
    """Ask about one pair after the other; an answer is written at once, so that one may stop at any time."""
    if not found:
        echo(say("organisations.no_proposals"), error=True)
        return 1
    answered = 0
    for number, each in enumerate(found, 1):
        echo(f"{number}/{len(found)} {_told(each)}")
        answer = _ask()
        if answer == "q":
            break
        if answer in "yn":
            decisions.decide(SAME if answer == "y" else DIFFERENT, each.one, each.other)
            answered += 1
    echo(say("organisations.reviewed", count=answered, path=clean(decisions.file)))
    return 0


def _ask() -> str:
    """y, n, s (later) or q; the end of the input is q."""
    while True:
        echo(say("organisations.ask"), error=True)
        line = sys.stdin.readline()
        answer = line.strip().casefold()[:1] or ("s" if line else "q")
        if answer in "ynsq":
            return answer


def _title(name: str) -> str:
    return name[: name.startswith(">")] + say(f"col.{name.removeprefix('>')}")


def _cells(one: Organisation) -> list[object]:
    years = ", ".join(map(str, one.years))
    others = "、".join(alias for alias in one.aliases if alias != one.name)
    return [one.name, one.region, one.level, one.kind, one.documents, years, others]
