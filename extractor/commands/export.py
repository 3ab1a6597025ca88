"""`juesuan export`: the records, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, filter_options, json_option, wanted
from extractor.commands.output import echo, echo_json
from extractor.export import FORMATS, export
from extractor.messages import say
from extractor.store import open_index
from extractor.store.contract import KIND_NAMES


@click.command("export", cls=Command, help="export.help")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="opt.format")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="opt.output")
@click.option("--kind", "kinds", type=click.Choice(KIND_NAMES), multiple=True, help="opt.record")
@filter_options("organisation", "document")
@db_option
@json_option
def command(
    format_: str | None, output: Path | None, kinds: tuple[str, ...], db: Path, as_json: bool, **filters: Any
) -> int:
    """Write the records of the index to a file or to standard output."""
    chosen = format_ or _by_ending(output)
    target = output if output is not None and str(output) != "-" else sys.stdout.buffer
    with open_index(db) as index:
        written = export(index, chosen, target, kinds, wanted(**filters))
    if isinstance(target, Path):
        said = {"format": chosen, "output": str(target), "records": written}
        echo_json(said) if as_json else echo(say("export.done", count=written, path=clean(target)), error=True)
    return 0 if written else 1


def _by_ending(output: Path | None) -> str:
    """The format that the name of the output means; JSON Lines where it says nothing."""
    return "csv" if output is not None and output.suffix.lower() in (".csv", ".zip") else "jsonl"
