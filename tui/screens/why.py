"""Why: from the question to the query, the rows and the clause; of a row, from the clause to its figures and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from extractor.corrections import Correction
from extractor.records import Row
from tui.clean import line, plain
from tui.screens.dialog import Dialog
from tui.widgets.card import decided
from tui.widgets.keys import Keys
from tui.words import Say

if TYPE_CHECKING:
    from extractor.questions import Answer

SHOWN = 12
"""Rows of an answer told one by one."""

Block = tuple[str, Content]


class WhyScreen(Dialog[None]):
    """Blocks of text under headings."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w", "leave", "key.close", key_display="esc"),
        Binding("j,down", "scroll(1)", "key.down", show=False),
        Binding("k,up", "scroll(-1)", "key.up", show=False),
        Binding("pagedown,space", "scroll(10)", "key.page.down", show=False),
        Binding("pageup", "scroll(-10)", "key.page.up", show=False),
    ]

    def __init__(self, say: Say, blocks: Sequence[Block]) -> None:
        super().__init__(say, say("why.title"))
        self._blocks = blocks

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="why"):
            for title, text in self._blocks:
                yield Static(Content.styled(self.say(title), "bold $primary"), classes="group")
                yield Static(text, classes="block", markup=False)
        yield Keys()

    def action_scroll(self, by: int) -> None:
        self.query_one("#why").scroll_relative(y=by, animate=False)


def of_answer(answer: Answer, say: Say) -> list[Block]:
    """The question as read, what was filled in, the statement with its parameters, the rows with their clauses."""
    blocks = [("why.question", Content(line(answer.question)))]
    parts = [
        Content.assemble((f"{line(p.name)}  ", "$faint"), line(p.text), (f"  →  {line(p.meaning, 200)}", "$accent"))
        for p in answer.parts
    ]
    blocks.append(("why.understood", Content("\n").join([Content(line(answer.understood)), *parts])))
    if answer.assumed:
        blocks.append(("why.assumed", Content("\n".join(line(each) for each in answer.assumed))))
    if answer.message:
        blocks.append(("found", Content(line(answer.message))))
    if answer.sql:
        blocks.append(("why.sql", Content("\n".join(plain(each) for each in answer.sql.splitlines()))))
        blocks.append(("why.params", Content("\n".join(line(repr(each), 300) for each in answer.params))))
    rows = [of_row(row, say) for row in answer.rows[:SHOWN]]
    if len(answer.rows) > SHOWN:
        rows.append(Content.styled(say("why.more", n=len(answer.rows) - SHOWN), "$faint"))
    if rows:
        blocks.append(("why.rows", Content("\n\n").join(rows)))
    return blocks


def of_row(row: Row, say: Say) -> Content:
    """What a record says, and the clause it was read from."""
    left_out = ("document", "page", "start", "end", "quote", "citation", "record", "organisation", "evidence")
    said = "  ".join(
        f"{name}={line(str(value), 80)}"
        for name, value in row.items()
        if value not in (None, "") and name not in left_out
    )
    place = line(str(row.get("document") or ""))
    page = f" {say('page', n=row['page'])}" if row.get("page") is not None else ""
    span = f" [{row.get('start')}:{row.get('end')}]"
    quote = line(str(row.get("quote") or ""), 300)
    return Content.assemble(said, (f"\n{place}{page}{span}", "$faint"), f"\n「{quote}」" if quote else "")


def of_fact(row: Row, trail: Sequence[Correction], say: Say) -> list[Block]:
    """Of one record: the clause, what was read from it, who decided what about it."""
    told = Content("\n\n").join([decided(each, say) for each in trail]) if trail else Content(say("why.nothing"))
    return [("why.row", of_row(row, say)), ("why.trail", told)]
