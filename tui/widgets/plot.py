"""A chart drawn with plotext in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual.color import Color
from textual.widget import Widget

Colours = dict[str, tuple[int, int, int]]
Draw = Callable[[Any, Colours], None]
"""Draws on plotext's module, whose size is set."""


class Plot(Widget):
    """Draws again at every size and in every theme; nothing where there is nothing to draw."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._draw: Draw | None = None

    def show(self, draw: Draw | None) -> None:
        """Draw something else."""
        self._draw = draw
        self.display = draw is not None
        self.refresh()

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Text:
        """The chart as text."""
        width, height = self.size
        if self._draw is None or width < 12 or height < 3:
            return Text()
        import plotext  # when the first chart is drawn

        plotext.clear_figure()
        plotext.theme("clear")
        plotext.limitsize(False, False)  # to that of a terminal it believes in
        plotext.plotsize(width, height)
        plotext.frame(False)
        self._draw(plotext, self._colours())
        return Text.from_ansi(plotext.build(), no_wrap=True, end="")

    def _colours(self) -> Colours:
        variables = self.app.theme_variables
        names = ("primary", "accent", "faint", "short", "foreground")
        return {name: Color.parse(variables[name]).rgb for name in names}
