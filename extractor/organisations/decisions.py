"""What a person decided about names: index.organisations.jsonl beside the index, one JSON object a line, only added to.

The file survives whatever becomes of the index: it speaks of names, not of rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from extractor.appending import append
from extractor.errors import JuesuanError
from extractor.messages import say

SAME, DIFFERENT, CALLED = "same", "different", "called"
DESCRIBED = ("region", "level", "kind")


@dataclass(frozen=True, slots=True)
class Decision:
    """`action`: same (the names are of one organisation), different (they are not), called (the first name's
    organisation goes by the second), or region, level, kind (the second is that of the first)."""

    when: str
    who: str
    action: str
    names: tuple[str, ...]
    why: str = ""


class Decisions:
    """The decisions beside one index."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @classmethod
    def beside(cls, db: str | Path) -> Decisions:
        """Those of the index at `db`."""
        return cls(Path(db).with_name(f"{Path(db).stem}.organisations.jsonl"))

    def decide(self, action: str, *names: str, why: str = "", who: str | None = None) -> Decision:
        """Write one decision; a later one about the same names holds."""
        if action not in (SAME, DIFFERENT, CALLED, *DESCRIBED) or len(names) < 2:
            raise JuesuanError(say("organisations.decision"), exit_code=2)
        from extractor.corrections.log import person

        made = Decision(datetime.now(UTC).isoformat(timespec="seconds"), who or person(), action, names, why)
        row = {"when": made.when, "who": made.who, "action": action, "names": list(names), "why": why}
        try:
            append(self.file, json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
        except OSError as wrong:
            raise JuesuanError(say("corrections.unwritable", path=self.file, detail=wrong.strerror)) from wrong
        return made

    def all(self) -> list[Decision]:
        """Oldest first; none where there is no file. JuesuanError, with the line's number, for a broken line."""
        try:
            lines = self.file.read_bytes().split(b"\n")
        except FileNotFoundError:
            return []
        except OSError as wrong:
            raise JuesuanError(say("corrections.unreadable", path=self.file, detail=wrong.strerror)) from wrong
        return [self._parsed(number, line) for number, line in enumerate(lines, 1) if line.strip()]

    def groups(self) -> list[frozenset[str]]:
        """The names that are of one organisation, by the decisions alone."""
        groups: dict[str, set[str]] = {}
        for one, other in self._pairs(SAME):
            together = groups.get(one, {one}) | groups.get(other, {other})
            groups.update(dict.fromkeys(together, together))
        return list({id(group): frozenset(group) for group in groups.values()}.values())

    def called(self) -> dict[str, list[str]]:
        """What organisations are called → the names that are called so."""
        found: dict[str, list[str]] = {}
        for name, new in self.told(CALLED).items():
            found.setdefault(new, []).append(name)
        return found

    def apart(self) -> set[frozenset[str]]:
        """The pairs of names that are of two organisations."""
        return {frozenset(pair) for pair in self._pairs(DIFFERENT)}

    def told(self, action: str) -> dict[str, str]:
        """Name → what its organisation is called, or its region, level or kind, as last decided."""
        return {each.names[0]: each.names[1] for each in self.all() if each.action == action}

    def _pairs(self, wanted: str) -> Iterator[tuple[str, str]]:
        """The pairs about which `wanted` was decided last."""
        last: dict[tuple[str, str], str] = {}
        for each in self.all():
            if each.action in (SAME, DIFFERENT):
                for pair in _pairs(each.names):
                    last[pair] = each.action
        return (pair for pair, action in last.items() if action == wanted)

    def _parsed(self, number: int, line: bytes) -> Decision:
        try:
            row = json.loads(line.decode("utf-8-sig"))
            names = tuple(map(str, row["names"]))
            if row["action"] not in (SAME, DIFFERENT, CALLED, *DESCRIBED) or len(names) < 2:
                raise ValueError
            return Decision(str(row["when"]), str(row["who"]), row["action"], names, str(row.get("why", "")))
        except (ValueError, TypeError, KeyError) as wrong:
            raise JuesuanError(say("corrections.line", path=self.file, line=number)) from wrong


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The first name with each of the others, each pair in one order."""
    first, *others = names
    return ((min(first, other), max(first, other)) for other in others)
