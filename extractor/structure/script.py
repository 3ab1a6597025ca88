"""Traditional characters in Simplified, by OpenCC's dictionary."""

from __future__ import annotations

from functools import cache
from typing import Any

_SAME: set[str] = set()
"""The characters met that are the same in both."""


def simple_forms(text: str) -> dict[str, str]:
    """The characters of a text that are written otherwise in Simplified → how; one for one."""
    return {char: form for char in set(text) - _SAME if (form := _form(char)) != char}


def converted(text: str) -> str:
    """The text in Simplified, word by word."""
    return str(_converter().convert(text))


@cache
def _form(char: str) -> str:
    form = converted(char)
    if len(form) != 1 or form == char:
        _SAME.add(char)
        return char
    return form


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
