"""Small texts and tables, and all that is found of them: what just agrees, what just does not, what proves nothing.

test_small_texts.jsonl: `text`, with `tables` behind it, in pages ended by \\f where `paged`; `found` as in test_falsified.py.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor.checks import checked
from extractor.extraction import extract_report
from extractor.report import Page, Report
from tests.checks.fictional import report
from tests.checks.test_falsified import shown

CASES = [json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text("utf-8").splitlines()]


def in_pages(whole: Report) -> Report:
    """The report with a page up to each \\f."""
    starts = [0, *(at + 1 for at, char in enumerate(whole.text) if char == "\f")]
    ends = [*starts[1:], len(whole.text)]
    pages = tuple(Page(number, *each) for number, each in enumerate(zip(starts, ends, strict=True), 1))
    return replace(whole, pages=pages, hard_lines=False)


@pytest.mark.parametrize("case", CASES, ids=[f"{at}-{case['what'][:20]}" for at, case in enumerate(CASES)])
def test_what_is_found(case: dict[str, Any]) -> None:
    whole = report(case["text"], *case["tables"], name=f"青溪县城市建设档案馆{case['name']}.txt")
    done = checked(extract_report(in_pages(whole) if case["paged"] else whole))
    assert done.unchecked == ()
    assert [shown(one, whole.text) for one in done.findings] == case["found"]
