"""The progress bar of a long run: how much is done, how fast, what is left."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any

from extractor.clean import clean
from extractor.messages import say
from extractor.pipeline import Step

PATIENCE = 2.0
"""Seconds after which a run on a terminal shows its progress."""


class Bar:
    """Give `step` to `index_paths`; a context manager that takes the bar away at the end."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._shown: Any = None
        self._task: Any = None
        self._bytes = 0

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown is not None:
            self._shown.stop()

    def step(self, step: Step) -> None:
        """One file is done."""
        self._bytes += step.size
        taken = time.monotonic() - self._begun
        if self._shown is None and (taken < PATIENCE or not sys.stderr.isatty()):
            return
        if self._shown is None:
            self._start(step)
        rate = say("progress.rate", files=f"{step.number / taken:.1f}", mb=f"{self._bytes / taken / 1e6:.1f}")
        self._shown.update(self._task, completed=step.number, rate=rate, name=clean(step.path.name))

    def _start(self, step: Step) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._shown = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeRemainingColumn(),
            TextColumn("{task.fields[name]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._shown.add_task("", total=step.total, rate="", name="")
        self._shown.start()
