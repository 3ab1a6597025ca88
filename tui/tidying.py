"""Garbage of Python's is collected while nobody presses a key: a full collection stops everything for 0.1 s and more."""

from __future__ import annotations

import gc
import time

REST = 1.0
"""Seconds without a key or the mouse after which there is time for it."""

SELDOM = 100
"""Collections of young objects, at least, between two full ones that do not wait for a rest (10 is usual)."""

DUE = 5
"""Collections of young objects after which a full one is worth while."""


class Garbage:
    """Of the whole process."""

    def __init__(self) -> None:
        self._touched = time.monotonic()
        self._before = gc.get_threshold()

    def begin(self) -> None:
        """What is there by now, modules above all, stays for good and is not looked at again."""
        gc.freeze()
        young, middle, _ = self._before = gc.get_threshold()
        gc.set_threshold(young, middle, SELDOM)

    def end(self) -> None:
        """As it was before."""
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def busy(self) -> None:
        """A key was pressed, or the mouse moved."""
        self._touched = time.monotonic()

    def collect(self) -> None:
        """Collect, if there is time and it is due."""
        if time.monotonic() - self._touched >= REST and gc.get_count()[2] >= DUE:
            gc.collect()
