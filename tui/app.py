"""The terminal application: `run(db)` opens an index, read-only, and lets people live in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from extractor.messages import use
from extractor.store import Index, open_index
from tui.screens.browse import BrowseScreen
from tui.screens.help import HelpScreen
from tui.themes import DARK, LIGHT
from tui.widgets.evidence import Reader
from tui.widgets.field import Field
from tui.widgets.grid import Grid
from tui.words import speaker


def run(db: Path, lang: str = "zh") -> None:
    """Browse the index at `db` until the user quits. Raises JuesuanError where it is no index of ours."""
    use(lang)
    with open_index(db) as index:
        JuesuanApp(index, lang).run()


class JuesuanApp(App[None]):
    """The whole application, over an opened index; it never writes to it."""

    CSS_PATH = "juesuan.tcss"
    ENABLE_COMMAND_PALETTE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1,fullwidth_question_mark", "help", "key.help", key_display="?"),
        Binding("q,ctrl+q", "quit", "key.quit", key_display="q"),
    ]

    def __init__(self, index: Index, lang: str = "zh", dark: bool = True) -> None:
        super().__init__()
        self.say = speaker(lang)
        self.title = self.say("app")
        self._index = index
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name if dark else LIGHT.name

    def get_default_screen(self) -> Screen[None]:
        return BrowseScreen(self._index, self.say)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        say = self.say
        if isinstance(screen, BrowseScreen):
            yield SystemCommand(say("key.search"), say("command.search"), screen.action_search)
            yield SystemCommand(say("key.ask"), say("command.ask"), screen.action_ask)
            yield SystemCommand(say("key.filter"), say("command.filter"), screen.action_filter)
            yield SystemCommand(say("reasons"), say("command.reasons"), screen.action_all)
            yield SystemCommand(say("key.cite"), say("command.cite"), screen.action_cite)
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
            (say("help.everywhere"), (BrowseScreen, JuesuanApp)),
            (f"{say('documents')} · {say('results')} · {say('evidence')}", (Grid, Reader)),
            (f"{say('search')} · {say('ask')}", (Field,)),
        )
        self.push_screen(HelpScreen(say, groups))
