"""Files inside archives (.zip, and the attachments of .eml) as paths of their own: `reports.zip/2023/决算.docx`.

Nothing is written to disk, so that a name inside an archive leads nowhere but into it.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from extractor.report import Unreadable

LARGEST = 200 * 2**20
"""Of one member, in bytes unpacked."""
LARGEST_WHOLE = 4 * 2**30
"""Of all members together, in bytes unpacked."""
MOST_MEMBERS = 5000
DEEPEST = 2
"""Archives one inside the other."""
SUFFIXES = (".zip", ".eml")

# Documents shrink tenfold, blank scans some more; a bomb shrinks a thousandfold.
_RATIO = 200
_SMALL = 10 * 2**20
_NOT_REPORTS = ("~$", ".", "__MACOSX")
_UTF8 = 0x800
_LOCKED = 0x1

Load = Callable[[], bytes]
Source = Path | bytes


def members(path: Path) -> list[Path]:
    """The files that the file at `path` stands for: an archive's members, a message and its attachments, else itself.

    Raises `Unreadable` for an archive that cannot be opened: damaged, empty, too-large.
    """
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return [path]
    return [Path(path, name) if name else path for name in _names(path.suffix.lower(), path, 1)]


def on_disk(path: Path) -> Path:
    """The file on disk that `path` is or leads into; `path` itself where there is none."""
    for outer in path.parents:
        if outer.suffix.lower() in SUFFIXES and outer.is_file():
            return outer
    return path


def name_of(path: Path) -> str:
    """What the file is called: for a member, the archive's name and its place inside."""
    outer = on_disk(path)
    return path.name if outer == path else path.relative_to(outer.parent).as_posix()


def names_in(data: bytes, suffix: str) -> list[str]:
    """The members of an archive whose bytes are here (`suffix`: .zip, .eml), as `members` tells them; "" is itself."""
    return list(_names(suffix, data, 1)) if suffix in SUFFIXES else [""]


def member_in(data: bytes, suffix: str, wanted: str) -> bytes:
    """The bytes of the member `wanted` of an archive whose bytes are here; raises `Unreadable`."""
    return _find(suffix, data, wanted)


def name_in(path: str) -> str:
    """As `name_of`, of a path as it is stored, which may be an address elsewhere (s3://reports/2023.zip/a.docx)."""
    _, elsewhere, rest = path.partition("://")
    if not elsewhere:
        return name_of(Path(path))
    parts = rest.split("/")
    outer = next((at for at, part in enumerate(parts) if part.lower().endswith(SUFFIXES)), len(parts) - 1)
    return "/".join(parts[outer:])


def member(path: Path) -> bytes | None:
    """The bytes of the member that `path` leads to, None where it leads into no archive.

    Raises `Unreadable`: missing, damaged, encrypted, too-large.
    """
    outer = on_disk(path)
    if outer == path:
        return None
    return _find(outer.suffix.lower(), outer, path.relative_to(outer).as_posix())


def exists(path: Path) -> bool:
    """Whether there is still a file at `path`, on disk or in an archive."""
    outer = on_disk(path)
    if outer == path:
        return os.path.lexists(path)
    try:
        return path in _known(outer, outer.stat().st_mtime_ns)
    except (OSError, Unreadable):
        return True  # nothing is known of an archive that cannot be opened now


@lru_cache(maxsize=4)
def _known(outer: Path, _changed: int) -> frozenset[Path]:
    return frozenset(members(outer))


def check(data: bytes) -> None:
    """Opens an archive for its directory alone. Raises `Unreadable`: damaged, empty, too-large."""
    _entries(".zip", data)


def _names(suffix: str, source: Source, depth: int) -> Iterator[str]:
    """The names of the members, those of archives within too; "" is the message whose attachments follow."""
    if suffix == ".eml":
        yield ""
    for name, load in _entries(suffix, source).items():
        inner = Path(name).suffix.lower()
        if inner not in SUFFIXES or depth >= DEEPEST:
            yield name
            continue
        try:
            yield from [f"{name}/{each}" if each else name for each in _names(inner, load(), depth + 1)]
        except Unreadable:  # it is named, and says why when it is read
            yield name


