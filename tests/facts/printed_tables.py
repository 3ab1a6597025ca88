"""Fictional tables printed as Word, web page, PDF and workbook from one notation.

A row is a line, cells are divided by `|`. `<` goes on with the cell to its left, `^` with the one above, both merged.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
import openpyxl
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from extractor.readers import read
from extractor.report import Report

FONT = "STSong-Light"
FORMATS = ("docx", "html", "pdf")


@dataclass(frozen=True)
class Printed:
    """A table with the lines above it."""

    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, above: str, rows: str) -> Printed:
        cells = [[cell.strip() for cell in line.strip().split("|")] for line in rows.strip().splitlines()]
        width = max(len(row) for row in cells)
        return cls(
            tuple(line.strip() for line in above.strip().splitlines()),
            tuple(tuple(row + [""] * (width - len(row))) for row in cells),
        )

    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The place of every cell → the last place that it covers."""
        spans = {}
        for at, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                if cell in ("<", "^"):
                    continue
                right, down = column, at
                while right + 1 < len(row) and row[right + 1] == "<":
                    right += 1
                while down + 1 < len(self.rows) and self.rows[down + 1][column] == "^":
                    down += 1
                spans[at, column] = down, right
        return spans


def written(folder: Path, form: str, tables: list[Printed], name: str = "表") -> Report:
    """The report that reading these tables from a file of the format yields."""
    path = folder / f"{name}.{form}"
    path.write_bytes({"docx": _docx, "html": _html, "pdf": pdf, "xlsx": _xlsx}[form](tables))
    return read(path)


def _docx(tables: list[Printed]) -> bytes:
    document = docx.Document()
    for table in tables:
        for line in table.above:
            document.add_paragraph(line)
        grid = document.add_table(len(table.rows), len(table.rows[0]))
        for (row, column), (down, right) in table.spans().items():
            cell = grid.cell(row, column)
            if (down, right) != (row, column):
                cell = cell.merge(grid.cell(down, right))
            cell.text = table.rows[row][column]
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _html(tables: list[Printed]) -> bytes:
    parts = ["<html><head><meta charset='utf-8'></head><body>"]
    for table in tables:
        parts += [f"<p>{escape(line)}</p>" for line in table.above]
        spans = table.spans()
        parts.append("<table>")
        for at, row in enumerate(table.rows):
            parts.append("<tr>")
            for column, cell in enumerate(row):
                if (at, column) in spans:
                    down, right = spans[at, column]
                    size = f"rowspan='{down - at + 1}' colspan='{right - column + 1}'"
                    parts.append(f"<td {size}>{escape(cell)}</td>")
            parts.append("</tr>")
        parts.append("</table>")
    return "".join([*parts, "</body></html>"]).encode()


def _xlsx(tables: list[Printed]) -> bytes:
    """The tables on a sheet each; numbers are texts, as many systems export them."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in tables:
        sheet = book.create_sheet()
        for line in table.above:
            sheet.append([line])
        top = len(table.above) + 1
        for (row, column), (down, right) in table.spans().items():
            sheet.cell(top + row, column + 1, table.rows[row][column])
            if (down, right) != (row, column):
                sheet.merge_cells(
                    start_row=top + row, start_column=column + 1, end_row=top + down, end_column=right + 1
                )
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def pdf(tables: list[Printed], repeat: int = 0, page: tuple[float, float] = landscape(A3), head: str = "") -> bytes:
    """The tables as a PDF; the first `repeat` rows are printed again on every page a table goes on to.

    With a `head` every page carries it at its top, and its number at its foot.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("cell", fontName=FONT, fontSize=9, leading=11, wordWrap="CJK")
    target = io.BytesIO()
    story: list[Flowable] = []
    for table in tables:
        story += [Paragraph(escape(line), style) for line in table.above]
        story.append(Spacer(1, 4))
        cells = [
            [Paragraph(escape(cell), style) if cell not in ("<", "^") else "" for cell in row] for row in table.rows
        ]
        merged = [
            ("SPAN", (column, row), (right, down))
            for (row, column), (down, right) in table.spans().items()
            if (row, column) != (down, right)
        ]
        width = (page[0] - 80) / len(table.rows[0])
        grid = Table(cells, colWidths=[width] * len(table.rows[0]), repeatRows=repeat)
        grid.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), *merged]))
        story += [grid, Spacer(1, 12)]

    def furnish(canvas: Canvas, document: SimpleDocTemplate) -> None:
        if head:
            canvas.setFont(FONT, 9)
            canvas.drawString(40, page[1] - 40, head)
            canvas.drawString(page[0] / 2, 30, f"- {document.page} -")

    template = SimpleDocTemplate(target, pagesize=page, leftMargin=40, rightMargin=40)
    template.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return target.getvalue()
