"""Pictures and scanned pages. The engine's own tests need the extra `ocr`, which `make test` installs."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from PIL import Image
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks.places import CORPUS
from extractor.cli import main
from extractor.extraction import extract
from extractor.pipeline import index_paths
from extractor.readers import ocr, read
from extractor.readers.ocr import Line
from extractor.report import Unreadable
from extractor.store import open_index
from tests.readers import files

PAGE = Path(__file__).with_name("page.png")
engine = pytest.mark.skipif(not ocr.is_installed(), reason="OCR is not installed: pip install 'juesuan[ocr]'")


def line(text: str, left: float, top: float, score: float = 0.99, width: float = 0) -> Line:
    return Line(text, score, left, top, left + (width or 20 * len(text)), top + 20)


def picture(form: str = "PNG", pages: int = 1) -> bytes:
    target, blank = io.BytesIO(), Image.new("L", (60, 40), 255)
    more: dict[str, Any] = {"save_all": True, "append_images": [blank] * (pages - 1)} if pages > 1 else {}
    blank.save(target, form, **more)
    return target.getvalue()


def scan(pages: int = 2) -> bytes:
    """A PDF whose pages are pictures."""
    target, blank = io.BytesIO(), Image.new("L", (600, 800), 255)
    blank.save(target, "PDF", save_all=True, append_images=[blank] * (pages - 1))
    return target.getvalue()


def refused(folder: Path, name: str, data: bytes) -> Unreadable:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(path)
    return caught.value


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that reads the same two lines on every page."""
    found = [line("支出决算为198.40万元", 20, 60, 0.91), line("青禾县水利局2022年度部门决算", 20, 10)]
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "lines", lambda picture: found)


def test_pieces_are_put_in_reading_order() -> None:
    page = ocr.recognised(
        [
            line("第二行", 100, 52),
            line("决算数", 300, 13),
            line("一、", 20, 10),
            line("收入", 62, 12),
            line("合计", 130, 11),
        ]
    )
    assert page.text == "一、收入 合计\t决算数\n第二行"


def test_a_page_that_hangs_askew_keeps_its_lines() -> None:
    pieces = [line(f"{row}{column}", 150 * column, 40 * row + 6 * column) for row in range(3) for column in range(6)]
    assert [each.split("\t") for each in ocr.recognised(pieces).text.split("\n")] == [
        [f"{row}{column}" for column in range(6)] for row in range(3)
    ]


def test_doubtful_lines_are_marked() -> None:
    page = ocr.recognised([line("决算", 0, 0, 0.98), line("关（）", 0, 30, 0.72), line("说明", 0, 60, 0.95)])
    assert [page.text[start:end] for start, end in page.doubtful] == ["关（）"]
    assert page.confidence == round((0.98 * 2 + 0.72 * 3 + 0.95 * 2) / 7, 4)


def test_a_blank_page() -> None:
    assert ocr.recognised([]) == ocr.Recognised("", 0.0, ())


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "BMP", "GIF"])
def test_without_ocr_a_picture_says_what_to_install(tmp_path: Path, without: None, form: str) -> None:
    error = refused(tmp_path, f"a.{form.lower()}", picture(form))
    assert error.status == "no-text" and "pip install 'juesuan[ocr]'" in error.message


def test_without_ocr_a_scan_says_what_to_install(tmp_path: Path, without: None) -> None:
    error = refused(tmp_path, "a.pdf", scan(3))
    assert error.status == "no-text" and "3 页" in error.message and "pip install 'juesuan[ocr]'" in error.message


def test_without_ocr_the_scanned_pages_of_a_report_are_marked(tmp_path: Path, without: None) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(appended(files.pdf(), scan(1)))
    assert [page.confidence for page in read(path).pages] == [None, 0.0]


def appended(one: bytes, other: bytes) -> bytes:
    """The pages of two PDFs, one after the other."""
    document, target = pypdfium2.PdfDocument(one), io.BytesIO()
    document.import_pages(pypdfium2.PdfDocument(other))
    document.save(target)
    return target.getvalue()


def test_pages_read_from_pictures_carry_their_confidence(tmp_path: Path, reading: None) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(appended(files.pdf(), scan(1)))
    report = read(path)
    first, second = report.pages
    assert first.confidence is None and first.doubtful == ()
    assert second.confidence is not None and 0.9 < second.confidence < 0.99
    assert [report.text[start:end] for start, end in second.doubtful] == ["支出决算为198.40万元"]
    assert second.end == len(report.text) and first.end == second.start


