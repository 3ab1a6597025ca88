"""`juesuan watch`: what comes into a folder is indexed as it comes."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.clean import clean
from extractor.commands.common import Command, db_option, lexicon_option
from extractor.commands.output import echo
from extractor.errors import JuesuanError
from extractor.lexicon import using
from extractor.messages import say


@click.command("watch", cls=Command, help="watch.help")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--prune", is_flag=True, help="opt.prune")
@db_option
@lexicon_option
def command(paths: tuple[Path, ...], prune: bool, db: Path, lexicon: Path | None) -> int:
    """Index the folders, then index them again whenever something in them changes, until Ctrl-C."""
    from extractor.watching import watch

    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise JuesuanError(say("path.missing", path=missing), exit_code=2)
    echo(say("watch.begin", paths="、".join(clean(path) for path in paths)), error=True)
    with using(lexicon):
        for done in watch(paths, db, prune=prune):
            for failure in done.failures:
                echo(f"{clean(failure.path)}: {clean(failure.message)}", error=True)
            names = ("new", "changed", "same", "failed", "removed")
            if any(getattr(done, name) for name in names):
                echo(say("watch.done", **{name: getattr(done, name) for name in names}, db=clean(db)))
    return 0
