"""Forms that lost their lines: cells one a line, or set apart by tabs, bars or spaces, put back into rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.facts.performance.words import compiled, either
from extractor.lexicon import load
from extractor.report import Report, Table

if TYPE_CHECKING:
    from extractor.facts.tables.forms import Form

_BETWEEN = re.compile(r"\t|[|｜]|[ 　]{2,}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|/|-|—")
_LEVELS = re.compile(r".{0,8}(?:产出|效益|满意度|成本|决策|过程|履职|管理)[一-龥]{0,4}指标(?:[（(]\d+分?[）)])?")
_WIDEST_GAP = 30  # lines that may stand between a form's name of its project and its header


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form put back into rows; `start`..`end` is its span of the stored text."""

    rows: tuple[tuple[Cell | None, ...], ...]
    start: int
    end: int

    def form(self, report: Report, year: int | None, owner: str | None) -> Form:
        """The records of the form; its indicators are those of `owner` where it names no project itself."""
        # Forms are read by the reader of tables, which takes the name of the whole from here.
        from extractor.facts.tables.forms import Source, read_form
        from extractor.facts.tables.recognise import headings

        table = Table(
            cells=tuple(tuple(cell.text if cell else "" for cell in row) for row in self.rows), start=self.start,
            end=self.end, page=report.page_at(self.start),
            spans=tuple(tuple((cell.start, cell.end) if cell and cell.text else None for cell in row) for row in self.rows),
        )  # fmt: skip
        return read_form(Source(headings(replace(report, tables=(table,)), None)[0], report, year, owner=owner))


def sheets(report: Report) -> list[Sheet]:
    """The forms of a report's text that no reader saw as tables."""
    tables = [(t.start, t.end) for t in report.tables]
    lines = [line for line in _lines(report.text) if not any(s <= line[0].start < e for s, e in tables)]
    found: list[Sheet] = []
    at = 0
    while at < len(lines):
        header = _header(lines, at)
        if header is None:
            at += 1
            continue
        columns, first, across = header
        rows, last = _rows(lines, first, columns) if across else _cells(lines, first, columns)
        if rows:
            above = _above(lines, at, found[-1].end if found else 0)
            name = _name(lines[above:at])
            begin = lines[above][0].start if name else columns[0].start
            body: list[tuple[Cell | None, ...]] = [_padded(name, len(columns))] if name else []
            if name and across:
                body += _money_rows(lines[above + 1 : at], len(columns))
            body += [tuple(columns), *rows]
            found.append(Sheet(tuple(body), begin, lines[last - 1][-1].end))
        at = max(last, at + 1)
    return found


def _lines(text: str) -> Iterator[list[Cell]]:
    """The cells of every line that is not blank; a line of one cell and a bar is one cell."""
    start = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            yield list(_split(line, start, number))
        start += len(line) + 1


def _split(line: str, start: int, number: int) -> Iterator[Cell]:
    edges = [(0, 0), *(m.span() for m in _BETWEEN.finditer(line.rstrip(" 　"))), (len(line), len(line))]
    barred = "|" in line or "｜" in line
    pieces = [(a[1], b[0]) for a, b in pairwise(edges)]
    for place, (begin, end) in enumerate(pieces):
        body = line[begin:end]
        if barred and not body.strip() and place == len(pieces) - 1 and len(pieces) > 1:
            continue  # what stands behind the last bar
        left = len(body) - len(body.lstrip())
        yield Cell(re.sub(r"\s+", "", body), start + begin + left, start + begin + len(body.rstrip()), number)


def _header(lines: list[list[Cell]], at: int) -> tuple[list[Cell], int, bool] | None:
    """A header that begins at a line: its cells, the line after it, and whether its cells stand side by side."""
    labels = [cell for cell in lines[at] if cell.text]
    if len(labels) > 3:
        return (lines[at], at + 1, True) if _is_header(labels) else None
    run: list[Cell] = []
    following = at
    while (
        following < len(lines)
        and len([c for c in lines[following] if c.text]) == 1
        and _label(lines[following][0].text)
    ):
        run.append(lines[following][0])
        following += 1
    return (run, following, False) if _is_header(run) else None


def _is_header(cells: list[Cell]) -> bool:
    labels = {_label(cell.text) for cell in cells}
    return "indicator" in labels and "target" in labels and bool({"actual", "score"} & labels)


@cache
def _label(text: str) -> str | None:
    if not text or len(text) > 18:
        return None
    patterns = load("tables")["form"]["columns"]
    return next((name for name, pattern in patterns.items() if re.search(pattern, text)), None)


def _rows(lines: list[list[Cell]], first: int, columns: list[Cell]) -> tuple[list[tuple[Cell | None, ...]], int]:
    """The rows below a header whose cells stand side by side."""
    labels = [_label(cell.text) for cell in columns]
    rows: list[tuple[Cell | None, ...]] = []
    at = first
    while at < len(lines) and len(lines[at]) > 1:
        cells = lines[at]
        at += 1
        if any(_is_end(cell.text) for cell in cells):
            break
        row = _aligned(cells, labels)
        if row is not None and _sound(row, labels):
            rows.append(row)
    return rows, at


def _aligned(cells: list[Cell], labels: list[str | None]) -> tuple[Cell | None, ...] | None:
    """A row under its header; cells of levels that were merged away are missing at its beginning."""
    if len(cells) > len(labels):
        cells = cells[: len(labels)] if not any(cell.text for cell in cells[len(labels) :]) else []
    if not cells:
        return None
    offset = 0
    if len(cells) < len(labels):
        level = next((n for n, cell in enumerate(cells[:2]) if cell.text and _is_kind(cell.text)), None)
        if level is not None and "level2" in labels:
            offset = max(0, labels.index("level2") - level)
            if level == 0 and len(cells) > 1 and _is_kind(cells[1].text) and "level1" in labels:
                offset = labels.index("level1")
        elif cells[0].text and not _LEVELS.fullmatch(cells[0].text):
            offset = labels.index("indicator")
    row = [*[None] * offset, *cells]
    return tuple([*row, *[None] * len(labels)][: len(labels)])


