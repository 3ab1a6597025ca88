"""`juesuan merge`: what a cluster extracted, into the index."""

from __future__ import annotations

import time
from pathlib import Path

import click

from extractor.commands.common import Command, db_option, json_option


@click.command("merge", cls=Command, help="merge.help")
@click.argument("parts", metavar="PARTS")
@db_option
@click.option("--below", metavar="PATH", help="opt.below")
@json_option
def command(parts: str, db: Path, below: str | None, as_json: bool) -> int:
    """Bring the index up to date with the parts."""
    from extractor.commands.outcome import told
    from extractor.commands.progress import Bar
    from extractor.distributed.merging import merge

    begun = time.monotonic()
    with Bar() as bar:
        done = merge(parts, db, progress=bar.step, below=below)
    return told(done, time.monotonic() - begun, db, as_json)
