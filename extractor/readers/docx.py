"""Word: paragraphs, automatic numbers and tables of a .docx in the order of its body."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import docx
from docx.oxml.ns import qn

from extractor.readers import package
from extractor.readers.clean import clean
from extractor.readers.content import Content, Flow
from extractor.readers.numbering import Numbering
from extractor.readers.title import cover_title, is_title

_SKIPPED = {qn(f"w:{name}") for name in ("del", "moveFrom", "rt", "instrText", "delText")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXTBOX = qn("w:txbxContent")
_CHARACTERS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_MOST_COLUMNS = 1000  # of one cell's span: a printed table has a few dozen


def content(data: bytes) -> Content:
    """The text and tables of a .docx. Raises `Unreadable`: damaged, too-large."""
    package.guard(data, "Word")
    try:
        document = docx.Document(io.BytesIO(data))
        walk = _Walk(Numbering.of(document))
        walk.blocks(document.element.body)
    except Exception:  # python-docx meets a broken part with whatever the part makes Python raise
        raise package.damaged("Word") from None
    text = walk.flow.text
    title = _title(document) or cover_title(text)
    return Content(text=text, tables=tuple(walk.flow.tables), hard_lines=True, title=title)


def _title(document: Any) -> str | None:
    """The title among the document's properties; broken properties are no reason not to read the document."""
    with suppress(Exception):
        title = (document.core_properties.title or "").strip()
        return title if is_title(title) else None
    return None


class _Walk:
    """Writes body elements into a flow."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.flow = Flow()

    def blocks(self, parent: Any) -> None:
        """The paragraphs and tables under `parent`, inside content controls too."""
        for block in _blocks(parent):
            if block.tag == qn("w:p"):
                self._paragraph(block)
            else:
                self._table(block)

    def _paragraph(self, paragraph: Any) -> None:
        text = _text(paragraph)
        if text.strip():
            self.flow.add(self.numbering.label(paragraph) + text.strip())
        for box in _boxes(paragraph):
            self.blocks(box)

    def _table(self, table: Any) -> None:
        rows = [list(_cells(row)) for row in _direct(table, "w:tr")]
        if max((len(row) for row in rows), default=0) <= 1:  # a frame around running text
            for row in rows:
                for cell, _ in row:
                    self.blocks(cell)
            return
        self.flow.add_table([[text for cell, span in row for text in self._cell(cell, span)] for row in rows])

    def _cell(self, cell: Any, span: int) -> list[str | None]:
        """The cell's text, then None for each further column it spans; all None where it continues one above."""
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is not None and merge.get(qn("w:val")) != "restart":
            return [None] * span
        parts = (self.numbering.label(p) + _text(p).strip() for p in cell.iter(qn("w:p")) if _text(p).strip())
        return [" ".join(parts), *[None] * (span - 1)]


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order; wrappers (content controls, insertions) are opened."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _blocks(child)


def _direct(parent: Any, name: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, those inside wrappers too, but not those of a table within."""
    for child in parent:
        if child.tag == qn(name):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _direct(child, name)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    for cell in _direct(row, "w:tc"):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        width = int(span.get(qn("w:val"), "1")) if span is not None else 1
        yield cell, max(1, min(width, _MOST_COLUMNS))


def _text(paragraph: Any) -> str:
    """The characters of a paragraph as shown: without deletions, field codes and text boxes."""
    return clean("".join(_characters(paragraph)))


def _characters(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or child.tag in (_FALLBACK, _TEXTBOX, qn("w:pPr"), qn("w:rPr")):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        else:
            yield from _characters(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph; the fallback copy for old programs is passed over."""
    for child in paragraph:
        if child.tag == _TEXTBOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)
