"""Word before 2007 (.doc) and WPS (.wps): by LibreOffice, or antiword or catdoc, whichever is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from extractor.readers.clean import clean
from extractor.readers.content import Content, Flow
from extractor.readers.title import cover_title
from extractor.report import Unreadable

SECONDS = 120
"""How long a program may take over one file."""

_OFFICES = ("soffice", "libreoffice")
# Their tables come as drawn lines, wrapped where a column is narrow: what stood in one cell is not known for certain.
_TEXT_ONLY = {
    "antiword": ("antiword", "-w", "0", "-m", "UTF-8.txt"),
    "catdoc": ("catdoc", "-w", "-d", "utf-8"),
}


def programs() -> tuple[str, ...]:
    """The names of the programs that are installed."""
    return tuple(name for name in (*_OFFICES, *_TEXT_ONLY) if shutil.which(name))


def content(data: bytes) -> Content:
    """The text, and through LibreOffice the tables, of a .doc. Raises `Unreadable`: unknown-type, damaged."""
    office = next((found for name in _OFFICES if (found := shutil.which(name))), None)
    others = [name for name in _TEXT_ONLY if shutil.which(name)]
    if not office and not others:
        raise Unreadable(
            "unknown-type",
            "这是旧版 Word 文件（.doc、.wps），请安装 LibreOffice（Debian、Ubuntu：sudo apt install libreoffice-writer"
            "，或较小的 antiword），或另存为 .docx 再试。",
        )
    with tempfile.TemporaryDirectory(prefix="juesuan-") as folder:
        file = Path(folder, "report.doc")
        file.write_bytes(data)
        made = _converted(office, file) if office else None
        if made is not None:
            from extractor.readers import docx

            return docx.content(made)
        for name in others:
            text = clean(_run([*_TEXT_ONLY[name], str(file)]).decode("utf-8", "replace"))
            if text.strip():
                return _lines(text)
    raise Unreadable("damaged", "旧版 Word 文件已损坏或有密码，打不开，请用 Word 或 WPS 另存为 .docx 再试。")


def _converted(office: str, file: Path) -> bytes | None:
    """The file as .docx; None where LibreOffice makes none. A profile of its own lets it run beside an open one."""
    profile = Path(file.parent, "profile").as_uri()
    options = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", str(file.parent)]
    _run([office, f"-env:UserInstallation={profile}", *options, str(file)])
    made = file.with_suffix(".docx")
    return made.read_bytes() if made.is_file() else None


def _run(command: Sequence[str]) -> bytes:
    """What the program prints; nothing where it fails or takes too long."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "HOME": os.environ.get("HOME", str(Path(command[-1]).parent))},
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _lines(text: str) -> Content:
    flow = Flow()
    for line in text.replace("\f", "\n").split("\n"):
        flow.add(line.strip("|").replace("|", "\t") if line.startswith("|") else line)
    return Content(text=flow.text, hard_lines=True, title=cover_title(flow.text))
