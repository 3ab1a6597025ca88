"""Which format a file is in: by its content first, by its suffix where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile

from extractor.report import Unreadable

READABLE = {".txt": "text", ".text": "text", ".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html"}
# Formats that reports do come in and that are not read yet: a folder walk names them instead of passing them over.
UNREAD = frozenset({".doc", ".wps", ".rtf", ".ofd", ".mht", ".mhtml", ".xls", ".xlsx", ".et"})

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b", re.I)
_TYPES = "请换成 PDF、Word（.docx）、HTML 或纯文本再试。"
_KNOWN = (
    (b"{\\rtf", "这是 RTF 文件，请用 Word 或 WPS 另存为 .docx 再试。"),
    (b"\x89PNG", f"这是图片，还不会识别图片里的文字，{_TYPES}"),
    (b"\xff\xd8\xff", f"这是图片，还不会识别图片里的文字，{_TYPES}"),
    (b"II*\x00", f"这是图片，还不会识别图片里的文字，{_TYPES}"),
    (b"GIF8", f"这是图片，还不会识别图片里的文字，{_TYPES}"),
    (b"Rar!", "这是压缩包，请先解压再试。"),
    (b"7z\xbc\xaf", "这是压缩包，请先解压再试。"),
    (b"\x1f\x8b", "这是压缩包，请先解压再试。"),
    (b"SQLite format 3", f"这是数据库文件，不是报告，{_TYPES}"),
)


def sniff(data: bytes, suffix: str) -> str:
    """The format of `data` ("text", "pdf", "docx", "html"); `suffix` is lower-case with its dot.

    Raises `Unreadable` with status unknown-type, encrypted or damaged.
    """
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise _compound(data)
    for magic, sentence in _KNOWN:
        if head.startswith(magic):
            raise Unreadable("unknown-type", sentence)
    plain = head.replace(b"\x00", b"")  # UTF-16 markup reads as markup
    if _is_markup(plain) or (suffix in (".html", ".htm") and b"<" in plain):
        return "html"
    if plain.lstrip()[:13].lower() == b"mime-version:":
        raise Unreadable("unknown-type", "这是 MHT 网页存档，请在浏览器里另存为 HTML 再试。")
    return _by_suffix(suffix)


def _is_markup(plain: bytes) -> bool:
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _MARKUP.search(plain) is not None


def _by_suffix(suffix: str) -> str:
    if suffix in ("", ".md", ".html", ".htm") or READABLE.get(suffix) == "text":
        return "text"
    if suffix == ".pdf":
        raise Unreadable("damaged", "文件名是 PDF，内容却不是，请重新下载后再试。")
    if suffix == ".docx":
        raise Unreadable("damaged", "文件名是 Word（.docx），内容却不是，请重新下载后再试。")
    raise Unreadable("unknown-type", f"不认识的文件类型（{suffix}），{_TYPES}")


def _zipped(data: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("damaged", "文件已损坏，打不开，请重新下载后再试。") from None
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith("xl/") for name in names):
        raise Unreadable("unknown-type", f"这是 Excel 表格，还不会读，{_TYPES}")
    if "OFD.xml" in names:
        raise Unreadable("unknown-type", "这是 OFD 文件，还不会读，请转成 PDF 再试。")
    raise Unreadable("unknown-type", "这是压缩包，请先解压再试。")


def _compound(data: bytes) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unreadable("encrypted", "文件有密码，打不开，请去掉密码后再试。")
    return Unreadable("unknown-type", "这是旧版 Office 文件（.doc、.xls、.wps），请另存为 .docx 再试。")
