"""The tables of PDF pages by pdfplumber: for the pages on which pdfium's own boxes leave a doubt."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber

from extractor.readers.pdf_chars import Char
from extractor.readers.pdf_sheet import Sheet


def sheets(data: bytes, numbers: Sequence[int]) -> Iterator[Sheet]:
    """Those of the pages `numbers` (1-based) of the PDF `data` that can be read."""
    for page in _pages(data, numbers):
        try:
            chars, found = page.chars, page.find_tables()
        except Exception:  # pdfminer fails in its own ways on what pdfium shows; the page's text stands all the same
            continue
        tables = [[tuple(box for box in row.cells if box is not None) for row in table.rows] for table in found]
        yield Sheet(page.page_number, map(_char, chars), sorted(tables, key=lambda rows: rows[0][0][1]))
        page.close()


def _pages(data: bytes, numbers: Sequence[int]) -> list[Any]:
    """The pages of these numbers; where they do not open together, those that open alone."""
    try:
        return list(pdfplumber.open(io.BytesIO(data), pages=list(numbers)).pages)
    except Exception:
        return [page for number in numbers for page in _pages(data, [number])] if len(numbers) > 1 else []


def _char(char: dict[str, Any]) -> Char:
    left, right, top, bottom = char["x0"], char["x1"], char["top"], char["bottom"]
    return Char(char["text"], left, (left + right) / 2, (top + bottom) / 2, bottom - top)
