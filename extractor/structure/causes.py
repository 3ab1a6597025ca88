"""Causes printed as a list, an item a line: 主要原因是： 1.… 2.… They are one explanation, so one paragraph."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import load
from extractor.structure.markers import Marker, numbered, titled

_FIRST_OF_LIST = 4  # the level of 1.; 一、 and （一） head sections
_OWN_FIGURE = re.compile(r"\d\s*(?:万|亿)?元|\d\s*[%％]")


class Causes:
    """Follows the lines of a report and tells which of them go on with a list of causes."""

    def __init__(self) -> None:
        self._last: Marker | None = None
        self._open = False

    def go_on(self, line: str, following: str) -> bool:
        """Whether `following` belongs to the explanation that `line` opens or goes on with."""
        line, following = line.strip(), following.strip()
        marker = numbered(following)
        if line.endswith(_openers()):
            self._open = self._item(following, marker, None)
            return self._open or (marker is None and not titled(following))
        if self._open and line.endswith(("；", ";", "。")):
            self._open = self._item(following, marker, self._last)
            return self._open
        return False

    def end(self) -> None:
        """A paragraph ends here, and with it the explanation."""
        self._open, self._last = False, None

    def _item(self, text: str, marker: Marker | None, last: Marker | None) -> bool:
        """Whether a line is an item of the list: a small number, after `last` the next one; no statement of its own."""
        if marker is None or marker.level < _FIRST_OF_LIST or _OWN_FIGURE.search(text) or _word() in text:
            return False
        self._last = marker
        return last is None or (last.level == marker.level and _count(marker) == _count(last) + 1)


@cache
def _openers() -> tuple[str, ...]:
    return tuple(load("structure")["causes"]["openers"])


@cache
def _word() -> str:
    return str(load("structure")["causes"]["word"])


def _count(marker: Marker) -> int:
    found = re.search(r"\d+|[①-⑩]", marker.number)
    if found is None:
        return 0
    return int(found.group()) if found.group().isdecimal() else ord(found.group()) - ord("①") + 1
