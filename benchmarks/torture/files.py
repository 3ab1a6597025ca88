"""Files that mean harm: each is read by a process with limits, ends in facts or a sentence, and stops nothing."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from extractor.pipeline import index_paths
from extractor.store import open_index

GOOD = "青禾县水利局2023年度部门决算\n一、收入支出决算总体情况说明\n2023年度收入总计320.50万元，支出总计320.50万元。\n"
SECRET = "机密内容不该被读到"
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
    (folder / "secret.txt").write_text(SECRET)
    for name, data in _external((folder / "secret.txt").as_uri()).items():
        (source / name).write_bytes(data)
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
        passages = index.select("SELECT text FROM texts", limit=10**6)
        done.lost += sum(SECRET in text for (text,) in passages)
    done.lost += outcome.files - outcome.same - done.read - done.refused
    done.lost += sum(place.exists() for place in (folder / "逃.txt", folder.parent / "逃.txt", Path("/tmp/逃.txt")))
    return done


def _odd_names(source: Path) -> None:
    """Names and kinds of files that are none."""
    (source / "换\n行.txt").write_text(GOOD + "换行", encoding="utf-8")
    (source / "<b>[red]标记[bold].txt").write_text(GOOD + "标记", encoding="utf-8")
    (source / "终端\x1b]0;x\x07.txt").write_text(GOOD + "终端", encoding="utf-8")
    (source / "环").symlink_to(source, target_is_directory=True)
    (source / "断链.txt").symlink_to(source / "没有")
    (source / "圈甲.txt").symlink_to("圈乙.txt")
    (source / "圈乙.txt").symlink_to("圈甲.txt")
    (source / "设备.txt").symlink_to("/dev/zero")
    os.mkfifo(source / "管道.txt")
    with (source / "稀疏.pdf").open("wb") as sparse:
        sparse.truncate(1 << 40)


def _zip(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def _pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    parts = [b"%PDF-1.4\n", *(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, 1))]
    *places, end = accumulate(map(len, parts))
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, end)
    return b"".join((*parts, table, trailer))


_ONE_PAGE = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
)


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


def _external(address: str) -> dict[str, bytes]:
    """Files whose entities stand for another file of this machine."""
    entity = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "{address}">]>'
    word = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{GOOD}&x;</w:t></w:r></w:p></w:body></w:document>'
    shared = f'<sst xmlns="{_SHEET}"><si><t>{GOOD}&x;</t></si></sst>'
    return {
        "外部.docx": _docx(entity + word),
        "外部.html": f"{entity}<html><body><p>{GOOD}&x;</p></body></html>".encode(),
        "外部.xlsx": _zip({**_BOOK, "xl/sharedStrings.xml": (entity + shared).encode()}),
    }


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _related(*parts: tuple[str, str, str]) -> bytes:
    links = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for name, kind, to in parts)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'.encode()


def _types(**kinds: str) -> bytes:
    own = "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{usual}{own}</Types>'.encode()


def _docx(document: str) -> bytes:
    return _zip(
        {
            "[Content_Types].xml": _types(**{"word/document.xml": "wordprocessingml.document.main"}),
            "_rels/.rels": _related(("r1", "officeDocument", "word/document.xml")),
            "word/document.xml": document.encode(),
        }
    )


_BOOK = {
    "[Content_Types].xml": _types(
        **{
            "xl/workbook.xml": "spreadsheetml.sheet.main",
            "xl/worksheets/sheet1.xml": "spreadsheetml.worksheet",
            "xl/sharedStrings.xml": "spreadsheetml.sharedStrings",
        }
    ),
    "_rels/.rels": _related(("r1", "officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": _related(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    ).encode(),
    "xl/worksheets/sheet1.xml": (
        f'<worksheet xmlns="{_SHEET}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row></sheetData></worksheet>'
    ).encode(),
}


def _tables_of_word() -> bytes:
    row = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("合计", "1.00"))
    table = f"<w:tbl><w:tr>{row}</w:tr></w:tbl><w:p/>"
    text = f"<w:p><w:r><w:t>{GOOD}</w:t></w:r></w:p>"
    return _docx(f'<w:document xmlns:w="{_WORD}"><w:body>{text}{table * 10_000}</w:body></w:document>')


def _nested_tables() -> bytes:
    begin, end = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return _docx(f'<w:document xmlns:w="{_WORD}"><w:body>{begin * 3000}{end * 3000}</w:body></w:document>')


def _inflating() -> bytes:
    """A page whose content is a thousandth of its size."""
    packer, packed = zlib.compressobj(9), b""
    for _ in range(300):
        packed += packer.compress(b"0 0 m 9 9 l S\n" * 75_000)
    packed += packer.flush()
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    )


HOSTILE: dict[str, Callable[[], bytes]] = {
    "百万线条.pdf": lambda: _page(b"0 0 600 800", b"10 10 m 500 10 l S\n" * 1_000_000),
    "巨页.pdf": lambda: _page(b"0 0 9999999 9999999", b"10 10 m 500 10 l S"),
    "深.pdf": lambda: _nested_pages(20_000),
    "自指.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
    "假页数.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 99999999 >>"]),
    "百万对象.pdf": lambda: _pdf([*_ONE_PAGE, *[b"<< /Kids [] >>"] * 1_000_000]),
    "深嵌.pdf": lambda: _page(b"0 0 600 800", b"[" * 1_000_000 + b"]" * 1_000_000 + b" TJ"),
    "深字典.pdf": lambda: _pdf([b"<< /Type /Catalog /Pages " + b"<< /A " * 200_000 + b">> " * 200_000 + b">>"]),
    "膨胀.pdf": _inflating,
    "炸弹.zip": lambda: _zip({"a.txt": b"0" * 300_000_000}),
    "套娃.zip": lambda: _zip({"b.zip": _zip({"c.zip": _zip({"d.txt": GOOD.encode()})})}),
    "越界.zip": lambda: _zip({"../../逃.txt": GOOD.encode(), "/tmp/逃.txt": GOOD.encode()}),
    "万份.zip": lambda: _zip({f"{n}.txt": b"x" for n in range(20_000)}),
    "炸弹.docx": lambda: _zip({"[Content_Types].xml": b"<x/>", "word/document.xml": b" " * 300_000_000}),
    "万表.docx": _tables_of_word,
    "深表.docx": _nested_tables,
    "天边.xlsx": lambda: _zip(
        {**_BOOK, "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}"><si><t>{GOOD}</t></si></sst>'.encode()}
    ),
    "炸弹.xlsx": lambda: _zip({**_BOOK, "xl/sharedStrings.xml": b" " * 300_000_000}),
    "实体.html": _entities,
    "万表.html": _many_tables,
    "深.html": lambda: b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000,
    "长行.txt": lambda: (GOOD.replace("\n", "") * 100_000).encode(),
    "两亿字节一行.txt": lambda: (GOOD.replace("\n", "") * 2_000_000).encode()[:200_000_000],
    "零.txt": lambda: GOOD.encode().replace("，".encode(), b"\x00") * 50,
    "控制.txt": lambda: GOOD.replace("收入", "\x1b[31m收\x07入\x9b").encode() * 50,
    "坏码.txt": lambda: GOOD.encode("gb18030")[:-1] + b"\xff\xfe\x80" * 100,
    "数字.txt": lambda: ("收入总计" + "9" * 200_000 + "万元。").encode(),
    "括号.txt": lambda: ("主要原因是" + "（" * 50_000 + "。").encode(),
    "其中.txt": lambda: ("收入总计1.00万元，其中：" + "其中" * 50_000 + "。").encode(),
    "逗号.txt": lambda: ("主要原因是" + "，" * 100_000 + "减少1万元" * 10_000 + "。").encode(),
}
