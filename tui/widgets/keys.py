"""The line at the foot: the keys that are of use just now, which can also be clicked.

One line of text: Textual's own footer makes a widget of each key, anew whenever the focus moves.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static


class Keys(Static):
    """Follows the bindings of its screen."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="keys", markup=False)
        self._shown: list[tuple[str, str, str]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is not self.screen or not self.app.app_focus:
            return
        shown: dict[str, tuple[str, str, str]] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show and enabled:
                keys = binding.key, self.app.get_key_display(binding), binding.description
                shown.setdefault(binding.action, keys)
        if list(shown.values()) != self._shown:
            self._shown = list(shown.values())
            self.update(Content.assemble(*(part for _, key, words in self._shown for part in _drawn(key, words))))

    def on_click(self, event: events.Click) -> None:
        """As if the key were pressed."""
        event.stop()
        end = 0
        for key, display, words in self._shown:
            end += sum(cell_len(text) for text, _ in _drawn(display, words))
            if event.x < end:
                self.app.simulate_key(key)
                return


def _drawn(key: str, words: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (key, "bold $footer-key-foreground on $footer-key-background"), (f" {words} ", "")
