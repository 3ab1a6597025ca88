"""What happens to a text between the office and the reader: line breaks, spaces, full-width digits, page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")
_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


@dataclass(frozen=True)
class Noise:
    """What was done, for people: `name`; `hard_lines` where a line is a paragraph."""

    text: str
    hard_lines: bool
    name: str


def add(lines: list[str], head: str, random: Random) -> Noise:
    """The paragraphs and headings of a report as one text, with noise drawn at random."""
    done: list[str] = []
    if random.random() < 0.15:
        lines, done = [_wide(line) for line in lines], [*done, "全角"]
    elif random.random() < 0.25:
        lines, done = [_NUMBER.sub(r" \g<0> ", line) for line in lines], [*done, "空格"]
    if random.random() < 0.4:
        return Noise("\n".join(lines) + "\n", True, "、".join([*done, "一行一段"]))
    width = random.randint(18, 44)
    lines = [piece for line in lines for piece in _wrapped(line, width)]
    done.append(f"每行{width}字")
    if random.random() < 0.3:
        lines, done = [piece for line in lines for piece in (line, "")], [*done, "空行"]
    if random.random() < 0.5:
        return Noise(_paged(lines, head, random.randint(25, 45)), False, "、".join([*done, "页眉页码"]))
    return Noise("\n".join(lines) + "\n", False, "、".join(done))


def _wide(line: str) -> str:
    return _NUMBER.sub(lambda number: number[0].translate(_WIDE), line)


def _wrapped(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)] or [""]


def _paged(lines: list[str], head: str, height: int) -> str:
    pages = [lines[at : at + height] for at in range(0, len(lines), height)]
    return "\f".join("\n".join([head, *page, f"— {number} —", ""]) for number, page in enumerate(pages, 1))
