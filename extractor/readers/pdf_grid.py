"""Tables as grids of ruled lines: which cells the lines of a page enclose, and which cells are one table.

The way of pdfplumber (and of Nurminen's thesis, which it follows), step by step and with its tolerances: lines at
nearly the same place are one, lines that nearly meet go on; where they cross are the corners; a cell is the smallest
rectangle from a corner; cells that share corners are a table. Where a step depends on less than single precision tells
apart, nothing is answered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from extractor.readers.pdf_chars import Uncertain
from extractor.readers.pdf_lines import Line, Lines

_NEAR = 3.0  # points: lines nearer than this are one, or cross
_SHORTEST = 3.0  # points: a shorter line is no side of a cell
_FEWEST = 2  # lines either way, without which there is no cell
_UNCERTAIN = 0.004  # points that a distance in single precision may be off

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points; heights grow towards the foot of the page."""

Row = tuple[Box, ...]
"""The cells whose upper sides are at the same height, from left to right."""

_Corner = tuple[float, float]


def grids(lines: Lines) -> list[list[Row]]:
    """The tables that the lines of a page enclose, from the top, each as its rows.

    Raises `Uncertain` where the lines stand so that this depends on rounding.
    """
    if min(len(lines.across), len(lines.down)) < _FEWEST:
        return []
    tables = _tables(_Crossings(_joined(lines.across), _joined(lines.down)).cells())
    return [_rows(table) for table in sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table))]


def _is_near(distance: float) -> bool:
    if abs(distance - _NEAR) < _UNCERTAIN:
        raise Uncertain
    return distance <= _NEAR


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Lines at nearly the same place moved to their mean and, where they nearly meet, made one."""
    joined: list[Line] = []
    for cluster in _clusters(lines):
        at = sum(line.at for line in cluster) / len(cluster)
        start, end = cluster[0].start, cluster[0].end
        for line in cluster:
            if _is_near(line.start - end):
                end = max(end, line.end)
            else:
                joined.append(Line(at, start, end))
                start, end = line.start, line.end
        joined.append(Line(at, start, end))
    return [line for line in joined if line.end - line.start >= _SHORTEST]


def _clusters(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines by place: each at most `_NEAR` from the one before it; sorted by where they start."""
    cluster: list[Line] = []
    for line in sorted(lines):
        if cluster and not _is_near(line.at - cluster[-1].at):
            yield sorted(cluster, key=itemgetter(1))
            cluster = []
        cluster.append(line)
    if cluster:
        yield sorted(cluster, key=itemgetter(1))


class _Crossings:
    """Where lines cross: for every place, the lines (by number) that cross there."""

    def __init__(self, across: Sequence[Line], down: Sequence[Line]) -> None:
        self.across: dict[_Corner, set[int]] = defaultdict(set)
        self.down: dict[_Corner, set[int]] = defaultdict(set)
        across = sorted(across)
        heights = [line.at for line in across]
        far, sure = _NEAR + _UNCERTAIN, _NEAR - _UNCERTAIN
        for number, (x, top, bottom) in enumerate(down):
            for other in range(bisect_left(heights, top - far), bisect_right(heights, bottom + far)):
                y, left, right = across[other]
                if left - far <= x <= right + far:
                    if not (left - sure <= x <= right + sure and top - sure <= y <= bottom + sure):
                        raise Uncertain
                    self.across[x, y].add(other)
                    self.down[x, y].add(number)

    def cells(self) -> Iterator[Box]:
        """The smallest rectangle below and to the right of every corner that has one."""
        columns, rows = _by(0, self.down), _by(1, self.across)
        for x, y in sorted(self.down):
            below, right = columns[x], rows[y]
            bottoms = below[bisect_right(below, y) :]
            rights = right[bisect_right(right, x) :]
            cell = self._cell(x, y, bottoms, rights)
            if cell is not None:
                yield cell

    def _cell(self, x: float, y: float, bottoms: Iterable[float], rights: Sequence[float]) -> Box | None:
        beside = [right for right in rights if self.across[x, y] & self.across[right, y]]
        for bottom in bottoms:
            if not self.down[x, y] & self.down[x, bottom]:
                continue
            for right in beside:
                if (
                    (right, bottom) in self.down
                    and self.down[right, bottom] & self.down[right, y]
                    and self.across[right, bottom] & self.across[x, bottom]
                ):
                    return x, y, right, bottom
        return None


def _by(axis: int, corners: Iterable[_Corner]) -> dict[float, list[float]]:
    """The corners on every line across (axis 1) or down (axis 0), in order."""
    found: dict[float, list[float]] = defaultdict(list)
    for corner in sorted(corners):
        found[corner[axis]].append(corner[1 - axis])
    return found


def _tables(cells: Iterable[Box]) -> list[list[Box]]:
    """The cells that hang together by their corners, where there is more than one."""
    at: dict[_Corner, list[Box]] = defaultdict(list)
    for cell in cells:
        for corner in _corners(cell):
            at[corner].append(cell)
    tables, seen = [], set[Box]()
    for around in at.values():
        ahead = [cell for cell in around if cell not in seen]
        table = []
        while ahead:
            cell = ahead.pop()
            if cell in seen:
                continue
            seen.add(cell)
            table.append(cell)
            ahead += [other for corner in _corners(cell) for other in at[corner] if other not in seen]
        if len(table) > 1:
            tables.append(table)
    return tables


def _corners(cell: Box) -> tuple[_Corner, ...]:
    left, top, right, bottom = cell
    return (left, top), (left, bottom), (right, top), (right, bottom)


def _rows(table: Iterable[Box]) -> list[Row]:
    return [tuple(row) for _, row in groupby(sorted(table, key=itemgetter(1, 0)), key=itemgetter(1))]
