"""Archives: members as files of their own, names that Windows writes, limits; indexed like folders."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extractor.pipeline import index_paths
from extractor.readers import archive, members, read
from extractor.report import Unreadable
from extractor.store import open_index
from tests.readers import files
from tests.readers.files import BODY, zipped


def written(folder: Path, data: bytes, name: str = "a.zip") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def names(path: Path) -> list[str]:
    return [member.relative_to(path).as_posix() for member in members(path)]


def refused(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(path)
    return caught.value


def test_every_member_is_a_file_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, zipped({f"2022/{name}": make() for name, make in files.FILES.items()}))
    assert names(path) == [f"2022/{name}" for name in files.FILES]
    for member in members(path):
        report = read(member)
        assert report.name == f"a.zip/2022/{member.name}"
        assert "人员调动" in report.text


def test_a_file_is_its_own_member(tmp_path: Path) -> None:
    path = written(tmp_path, files.word(), "a.docx")
    assert members(path) == [path]
    assert members(tmp_path / "nowhere.zip") == [tmp_path / "nowhere.zip"]


def test_a_folder_may_be_called_like_an_archive(tmp_path: Path) -> None:
    folder = tmp_path / "2022.zip"
    folder.mkdir()
    path = written(folder, files.text(), "a.txt")
    assert read(path).name == "a.txt" and members(path) == [path]


def test_archives_inside_an_archive(tmp_path: Path) -> None:
    inner = zipped({"乙.txt": BODY})
    path = written(tmp_path, zipped({"甲.txt": BODY, "内.zip": inner, "信.eml": files.eml({"附.docx": files.word()})}))
    assert names(path) == ["甲.txt", "内.zip/乙.txt", "信.eml", "信.eml/附.docx"]
    assert {read(member).text[: len(BODY)] for member in members(path)} == {BODY}


def test_archives_too_deep_are_refused(tmp_path: Path) -> None:
    data = zipped({"a.txt": BODY})
    for _ in range(50):
        data = zipped({"b.zip": data})
    path = written(tmp_path, data)
    assert names(path) == ["b.zip/b.zip"]
    assert refused(path / "b.zip" / "b.zip").status == "unknown-type"


def test_names_as_chinese_windows_writes_them(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(zipfile.ZipInfo("XXXX.txt"), BODY)
    data = target.getvalue().replace(b"XXXX.txt", "决算".encode("gb18030") + b".txt")
    path = written(tmp_path, data)
    assert names(path) == ["决算.txt"] and read(path / "决算.txt").text == BODY


@pytest.mark.parametrize(
    ("name", "harmless"),
    [("../../etc/甲.txt", "etc/甲.txt"), ("/root/甲.txt", "root/甲.txt"), ("C:\\用户\\甲.txt", "用户/甲.txt"),
     ("./a//甲.txt", "a/甲.txt")],
)  # fmt: skip
def test_no_name_leads_out_of_the_archive(tmp_path: Path, name: str, harmless: str) -> None:
    path = written(tmp_path, zipped({name: BODY}))
    assert names(path) == [harmless] and read(path / harmless).text == BODY
    assert sorted(tmp_path.iterdir()) == [path]


def test_members_of_the_same_name_are_all_there(tmp_path: Path) -> None:
    path = written(tmp_path, zipped({"a.txt": "决算一", "./a.txt": "决算二"}))
    assert [read(member).text for member in members(path)] == ["决算一", "决算二"]
    assert len(set(members(path))) == 2


def test_what_programs_leave_behind_is_passed_over(tmp_path: Path) -> None:
    left = {"__MACOSX/._a.txt": "x", ".DS_Store": "x", "~$a.docx": "x", "空/": ""}
    assert names(written(tmp_path, zipped({**left, "a.txt": BODY}))) == ["a.txt"]


def test_a_password(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": BODY}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    error = refused(written(tmp_path, bytes(data)) / "a.txt")
    assert error.status == "encrypted" and "密码" in error.message


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = written(tmp_path, zipped({"a.txt": bytes(30 * 2**20)}))
    assert refused(path / "a.txt").status == "too-large"


def test_a_directory_that_lies_about_sizes_is_held_to_it(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": bytes(2**20)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        where = data.index(mark) + at
        data[where : where + 4] = (10).to_bytes(4, "little")
    assert refused(written(tmp_path, bytes(data)) / "a.txt").status == "damaged"


@pytest.mark.parametrize(("limit", "value"), [("MOST_MEMBERS", 2), ("LARGEST_WHOLE", 10)])
def test_too_much_in_one_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(archive, limit, value)
    path = written(tmp_path, zipped({f"{at}.txt": BODY for at in range(3)}))
    with pytest.raises(Unreadable) as caught:
        members(path)
    assert caught.value.status == "too-large"
    assert refused(path).status == "too-large"


def test_damaged_and_empty_archives(tmp_path: Path) -> None:
    assert refused(written(tmp_path, zipped({"a.txt": BODY})[:-30])).status == "damaged"
    assert refused(written(tmp_path, zipped({}))).status == "empty"
    assert refused(written(tmp_path, zipped({"a.txt": BODY})) / "b.txt").status == "missing"
    broken = bytearray(zipped({"a.txt": BODY}))
    broken[60:80] = bytes(20)
    assert refused(written(tmp_path, bytes(broken)) / "a.txt").status == "damaged"


# The index: an archive is a folder, its members are documents.


def documents(db: Path) -> dict[str, str]:
    with open_index(db) as index:
        return {row.name: row.status for row in index.documents()}


def test_an_archive_is_indexed_like_a_folder(tmp_path: Path) -> None:
    path = written(tmp_path, zipped({"2022/甲.txt": BODY, "2022/乙.txt": BODY + "。", "坏.pdf": "x"}))
    db = tmp_path / "index.db"
    first = index_paths([tmp_path], db)
    assert (first.new, first.failed) == (2, 1)
    assert documents(db) == {"a.zip/2022/甲.txt": "ok", "a.zip/2022/乙.txt": "ok", "a.zip/坏.pdf": "damaged"}
    assert index_paths([path], db).unchanged == 3


def test_the_same_file_inside_and_outside_is_one_document(tmp_path: Path) -> None:
    written(tmp_path, BODY.encode(), "b.txt")
    written(tmp_path, zipped({"甲.txt": BODY}))
    outcome = index_paths([tmp_path], tmp_path / "index.db")
    assert (outcome.new, outcome.same) == (1, 1)


def test_members_that_are_gone_leave_with_prune(tmp_path: Path) -> None:
    db = tmp_path / "index.db"
    path = written(tmp_path, zipped({"甲.txt": BODY, "乙.txt": BODY + "。"}))
    index_paths([tmp_path], db)
    written(tmp_path, zipped({"甲.txt": BODY, "丙.txt": BODY + "！"}))
    assert index_paths([tmp_path], db, prune=True).removed == 1
    assert set(documents(db)) == {"a.zip/甲.txt", "a.zip/丙.txt"}
    path.unlink()
    assert index_paths([tmp_path], db, prune=True).removed == 2


def test_a_damaged_archive_is_a_row_until_it_is_whole(tmp_path: Path) -> None:
    db = tmp_path / "index.db"
    whole = zipped({"甲.txt": BODY})
    written(tmp_path, whole[:-30])
    assert index_paths([tmp_path], db).failed == 1
    assert documents(db) == {"a.zip": "damaged"}
    written(tmp_path, whole)
    index_paths([tmp_path], db)
    assert documents(db) == {"a.zip/甲.txt": "ok"}


def test_a_locked_member_does_not_stop_the_run(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": BODY}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    written(tmp_path, bytes(data))
    written(tmp_path, BODY.encode(), "b.txt")
    outcome = index_paths([tmp_path], tmp_path / "index.db")
    assert (outcome.new, outcome.failed) == (1, 1)
    assert outcome.failures[0].status == "encrypted"
