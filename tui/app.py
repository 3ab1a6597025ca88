"""The terminal application: `run(db)` opens an index, read-only, and lets people live in it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from extractor.messages import use
from tui import tidying
from tui.basket import Basket
from tui.desk import Desk
from tui.errands import Errands
from tui.screens.help import HelpScreen
from tui.screens.main import MainScreen
from tui.themes import DARK, LIGHT
from tui.widgets.evidence import Reader
from tui.widgets.facets import Facets
from tui.widgets.field import Field
from tui.widgets.parts import Parts
from tui.widgets.rows import Rows
from tui.words import speaker


def run(db: Path, lang: str = "zh") -> None:
    """Browse the index at `db` until the user quits. Raises JuesuanError where it is no index of ours."""
    use(lang)
    JuesuanApp(db, lang).run()


class JuesuanApp(App[None]):
    """The whole application; it never writes to the index, only to files beside it."""

    CSS_PATH = "juesuan.tcss"
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,fullwidth_question_mark", "help", "key.help", key_display="?"),
        Binding("q,ctrl+q", "quit", "key.quit", key_display="q", show=False),
    ]

    def __init__(self, db: Path, lang: str = "zh", dark: bool = True) -> None:
        super().__init__()
        self.say = speaker(lang)
        self.title = self.say("app")
        self.desk = Desk(db)
        self.errands = Errands(self, self.desk, self.say)
        self.basket = Basket(db)
        self._garbage = tidying.Garbage()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name if dark else LIGHT.name

    def get_default_screen(self) -> Screen[None]:
        return MainScreen(self.errands, self.basket, self.say)

    def on_mount(self) -> None:
        self._garbage.begin()
        self.set_interval(tidying.REST, self._garbage.collect)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent):
            self._garbage.busy()
        await super().on_event(event)

    async def on_unmount(self) -> None:
        self._garbage.end()
        await asyncio.to_thread(self.errands.close)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        say = self.say
        if isinstance(screen, MainScreen):
            for name in ("reports", "reasons", "findings"):
                yield SystemCommand(say(name), say(f"command.{name}"), lambda name=name: screen.action_go(name))
            for name in (
                "search",
                "ask",
                "filter",
                "sort",
                "group",
                "charts",
                "export",
                "basket",
                "why",
                "index",
                "jump",
            ):
                title = say(f"key.{name}") if name != "basket" else say("key.basket.open")
                yield SystemCommand(title, say(f"command.{name}"), getattr(screen, f"action_{name}"))
            yield SystemCommand(say("key.cite.as"), say("command.cite"), screen.action_cite_as)
            yield SystemCommand(say("key.reload"), say("command.reload"), screen.action_reload)
        yield SystemCommand(say("key.theme"), say("command.theme"), self.action_shade)
        yield SystemCommand(say("key.help"), say("command.help"), self.action_help)
        yield SystemCommand(say("key.quit"), say("command.quit"), self.exit)

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.say("palette.hint"), id="--command-palette"))

    def action_shade(self) -> None:
        """Dark becomes light and light dark."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def action_help(self) -> None:
        """Every key, made from the bindings."""
        say = self.say
        groups = (
            (say("help.everywhere"), (MainScreen, JuesuanApp)),
            (say("help.lists"), (Rows, Reader, Facets, Parts)),
            (say("help.inputs"), (Field,)),
        )
        self.push_screen(HelpScreen(say, groups))
