"""Plain text: the encoding told apart, form feeds as page ends."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Iterator

from charset_normalizer import from_bytes

from extractor.readers.clean import clean
from extractor.readers.content import Content, paged
from extractor.readers.title import cover_title
from extractor.report import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Every other encoding that charset-normalizer knows is out of the question for a Chinese report.
_LIKELY = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be"]
# In characters. No printed page is as wide, so such a line was never broken by one.
_PARAGRAPH = 100
_SHARE = 0.2
_FAULTY = 0.01


def content(data: bytes) -> Content:
    """The text of a text file. Raises `Unreadable` with unknown-type for bytes that are no text."""
    text = clean(decode(data))
    if "\f" not in text:
        return Content(text=text, hard_lines=_hard(text), title=cover_title(text))
    pages = text.removesuffix("\f").split("\f")
    text, spans = paged(pages)
    return Content(text=text, pages=spans, hard_lines=_hard(text), title=cover_title(text))


def decode(data: bytes) -> str:
    """The characters behind `data`. Raises `Unreadable` with status unknown-type where there are none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for text in _readings(data):
        if text is not None and "\x00" not in text and text.count("\ufffd") <= _FAULTY * len(text):
            return text
    raise Unreadable("unknown-type", "内容不是文字（像是二进制文件），请换成 PDF、Word（.docx）、HTML 或纯文本再试。")


def _readings(data: bytes) -> Iterator[str | None]:
    """Readings of `data`, the likeliest first: UTF-8 is never valid by accident; damaged text comes last."""
    with contextlib.suppress(UnicodeDecodeError):
        yield data.decode("utf-8")
    best = from_bytes(data, cp_isolation=_LIKELY).best()
    yield None if best is None else str(best)
    for encoding in ("utf-8", "gb18030", "big5"):
        yield data.decode(encoding, errors="replace")


def _hard(text: str) -> bool:
    """Whether a line is a paragraph: long lines carry a good part of the text."""
    lengths = [len(line) for line in text.split("\n")]
    return sum(n for n in lengths if n > _PARAGRAPH) > _SHARE * sum(lengths)
