"""Tables that stand among sentences without a title, recognised by what they hold."""

from __future__ import annotations

import re

from extractor.facts.tables.entries import Entry, entries, key
from extractor.facts.tables.grid import Grid
from extractor.facts.tables.subjects import canonical, is_total, plain_name
from extractor.lexicon import load

_HAN = re.compile(r"[一-龥]")


def by_content(grid: Grid) -> Entry | None:
    """The table whose telling labels, and rows or columns, a grid without a title holds; None where none fits."""
    words = {word for row in range(len(grid.texts)) for word in grid.words(row) if _HAN.search(word)}
    for rule in load("tables")["content"]:
        if not all(any(re.search(label, word) for word in words) for label in rule["labels"]):
            continue
        if "subjects" not in rule or _is_about(words, rule):
            return entries()[key(rule["table"])]
    return None


def _is_about(words: set[str], rule: dict[str, list[str]]) -> bool:
    """Whether every row or column but totals and labels is one of the rule's subjects, and there are two or more."""
    labels = (word for word in words if not any(re.search(label, word) for label in rule["others"]))
    named = {canonical(plain_name(word)) for word in labels if not is_total(word)}
    return len(named & set(rule["subjects"])) > 1 and named <= set(rule["subjects"])
