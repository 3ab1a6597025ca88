"""click in our two languages: its headings, its errors; help texts are keys of the messages, looked up when shown."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from extractor import __version__, events
from extractor.messages import knows, say


class Words(click.Command):
    """A command whose help, and whose options' help, are keys of the messages."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line of usage."""
        pieces = " ".join(map(_word, self.collect_usage_pieces(ctx)))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("help.usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, and an example."""
        formatter.write_paragraph()
        for line in say(self.help or "").splitlines():
            formatter.write(f"{line}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then (of a group) the commands."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := _translated(option, ctx))]
        with formatter.section(say("help.options")):
            formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(Words):
    """One command of `juesuan`; each has --log, and tells the log that it began and how it ended."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        place = click.Path(path_type=Path, dir_okay=False)
        levels = click.Choice(list(events.LEVELS))
        self.params += [
            click.Option(["--log"], type=place, expose_value=False, metavar="FILE", help="opt.log", callback=_kept),
            click.Option(["--log-level"], type=levels, expose_value=False, help="opt.log_level", callback=_kept),
        ]

    def invoke(self, ctx: click.Context) -> Any:
        """As click, between two events."""
        file, level = ctx.meta.get("log"), ctx.meta.get("log_level")
        if file is None:
            return super().invoke(ctx)
        events.to(file, level or "info")
        begun, name = time.monotonic(), self.name
        events.event("begin", command=name, version=__version__)
        try:
            code = super().invoke(ctx)
        except BaseException as wrong:
            events.fault("failed", wrong, command=name, seconds=time.monotonic() - begun)
            raise
        else:
            events.event("end", command=name, code=code or 0, seconds=time.monotonic() - begun)
            return code
        finally:
            events.close()


def _kept(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    if option.name:
        ctx.meta[option.name] = value


def _translated(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(ctx)
    key = "opt.help" if "--help" in option.opts else option.help or ""
    return (record[0], say(key)) if record else None


def sentence(wrong: click.ClickException) -> str:
    """What is wrong with a call, in one sentence."""
    if isinstance(wrong, click.NoSuchOption):
        return say("call.option", name=wrong.option_name)
    if isinstance(wrong, click.MissingParameter):
        return say("call.missing", name=_name(wrong.param))
    if isinstance(wrong, click.BadParameter):
        return say("call.value", name=_name(wrong.param), wanted=_wanted(wrong))
    if isinstance(wrong, click.BadOptionUsage):
        return say("call.argument", name=wrong.option_name)
    return wrong.format_message()


def _wanted(wrong: click.BadParameter) -> str:
    kind = wrong.param.type if wrong.param else None
    if isinstance(kind, click.Choice):
        return say("call.choice", choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.types.IntParamType):
        return say("call.number")
    return wrong.message


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return _word(param.human_readable_name) if param else ""


def _word(piece: str) -> str:
    return say(f"meta.{piece}") if knows(f"meta.{piece}") else piece
