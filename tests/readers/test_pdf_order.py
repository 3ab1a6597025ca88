"""PDF text that the file holds in another order than the page shows: a line with gaps, filled afterwards."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractor import extract
from extractor.readers import read
from extractor.readers.pdf_chars import boxes
from extractor.readers.pdf_order import in_order

FONT, LATIN, SIZE = "STSong-Light", "Times-Roman", 12
LINES = [
    "青禾县水利局2023年度部门决算",
    "一、收入支出决算总体情况说明",
    "2023年度收入总计1,234.50万元，与上年相比增加34.50万元，增长2.9%，主要原因是",
    "新增水库除险加固项目。支出总计1,234.50万元。",
    "其中3个项目评为(A)级，公务用车购置费12.06万元。",
]
LATE = re.compile(r"[\d.,%()A]+")


def _late(canvas: Canvas, line: str, top: float) -> list[tuple[float, str]]:
    """Draw the Chinese of a line with gaps; the pieces that are left out, with their places."""
    x, left_out, at = 72.0, [], 0
    for match in [*LATE.finditer(line), None]:
        piece = line[at : match.start()] if match else line[at:]
        if piece:
            canvas.setFont(FONT, SIZE)
            canvas.drawString(x, top, piece)
            x += pdfmetrics.stringWidth(piece, FONT, SIZE)
        if match:
            left_out.append((x, match[0]))
            x += pdfmetrics.stringWidth(match[0], LATIN, SIZE)
            at = match.end()
    return left_out


def _printed(by_page: bool, lower: float = 0.0) -> bytes:
    """A page whose numbers come after their line, or after all the lines of the page; `lower` points below them."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    waiting: list[tuple[float, float, str]] = []
    for number, line in enumerate(LINES):
        top = 760.0 - 22 * number
        waiting += [(x, top, piece) for x, piece in _late(canvas, line, top)]
        if not by_page or number == len(LINES) - 1:
            canvas.setFont(LATIN, SIZE)
            for x, at, piece in waiting:
                canvas.drawString(x, at - lower, piece)
            waiting = []
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("by_page", [False, True])
@pytest.mark.parametrize("lower", [0.0, 2.0])
def test_what_is_written_late_is_read_where_it_stands(tmp_path: Path, by_page: bool, lower: float) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_printed(by_page, lower))
    assert "".join(read(path).text.split()) == "".join(LINES)


def test_late_numbers_become_facts(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_printed(by_page=True))
    done = extract(path)
    assert {(a.subject, a.measure, a.value) for a in done.amounts} >= {
        ("收入总计", "决算数", "1234.50"),
        ("支出总计", "决算数", "1234.50"),
        ("收入总计", "增减率", "2.9"),
        ("公务用车购置费", "决算数", "12.06"),
    }
    assert all(done.report.text[a.start : a.end] == a.quote for a in done.amounts)


def test_cells_of_a_table_stay_as_pdfium_gives_them() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont(FONT, SIZE)
    for x, top, text in (
        (72, 700, "合计"),
        (300, 700, "基本"),
        (300, 685, "支出"),
        (180, 692, "320.50"),
        (72, 650, "1."),
    ):
        canvas.drawString(x, top, text)
    canvas.save()
    page = pypdfium2.PdfDocument(target.getvalue())[0].get_textpage()
    text = page.get_text_range()
    assert in_order(text, boxes(page)) == text
