"""What was counted last, kept at hand until the index changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 64
"""Answers kept; the one that was asked for longest ago is forgotten first."""


class Kept:
    """Usable from several threads; two that ask for the same at once both count."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: object = None
        self._answers: OrderedDict[str, Any] = OrderedDict()
        self._lasting: dict[str, Any] = {}

    def get(self, state: object, question: str, answer: Callable[[], T], *, lasting: bool = False) -> T:
        """The answer to a question about the index in this state, found by `answer` if it is not at hand.

        A `lasting` one is kept as long as the state lasts: there may only be a few of them.
        """
        with self._lock:
            if state != self._state:
                self._state = state
                self._answers.clear()
                self._lasting.clear()
            if question in self._lasting:
                held: T = self._lasting[question]
                return held
            if question in self._answers:
                self._answers.move_to_end(question)
                found: T = self._answers[question]
                return found
        found = answer()
        with self._lock:
            if state == self._state and lasting:
                self._lasting[question] = found
            elif state == self._state:
                self._answers[question] = found
                if len(self._answers) > MOST:
                    self._answers.popitem(last=False)
        return found
