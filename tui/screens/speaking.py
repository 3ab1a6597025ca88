"""Screens whose keys are named in the language of the interface."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from textual.binding import ActiveBinding
from textual.screen import Screen

from tui.words import Say


class Speaking:
    """Mixed into a screen: the description of a binding is a key of the words, said when it is shown."""

    say: Say

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        active = cast("Screen[object]", super()).active_bindings
        return {key: self._spoken(each) for key, each in active.items()}

    def _spoken(self, active: ActiveBinding) -> ActiveBinding:
        described = replace(active.binding, description=self.say(active.binding.description))
        return active._replace(binding=described, tooltip=self.say(active.tooltip) if active.tooltip else "")
