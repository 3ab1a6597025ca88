"""Faults of the program itself: what one stage loses must not cost the others, and the user is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from extractor import events
from extractor.messages import say

T = TypeVar("T")


class Faults:
    """Runs stages of an extraction and notes those that failed, each once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._met: dict[str, str] = {}

    def attempt(self, stage: str, otherwise: T, work: Callable[[], T]) -> T:
        """What `work` yields, `otherwise` where it fails; `stage` is the key of a message, `stage.…`."""
        try:
            return work()
        except Exception as fault:
            events.fault("stage", fault, file=self._name, stage=stage)
            self._met.setdefault(stage, type(fault).__name__)
            return otherwise

    def sentences(self) -> tuple[str, ...]:
        """What was lost, as one sentence; nothing where nothing failed."""
        if not self._met:
            return ()
        stages = "、".join(f"{say(f'stage.{stage}')}（{fault}）" for stage, fault in self._met.items())
        return (say("stage.failed", stages=stages),)
