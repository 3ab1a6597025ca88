"""Reflow: the stored text as unbroken, normalised paragraphs, with a map back to the stored text.

Widths, page breaks and typing habits go (line breaks inside a sentence, spaces around numbers, full-width digits,
Traditional characters, running heads); what the sentence says stays. Every character of the flow knows the offset of
the stored character it came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.report import Report
from extractor.structure.causes import Causes
from extractor.structure.furniture import Line, lines_of, without_furniture
from extractor.structure.markers import leads_list, numbered, titled
from extractor.structure.script import simple_forms

_PUNCTUATION = str.maketrans("():;!?[]〖〗﹪﹒‐‑–—―－~", "（）：；！？〔〕〔〕%.------～")
_QUOTES = {"‘": "“", "’": "”", "「": "“", "」": "”", "『": "“", "』": "”"}
_MAY_CHANGE = re.compile(r"[^一-鿿0-9a-zA-Z\n，。、“”]")
_PINYIN = re.compile(r"（(?<=[一-鿿]（)[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}）")
_ENDS = "。！？；：;:!?"
_OPENS_NEXT = tuple("，。；：、）％%)”》万亿千元个人辆台")
_HEADING_ENDS = ("说明", "情况", "概况", "职责", "职能", "设置", "解释", "决算表", "预算表")
_FULL_WIDTH = re.compile("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")  # １，０６６．５１
_BLANK = re.compile(r"[\s\u200b\ufeff\xad\ufffe]")
_NARROW = re.compile(r"[\x00-\u2e7f]")
_COMMA = re.compile(r",(?:(?!\d{3}(?!\d))|(?<!\d,))")
_HALF_QUOTED = re.compile(r'“([^“”"\n]{1,12})["“](?![^“”"\n]{0,12}”)')  # “三公“经费, “三公"经费
_QUOTED = re.compile(r'"([^"\n]{1,40})"')
_FIGURE_FIRST = re.compile(r"\d[\d,. ]*(?:万|亿|千)?(?:元|%|％|$)")
_BROKEN = re.compile(r"(?:[，、（(“《,.-]|\d|[为是于由的和及与至]|(?<!原)因|支出|收入|预算|决算|减少|增加|完成|主要)$")


@dataclass(frozen=True, slots=True)
class Flow:
    """`text`: paragraphs divided by line feeds; `origin[i]`: the stored offset that character i came from."""

    text: str
    origin: Sequence[int]

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The span of the stored text that flow characters `start`..`end` came from (`end` exclusive)."""
        if end <= start:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


def reflow(report: Report) -> Flow:
    """The running text of a report. Page furniture and tables of contents are left out, tables stay line by line."""
    pieces: list[str] = []
    origin = array("Q")
    lines = without_furniture(report, lines_of(report))
    cells = [0 if report.hard_lines else _cells(line.text) for line in lines]
    width = _usual_width(cells)
    causes = Causes()
    text = _FULL_WIDTH.sub(",", report.text)
    plain = _normal_forms(text)
    for at, line in enumerate(lines):
        _append(pieces, origin, text, plain, line)
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is not None and not line.table and not following.table:
            if causes.go_on(line.text, following.text):
                continue
            if not report.hard_lines and not _breaks(line, following, cells[at], width):
                continue
        causes.end()
        pieces.append("\n")
        origin.append(line.start + len(line.text))
    origin.append(len(report.text))
    text, origin = _without_pinyin("".join(pieces), origin)
    return Flow(_simplified(_separators(text)), origin)


def normalise(text: str) -> str:
    """One piece of text as the flow would hold it (for names and questions, where no offsets are needed)."""
    pieces: list[str] = []
    text = _FULL_WIDTH.sub(",", text.replace("\n", " "))
    _append(pieces, array("Q"), text, _normal_forms(text), Line(text, 0, None, False))
    return _simplified(_separators("".join(pieces)))


