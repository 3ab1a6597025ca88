"""The questions that lie beside the real reports, asked on the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

JUESUAN = f"{sys.executable} -m extractor"


@pytest.fixture(scope="session")
def asked(shared: Path, shared_index: Path) -> str:
    """What the scorer of the questions printed."""
    command = [sys.executable, str(shared / "ask_score.py"), str(shared / "questions.jsonl")]
    run = subprocess.run([*command, "--db", str(shared_index), "--juesuan", JUESUAN], capture_output=True, text=True)
    return run.stdout + run.stderr


def test_enough_are_right(asked: str) -> None:
    told = re.search(r"^(\d+) of 30 right", asked, re.M)
    assert told and int(told[1]) >= 29, asked


def test_refusals_are_right(shared: Path, asked: str) -> None:
    lines = (shared / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    refused = [case["question"] for case in cases if case["expect"].get("answered") is False]
    assert refused
    assert [question for question in refused if f"WRONG {question}" in asked] == []
