"""PDF: the text layer, page by page, through pypdfium2; tables through pdfplumber on the pages with ruled lines."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw

from extractor.readers.clean import clean_pdf
from extractor.readers.content import Content, paged
from extractor.readers.pdf_rules import ruled
from extractor.readers.title import cover_title
from extractor.report import Page, Table, Unreadable

# A page of a scan carries at most a page number or a watermark in its text layer.
_FEWEST_CHARACTERS = 10


def content(data: bytes) -> Content:
    """The text of a PDF, its pages and tables. Raises `Unreadable`: encrypted, damaged, no-text."""
    printed = _pages(data)
    text, pages = paged([clean_pdf(page) for page, _ in printed])
    if len("".join(text.split())) < _FEWEST_CHARACTERS * len(pages):
        scan = f"这份 PDF 共 {len(pages)} 页，没有文字层（多半是扫描件）"
        raise Unreadable("no-text", f"{scan}，还不会识别图片里的文字，请换文字版再试。")
    with_lines = [number for number, (_, lines) in enumerate(printed, 1) if lines]
    return Content(text=text, pages=pages, tables=_tables(data, with_lines, text, pages), title=cover_title(text))


def _tables(data: bytes, with_lines: list[int], text: str, pages: tuple[Page, ...]) -> tuple[Table, ...]:
    """The tables on the pages with ruled lines; pdfplumber is imported where there are any."""
    if not with_lines:
        return ()
    from extractor.readers.pdf_tables import tables

    return tables(data, with_lines, text, pages)


def _pages(data: bytes) -> list[tuple[str, bool]]:
    """The pages: each one's text, and whether it has ruled lines."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Unreadable("encrypted", "PDF 有密码，打不开，请去掉密码后再试。") from None
        raise Unreadable("damaged", "PDF 已损坏，打不开，请重新下载后再试。") from None
    try:
        texts = [_page(document, index) for index in range(len(document))]
    finally:
        document.close()
    if not texts:
        raise Unreadable("damaged", "PDF 里一页也没有，请重新下载后再试。")
    return texts


def _page(document: pypdfium2.PdfDocument, index: int) -> tuple[str, bool]:
    """The text of one page; a page that cannot be loaded is empty, so that the others keep their numbers."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return "", False
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_range()), ruled(page)
    finally:
        textpage.close()
        page.close()
