"""Builds `reports/` and `formats/` from their `sources/`: `python corpus/build.py`.

A source is plain text: the first line names the formats, `# ` to `### ` are headings, `| a | b |` is a table's row (`<`
goes on with the cell to its left, the two are merged), `===` begins a page, every other line is a paragraph. The same
source always gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from pathlib import Path
from unicodedata import east_asian_width

from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).parent
FONT = "STSong-Light"
PRINTED = datetime(2024, 9, 20, tzinfo=UTC)  # a fixed date keeps the bytes equal
LINE_WIDTH, PAGE_LINES = 54, 30  # of the text that looks copied out of a PDF, in columns and in lines
NO_LINE_START = "，。、；：）”》%"
MERGED = "<"
FIGURE = re.compile(r"-?\d+\.(\d+)")


@dataclass(frozen=True)
class Block:
    """One thing on the page: kind is h1, h2, h3, p, page or table; `rows` is for tables only."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    def lines(self) -> Iterator[tuple[str, ...]]:
        """The rows, with nothing in the places that a merged cell goes on to."""
        return (tuple("" if cell == MERGED else cell for cell in row) for row in self.rows)

    def merged(self) -> Iterator[tuple[int, int, int]]:
        """The merged cells: their row, their first and their last column."""
        for at, row in enumerate(self.rows):
            for column in range(len(row)):
                last = column
                while last + 1 < len(row) and row[last + 1] == MERGED:
                    last += 1
                if row[column] != MERGED and last > column:
                    yield at, column, last


def blocks(lines: list[str]) -> Iterator[Block]:
    """The lines of a source as blocks; neighbouring table rows are one table."""
    for is_table, group in groupby((line for line in lines if line.strip()), lambda line: line.startswith("|")):
        if is_table:
            yield Block("table", rows=tuple(tuple(c.strip() for c in line.strip()[1:-1].split("|")) for line in group))
            continue
        for line in group:
            marks = re.match(r"(#{1,3}) ", line)
            if marks:
                yield Block(f"h{len(marks[1])}", line[marks.end() :])
            elif line == "===":
                yield Block("page")
            else:
                yield Block("p", line)


def columns(text: str) -> int:
    """How many terminal columns the text takes; a Chinese character takes two."""
    return sum(2 if east_asian_width(c) in "WFA" else 1 for c in text)


def wrapped(text: str) -> Iterator[str]:
    """The text cut at the width of a printed line, inside words and numbers too, as PDF text is."""
    line = ""
    for character in text:
        if columns(line) >= LINE_WIDTH and character not in NO_LINE_START:
            yield line
            line = ""
        line += character
    yield line


def spaced(text: str) -> str:
    """Spaces between Chinese characters and numbers, as many PDF texts have them."""
    text = re.sub(r"([\u4e00-\u9fff])(\d)", r"\1 \2", text)
    return re.sub(r"([\d%])([\u4e00-\u9fff])", r"\1 \2", text)


def plain(all_blocks: list[Block]) -> Iterator[str]:
    """One line a paragraph or table row."""
    for block in all_blocks:
        if block.kind == "table":
            yield from ("\t".join(row) for row in block.lines())
        elif block.kind != "page":
            yield block.text


def as_lines(all_blocks: list[Block], _: str) -> bytes:
    """Text as copied out of a PDF: broken lines, a blank line after each, page numbers between pages."""
    return paged(spaced(text) for text in plain(all_blocks))


def as_wrapped(all_blocks: list[Block], _: str) -> bytes:
    """The same without spaces between words and numbers."""
    return paged(plain(all_blocks))


def paged(texts: Iterable[str]) -> bytes:
    """Lines of equal width with a blank line after each, a page number after so many."""
    printed = [line for text in texts for line in wrapped(text)]
    pages = [printed[at : at + PAGE_LINES] for at in range(0, len(printed), PAGE_LINES)]
    numbered = [[*page, f"- {number} -"] for number, page in enumerate(pages, 1)]
    return "\n\n".join(line for page in numbered for line in page).encode() + b"\n"


def as_gb18030(all_blocks: list[Block], _: str) -> bytes:
    """Text with a line a paragraph, in the encoding of older offices."""
    return ("\r\n".join(plain(all_blocks)) + "\r\n").encode("gb18030")


def as_html(all_blocks: list[Block], meta: str) -> bytes:
    """A page of a government site: its navigation, a metadata line, the report, a footer."""
    title = next(block.text for block in all_blocks if block.kind == "h1")
    body = [f"<h1>{escape(title)}</h1>", f'<p class="meta">{escape(meta)}</p>']
    for block in all_blocks:
        if block.kind == "table":
            body.append(html_table(block))
        elif block.kind in ("h2", "h3", "p"):
            body.append(f"<{block.kind}>{escape(block.text)}</{block.kind}>")
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title><style>td {{ padding: 2px }}</style></head>'
    menu = '<nav><a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 预算决算</nav>'
    foot = "<footer>主办单位：区人民政府办公室　<script>var visits = 1024;</script></footer>"
    text = "\n".join(body)
    return f"<!DOCTYPE html>\n<html>{head}\n<body>{menu}\n<main>\n{text}\n</main>\n{foot}</body></html>\n".encode()


