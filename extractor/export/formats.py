"""The formats of plain text: rows in, bytes out."""

from __future__ import annotations

import csv as csv_module
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from extractor.clean import clean, escaped
from extractor.export.columns import TEXT, is_number, type_of
from extractor.records import Row
from extractor.store import dictionary

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula (OWASP: CSV injection)."""


def jsonl(records: Iterable[Row], out: BinaryIO) -> int:
    """One JSON object a line, UTF-8; how many records."""
    written = 0
    for record in records:
        out.write(escaped(json.dumps(record, ensure_ascii=False)).encode() + b"\n")
        written += 1
    return written


def csv(
    kinds: Sequence[str], columns: Sequence[str], rows: Iterable[Row], out: BinaryIO, encoding: str = "utf-8-sig"
) -> int:
    """A header and one line a row; how many rows. UTF-8 with BOM unless another encoding is chosen.

    Texts cannot become formulas; figures stay as they are.
    """
    text = io.TextIOWrapper(out, encoding=encoding, errors="replace", newline="")
    figures = {name for name in columns if type_of(name, kinds) != TEXT} | {"target", "actual"}
    try:
        table = csv_module.DictWriter(text, columns, lineterminator="\r\n")
        table.writeheader()
        written = 0
        for row in rows:
            table.writerow({name: cell(value, name in figures) for name, value in row.items()})
            written += 1
        return written
    finally:
        text.flush()
        text.detach()


def cell(value: Any, figure: bool) -> Any:
    """The value as it can stand in a cell of a CSV file: a text that begins like a formula behind an apostrophe."""
    if isinstance(value, (list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA) and not (figure and is_number(value)):
        return f"'{value}"
    return value


def markdown(tables: Iterable[tuple[str, Sequence[str], Iterable[Row]]], out: BinaryIO) -> int:
    """A heading and a table a kind: (kind, columns, rows); how many rows."""
    written = 0
    for kind, columns, rows in tables:
        out.write(f"## {dictionary.record(kind)}\n\n".encode())
        for line in (map(dictionary.label, columns), ["---"] * len(columns)):
            out.write(_line(line))
        for row in rows:
            out.write(_line(row.get(name) for name in columns))
            written += 1
        out.write(b"\n")
    return written


def _line(cells: Iterable[Any]) -> bytes:
    return f"| {' | '.join(_markdown(each) for each in cells)} |\n".encode("utf-8", "replace")


def _markdown(value: Any) -> str:
    """A text that a Markdown table shows as it is."""
    shown = clean(value)
    for mark in ("\\", "|", "*", "_", "`", "<", "[", "~"):
        shown = shown.replace(mark, f"\\{mark}")
    return shown
