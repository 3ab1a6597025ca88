"""Old Word files, opened by a program of the machine: stand-ins for LibreOffice, antiword and catdoc are put on PATH."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from extractor.readers import abilities, doc, read
from extractor.report import Report, Unreadable
from tests.readers.files import BODY, TABLE, word

DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(600)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH, empty."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, name: str, code: str) -> None:
    script = folder / name
    script.write_text(f"#!{sys.executable}\nimport sys, time\nfrom pathlib import Path\n{code}", encoding="utf-8")
    script.chmod(0o755)


def install_office(folder: Path) -> None:
    made = folder / "made.docx"
    made.write_bytes(word())
    code = f"out = Path(sys.argv[sys.argv.index('--outdir') + 1])\n(out / 'report.docx').write_bytes(Path({str(made)!r}).read_bytes())"
    install(folder, "soffice", code)


def opened(folder: Path) -> Report:
    path = folder / "a.doc"
    path.write_bytes(DOC)
    return read(path)


def test_without_a_program_the_sentence_says_what_to_install(tmp_path: Path, programs: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(tmp_path)
    assert "LibreOffice" in refused.value.message and "antiword" in refused.value.message


def test_libreoffice_gives_text_and_tables(tmp_path: Path, programs: Path) -> None:
    install_office(programs)
    report = opened(tmp_path)
    assert report.format == "doc" and report.text.startswith(BODY) and report.tables[0].cells == TABLE


@pytest.mark.parametrize("name", ["antiword", "catdoc"])
def test_antiword_and_catdoc_give_text(tmp_path: Path, programs: Path, name: str) -> None:
    printed = f"{BODY}\n|合计 |5 |\n"
    install(programs, name, f"sys.stdout.buffer.write({printed!r}.encode())")
    report = opened(tmp_path)
    assert report.text == f"{BODY}\n合计 \t5" and report.tables == () and report.hard_lines


def test_a_file_that_no_program_opens_is_damaged(tmp_path: Path, programs: Path) -> None:
    install(programs, "soffice", "sys.exit(1)")
    install(programs, "antiword", "sys.exit(1)")
    with pytest.raises(Unreadable) as refused:
        opened(tmp_path)
    assert refused.value.status == "damaged"


def test_a_program_that_hangs_is_stopped(tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "SECONDS", 0.2)
    install(programs, "antiword", "time.sleep(60)")
    with pytest.raises(Unreadable) as refused:
        opened(tmp_path)
    assert refused.value.status == "damaged"


def test_what_is_installed_is_part_of_what_can_be_read(programs: Path) -> None:
    before = abilities()
    install(programs, "catdoc", "")
    assert abilities() == ("catdoc", *before)
