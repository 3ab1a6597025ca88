"""Files that mean harm: each is read by a process with limits, ends in facts or a sentence, and stops nothing."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extractor.pipeline import index_paths
from extractor.store import open_index

GOOD = "青禾县水利局2023年度部门决算\n一、收入支出决算总体情况说明\n2023年度收入总计320.50万元，支出总计320.50万元。\n"
TIMEOUT = 60.0


@dataclass(slots=True)
class Fed:
    """What came of it, in files: read, refused with a sentence, and lost (no row, no sentence, or half read)."""

    files: int = 0
    read: int = 0
    refused: int = 0
    lost: int = 0


def feed(folder: Path, timeout: float = TIMEOUT) -> Fed:
    """Index all of them at once, among two good ones."""
    source, db = folder / "reports", folder / "index.db"
    source.mkdir(parents=True)
    for name, make in HOSTILE.items():
        (source / name).write_bytes(make())
    _odd_names(source)
    for name in ("甲.txt", "乙.txt"):
        (source / name).write_text(GOOD + name, encoding="utf-8")
    outcome = index_paths([source], db, timeout=timeout)
    done = Fed(files=outcome.files)
    with open_index(db) as index:
        for document in index.documents():
            if document.status == "ok":
                done.read += 1
            elif (document.message or "").endswith("。"):
                done.refused += 1
            else:
                done.lost += 1
        totals = index.search("收入总计")
        done.lost += 2 - sum(hit.document in ("甲.txt", "乙.txt") for hit in totals.hits)
    done.lost += outcome.files - outcome.same - done.read - done.refused
    return done


def _odd_names(source: Path) -> None:
    """Names and kinds of files that are none."""
    (source / "换\n行.txt").write_text(GOOD + "换行", encoding="utf-8")
    (source / "<b>[red]标记[bold].txt").write_text(GOOD + "标记", encoding="utf-8")
    (source / "终端\x1b]0;x\x07.txt").write_text(GOOD + "终端", encoding="utf-8")
    (source / "环").symlink_to(source, target_is_directory=True)
    (source / "断链.txt").symlink_to(source / "没有")
    os.mkfifo(source / "管道.txt")


def _zip(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def _pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))


def _page(size: bytes, content: bytes) -> bytes:
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << >> >>" % size,
            stream,
        ]
    )


def _nested_pages(depth: int) -> bytes:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    objects += [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth)]
    return _pdf([*objects, b"<< /Type /Page /MediaBox [0 0 600 800] >>"])


def _many_tables() -> bytes:
    rows = "<table><tr><td>项目</td><td>决算数</td></tr><tr><td>合计</td><td>1.00</td></tr></table>"
    return f"<html><body><p>{GOOD}</p>{rows * 10_000}</body></html>".encode()


def _entities() -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{lol}]><html><body>&l9;</body></html>'.encode()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "百万线条.pdf": lambda: _page(b"0 0 600 800", b"10 10 m 500 10 l S\n" * 1_000_000),
    "巨页.pdf": lambda: _page(b"0 0 9999999 9999999", b"10 10 m 500 10 l S"),
    "深.pdf": lambda: _nested_pages(20_000),
    "自指.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
    "假页数.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 99999999 >>"]),
    "炸弹.zip": lambda: _zip({"a.txt": b"0" * 300_000_000}),
    "套娃.zip": lambda: _zip({"b.zip": _zip({"c.zip": _zip({"d.txt": GOOD.encode()})})}),
    "越界.zip": lambda: _zip({"../../逃.txt": GOOD.encode(), "/tmp/逃.txt": GOOD.encode()}),
    "万份.zip": lambda: _zip({f"{n}.txt": b"x" for n in range(20_000)}),
    "炸弹.docx": lambda: _zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * 300_000_000}),
    "实体.html": _entities,
    "万表.html": _many_tables,
    "深.html": lambda: b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000,
    "长行.txt": lambda: (GOOD.replace("\n", "") * 100_000).encode(),
    "零.txt": lambda: GOOD.encode().replace("，".encode(), b"\x00") * 50,
    "控制.txt": lambda: GOOD.replace("收入", "\x1b[31m收\x07入\x9b").encode() * 50,
    "坏码.txt": lambda: GOOD.encode("gb18030")[:-1] + b"\xff\xfe\x80" * 100,
    "数字.txt": lambda: ("收入总计" + "9" * 200_000 + "万元。").encode(),
    "括号.txt": lambda: ("主要原因是" + "（" * 50_000 + "。").encode(),
    "其中.txt": lambda: ("收入总计1.00万元，其中：" + "其中" * 50_000 + "。").encode(),
    "逗号.txt": lambda: ("主要原因是" + "，" * 100_000 + "减少1万元" * 10_000 + "。").encode(),
}
