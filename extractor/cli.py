"""The command `juesuan`: the group, its errors and its exit codes. Commands are imported when they are called.

Exit codes: 0 done, 1 nothing found or a file that cannot be used, 2 a call that cannot be understood, 130 Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from extractor import __version__
from extractor.clean import clean
from extractor.commands import texts
from extractor.commands.click_words import Command, Words, sentence
from extractor.errors import JuesuanError
from extractor.messages import EN, ZH, say, use

COMMANDS = (
    "index",
    "merge",
    "watch",
    "search",
    "ask",
    "reasons",
    "export",
    "sql",
    "documents",
    "organisations",
    "show",
    "stats",
    "check",
    "correct",
    "corrections",
    "explain",
    "lexicon",
    "browse",
    "serve",
)


class Juesuan(Words, click.Group):
    """The group of commands; turns every error a user can cause into one sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: Command = import_module(f"extractor.commands.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click, with our sentence for a command there is none of."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(say("call.command", name=args[0], names=", ".join(COMMANDS)), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with a line each, without importing them."""
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, say(f"{name}.short")) for name in COMMANDS])

    def invoke(self, ctx: click.Context) -> Any:
        """As click, but a reader that has gone (`| head`) ends the command quietly and well."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence()
            return 0
        return result

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run one command line and end the process with its exit code."""
        use(None)
        _tolerant()
        try:
            code = super().main(args, prog_name="juesuan", standalone_mode=False)
        except click.exceptions.Abort:
            sys.exit(130)
        except click.ClickException as wrong:
            _complain(sentence(wrong))
            sys.exit(2)
        except JuesuanError as wrong:
            _complain(wrong.message)
            sys.exit(wrong.exit_code)
        except KeyboardInterrupt:
            sys.exit(130)
        except OSError as wrong:  # standard output on a full disk, a folder that is gone
            _silence()
            _complain(say("system.failed", detail=wrong.strerror or type(wrong).__name__))
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def _silence() -> None:
    """What standard output still buffers must not raise again at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tolerant() -> None:
    """A character that the terminal cannot show must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def _complain(message: str) -> None:
    click.echo(f"juesuan: {clean(message)}", err=True)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"juesuan {__version__}")
        ctx.exit(0)


def _language(_: click.Context, __: click.Parameter, lang: str | None) -> None:
    if lang:
        use(lang)


texts.add_texts()
_AT_ONCE: Any = {"is_eager": True, "expose_value": False}


@click.group(cls=Juesuan, name="juesuan", help="juesuan.help", invoke_without_command=True)
@click.option("--lang", type=click.Choice([ZH, EN]), callback=_language, **_AT_ONCE, help="opt.lang")
@click.option("--version", is_flag=True, callback=_version, **_AT_ONCE, help="opt.version")
@click.pass_context
def main(ctx: click.Context) -> int:
    """Without a command: browse the index there is, else say how to begin."""
    if ctx.invoked_subcommand is not None:
        return 0
    db = Path(os.environ.get("JUESUAN_DB", "index.db"))
    if db.is_file() and sys.stdout.isatty() and sys.stdin.isatty():
        from extractor.commands.browse import browse

        return browse(db)
    click.echo(ctx.get_help())
    return 0


if __name__ == "__main__":
    main()
