"""PDF: the text layer, page by page, through pypdfium2; tables through pdfplumber on the pages with ruled lines."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from extractor.readers import ocr
from extractor.readers.clean import clean_pdf
from extractor.readers.content import Content, paged
from extractor.readers.pdf_order import in_order
from extractor.readers.pdf_rules import ruled
from extractor.readers.title import cover_title
from extractor.report import Page, Table, Unreadable

# A page of a scan carries at most a page number or a watermark in its text layer.
_FEWEST_CHARACTERS = 10
_DRAWINGS = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE, pypdfium2.raw.FPDF_PAGEOBJ_PATH)


def content(data: bytes) -> Content:
    """The text of a PDF, its pages and tables. Raises `Unreadable`: encrypted, damaged, no-text."""
    printed, read = _pages(data)
    texts = [clean_pdf(page.text) for page in printed]
    text, pages = paged([read[at].text or text if at in read else text for at, text in enumerate(texts, 1)])
    if len("".join(text.split())) < _FEWEST_CHARACTERS * len(pages) and not any(page.text for page in read.values()):
        scan = f"这份 PDF 共 {len(pages)} 页，没有文字层（多半是扫描件）"
        raise Unreadable("no-text", f"{scan}，识别文字需要 OCR，{ocr.INSTALL} 再试，或换文字版。")
    with_lines = [number for number, page in enumerate(printed, 1) if page.ruled]
    tables, warnings = _tables(data, with_lines, text, pages)
    return Content(text=text, pages=ocr.marked(pages, read), tables=tables, title=cover_title(text), warnings=warnings)


def _tables(
    data: bytes, with_lines: list[int], text: str, pages: tuple[Page, ...]
) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables on the pages with ruled lines, and a sentence where some could not be read."""
    if not with_lines:
        return (), ()
    from extractor.readers.pdf_tables import tables  # and with it pdfplumber, where it is needed

    found = tables(data, with_lines, text, pages)
    unread = "、".join(map(str, found.unread))
    return found.tables, (f"第 {unread} 页的表格没能读出，那里只有文字。",) if unread else ()


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is in the file: its text, whether it has ruled lines, and whether it is a picture of a page."""

    text: str
    ruled: bool
    picture: bool


def _pages(data: bytes) -> tuple[list[_Page], dict[int, ocr.Recognised]]:
    """The pages, and what was read from those that are pictures (nothing where OCR is not installed)."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Unreadable("encrypted", "PDF 有密码，打不开，请去掉密码后再试。") from None
        raise Unreadable("damaged", "PDF 已损坏，打不开，请重新下载后再试。") from None
    try:
        pages = [_page(document, index) for index in range(len(document))]
        read = ocr.scanned(document, [number for number, page in enumerate(pages, 1) if page.picture])
    finally:
        document.close()
    if not pages:
        raise Unreadable("damaged", "PDF 里一页也没有，请重新下载后再试。")
    return pages, read


def _page(document: pypdfium2.PdfDocument, index: int) -> _Page:
    """One page; a page that cannot be loaded is empty, so that the others keep their numbers."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _Page("", False, False)
    textpage = page.get_textpage()
    try:
        text = in_order(textpage)
        bare = len("".join(text.split())) < _FEWEST_CHARACTERS
        drawn = bare and next(page.get_objects(filter=_DRAWINGS, max_depth=3), None) is not None
        return _Page(text, ruled(page), drawn)
    finally:
        textpage.close()
        page.close()
