"""Damaged, locked, empty, huge and bomb-like files of every format: one sentence each, never an exception of ours."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from extractor import readers
from extractor.pipeline import index_paths
from extractor.readers import package, read
from extractor.report import Unreadable
from tests.readers import files
from tests.readers.files import FILES, opendocument, rtf, zipped

NAMES = sorted(FILES)
PACKAGES = {"a.docx": "word/document.xml", "a.xlsx": "xl/workbook.xml", "a.odt": "content.xml", "a.ods": "content.xml"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(folder: Path, name: str, data: bytes) -> Unreadable:
    """The refusal, which is one sentence that says what to do."""
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(path)
    message = caught.value.message
    assert message.endswith("。") and message.count("。") == 1 and "请" in message
    return caught.value


def rewritten(data: bytes, name: str, part: bytes) -> bytes:
    """A package with one part in place of its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return zipped({each: part if each == name else old.read(each) for each in old.namelist()})


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_it(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, name, b"").status == "empty"


EMPTY = {
    "a.txt": b"\n",
    "a.html": b"<html><body></body></html>",
    "a.odt": opendocument("<text:p/>"),
    "a.ods": opendocument("<table:table/>", "spreadsheet"),
    "a.rtf": rtf(""),
    "a.eml": b"From: a@example.org\nMIME-Version: 1.0\n\n",
    "a.zip": zipped({}),
}


@pytest.mark.parametrize("name", EMPTY)
def test_no_text_in_it(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, name, EMPTY[name]).status == "empty"


@pytest.mark.parametrize("name", NAMES)
def test_larger_than_a_report(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "LARGEST", 100)
    assert refused(tmp_path, name, FILES[name]()).status == "too-large"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("a.txt", "a.html", "a.eml", "a.mht")])
def test_something_else_under_its_name(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, name, bytes(range(256)) * 20).status == "damaged"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.odt", "a.ods", "a.rtf", "a.xls"])
def test_the_first_half_only(tmp_path: Path, name: str) -> None:
    data = FILES[name]()
    assert refused(tmp_path, name, data[: len(data) // 2]).status in ("damaged", "unknown-type")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_broken_part(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, name, rewritten(FILES[name](), PACKAGES[name], b"<x")).status == "damaged"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_part_that_would_fill_the_memory(tmp_path: Path, name: str) -> None:
    data = rewritten(FILES[name](), PACKAGES[name], b" " * (package.LARGEST_PART + 1))
    assert refused(tmp_path, name, data).status == "too-large"


@pytest.mark.parametrize("name", PACKAGES)
def test_entities_that_multiply(tmp_path: Path, name: str) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><x>&l11;</x>'
    assert refused(tmp_path, name, rewritten(FILES[name](), PACKAGES[name], bomb.encode())).status in (
        "damaged",
        "empty",
    )


def test_entities_that_read_files_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    body = opendocument("<text:p>决算&amp;x;</text:p>")
    with zipfile.ZipFile(io.BytesIO(body)) as old:
        part = old.read("content.xml").replace(b"&amp;x;", b"&x;")
    part = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode() + part
    path = tmp_path / "a.odt"
    path.write_bytes(rewritten(body, "content.xml", part))
    assert "机密" not in read(path).text


def test_locked_files(tmp_path: Path) -> None:
    office = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    for name in ("a.docx", "a.xlsx"):
        assert refused(tmp_path, name, office).status == "encrypted"
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert refused(tmp_path, "a.odt", opendocument("<text:p/>", manifest=manifest)).status == "encrypted"
    old = bytearray(files.xls())
    old[532:534] = b"\x2f\x00"  # the record behind the first one, called FILEPASS
    assert refused(tmp_path, "a.xls", bytes(old)).status == "encrypted"
    mail = b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMII="
    assert refused(tmp_path, "a.eml", mail).status == "encrypted"


def test_rows_that_repeat_without_end(tmp_path: Path) -> None:
    row = '<table:table-row table:number-rows-repeated="9999999"><table:table-cell table:number-columns-repeated="999">'
    body = f"<table:table>{row}<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    assert refused(tmp_path, "a.ods", opendocument(body, "spreadsheet")).status == "too-large"


def test_nesting_without_end(tmp_path: Path) -> None:
    deep = "<text:section>" * 5000 + "<text:p>决算</text:p>" + "</text:section>" * 5000
    assert refused(tmp_path, "a.odt", opendocument(deep)).status == "damaged"
    assert refused(tmp_path, "a.rtf", rtf("{" * 5000 + "A" + "}" * 5000)).status == "damaged"


def test_a_message_of_messages_without_end(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 5000 + b"\n"
    assert refused(tmp_path, "a.eml", data).status in ("damaged", "empty")


def test_office_files_without_words(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.doc", OLE + bytes(600)).status == "unknown-type"


def test_pictures(tmp_path: Path) -> None:
    """Without OCR the sentence says what to install; with it, what is wrong."""
    small, huge = io.BytesIO(), io.BytesIO()
    Image.new("1", (60, 40)).save(small, "PNG")
    Image.new("1", (20_000, 20_000)).save(huge, "PNG")
    for data in (small.getvalue(), small.getvalue()[:60], huge.getvalue()):
        assert refused(tmp_path, "a.png", data).status in ("no-text", "damaged", "too-large")


@cache
def _made(name: str) -> bytes:
    """A file made once: a workbook holds the time it was made, and so has another length a second later."""
    return FILES[name]()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_is_text_or_a_refusal(tmp_path: Path, name: str, data: st.DataObject) -> None:
    whole = bytearray(_made(name))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    path = tmp_path / name
    path.write_bytes(bytes(whole))
    try:
        text = read(path).text
    except Unreadable as refusal:
        assert refusal.message.endswith("。")
    else:
        assert text.strip()


def test_a_run_goes_on_over_every_refusal(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in NAMES:
        (folder / f"broken-{name}").write_bytes(b"\x00\x01\x02" * 50)
    (folder / "z.docx").write_bytes(files.word())
    outcome = index_paths([folder], tmp_path / "index.db")
    assert outcome.new == 1 and outcome.failed >= 1 and outcome.files == len(NAMES) + 1
    assert all(failure.status != "failed" for failure in outcome.failures)
