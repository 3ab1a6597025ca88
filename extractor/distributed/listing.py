"""What there is to read, in folders of this machine and at addresses (s3://…, memory://…) that fsspec opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from extractor.distributed.needed import needed
from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.pipeline import NOT_REPORTS, PARTS, reports
from extractor.readers import archive, check_size, content_of
from extractor.report import Unreadable
from extractor.store.writer import Source

_CHANGED = ("mtime", "LastModified", "last_modified", "updated", "created")
"""What storages call the time of the last change."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to read, as it was when it was listed: `size` in bytes, time of change in ns, -1 where there is none.

    `address` is where its bytes lie, `member` its place inside the archive at an address elsewhere; `path` is what the
    index stores it under, `name` what the document is called, `number` (from 1) its own among all files of the parts.
    """

    address: str
    member: str
    path: str
    name: str
    size: int
    mtime_ns: int
    number: int = 0


def is_address(place: str) -> bool:
    """True for what lies not in this machine's folders."""
    return "://" in place and not place.startswith("file://")


def local(place: str) -> Path:
    """A place of this machine as a path."""
    return Path(place.removeprefix("file://"))


def entries(places: Sequence[str], db: Path) -> Iterator[Entry]:
    """The files at these places, in order, each once; those that belong to the index at `db` left out."""
    met: set[str] = set()
    for place in places:
        for entry in _elsewhere(place) if is_address(place) else _here(local(place), db):
            if entry.path not in met:
                met.add(entry.path)
                yield entry


def fetch(entry: Entry) -> bytes:
    """The bytes of the file; raises `Unreadable`, or OSError where they cannot be had now."""
    if not is_address(entry.address):
        return content_of(Path(entry.address))
    check_size(entry.size)
    data = _bytes(entry.address)
    return archive.member_in(data, _suffix(entry.address), entry.member) if entry.member else data


def opened(place: str) -> tuple[Any, str]:
    """The file system that a place is on, and the path there; JuesuanError where it cannot be used."""
    fsspec = needed("fsspec")
    try:
        if not is_address(place):
            return fsspec.filesystem("file"), str(local(place).absolute())
        system, path = fsspec.url_to_fs(place)
        return system, str(path)
    except Exception as wrong:  # what a storage raises is its own
        raise unusable(place, wrong) from wrong


def unusable(place: str, wrong: Exception) -> JuesuanError:
    """The sentence for a place that cannot be used."""
    return JuesuanError(say("place.unusable", place=place, detail=wrong or type(wrong).__name__))


def _here(path: Path, db: Path) -> Iterator[Entry]:
    if not path.exists():
        raise JuesuanError(say("path.missing", path=path), exit_code=2)
    for file in reports([path], db):
        try:
            source = Source.of(file)
        except OSError:  # reading it says why
            source = Source(file, -1, -1)
        yield Entry(str(file.absolute()), "", source.path, source.name, source.size, source.mtime_ns)


def _elsewhere(place: str) -> Iterator[Entry]:
    system, root = opened(place)
    try:
        found = system.find(root, detail=True)
    except Exception as wrong:
        raise unusable(place, wrong) from wrong
    if not found:
        raise JuesuanError(say("path.missing", path=place), exit_code=2)
    for path in sorted(found):
        inside = PurePosixPath(path.removeprefix(root)).parts
        if not any(part.startswith(NOT_REPORTS) or part.endswith(PARTS) for part in inside):
            yield from _members(str(system.unstrip_protocol(path)), found[path])


def _members(address: str, info: dict[str, Any]) -> Iterator[Entry]:
    """The file at an address, or the members of the archive there; one that cannot be opened says why when it is read."""
    size, changed = int(info.get("size") or 0), _changed(info)
    members = [""]
    if _suffix(address) in archive.SUFFIXES:
        try:
            check_size(size)
            members = archive.names_in(_bytes(address), _suffix(address))
        except (Unreadable, OSError):
            members = [""]
    for member in members:
        path = f"{address}/{member}" if member else address
        yield Entry(address, member, path, archive.name_in(path), size, changed)


@lru_cache(maxsize=1)
def _bytes(address: str) -> bytes:
    """The members of an archive are asked for one after the other."""
    system, path = opened(address)
    try:
        return bytes(system.cat_file(path))
    except OSError:
        raise
    except Exception as wrong:
        raise OSError(0, str(wrong)) from wrong


def _changed(info: dict[str, Any]) -> int:
    at = next((info[name] for name in _CHANGED if info.get(name)), 0)
    if isinstance(at, str):
        at = datetime.fromisoformat(at)
    return int((at.timestamp() if isinstance(at, datetime) else float(at)) * 1e6) * 1000


def _suffix(address: str) -> str:
    return PurePosixPath(address).suffix.lower()
