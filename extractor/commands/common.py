"""What the commands share: their options, opening the index, the language of an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from extractor.commands.click_words import Command
from extractor.store import Filter

F = TypeVar("F", bound=Callable[..., Any])

__all__ = ["Command", "db_option", "filter_options", "json_option", "lexicon_option", "limit_option", "wanted"]

_path = click.Path(path_type=Path)
db_option = click.option(
    "--db", type=_path, default=Path("index.db"), envvar="JUESUAN_DB", metavar="FILE", help="opt.db"
)
lexicon_option = click.option(
    "--lexicon", type=_path, default=None, envvar="JUESUAN_LEXICON", metavar="DIR", help="opt.lexicon"
)
json_option = click.option("--json", "as_json", is_flag=True, help="opt.json")


def limit_option(default: int) -> Callable[[F], F]:
    """`--limit`, at least 1."""
    return click.option("--limit", type=click.IntRange(min=1), default=default, metavar="N", help="opt.limit")


_FILTERS = {
    "organisation": str,
    "year": int,
    "subject": str,
    "category": str,
    "wording": str,
    "direction": str,
    "measure": str,
    "document": str,
    "kind": str,
    "status": str,
    "review": str,
}


def filter_options(*names: str) -> Callable[[F], F]:
    """The named filters as options; `wanted` makes a Filter of their values."""

    def add(function: F) -> F:
        for name in reversed(names):
            letter = "N" if _FILTERS[name] is int else "TEXT"
            option = click.option(f"--{name}", type=_FILTERS[name], metavar=letter, help=f"opt.{name}")
            function = option(function)
        return function

    return add


def wanted(**values: Any) -> Filter:
    """A Filter of the options that were given; an empty text does not restrict."""
    return Filter(**{name: value for name, value in values.items() if value not in (None, "")})
