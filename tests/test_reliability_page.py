"""docs/reliability.md names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`((?:[\w/]+\.py)?)::(\w+)`|`([\w/]+\.py)`")


def test_every_test_that_the_page_names_exists() -> None:
    rows = [line for line in (ROOT / "docs/reliability.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    named: list[tuple[str, str]] = []
    file = ""
    for row in rows:
        for given, test, alone in NAMED.findall(row):
            file = given or file
            if test:
                named.append((file, test))
            elif alone.startswith("benchmarks"):
                assert (ROOT / alone).is_file()
            else:
                assert (ROOT / "tests" / alone).is_file()
    assert len(named) > 30
    assert [each for each in named if f"def {each[1]}(" not in (ROOT / "tests" / each[0]).read_text("utf-8")] == []
