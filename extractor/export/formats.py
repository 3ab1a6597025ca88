"""The formats themselves: records in, bytes out."""

from __future__ import annotations

import csv as csv_module
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from extractor.records import Row
from extractor.store.contract import header

_PLACE = {"year", "page", "start", "end", "rank"}
_FIGURES = {"value", "yuan", "baseline", "actual", "change", "change_rate", "completion_rate", "target"}
_NUMBERS = frozenset(_PLACE | _FIGURES | {"budget", "executed", "score", "full_score"})
"""Columns of figures: they are written as they are, a minus sign first or not."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula (OWASP: CSV injection)."""


def jsonl(records: Iterable[Row], out: BinaryIO) -> int:
    """One JSON object a line, UTF-8; how many records."""
    written = 0
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        written += 1
    return written


def csv(kinds: Sequence[str], records: Iterable[Row], out: BinaryIO) -> int:
    """A header with the columns of all kinds and one line a record, UTF-8 with BOM; how many records.

    Texts cannot become formulas; figures stay as they are.
    """
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    try:
        table = csv_module.DictWriter(text, header(*kinds), lineterminator="\r\n")
        table.writeheader()
        written = 0
        for record in records:
            table.writerow({name: _cell(name, value) for name, value in record.items()})
            written += 1
        return written
    finally:
        text.flush()
        text.detach()


def _cell(name: str, value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(_FORMULA) and not (name in _NUMBERS and _is_number(value)):
        return f"'{value}"
    return value


def _is_number(value: str) -> bool:
    return value.removeprefix("-").replace(".", "", 1).isdigit()
