"""How results are shown: JSON, plain text in a pipe, tables on a terminal. What reports say goes through `clean`."""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import click

from extractor.clean import clean, escaped
from extractor.messages import say

Cell = object
RIGHT = ">"
"""Begins the title of a column of figures."""

_DECIMAL = re.compile(r"[-−－]?[\d,，]+[.．]\d+[%％]?")


def on_terminal() -> bool:
    """True where a person reads the output."""
    return sys.stdout.isatty()


class Harmless(io.RawIOBase):
    """A binary stream onto a terminal: text in any encoding goes in, without what a terminal obeys it comes out."""

    def __init__(self, shown: TextIO) -> None:
        self._shown = shown

    def writable(self) -> bool:
        """True."""
        return True

    def write(self, data: Any, /) -> int:
        """Show the lines."""
        text = bytes(data).decode("utf-8", "replace").removeprefix("\ufeff")
        self._shown.write(clean(text, lines=True))
        return len(data)


def echo(text: str = "", *, error: bool = False) -> None:
    """A line of our own words (already clean)."""
    click.echo(text, err=error)


def echo_json(value: Any) -> None:
    """A value as JSON on one line; in full on a terminal."""
    indent = 2 if on_terminal() else None
    click.echo(escaped(json.dumps(value, ensure_ascii=False, indent=indent)))


def table(titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """A table: drawn on a terminal, columns of plain text in a pipe. A title that begins with > is of figures."""
    cells = [[clean(cell) for cell in row] for row in rows]
    if on_terminal():
        _drawn(titles, cells)
    else:
        _plain(titles, cells)


def _drawn(titles: Sequence[str], rows: list[list[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in titles:
        figures = title.startswith(RIGHT)
        drawn.add_column(
            title.removeprefix(RIGHT), justify="right" if figures else "left", no_wrap=figures, overflow="fold"
        )
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console(highlight=False, markup=False).print(drawn)


def _plain(titles: Sequence[str], rows: list[list[str]]) -> None:
    heads = [title.removeprefix(RIGHT) for title in titles]
    _aligned([heads, *rows], [title.startswith(RIGHT) for title in titles])


def _aligned(rows: list[list[str]], figures: Sequence[bool]) -> None:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = [
            " " * (to - width(cell)) + cell if right else cell + " " * (to - width(cell))
            for cell, to, right in zip(row, widths, figures, strict=True)
        ]
        echo("  ".join(padded).rstrip())


def grid(rows: Iterable[Sequence[Cell]]) -> None:
    """A table as printed, its header among its rows: ruled on a terminal, columns of plain text in a pipe."""
    cells = [[clean(cell) for cell in row] for row in rows]
    across = max(map(len, cells), default=0)
    cells = [row + [""] * (across - len(row)) for row in cells]
    figures = [_of_figures(column) for column in zip(*cells, strict=True)]
    if on_terminal():
        _ruled(cells, figures)
    else:
        _aligned(cells, figures)


def _of_figures(column: Sequence[str]) -> bool:
    """Whether half of what a column holds, or more, is decimal numbers."""
    filled = [cell for cell in column if cell]
    return 0 < len(filled) <= 2 * sum(_DECIMAL.fullmatch(cell) is not None for cell in filled)


def _ruled(rows: list[list[str]], figures: Sequence[bool]) -> None:
    from rich.box import SQUARE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SQUARE, show_header=False, show_lines=True)
    for right in figures:
        drawn.add_column(justify="right" if right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console(highlight=False, markup=False).print(drawn)


def width(text: str) -> int:
    """The columns that a text takes on a terminal: a Chinese character takes two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its spans emphasised on a terminal, as it is in a pipe; cleaned piece by piece."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [_piece(text[at:start]), emphasised(_piece(text[start:end]))]
        at = end
    return "".join([*pieces, _piece(text[at:])]).strip()


def emphasised(text: str) -> str:
    """Emphasis on a terminal, the text itself in a pipe."""
    return click.style(text, bold=True, fg="yellow") if on_terminal() else text


def faint(text: str) -> str:
    """Less prominent on a terminal."""
    return click.style(text, dim=True) if on_terminal() else text


def cited(document: object, page: object) -> str:
    """Where something stands: the document and, where it has pages, the page."""
    name = clean(document)
    return name if page is None else f"{name} {say('page', page=page)}"


def money(value: object, unit: object) -> str:
    """A figure with its unit, empty where there is none."""
    return "" if value is None else f"{clean(value)}{clean(unit)}"


def leaf(subject: object) -> str:
    """The last name of a subject's path."""
    return clean(subject).rsplit("/", 1)[-1]


def _piece(text: str) -> str:
    return clean(text, lines=True).replace("\n", " ")
