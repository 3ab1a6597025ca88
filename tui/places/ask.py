"""A question in Chinese, how it was read, its answer, the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.clean import line, plain
from tui.desk import Table
from tui.errands import Errands
from tui.listing import Listing
from tui.lists import answers
from tui.places.place import Place
from tui.widgets.field import Field
from tui.widgets.parts import Parts
from tui.widgets.rows import Rows
from tui.words import Say

if TYPE_CHECKING:
    from extractor.questions import Answer, Conversation, Recognised

SUGGESTED = 8


class Suggestions(OptionList):
    """Questions to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "key.choose", key_display="⏎"),
        Binding("j,down", "cursor_down", "key.down", show=False),
        Binding("k,up", "cursor_up", "key.up", show=False),
    ]


class Ask(Place):
    """One conversation: a question may follow the last one (那2021年呢？)."""

    NAME = "ask"

    @dataclass
    class Changing(Message):
        """Another wording is wanted for a part of the question."""

        part: Recognised
        number: int

    def __init__(self, say: Say, errands: Errands) -> None:
        super().__init__(say, errands)
        self.conversation: Conversation | None = None
        self.answer: Answer | None = None
        self.history: list[str] = []

    def compose(self) -> ComposeResult:
        yield Field(placeholder=self.say("ask.hint"), classes="words", compact=True)
        yield Parts(self.say)
        yield Static(id="said", markup=False)
        with Vertical(classes="rows-box"):
            yield Rows(self.say, "ask-rows")
            yield Static(classes="hint", markup=False)
            yield Suggestions(id="suggestions", markup=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(Parts).display = False
        self.query_one("#said").display = False

    # Asking

    def ask(self, question: str) -> None:
        """Put a question; it may follow the last one."""
        question = plain(question).strip()
        if question:
            self._remember(question)
            self.errands.send("list.ask", partial(self._asked, question), self.answered)

    def change(self, number: int, words: str) -> None:
        """The last question again, with other words in the place of one of its parts."""
        self.errands.send("list.ask", partial(self._changed, number, plain(words)), self.answered)

    def again(self) -> None:
        """The last question once more: something was decided about one of its rows."""
        if self.answer is not None:
            self.errands.send("list.ask", partial(self._again, self.answer.question), self.answered)

    def _again(self, question: str, table: Table) -> tuple[Answer, Listing]:
        answer = self._talk(table).ask(question, fresh=True)
        return answer, answers.rows(table.index, self.say, answer)

    def _talk(self, table: Table) -> Conversation:
        if self.conversation is None:
            from extractor.questions import Conversation  # the grammar of questions, when the first one is asked

            self.conversation = Conversation(table.index)
        return self.conversation

    def _asked(self, question: str, table: Table) -> tuple[Answer, Listing]:
        answer = self._talk(table).ask(question)
        return answer, answers.rows(table.index, self.say, answer)

    def _changed(self, number: int, words: str, table: Table) -> tuple[Answer, Listing]:
        answer = self._talk(table).correct(number, words)
        return answer, answers.rows(table.index, self.say, answer)

    def answered(self, found: tuple[Answer, Listing]) -> None:
        """Show an answer."""
        self.answer, listing = found
        self.field.fill(line(self.answer.question) or self.field.value)
        self._remember(self.field.value)
        self.query_one(Parts).show(self.answer.parts)
        said = self.query_one("#said", Static)
        said.update(self._said(self.answer, listing.total))
        said.display = True
        self.show(listing)
        self._offer(self.answer.suggestions if not listing.total else ())
        self.focus_rows()

    def _said(self, answer: Answer, rows: int) -> Content:
        say, lines = self.say, []
        if answer.understood and not answer.parts:
            lines.append(Content.styled(f"{say('understood')}  {line(answer.understood)}", "$faint"))
        if answer.assumed:
            lines.append(
                Content.styled(f"{say('assumed')}  {'；'.join(line(each) for each in answer.assumed)}", "$faint")
            )
        if answer.answered:
            figure = answer.figure
            words = f"{figure.value} {figure.unit or ''}".strip() if figure else say("answer.rows", n=rows)
            lines.append(Content.assemble((f"{say('answer')}  ", "$faint"), (line(words), "bold $accent")))
        if answer.message:
            lines.append(Content(line(answer.message)))
        return Content("\n").join(lines)

    # What is shown

    def show(self, listing: Listing, *, keep: bool = False) -> None:
        super().show(listing, keep=keep)
        self.query_one(Suggestions).display = False

    def tell(self) -> None:
        """Nothing stands beside the question."""

    def renew(self, *, keep: bool = False) -> None:
        """Suggest questions where none has been asked."""
        self.stale = False
        if self.answer is None:
            self.errands.send("suggest.ask", self._suggested, self._offer)

    def _suggested(self, table: Table) -> tuple[str, ...]:
        return tuple(self._talk(table).suggestions(SUGGESTED))

    def _offer(self, questions: tuple[str, ...]) -> None:
        options = self.query_one(Suggestions)
        options.clear_options()
        options.add_options([Option(Content(line(each))) for each in questions])
        options.border_title = Content(self.say("suggestions"))
        options.display = bool(questions)
        if questions:
            self.query_one(".hint", Static).display = False
            options.highlighted = 0
        self.rows.display = self.rows.display and not questions

    def back(self) -> bool:
        return False

    def enter(self) -> None:
        if self.stale:
            self.renew()
        if self.rows.display and self.answer is not None:
            self.focus_rows()
        else:
            self.field.focus()

    def focus_rows(self) -> None:
        options = self.query_one(Suggestions)
        target = options if options.display else (self.rows if self.rows.display else self.field)
        target.focus()

    def _remember(self, question: str) -> None:
        if question and question not in self.history:
            self.history.append(question)

    @on(Input.Changed, ".words")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted, ".words")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.ask(event.value)

    @on(OptionList.OptionSelected, "#suggestions")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        question = str(event.option.prompt)
        self.field.fill(question)
        self.ask(question)

    @on(Parts.Changing)
    def _part(self, event: Parts.Changing) -> None:
        event.stop()
        self.post_message(self.Changing(event.part, event.number))
