"""The line at the top: the places with their keys, and at the right what is going on."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.words import Say


class Tab(Static):
    """One place."""

    def __init__(self, name: str, number: int, words: str) -> None:
        key = {"search": " /", "ask": " :"}.get(name, "")
        label = Content.assemble((f"{number} ", "$faint"), words, (key, "$faint"))
        super().__init__(label, id=f"tab-{name}", classes="tab", markup=False)
        self._name_of_place = name

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(Tabs.Chosen(self._name_of_place))


class Tabs(Horizontal):
    """One place is on."""

    @dataclass
    class Chosen(Message):
        """A place was chosen with the mouse."""

        place: str

    def __init__(self, say: Say, names: tuple[str, ...]) -> None:
        super().__init__(id="tabs")
        self._say = say
        self._names = names

    def compose(self) -> ComposeResult:
        for number, name in enumerate(self._names, 1):
            yield Tab(name, number, self._say(name))
        yield Static(id="going", markup=False)
        yield Static(id="basket-count", markup=False)

    def show(self, name: str) -> None:
        """Mark the place that is on."""
        for each in self._names:
            self.query_one(f"#tab-{each}").set_class(each == name, "-on")

    def going(self, words: str) -> None:
        """What is going on in the background; nothing where nothing is."""
        self.query_one("#going", Static).update(Content.styled(words, "$accent"))

    def basket(self, n: int) -> None:
        """How many rows the basket holds."""
        words = self._say("basket.count", n=n) if n else ""
        self.query_one("#basket-count", Static).update(Content.styled(words, "$faint"))