def _sound(row: tuple[Cell | None, ...], labels: list[str | None]) -> bool:
    """Whether scores are numbers and an indicator has a name: else the cells do not stand where the header says."""
    for cell, label in zip(row, labels, strict=True):
        if label in ("score", "full_score") and cell and cell.text and not _NUMBER.fullmatch(cell.text):
            return False
        if label == "indicator" and not (cell and cell.text):
            return False
    return True


def _cells(lines: list[list[Cell]], first: int, columns: list[Cell]) -> tuple[list[tuple[Cell | None, ...]], int]:
    """The rows below a header whose cells stand one below the other."""
    labels = [_label(cell.text) for cell in columns]
    levels = [n for n, label in enumerate(labels) if label in ("level1", "level2")]
    values = [n for n, label in enumerate(labels) if n not in levels and label != "reason"]
    if not {"score", "full_score"} & set(labels):
        return [], first + 1  # nothing would tell where a row ends
    rows: list[tuple[Cell | None, ...]] = []
    at = first
    while at < len(lines) and not any(_is_end(cell.text) for cell in lines[at]):
        row: list[Cell | None] = [None] * len(labels)
        begin = at
        while (
            at < len(lines)
            and at - begin < len(levels)
            and (_LEVELS.fullmatch(lines[at][0].text) or _is_kind(lines[at][0].text))
        ):
            place = (
                "level2" if _is_kind(lines[at][0].text) and (at > begin or not _next_is_kind(lines, at)) else "level1"
            )
            if place in labels:
                row[labels.index(place)] = lines[at][0]
            at += 1
        if not _fill(row, lines, at, values, labels):
            break
        at += len(values)
        if "reason" in labels and at < len(lines):
            at += _reason(row, lines, at, values, labels)
        rows.append(tuple(row))
    return rows, max(at, first + 1)


def _next_is_kind(lines: list[list[Cell]], at: int) -> bool:
    return at + 1 < len(lines) and _is_kind(lines[at + 1][0].text)


def _fill(
    row: list[Cell | None], lines: list[list[Cell]], at: int, values: list[int], labels: list[str | None]
) -> bool:
    """Puts the next cells into the columns of values, where they fit there."""
    cells = [line[0] for line in lines[at : at + len(values)] if len([c for c in line if c.text]) < 2]
    if len(cells) < len(values):
        return False
    for column, cell in zip(values, cells, strict=True):
        row[column] = cell
    return _sound(tuple(row), labels)


def _reason(
    row: list[Cell | None], lines: list[list[Cell]], at: int, values: list[int], labels: list[str | None]
) -> int:
    """Puts a reason into its column where the next cell is one; how many cells that takes."""
    cell = lines[at][0]
    if not cell.text:
        return 1
    begins = _LEVELS.fullmatch(cell.text) or _is_kind(cell.text) or _is_end(cell.text)
    if begins or _fill([None] * len(labels), lines, at, values, labels):
        return 0
    row[labels.index("reason")] = cell
    return 1


def _is_kind(text: str) -> bool:
    return compiled(rf"(?:{either('type_markers')})(?:类)?指标(?:[（(]\d+分?[）)])?").fullmatch(text) is not None


def _is_end(text: str) -> bool:
    return text.rstrip("：:") in load("tables")["form"]["sums"]


def _above(lines: list[list[Cell]], at: int, after: int) -> int:
    """The line above a header that names the form's project, else the header's own."""
    for back in range(at - 1, max(-1, at - _WIDEST_GAP), -1):
        if lines[back][0].start < after:
            break
        if _names(lines[back][0].text):
            return back
    return at


def _money_rows(lines: list[list[Cell]], width: int) -> Iterator[tuple[Cell | None, ...]]:
    """The header of the form's money and the rows below it, their first figure below the first column of money."""
    header: list[Cell] | None = None
    for line in lines:
        labels = [_label(cell.text) for cell in line]
        if "executed" in labels and {"budget", "initial"} & set(labels):
            header = line
            yield _padded(line, width)
        elif header is not None:
            money = next(n for n, c in enumerate(header) if _label(c.text) in ("initial", "budget", "executed"))
            first = next((n for n, c in enumerate(line) if re.fullmatch(r"[\d,]+(?:\.\d+)?", c.text)), None)
            if first is not None and first <= money:
                yield _padded([*[None] * (money - first), *line], width)


def _names(text: str) -> bool:
    return compiled(rf"(?:{either('project_fields')})(?:[：:].*)?").fullmatch(text) is not None


def _name(lines: list[list[Cell]]) -> list[Cell] | None:
    """The label and the name of a form's project."""
    cells = [cell for line in lines for cell in line if cell.text]
    if not cells:
        return None
    first = cells[0]
    if match := re.match(r"([^：:]+)[：:](.+)", first.text):
        shift = first.end - len(match[2])
        return [
            Cell(match[1], first.start, shift - 1, first.line),
            Cell(_uncoded(match[2]), shift, first.end, first.line),
        ]
    return [first, replace(cells[1], text=_uncoded(cells[1].text))] if len(cells) > 1 else None


def _uncoded(name: str) -> str:
    return re.sub(r"^\d[\dA-Z]{7,}-", "", name)


def _padded(cells: Sequence[Cell | None], width: int) -> tuple[Cell | None, ...]:
    return tuple([*cells, *[None] * width][: max(width, len(cells))])
