"""Dialogues: a box over what one was looking at; esc leaves everything as it was."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screens.speaking import Speaking
from tui.words import Say

Result = TypeVar("Result")


class Dialog(Speaking, ModalScreen[Result]):
    """A title, what `body` yields, and a line at the foot."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "key.close")]

    def __init__(self, say: Say, title: str, foot: str = "") -> None:
        super().__init__()
        self.say = say
        self._title_words, self._foot = title, foot

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content.styled(self._title_words, "bold"), classes="title")
            yield from self.body()
            if self._foot:
                yield Static(Content.styled(self._foot, "$faint"), classes="foot")

    def body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def action_leave(self) -> None:
        self.dismiss(None)
