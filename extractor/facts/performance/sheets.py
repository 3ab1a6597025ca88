"""Forms that lost their lines, put back into rows: the name, the money, the indicators, the sum and what is said below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from extractor.facts.performance.aligning import Row, is_filler, one_row, rows, without_empty_levels
from extractor.facts.performance.cells import Cell, apart, lines_of, several, words_of
from extractor.facts.tables.form_labels import LONGEST, amount, is_label, part_of, unit_of
from extractor.lexicon import load
from extractor.report import Report, Table

if TYPE_CHECKING:
    from extractor.facts.tables.forms import Form

_ABOVE, _BELOW = 90, 24  # cells above a form's header, and below its indicators, that may belong to it
_LEAST = 3  # columns of a header
_ODD = 2  # lines that may stand between rows: what is left of cells that were broken
_SHORT = 6.0  # what a row of money may cost: parts of the whole leave out most of it
_BUDGETS = frozenset({"initial", "budget", "planned"})
_SAID = ("project", "scores", "problems", "improvements")
_NAMES = ("level1", "level2", "indicator")
_MONEY = _BUDGETS | {"executed", "rate", "full_score", "score", "reason", "ignored"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form put back into rows; `start`..`end` is its span of the stored text."""

    rows: tuple[Row, ...]
    start: int
    end: int

    def form(self, report: Report, year: int | None, owner: str | None) -> Form:
        """The records of the form; they are those of `owner` where it names no project itself."""
        # Forms are read by the reader of tables, which takes the name of the whole from here.
        from extractor.facts.tables.forms import Source, read_form
        from extractor.facts.tables.recognise import headings

        width = max(len(row) for row in self.rows)
        padded = [(*row, *[_EMPTY] * (width - len(row))) for row in self.rows]
        table = Table(
            cells=tuple(tuple(cell.text if cell else None for cell in row) for row in padded), start=self.start,
            end=self.end, page=report.page_at(self.start),
            spans=tuple(tuple((cell.start, cell.end) if cell and cell.text else None for cell in row) for row in padded),
        )  # fmt: skip
        return read_form(Source(headings(replace(report, tables=(table,)), None)[0], report, year, owner=owner))


