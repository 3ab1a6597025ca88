"""`export`: which format, where to, whole or not at all."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from extractor.errors import JuesuanError
from extractor.export import formats
from extractor.messages import say
from extractor.store import Filter, Index
from extractor.store.contract import KIND_NAMES, view

FORMATS = ("csv", "jsonl")

_MADE = (1980, 1, 1, 0, 0, 0)  # in a zip, so that two exports are the same bytes
Write = Callable[[BinaryIO], int]


def export(
    index: Index,
    format_: str,
    target: Path | BinaryIO,
    kinds: Sequence[str] | None = None,
    wanted: Filter | None = None,
) -> int:
    """Write the records of an index; how many were written.

    jsonl  one record a line
    csv    UTF-8 with BOM, so that spreadsheets read it. One file holds all kinds, told apart by the column `record`;
           a target that is a folder, or is called like one (no ending), or *.zip, gets one file a kind instead.

    A file appears whole or not at all. Two exports of the same index are the same bytes.
    """
    if format_ not in FORMATS:
        raise JuesuanError(say("export.format", format=format_, formats=", ".join(FORMATS)), exit_code=2)
    for kind in kinds or ():
        view(kind)
    chosen = tuple(kind for kind in KIND_NAMES if not kinds or kind in kinds)
    filtered = wanted or Filter()
    if format_ == "jsonl":
        return _write(target, lambda out: formats.jsonl(index.records(chosen, filtered), out))
    if isinstance(target, Path) and target.suffix.lower() == ".zip":
        return _write(target, lambda out: _zip(index, out, chosen, filtered))
    if isinstance(target, Path) and (target.is_dir() or not target.suffix):
        return _folder(index, target, chosen, filtered)
    return _write(target, _csv(index, chosen, filtered))


def _csv(index: Index, kinds: Sequence[str], wanted: Filter) -> Write:
    return lambda out: formats.csv(kinds, index.records(kinds, wanted), out)


def _folder(index: Index, folder: Path, kinds: Sequence[str], wanted: Filter) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise JuesuanError(say("export.unwritable", path=folder, detail=wrong.strerror)) from wrong
    return sum(_write(folder / f"{kind}.csv", _csv(index, [kind], wanted)) for kind in kinds)


def _zip(index: Index, out: BinaryIO, kinds: Sequence[str], wanted: Filter) -> int:
    written = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in kinds:
            content = io.BytesIO()
            written += _csv(index, [kind], wanted)(content)
            entry = zipfile.ZipInfo(f"{kind}.csv", _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.getvalue())
    return written


def _write(target: Path | BinaryIO, write: Write) -> int:
    if not isinstance(target, Path):
        return write(target)
    making = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with making.open("wb") as out:
            written = write(out)
        os.replace(making, target)
    except OSError as wrong:
        raise JuesuanError(say("export.unwritable", path=target, detail=wrong.strerror)) from wrong
    finally:
        with suppress(OSError):
            making.unlink(missing_ok=True)
    return written
