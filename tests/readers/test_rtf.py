"""RTF as Word and WPS write it: code pages, Unicode, list numbers, tables; what is not printed is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.readers import read
from extractor.report import Report, Unreadable
from tests.readers.files import coded, rtf


def written(folder: Path, data: bytes) -> Report:
    path = folder / "a.rtf"
    path.write_bytes(data)
    return read(path)


def told(folder: Path, body: str) -> str:
    return written(folder, rtf(body)).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"{coded('决算')}\\par {coded('说明')}", "决算\n说明"),
        ("\\u20915?\\u31639?123", "决算123"),
        ("\\uc2\\u20915\\'be\\'f6\\u31639\\'cb\\'e3.", "决算."),
        ("\\uc0\\u-25164 \\u20803 ", "鶴元"),
        ("{\\u55360?\\u56320?}", "𠀀"),
        ("\\'81@\\'81\\'5c", b"\x81@\x81\\".decode("gb18030")),  # a character's second byte may be a letter
        ("{\\listtext\\pard " + coded("一、") + "\\tab}" + coded("概况"), "一、 概况"),
        (coded("支出") + "\\~100\\_200{\\b " + coded("万元") + "}", "支出 100-200万元"),
        ("1\\line 2", "1\n2"),
    ],
)
def test_characters(tmp_path: Path, body: str, text: str) -> None:
    assert told(tmp_path, body) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "{\\header " + coded("页眉") + "\\par}",
        "{\\footnote " + coded("脚注") + "}",
        "{\\*\\generator Word;}",
        "{\\field{\\*\\fldinst PAGEREF _Toc1}}",
        "{\\pict\\wmetafile8 0102ff}",
        "{\\deleted " + coded("删去") + "}",
        "{\\v " + coded("隐藏") + "}",
        "{\\object{\\*\\objdata 0105}}",
    ],
)
def test_what_is_not_printed_is_left_out(tmp_path: Path, hidden: str) -> None:
    assert told(tmp_path, f"{coded('前')}{hidden}{coded('后')}") == "前后"


def test_the_result_of_a_field_is_printed(tmp_path: Path) -> None:
    assert told(tmp_path, "{\\field{\\*\\fldinst REF x}{\\fldrslt 12.50}}") == "12.50"


def test_raw_bytes_of_a_picture_are_passed_over(tmp_path: Path) -> None:
    data = rtf("A{\\pict\\bin4 XYZW}B").replace(b"XYZW", b"{{}\\")
    assert written(tmp_path, data).text == "AB"


def test_the_font_tells_the_encoding(tmp_path: Path) -> None:
    """Word outside China writes code page 1252 and a Chinese font."""
    fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f5\\fcharset134 SimSun;}{\\f6\\fcharset136 PMingLiU;}}"
    big5 = "".join(f"\\'{byte:02x}" for byte in "決算".encode("big5"))
    source = f"{{\\rtf1\\ansi\\ansicpg1252{fonts}\\f5 {coded('决算')}{{\\f6 {big5}}}\\f0 A\\'e9}}"
    assert written(tmp_path, source.encode()).text == "决算決算Aé"


def test_tables_with_merged_cells(tmp_path: Path) -> None:
    body = (
        f"\\trowd\\cellx2000\\cellx6000 \\intbl {coded('项目')}\\cell {coded('决算数')}\\cell\\row"
        "\\trowd\\cellx2000\\cellx4000\\cellx6010 \\intbl\\cell 5\\par 6\\cell 7\\cell\\row"
        "\\trowd\\clvmgf\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000 \\intbl a\\cell b\\cell\\cell\\row"
        f"\\pard {coded('表后的话')}\\par"
    )
    report = written(tmp_path, rtf(body))
    (table,) = report.tables
    assert table.cells == (("项目", "决算数", None), ("", "5 6", "7"), ("a", "b", None))
    assert report.text.endswith("\n表后的话")


def test_a_frame_of_one_column_is_running_text(tmp_path: Path) -> None:
    report = written(tmp_path, rtf(f"\\trowd\\cellx9000 \\intbl {coded('一段话。')}\\cell\\row\\pard"))
    assert report.text == "一段话。" and report.tables == ()


def test_half_a_file_is_not_passed_for_the_whole(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        written(tmp_path, rtf()[:-200])
    assert refused.value.status == "damaged" and "RTF" in refused.value.message
