"""The card of the fact under the cursor."""

from __future__ import annotations

from functools import partial
from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from extractor.corrections import Correction
from extractor.store.survey import Peers, Point
from tui.clean import line, shorten
from tui.figures import bar, wan
from tui.lists.card import Card, Figure
from tui.widgets.plot import Colours, Plot
from tui.words import Say


class CardPane(Vertical):
    """Figures, then the subject over the years and among organisations."""

    def __init__(self, say: Say) -> None:
        super().__init__(id="card", classes="pane")
        self._say = say
        self._card: Card | None = None
        self._trail: tuple[Correction, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="card-text", markup=False)
        yield Static(id="card-years-title", markup=False)
        yield Plot("card-years")
        yield Static(id="card-peers", markup=False)

    def on_mount(self) -> None:
        self.clear()

    @property
    def card(self) -> Card | None:
        """What is shown."""
        return self._card

    def clear(self) -> None:
        """Show nothing."""
        self._card = None
        for each in self.query(Static):
            each.update("")
        self.query_one(Plot).show(None)

    def show(self, card: Card, trail: tuple[Correction, ...] = ()) -> None:
        """Show a card and what was decided about its fact."""
        self._card, self._trail = card, trail
        self._lay()

    def on_resize(self) -> None:
        if self._card is not None:
            self._lay()

    def _lay(self) -> None:
        card = self._card
        if card is None:
            return
        width = max(16, self.size.width - 3)
        blocks = [_head(card, width), _figures(card.figures, self._say), _told(card, self._say)]
        blocks.append(_trail(self._trail, self._say))
        self.query_one("#card-text", Static).update(_stacked(blocks))
        charted = len(card.years) > 1
        title = self.query_one("#card-years-title", Static)
        title.display = charted
        title.update(Content.styled(self._say("card.years"), "$faint"))
        self.query_one(Plot).show(partial(draw_years, card.years, card.year) if charted else None)
        self.query_one("#card-peers", Static).update(_peers(card.peers, card.whose, width, self._say))


def draw_years(years: tuple[Point, ...], now: int | None, plt: Any, colours: Colours) -> None:
    """Budget (faint) and outturn of a subject over the years, in 万元."""
    for name, colour in (("budget", "faint"), ("actual", "accent")):
        points = [(point.year, getattr(point, name) / 10_000) for point in years if getattr(point, name) is not None]
        if points:
            xs, ys = zip(*points, strict=True)
            plt.plot(xs, ys, marker="braille", color=colours[colour])
            plt.scatter(xs, ys, marker="●" if name == "actual" else "○", color=colours[colour])
    ticks = [point.year for point in years]
    plt.xticks(ticks, [str(each) for each in ticks])
    plt.ticks_color(colours["faint"])
    plt.yfrequency(3)


def _stacked(blocks: list[Content]) -> Content:
    return Content("\n\n").join([block for block in blocks if block.plain])


def _head(card: Card, width: int) -> Content:
    path = " / ".join(card.path)
    lines = [Content.styled(path, "$faint")] if path else []
    code = f"  {card.code}" if card.code else ""
    lines.append(Content.assemble((shorten(card.title, width), "bold"), (code, "$faint")))
    if card.whose:
        lines.append(Content.styled(card.whose, "$faint"))
    return Content("\n").join(lines)


def _figures(figures: tuple[Figure, ...], say: Say) -> Content:
    """Names, figures and yuan in three columns, each aligned."""
    if not figures:
        return Content("")
    names = [say(f"col.{figure.name}").removesuffix("%") for figure in figures]
    wide = max(cell_len(name) for name in names)
    behind = max(len(f.value.partition(".")[2]) for f in figures)
    values = [
        f.value + " " * (behind - len(f.value.partition(".")[2]) + (behind > 0 and "." not in f.value)) for f in figures
    ]
    most = max(len(value) for value in values)
    units = max(cell_len(f.unit) for f in figures)
    yuan = max(len(f.yuan) for f in figures)
    lines = []
    for name, value, figure in zip(names, values, figures, strict=True):
        style = "$short" if figure.value.startswith("-") else ("bold" if figure.name in ("value", "actual") else "")
        lines.append(
            Content.assemble(
                (name + " " * (wide - cell_len(name) + 2), "$faint"),
                (value.rjust(most), style),
                (f" {figure.unit}" + " " * (units - cell_len(figure.unit) + 2), "$faint"),
                (f"{figure.yuan.rjust(yuan)} {say('unit.yuan')}" if figure.yuan else "", "$faint"),
            )
        )
    return Content("\n").join(lines)


def _told(card: Card, say: Say) -> Content:
    lines = [Content.assemble((f"{name}  " if name else "", "$faint"), text) for name, text in card.told]
    return Content("\n").join([*lines, *(Content(note) for note in card.notes)])


def _trail(trail: tuple[Correction, ...], say: Say) -> Content:
    return Content("\n").join([decided(each, say) for each in trail[-4:]])


def decided(correction: Correction, say: Say) -> Content:
    """One decision: who, when, what, why."""
    what = say(f"decided.{correction.action}")
    changes = "；".join(f"{name} {old or '∅'} → {new}" for name, (old, new) in _changes(correction).items())
    told = "　".join(line(part) for part in (changes, correction.why) if part)
    return Content.assemble(
        (f"{what}  ", "$accent"),
        (f"{line(correction.who)} {correction.when[:16].replace('T', ' ')}", "$faint"),
        f"\n{told}" if told else "",
    )


def _changes(correction: Correction) -> dict[str, tuple[Any, Any]]:
    return {name: (pair[0], pair[1]) for name, pair in (correction.changes or {}).items()}


def _peers(peers: Peers | None, whose: str, width: int, say: Say) -> Content:
    """Some organisations with the same subject in the same year, the greatest first, this one in colour."""
    if peers is None:
        return Content("")
    key = "card.peers" if peers.place else "card.peers.out"
    lines = [Content.styled(say(key, place=peers.place, count=peers.count), "$faint")]
    figures = [wan(yuan) for _, yuan in peers.nearest]
    most = max(len(figure) for figure in figures)
    room = max(6, min(18, width // 5))
    names = max(8, width - most - room - 4)
    for (name, yuan), figure in zip(peers.nearest, figures, strict=True):
        own = whose.startswith(line(name))
        text = shorten(line(name), names, keep_end=True)
        lines.append(
            Content.assemble(
                (text + " " * (names - cell_len(text) + 2), "bold" if own else ""),
                (bar(yuan, peers.high, room), "$accent" if own else "$faint"),
                (f"  {figure.rjust(most)}", "bold" if own else ""),
            )
        )
    return Content("\n").join(lines)
