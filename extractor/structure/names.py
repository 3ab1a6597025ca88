"""Organisations' names: what is one, and text brought into the shape in which names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import ne

from extractor.lexicon import load
from extractor.structure.script import converted, simple_forms

# The share of Chinese characters that differ in Simplified above which a text is Traditional.
_TRADITIONAL = 0.05
_BROKEN = re.compile(r"[\u4e00-\u9fff\d,]$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LOOSE, _LOOSE_IN_LINES = re.compile(r"[\s“”\"'《》]+"), re.compile(r"[\s“”\"'《》](?<!\n)")
_BEGINNING = re.compile(r"第.{1,3}部分|[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[^,。]{2,12}:|目\s*录|表")
_NAME = re.compile(r"[\u4e00-\u9fff](?:[\u4e00-\u9fff〇()·]|(?<!\d)\d{3,5}(?!\d))*")
_WRAPPED = 18  # characters: a shorter line was not broken by the page's width


def organisation(text: str) -> str | None:
    """The name in squeezed `text`, without what hangs on it (部门, 本级, an alias in brackets); None if it is none.

    >>> organisation("青禾县水利局(本级)部门"), organisation("青禾县")
    ('青禾县水利局', None)
    """
    words = load("identity")["organisation"]
    name = _trimmed(text)
    if not 3 <= len(name) <= words["longest"] or name in words["generic"] or re.match(words["reference"], name):
        return None
    if not name.endswith(tuple(words["endings"])) or _never().search(name) or not _NAME.fullmatch(name):
        return None
    return name.replace("(", "（").replace(")", "）") if name.count("(") == name.count(")") else None


def _trimmed(name: str) -> str:
    while True:
        shorter = _tail().sub("", name)
        if shorter == name:
            return name
        name = shorter


@cache
def _never() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load("identity")["organisation"]["never"])))


@cache
def _tail() -> re.Pattern[str]:
    tails = "|".join(load("identity")["organisation"]["tails"])
    return re.compile(rf"(?:\([^()]*\)|{tails})$")


def squeezed(text: str) -> str:
    """`text` in half-width characters without any white space or quotation marks."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text))


def squeezed_lines(lines: Iterable[str]) -> str:
    """The lines, each squeezed, divided by line feeds."""
    return _LOOSE_IN_LINES.sub("", unicodedata.normalize("NFKC", "\n".join(lines)))


def lines_of(text: str, hard: bool) -> list[str]:
    """The lines that have something on them, in half-width characters.

    After the cover, lines broken by the page's width are one, unless lines are paragraphs anyway (`hard`).
    """
    stop = re.compile(load("identity")["title"]["stop"])
    lines: list[str] = []
    running = broken = False
    for raw in unicodedata.normalize("NFKC", text).split("\n"):
        line = raw.strip()
        if not line:
            continue
        if broken and not _begins(line):
            lines[-1] += line
        else:
            lines.append(line)
        running = running or (not hard and stop.match(line) is not None)
        broken = running and len(line) >= _WRAPPED and "\t" not in line and _BROKEN.search(line) is not None
    return lines


def _begins(line: str) -> bool:
    """Whether a line plainly begins something: a number, a part, a table, a label."""
    return _BEGINNING.match(line) is not None


def simplified(*texts: str) -> tuple[str, ...]:
    """The texts in Simplified characters, if together they are Traditional; else as they are."""
    whole = "".join(texts)
    if not simple_forms(whole):
        return texts
    plain = converted(whole)
    if len(plain) != len(whole) or plain == whole:
        return texts
    if sum(map(ne, whole, plain)) <= _TRADITIONAL * len(_HAN.findall(whole)):
        return texts
    ends = list(accumulate(map(len, texts)))
    return tuple(plain[end - len(text) : end] for text, end in zip(texts, ends, strict=True))
