"""Help, made from the bindings themselves: what is written here is what the keys do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screens.speaking import Speaking
from tui.words import Say

_SHOWN = {
    **{"space": "␣", "ctrl+e": "^e", "ctrl+o": "^o", "ctrl+n": "^n", "ctrl+y": "^y", "ctrl+a": "^a", "f8": "F8"},
    **{"left": "←", "right": "→"},
    **{"up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn", "enter": "⏎", "escape": "esc", "slash": "/"},
    **{"colon": ":", "question_mark": "?", "shift+tab": "⇧tab", "f1": "F1"},
}

_SILENT = {"fullwidth_solidus", "ideographic_comma", "fullwidth_colon", "fullwidth_question_mark"}
"""What the same keys send while a Chinese input method is on: they work, and need no telling."""


class HelpScreen(Speaking, ModalScreen[None]):
    """Every key, by the pane in which it works."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter,fullwidth_question_mark", "dismiss", "key.close"),
        Binding("j,down", "scroll(1)", "key.down", show=False),
        Binding("k,up", "scroll(-1)", "key.up", show=False),
    ]

    def __init__(self, say: Say, groups: Iterable[tuple[str, tuple[type[DOMNode], ...]]]) -> None:
        super().__init__()
        self.say = say
        self._groups = tuple(groups)

    def compose(self) -> ComposeResult:
        with Vertical(id="help") as box:
            box.border_title = Content(self.say("help.title"))
            with VerticalScroll(id="help-text"):
                told: set[str] = set()
                for title, nodes in self._groups:
                    rows = [row for row in keys(nodes, self.say) if row[1] not in told]
                    told.update(what for _, what in rows)
                    yield Static(Content.styled(title, "bold $primary"), classes="group")
                    yield Static(_table(rows))
                yield Static(Content.styled(self.say("help.foot"), "$faint"), classes="group")

    def action_scroll(self, by: int) -> None:
        self.query_one("#help-text").scroll_relative(y=by, animate=False)


def keys(nodes: Iterable[type[DOMNode]], say: Say) -> Iterable[tuple[str, str]]:
    """The keys that the nodes bind (the first two of each), as people write them, and what they do."""
    for node in nodes:
        for binding in node.BINDINGS:
            if isinstance(binding, Binding) and binding.description:
                written = [_SHOWN.get(key, key) for key in binding.key.split(",") if key not in _SILENT]
                yield " ".join(written[:2]), say(binding.description)


def _table(rows: list[tuple[str, str]]) -> Content:
    wide = max(cell_len(key) for key, _ in rows)
    lines = [Content.assemble((key + " " * (wide - cell_len(key) + 2), "$accent"), what) for key, what in rows]
    return Content("\n").join(lines)
