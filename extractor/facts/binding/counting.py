"""Counting: what a number of things is a number of, and what money behind it is worth."""

from __future__ import annotations

import re

from extractor.facts.binding.comparing import Comparing
from extractor.facts.model import Fact
from extractor.language import patterns
from extractor.language.mentions import Mention

_MARK, _BRACKET = re.compile("[，。；]"), re.compile("（[^）]*）")


class Counting(Comparing):
    """Vehicles, visitors, staff, projects: their names from the words before, around and behind a number."""

    def _worth(self, figure: Mention) -> bool:
        """车辆28台，价值1020.36万元; the word may be missing: 车辆28台，1020.36万元."""
        before = self.text[: figure.start]
        if patterns.expression("binding", "worth").search(before):
            return True
        number = next((m for m in reversed(self.mentions) if m.end <= figure.start), None)
        return (
            number is not None
            and number.kind == "quantity"
            and number.unit in patterns.assets()
            and self.text[number.end : figure.start] in ("，", "、", "（")
            and not self.state.nameless
            and self.scope.counted not in patterns.costs()
        )

    def _worth_word(self, figure: Mention) -> str:
        word = patterns.expression("binding", "worth").search(self.text[: figure.start])
        return (word and word["own"]) or ""

    def _quantity(self, figure: Mention, following: Mention | None) -> None:
        name = self._counted_name(figure, following)
        if name is None or figure.unit not in (patterns.counted_in(name) or (figure.unit,)):
            self.state.nameless = True
            return
        unit = figure.unit
        year = self.scope.as_of or self.scope.year
        self._add(
            Fact(
                name,
                "数量",
                str(figure.value),
                unit,
                year,
                *self._clause(figure.start),
                self.scope.heading,
                self.scope.paragraph,
            )
        )

    def _counted_name(self, figure: Mention, following: Mention | None) -> str | None:
        state = self.state
        clause = self.text[state.since : figure.start]
        if (
            state.counted_end >= state.since
            and self.scope.counted
            and not _MARK.search(self.text, state.counted_end, figure.start)
        ):
            gap = _BRACKET.sub("", self.text[state.counted_end : figure.start])
            if len(gap) <= 6:
                person = figure.unit == "人次" and self.scope.counted in patterns.stems().values()
                return self.scope.counted + "人次" if person else self.scope.counted
        head = self._head(clause + figure.text, figure.unit)
        stem = self._stem(figure.start)
        if head and stem:
            return stem + head
        if following is not None and following.kind == "count" and following.start == figure.end:
            return following.names[0]
        named = next(
            (name for words, name in patterns.counted_after() if self.text.startswith(words, figure.end)), None
        )
        if named:
            self.scope.subjects, self.state.sentence_measure = (named,), "金额"  # …，涉及金额N: what the projects cost
            return named
        phrase = re.sub(rf"^(?:{patterns.source('binding', 'counted_opening')})", "", clause)
        if phrase.endswith(patterns.count_heads()) and re.fullmatch(r"[一-龥]{2,10}", phrase):
            self.scope.counted = phrase
            return phrase
        return None

    def _stem(self, at: int) -> str | None:
        """Whose count a number is: the last word of the sentence that says so, else the subject."""
        sentence = self.text[max(self.text.rfind(mark, 0, at) for mark in "。；") + 1 : at]
        sentence = re.sub(r"（[^（）]*）(?=[，、])", "", sentence)  # a bracket that was closed speaks of something else
        found = [
            (sentence.rfind(word) + len(word), len(word), stem)
            for word, stem in patterns.stem_words()
            if word in sentence
        ]
        if found:
            return max(found)[2]
        return next((s for subject in self.scope.subjects if (s := patterns.stems().get(subject))), None)

    def _head(self, clause: str, unit: str | None) -> str | None:
        named = None
        for name, aliases, units in patterns.heads():
            if unit in units and any(alias in clause for alias in aliases):
                named = name
        return named or patterns.bare_heads().get(unit or "")
