"""The whole of juesuan where every network connection is refused: nothing may ask for one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from benchmarks.places import PROJECT

# Heard by every Python process that is begun, the workers too: sitecustomize is imported by each at its start.
_GUARD = """
import socket, sys
ASKED = {asked!r}
def hear(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"):
        here = event != "socket.getaddrinfo" and arguments[0].family == socket.AF_UNIX
        # juesuan serve; and whether there is IPv6, asked by urllib3, which comes with spaCy
        ours = event == "socket.bind" and arguments[1][0] in ("127.0.0.1", "::1")
        if not here and not ours:
            with open(ASKED, "a") as file:
                print(event, arguments[1:], " ".join(sys.argv), file=file)
            raise OSError("the network is not to be used")
sys.addaudithook(hear)
"""


_VISIT = """
import asyncio, sys
from pathlib import Path
from tui.app import JuesuanApp
async def visit():
    app = JuesuanApp(Path(sys.argv[1]))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("1", "2", "3", "4", "5"):
            await pilot.press(key)
            await pilot.pause()
asyncio.run(visit())
"""
LONGEST = 120.0
"""Seconds in which the server must answer."""


def asked(folder: Path, reports: Path) -> list[str]:
    """What of the network was asked for (nothing, it is to be hoped) while these reports were indexed, asked, exported."""
    guard, log, db = folder / "guard", folder / "asked", folder / "index.db"
    guard.mkdir(parents=True)
    (guard / "sitecustomize.py").write_text(_GUARD.format(asked=str(log)))
    log.write_text("")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(guard), str(PROJECT)))}
    name = next(iter(sorted(path.name for path in reports.iterdir())))
    for command in (
        ["index", str(reports)],
        ["stats"],
        ["documents"],
        ["show", name],
        ["explain", name],
        ["organisations"],
        ["search", "人员"],
        ["ask", "哪些科目因为人员变动没有完成年初预算？"],
        ["reasons"],
        ["check", "--severity", "error"],
        *(["export", "-o", str(folder / f"out.{ending}")] for ending in ("jsonl", "csv", "xlsx", "md", "zip")),
        ["export", "--panel", "organisation,year", "-o", str(folder / "panel.csv")],
    ):
        run = [sys.executable, "-m", "extractor.cli", *command, "--db", str(db)]
        done = subprocess.run(run, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or "Traceback" in done.stderr:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr}")
    _browsed(db, environment)
    _served(db, environment)
    return log.read_text().splitlines()


def _browsed(db: Path, environment: dict[str, str]) -> None:
    """The terminal interface begins, goes through its places and ends."""
    subprocess.run(
        [sys.executable, "-c", _VISIT, str(db)], cwd=PROJECT, env=environment, capture_output=True, check=True
    )


def _served(db: Path, environment: dict[str, str]) -> None:
    """`juesuan serve` begins and ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    call = [sys.executable, "-m", "extractor.cli", "serve", "--port", str(port), "--db", str(db)]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(call, cwd=PROJECT, env=environment, stdout=quiet, stderr=quiet)
    try:
        deadline = time.monotonic() + LONGEST
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("juesuan serve does not answer")
            time.sleep(0.2)
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def heard(folder: Path) -> list[str]:
    """What the guard notes of a process that does ask: proof that it listens."""
    guard, log = folder / "guard", folder / "asked"
    guard.mkdir(parents=True)
    (guard / "sitecustomize.py").write_text(_GUARD.format(asked=str(log)))
    log.write_text("")
    program = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(guard)}, check=True)
    return log.read_text().splitlines()
