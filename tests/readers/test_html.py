"""Web pages: main content as lines, data tables as tables, menus left out. All pages are fictional."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.readers import read
from extractor.report import Report, Unreadable

TITLE = "青禾县水利局2023年度部门决算"
BODY = f"""<h1>{TITLE}</h1><p>发布日期：2024-09-10</p>
<div id="zoom"><p>一、收入支出决算总体情况</p>
<p>2023年度收入总计<span>1,</span><b>234.50</b>万元，<br>支出总计&nbsp;1,234.50万元，
主要原因是人员调动。</p></div>"""
MENU = """<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li>
<li><a href="/b">互动交流</a></li><li><a href="/c">部门预决算公开</a></li></ul></div>"""


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def written(folder: Path, markup: str | bytes, name: str = "a.html") -> Report:
    path = folder / name
    path.write_bytes(markup.encode() if isinstance(markup, str) else markup)
    return read(path)


def test_blocks_are_lines(tmp_path: Path) -> None:
    report = written(tmp_path, page(BODY))
    assert report.format == "html" and report.hard_lines and report.pages == ()
    assert report.text.split("\n") == [
        TITLE,
        "发布日期：2024-09-10",
        "一、收入支出决算总体情况",
        "2023年度收入总计1,234.50万元，",
        "支出总计 1,234.50万元， 主要原因是人员调动。",
    ]


def test_menus_scripts_and_hidden_blocks_are_left_out(tmp_path: Path) -> None:
    rubbish = "<script>var 万元=1</script><style>p{}</style><nav>导航栏</nav><div style='display:none'>藏着的</div>"
    foot = "<div class='footer'>版权所有 云河ICP备00000000号</div><footer>主办单位：青禾县人民政府</footer>"
    report = written(tmp_path, page(MENU + rubbish + f"<div class='wrap'>{BODY}</div>" + foot))
    assert report.text == written(tmp_path, page(BODY)).text


def test_a_portal_page_whose_menus_outweigh_the_report(tmp_path: Path) -> None:
    menus = "".join(MENU.replace("/a", f"/{n}") for n in range(30))
    report = written(tmp_path, page(f"<div id='page'>{menus}<div>{BODY}</div></div>"))
    assert "收入总计1,234.50万元" in report.text and "互动交流" not in report.text


def test_a_table_of_contents_is_no_menu(tmp_path: Path) -> None:
    contents = "".join(f"<p><a href='#{n}'>{n}</a></p>" for n in ("一、部门职责", "二、机构设置", "三、决算"))
    assert "二、机构设置" in written(tmp_path, page(f"<div>{contents}</div>{BODY}")).text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="gb2312">', "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ('<meta charset="big5">', "big5"),
        ('<meta charset="utf-8">', "gb18030"),  # declared wrongly
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, head: str, encoding: str) -> None:
    body = (
        f"<h1>{TITLE}</h1><p>年初预算一千二百万元</p>" if encoding != "big5" else "<p>決算與預算說明，收入總計萬元</p>"
    )
    report = written(tmp_path, page(body, head).encode(encoding))
    assert report.text == ("決算與預算說明，收入總計萬元" if encoding == "big5" else f"{TITLE}\n年初预算一千二百万元")


def test_xml_declaration(tmp_path: Path) -> None:
    markup = '<?xml version="1.0" encoding="gb2312"?>' + page("<p>决算公开说明</p>")
    assert written(tmp_path, markup.encode("gb18030")).text == "决算公开说明"


def test_tables_are_grids_and_lines(tmp_path: Path) -> None:
    table = (
        "<table><tr><td colspan=2>项目</td><td rowspan='2'>合计</td></tr>"
        "<tr><td>类</td><td>款<br>项</td></tr><tr><th>基本支出</th><td> 100.00 </td><td></td></tr></table>"
    )
    report = written(tmp_path, page(f"<p>表1 支出决算表</p>{table}<p>以上为决算数。</p>"))
    assert [t.cells for t in report.tables] == [
        (("项目", None, "合计"), ("类", "款 项", None), ("基本支出", "100.00", "")),
    ]
    (found,) = report.tables
    assert report.text[found.start : found.end] == "项目\t\t合计\n类\t款 项\t\n基本支出\t100.00\t"
    assert found.caption == "表1 支出决算表" and found.page is None
    assert report.text.endswith("\n以上为决算数。")


def test_layout_tables_are_plain_content(tmp_path: Path) -> None:
    inner = "<table><tr><td>收入</td><td>12.00</td></tr></table>"
    frame = f"<table><tr><td><p>一、总体情况</p><p>收入总计12万元。</p>{inner}</td></tr></table>"
    report = written(tmp_path, page(frame))
    assert report.text.split("\n") == ["一、总体情况", "收入总计12万元。", "收入\t12.00"]
    assert [t.cells for t in report.tables] == [(("收入", "12.00"),)]


def test_a_cell_that_holds_the_whole_page_is_content(tmp_path: Path) -> None:
    long = "".join(f"<p>{n}.本年度支出决算为{n}万元，完成年初预算的百分之九十。</p>" for n in range(20))
    report = written(tmp_path, page(f"<table><tr><td>&nbsp;</td><td>{long}</td></tr></table>"))
    assert report.tables == () and report.text.count("\n") == 19


def test_spans_beyond_reason_do_no_harm(tmp_path: Path) -> None:
    report = written(
        tmp_path, page("<table><tr><td colspan='999999999' rowspan='999999999'>甲</td><td>1</td></tr></table>")
    )
    assert len(report.tables[0].cells[0]) <= 1001


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (f"<title>{TITLE}-青禾县人民政府</title>", "<p>一、部门职责</p>", TITLE),
        (f"<title>青禾县人民政府门户网站 | {TITLE}</title>", "<p>一、部门职责</p>", TITLE),
        (f"<meta name='ArticleTitle' content='{TITLE}'><title>公开</title>", "<p>一、部门职责</p>", TITLE),
        ("<title>部门预决算公开</title>", f"<h2>{TITLE}</h2><p>一、部门职责</p>", TITLE),
        ("<title>无标题文档</title>", f"<p>{TITLE}</p><p>一、部门职责</p>", TITLE),
        ("<title>无标题文档</title>", "<p>一、部门职责</p>", None),
    ],
)
def test_title(tmp_path: Path, head: str, body: str, title: str | None) -> None:
    assert written(tmp_path, page(body, head)).title == title


def test_word_saved_as_web_page_under_another_suffix(tmp_path: Path) -> None:
    assert written(tmp_path, page(BODY), "a.doc").format == "html"


def test_a_page_without_words_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        written(tmp_path, page("<script>1</script>"))
    assert refused.value.status == "empty"