def test_every_page_of_a_picture_file(tmp_path: Path, reading: None) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(picture("TIFF", pages=3))
    report = read(path)
    assert report.format == "image" and report.title == "青禾县水利局2022年度部门决算"
    assert len(report.pages) == 3 and all(one.end == two.start for one, two in pairwise(report.pages))
    assert report.text.count("198.40") == 3


def test_the_index_keeps_what_was_uncertain(tmp_path: Path, reading: None) -> None:
    (tmp_path / "a.pdf").write_bytes(scan(1))
    index_paths([tmp_path / "a.pdf"], tmp_path / "index.db", extract=extract)  # in this process, which reads
    with open_index(tmp_path / "index.db") as index:
        (document,) = index.documents()
        (page,) = index.pages(document.id)
    assert page.confidence and page.doubtful == "[[17, 30]]"


def test_show_marks_pages_read_from_pictures(tmp_path: Path, reading: None) -> None:
    (tmp_path / "a.pdf").write_bytes(appended(files.pdf(), scan(1)))
    db = tmp_path / "index.db"
    index_paths([tmp_path / "a.pdf"], db, extract=extract)
    shown = CliRunner().invoke(main, ["--lang", "zh", "show", "a.pdf", "--db", str(db)])
    assert shown.exit_code == 0 and "第 1 页由" not in shown.stdout
    assert "第 2 页由图片识别（OCR），可信度 95.4%；存疑：「支出决算为198.40万元」" in shown.stdout
    of_page = CliRunner().invoke(main, ["show", "a.pdf", "--page", "2", "--db", str(db)])
    assert "「支出决算为198.40万元」" in of_page.stdout
    (read_so,) = json.loads(CliRunner().invoke(main, ["show", "a.pdf", "--json", "--db", str(db)]).stdout)["ocr"]
    assert read_so["page"] == 2 and read_so["confidence"] < 1 and len(read_so["doubtful"]) == 1


def test_show_says_which_pages_were_not_read(tmp_path: Path, without: None) -> None:
    (tmp_path / "a.pdf").write_bytes(appended(files.pdf(), scan(1)))
    db = tmp_path / "index.db"
    index_paths([tmp_path / "a.pdf"], db, extract=extract)
    shown = CliRunner().invoke(main, ["--lang", "zh", "show", "a.pdf", "--db", str(db)])
    assert "第 2 页是图片，没有识别" in shown.stdout and "pip install 'juesuan[ocr]'" in shown.stdout


def test_damaged_and_huge_pictures(tmp_path: Path, reading: None) -> None:
    assert refused(tmp_path, "a.png", picture()[:50]).status == "damaged"
    huge = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(huge, "PNG")
    error = refused(tmp_path, "a.png", huge.getvalue())
    assert error.status == "too-large" and "图片" in error.message


def test_a_picture_without_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: None) -> None:
    monkeypatch.setattr(ocr, "lines", lambda picture: [])
    assert refused(tmp_path, "a.png", picture()).status == "no-text"


def printed() -> str:
    """What stands on the page of the corpus that page.png is a picture of (150 dots an inch), without blanks."""
    (report,) = (CORPUS / "formats").glob("*.pdf")
    return "".join(pypdfium2.PdfDocument(report)[7].get_textpage().get_text_range().split())


@engine
def test_a_page_is_read_right(tmp_path: Path) -> None:
    """Character accuracy against the text layer of the same page."""
    copy = tmp_path / "page.png"
    copy.write_bytes(PAGE.read_bytes())
    report = read(copy)
    assert Levenshtein.normalized_similarity("".join(report.text.split()), printed()) >= 0.98
    (page,) = report.pages
    assert page.confidence is not None and page.confidence > ocr.CERTAIN


@engine
@pytest.mark.parametrize("angle", [180, 90])
def test_a_page_scanned_the_wrong_way_round(angle: int) -> None:
    page = Image.open(PAGE).convert("RGB")
    top = page.crop((0, 0, page.width, page.height // 4))
    found = "".join(ocr.recognised(ocr.lines(top.rotate(angle, expand=True))).text.split())
    assert len(found) > 50 and fuzz.partial_ratio(found, printed()) > 95
