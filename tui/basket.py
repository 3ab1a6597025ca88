"""The basket: records collected from any list, kept in a file beside the index, one JSON object a line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.records import Row

_SAME = (
    *("record", "document", "start", "end", "subject", "measure", "compared_with", "project", "indicator", "column"),
    *("rule", "text", "rank"),
)


class Basket:
    """Rows in contract form, each once, in the order in which they came; saved at every change."""

    def __init__(self, db: Path) -> None:
        self.file = db.with_name(f"{db.stem}.basket.jsonl")
        self._rows: dict[str, Row] = {}
        self._read()

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def rows(self) -> list[Row]:
        """What is in it."""
        return list(self._rows.values())

    def __contains__(self, row: Row) -> bool:
        return _same(row) in self._rows

    def add(self, rows: Iterable[Row]) -> int:
        """Put rows in; how many were not there yet. OSError where the basket cannot be saved."""
        before = len(self._rows)
        for row in rows:
            self._rows.setdefault(_same(row), row)
        return self._save(len(self._rows) - before)

    def remove(self, rows: Iterable[Row]) -> int:
        """Take rows out; how many were there. OSError where the basket cannot be saved."""
        gone = [row for row in rows if self._rows.pop(_same(row), None) is not None]
        return self._save(len(gone))

    def _read(self) -> None:
        try:
            lines = self.file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return
        for each in lines:
            try:
                row = json.loads(each)
            except ValueError:  # a line of another program, or broken off
                continue
            if isinstance(row, dict) and row.get("record"):
                self._rows.setdefault(_same(row), row)

    def _save(self, changed: int) -> int:
        if changed:
            making = self.file.with_name(f"{self.file.name}.{os.getpid()}.new")
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in self._rows.values())
            making.write_text(text, "utf-8")
            os.replace(making, self.file)
        return changed


def _same(row: dict[str, Any]) -> str:
    return json.dumps([row.get(name) for name in _SAME], ensure_ascii=False, default=str)
