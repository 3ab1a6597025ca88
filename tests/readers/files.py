"""The same small fictional report as a file of every format, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from html import escape
from typing import Any

import docx
import openpyxl
import xlwt
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

LINES = (
    "青禾县水利局2022年度部门决算",
    "第三部分 2022年度部门决算情况说明",
    "一、收入支出决算总体情况说明",
    "2022年度收入总计1,234.50万元，支出总计1,234.50万元。与上年相比，收入总计增加34.50万元，增长2.9%，主要原因是新增水库除险加固项目。",
    "二、一般公共预算财政拨款支出决算情况说明",
    "1.农林水支出（类）水利（款）行政运行（项）。年初预算为210.00万元，支出决算为198.40万元，完成年初预算的94.5%，"
    "支出决算数小于年初预算数的主要原因是人员调动。",
    "2.农林水支出（类）水利（款）防汛（项）。年初预算为80.00万元，支出决算为80.00万元，完成年初预算的100%。",
)
TABLE = (("项目", "年初预算数", "决算数"), ("行政运行", "210.00", "198.40"), ("防汛", "80.00", "80.00"))
TITLE = LINES[0]
BODY = "\n".join(LINES)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def text() -> bytes:
    return BODY.encode("gb18030")


def html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    lines = "".join(f"<p>{escape(line)}</p>" for line in LINES)
    return f"<html><body><div>{lines}<table>{rows}</table></div></body></html>".encode()


def word() -> bytes:
    document, target = docx.Document(), io.BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(len(TABLE), len(TABLE[0]))
    for row, cells in enumerate(TABLE):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.save(target)
    return target.getvalue()


def pdf() -> bytes:
    """Lines broken by the page's width, as print is."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont("STSong-Light", 12)
    height = 780
    for line in LINES:
        for at in range(0, len(line), 36):
            canvas.drawString(70, height, line[at : at + 36])
            height -= 22
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def xlsx(book: Any = None) -> bytes:
    """A sheet of sentences and one of figures, or the given openpyxl workbook."""
    if book is None:
        book = openpyxl.Workbook()
        book.active.title = "说明"
        for line in LINES:
            book.active.append([line])
        sheet = book.create_sheet("支出决算表")
        for row, cells in enumerate(TABLE, 1):
            for column, cell in enumerate(cells, 1):
                figure = row > 1 and column > 1
                sheet.cell(row, column, float(cell) if figure else cell).number_format = "0.00" if figure else "General"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def xls(book: Any = None) -> bytes:
    """As `xlsx`, in the format of Excel before 2007."""
    if book is None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("说明")
        for at, line in enumerate(LINES):
            sheet.write(at, 0, line)
        sheet = book.add_sheet("支出决算表")
        style = xlwt.easyxf(num_format_str="0.00")
        for row, cells in enumerate(TABLE):
            for column, cell in enumerate(cells):
                if row and column:
                    sheet.write(row, column, float(cell), style)
                else:
                    sheet.write(row, column, cell)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


_SPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


def opendocument(body: str, kind: str = "text", manifest: str = "") -> bytes:
    """An .odt or .ods (`kind` text or spreadsheet) with this body."""
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "META-INF/manifest.xml": f"<manifest:manifest {space}>{manifest}</manifest:manifest>",
            "content.xml": f"<office:document-content{_SPACES}><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
        }
    )


def _cells() -> str:
    def cell(text: str) -> str:
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    return "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in TABLE)


def odt() -> bytes:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in LINES)
    return opendocument(f"{lines}<table:table>{_cells()}</table:table>")


def ods() -> bytes:
    lines = "".join(
        f"<table:table-row><table:table-cell><text:p>{escape(line)}</text:p></table:table-cell></table:table-row>"
        for line in LINES
    )
    sheets = f'<table:table table:name="说明">{lines}</table:table><table:table table:name="支出决算表">{_cells()}</table:table>'
    return opendocument(sheets, "spreadsheet")


def coded(text: str) -> str:
    """Text as RTF writes it in code page 936."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030"))


def rtf(body: str | None = None) -> bytes:
    """The report, or this body, as WPS writes RTF."""
    if body is None:
        body = "".join(f"\\pard {coded(line)}\\par\n" for line in LINES)
        for row in TABLE:
            body += "\\trowd\\cellx2000\\cellx4000\\cellx6000" + "".join(
                f"\\pard\\intbl {coded(cell)}\\cell" for cell in row
            )
            body += "\\row\n"
        body += "\\pard\\par"
    fonts = "{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fnil\\fcharset0 Arial;}}"
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff0{fonts}{{\\info{{\\title x}}}}\\f0 {body}}}".encode("ascii")


def eml(attached: Mapping[str, bytes] | None = None) -> bytes:
    """A message with the report as its HTML part, and attachments."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "决算"
    message.set_content("请看网页。")
    message.add_alternative(html().decode(), subtype="html", charset="gb18030")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mht() -> bytes:
    """A saved web page: the page first, then its pictures."""
    message = EmailMessage()
    message["Subject"] = "决算"
    message.set_content(html().decode(), subtype="html", charset="utf-8")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png", filename="logo.png", disposition="inline")
    return message.as_bytes()


FILES = {
    "a.txt": text, "a.html": html, "a.docx": word, "a.pdf": pdf, "a.xlsx": xlsx, "a.xls": xls, "a.odt": odt,
    "a.ods": ods, "a.rtf": rtf, "a.eml": eml, "a.mht": mht,
}  # fmt: skip
