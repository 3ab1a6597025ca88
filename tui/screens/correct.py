"""Correcting a fact: what is wrong is overwritten, what is right is left."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from tui.clean import line
from tui.screens.dialog import Dialog
from tui.widgets.field import Field
from tui.words import Say

_FIELDS = {
    "variance": (
        "subject",
        "compared_with",
        "budget",
        "actual",
        "difference",
        "direction",
        "reason",
        "category",
        "unit",
    ),
    "amount": ("subject", "measure", "value", "unit", "year"),
    "reason": ("text", "category"),
    "project": ("project", "budget", "executed", "score", "unit"),
    "indicator": ("indicator", "target", "actual", "unit", "score", "reason", "category"),
    "finding": ("severity", "message"),
}


class CorrectDialog(Dialog[tuple[dict[str, str], str]]):
    """Yields the fields that were changed, and why."""

    def __init__(self, say: Say, kind: str, values: Mapping[str, object]) -> None:
        super().__init__(say, say("correct.title"), say("correct.foot"))
        self._fields = {name: line(str(values.get(name) or "")) for name in _FIELDS.get(kind, ())}

    def body(self) -> ComposeResult:
        with VerticalScroll(id="correct-fields"):
            for name, value in {**self._fields, "why": ""}.items():
                with Horizontal(classes="pair"):
                    words = self.say("correct.why") if name == "why" else self.say(f"col.{name}")
                    yield Static(words.removesuffix("%"), classes="label", markup=False)
                    yield Field(value, id=f"field-{name}", compact=True, select_on_focus=True)

    def on_mount(self) -> None:
        self.query(Field).first().focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        changed = {}
        for name, before in self._fields.items():
            now = self.query_one(f"#field-{name}", Field).value.strip()
            if now != before and now:
                changed[name] = now
        why = self.query_one("#field-why", Field).value.strip()
        self.dismiss((changed, why) if changed else None)


def correctable(kind: str) -> bool:
    """Whether facts of this kind can be corrected."""
    return kind in _FIELDS
