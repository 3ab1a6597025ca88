"""Traditional characters in Simplified, by OpenCC's dictionary."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_HAN = [chr(code) for block in (range(0x3400, 0x4DC0), range(0x4E00, 0xA000)) for code in block]


def simple_forms(text: str) -> dict[str, str]:
    """The characters of a text that are written otherwise in Simplified → how; one for one."""
    return {char: _forms()[char] for char in set(_traditional().findall(text))}


def converted(text: str) -> str:
    """The text in Simplified, word by word."""
    return str(_converter().convert(text))


@cache
def _forms() -> dict[str, str]:
    forms = zip(_HAN, converted("\n".join(_HAN)).split("\n"), strict=True)
    return {char: form for char, form in forms if form != char and len(form) == 1}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_forms())}]")


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
