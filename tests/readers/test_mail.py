"""Messages and saved web pages: the HTML part before the plain one, encodings, attachments as files of their own."""

from __future__ import annotations

from pathlib import Path

from extractor.readers import members, read
from tests.readers import files
from tests.readers.files import BODY, LINES


def test_html_before_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(files.eml())
    report = read(path)
    assert report.text.startswith(BODY) and "请看网页" not in report.text


def test_a_plain_message(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=gb2312\r\n"
    path.write_bytes((head + "Content-Transfer-Encoding: 8bit\r\n\r\n").encode() + LINES[3].encode("gb18030"))
    assert read(path).text == LINES[3]


def test_the_header_tells_the_encoding_where_the_page_says_another(tmp_path: Path) -> None:
    path = tmp_path / "a.mht"
    head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    page = f"<html><meta charset='gb2312'><body><p>{LINES[3]}</p></body></html>"
    path.write_bytes((head + page).encode())
    assert read(path).text == LINES[3]


def test_attachments_are_files_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(files.eml({"附件.docx": files.word()}))
    assert members(path) == [path, path / "附件.docx"]
    report = read(path / "附件.docx")
    assert report.name == "a.eml/附件.docx" and report.text.startswith(BODY)
