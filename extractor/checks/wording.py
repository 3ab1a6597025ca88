"""Blank slots, remains of the template, missing units, doubled punctuation, brackets that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from extractor.checks.material import NOTE, Doubt, Material, Span
from extractor.lexicon import load

_STATEMENT = 14  # characters between two slots of one statement
_BRACKET = re.compile("[（）]")
_AROUND = 12  # characters before a place that are quoted with it


def wording(material: Material) -> Iterator[Doubt]:
    """The places of the running text that fit a pattern of checks.toml; the same wording of a rule is told once."""
    text = material.flow.text
    said: dict[tuple[str, str], list[Span]] = {}
    made: dict[tuple[str, str], Doubt] = {}
    for entry, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span("mark")
            found, around = match["mark"], quoted(text, start, end)
            if entry["rule"] == "空白" and _beside(said, entry["rule"], material.flow.stored(start, end)):
                continue  # 占%，比上年减少万元: one slot after the other of one statement
            key = (entry["rule"], found if entry["rule"] in ("漏字", "模板残留") else around)
            said.setdefault(key, []).append(material.flow.stored(start, end))
            if key not in made:
                values = {"found": found, "around": around}
                message, expected = entry["message"].format(**values), entry["expected"].format(**values)
                made[key] = Doubt(entry["rule"], entry["severity"], message, (), expected, found)
    for key, doubt in made.items():
        yield Doubt(
            doubt.rule, doubt.severity, doubt.message, tuple(said[key]), doubt.expected, doubt.observed, doubt.fixes
        )
    yield from _brackets(material)


def _beside(said: dict[tuple[str, str], list[Span]], rule: str, span: Span) -> bool:
    """Whether the statement of a place was told already: a place of the same rule stands right beside it."""
    told = [other for (name, _), spans in said.items() if name == rule for other in spans]
    return any(abs(other[0] - span[0]) <= _STATEMENT for other in told)


@cache
def _patterns() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    return [(entry, re.compile(entry["pattern"], re.M)) for entry in load("checks")["wording"]]


def quoted(text: str, start: int, end: int) -> str:
    """What stands around a place, within its line."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    after = text.find("\n", end)
    return text[first : min(end + 4, after if after >= 0 else len(text))]


def _brackets(material: Material) -> Iterator[Doubt]:
    """An opening bracket that neither its paragraph nor the two after it close."""
    text = material.flow.text
    lines = list(re.finditer(r"[^\n]+", text))
    for at, line in enumerate(lines):
        if "\t" in line[0] or not line[0].endswith(("。", "；")):
            continue
        open_at = _unclosed(line[0]) if "（" in line[0] else None
        if open_at is None or _excess("".join(other[0] for other in lines[at + 1 : at + 3])) > 0:
            continue
        start = line.start() + open_at
        around = text[start : start + 16]
        yield Doubt("括号不配对", NOTE, f"“{around}…”缺右括号。", (material.flow.stored(start, start + 1),), "）", "（")


def _unclosed(line: str) -> int | None:
    opened: list[int] = []
    for bracket in _BRACKET.finditer(line):
        if bracket[0] == "（":
            opened.append(bracket.start())
        elif opened:
            opened.pop()
    return opened[0] if opened else None


def _excess(text: str) -> int:
    """Closing brackets that nothing in the text opened."""
    depth = lowest = 0
    for char in text:
        depth += (char == "（") - (char == "）")
        lowest = min(lowest, depth)
    return -lowest
