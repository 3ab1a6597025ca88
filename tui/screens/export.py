"""Export: what, in which format, to which file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from extractor.export import CHOSEN_FORMATS
from tui.exporting import ending_of, proposed
from tui.screens.dialog import Dialog
from tui.widgets.field import Field
from tui.widgets.menu import Options
from tui.words import Say


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported (selected, all, basket), how and where to."""

    what: str
    format: str
    path: Path


class ExportDialog(Dialog[Wish]):
    """Enter anywhere writes the file; left and right change the format and what is written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "write", "key.export", show=False)]

    def __init__(self, say: Say, whats: Sequence[tuple[str, int]], folder: Path, named: str) -> None:
        super().__init__(say, say("export.title"), say("export.foot"))
        self._whats, self._folder, self._named = whats, folder, named

    def body(self) -> ComposeResult:
        say = self.say
        yield Static(say("export.format"), classes="label")
        yield Options(*(Option(say(f"format.{name}")) for name in CHOSEN_FORMATS), id="format", compact=True)
        yield Static(say("export.what"), classes="label")
        yield Options(
            *(Option(say(f"export.{what}", n=f"{n:,}")) for what, n in self._whats),
            id="what",
            markup=False,
            compact=True,
        )
        yield Static(say("export.path"), classes="label")
        yield Field(str(proposed(self._folder, self._named, ".xlsx")), id="path", compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        for options in self.query(Options):
            options.highlighted = 0
        self.query_one("#format", Options).focus()

    @on(OptionList.OptionHighlighted, "#format")
    def _format(self, event: OptionList.OptionHighlighted) -> None:
        field = self.query_one("#path", Field)
        ending = list(CHOSEN_FORMATS.values())[event.option_index]
        if ending_of(field.value) in CHOSEN_FORMATS.values():
            field.value = field.value[: -len(ending_of(field.value))] + ending

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _enter(self, event: OptionList.OptionSelected | Input.Submitted) -> None:
        event.stop()
        self.action_write()

    def action_write(self) -> None:
        path = self.query_one("#path", Field).value.strip()
        if not path:
            return
        format_ = list(CHOSEN_FORMATS)[self.query_one("#format", Options).highlighted or 0]
        what = self._whats[self.query_one("#what", Options).highlighted or 0][0]
        self.dismiss(Wish(what, format_, Path(path).expanduser()))
