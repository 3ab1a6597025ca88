"""The words of the field, as data: TOML and CSV files beside this module, loaded once. Imports no NLP library.

A researcher's own folder (`--lexicon DIR`, or the environment's JUESUAN_LEXICON) adds to them: see docs/lexicon.md.
"""

from __future__ import annotations

import csv
import os
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from extractor.errors import JuesuanError
from extractor.lexicon.merging import merged
from extractor.messages import say

SHIPPED = Path(__file__).parent
OWN = "JUESUAN_LEXICON"


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file `name`.toml as nested dicts and lists, with what one's own folder adds to it.

    >>> "subject" in load("subjects")
    True
    """
    shipped = _tables(SHIPPED / f"{name}.toml")
    own = _own(f"{name}.toml")
    if own is None:
        return shipped
    with _usable(own):
        return merged(name, shipped, _tables(own))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the lexicon file `name`.csv by column, those of one's own folder behind the shipped ones."""
    shipped = _rows(SHIPPED / f"{name}.csv")
    own = _own(f"{name}.csv")
    if own is None:
        return shipped
    with _usable(own):
        return shipped + _rows(own)


def _tables(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8-sig"))


def _rows(file: Path) -> tuple[dict[str, str], ...]:
    columns, *lines = csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
    return tuple(dict(zip(columns, line, strict=True)) for line in lines)


def _own(name: str) -> Path | None:
    return next((file for file in own_files() if file.name == name), None)


@contextmanager
def _usable(own: Path) -> Iterator[None]:
    """One sentence for one's own file that is no TOML or CSV, not UTF-8, or does not fit the shipped one."""
    try:
        yield
    except (OSError, ValueError) as wrong:
        raise JuesuanError(say("lexicon.unusable", path=own, detail=wrong), exit_code=2) from None


def names() -> list[str]:
    """The names of the lexicon's files, sorted: functional_codes.csv, reasons.toml …"""
    return sorted(file.name for file in SHIPPED.iterdir() if file.suffix in (".toml", ".csv"))


def own_files() -> list[Path]:
    """The files of one's own folder, sorted; JuesuanError where the folder or one of its files cannot be meant."""
    folder = os.environ.get(OWN)
    if not folder:
        return []
    if not Path(folder).is_dir():
        raise JuesuanError(say("lexicon.missing", path=folder), exit_code=2)
    files = sorted(file for file in Path(folder).iterdir() if file.suffix in (".toml", ".csv"))
    for file in files:
        if file.name not in names():
            raise JuesuanError(say("lexicon.foreign", path=file, names="、".join(names())), exit_code=2)
    return files


@contextmanager
def using(folder: Path | None) -> Iterator[None]:
    """Inside, the files of `folder` add to the shipped ones, also in processes begun there. None: as it was."""
    if folder is None:
        yield
        return
    before = os.environ.get(OWN)
    os.environ[OWN] = str(folder.absolute())
    forget()
    try:
        own_files()
        yield
    finally:
        if before is None:
            del os.environ[OWN]
        else:
            os.environ[OWN] = before
        forget()


def forget() -> None:
    """Whatever this process has made from the lexicon (patterns, tables) is made anew when it is next wanted."""
    for name, module in list(sys.modules.items()):
        if name.startswith("extractor."):
            for made in list(vars(module).values()):
                if clear := getattr(made, "cache_clear", None):
                    clear()
