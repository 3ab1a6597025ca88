"""One pass over a paragraph, left to right: marks, mentions and regions in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter

from extractor.facts.binding.explaining import Explaining
from extractor.facts.binding.stating import FIGURES
from extractor.facts.regions import Region
from extractor.language.mentions import LABELS, Mention

_MARK = re.compile("[。；！？，、：（）]")


class Binder(Explaining):
    """Binds one paragraph. `bound` collects; `scope` is read and, where the next paragraph inherits, written."""

    def run(self) -> None:
        """Read the paragraph."""
        events = self._events()
        for at, (where, event) in enumerate(events):
            if isinstance(event, str):
                self._mark(where, event)
            elif isinstance(event, Region):
                self._region(event)
            else:
                following = events[at + 1][1] if at + 1 < len(events) else None
                self._mention(event, following if isinstance(following, Mention) else None)
        self._settle()

    def _events(self) -> list[tuple[int, str | Mention | Region]]:
        """Regions, the mentions outside them and the marks outside both, by where they stand."""
        events: list[tuple[int, str | Mention | Region]] = [(mention.start, mention) for mention in self.mentions]
        for match in _MARK.finditer(self.text):
            at = match.start()
            before = bisect_right(self._starts, at)
            if not before or self.mentions[before - 1].end <= at:
                events.append((at, match.group()))
        for region in self.regions:
            events = [event for event in events if not region.marker <= event[0] < region.end]
        events += [(region.marker, region) for region in self.regions]
        return sorted(events, key=itemgetter(0))

    def _mark(self, where: int, mark: str) -> None:
        state = self.state
        state.share = state.by = False
        if mark in "，。；：！？":
            state.none = None if mark != "，" else state.none
            if state.direction and state.direction.end >= state.since and mark != "，":
                state.direction = None
        if mark == "；" and state.past_beside:
            state.past = None  # A本年N，上年M；B本年N: the year before was that of one figure
        if mark in "。；！？":
            state.complete = None
            state.measures = []
            state.since = where + 1
        if mark in "。！？":
            state.sentence = where + 1
            state.listed = state.outer if len(state.inner_names) >= 2 else state.listed
            state.single = state.outer if len(state.inner_names) == 1 else None
            state.outer = None
            state.inner_figures = 0
            state.inner_names = set()
            state.sentence_measure = None
            state.base_mention = None
            state.governor = state.past = state.listing = None
        if mark == "（":
            state.outside = state.since
            state.bracket = self.scope.subjects
        elif mark == "）" and state.bracket is not None:
            # What a bracket names ends with it: 事业收入0元（含教育收费0元），占…
            if self.scope.subjects != state.bracket and not self._sums_up(where):
                self.scope.subjects, state.group = state.bracket, []
            state.bracket = None
        if mark == "、" and state.outer is not None:
            state.inner_list = True
        if mark in "，、：；。！？":
            state.piece, state.nameless = where + 1, False
        if mark in "，、：（":
            state.since = where + 1
        elif mark == "）" and state.since == self.text.rfind("（", 0, where) + 1:
            state.since = state.outside  # a bracket without a figure changes nothing

    def _sums_up(self, end: int) -> bool:
        """A、B，C（“三公”经费）N: a bracket that holds one name, behind a list of names, is the name of them all."""
        start = self.text.rfind("（", 0, end) + 1
        inside = [m for m in self.mentions if start <= m.start and m.end <= end]
        if (
            len(inside) != 1
            or inside[0].kind != "subject"
            or self.text[start:end].strip("“”") != inside[0].text.strip("“”")
        ):
            return False
        reached = max([self.state.sentence, *(m.end for m in self.mentions if m.kind in FIGURES and m.end < start)])
        return sum(m.kind == "subject" and reached <= m.start < start for m in self.mentions) > 1

    def _mention(self, mention: Mention, following: Mention | None) -> None:
        if mention.kind in FIGURES:
            self._figure(mention, following)
            return
        handler = _HANDLERS.get(mention.kind)
        if handler is not None:
            handler(self, mention)


_HANDLERS: dict[str, Callable[[Binder, Mention], None]] = {
    kind: getattr(Binder, f"_{kind}") for kind in LABELS if kind not in FIGURES and hasattr(Binder, f"_{kind}")
}
