"""Where a cell's characters stand in the stored text of its page."""

from __future__ import annotations

_BACKWARDS = 4  # the text runs from left to right and downwards, so a place further back is the less likely one
_SHORT = 4  # characters: a shorter text is also part of longer ones, so it has to stand alone


class Places:
    """Finds the cells of a grid, asked for in reading order, in `text[start:end]`.

    `before` is how many printed characters stand above the grid. Every place is given once.
    """

    def __init__(self, text: str, start: int, end: int, before: int) -> None:
        self._text = text
        self._origin = [at for at in range(start, end) if not text[at].isspace()]
        self._squeezed = "".join(text[at] for at in self._origin)
        self._used = bytearray(len(self._squeezed))
        self._cursor = min(before, len(self._squeezed))

    def find(self, printed: str) -> tuple[int, int] | None:
        """The span of the nearest place of `printed` that was not given yet, None where there is none."""
        wanted = "".join(printed.split())
        if not wanted:
            return None
        best: tuple[int, int] | None = None
        at = self._squeezed.find(wanted)
        while at >= 0:
            if not any(self._used[at : at + len(wanted)]) and self._stands_alone(at, at + len(wanted)):
                distance = at - self._cursor if at >= self._cursor else (self._cursor - at) * _BACKWARDS
                if best is None or distance < best[0]:
                    best = distance, at
                if at >= self._cursor:
                    break
            at = self._squeezed.find(wanted, at + 1)
        if best is None:
            return None
        start, end = best[1], best[1] + len(wanted)
        self._used[start:end] = b"\x01" * len(wanted)
        self._cursor = end
        return self._origin[start], self._origin[end - 1] + 1

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether it is no part of a longer number or word."""
        first, last = self._origin[start], self._origin[end - 1]
        before = self._text[first - 1] if first else "\n"
        after = self._text[last + 1] if last + 1 < len(self._text) else "\n"
        if self._squeezed[start].isdigit() or self._squeezed[end - 1].isdigit():
            return not _numeric(before) and not _numeric(after)
        return end - start >= _SHORT or (before.isspace() and after.isspace())


def _numeric(char: str) -> bool:
    return char.isdigit() or char in ".,%"
