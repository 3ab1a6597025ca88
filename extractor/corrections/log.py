"""The file of corrections, index.corrections.jsonl: one JSON object a line, only ever added to."""

from __future__ import annotations

import getpass
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractor import appending
from extractor.errors import JuesuanError
from extractor.messages import say

ACCEPT, REJECT, CORRECT, UNDO = "accept", "reject", "correct", "undo"
ACTIONS = (ACCEPT, REJECT, CORRECT, UNDO)
WHO = "JUESUAN_WHO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision of a person about one fact.

    `id` names it (for `undo`), `when` is ISO 8601 in UTC. `action` is accept, reject, correct or undo; `undoes` the id
    of what an undo takes back. `kind` is the record's kind (docs/records.md); `sha256` and `document` the content and
    the name of its document; `fact` the fact as the extraction read it, with its `start`, `end` and `quote`: by it the
    fact is found again. `changes` maps a field to (old, new).
    """

    id: str
    when: str
    who: str
    action: str
    kind: str
    sha256: str
    document: str
    why: str = ""
    undoes: str | None = None
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    fact: dict[str, Any] = field(default_factory=dict)

    @property
    def new(self) -> dict[str, Any]:
        """The changed fields and their new values."""
        return {name: values[1] for name, values in self.changes.items()}


def beside(db: Path) -> Path:
    """The file of the corrections of the index at `db`."""
    return db.with_name(f"{db.stem}.corrections.jsonl")


def made(action: str, kind: str, sha256: str, document: str, who: str | None, **own: Any) -> Correction:
    """A new correction, of now."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    own = {"id": secrets.token_hex(4), "when": when, "who": who or person(), **own}
    return Correction(action=action, kind=kind, sha256=sha256, document=document, **own)


def line(correction: Correction) -> bytes:
    """The correction as a line of the file."""
    return json.dumps(asdict(correction), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def append(file: Path, correction: Correction) -> None:
    """Add a line, whole or not at all."""
    try:
        appending.append(file, line(correction))
    except OSError as wrong:
        raise JuesuanError(say("corrections.unwritable", path=file, detail=wrong.strerror)) from wrong


def read(file: Path) -> list[Correction]:
    """All lines, oldest first; none where there is no file. JuesuanError, with the line's number, for a broken one."""
    try:
        lines = file.read_bytes().split(b"\n")
    except FileNotFoundError:
        return []
    except OSError as wrong:
        raise JuesuanError(say("corrections.unreadable", path=file, detail=wrong.strerror)) from wrong
    return [_parsed(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that are not undone, oldest first, the undoings themselves left out."""
    corrections = list(corrections)
    undone = {each.undoes for each in corrections if each.action == UNDO}
    return [each for each in corrections if each.action != UNDO and each.id not in undone]


_NAMES = {each.name for each in fields(Correction)}
_NEEDED = ("id", "when", "who", "action", "kind", "sha256", "document")


def _parsed(file: Path, number: int, line: bytes) -> Correction:
    try:
        row = json.loads(line.decode("utf-8-sig"))
        texts = all(isinstance(row[name], str) for name in _NEEDED)
        if not texts or row["action"] not in ACTIONS or not isinstance(row.get("fact", {}), Mapping):
            raise ValueError
        changes = {name: (old, new) for name, (old, new) in row.get("changes", {}).items()}
        return Correction(**{name: row[name] for name in row if name in _NAMES} | {"changes": changes})
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise JuesuanError(say("corrections.line", path=file, line=number)) from wrong


def person() -> str:
    """Who decides: the environment's JUESUAN_WHO, else the user's name."""
    try:
        return os.environ.get(WHO) or getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without a user of that number
        return "?"
