"""`juesuan serve`: the index in a browser on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.commands.common import Command, db_option
from extractor.commands.output import echo
from extractor.messages import say
from extractor.store import open_index


@click.command("serve", cls=Command, help="serve.help")
@click.option("--port", type=click.IntRange(min=1, max=65535), default=8001, metavar="N", help="opt.serve_port")
@click.option("--open", "browser", is_flag=True, help="opt.open")
@db_option
def command(port: int, browser: bool, db: Path) -> int:
    """Serve the index, read-only, until Ctrl-C."""
    from extractor.serving import HOST, serve

    with open_index(db):  # one sentence where there is none
        pass
    echo(say("serve.at", address=f"http://{HOST}:{port}/{db.stem}"), error=True)
    serve(db, port, browser)
    return 0
