"""What `--db` names: an index, or the parts that a cluster wrote (parquet:PLACE)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store import Index, open_index

F = TypeVar("F", bound=Callable[..., Any])

PREFIX = "parquet:"

place_option = click.option(
    "--db", default="index.db", envvar="JUESUAN_DB", metavar="FILE|parquet:PLACE", help="opt.place"
)


def parts_at(db: str) -> str | None:
    """The place of the parts that `--db` names, None where it names an index."""
    return db.removeprefix(PREFIX) if db.startswith(PREFIX) else None


def opened(db: str) -> Index:
    """The index, or the parts to be read as one."""
    place = parts_at(db)
    if place is None:
        return open_index(db)
    from extractor.distributed.lake_index import LakeIndex

    return LakeIndex(place)


def only_of_an_index(db: str, what: str) -> Path:
    """The file of the index, for what parts cannot do: JuesuanError where `--db` names parts."""
    place = parts_at(db)
    if place is not None:
        raise JuesuanError(say("parts.index", what=what, place=place), exit_code=2)
    return Path(db)
