"""The characters that a pattern can begin with, looked at before it: `re` finds them so for simple patterns only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
_WITHOUT_WIDTH = ("ASSERT", "ASSERT_NOT", "AT")


class _Any(Exception):
    """A pattern that any character may begin."""


def led(pattern: str) -> str:
    """A pattern that matches as `pattern` does and sees at once where it cannot begin: for searches in long texts.

    >>> led("(?<!不)(?:增加|减少)|其?中")
    '(?=[中其减增])(?:(?<!不)(?:增加|减少)|其?中)'
    >>> led("a*")
    'a*'
    """
    parsed = _parser.parse(pattern)
    try:
        characters, empty = _first(parsed)
    except _Any:
        return pattern
    flagged = parsed.state.flags & ~re.UNICODE
    return pattern if empty or flagged else f"(?=[{''.join(sorted(characters))}])(?:{pattern})"


def _first(sequence: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """The pieces of a character class that hold what a sequence may begin with; whether it may be empty."""
    found: set[str] = set()
    for operation, what in sequence:
        characters, empty = _of(operation.name, what)
        found |= characters
        if not empty:
            return found, False
    return found, True


def _of(operation: str, what: Any) -> tuple[set[str], bool]:
    if operation == "LITERAL":
        return {re.escape(chr(what))}, False
    if operation == "IN":
        return {_piece(item.name, value) for item, value in what}, False
    if operation == "BRANCH":
        return _either(what[1])
    if operation == "SUBPATTERN" and not what[1] and not what[2]:
        return _first(what[3])
    if operation.endswith("_REPEAT"):
        characters, empty = _first(what[2])
        return characters, empty or what[0] == 0
    if operation == "GROUPREF_EXISTS":
        return _either([what[1], what[2] or ()])
    if operation in _WITHOUT_WIDTH:
        return set(), True
    raise _Any


def _either(sequences: Iterable[Any]) -> tuple[set[str], bool]:
    found = [_first(sequence) for sequence in sequences]
    return set().union(*(characters for characters, _ in found)), any(empty for _, empty in found)


def _piece(kind: str, value: Any) -> str:
    """One piece of a character class."""
    if kind == "LITERAL":
        return re.escape(chr(value))
    if kind == "RANGE":
        return "-".join(re.escape(chr(end)) for end in value)
    if kind == "CATEGORY" and value.name in _CATEGORIES:
        return _CATEGORIES[value.name]
    raise _Any
