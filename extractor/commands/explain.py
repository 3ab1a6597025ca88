"""`juesuan explain`: how a report was read, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option, lexicon_option
from extractor.commands.output import echo, echo_json, on_terminal
from extractor.errors import JuesuanError
from extractor.lexicon import using
from extractor.messages import say
from extractor.report import Report, Unreadable

if TYPE_CHECKING:
    from extractor.explaining import ExplainedParagraph


@click.command("explain", cls=Command, help="explain.help")
@click.argument("file", metavar="FILE")
@click.option("--page", type=click.IntRange(min=1), metavar="N", help="opt.page")
@click.option("--find", metavar="TEXT", help="opt.find")
@lexicon_option
@db_option
@json_option
def command(file: str, page: int | None, find: str | None, lexicon: Path | None, db: Path, as_json: bool) -> int:
    """Print how the paragraphs of a report were read."""
    from extractor.commands.explained import lines
    from extractor.explaining import explain  # only when something is to be explained
    from extractor.structure.flow import normalise

    with using(lexicon):
        report = _report(file, db)
        shown = list(_chosen(explain(report), report, page, normalise(find or "")))
    if as_json:
        echo_json([_row(paragraph) for paragraph in shown])
    elif not shown:
        echo(say("explain.none"), error=True)
    else:
        _print(line for paragraph in shown for line in lines(paragraph))
    return 0 if shown else 1


def _report(file: str, db: Path) -> Report:
    """The report in a file, or in the file of the document of the index that is called so."""
    from extractor.readers import read

    path = Path(file)
    if not path.exists():
        path = _indexed(file, db)
    try:
        return read(path)
    except Unreadable as wrong:
        raise JuesuanError(f"{clean(path)}: {wrong.message}") from None


def _indexed(name: str, db: Path) -> Path:
    from extractor.store import open_index

    if not db.exists():
        raise JuesuanError(say("path.missing", path=name), exit_code=2)
    with open_index(db) as index:
        return Path(next(iter(index.paths(index.document(name).id)), name))


def _chosen(
    paragraphs: Iterable[ExplainedParagraph], report: Report, page: int | None, find: str
) -> Iterable[ExplainedParagraph]:
    for paragraph in paragraphs:
        last = report.page_at(max(paragraph.end - 1, paragraph.start))
        if page is not None and not (paragraph.page or 0) <= page <= (last or 0):
            continue
        if find in paragraph.text and (find or page or paragraph.skipped != "plain"):
            yield paragraph


def _row(paragraph: ExplainedParagraph) -> dict[str, Any]:
    clauses = [
        {**asdict(clause), "records": [{**r.record.row(), "subject_from": r.subject_from} for r in clause.records]}
        for clause in paragraph.clauses
    ]
    return {**asdict(paragraph), "clauses": clauses}


def _print(shown: Iterable[list[tuple[str, str]]]) -> None:
    """Lines of (text, style): in colour on a terminal, plain in a pipe."""
    if not on_terminal():
        for line in shown:
            echo("".join(text for text, _ in line).rstrip())
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False)
    for line in shown:
        indent = len(line[0][0]) - len(line[0][0].lstrip()) if line else 0
        text = Text.assemble(*line)
        for at, piece in enumerate(text.wrap(console, max(console.width - indent, 20))):
            console.print(Text(" " * indent if at else "") + piece)
