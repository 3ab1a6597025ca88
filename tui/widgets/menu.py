"""Choosing one of several things, or typing another, in a box over the screen.

It is a part of the main screen, not a screen of its own: closing one of those draws everything anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.clean import line
from tui.widgets.field import Field
from tui.words import Say

Choice = tuple[str, str]
"""A value and its words."""

_PASSING = {
    *("enter", "escape", "question_mark", "f1", "up", "down", "j", "k", "home", "end", "pageup", "pagedown", "ctrl+q")
}
"""Keys that do something while the menu is open; what else is bound to keys has to wait."""


class Options(OptionList):
    """What can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "key.choose", key_display="⏎"),
        Binding("j,down", "cursor_down", "key.down", show=False),
        Binding("k,up", "cursor_up", "key.up", show=False),
    ]


class Menu(Vertical):
    """Yields the chosen value, or what was typed where that is allowed; esc leaves everything as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "key.close")]

    def __init__(self, say: Say) -> None:
        super().__init__(id="menu", classes="dialog")
        self._say = say
        self._values: list[str] = []
        self._then: Callable[[str], None] | None = None
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield Field(placeholder=self._say("choose.own"), compact=True, select_on_focus=True)
        yield Options(markup=False, compact=True)

    @property
    def open(self) -> bool:
        """Whether it is in sight."""
        return self._then is not None

    def ask(
        self,
        title: str,
        choices: Sequence[Choice],
        then: Callable[[str], None],
        now: str | None = None,
        own: str | None = None,
    ) -> None:
        """Let one of `choices` be chosen, or something else than `own` be typed, for `then`. Digits choose too."""
        self._before = self.screen.focused
        self._then = then
        self._values = [value for value, _ in choices]
        self.query_one(".title", Static).update(Content.styled(title, "bold"))
        field, options = self.query_one(Field), self.query_one(Options)
        field.fill(own or "")
        field.display = own is not None
        options.set_options(
            Option(Content.assemble((f"{at} " if at < 10 else "  ", "$faint"), line(words)))
            for at, (_, words) in enumerate(choices, 1)
        )
        options.display = bool(choices)
        self.display = True
        if choices:
            options.highlighted = self._values.index(now) if now in self._values else 0
        (options if choices else field).focus()

    def close(self) -> None:
        """Out of sight; the focus goes back to where it was."""
        self._then = None
        self.display = False
        if self.has_focus_within:
            self.screen.set_focus(self._before)

    def action_leave(self) -> None:
        self.close()

    def _choose(self, value: str) -> None:
        then = self._then
        self.close()
        if then is not None:
            then(value)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(self._values[event.option_index])

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if words := event.value.strip():
            self._choose(words)
        else:
            self.close()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the option with this number."""
        if event.key in _PASSING:
            return
        event.stop()
        event.prevent_default()
        if event.key in "123456789" and int(event.key) <= len(self._values):
            self._choose(self._values[int(event.key) - 1])

    def on_descendant_blur(self) -> None:
        """Whoever goes elsewhere with the mouse does not want to choose."""
        if self.open and self.app.app_focus and not self.has_focus_within:
            self.close()
