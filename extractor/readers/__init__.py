"""Readers: one module a format, all yield a `Report`. A format's library is imported when a file needs it."""

from __future__ import annotations

import hashlib
import stat
from importlib import import_module
from pathlib import Path, PurePath

from extractor.readers import archive
from extractor.readers.archive import members
from extractor.readers.sniff import READABLE, UNREAD, sniff
from extractor.report import Report, Unreadable

__all__ = ["LARGEST", "SUFFIXES", "abilities", "check_size", "content_of", "members", "read", "read_bytes"]

# What a folder walk looks at: what can be read, and what a report may come in and is refused with a sentence.
SUFFIXES: frozenset[str] = frozenset(READABLE) | UNREAD
# In bytes. Scanned reports reach tens of megabytes; a file is held in memory whole, a few times over.
LARGEST = 200 * 2**20

_MODULES = {"odt": "opendocument", "ods": "opendocument"}  # the others are named after their format


def read(path: Path) -> Report:
    """The report in the file at `path`, which may lead into an archive (`reports.zip/2023/决算.docx`).

    Raises `Unreadable` (status and one sentence) for what is no report. `members` says what is in an archive.
    """
    return read_bytes(content_of(path), archive.name_of(path))


def read_bytes(data: bytes, name: str) -> Report:
    """The report in these bytes of a file called `name`, wherever they came from; raises `Unreadable` as `read` does."""
    if not data:
        raise Unreadable("empty", "文件是空的（0 字节），请重新下载后再试。")
    form = sniff(data, PurePath(name).suffix.lower())
    if form == "zip":
        archive.check(data)
        raise Unreadable("unknown-type", "这是压缩包，请用 .zip 结尾的文件名索引它，或指明里面的一个文件。")
    content = import_module(f"extractor.readers.{_MODULES.get(form, form)}").content(data)
    if not content.text.strip():
        raise Unreadable("empty", "文件里没有文字，请换一份有内容的文件。")
    return Report(
        name=name,
        format=form,
        sha256=hashlib.sha256(data).hexdigest(),
        text=content.text,
        pages=content.pages,
        tables=content.tables,
        hard_lines=content.hard_lines,
        title=content.title,
        warnings=content.warnings,
    )


def content_of(path: Path) -> bytes:
    """The bytes of the file at `path`, which may lead into an archive; raises `Unreadable`."""
    data = archive.member(path)
    return _bytes(path) if data is None else data


def check_size(size: int) -> None:
    """Raises `Unreadable` for more bytes than a report may have."""
    if size > LARGEST:
        limit = LARGEST // 2**20
        raise Unreadable("too-large", f"文件有 {size / 2**20:.0f} MB，超过 {limit} MB 的上限，请拆分后再试。")


def abilities() -> tuple[str, ...]:
    """What is installed that not every machine has: what could not be read may be readable with more of it."""
    from extractor.readers import doc, ocr

    return (*doc.programs(), *(("ocr",) if ocr.is_installed() else ()))


def _bytes(path: Path) -> bytes:
    """The file's bytes, once it is plain that it is a file of a sensible size."""
    try:
        if path.is_dir():
            raise Unreadable("unknown-type", "这是文件夹，不是文件，请指明里面的报告文件。")
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("unknown-type", "这不是普通文件（管道或设备），请指明报告文件。")
        check_size(found.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("missing", "找不到这个文件，请检查路径是否写对。") from None
    except OSError as error:
        raise Unreadable("missing", f"读不到这个文件（{error.strerror}），请检查路径和权限。") from None
