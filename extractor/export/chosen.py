"""Chosen rows, of any kinds and in any order, with what is told beside them (their citation), into one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from extractor.errors import JuesuanError
from extractor.export import formats
from extractor.export.files import write
from extractor.messages import say
from extractor.records import Row

CHOSEN_FORMATS = {"xlsx": ".xlsx", "csv": ".csv", "jsonl": ".jsonl", "markdown": ".md"}
"""The formats and the ending of a file of each."""

_FIRST = ("record", "organisation", "document", "year")
_LAST = ("source", "page", "start", "end", "quote", "citation")
_NOT_READ = ("record", "start", "end", "source", "quote", "evidence")
"""What a table that people read leaves out: the citation says it."""


def write_rows(rows: Iterable[Row], format_: str, target: Path) -> int:
    """Write rows (mappings with `record`, their kind); how many. The file appears whole or not at all.

    Columns that no row fills are left out. xlsx has a sheet and markdown a table a kind, csv one table for all.
    """
    if format_ not in CHOSEN_FORMATS:
        raise JuesuanError(say("export.format", format=format_, formats=", ".join(CHOSEN_FORMATS)), exit_code=2)
    chosen = list(rows)

    def made(out: BinaryIO) -> int:
        kinds = list(dict.fromkeys(str(row["record"]) for row in chosen))
        match format_:
            case "jsonl":
                return formats.jsonl(chosen, out)
            case "csv":
                columns = _columns(chosen)
                return formats.csv(kinds, columns, (_flat(row, columns) for row in chosen), out)
            case "markdown":
                return formats.markdown(_tables(chosen, kinds, _NOT_READ), out)
        from extractor.export.workbook import workbook  # only when a workbook is written

        return workbook(_tables(chosen, kinds), {}, out)

    return write(target, made)


def _tables(
    rows: Sequence[Row], kinds: Sequence[str], left_out: Sequence[str] = ()
) -> Iterator[tuple[str, Sequence[str], Iterator[Row]]]:
    for kind in kinds:
        own = [row for row in rows if row["record"] == kind]
        columns = [name for name in _columns(own) if name not in left_out]
        yield kind, columns, (_flat(row, columns) for row in own)


def _columns(rows: Sequence[Row]) -> list[str]:
    filled = dict.fromkeys(name for row in rows for name, value in row.items() if value not in (None, "", [], ()))
    own = [name for name in filled if name not in _FIRST and name not in _LAST]
    return [*(n for n in _FIRST if n in filled), *own, *(n for n in _LAST if n in filled)]


def _flat(row: Row, columns: Sequence[str]) -> Row:
    return {name: _text(row.get(name)) for name in columns}


def _text(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value
