"""Zipped documents (Word, Excel, OpenDocument): refuses what would unpack to more than a report can be."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from extractor.report import Unreadable

# In bytes, unpacked: a report of a thousand pages has some 20 MB of XML; a bomb has gigabytes.
LARGEST_PART = 64 * 2**20
LARGEST_WHOLE = 512 * 2**20


def guard(data: bytes, program: str) -> None:
    """Looks at the sizes in the package's directory, which Python's zipfile then holds the parts to.

    `program` names the format to people ("Word"). Raises `Unreadable`: damaged, too-large, encrypted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise damaged(program) from None
    xml = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if max(xml, default=0) > LARGEST_PART or sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise Unreadable("too-large", f"{program} 文件解压后大得不合常理，没有打开，请重新另存一份再试。")
    if any(part.flag_bits & 1 for part in parts):
        raise encrypted(program)


def part(data: bytes, name: str, program: str) -> etree._Element:
    """The root of one XML part; entities are not resolved, nothing is fetched. Raises `Unreadable`: damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return etree.fromstring(package.read(name), parser)
    except (KeyError, ValueError, RuntimeError, EOFError, OSError, etree.LxmlError, zipfile.BadZipFile, zlib.error):
        raise damaged(program) from None


def damaged(program: str) -> Unreadable:
    """The sentence for a file that is broken."""
    return Unreadable("damaged", f"{program} 文件已损坏，打不开，请用 Office 或 WPS 另存一份再试。")


def encrypted(program: str) -> Unreadable:
    """The sentence for a file with a password."""
    return Unreadable("encrypted", f"{program} 文件有密码，打不开，请去掉密码后再试。")
