"""The line at the top: words to search for, and a question to ask."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.field import Field
from tui.words import Say


class Omnibox(Horizontal):
    """Two inputs, each with the key that reaches it. Searching happens while typing, asking on enter."""

    @dataclass
    class Searched(Message):
        """Other words are searched for; `done` when enter was pressed."""

        words: str
        done: bool = False

    @dataclass
    class Asked(Message):
        """A question was asked."""

        question: str

    def __init__(self, say: Say) -> None:
        super().__init__(id="omnibox")
        self._say = say

    def compose(self) -> ComposeResult:
        for name, key in (("search", "/"), ("ask", ":")):
            with Horizontal(id=f"{name}-box", classes="box"):
                yield Static(f"{key} {self._say(name)}", classes="label", markup=False)
                yield Field(placeholder=self._say(f"{name}.hint"), id=name, compact=True)

    def fill(self, name: str, value: str) -> None:
        """Put words into the input `name` without acting on them."""
        field = self.query_one(f"#{name}", Input)
        with field.prevent(Input.Changed):
            field.value = value
            field.cursor_position = len(value)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Searched(event.value.strip()))

    @on(Input.Submitted, "#search")
    def _search(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Searched(event.value.strip(), done=True))

    @on(Input.Submitted, "#ask")
    def _ask(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.post_message(self.Asked(event.value.strip()))