def html_table(block: Block) -> str:
    """The table of a block, its merged cells as one."""
    widths = {(row, first): last - first + 1 for row, first, last in block.merged()}

    def cell(at: int, column: int, text: str) -> str:
        across = f' colspan="{widths[at, column]}"' if (at, column) in widths else ""
        return f"<td{across}>{escape(text)}</td>"

    rows = (
        "".join(cell(at, column, text) for column, text in enumerate(row) if text != MERGED)
        for at, row in enumerate(block.rows)
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def as_docx(all_blocks: list[Block], _: str) -> bytes:
    """A Word document with heading styles and real tables."""
    document = Document()
    document.styles["Normal"].font.name = "SimSun"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    document.core_properties.created = document.core_properties.modified = PRINTED
    for block in all_blocks:
        if block.kind == "table":
            table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
            for row in block.lines():
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            for at, first, last in block.merged():
                text = block.rows[at][first]
                table.cell(at, first).merge(table.cell(at, last)).text = text
        elif block.kind == "page":
            document.add_page_break()
        elif block.kind == "p":
            document.add_paragraph(block.text)
        else:
            document.add_heading(block.text, level=int(block.kind[1]) - 1)
    written = io.BytesIO()
    document.save(written)
    return without_dates(written.getvalue())


def without_dates(zipped: bytes) -> bytes:
    """The same archive with every member dated alike: the libraries stamp them, and themselves, with the clock."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(zipped)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(
                    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", PRINTED.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part
                )
            new.writestr(zipfile.ZipInfo(name, PRINTED.timetuple()[:6]), part, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def as_xlsx(all_blocks: list[Block], _: str) -> bytes:
    """A workbook with a sheet a page: a paragraph is one cell, figures are numbers shown with their decimals."""
    book = Workbook()
    sheet = book.active
    for block in all_blocks:
        if block.kind == "page":
            sheet = book.create_sheet()
        elif block.kind != "table":
            sheet.append([block.text])
        else:
            top = sheet.max_row + 1
            for at, row in enumerate(block.lines(), top):
                for column, text in enumerate(row, 1):
                    decimals = FIGURE.fullmatch(text)
                    cell = sheet.cell(at, column, float(text) if decimals else text or None)
                    cell.number_format = "0." + "0" * len(decimals[1]) if decimals else "@"
            for at, first, last in block.merged():
                sheet.merge_cells(start_row=top + at, end_row=top + at, start_column=first + 1, end_column=last + 1)
    written = io.BytesIO()
    book.save(written)
    return without_dates(written.getvalue())


def as_pdf(all_blocks: list[Block], _: str) -> bytes:
    """A printed report: headings, paragraphs, ruled tables and a page number at the foot."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    body = ParagraphStyle("p", fontName=FONT, fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK")
    heading = {
        "h1": ParagraphStyle("h1", body, fontSize=17, leading=30, firstLineIndent=0, alignment=1),
        "h2": ParagraphStyle("h2", body, fontSize=13.5, leading=24),
        "h3": ParagraphStyle("h3", body),
    }
    flow: list[Flowable] = []
    for block in all_blocks:
        if block.kind == "page":
            flow.append(PageBreak())
        elif block.kind == "table":
            merged = [("SPAN", (first, row), (last, row)) for row, first, last in block.merged()]
            font, grid = ("FONT", (0, 0), (-1, -1), FONT, 9), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
            style = TableStyle([font, grid, *merged])
            flow += [Table([list(row) for row in block.lines()], style=style), Spacer(1, 12)]
        else:
            flow.append(Paragraph(escape(block.text), heading.get(block.kind, body)))

    def foot(canvas: Canvas, page: SimpleDocTemplate) -> None:
        canvas.setFont(FONT, 10)
        canvas.drawCentredString(A4[0] / 2, 40, f"- {page.page} -")

    written = io.BytesIO()
    SimpleDocTemplate(written, pagesize=A4, invariant=True, title=all_blocks[0].text).build(flow, foot, foot)
    return written.getvalue()


Writer = Callable[[list[Block], str], bytes]
WRITERS: dict[str, tuple[str, Writer]] = {
    "lines": ("txt", as_lines),
    "wrapped": ("txt", as_wrapped),
    "gb18030": ("txt", as_gb18030),
    "html": ("html", as_html),
    "docx": ("docx", as_docx),
    "pdf": ("pdf", as_pdf),
    "xlsx": ("xlsx", as_xlsx),
}


def build(source: Path, target: Path) -> list[Path]:
    """Writes the report that `source` describes into the folder `target`, a file a format; their paths."""
    head, *lines = source.read_text(encoding="utf-8").splitlines()
    meta = lines.pop(0).removeprefix("meta: ") if lines[0].startswith("meta: ") else ""
    built = []
    for suffix, write in (WRITERS[name] for name in head.removeprefix("format: ").split()):
        built.append(target / f"{source.stem}.{suffix}")
        built[-1].write_bytes(write(list(blocks(lines)), meta))
    return built


if __name__ == "__main__":
    for sources, target in ((HERE / "sources", HERE / "reports"), (HERE / "formats/sources", HERE / "formats")):
        for each in sorted(sources.glob("*.txt")):
            print(*build(each, target), sep="\n")
