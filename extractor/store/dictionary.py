"""The data dictionary of the index (dictionary.toml): what its tables, views and columns are called and hold."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from extractor.messages import EN, language

_FILE = Path(__file__).with_suffix(".toml")


def label(column: str) -> str:
    """A column's short name in Chinese; in English its own name. Of `value_printed` and the like: that of `value`."""
    base, printed = _split(column)
    if language() == EN:
        return column
    return _told("columns", base)[0] + (f"（{_told('columns', 'printed')[0]}）" if printed else "")


def described(column: str, english: bool | None = None) -> str:
    """What a column holds, in the language in use (or in English)."""
    base, printed = _split(column)
    chinese, own = _told("columns", base)
    if english or (english is None and language() == EN):
        return f"{own}: {_told('columns', 'printed')[1]}" if printed else own
    if printed:
        return f"{chinese}：{_told('columns', 'printed')[0]}"
    meaning = _read()["meanings"].get(column)
    return f"{chinese}：{meaning}" if meaning else chinese


def table(name: str) -> tuple[str, str]:
    """What a row of a table or view is, in Chinese and in English."""
    return _told("views" if name.startswith("v_") else "tables", name)


def record(kind: str) -> str:
    """The name of a kind of record, in the language in use."""
    return _told("records", kind)[language() == EN]


def knows(column: str) -> bool:
    """True where the dictionary has this column."""
    return _split(column)[0] in _read()["columns"]


def _split(column: str) -> tuple[str, bool]:
    own = _read()["columns"]
    base = column.removesuffix("_printed")
    return (base, True) if base != column and column not in own else (column, False)


def _told(part: str, name: str) -> tuple[str, str]:
    chinese, english = _read()[part].get(name, (name, name))
    return chinese, english


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
