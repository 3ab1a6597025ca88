"""What a question should be answered with, and how an answer is compared with it.

value, unit   the one figure, equal as a number, the sign ignored; the unit equal
values        the figures of the rows, in any order
groups        the figures of an answer by organisation, year, category …, by the name of the group
subjects      the last path element of the rows' subjects: the same set
indicators, projects, documents   those of the rows: the same set
reasons       each occurs in the reason of some row; none of `without` does
answered      false: refused, with a reason and without rows
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.questions import Answer, Conversation
from extractor.store import Index

_FIELDS = {"subjects": "subject", "indicators": "indicator", "projects": "project", "documents": "document"}


def cases(name: str) -> list[dict[str, Any]]:
    """The questions of a file beside this one: `question`, `expect` and perhaps `kind`, `before` (asked before it)."""
    return [json.loads(line) for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()]


def asked(index: Index, case: Mapping[str, Any]) -> Answer:
    """The answer to the question of a case, after what was asked before it."""
    talk = Conversation(index)
    for before in case.get("before", ()):
        talk.ask(before)
    return talk.ask(case["question"])


def right(answer: Answer, expect: Mapping[str, Any]) -> bool:
    """Whether the answer is the expected one."""
    if not expect.get("answered", True):
        return not answer.answered and not answer.rows
    return answer.answered and all(_RIGHT.get(key, _same_names)(answer, expect, key) for key in expect)


def _value(answer: Answer, expect: Mapping[str, Any], _: str) -> bool:
    figure = answer.figure
    return figure is not None and _number(figure.value) == _number(expect["value"]) and figure.unit == expect["unit"]


def _values(answer: Answer, expect: Mapping[str, Any], _: str) -> bool:
    return sorted(_number(row["value"]) for row in answer.rows) == sorted(map(_number, expect["values"]))


def _groups(answer: Answer, expect: Mapping[str, Any], _: str) -> bool:
    found = {group.name: _number(group.figure.value) for group in answer.groups}
    return found == {name: _number(value) for name, value in expect["groups"].items()}


def _reasons(answer: Answer, expect: Mapping[str, Any], _: str) -> bool:
    given = [str(row.get("reason") or row.get("text")) for row in answer.rows]
    unwanted = expect.get("without", ())
    return all(any(each in text for text in given) for each in expect["reasons"]) and not any(
        each in text for text in given for each in unwanted
    )


def _same_names(answer: Answer, expect: Mapping[str, Any], key: str) -> bool:
    return {str(row.get(_FIELDS[key]) or "").rsplit("/", 1)[-1] for row in answer.rows} == set(expect[key])


def _always(answer: Answer, expect: Mapping[str, Any], _: str) -> bool:
    return True


def _number(text: Any) -> Decimal:
    return abs(Decimal(str(text)))


_RIGHT = {
    "value": _value, "unit": _always, "values": _values, "groups": _groups, "reasons": _reasons, "without": _always,
    "answered": _always,
}  # fmt: skip
