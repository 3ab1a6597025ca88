"""Text from a report or a keyboard made safe for a screen, and measured in terminal cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"

# Controls (escape sequences begin with one), marks that turn a line round, invisible spaces, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """`text` with every character that could disturb the screen as a space: the same length, so offsets still hold."""
    return _UNSAFE.sub(" ", text)


def line(text: str | None, most: int = 2000) -> str:
    """`text` as one safe line of at most `most` characters, runs of blanks as one."""
    return " ".join(plain((text or "")[:most]).split())


def shorten(text: str, cells: int, keep_end: bool = False) -> str:
    """`text` in at most `cells` terminal cells, with … where something was left out (at the front with `keep_end`)."""
    if cell_len(text) <= cells:
        return text
    if cells <= 1:
        return ELLIPSIS[:cells]
    room = cells - 1
    if not keep_end:
        return set_cell_size(text, room).rstrip() + ELLIPSIS
    return ELLIPSIS + set_cell_size(text[::-1], room).rstrip()[::-1]
