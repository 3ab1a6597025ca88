"""docs/dependencies.md lists every pinned package with a licence that lets juesuan be given away."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.metadata import PackageNotFoundError

import pytest

from benchmarks.audit import told
from benchmarks.licences import installed, listed, named, pins

FREE = (
    "MIT",
    "BSD",
    "Apache",
    "MPL",
    "PSF",
    "ISC",
    "LGPL",
    "Public Domain",
    "Unlicense",
    "HPND",
    "0BSD",
    "Zlib",
    "CNRI",
)


def test_every_pinned_version_is_listed() -> None:
    assert {name: version for name, (version, _) in listed().items()} == pins(), "run python -m benchmarks.licences"


@pytest.mark.parametrize("name", sorted(pins()))
def test_its_licence_is_known_and_none_of_those_that_bind_the_user(name: str) -> None:
    licence = listed()[name][1]
    assert "AGPL" not in licence and any(free in licence for free in FREE), licence
    with suppress(PackageNotFoundError):  # the row is that of the last time it was looked up
        assert licence == installed(name)


def test_an_affero_licence_is_told_by_its_name() -> None:
    said = ["License :: OSI Approved :: GNU Affero General Public License v3"]
    assert named(None, said, None) == "AGPL"
    assert named("AGPL-3.0-only", [], None) == "AGPL-3.0-only"


def test_an_audit_that_could_ask_nobody_does_not_say_that_all_is_well() -> None:
    unknown = {"name": "click", "skip_reason": "Dependency not found on PyPI"}
    assert told(json.dumps({"dependencies": [unknown]})).skipped.startswith("漏洞库一个包也不认识")
    assert "refused" in told("", "Traceback\nConnectionError: refused").skipped


def test_an_audit_tells_what_is_vulnerable() -> None:
    fine = {"name": "click", "version": "8.5.1", "vulns": []}
    bad = {"name": "lxml", "version": "1.0", "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}]}
    done = told(json.dumps({"dependencies": [fine, bad]}))
    assert done.asked == 2 and done.vulnerable == ("lxml 1.0: CVE-1，修复于 1.1",) and not done.skipped
