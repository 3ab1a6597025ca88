"""The numbers that head sections and items: 第一部分, 一、, （一）, 1., 1、, （1）, ①."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_HAN = "一二三四五六七八九十百零〇"
_NO_FIGURE = r"(?!\d(?!\d{3}年))"  # 三、2023年度… is a heading, 1.5万元 a figure
# One alternative a level, in the order of the levels, each with one group.
_MARKER = re.compile(
    rf"第([{_HAN}\d]+)(?:部分|章|篇)[\s、：:.]*"
    rf"|([{_HAN}]{{1,4}})[、.．,，]{_NO_FIGURE}\s*"
    rf"|[（(]([{_HAN}]{{1,4}})[）)][、.．]?\s*"
    rf"|(\d{{1,2}}(?:\.\d{{1,2}})*)\s*(?:[、．]|[.]{_NO_FIGURE})\s*[“”]?{_NO_FIGURE}(?!%)"
    r"|[（(](\d{1,2})[）)][、.．]?\s*"
    r"|([①②③④⑤⑥⑦⑧⑨⑩])[、.．]?\s*"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A heading number: its level (1 the outermost kind), as printed, and where the words after it begin."""

    level: int
    number: str
    end: int


@lru_cache(maxsize=256)  # a line is asked about as the next one, as the last one and as a paragraph
def numbered(text: str) -> Marker | None:
    """The marker that `text` begins with, if any.

    >>> numbered("（二）支出决算情况").level
    3
    >>> numbered("1.5万元") is None
    True
    """
    match = _MARKER.match(text)
    return Marker(match.lastindex or 0, match.group().strip(), match.end()) if match else None


def leads_list(text: str) -> bool:
    """Whether a numbered line is a heading by itself: it holds no sentence."""
    return not _SENTENCE.search(text)


_SENTENCE = re.compile(r"[，,。；]|\d万|万元")
_TITLE = re.compile(
    r"(?=.{4,40}$)[^，。；：、\d]*(?:\d{4}年度?)?[^，。；：\d]*"
    r"(?:说明|解释|概况|职责|职能|设置|目录|情况|附件|公开表|(?:决算|预算)(?:总|明细)?表)"
)


def titled(text: str) -> bool:
    """Whether a line without a number is a heading by its shape: short, no sentence, ends as headings end."""
    text = text.strip()
    return len(text) <= 40 and _TITLE.fullmatch(text) is not None
