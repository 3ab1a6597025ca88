"""Disks that are full or may not be written to: a sentence, and the index keeps what it had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.places import PROJECT
from benchmarks.torture.kills import exported, facts, judge
from tests.generator import generate

FULL = "on a full disk"
# What is mounted is seen by these commands alone and gone with them.
_MOUNTED = 'mount -t tmpfs -o size="$1"k none "$2" && cp -a "$3"/. "$2" && mount -o remount,"$4" "$2" || exit 99; place=$2 kept=$5; shift 5; "$@"; code=$?; cp -a "$place"/. "$kept"; exit $code'
LONGEST = 120.0
"""Seconds that one run may take."""


@dataclass(slots=True)
class Filled:
    """What came of it: runs, those that the disk was too small for, and what was wrong afterwards."""

    runs: int = 0
    full: int = 0
    damaged: int = 0
    half: int = 0
    lost: int = 0
    unsaid: int = 0
    different: int = 0

    @property
    def harm(self) -> int:
        """How many things went wrong: 0 is what is wanted."""
        return self.damaged + self.half + self.lost + self.unsaid + self.different


@cache
def can_mount() -> bool:
    """Whether this system lets us mount a small disk of our own."""
    if not shutil.which("unshare"):
        return False
    call = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/tmp"]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def on_disk(
    place: Path, command: list[str], kept: Path, kilobytes: int = 10_000, writable: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a command with a disk of its own in place of the folder `place`, whose files it begins with.

    What it holds at the end is copied to the folder `kept`.
    """
    kept.mkdir(parents=True)
    begin = place.with_name(f"{place.name}-begin")
    shutil.copytree(place, begin)
    mounted = [str(kilobytes), str(place), str(begin), "rw" if writable else "ro", str(kept)]
    call = ["unshare", "-rm", "sh", "-c", _MOUNTED, "sh", *mounted, *command]
    try:
        return subprocess.run(call, cwd=PROJECT, capture_output=True, text=True, timeout=LONGEST, check=False)
    finally:
        shutil.rmtree(begin)


def juesuan(*arguments: object) -> list[str]:
    """The command line of a command of ours."""
    return [sys.executable, "-m", "extractor.cli", *map(str, arguments)]


def fill(folder: Path, sizes: int, reports: int = 12, seed: int = 0) -> Filled:
    """Index onto disks of `sizes` random sizes, beginning with an index that holds a third of the reports."""
    random = Random(seed)
    source, first, done = folder / "reports", folder / "first", Filled()
    source.mkdir(parents=True)
    first.mkdir()
    for number in range(reports):
        (source / f"{number:03}.txt").write_text(generate(seed + number).text, encoding="utf-8")
    for name in sorted(os.listdir(source))[: reports // 3]:
        shutil.copy2(source / name, first / name)
    disk, whole = folder / "disk", folder / "whole.db"
    disk.mkdir()
    db = disk / "index.db"
    for path, goal in ((first, db), (source, whole)):
        subprocess.run(juesuan("index", path, "--db", goal), cwd=PROJECT, capture_output=True, check=True)
    wanted, complete, before = exported(whole), facts(whole), facts(db)
    least, most = (file.stat().st_size // 1024 for file in (db, whole))
    for number in range(sizes):
        kept = folder / f"kept{number}"
        size = random.randint(least, most + (most - least) // 2)
        run = on_disk(disk, juesuan("index", source, "--db", db), kept, size)
        done.runs += 1
        done.full += run.returncode != 0
        told = run.stderr.strip().splitlines()
        done.unsaid += "Traceback" in run.stderr or (run.returncode != 0 and not (told and told[-1].endswith("。")))
        judged = judge(kept / "index.db", complete)
        done.damaged += judged.damaged
        done.half += judged.half
        if not judged.damaged:
            done.lost += len(before.keys() - facts(kept / "index.db").keys())
            subprocess.run(juesuan("index", source, "--db", kept / "index.db"), cwd=PROJECT, capture_output=True)
            done.different += exported(kept / "index.db") != wanted
        shutil.rmtree(kept)
    return done
