"""`read`: the format by content, and one sentence for everything that is not a report."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from extractor import readers
from extractor.readers import SUFFIXES, read
from extractor.report import Unreadable


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = [
    ("a.txt", b"", "empty", "空"),
    ("a.txt", b" \n\t\n", "empty", "没有文字"),
    ("a.pdf", b"<<not a pdf>>", "damaged", "PDF"),
    ("a.docx", b"not a docx", "damaged", "Word"),
    ("a.docx", b"PK\x03\x04 cut short", "damaged", "损坏"),
    ("a.docx", zipped("word/document.xml"), "damaged", "Word"),
    ("a.xlsx", zipped("xl/workbook.xml"), "damaged", "Excel"),
    ("a.odt", zipped("content.xml"), "unknown-type", "压缩包"),
    ("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "unknown-type", "Office"),
    ("a.ofd", zipped("OFD.xml"), "unknown-type", "PDF"),
    ("a.zip", zipped("a.txt"), "unknown-type", "压缩包"),
    ("a.rar", b"Rar!\x1a\x07\x00", "unknown-type", "解压"),
    ("a.doc", OLE + bytes(600), "unknown-type", ".docx"),
    ("a.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted", "密码"),
    ("a.rtf", b"x", "damaged", "RTF"),
    ("a.xls", b"x", "damaged", "Excel"),
    ("a.png", b"x", "damaged", "图片"),
    ("a.eml", b"x", "damaged", "邮件"),
    ("index.db", b"SQLite format 3\x00" + bytes(100), "unknown-type", "数据库"),
    ("a.csv", "项目,金额\n".encode(), "unknown-type", ".csv"),
]


@pytest.mark.parametrize(("name", "data", "status", "word"), REFUSED, ids=[f"{r[0]}-{r[2]}-{r[3]}" for r in REFUSED])
def test_refusals_are_one_sentence(tmp_path: Path, name: str, data: bytes, status: str, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert refused.value.status == status
    assert word in refused.value.message
    assert refused.value.message.endswith("。") and refused.value.message.count("。") == 1
    assert "请" in refused.value.message  # what to do about it


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="文件夹"):
        read(tmp_path)
    with pytest.raises(Unreadable) as refused:
        read(tmp_path / "nowhere.pdf")
    assert refused.value.status == "missing"


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LARGEST", 100)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 101)
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert refused.value.status == "too-large" and "拆分" in refused.value.message


def test_a_text_without_suffix_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("决算说明", encoding="utf-8")
    assert read(path).format == "text"


def test_name_and_hash_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "决算.txt"
    path.write_bytes("决算\r\n说明".encode("gb18030"))
    report = read(path)
    assert report.name == "决算.txt"
    assert report.sha256 == hashlib.sha256("决算\r\n说明".encode("gb18030")).hexdigest()


def test_reading_twice_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><table><tr><td>甲</td><td>1</td></tr></table></html>", encoding="utf-8")
    assert read(path) == read(path)


def test_a_walk_considers_what_reports_come_in() -> None:
    assert {".txt", ".pdf", ".docx", ".html", ".htm", ".doc"} <= SUFFIXES
    assert not {".py", ".db", ".json", ""} & SUFFIXES


def test_importing_the_readers_is_light() -> None:
    code = "import sys, extractor.readers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "docx", "pypdfium2", "charset_normalizer"} & set(loaded)
