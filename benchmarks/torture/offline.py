"""The whole of juesuan where every network connection is refused: nothing may ask for one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.places import PROJECT

# Heard by every Python process that is begun, the workers too: sitecustomize is imported by each at its start.
_GUARD = """
import socket, sys
ASKED = {asked!r}
def hear(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        if event == "socket.getaddrinfo" or arguments[0].family != socket.AF_UNIX:
            with open(ASKED, "a") as file:
                print(event, arguments[1:], " ".join(sys.argv), file=file)
            raise OSError("the network is not to be used")
sys.addaudithook(hear)
"""


def asked(folder: Path, reports: Path) -> list[str]:
    """What of the network was asked for (nothing, it is to be hoped) while these reports were indexed, asked, exported."""
    guard, log, db = folder / "guard", folder / "asked", folder / "index.db"
    guard.mkdir(parents=True)
    (guard / "sitecustomize.py").write_text(_GUARD.format(asked=str(log)))
    log.write_text("")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(guard), str(PROJECT)))}
    for command in (
        ["index", str(reports)],
        ["stats"],
        ["search", "人员"],
        ["ask", "哪些科目因为人员变动没有完成年初预算？"],
        ["reasons"],
        ["check", "--severity", "error"],
        ["export", "--format", "jsonl", "-o", str(folder / "out.jsonl")],
    ):
        run = [sys.executable, "-m", "extractor.cli", *command, "--db", str(db)]
        done = subprocess.run(run, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or "Traceback" in done.stderr:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr}")
    return log.read_text().splitlines()


def heard(folder: Path) -> list[str]:
    """What the guard notes of a process that does ask: proof that it listens."""
    guard, log = folder / "guard", folder / "asked"
    guard.mkdir(parents=True)
    (guard / "sitecustomize.py").write_text(_GUARD.format(asked=str(log)))
    log.write_text("")
    program = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(guard)}, check=True)
    return log.read_text().splitlines()
