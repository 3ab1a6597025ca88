"""`juesuan browse`: the terminal interface, here or in a browser."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import click

from extractor.commands.common import Command, db_option
from extractor.commands.output import echo
from extractor.errors import JuesuanError
from extractor.messages import language, say
from extractor.store import open_index

PORT = 8017
HERE = "127.0.0.1"


@click.command("browse", cls=Command, help="browse.help")
@db_option
@click.option("--web", is_flag=True, help="opt.web")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, metavar="N", help="opt.port")
def command(db: Path, web: bool, port: int) -> int:
    """Open the index in the terminal interface."""
    return serve(db, port) if web else browse(db)


def browse(db: Path) -> int:
    """Open the index at `db` in the terminal interface; a sentence where that is not possible."""
    open_index(db).close()  # what is wrong with the index is said before the screen is taken
    served = "TEXTUAL_DRIVER" in os.environ  # by `serve`: the browser is the terminal
    if not (served or (sys.stdin.isatty() and sys.stdout.isatty())):
        raise JuesuanError(say("browse.no_terminal"))
    from tui.app import run

    run(db, language())
    return 0


def serve(db: Path, port: int) -> int:
    """The same application for a browser on this machine, until Ctrl-C."""
    open_index(db).close()
    try:
        from textual_serve.server import Server
    except ImportError:
        raise JuesuanError(say("browse.no_web")) from None
    echo(say("browse.serving", address=f"http://{HERE}:{port}"), error=True)
    Server(call(db), host=HERE, port=port, title="juesuan").serve()
    return 0


def call(db: Path) -> str:
    """The command line that opens the application for one visitor."""
    return shlex.join(
        [sys.executable, "-m", "extractor.cli", "--lang", language(), "browse", "--db", str(db.resolve())]
    )
