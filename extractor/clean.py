"""Text from reports and file names, made safe for a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls (escape sequences begin with one) and the marks that reorder text.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def clean(text: object, *, lines: bool = False) -> str:
    """`text` without anything a terminal obeys; on one line, unless `lines` keeps the line breaks. None is empty."""
    shown = "" if text is None else str(text)
    if lines:
        return _CONTROLS.sub("", shown.replace("\r\n", "\n").replace("\t", " "))
    return _CONTROLS.sub("", _BLANKS.sub(" ", shown)).strip()


def escaped(json: str) -> str:
    """JSON in which the characters that a terminal obeys are written as escapes: the same value, harmless to show."""
    return re.sub(
        "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]",
        lambda c: f"\\u{ord(c.group()):04x}",
        json,
    )
