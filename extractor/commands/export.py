"""`juesuan export`: the records, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from extractor.clean import clean
from extractor.commands.common import Command, filter_options, json_option, wanted
from extractor.commands.opened import only_of_an_index, opened, place_option
from extractor.commands.output import Harmless, echo, echo_json, on_terminal
from extractor.errors import JuesuanError
from extractor.export import ENCODINGS, FORMATS, UNITS, export
from extractor.messages import say
from extractor.store.contract import KIND_NAMES

_SHOWN = ("csv", "jsonl", "md")
_ENDINGS = {f".{name}": name for name in FORMATS} | {".zip": "csv", ".markdown": "md", ".pq": "parquet"}


@click.command("export", cls=Command, help="export.help")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="opt.format")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="opt.output")
@click.option("--kind", "kinds", type=click.Choice(KIND_NAMES), multiple=True, help="opt.record")
@click.option("--columns", metavar="A,B,C", help="opt.columns")
@click.option("--unit", type=click.Choice(UNITS), help="opt.unit")
@click.option("--row", "rows", multiple=True, metavar="[KIND:]ID", help="opt.row")
@click.option("--panel", metavar="A,B", help="opt.panel")
@click.option("--values", metavar="A,B", help="opt.values")
@click.option("--snippet", type=click.Choice(["pandas", "r"]), help="opt.snippet")
@click.option("--encoding", type=click.Choice(ENCODINGS), default=ENCODINGS[0], help="opt.encoding")
@filter_options(
    *("organisation", "year", "subject", "category", "wording", "direction", "measure", "document", "review")
)
@place_option
@json_option
def command(
    format_: str | None, output: Path | None, kinds: tuple[str, ...], columns: str | None, unit: str | None,
    rows: tuple[str, ...], panel: str | None, values: str | None, snippet: str | None, encoding: str, db: str,
    as_json: bool, **filters: Any,
) -> int:  # fmt: skip
    """Write the records of the index to a file or to standard output."""
    to_file = output is not None and str(output) != "-"
    chosen = format_ or (_ENDINGS.get(output.suffix.lower()) if output else None)
    chosen = chosen or ("csv" if panel or (output and not output.suffix) else "jsonl")
    if not to_file and on_terminal():
        if chosen not in _SHOWN:
            raise JuesuanError(say("export.terminal", format=chosen), exit_code=2)
        target: Any = Harmless(sys.stdout)
        encoding = "utf-8"
    else:
        target = output if to_file and output else sys.stdout.buffer
    if panel or values or rows:
        only_of_an_index(db, "--panel, --row")
    with opened(db) as index:
        if panel or values:
            from extractor.export.panel import panel as make_panel

            keys = _list(panel) or ["organisation", "year"]
            written = make_panel(index, chosen, target, keys, _list(values), wanted(**filters), unit, encoding)
        else:
            written = export(
                index, chosen, target, kinds, wanted(**filters), columns=_list(columns), unit=unit,
                ids=_ids(rows) if rows else None, encoding=encoding,
            )  # fmt: skip
    if isinstance(target, Path):
        said = {"format": chosen, "output": str(target), "records": written}
        echo_json(said) if as_json else echo(say("export.done", count=written, path=clean(target)), error=True)
        if snippet:
            from extractor.export.snippets import snippet as code

            echo(code(snippet, chosen, target))
    return 0 if written else 1


def _list(given: str | None) -> list[str]:
    return [part.strip() for part in (given or "").replace("，", ",").split(",") if part.strip()]


def _ids(rows: tuple[str, ...]) -> dict[str, list[int]]:
    """The ids by kind; an id alone is that of a comparison, as `juesuan reasons` tells it."""
    chosen: dict[str, list[int]] = {}
    for row in rows:
        kind, _, number = row.rpartition(":")
        if not number.isascii() or not number.isdigit():
            raise JuesuanError(say("correct.id", id=row), exit_code=2)
        chosen.setdefault(kind or "variance", []).append(int(number))
    return chosen
