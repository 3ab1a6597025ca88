"""`juesuan lexicon check`: the lexicon tested like code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option, lexicon_option
from extractor.commands.output import echo, echo_json, emphasised, faint
from extractor.lexicon import using
from extractor.lexicon.checking import Checked, Clash, Failed, Silent, Text, check
from extractor.messages import Table, add, say
from extractor.store import open_index
from extractor.structure.flow import normalise

_TEXTS: Table = {
    "check.done": (
        "例句 {examples} 条：不符 {failed}；矛盾 {conflicts}；重叠 {overlaps}",
        "{examples} examples: {failed} failed; {conflicts} conflicts; {overlaps} overlaps",
    ),
    "check.silent": (
        "索引的报告里从未出现：整条 {whole}，个别说法 {wordings}",
        "Never used in the index: {whole} entries, {wordings} single wordings",
    ),
    "check.no_index": ("没有索引，未检查哪些说法从未出现。", "No index: what is never used was not looked for."),
    "check.failed": (
        "不符 {file} {entry}：「{text}」应为 {expected}，读作 {found}",
        "failed {file} {entry}: 「{text}」 should be {expected}, is read as {found}",
    ),
    "check.nothing": ("无", "nothing"),
    "check.conflict": ("矛盾 {file}：「{wording}」属于 {entries}", "conflict {file}: 「{wording}」 is in {entries}"),
    "check.overlap": ("重叠 {file}：「{wording}」属于 {entries}", "overlap {file}: 「{wording}」 is in {entries}"),
    "check.never": ("未用 {file} {entry}：{wordings}", "unused {file} {entry}: {wordings}"),
}
add(_TEXTS)


@click.command("lexicon", cls=Command, help="lexicon.help")
@click.argument("action", type=click.Choice(["check"]), metavar="ACTION")
@click.option("--unused", is_flag=True, help="opt.unused")
@lexicon_option
@db_option
@json_option
def command(action: str, unused: bool, lexicon: Path | None, db: Path, as_json: bool) -> int:
    """Check the lexicon in use, with the index at hand also for what is never used."""
    with using(lexicon):
        found = check(*_indexed(db)) if db.exists() else check()
    if as_json:
        echo_json({"sound": found.sound, **asdict(found)})
    else:
        _show(found, db.exists(), unused)
    return 0 if found.sound else 1


def _indexed(db: Path) -> tuple[list[Text], list[str]]:
    """The paragraphs and the explanations of an index."""
    with open_index(db) as index:
        texts = [
            Text(passage.text, document.year, document.kind)
            for document in index.documents()
            for passage in index.passages(document.id)
        ]
        return texts, [normalise(row.reason) for row in index.reasons() if row.reason]


def _show(found: Checked, indexed: bool, unused: bool) -> None:
    for failed in found.failed:
        echo(_failed(failed))
    for key, clashes in (("check.conflict", found.conflicts), ("check.overlap", found.overlaps)):
        for clash in clashes:
            echo(_clash(key, clash))
    for silent in found.silent if unused else []:
        wordings = say("comma").join(silent.wordings)
        echo(faint(say("check.never", file=silent.file, entry=clean(silent.entry), wordings=clean(wordings))))
    counts = {name: len(getattr(found, name)) for name in ("failed", "conflicts", "overlaps")}
    echo(emphasised(say("check.done", examples=found.examples, **counts)))
    echo(_unused(found.silent) if indexed else say("check.no_index"))


def _unused(silent: Sequence[Silent]) -> str:
    rest = sum(len(each.wordings) for each in silent if not each.whole)
    return say("check.silent", whole=sum(each.whole for each in silent), wordings=rest)


def _failed(failed: Failed) -> str:
    values = {name: clean(value) for name, value in asdict(failed).items()}
    return say("check.failed", **values | {"found": values["found"] or say("check.nothing")})


def _clash(key: str, clash: Clash) -> str:
    return say(key, file=clash.file, wording=clean(clash.wording), entries=clean(say("comma").join(clash.entries)))
