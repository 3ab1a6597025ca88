"""Choosing one of several things, or typing another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.clean import line
from tui.screens.dialog import Dialog
from tui.widgets.field import Field
from tui.words import Say


class Options(OptionList):
    """What can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "key.choose", key_display="⏎"),
        Binding("j,down", "cursor_down", "key.down", show=False),
        Binding("k,up", "cursor_up", "key.up", show=False),
    ]


class Choose(Dialog[str]):
    """Yields the chosen value, or what was typed where `own` says that one may. Digits choose too."""

    def __init__(
        self, say: Say, title: str, options: Sequence[tuple[str, str]], now: str | None = None, own: str | None = None
    ) -> None:
        super().__init__(say, title)
        self._options, self._now, self._own = list(options), now, own

    def body(self) -> ComposeResult:
        if self._own is not None:
            yield Field(self._own, placeholder=self.say("choose.own"), compact=True, select_on_focus=True)
        shown = [
            Option(Content.assemble((f"{at} " if at < 10 else "  ", "$faint"), line(words)))
            for at, (_, words) in enumerate(self._options, 1)
        ]
        yield Options(*shown, markup=False, compact=True)

    def on_mount(self) -> None:
        options = self.query_one(Options)
        values = [value for value, _ in self._options]
        if values:
            options.highlighted = values.index(self._now) if self._now in values else 0
        (options if values else self.query_one(Field)).focus()
        options.display = bool(values)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._options[event.option_index][0])

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses the option with this number."""
        if event.key in "123456789" and not isinstance(self.focused, Input) and int(event.key) <= len(self._options):
            event.stop()
            self.dismiss(self._options[int(event.key) - 1][0])
