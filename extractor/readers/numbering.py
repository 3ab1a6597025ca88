"""Word's automatic paragraph numbers, which are not in the text: 一、（一） 1. （1） rebuilt from numbering.xml."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FULL_STOPS = "、．。）：】》〕 \u3000"


def chinese(number: int) -> str:
    """`number` (0 … 9999) in words.

    >>> chinese(12), chinese(20), chinese(105), chinese(110)
    ('十二', '二十', '一百零五', '一百一十')
    """
    if not 0 < number < 10000:
        return _DIGITS[0] if number == 0 else str(number)
    words = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += _DIGITS[digit] + unit
        elif words and not words.endswith("零") and number % power:
            words += "零"
    return words.removeprefix("一") if words.startswith("一十") else words


def _roman(number: int) -> str:
    words = ""
    for value, letter in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        words += letter * (number // value)
        number %= value
    return words


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        chinese,
    ),
    "ideographDigital": lambda n: "".join(_DIGITS[int(d)] for d in str(n)),
    "ideographTraditional": lambda n: _STEMS[(n - 1) % 10],
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: "".join(chr(0xFF10 + int(d)) for d in str(n)),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "lowerLetter": lambda n: chr(ord("a") + (n - 1) % 26),
    "upperLetter": lambda n: chr(ord("A") + (n - 1) % 26),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
}


@dataclass(slots=True)
class _Level:
    style: str
    pattern: str
    start: int
    legal: bool  # all numbers in the pattern are shown as digits


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted. `label` must be asked in the order of the text."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:
        """The lists of an opened python-docx document; none where it has no numbering part."""
        numbering = cls()
        relations = document.part.rels.values()
        for part in (r.target_part for r in relations if r.reltype == RELATIONSHIP_TYPE.NUMBERING):
            numbering._read_lists(part.element)
            numbering._read_styles(document.styles.element)
        return numbering

    def label(self, paragraph: Any) -> str:
        """The number that Word prints before `paragraph`, "" where it prints none. Counts on."""
        found = self._place(paragraph)
        if found is None:
            return ""
        key, depth = found
        levels = self.levels[key]
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(key, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _shown(levels, counts, depth)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The list (a key of `levels`) and the level of a paragraph, from itself or from its style."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return None
        style = _value(properties, "w:pStyle")
        own, inherited = properties.find(qn("w:numPr")), self.styles.get(style or "")
        if own is None:
            number, depth = inherited or ("0", 0)
        else:
            number = _value(own, "w:numId") or (inherited[0] if inherited else "0")
            depth = int(_value(own, "w:ilvl") or (inherited[1] if inherited else 0))
        key = self.lists.get(number)
        return None if key is None else (key, depth)

    def _read_lists(self, root: Any) -> None:
        abstract = {e.get(qn("w:abstractNumId")): e for e in root.iter(qn("w:abstractNum"))}
        for key, element in abstract.items():
            self.levels[key] = {int(e.get(qn("w:ilvl"))): _level(e) for e in element.findall(qn("w:lvl"))}
        for num in root.findall(qn("w:num")):
            number, key = num.get(qn("w:numId")), _value(num, "w:abstractNumId")
            if key not in self.levels:
                continue
            self.lists[number] = key
            overrides = num.findall(qn("w:lvlOverride"))
            if overrides:  # a list of its own, which counts afresh
                self.lists[number] = own = f"{key}/{number}"
                self.levels[own] = {**self.levels[key], **dict(_override(e, self.levels[key]) for e in overrides)}

    def _read_styles(self, root: Any) -> None:
        found: dict[str, tuple[str | None, Any]] = {}
        for style in root.findall(qn("w:style")):
            place = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            found[style.get(qn("w:styleId"))] = (_value(style, "w:basedOn"), place)
        for name in found:
            above: str | None = name
            for _ in range(10):  # styles build on one another, rarely more than three deep
                if above not in found:
                    break
                above, place = found[above]
                if place is not None:
                    self.styles[name] = (_value(place, "w:numId") or "0", int(_value(place, "w:ilvl") or 0))
                    break


def _level(element: Any) -> _Level:
    return _Level(
        style=_value(element, "w:numFmt") or "decimal",
        pattern=_value(element, "w:lvlText") or "",
        start=int(_value(element, "w:start") or 1),
        legal=element.find(qn("w:isLgl")) is not None,
    )


def _override(element: Any, levels: dict[int, _Level]) -> tuple[int, _Level]:
    depth = int(element.get(qn("w:ilvl")))
    own = element.find(qn("w:lvl"))
    level = _level(own) if own is not None else levels.get(depth, _Level("none", "", 1, False))
    start = _value(element, "w:startOverride")
    return depth, _Level(level.style, level.pattern, int(start) if start else level.start, level.legal)


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    """The level's pattern ("%1、", "%1.%2") with the numbers of its levels filled in."""
    level = levels[depth]
    if level.style in ("bullet", "none"):
        return ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        style = "decimal" if level.legal or at not in levels else levels[at].style
        count = counts.get(at, levels[at].start if at in levels else 1)
        return _FORMATS.get(style, str)(count)

    text = re.sub(r"%([1-9])", number, level.pattern)
    return text if not text or text[-1] in _FULL_STOPS else text + " "


def _value(parent: Any, name: str) -> str | None:
    child = parent.find(qn(name))
    return None if child is None else child.get(qn("w:val"))
