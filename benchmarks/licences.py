"""Licences of all that is pinned: `python -m benchmarks.licences` writes their table into docs/dependencies.md.

What is installed says it itself; of the rest, pip fetches the metadata (`--dry-run`: nothing is installed).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

from benchmarks.places import PROJECT

PAGE = PROJECT / "docs" / "dependencies.md"
PINS = sorted(path.name for path in PROJECT.glob("requirements*.txt"))
HEADING = "## 钉住的全部版本和许可"
_INTRO = f"""{HEADING}

由 `python -m benchmarks.licences` 从各包自己的说明生成；没有 AGPL（tests/test_licences.py 逐行核对）。

| 包 | 版本 | 许可 |
|---|---|---|
"""
_PIN = re.compile(r"^([\w.-]+)==([\w.]+)")
_LONG = 60
# What classifiers and old fields call a licence → its name by SPDX; the first that is found in it.
_NAMES = (
    ("AGPL", "AGPL"), ("Affero", "AGPL"), ("Lesser", "LGPL"), ("LGPL", "LGPL"), ("GPL", "GPL"), ("MIT", "MIT"),
    ("Apache", "Apache-2.0"), ("Mozilla", "MPL-2.0"), ("MPL", "MPL-2.0"), ("ISC", "ISC"), ("BSD", "BSD"),
    ("Python Software", "PSF-2.0"), ("PSF", "PSF-2.0"), ("Public Domain", "Public Domain"), ("Unlicense", "Unlicense"),
)  # fmt: skip


def pins() -> dict[str, str]:
    """The pinned packages with their versions, by name in small letters."""
    lines = (line for name in PINS for line in (PROJECT / name).read_text("utf-8").splitlines())
    return {pin[1].lower(): pin[2] for line in lines if (pin := _PIN.match(line))}


def licences(names: Iterable[str]) -> dict[str, str]:
    """The licence of each package."""
    found: dict[str, str] = {}
    absent = []
    for name in names:
        try:
            found[name] = installed(name)
        except PackageNotFoundError:
            absent.append(name)
    return found | _fetched(absent)


def installed(name: str) -> str:
    """The licence that an installed package names; PackageNotFoundError where it is not installed."""
    own = metadata(name)
    expression, words = (own.get_all(field) or [None] for field in ("License-Expression", "License"))
    return named(expression[0], own.get_all("Classifier") or [], words[0])


def named(expression: str | None, classifiers: Iterable[str], words: str | None) -> str:
    """One name of a licence, from what a package says: an SPDX expression, classifiers, or words of its own."""
    if expression:
        return expression
    told = [each.rpartition("::")[2] for each in classifiers if each.startswith("License ::")]
    first = (words or "").strip().splitlines()[:1]
    if first and re.fullmatch(r"[\w.-]+( (AND|OR) [\w.-]+)+", first[0]):
        return first[0]
    for text in (*told, *first):
        for part, name in _NAMES:
            if part in text:
                return name
    return first[0][:_LONG] if first else "?"


def _fetched(names: list[str]) -> dict[str, str]:
    """The licences of packages that are not installed here."""
    if not names:
        return {}
    versions = pins()
    call = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--dry-run",
        "--ignore-installed",
        "--no-deps",
        "--report",
        "-",
    ]
    run = subprocess.run([*call, *(f"{name}=={versions[name]}" for name in names)], capture_output=True, check=True)
    told: list[Mapping[str, Any]] = [each["metadata"] for each in json.loads(run.stdout)["install"]]
    return {
        each["name"].lower(): named(each.get("license_expression"), each.get("classifier", []), each.get("license"))
        for each in told
    }


def listed() -> dict[str, tuple[str, str]]:
    """What the page lists: version and licence by name."""
    rows = re.findall(r"^\| (\S+) \| (\S+) \| (.+) \|$", PAGE.read_text("utf-8").partition(HEADING)[2], re.MULTILINE)
    return {name: (version, licence) for name, version, licence in rows if name not in ("包", "---")}


def main() -> None:
    """Write the table at the end of the page."""
    versions = pins()
    found = licences(versions)
    rows = "".join(f"| {name} | {versions[name]} | {found[name]} |\n" for name in sorted(versions))
    before = PAGE.read_text("utf-8").partition(HEADING)[0].rstrip()
    PAGE.write_text(f"{before}\n\n{_INTRO}{rows}", "utf-8")
    print(f"{len(versions)} packages")


if __name__ == "__main__":
    main()
