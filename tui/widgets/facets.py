"""What a list can be narrowed to: values with how many rows they have, and how much money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.clean import line, shorten
from tui.figures import bar, short
from tui.lists.reasons import Facet, named
from tui.words import Say

BAR = 3
MONEY = 8
COUNT = 6


class Facets(OptionList):
    """Enter narrows the list to a value, or lets it go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "key.choose", key_display="⏎"),
        Binding("j,down", "cursor_down", "key.down", show=False),
        Binding("k,up", "cursor_up", "key.up", show=False),
        Binding("g,home", "first", "key.top", show=False),
        Binding("G,end", "last", "key.bottom", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A value was chosen, or let go of."""

        facet: Facet

    def __init__(self, say: Say) -> None:
        super().__init__(classes="facets", markup=False, compact=True)
        self._say = say
        self._facets: list[Facet] = []
        self._width = 0

    def show(self, facets: Sequence[Facet]) -> None:
        """Show other values, the highlight on the same one if it is still there."""
        if list(facets) == self._facets:
            return
        before = self._at(self.highlighted)
        self._facets = list(facets)
        self._lay()
        if before is not None:
            self._highlight(before)

    @property
    def facets(self) -> list[Facet]:
        """What is shown."""
        return self._facets

    def on_resize(self) -> None:
        if self.size.width != self._width:
            before = self._at(self.highlighted)
            self._lay()
            if before is not None:
                self._highlight(before)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        facet = self._at(event.option_index)
        if facet is not None:
            self.post_message(self.Chosen(facet))

    def _at(self, index: int | None) -> Facet | None:
        if index is None or not 0 <= index < self.option_count:
            return None
        name = self.get_option_at_index(index).id
        return self._facets[int(name)] if name is not None else None

    def _highlight(self, facet: Facet) -> None:
        for at, each in enumerate(self._facets):
            if (each.by, each.value) == (facet.by, facet.value):
                self.highlighted = self.get_option_index(str(at))
                return

    def _lay(self) -> None:
        self._width = self.size.width
        width = max(12, self.scrollable_content_region.width - 2)
        most: dict[str, int] = {}
        for facet in self._facets:
            most[facet.by] = max(most.get(facet.by, 0), facet.count)
        options: list[Option] = []
        by = ""
        for at, facet in enumerate(self._facets):
            if facet.by != by:
                by = facet.by
                title = Content.styled(("\n" if options else "") + self._say(f"col.{by}"), "$faint")
                options.append(Option(title, disabled=True))
            options.append(Option(self._line(facet, most[by], width), id=str(at)))
        self.clear_options()
        self.add_options(options)

    def _line(self, facet: Facet, most: int, width: int) -> Content:
        count = f"{facet.count:,}"
        money = short(facet.difference) if facet.summed else ""
        with_money = any(each.summed for each in self._facets if each.by == facet.by)
        cells = BAR
        room = width - 3 - COUNT - BAR - (MONEY if with_money else 0)
        if width < 26:
            with_money, cells, room = False, 0, width - 2 - COUNT
        name = shorten(_name(facet, self._say), room, keep_end=facet.by in ("organisation", "section"))
        parts: list[Content | str | tuple[str, str]] = [
            ("● " if facet.chosen else "  ", "$accent"),
            (name + " " * (room - cell_len(name)), "bold $accent" if facet.chosen else ""),
            (count.rjust(COUNT), "" if facet.chosen else "$faint"),
            (" " + bar(facet.count, most, cells), "$primary"),
        ]
        if with_money:
            style = "$short" if facet.difference < 0 else "$faint"
            parts.append((" " * (MONEY - cell_len(money)) + money, style))
        return Content.assemble(*parts)


def _name(facet: Facet, say: Say) -> str:
    if facet.by == "severity":
        return say(f"severity.{facet.value}")
    return line(named(facet.by, facet.value, say))
