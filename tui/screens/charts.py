"""Charts of what is listed: categories, a subject over the years, budget and actual, completion rates."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from extractor.store.survey import Bin, Group
from tui.figures import bar, short
from tui.lists.charts import Charts
from tui.lists.reasons import named
from tui.screens.dialog import Dialog
from tui.widgets.card import draw_years
from tui.widgets.keys import Keys
from tui.widgets.plot import Colours, Plot
from tui.words import Say

NAMES = ("categories", "trend", "budget", "rates")


class ChartsScreen(Dialog[None]):
    """One chart at a time, as large as the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,j,down,tab,c", "turn(1)", "key.next.chart", key_display="→"),
        Binding("left,h,k,up,shift+tab", "turn(-1)", "key.previous.chart", key_display="←"),
        *(Binding(str(at), f"show({at - 1})", f"chart.{name}", show=False) for at, name in enumerate(NAMES, 1)),
        Binding("escape,q", "leave", "key.close"),
    ]

    def __init__(self, say: Say, charts: Charts) -> None:
        super().__init__(say, say("charts"))
        self._charts = charts
        self._at = 0

    def compose(self) -> ComposeResult:
        yield Static(id="charts-tabs", markup=False)
        yield Static(id="charts-note", markup=False)
        yield Plot("chart")
        with VerticalScroll(id="chart-text", can_focus=False):
            yield Static(markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    @property
    def name_shown(self) -> str:
        """Which chart is shown."""
        return NAMES[self._at]

    def action_turn(self, by: int) -> None:
        self._at = (self._at + by) % len(NAMES)
        self._show()

    def action_show(self, at: int) -> None:
        self._at = at
        self._show()

    def _show(self) -> None:
        say, charts = self.say, self._charts
        tabs = [
            (f" {at} {say(f'chart.{name}')} ", "bold $accent" if name == self.name_shown else "$faint")
            for at, name in enumerate(NAMES, 1)
        ]
        self.query_one("#charts-tabs", Static).update(Content.assemble(*tabs))
        note = Content.styled(say(f"chart.{self.name_shown}.note"), "$faint")
        text, draw, legend = Content(""), None, Content("")
        match self.name_shown:
            case "categories":
                text = _categories(charts.categories, self.size.width - 8, say)
            case "trend" if charts.trend:
                legend = Content.assemble(
                    (say("chart.whose", subject=charts.subject, whose=charts.whose), "bold"), "  "
                )
                draw = partial(draw_years, charts.trend, None)
            case "budget" if any(group.summed for group in charts.years):
                draw = partial(_budget, tuple(group for group in charts.years if group.summed))
            case "rates" if any(each.count for each in charts.rates):
                draw = partial(_rates, charts.rates)
        if self.name_shown in ("trend", "budget") and draw is not None:
            legend = Content.assemble(
                legend, ("● ", "$accent"), say("chart.actual.line"), ("   ○ ", "$faint"), say("chart.budget.line")
            )
        if draw is None and not text.plain:
            text = Content.styled(say("empty.chart"), "$faint")
        self.query_one("#charts-note", Static).update(Content("\n").join([note, legend]) if legend.plain else note)
        self.query_one("#chart", Plot).show(draw)
        box = self.query_one("#chart-text")
        box.display = bool(text.plain)
        box.query_one(Static).update(text)


def _categories(groups: tuple[Group, ...], width: int, say: Say) -> Content:
    """For every category: rows with their share, and what fell short of and exceeded the budget."""
    if not groups:
        return Content("")
    names = [named("category", group.value, say) for group in groups]
    total = sum(group.count for group in groups)
    wide = max(cell_len(name) for name in names)
    money = [(short(group.less), short(group.more)) for group in groups]
    most = max(cell_len(text) for pair in money for text in pair)
    room = max(8, (width - wide - 20 - 2 * most) // 2)
    largest = max((max(-group.less, group.more) for group in groups), default=0.0)
    lines = [
        Content.assemble(
            (" " * (wide + 2), ""),
            (_left(say("col.count"), room + 16), "$faint"),
            (
                _right(say("col.less"), room // 2 + most + 1) + "   " + _left(say("col.more"), room // 2 + most),
                "$faint",
            ),
        )
    ]
    for group, name, (less, more) in zip(groups, names, money, strict=True):
        lines.append(
            Content.assemble(
                name + " " * (wide - cell_len(name) + 2),
                (bar(group.count, groups[0].count, room), "$primary"),
                f" {group.count:>7,}",
                (f" {group.count / total:>6.1%} ", "$faint"),
                (_right(less if group.less else "", most), "$short"),
                (" " + _mirrored(-group.less, largest, room // 2), "$short"),
                ("│", "$faint"),
                (bar(group.more, largest, room // 2), "$accent"),
                (" " + (more if group.more else ""), "$accent"),
            )
        )
    return Content("\n").join(lines)


def _mirrored(part: float, whole: float, cells: int) -> str:
    """A bar that grows to the left, in whole cells."""
    size = 0 if whole <= 0 or part <= 0 else max(1, round(part / whole * cells))
    return ("█" * size).rjust(cells)


def _left(text: str, cells: int) -> str:
    return text + " " * max(0, cells - cell_len(text))


def _right(text: str, cells: int) -> str:
    return " " * max(0, cells - cell_len(text)) + text


def _budget(years: tuple[Group, ...], plt: Any, colours: Colours) -> None:
    names = [str(group.value) for group in years]
    budget, actual = ([getattr(group, name) / 10_000 for group in years] for name in ("budget", "actual"))
    plt.multiple_bar(names, [budget, actual], width=0.5, color=[colours["faint"], colours["accent"]])
    plt.ticks_color(colours["faint"])


def _rates(bins: tuple[Bin, ...], plt: Any, colours: Colours) -> None:
    names = ["<0" if each.low is None else f"{each.low:.0f}" for each in bins]
    plt.bar(names, [each.count for each in bins], width=0.8, color=colours["primary"])
    most = max(each.count for each in bins)
    ticks = list(range(0, most + 1, max(1, most // 5)))
    plt.yticks(ticks, [f"{each:,}" for each in ticks])
    plt.ticks_color(colours["faint"])
