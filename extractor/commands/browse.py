"""`juesuan browse`: the terminal interface."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from extractor.commands.common import Command, db_option
from extractor.errors import JuesuanError
from extractor.messages import language, say
from extractor.store import open_index


@click.command("browse", cls=Command, help="browse.help")
@db_option
def command(db: Path) -> int:
    """Open the index in the terminal interface."""
    return browse(db)


def browse(db: Path) -> int:
    """Open the index at `db` in the terminal interface; a sentence where that is not possible."""
    open_index(db).close()  # what is wrong with the index is said before the screen is taken
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise JuesuanError(say("browse.no_terminal"))
    from tui.app import run

    run(db, language())
    return 0
