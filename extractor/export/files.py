"""`export`: which format, where to, whole or not at all."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from extractor.errors import JuesuanError
from extractor.export import formats
from extractor.export.sheets import Choice, Sheets
from extractor.messages import say
from extractor.store import Filter, Index

FORMATS = ("csv", "xlsx", "jsonl", "parquet", "md", "dta")
"""The formats, each the ending of its files."""
ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")

_MADE = (1980, 1, 1, 0, 0, 0)  # in a zip, so that two exports are the same bytes
Write = Callable[[BinaryIO], int]


def export(
    index: Index,
    format_: str,
    target: Path | BinaryIO,
    kinds: Sequence[str] | None = None,
    wanted: Filter | None = None,
    *,
    columns: Sequence[str] | None = None,
    unit: str | None = None,
    ids: Mapping[str, Collection[int]] | None = None,
    encoding: str = "utf-8-sig",
) -> int:
    """Write the records of an index, with the corrections beside it; how many were written.

    jsonl    one record a line, exactly as docs/records.md says
    csv      UTF-8 with BOM, so that spreadsheets read it
    xlsx     a sheet a kind, typed numbers, links to the sources, a data dictionary
    parquet, dta   figures as numbers; `dta` is Stata's, with labels
    md       Markdown: a table a kind

    One file of csv, parquet or dta holds all kinds, told apart by the column `record`; a target that is a folder, or is
    called like one (no ending), or *.zip, gets one file a kind instead.

    `kinds` and `wanted` choose records (without `kinds`: the kinds that have what is filtered by), `ids` (kind → ids)
    exactly these, with columns to cite them by; `columns` are those of the table, in this order; `unit` (元, 万元, 亿元)
    is that of all money, and a column `…_printed` beside each keeps what was printed.

    A file appears whole or not at all. Two exports of the same index are the same bytes.
    """
    if format_ not in FORMATS:
        raise JuesuanError(say("export.format", format=format_, formats=", ".join(FORMATS)), exit_code=2)
    sheets = Sheets(index, Choice.of(kinds, wanted, columns, unit, ids))
    if format_ == "jsonl":
        if columns or unit:
            raise JuesuanError(say("export.contract"), exit_code=2)
        return write(target, lambda out: formats.jsonl(sheets.records(), out))
    own = sheets.choice.kinds
    if format_ in ("xlsx", "md"):
        return write(target, _of_all(sheets, format_))
    if isinstance(target, Path) and target.suffix.lower() == ".zip":
        return write(target, lambda out: _zip(sheets, format_, encoding, out))
    if isinstance(target, Path) and (target.is_dir() or not target.suffix):
        return _folder(sheets, format_, encoding, target)
    return write(target, _table(sheets, format_, encoding, own))


def _of_all(sheets: Sheets, format_: str) -> Write:
    """A file of one table a kind."""

    def tables() -> Iterator[tuple[str, tuple[str, ...], Iterator[dict[str, object]]]]:
        for kind in sheets.choice.kinds:
            yield kind, sheets.choice.header([kind]), sheets.rows([kind])

    def made(out: BinaryIO) -> int:
        if format_ == "md":
            return formats.markdown(tables(), out)
        from extractor.export.workbook import workbook

        names = {document.id: document.name for document in sheets.index.documents()}
        return workbook(tables(), {names[at]: path for at, path in sheets.paths.items() if at in names}, out)

    return made


def _table(sheets: Sheets, format_: str, encoding: str, kinds: Sequence[str]) -> Write:
    """A file of one table of these kinds."""
    header = sheets.choice.header(kinds)
    if format_ == "csv":
        return lambda out: formats.csv(kinds, header, sheets.rows(kinds), out, encoding)
    from extractor.export import frames

    made = frames.parquet if format_ == "parquet" else frames.stata
    return lambda out: made(kinds, header, sheets.rows(kinds), out)


def _folder(sheets: Sheets, format_: str, encoding: str, folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise JuesuanError(say("export.unwritable", path=folder, detail=wrong.strerror)) from wrong
    kinds = sheets.choice.kinds
    return sum(write(folder / f"{kind}.{format_}", _table(sheets, format_, encoding, [kind])) for kind in kinds)


def _zip(sheets: Sheets, format_: str, encoding: str, out: BinaryIO) -> int:
    written = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in sheets.choice.kinds:
            content = io.BytesIO()
            written += _table(sheets, format_, encoding, [kind])(content)
            entry = zipfile.ZipInfo(f"{kind}.{format_}", _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.getvalue())
    return written


def write(target: Path | BinaryIO, made: Write) -> int:
    """Let `made` write the target, whole or not at all; what it gives back."""
    if not isinstance(target, Path):
        return made(target)
    making = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with making.open("w+b") as out:
            written = made(out)
        os.replace(making, target)
    except OSError as wrong:
        raise JuesuanError(say("export.unwritable", path=target, detail=wrong.strerror)) from wrong
    finally:
        with suppress(OSError):
            making.unlink(missing_ok=True)
    return written
