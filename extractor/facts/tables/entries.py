"""The tables of the lexicon, by their names and other wordings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import load

_MARKS = re.compile(r"[“”\"'‘’（）()、，,及和与的\s]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of the lexicon: `scope` says whose money 总计 is, `total` what 合计 is; `form` is set for performance."""

    name: str
    measure: str | None = None
    scope: str = ""
    total: str | None = None
    form: str | None = None


def key(title: str) -> str:
    """A title as titles are compared: without marks and words that only join."""
    return _MARKS.sub("", title)


@cache
def entries() -> dict[str, Entry]:
    """Every wording of a title, as `key` gives it → the table."""
    table: dict[str, Entry] = {}
    for row in load("tables")["table"]:
        entry = Entry(row["name"], row.get("measure"), row.get("scope", ""), row.get("total"), row.get("form"))
        for name in (row["name"], *row["aliases"]):
            table[key(name)] = entry
    return table