def _append(pieces: list[str], origin: array[int], text: str, plain: str, line: Line) -> None:
    """Adds a line of a text to the pieces of the flow, none of which is empty. `plain`: the text's normal forms."""
    at, end = line.start, line.start + len(line.text)
    for blank in _BLANK.finditer(text, at, end):
        _add(pieces, origin, plain[at : blank.start()], at)
        at = blank.end()
        # A space stays only where it alone keeps two numbers apart, or table cells.
        if blank.group() == "\t" and line.table:
            _add(pieces, origin, "\t", at - 1)
        elif pieces and pieces[-1][-1].isdigit() and text[at : at + 1].isdigit():
            _add(pieces, origin, " ", at - 1)
    _add(pieces, origin, plain[at:end], at)


def _add(pieces: list[str], origin: array[int], piece: str, start: int) -> None:
    if piece:
        pieces.append(piece)
        origin.extend(range(start, start + len(piece)))


def _normal_forms(text: str) -> str:
    """The text in its normal forms, one for one: few of its characters have another, so `translate` would be slower."""
    for char in set(_MAY_CHANGE.findall(text)):
        if (form := _normal(char)) != char:
            text = text.replace(char, form)
    return text


@cache
def _normal(char: str) -> str:
    """The normal form of a character; that form is its own."""
    if char in "，。、“”《》①②③④⑤⑥⑦⑧⑨⑩…·":
        return char
    folded = unicodedata.normalize("NFKC", char)
    if len(folded) != 1:
        return char
    return _QUOTES.get(folded) or folded.translate(_PUNCTUATION)


def _separators(text: str) -> str:
    """A comma between digits of a number stays a separator, every other one is a Chinese comma."""
    return _QUOTED.sub(r"“\1”", _HALF_QUOTED.sub(r"“\1”", _COMMA.sub("，", text)))


def _without_pinyin(text: str, origin: array[int]) -> tuple[str, array[int]]:
    if not _PINYIN.search(text):
        return text, origin
    kept, offsets, at = [], array("Q"), 0
    for match in _PINYIN.finditer(text):
        kept.append(text[at : match.start()])
        offsets.extend(origin[at : match.start()])
        at = match.end()
    kept.append(text[at:])
    offsets.extend(origin[at:])
    return "".join(kept), offsets


def _simplified(text: str) -> str:
    """Traditional characters one for one, so that offsets hold. OpenCC's dictionary; nothing done to Simplified text."""
    forms = simple_forms(text)
    return text.translate(str.maketrans("".join(forms), "".join(forms.values()))) if len(forms) > 8 else text


def _cells(text: str) -> int:
    """The width of a line: two cells a character, one where it is narrow."""
    shown = text.strip()
    return 2 * len(shown) - len(_NARROW.findall(shown))


def _usual_width(cells: Sequence[int]) -> int:
    widths = sorted(width for width in cells if width > 20)
    return widths[int(len(widths) * 0.8)] if widths else 0


def _open(text: str, after: str) -> bool:
    """“行政运 / 行”（项）: a quotation or a bracket that the next line closes first goes on there."""
    for opening, closing in ("“”", "（）"):
        closes, opens = after.find(closing), after.find(opening)
        if text.count(opening) > text.count(closing) and closes >= 0 and (opens < 0 or closes < opens):
            return True
    return False


def _breaks(line: Line, following: Line, cells: int, width: int) -> bool:
    """Whether a paragraph ends between two lines: by punctuation, by a short line, by what the next line begins with.

    `cells` is the width of the line, `width` the usual one.
    """
    text, after = line.text.strip(), following.text.strip()
    ended = text[-1] in _ENDS
    if text[-1] in "：:" and not numbered(after) and not titled(after):
        return False  # 主要原因是：, 其中： go on in the next line
    full = cells >= width * 0.86
    if (numbered(after) and (ended or not full)) or (ended and (titled(after) or line.page != following.page)):
        return True
    if ended:
        return cells < width * 0.94
    if after.startswith(_OPENS_NEXT) or _BROKEN.search(text) or _FIGURE_FIRST.match(after) or _open(text, after):
        return False
    if numbered(text) and leads_list(text) and (cells < width * 0.8 or text.endswith(_HEADING_ENDS)):
        return True
    return not full and cells < width * 0.72