_EMPTY = Cell("", 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Header:
    """A header in the stream of cells: `columns` from cell `first` to before cell `end`; `across`: rows are lines."""

    first: int
    end: int
    columns: tuple[Cell, ...]
    parts: tuple[str, ...]
    across: bool


def sheets(report: Report) -> list[Sheet]:
    """The forms of a report's text that no reader saw as tables."""
    tables = [(table.start, table.end) for table in report.tables]
    if not _headed(words_of(report.text, tables, LONGEST)):
        return []
    lines = _divided(lines_of(report.text, tables), report.text)
    stream = [cell for line in lines for cell in line]
    found: list[Sheet] = []
    at = after = 0
    while at < len(stream):
        listed = _list(stream, at)
        if listed is not None:
            found.append(Sheet(listed, stream[at].start, max(cell.end for row in listed for cell in row if cell)))
            at = after = next(n for n, cell in enumerate(stream) if cell.end == found[-1].end) + 1
            continue
        header = _header(stream, at)
        if header is None:
            at += 1
            continue
        body, end = _body(stream, header)
        at = max(end, header.end)
        if body:
            above, begin = _above(stream, header, after)
            below, last = _below(stream, header, end)
            inner = (header.columns, *body)
            found.append(Sheet((*above, *inner, *below), stream[begin].start, stream[last - 1].end))
            at = after = max(last, at)
    return found


def _headed(lines: Iterable[Set[str]]) -> bool:
    """Whether lines of these words may have a header: that of a list of projects on one line, or that of indicators."""
    met: set[str] = set()
    for words in lines:
        parts = {part for word in words if (part := part_of(word)) is not None}
        if "executed" in parts and _BUDGETS & parts:
            return True
        met |= parts
    return "target" in met and bool({"indicator", "either"} & met)


def _divided(lines: list[list[Cell]], text: str) -> list[list[Cell]]:
    """The lines, divided at single spaces too from a line on that is a header so; until a line that is no row then."""
    if not any(_heads(apart(line, text)) for line in lines if len(line) == 1 and several(line[0], text)):
        return lines
    return [apart(line, text) for line in lines]


def _heads(cells: Sequence[Cell]) -> bool:
    return len(cells) >= _LEAST and (
        _columns_of_list(cells) is not None or any(_header(cells, at) is not None for at in range(len(cells)))
    )


# ── the header and the indicators ─────────────────────────────────────────────────────────────────────────────────
def _header(stream: Sequence[Cell], at: int) -> _Header | None:
    """The header that begins at a cell: labels one after the other, of a name, a target and an actual or a score."""
    if at and part_of(stream[at - 1].text) is not None and stream[at - 1].line + 1 >= stream[at].line:
        return None
    end = at
    while end < len(stream) and (part_of(stream[end].text) or (not stream[end].text and end > at)):
        end += 1
    while end > at and not stream[end - 1].text:
        end -= 1
    while at < end < len(stream) and not stream[end].text and stream[end].line == stream[end - 1].line:
        end += 1
    run = [cell for cell in stream[at:end] if cell.text]
    parts = {part_of(cell.text) for cell in run}
    if not ({"indicator", "either"} & parts and "target" in parts and {"actual", "score", "level2"} & parts):
        return None
    across = len({cell.line for cell in run}) <= 2 and _alone(stream, at, end)
    columns, labels = _ordered(stream[at:end])
    if across:
        beside = [cell for cell in stream[max(0, at - 2) : at] if cell.line == stream[at].line]
        columns, labels = [*beside, *columns], ["label"] * len(beside) + labels
    else:
        kept = [(cell, part) for cell, part in zip(columns, labels, strict=True) if cell.text and part != "label"]
        columns, labels = [cell for cell, _ in kept], [part for _, part in kept]
    return _Header(at, end, tuple(columns), tuple(labels), across)


def _alone(stream: Sequence[Cell], at: int, end: int) -> bool:
    """Whether the line that a header ends ends with it, so that what follows stands on lines of its own."""
    return end == len(stream) or stream[end].line > stream[end - 1].line


def _ordered(run: Sequence[Cell]) -> tuple[list[Cell], list[str]]:
    """The columns of a header from the left, and their parts; of a header of two rows the lower labels count.

    What is written beside a header (绩效指标, 一级指标 …) is no column of the indicators but a `label`.
    """
    parts = [part_of(cell.text) or "ignored" for cell in run]
    lower = next((n for n, part in enumerate(parts) if part in _NAMES), 0)
    if "target" not in parts[:lower]:
        other = "label" if "indicator" in parts else "either"
        return list(run), [other if part == "either" else part for part in parts]
    split = next((n for n in range(lower, len(run)) if parts[n] not in _NAMES), len(run))
    divided = [cell for cell in run[split:] if cell.text]
    upper: list[Cell] = []
    for cell, part in zip(run[:lower], parts[:lower], strict=True):
        if part == "target":
            upper += divided or [cell]
        elif part != "either" and cell.text:
            upper.append(cell)
    columns = [*run[lower:split], *upper]
    return columns, [part_of(cell.text) or "ignored" for cell in columns]


def _body(stream: Sequence[Cell], header: _Header) -> tuple[list[Row], int]:
    """The rows below a header and the cell after the last of them."""
    end = header.end
    while end < len(stream) and not _ends(stream, end):
        end += 1
    cells = list(stream[header.end : end])
    if header.across:
        return _lines(cells, header)
    if not {"score", "full_score", "level2"} & set(header.parts):
        return [], header.end  # nothing would tell where a row ends
    kept = without_empty_levels([cell for cell in cells if not is_filler(cell.text)])
    found = [_filled(row, header.parts) for row in rows(kept, header.parts)]
    last = max((cell.end for row in found for cell in row if cell), default=0)
    return found, header.end + sum(1 for cell in cells if cell.end <= last)


def _lines(cells: list[Cell], header: _Header) -> tuple[list[Row], int]:
    """Rows that are lines; a few lines between them may be none."""
    found: list[Row] = []
    at = last = header.end
    odd = 0
    for line in dict.fromkeys(cell.line for cell in cells):
        row = [cell for cell in cells if cell.line == line]
        at += len(row)
        aligned = _aligned(row, header.parts)
        odd = 0 if aligned else odd + (not is_filler(row[0].text))
        if odd > _ODD:
            break
        if aligned is not None:
            found.append(_filled(aligned, header.parts))
            last = at
    return found, last


def _aligned(row: list[Cell], parts: Sequence[str]) -> Row | None:
    """A line under its header; as it stands where it has a cell for every column."""
    if len(row) < 2:
        return None
    whole = one_row(row, parts) if len(row) == len(parts) else None
    return whole or one_row(_trimmed(row, len(parts)), parts)


def _trimmed(row: list[Cell], width: int) -> list[Cell]:
    """A row without the empty cells at its end that have no column."""
    while len(row) > 1 and not row[-1].text and len(row) > width - 1:
        row = row[:-1]
    return row


def _filled(row: Row, parts: Sequence[str]) -> Row:
    """A row whose missing levels go on from above, and whose other missing cells are empty."""
    return tuple(
        None if part in ("level1", "level2") and (cell is None or not cell.text) else cell or _EMPTY
        for cell, part in zip(row, parts, strict=True)
    )


def _ends(stream: Sequence[Cell], at: int) -> bool:
    """Whether the indicators end before a cell: a sum, the next form, a title, a label of what is said below."""
    text = stream[at].text
    if is_label(text, "sums", "problems", "improvements") or _names(text) or _is_title(text):
        return True
    return text.startswith(tuple(load("tables")["form"]["below"]))


def _list(stream: Sequence[Cell], at: int) -> tuple[Row, ...] | None:
    """The rows of a list of projects whose header is the line that begins at a cell, None where none does."""
    line = stream[at].line
    if at and stream[at - 1].line == line:
        return None
    end = at
    while end < len(stream) and stream[end].line == line:
        end += 1
    columns = stream[at:end]
    parts = _columns_of_list(columns) if len(columns) >= _LEAST else None
    if parts is None:
        return None
    found: list[Row] = [tuple(columns)]
    while end < len(stream):
        first = end
        while end < len(stream) and stream[end].line == stream[first].line:
            end += 1
        row = one_row(stream[first:end], parts)
        if row is None:
            break
        found.append(tuple(cell or _EMPTY for cell in row))
    return tuple(found) if len(found) > 1 else None


def _columns_of_list(cells: Sequence[Cell]) -> list[str] | None:
    """The parts of the columns of a list of projects, None where cells are not its header."""
    parts = ["name" if _names(cell.text) else part_of(cell.text) or "label" for cell in cells]
    return parts if "name" in parts and "executed" in parts and _BUDGETS & set(parts) else None


# ── above and below ───────────────────────────────────────────────────────────────────────────────────────────────
def _above(stream: Sequence[Cell], header: _Header, after: int) -> tuple[list[Row], int]:
    """The rows above a header that name its project and its money, and the cell at which they begin."""
    low = next(islice((at for at in range(header.first, after, -1) if stream[at].text), _ABOVE, None), after)
    named = next((at for at in range(header.first - 1, low - 1, -1) if _names(stream[at].text)), low)
    region = stream[named : header.first]
    money = _money(region)
    found = [*_pairs(region), *money]
    places = [cell.start for row in found for cell in row if cell and cell.text]
    first = min(places, default=stream[header.first].start)
    return found, next(at for at in range(named, header.first + 1) if stream[at].end > first)


def _names(text: str) -> bool:
    return is_label(text.partition("：")[0], "project")


def _pairs(cells: Sequence[Cell]) -> Iterator[Row]:
    """Labels with the cell behind each, as rows of two."""
    shown = [cell for cell in cells if cell.text]
    for label, entry in pairwise([*shown, _EMPTY]):
        name, colon, rest = label.text.partition("：")
        if colon and rest and is_label(name, *_SAID):
            cut = label.end - len(rest)
            yield (Cell(name, label.start, cut - 1, label.line), Cell(rest, cut, label.end, label.line))
        elif unit_of(label.text) is not None:  # 资金情况（万元）
            yield (label,)
        if (is_label(name, *_SAID) and not rest and entry.text) or (
            part_of(label.text) in _MONEY and amount(entry.text) is not None
        ):
            yield (label, entry)


def _money(cells: Sequence[Cell]) -> list[Row]:
    """The header of a form's money and the rows below it, each under its columns."""
    shown = [cell for cell in cells if cell.text]
    for at in range(len(shown)):
        end = at
        while end < len(shown) and part_of(shown[end].text) in _MONEY:
            end += 1
        parts = [part_of(cell.text) or "" for cell in shown[at:end]]
        if "executed" not in parts or not _BUDGETS & set(parts):
            continue
        found: list[Row] = []
        columns = (shown[at], *shown[at:end]) if at == 0 else (shown[at - 1], *shown[at:end])
        for first, last in _runs(shown, end):
            row = one_row(shown[first : min(last, first + len(columns))], ("label", *parts), _SHORT)
            if row is not None:
                found.append(tuple(cell or _EMPTY for cell in row))
        return [columns, *found] if found else []
    return []


def _runs(cells: Sequence[Cell], at: int) -> Iterator[tuple[int, int]]:
    """The cells of money from `at` on: a label at most, then figures."""
    while at < len(cells):
        first = at
        at += not _is_figure(cells[at].text)
        figures = at
        while at < len(cells) and _is_figure(cells[at].text):
            at += 1
        if at > figures:
            yield first, at


def _is_figure(text: str) -> bool:
    return amount(text) is not None or text in ("/", "-", "—", "--", "——")


def _below(stream: Sequence[Cell], header: _Header, at: int) -> tuple[list[Row], int]:
    """The row of the sum and what is said below it, and the cell after them."""
    while at < len(stream) and is_filler(stream[at].text):
        at += 1
    end = at
    while end < min(len(stream), at + _BELOW) and not _names(stream[end].text) and not _is_title(stream[end].text):
        end += 1
    found: list[Row] = []
    last = at
    shown = list(stream[at:end])
    if shown and is_label(shown[0].text, "sums"):
        size = 1
        while size < len(shown) and (
            amount(shown[size].text) is not None or not shown[size].text or _is_sum(shown[size].text)
        ):
            size += 1
        numbers = [cell for cell in shown[:size] if cell.text]
        if len(numbers) > 2 or (len(numbers) == 2 and numbers[1].text not in ("100", "100.00", "100分")):
            found.append((*numbers, *[None] * max(0, len(header.columns) - len(numbers))))
        last = at + size
    pairs = list(_pairs(shown[last - at :]))
    ends = [cell.end for row in pairs for cell in row if cell]
    last += sum(1 for cell in stream[last:end] if ends and cell.end <= max(ends))
    return [*found, *pairs], last


def _is_sum(text: str) -> bool:
    return is_label(text, "sums", "scores") or part_of(text) in ("score", "full_score")


def _is_title(text: str) -> bool:
    return text.endswith("表") and len(text) > 5
