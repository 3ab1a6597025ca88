"""Lines as Chinese is set: a number is never broken, no line begins with 。or ends with （."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_CLOSING = "，。；：、！？）》〉」』】〕”’％%…"
_OPENING = "（《〈「『【〔“‘"

# What stays together: a number or a Latin word, else one character; with the marks that open before and close after it.
_UNIT = re.compile(rf"[{_OPENING}]*(?:[0-9A-Za-z]+(?:[.,\-/][0-9A-Za-z]+)*|.)[{_CLOSING}]*", re.S)


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """The spans of the lines of `text`, each at most `width` terminal cells wide."""
    width = max(2, width)
    spans, start, used = [], 0, 0
    for first, last, cells in _units(text, width):
        if used and used + cells > width:
            spans.append((start, first))
            start, used = first, 0
        used += cells
        end = last
    return [*spans, (start, end)] if text else [(0, 0)]


def _units(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """What may not be broken, as spans with their width; what is wider than a line is broken anywhere."""
    for found in _UNIT.finditer(text):
        cells = cell_len(found[0])
        if cells <= width:
            yield *found.span(), cells
        else:
            yield from ((n, n + 1, cell_len(text[n])) for n in range(*found.span()))