def _find(suffix: str, source: Source, wanted: str, depth: int = 1) -> bytes:
    entries = _entries(suffix, source)
    if wanted in entries:
        return entries[wanted]()
    for name, load in entries.items():
        inner = Path(name).suffix.lower()
        if inner in SUFFIXES and depth < DEEPEST and wanted.startswith(f"{name}/"):
            return _find(inner, load(), wanted.removeprefix(f"{name}/"), depth + 1)
    raise Unreadable("missing", "压缩包里没有这个文件，请检查路径是否写对。")


def _entries(suffix: str, source: Source) -> dict[str, Load]:
    """The members by name, each with what loads its bytes."""
    try:
        found = list(_attached(source) if suffix == ".eml" else _zipped(source))
    except OSError as error:
        raise Unreadable("missing", f"读不到这个文件（{error.strerror}），请检查路径和权限。") from None
    named: dict[str, Load] = {}
    for raw, load in found:
        name = _harmless(raw)
        if name and not any(part.startswith(_NOT_REPORTS) for part in name.split("/")):
            named[_unused(name, named)] = load
    if not named and suffix == ".zip":
        raise Unreadable("empty", "压缩包里没有文件，请重新下载后再试。")
    return named


def _attached(source: Source) -> Iterator[tuple[str, Load]]:
    from extractor.readers.mail import attachments

    if isinstance(source, Path) and source.stat().st_size > LARGEST:
        return  # reading it says so
    data = source.read_bytes() if isinstance(source, Path) else source
    for name, attached in attachments(data):
        yield name, lambda attached=attached: attached  # type: ignore[misc]


def _zipped(source: Source) -> list[tuple[str, Load]]:
    try:
        archive = zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _damaged() from None
    files = [info for info in archive.infolist() if info.filename and not info.is_dir()]
    if len(files) > MOST_MEMBERS:
        raise Unreadable("too-large", f"压缩包里有 {len(files)} 个文件，超过 {MOST_MEMBERS} 个，请拆分后再试。")
    if sum(info.file_size for info in files) > LARGEST_WHOLE:
        raise _too_large()
    return [(_name(info), lambda info=info: _unpacked(archive, info)) for info in files]  # type: ignore[misc]


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & _LOCKED:
        raise Unreadable("encrypted", "压缩包有密码，打不开，请解压后再试。")
    bomb = info.file_size > _SMALL and info.file_size > _RATIO * max(info.compress_size, 1)
    if bomb or info.file_size > LARGEST:
        raise _too_large()
    try:
        return archive.read(info)  # never more than the directory says
    except NotImplementedError:
        raise Unreadable("unknown-type", "压缩包用了少见的压缩方法，打不开，请解压后再试。") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        raise _damaged() from None


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was written: Chinese Windows writes GBK and says nothing of it."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _harmless(name: str) -> str:
    """The name without what would lead out of the archive, or what no path may hold."""
    parts = re.sub(r"[\x00-\x1f]", "", name).replace("\\", "/").split("/")
    return "/".join(part.strip() for part in parts if part.strip() not in ("", ".", "..") and not part.endswith(":"))


def _unused(name: str, used: dict[str, Load]) -> str:
    """The name, numbered where another member has it already."""
    place = Path(name)
    number = 1
    while name in used:
        number += 1
        name = place.with_name(f"{place.stem} ({number}){place.suffix}").as_posix()
    return name


def _damaged() -> Unreadable:
    return Unreadable("damaged", "压缩包已损坏，打不开，请重新下载后再试。")


def _too_large() -> Unreadable:
    return Unreadable("too-large", "压缩包解压后大得不合常理，没有打开，请解压后只留报告再试。")
