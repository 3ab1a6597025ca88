"""Questions that follow one another: 那2021年呢？ 按金额排序。 只看教育。"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.questions.answer import Answer, Recognised
from extractor.questions.asking import answered, read
from extractor.questions.following import Asked, whole
from extractor.questions.query import Query
from extractor.questions.suggestions import suggest
from extractor.questions.wording import tell
from extractor.store import Index


@dataclass(frozen=True, slots=True)
class Turn:
    """What was typed, and the answer; `answer.question` is the whole question it was taken for."""

    typed: str
    answer: Answer


class Conversation:
    """Questions to one index, each of which may follow the last one that was answered.

    A question that says itself of whom and what it asks stands alone. Any other is made whole from the last one; the
    answer's `question` is the whole question and `assumed` says so.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.turns: list[Turn] = []
        self._last: Asked | None = None

    def ask(self, typed: str, *, fresh: bool = False) -> Answer:
        """The answer to what was typed; `fresh`: as if nothing had been asked before."""
        alone = read(self.index, typed)
        full = None if fresh or self._last is None else whole(self._last, typed, alone.parts, alone.query)
        asked = alone if full is None else read(self.index, full)
        if full is not None and not isinstance(asked.query, Query) and isinstance(alone.query, Query):
            asked, full = alone, None
        answer = answered(self.index, asked)
        if full is not None:
            answer = replace(answer, assumed=(tell("assumed.last", question=full), *answer.assumed))
        self.turns.append(Turn(typed, answer))
        if answer.answered and isinstance(asked.query, Query):
            self._last = Asked(asked.question, asked.parts, asked.query, answer.rows)
        return answer

    def correct(self, part: int | Recognised, text: str) -> Answer:
        """The last question again, with `text` in the place of one of its parts (the part, or its number from 0).

        Raises LookupError where nothing has been asked or there is no such part.
        """
        if not self.turns:
            raise LookupError("nothing has been asked")
        last = self.turns[-1].answer
        return self.ask(last.corrected(last.parts[part] if isinstance(part, int) else part, text), fresh=True)

    def forget(self) -> None:
        """Begin anew: the next question follows none."""
        self._last = None

    def suggestions(self, n: int = 5) -> list[str]:
        """Up to `n` questions that this index answers."""
        return suggest(self.index, n)
