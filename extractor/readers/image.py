"""Pictures of pages (.png, .jpg, .tif …), read by OCR."""

from __future__ import annotations

from extractor.readers import ocr
from extractor.readers.content import Content, paged
from extractor.readers.title import cover_title
from extractor.report import Unreadable

_MOST_PAGES = 500


def content(data: bytes) -> Content:
    """The text of every picture in an image file, a page each. Raises `Unreadable`: no-text, damaged, too-large."""
    pages = []
    for number, picture in enumerate(ocr.pictures(data), 1):
        if number > _MOST_PAGES:
            raise Unreadable("too-large", f"图片超过 {_MOST_PAGES} 页，没有读，请拆分后再试。")
        pages.append(ocr.recognised(ocr.lines(picture)))
    text, spans = paged([page.text for page in pages])
    if not text.strip():
        raise Unreadable("no-text", "图片里没有认出文字，请换一份清楚的，或文字版。")
    return Content(text=text, pages=ocr.marked(spans, dict(enumerate(pages, 1))), title=cover_title(text))
