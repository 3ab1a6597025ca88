"""`juesuan index`: read files into the index, by this machine or by a cluster."""

from __future__ import annotations

import time
from pathlib import Path

import click

from extractor.commands.common import Command, db_option, json_option, lexicon_option
from extractor.commands.output import echo
from extractor.errors import JuesuanError
from extractor.lexicon import using
from extractor.messages import say

LOCAL, DASK = "local", "dask"


@click.command("index", cls=Command, help="index.help")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@db_option
@click.option("--prune", is_flag=True, help="opt.prune")
@click.option("--processes", type=click.IntRange(min=1), metavar="N", help="opt.processes")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="opt.timeout")
@click.option("--retry", is_flag=True, help="opt.retry")
@click.option("--engine", type=click.Choice([LOCAL, DASK]), default=LOCAL, help="opt.engine")
@click.option("--scheduler", metavar="ADDRESS", help="opt.scheduler")
@click.option("--parts", metavar="PLACE", help="opt.parts")
@lexicon_option
@json_option
def command(
    paths: tuple[str, ...], db: Path, prune: bool, processes: int | None, timeout: float | None, retry: bool,
    engine: str, scheduler: str | None, parts: str | None, lexicon: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Bring the index, or the parts, up to date with the files."""
    from extractor.commands.outcome import told
    from extractor.commands.progress import Bar
    from extractor.workers import TIMEOUT

    begun = time.monotonic()
    seconds = timeout or TIMEOUT
    if engine == DASK:
        if prune:
            raise JuesuanError(say("engine.without", option="--prune"), exit_code=2)
        from extractor.distributed.engine import connected, extract_to_parts
        from extractor.distributed.merging import merge

        place = parts or str(db.with_suffix(".parts"))
        with using(lexicon), connected(scheduler, processes) as client, Bar() as bar:
            done = extract_to_parts(paths, place, client, db=db, progress=bar.step, timeout=seconds, retry=retry)
        if parts or done.interrupted or not done.files:
            return told(done, time.monotonic() - begun, place, as_json)
        if not as_json:
            echo(say("parts.done", place=place, new=done.new + done.changed, unchanged=done.unchanged), error=True)
        with Bar() as bar:
            done = merge(place, db, progress=bar.step)
        return told(done, time.monotonic() - begun, db, as_json)

    from extractor.pipeline import index_paths

    for option, given in (("--scheduler", scheduler), ("--parts", parts)):
        if given:
            raise JuesuanError(say("engine.option", option=option), exit_code=2)
    if away := [path for path in paths if "://" in path]:
        raise JuesuanError(say("engine.address", place=away[0]), exit_code=2)
    with using(lexicon), Bar() as bar:
        done = index_paths(
            [Path(path) for path in paths],
            db,
            progress=bar.step,
            prune=prune,
            processes=processes,
            timeout=seconds,
            retry=retry,
        )
    return told(done, time.monotonic() - begun, db, as_json)
