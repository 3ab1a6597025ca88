"""Jump: a letter over everything that can have the focus; the letter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.speaking import Speaking
from tui.words import Say

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class JumpScreen(Speaking, ModalScreen[str]):
    """Yields the letter that was pressed, if it stands over something."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+o", "leave", "key.close", show=False)]

    def __init__(self, say: Say, targets: Sequence[tuple[str, Widget]]) -> None:
        super().__init__()
        self.say = say
        self._targets = targets

    def compose(self) -> ComposeResult:
        for letter, widget in self._targets:
            label = Static(f" {letter} ", classes="jump-letter", markup=False)
            label.styles.offset = (widget.region.x, widget.region.y)
            yield label

    def on_key(self, event: events.Key) -> None:
        if any(letter == event.key for letter, _ in self._targets):
            event.stop()
            self.dismiss(event.key)

    def action_leave(self) -> None:
        self.dismiss(None)


def lettered(numbered: Sequence[Widget], others: Sequence[Widget]) -> list[tuple[str, Widget]]:
    """Places keep their numbers; what else can be gone to gets letters."""
    numbers = [(str(at), widget) for at, widget in enumerate(numbered, 1)]
    return [*numbers, *zip(LETTERS, others, strict=False)]
