"""HTML: the main content as lines, data tables as tables, menus and scripts left out."""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree
from lxml import html as markup
from lxml.html import defs

from extractor.readers.clean import clean
from extractor.readers.content import Content, Flow
from extractor.readers.grid import grid, is_data
from extractor.readers.text import decode
from extractor.readers.title import cover_title, is_title
from extractor.report import Unreadable

_DROPPED = ("script", "style", "noscript", "template", "nav", "select", "button", "textarea", "iframe", "svg", "head")
_INLINE = defs.special_inline_tags | defs.phrase_tags | defs.font_style_tags | {"label", "ruby", "rb", "mark", "o:p"}
_BLOCKS = ("div", "article", "main", "section", "form")
_MENUS = ("div", "ul", "ol", "header", "footer", "aside", "table", "form", "p", "section")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_SITE = re.compile(r"\s*[_|｜-]+\s*|\s+[–—]+\s+")  # what parts a page's title from the site's name
# A block is a menu where links make up most of it. A link inside the page (a table of contents) is none.
_LINKED = 0.6
_FEWEST_LINKS = 3
_MENU_HINTS = re.compile(r"(?:^|[\s_-])(?:nav|menu|breadcrumb|footer|sidebar|share|pagination|toolbar)", re.I)
_MENU_LENGTH = 400  # characters: longer than any menu, so it is content whatever its name
# What of the page's own text the main block must hold for the rest to be left out.
_MAIN = 0.95


def content(data: bytes) -> Content:
    """The text and tables of a web page. Raises `Unreadable`: damaged, unknown-type."""
    source = _DECLARATION.sub("", clean(_decode(data)), count=1)
    try:
        root = markup.document_fromstring(source, parser=markup.HTMLParser(remove_comments=True, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unreadable("damaged", "网页已损坏，读不出内容，请重新保存后再试。") from None
    title = _title(root)
    body = root.find(".//body")
    main = _main(_without_menus(root if body is None else body), title)
    flow = Flow()
    _Walk(flow).open(main)
    return Content(text=flow.text, tables=tuple(flow.tables), hard_lines=True, title=title or cover_title(flow.text))


def _decode(data: bytes) -> str:
    """The characters of a page: the declared encoding where the bytes bear it out, else as any text."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode("gb18030" if name.startswith("gb") else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _title(root: Any) -> str | None:
    """The page's title without the site's name: from what government sites declare, a heading, or <title>."""
    declared = root.xpath("//meta[translate(@name,'ARTICLE','article')='articletitle']/@content")
    headings = [" ".join(e.text_content().split()) for e in root.iter("h1", "h2")]
    pages = [e.text_content() for e in root.iter("title")]
    parts = [part for page in pages for part in _SITE.split(" ".join(page.split()))]
    titles = [text.strip() for text in (*declared, *headings, *parts) if is_title(text)]
    dated = (
        text for text in titles if re.search(r"\d{4}|二[〇○零]", text)
    )  # without a year it may name the site's section
    return next(dated, titles[0] if titles else None)


def _without_menus(body: Any) -> Any:
    for element in list(body.iter(*_DROPPED)):
        element.drop_tree()
    for element in reversed(list(body.iter(*_MENUS))):  # inner ones first, so that what encloses them is judged fairly
        if element.getparent() is not None and (_HIDDEN.search(element.get("style", "")) or _is_menu(element)):
            element.drop_tree()
    return body


def _is_menu(element: Any) -> bool:
    if element.find(".//h1") is not None and is_title(element.text_content()):
        return False
    length = _length(element)
    links = [_length(a) for a in element.iter("a") if a.get("href") and not a.get("href").startswith("#")]
    if len(links) >= _FEWEST_LINKS and sum(links) > _LINKED * length:
        return True
    named = element.tag == "footer" or _MENU_HINTS.search(f"{element.get('class', '')} {element.get('id', '')}")
    return bool(named) and length < _MENU_LENGTH and element.find(".//table") is None


def _main(body: Any, title: str | None) -> Any:
    """The innermost block that still holds nearly all of the text and the title."""
    whole = _length(body)
    block = body
    while True:
        inner = [child for child in block if child.tag in _BLOCKS and _length(child) > _MAIN * whole]
        if not inner or (title and title in _plain(block) and title not in _plain(inner[0])):
            return block
        block = inner[0]


def _plain(element: Any) -> str:
    return " ".join(element.text_content().split())


def _length(element: Any) -> int:
    return len("".join(element.text_content().split()))


class _Walk:
    """Writes elements into a flow: block elements begin a line, white space collapses as a browser shows it."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.line: list[str] = []

    def open(self, element: Any) -> None:
        """All of `element`, beginning and ending a line."""
        self._break()
        self._inside(element)
        self._break()

    def _inside(self, element: Any) -> None:
        self._write(element.text, element.tag == "pre")
        for child in element:
            self._child(child)
            self._write(child.tail, element.tag == "pre")

    def _child(self, child: Any) -> None:
        tag = child.tag
        if not isinstance(tag, str):
            return
        if tag == "br":
            self._break()
        elif tag == "table" and is_data(child):
            self._break()
            self.flow.add_table(grid(child))
        elif tag in ("rt", "rp"):
            return
        elif tag in _INLINE:
            self._inside(child)
        else:
            self.open(child)

    def _write(self, text: str | None, kept: bool) -> None:
        if text:
            self.line.append(text if kept else re.sub(r"\s+", " ", text))

    def _break(self) -> None:
        self.flow.add("".join(self.line).replace("\xa0", " "))
        self.line.clear()
