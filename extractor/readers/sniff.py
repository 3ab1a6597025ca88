"""Which format a file is in: by its content first, by its suffix where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile

from extractor.report import Unreadable

READABLE = {
    ".txt": "text", ".text": "text", ".pdf": "pdf", ".docx": "docx", ".doc": "doc", ".wps": "doc", ".rtf": "rtf",
    ".odt": "odt", ".ods": "ods", ".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xls", ".et": "xls", ".html": "html",
    ".htm": "html", ".mht": "mail", ".mhtml": "mail", ".eml": "mail", ".png": "image", ".jpg": "image",
    ".jpeg": "image", ".tif": "image", ".tiff": "image", ".bmp": "image", ".webp": "image", ".zip": "zip",
}  # fmt: skip
# Formats that reports do come in and that are not read yet: a folder walk names them instead of passing them over.
UNREAD = frozenset({".ofd", ".rar", ".7z"})

_TYPES = "请换成 PDF、Word（.docx）、Excel、HTML 或纯文本再试。"
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p)\b", re.I)
_HEADER = re.compile(rb"(?:mime-version|content-type|received|from|to|subject|date|message-id|return-path)\s*:", re.I)
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_REFUSED = (
    (b"Rar!", "这是 RAR 压缩包，请先解压再试。"),
    (b"7z\xbc\xaf", "这是 7z 压缩包，请先解压再试。"),
    (b"\x1f\x8b", "这是压缩包，请先解压再试。"),
    (b"SQLite format 3", f"这是数据库文件，不是报告，{_TYPES}"),
)
_OPENDOCUMENT = {"text": "odt", "spreadsheet": "ods"}
_SHEETS, _WORDS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le")), "WordDocument".encode("utf-16-le")
_NAMES = {
    "pdf": "PDF", "docx": "Word（.docx）", "doc": "Word（.doc）", "rtf": "RTF", "odt": "OpenDocument（.odt）",
    "ods": "OpenDocument（.ods）", "xlsx": "Excel（.xlsx）", "xls": "Excel（.xls）", "image": "图片", "zip": "压缩包",
}  # fmt: skip


def sniff(data: bytes, suffix: str) -> str:
    """The format of `data`, one of the values of `READABLE`; `suffix` is lower-case with its dot.

    Raises `Unreadable` with status unknown-type, encrypted or damaged.
    """
    head = data[:4096]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, suffix)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_IMAGES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return "image"
    for magic, sentence in _REFUSED:
        if head.startswith(magic):
            raise Unreadable("unknown-type", sentence)
    plain = head.replace(b"\x00", b"")  # UTF-16 markup reads as markup
    if _is_mail(plain, suffix):
        return "mail"
    if _is_markup(plain) or (suffix in (".html", ".htm") and b"<" in plain):
        return "html"
    return _by_suffix(suffix, head)


def _is_mail(plain: bytes, suffix: str) -> bool:
    head, _, _ = plain.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")
    return _HEADER.match(head) is not None and (b"mime-version:" in head.lower() or READABLE.get(suffix) == "mail")


def _is_markup(plain: bytes) -> bool:
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and _MARKUP.search(plain) is not None


def _by_suffix(suffix: str, head: bytes) -> str:
    form = READABLE.get(suffix)
    if suffix in ("", ".md") or form in ("text", "html"):
        return "text"
    if form == "image" and suffix == ".bmp" and head.startswith(b"BM"):
        return "image"
    if form == "mail":
        raise Unreadable("damaged", "文件名是邮件或网页存档，内容却不是，请重新保存后再试。")
    if form is not None:
        raise Unreadable("damaged", f"文件名是{_spaced(_NAMES[form])}，内容却不是，请重新下载后再试。")
    raise Unreadable("unknown-type", f"不认识的文件类型（{suffix}），{_TYPES}")


def _spaced(name: str) -> str:
    return f" {name}" if name.isascii() or name[0].isascii() else name


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except Exception:  # a broken archive makes zipfile raise many things
        raise Unreadable("damaged", "文件已损坏，打不开，请重新下载后再试。") from None
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and (form := _OPENDOCUMENT.get(kind.rpartition(".")[2])):
        return form
    if "OFD.xml" in names:
        raise Unreadable("unknown-type", "这是 OFD 文件，还不会读，请转成 PDF 再试。")
    if "[Content_Types].xml" in names or kind:
        raise Unreadable("unknown-type", f"这是不会读的 Office 文件，{_TYPES}")
    return "zip"


def _compound(data: bytes, suffix: str) -> str:
    """Office files before 2007; the streams are known by the names in the file's directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("encrypted", "文件有密码，打不开，请去掉密码后再试。")
    sheets, words = any(name in data for name in _SHEETS), _WORDS in data
    if sheets and (not words or READABLE.get(suffix) == "xls"):
        return "xls"
    if words:
        return "doc"
    raise Unreadable(
        "unknown-type", "这是旧版 Office 文件，里面没有找到文字或表格，请用 Office 或 WPS 另存为 .docx 再试。"
    )
