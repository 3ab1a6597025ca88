"""A one-line input that does not blink."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.clean import plain


class Field(Input):
    """An `Input` whose keys have names in the help; what is pasted into it is made safe first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "key.submit", show=False)]

    def on_mount(self) -> None:
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        return plain(value)
