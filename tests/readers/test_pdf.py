"""PDF: text layer and pages; scans, locked and broken files refused. The files are made here."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractor.readers import read
from extractor.readers.clean import clean_pdf
from extractor.report import Report, Unreadable

FONT = "STSong-Light"
REPORTS = Path(__file__).parents[3] / "shared" / "reports"
PAGES = [
    ["青禾县水利局", "2022年度部门决算"],
    ["一、收入支出决算总体情况", "2022年度收入总计1,234.50万元，支出总", "计1,234.50万元。", "- 2 -"],
    ["二、收入决算情况", "本年收入合计 1,200.00 万元。"],
]


def printed(pages: list[list[str]], password: str | None = None) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    lock = StandardEncryption(password) if password else None
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt=lock)
    for lines in pages:
        canvas.setFont(FONT, 14)
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - 24 * at, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def written(folder: Path, data: bytes, name: str = "a.pdf") -> Report:
    path = folder / name
    path.write_bytes(data)
    return read(path)


def refused(folder: Path, data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        written(folder, data)
    return caught.value


def test_text_and_pages(tmp_path: Path) -> None:
    report = written(tmp_path, printed(PAGES))
    assert report.format == "pdf" and not report.hard_lines
    assert "\r" not in report.text
    assert [report.text[p.start : p.end].split("\n") for p in report.pages[:2]] == [[*page, ""] for page in PAGES[:2]]
    assert report.text.endswith("本年收入合计 1,200.00 万元。")
    assert report.page_at(report.text.index("二、收入")) == 3


def test_pages_tile_the_text(tmp_path: Path) -> None:
    report = written(tmp_path, printed([*PAGES, [], ["末页只有这一行，之前有一页空白。"]]))
    assert len(report.pages) == 5
    assert report.pages[0].start == 0 and report.pages[-1].end == len(report.text)
    assert all(a.end == b.start for a, b in zip(report.pages, report.pages[1:], strict=False))


def test_the_cover_is_the_title(tmp_path: Path) -> None:
    assert written(tmp_path, printed(PAGES)).title == "青禾县水利局2022年度部门决算"


def test_the_content_counts_not_the_suffix(tmp_path: Path) -> None:
    assert written(tmp_path, printed(PAGES), "a.txt").format == "pdf"


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    error = refused(tmp_path, printed([["- 1 -"], [], ["- 3 -"]]))
    assert error.status == "no-text"
    assert "3 页" in error.message and "文字层" in error.message


def test_a_locked_pdf(tmp_path: Path) -> None:
    error = refused(tmp_path, printed(PAGES, password="geheim"))
    assert error.status == "encrypted" and "密码" in error.message


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\x00\xff" * 300, b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj"]
)
def test_a_broken_pdf(tmp_path: Path, data: bytes) -> None:
    error = refused(tmp_path, data)
    assert error.status == "damaged" and "PDF" in error.message


def test_hyphens_come_back() -> None:
    """pdfium writes U+FFFE for a hyphen at a line end; some fonts map the hyphen to the soft one."""
    assert clean_pdf("2023\ufffe2025年\r\n\xad 16 \xad") == "2023-2025年\n- 16 -"


def test_radicals_become_characters() -> None:
    assert clean_pdf("⼀、⼈员经费") == "一、人员经费"


@pytest.mark.skipif(not REPORTS.is_dir(), reason="../shared/reports is not here")
def test_real_reports_are_clean() -> None:
    """No stray characters, a title, and pages to the end of the text."""
    for path in sorted(REPORTS.glob("*.pdf")):
        report = read(path)
        assert report.title and len(report.pages) > 10
        assert not set(report.text) & set("\r\x00\x02\f\ufffe\ufffd\xad")
        assert report.pages[-1].end == len(report.text)
        assert report.text.count("万元") > 20
