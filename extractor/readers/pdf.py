"""PDF: the text layer and the ruled tables, page by page, through pypdfium2; pdfplumber where that leaves a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from extractor.readers import ocr
from extractor.readers.clean import clean_pdf
from extractor.readers.content import Content, paged
from extractor.readers.pdf_chars import Box, Uncertain, boxes
from extractor.readers.pdf_order import in_order
from extractor.readers.pdf_sheet import Sheet, sheet_of
from extractor.readers.pdf_tables import tables
from extractor.readers.title import cover_title
from extractor.report import Page, Table, Unreadable

# A page of a scan carries at most a page number or a watermark in its text layer.
_FEWEST_CHARACTERS = 10
_DRAWINGS = (pypdfium2.raw.FPDF_PAGEOBJ_IMAGE, pypdfium2.raw.FPDF_PAGEOBJ_PATH)


def content(data: bytes) -> Content:
    """The text of a PDF, its pages and tables. Raises `Unreadable`: encrypted, damaged, no-text."""
    sheets, read = _pages(data)
    texts = [clean_pdf(page.text) for page in sheets]
    text, pages = paged([read[at].text or text if at in read else text for at, text in enumerate(texts, 1)])
    if len("".join(text.split())) < _FEWEST_CHARACTERS * len(pages) and not any(page.text for page in read.values()):
        scan = f"这份 PDF 共 {len(pages)} 页，没有文字层（多半是扫描件）"
        raise Unreadable("no-text", f"{scan}，识别文字需要 OCR，{ocr.INSTALL} 再试，或换文字版。")
    found, warnings = _tables(data, sheets, text, pages)
    return Content(text=text, pages=ocr.marked(pages, read), tables=found, title=cover_title(text), warnings=warnings)


def _tables(
    data: bytes, printed: Sequence[_Page], text: str, pages: tuple[Page, ...]
) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """The tables, and a sentence where those of some pages could not be read."""
    sheets = {page.sheet.number: page.sheet for page in printed if page.sheet is not None}
    unclear = [number for number, page in enumerate(printed, 1) if page.unclear]
    if unclear:
        from extractor.readers.pdf_plumber import sheets as plumbed  # and with it pdfplumber, where it is needed

        sheets |= {sheet.number: sheet for sheet in plumbed(data, unclear)}
    unread = "、".join(str(number) for number in unclear if number not in sheets)
    found = tables([sheet for _, sheet in sorted(sheets.items())], text, pages)
    return found, (f"第 {unread} 页的表格没能读出，那里只有文字。",) if unread else ()


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is in the file: its text, its tables where it has any, and whether it is a picture of a page.

    `unclear`: it has ruled lines, but what table they are depends on how its fonts are counted.
    """

    text: str
    sheet: Sheet | None = None
    unclear: bool = False
    picture: bool = False


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
        return _Page("")
    textpage = page.get_textpage()
    try:
        text, where = str(textpage.get_text_range()), boxes(textpage)
        bare = len("".join(text.split())) < _FEWEST_CHARACTERS
        drawn = bare and next(page.get_objects(filter=_DRAWINGS, max_depth=3), None) is not None
        sheet, unclear = _sheet(index + 1, page, textpage, text, where)
        return _Page(in_order(text, where), sheet, unclear, drawn)
    finally:
        textpage.close()
        page.close()


def _sheet(
    number: int, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, text: str, where: list[Box]
) -> tuple[Sheet | None, bool]:
    """The page with its tables where it has any, and whether what they are is unclear."""
    try:
        return sheet_of(number, page, textpage, text, where), False
    except Uncertain:
        return None, True
