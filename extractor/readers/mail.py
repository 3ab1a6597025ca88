"""E-mail and saved web pages (.eml, .mht): the HTML part, else the plain text; attachments by name."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from extractor.readers import html, text
from extractor.readers.content import Content
from extractor.report import Unreadable

_DAMAGED = "邮件或网页存档已损坏，读不出内容，请重新保存后再试。"
_MOST_PARTS = 1000


def content(data: bytes) -> Content:
    """The text and tables of the message itself. Raises `Unreadable`: damaged, encrypted, empty."""
    parts = _parts(data)
    if any(part.get_content_type().endswith("pkcs7-mime") or _type(part) == "multipart/encrypted" for part in parts):
        raise Unreadable("encrypted", "邮件是加密的，打不开，请解密后另存再试。")
    bodies = [part for part in parts if not part.is_multipart() and not _file_name(part)]
    for kind, reader in (("text/html", html.content), ("text/plain", text.content)):
        for part in bodies:
            if _type(part) == kind and (body := _body(part)).strip(b"\xef\xbb\xbf \r\n\t"):
                return reader(body)
    raise Unreadable("empty", "邮件里没有正文，请换一份有内容的文件。")


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each attached file."""
    for part in _parts(data):
        if not part.is_multipart() and (name := _file_name(part)):
            yield name, _payload(part)


def _parts(data: bytes) -> list[Message]:
    """The message and its parts, opened level by level."""
    try:
        parts: list[Message] = [message_from_bytes(data, policy=policy.default)]
        for part in parts:  # grows as it goes
            if part.is_multipart():
                parts.extend(part.get_payload())  # type: ignore[arg-type]
            if len(parts) > _MOST_PARTS:
                break
    except Exception:  # the parser meets broken headers with whatever they make Python raise
        raise Unreadable("damaged", _DAMAGED) from None
    return parts


def _type(part: Message) -> str:
    return part.get_content_type()


def _file_name(part: Message) -> str | None:
    """The name of an attached file; pictures and styles of a saved web page have a place instead."""
    try:
        return part.get_filename() if part.get_content_disposition() == "attachment" else None
    except Exception:  # a broken header
        return None


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(part: Message) -> bytes:
    """The part's bytes; as UTF-8 with a mark where the header names the encoding and they bear it out."""
    payload = _payload(part)
    charset = str(part.get_content_charset() or "")
    try:
        decoded = payload.decode("gb18030" if charset.startswith("gb") else charset)
    except (LookupError, UnicodeDecodeError, ValueError):
        return payload
    return codecs.BOM_UTF8 + decoded.removeprefix("\ufeff").encode("utf-8", "replace")
