"""A report's title: what its first page says before the text begins."""

from __future__ import annotations

import re

from extractor.lexicon import load

_LOOKED_AT = 12  # lines of a cover before the table of contents
_LONGEST = 80  # characters of a title


def is_title(text: str) -> bool:
    """Whether `text` names a report (决算, 預算, 绩效 …) and is short enough to be its title."""
    plain = "".join(text.split())
    return len(plain) <= _LONGEST and any(word in plain for word in load("identity")["title"]["words"])


def cover_title(text: str) -> str | None:
    """The title on the first lines of `text`, its lines joined; None where the text begins without one."""
    stop = re.compile(load("identity")["title"]["stop"])
    lines: list[str] = []
    for line in text[:2000].split("\n"):
        line = " ".join(line.split())
        if not line:
            continue
        if stop.match(line) or len(lines) == _LOOKED_AT:
            break
        lines.append(line)
        if is_title(line):
            return _joined(lines)
    return None


def _joined(lines: list[str]) -> str:
    """The last line with the lines above that belong to the same title: short ones without punctuation."""
    first = len(lines) - 1
    while first > 0 and len(lines) - first < 4 and re.fullmatch(r"[\w\s（）()·]{2,30}", lines[first - 1]):
        first -= 1
    whole = "".join(lines[first:])
    return whole if len(whole) <= _LONGEST else lines[-1]
