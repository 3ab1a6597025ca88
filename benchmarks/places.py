"""Where reports and their gold lie: the project's corpus, and real reports beside the project where there are any."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = PROJECT / "corpus"
SHARED = Path(os.environ.get("JUESUAN_SHARED", PROJECT.parent / "shared"))


@dataclass(frozen=True)
class Collection:
    """A folder with `reports/` and `gold/`; a gold file has the name of its report, with the ending .jsonl."""

    name: str
    folder: Path

    @property
    def reports(self) -> list[Path]:
        """The reports, sorted by name."""
        return sorted(path for path in (self.folder / "reports").iterdir() if path.is_file())

    def with_gold(self) -> Iterator[tuple[Path, Path]]:
        """The reports that have gold, each with its gold file."""
        for report in self.reports:
            gold = self.folder / "gold" / f"{report.stem}.jsonl"
            if gold.is_file():
                yield report, gold


def collections() -> list[Collection]:
    """The collections that are here: always our corpus, the shared reports where they lie beside the project."""
    found = [Collection("虚构语料（corpus）", CORPUS)]
    if (SHARED / "reports").is_dir():
        found.append(Collection("真实报告（shared）", SHARED))
    return found


def former_blind_sets() -> list[Collection]:
    """The reports that were once a blind test: docs/blind.md tells how they came out when they were."""
    folders = [gold.parent for gold in sorted((PROJECT / "benchmarks" / "blind").glob("**/gold"))]
    return [Collection(f"曾经的盲测（{folder.name}）", folder) for folder in folders]


def commit() -> str:
    """The commit that was measured; with a + where files differ from it."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return said.stdout.strip() or "unknown"
