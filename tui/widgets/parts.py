"""The question as it was read: its parts, each of which can be changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from tui.clean import line
from tui.words import Say

if TYPE_CHECKING:
    from extractor.questions import Recognised


class Parts(Static, can_focus=True):
    """Left and right go from part to part, enter changes one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "change", "key.choose", key_display="⏎"),
        Binding("left,h,k,up", "move(-1)", "key.left", show=False),
        Binding("right,l,j,down", "move(1)", "key.right", show=False),
    ]

    @dataclass
    class Changing(Message):
        """A part is to be changed; `number` from 0."""

        number: int
        part: Recognised

    def __init__(self, say: Say) -> None:
        super().__init__(id="parts", markup=False)
        self._say = say
        self._parts: tuple[Recognised, ...] = ()
        self._at = 0

    def show(self, parts: Sequence[Recognised]) -> None:
        """Show other parts."""
        self._parts = tuple(parts)
        self._at = min(self._at, max(0, len(self._parts) - 1))
        self.display = bool(self._parts)
        self._lay()

    @property
    def parts(self) -> tuple[Recognised, ...]:
        """What is shown."""
        return self._parts

    def on_focus(self) -> None:
        self._lay()

    def on_blur(self) -> None:
        self._lay()

    def action_move(self, by: int) -> None:
        self._at = (self._at + by) % max(1, len(self._parts))
        self._lay()

    def action_change(self) -> None:
        if self._parts:
            self.post_message(self.Changing(self._at, self._parts[self._at]))

    def on_click(self, event: events.Click) -> None:
        number = event.style.meta.get("part")
        if isinstance(number, int):
            self._at = number
            self.action_change()

    def _lay(self) -> None:
        pieces: list[Content] = [Content.styled(f"{self._say('understood')}  ", "$faint")]
        for at, part in enumerate(self._parts):
            on = self.has_focus and at == self._at
            unknown = part.kind == "unknown"
            style = "$mark-text on $mark" if on else ("$short underline" if unknown else "underline")
            pieces.append(Content.styled(f"{line(part.name)} ", "$faint"))
            text = Content(line(part.text)).stylize(style).stylize(Style.from_meta({"part": at}))
            pieces.append(text)
            pieces.append(Content("   "))
        self.update(Content.assemble(*pieces))
