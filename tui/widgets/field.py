"""A one-line input that does not blink."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from tui.clean import plain


class Field(Input):
    """An `Input` whose keys have names in the help; what is pasted into it is made safe first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "key.submit", show=False),
        Binding("down", "leave", "key.leave", show=False),
    ]

    class Left(Message):
        """The down key: whoever typed wants to go on in the list below."""

    def on_mount(self) -> None:
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        return plain(value)

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def fill(self, value: str) -> None:
        """Put words in without acting on them."""
        with self.prevent(Input.Changed):
            self.value = value
            self.cursor_position = len(value)
