"""`juesuan index`: read files into the index."""

from __future__ import annotations

import logging
import time
from dataclasses import asdict
from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, json_option, lexicon_option
from extractor.commands.output import echo, echo_json
from extractor.lexicon import using
from extractor.messages import say

_BROKEN_OFF = 130


@click.command("index", cls=Command, help="index.help")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@db_option
@click.option("--prune", is_flag=True, help="opt.prune")
@click.option("--processes", type=click.IntRange(min=1), metavar="N", help="opt.processes")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="opt.timeout")
@click.option("--retry", is_flag=True, help="opt.retry")
@click.option("--log", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="opt.log")
@lexicon_option
@json_option
def command(
    paths: tuple[Path, ...],
    db: Path,
    prune: bool,
    processes: int | None,
    timeout: float | None,
    retry: bool,
    log: Path | None,
    lexicon: Path | None,
    as_json: bool,
) -> int:
    """Bring the index up to date with the files."""
    from extractor.commands.progress import Bar
    from extractor.pipeline import index_paths
    from extractor.workers import TIMEOUT

    _log_to(log)
    begun = time.monotonic()
    with using(lexicon), Bar() as bar:
        done = index_paths(
            paths,
            db,
            progress=bar.step,
            prune=prune,
            processes=processes,
            timeout=timeout or TIMEOUT,
            retry=retry,
        )
    if as_json:
        echo_json(asdict(done) | {"failures": [asdict(f) | {"path": str(f.path)} for f in done.failures]})
    else:
        for failure in done.failures:
            echo(f"{clean(failure.path)}: {clean(failure.message)}", error=True)
        figures = {name: getattr(done, name) for name in ("new", "changed", "unchanged", "same", "failed", "removed")}
        echo(say("index.done", **figures, seconds=f"{time.monotonic() - begun:.1f}", db=clean(db)))
    if done.interrupted:
        echo(say("index.interrupted"), error=True)
        return _BROKEN_OFF
    return 0 if done.files > done.failed or done.removed else 1


def _log_to(file: Path | None) -> None:
    """The program's own faults go to a file, with all detail, or nowhere."""
    log = logging.getLogger("juesuan")
    for handler in log.handlers:
        handler.close()
    handler = logging.FileHandler(file, encoding="utf-8") if file else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.handlers = [handler]
    log.propagate = False
