"""Which stretches of a paragraph explain (reasons) or tell a purpose; what is left states facts.

A reason runs from its marker to the end of the explanation: a full stop, unless an enumeration (二是…) goes on; a
semicolon that begins another statement; a list (其中：); or a purpose (主要用于…).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.language import patterns
from extractor.language.mentions import Mention

_FIGURES = ("money", "percent", "number")
_OPENERS = ("reason", "because", "mainly", "purpose")


@dataclass(frozen=True, slots=True)
class Region:
    """`text[start:end]` is an explanation (`reason`), an explanation before its figures (`before`), or a `purpose`.

    `marker` is where the word that opens it begins.
    """

    kind: str
    marker: int
    start: int
    end: int


def find_regions(text: str, mentions: Sequence[Mention], nested: bool = False) -> list[Region]:
    """The regions of a paragraph, in order, none inside another. `nested`: the text is itself an explanation."""
    regions: list[Region] = []
    reached = 0
    for at, mention in enumerate(mentions):
        if mention.kind not in _OPENERS or mention.start < reached:
            continue
        region = _region(text, mentions, at, nested)
        if region is not None and region.end > region.start:
            regions.append(region)
            reached = region.end
    return regions


def _region(text: str, mentions: Sequence[Mention], at: int, nested: bool) -> Region | None:
    mention = mentions[at]
    if mention.kind == "reason":
        return _explanation(text, mentions, at, nested)
    if mention.kind in ("because", "mainly"):
        if mention.kind == "mainly" and _defines(text, mentions, at):
            return _purpose(text, mentions, at)
        if mention.kind == "because" and _opens_anew(text, mentions, at):
            return _explanation_before(text, mentions, at)
        if _framed(text, mentions, at):
            return _explanation(text, mentions, at, nested)
        if mention.kind == "because":
            return _explanation_before(text, mentions, at)
        return _purpose(text, mentions, at)
    if mention.kind == "purpose":
        return _purpose(text, mentions, at)
    return None


def _framed(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a comparison stands before a marker, in its sentence or, where it opens one, in the sentence before."""
    start = _sentence_start(text, mentions[at].start)
    if text[start : mentions[at].start].strip("，") == "" and start > 0:
        start = _sentence_start(text, start - 1)
    before = [m for m in mentions[:at] if m.start >= start]
    figure = next((m for m in reversed(before) if m.kind in _FIGURES), None)
    zero = figure is not None and figure.kind == "money" and float(str(figure.value)) == 0
    return (zero and len(mentions[at].text) > 1) or any(m.kind in ("direction", "complete", "to") for m in before)


def _opens_anew(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """…主要原因是A。因B，比上年减少N: what stands before is explained already, what follows is not."""
    start = _sentence_start(text, mentions[at].start)
    if start == 0 or text[start : mentions[at].start]:
        return False
    before = _sentence_start(text, start - 1)
    explained = any(m.kind in ("reason", "because") and before <= m.start < start for m in mentions[:at])
    end = _piece(text, start, len(text))
    compared = (m for m in mentions[at + 1 :] if m.start < end and m.kind == "base" and m.note == "compare")
    return explained and any(text[m.start - 1] == "，" for m in compared)


def _defines(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """经营收入0万元，主要是事业单位…取得的收入。 tells what the name means: nothing is compared."""
    start = _sentence_start(text, mentions[at].start)
    if any(m.kind in ("direction", "complete", "to", "base") and m.start >= start for m in mentions[:at]):
        return False
    end = _piece(text, mentions[at].end, len(text))
    return patterns.expression("region", "defines").search(text[mentions[at].end : end]) is not None


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(end, 0, at) for end in "。；！？") + 1


def _explanation(text: str, mentions: Sequence[Mention], at: int, nested: bool) -> Region | None:
    marker = mentions[at]
    start = marker.start if _matches("whole", marker.text) else marker.end  # 受疫情影响 stays whole
    while start < len(text) and text[start] in "：，":
        start += 1
    end = _end_of_explanation(text, mentions, at, start, nested)
    if marker.text == "与" and (related := patterns.expression("region", "related").search(text[start:end])):
        end = start + related.start()
    return Region("reason", marker.start, start, end) if text[start:end].strip("。；，、") else None


def _end_of_explanation(text: str, mentions: Sequence[Mention], at: int, start: int, nested: bool) -> int:
    base = next((m.measure for m in reversed(mentions[:at]) if m.kind == "base"), None)
    after = [m for m in mentions[at + 1 :] if m.start >= start]
    enumerated = after[:1] and after[0].kind == "ordinal" and after[0].start - start < 2
    stop = limit = _closing(text, mentions[at].start, start)
    for mention in after:
        if mention.start >= limit:
            break
        before = text[mention.start - 1] if mention.start else ""
        if (
            (mention.kind == "which" and (mention.text.endswith("：") or text[mention.end : mention.end + 1] in "：，"))
            or (mention.kind == "purpose" and before in "，。；")
            or (mention.kind in ("complete", "reason") and before in "，。；" and not enumerated)
            or (
                mention.kind == "base"
                and mention.note == "compare"
                and before in "，"
                and base not in (None, mention.measure)
            )
        ):
            stop = mention.start
        elif mention.kind == "purpose" and (
            money := patterns.expression("region", "this_money").search(text, start, mention.start)
        ):
            stop = money.start()  # …，该项经费主要用于…
        elif mention.kind == "count" and (clause := _own_clause(text, mention, after)) is not None:
            stop = clause
        elif mention.kind == "reason" and not enumerated and (opening := _opening(text, mention, after)) is not None:
            stop = opening  # …，项目支出减少原因是…
        if stop != limit:
            break
    end = start
    for match in re.finditer(r"[。；]", text[start:stop]):
        end = start + match.start()
        rest = text[end + 1 : stop]
        if match.group() == "。":
            if not (_matches("continues", rest) and enumerated) and not _plain_continuation(text, after, end + 1, stop):
                return end
        elif nested and not enumerated and _matches("continues", rest):
            return end  # the enumeration is that of the explanation around
        elif not _matches("continues", rest) and _new_statement(text, after, end + 1, stop):
            return end
    return _trim(text, start, stop)


def _closing(text: str, marker: int, start: int) -> int:
    """Where the bracket closes that a marker stands in: 较上年增加3万元（主要原因是…）; else where the text ends."""
    before = text[_sentence_start(text, marker) : marker]
    depth = before.count("（") - before.count("）")
    for at in range(start, len(text)) if depth > 0 else ():
        depth += (text[at] == "（") - (text[at] == "）")
        if depth == 0:
            return at
    return len(text)


def _own_clause(text: str, count: Mention, after: Sequence[Mention]) -> int | None:
    """Where the clause of a count that is a statement of its own begins: …，年末公务用车保有量3辆."""
    comma = text.rfind("，", 0, count.start)
    if count.note != "states" or comma < 0 or count.start - comma > 8:
        return None
    return comma if any(m.kind == "quantity" and 0 <= m.start - count.end <= 2 for m in after) else None


def _opening(text: str, marker: Mention, after: Sequence[Mention]) -> int | None:
    """Where the clause of a second explanation begins: a subject and a direction, then the marker."""
    comma = text.rfind("，", 0, marker.start)
    if comma < max(text.rfind(mark, 0, marker.start) for mark in "。；"):
        return None
    header = [m for m in after if comma < m.start and m.end <= marker.start]
    words = marker.start - comma - 1 - sum(m.end - m.start for m in header)
    named = header[:1] and header[0].kind == "subject"
    return comma + 1 if comma >= 0 and named and words <= 4 and not any(m.kind in _FIGURES for m in header) else None


def _trim(text: str, start: int, end: int) -> int:
    follows = patterns.expression("region", "as_follows").search(text, start, end)
    end = follows.start() if follows else end
    while end > start and text[end - 1] in "，。；、：":
        end -= 1
    return end


def _piece(text: str, start: int, stop: int) -> int:
    """Where the piece of a sentence that begins at `start` ends."""
    return min((p for end in "。；" if (p := text.find(end, start, stop)) >= 0), default=stop)


def _plain_continuation(text: str, after: Sequence[Mention], start: int, stop: int) -> bool:
    """A next sentence that goes on explaining: a connective first, no figure and no marker of its own."""
    if not _matches("goes_on", text[start:]):
        return False
    end = _piece(text, start, stop)
    inside = [m for m in after if start <= m.start < end]
    if any(m.kind == "direction" and m.measure == "持平" for m in inside) and any(m.kind == "base" for m in inside):
        return False  # 较上年无增减 is a comparison of its own
    return not any(m.kind in (*_FIGURES, "reason", "complete", "quantity", "purpose") for m in inside)


def _new_statement(text: str, after: Sequence[Mention], start: int, stop: int) -> bool:
    """Whether the piece after a semicolon states a fact of its own: a subject first, then a figure."""
    end = _piece(text, start, stop)
    inside = [m for m in after if start <= m.start < end]
    if any(m.kind == "base" and m.unit == "verdict" for m in inside):
        return True  # ；决算数等于全年预算数
    if (
        inside
        and inside[0].kind in ("base", "direction")
        and inside[0].start - start <= 1
        and any(m.kind in (*_FIGURES, "reason", "mainly") or m.measure == "持平" for m in inside)
    ):
        return True  # ；较上年减少N，主要是…
    if any(m.kind == "reason" for m in inside) and any(m.kind == "base" for m in inside):
        return True  # ；决算数小于预算数的主要原因是…
    named = next((m for m in inside if m.kind in ("subject", "count")), None)
    figure = next((m for m in inside if m.kind in (*_FIGURES, "quantity", "blank")), None)
    compared = any(m.kind in ("base", "complete", "measure") for m in inside)
    return (
        named is not None
        and named.start - start <= 12
        and ((figure is not None and figure.start > named.start) or compared)
    )


def _explanation_before(text: str, mentions: Sequence[Mention], at: int) -> Region | None:
    """由于…，X比上年减少N: the explanation ends at the comma before the comparison."""
    marker = mentions[at]
    if marker.start and text[marker.start - 1] not in "，。；：":
        return None
    sentence_end = _piece(text, marker.end, len(text))
    for mention in mentions[at + 1 :]:
        if mention.start >= sentence_end:
            return None
        if mention.kind in ("base", "complete", "to") or (
            mention.kind == "direction" and _figure_follows(mentions, mention)
        ):
            stated = _first_stated(mentions[at + 1 :], mention)
            comma = text.rfind("，", marker.end, stated)
            if comma <= marker.end and mention.note == "standing":
                continue  # 因项目上年已完工，比上年减少N: the year belongs to the explanation
            start = marker.start if _matches("whole", marker.text) else marker.end
            return Region("before", marker.start, start, comma) if comma > marker.end else None
    return None


def _first_stated(mentions: Sequence[Mention], compared: Mention) -> int:
    """Where the figure stands that is stated before it is compared: 由于A，支出决算N，比上年增加M."""
    figures = (m for m in mentions if m.kind == "money" and m.end <= compared.start)
    return next((m.start for m in figures if not _moved(mentions, m)), compared.start)


def _moved(mentions: Sequence[Mention], figure: Mention) -> bool:
    return any(m.kind in ("direction", "base") and 0 <= figure.start - m.end <= 2 for m in mentions)


def _figure_follows(mentions: Sequence[Mention], mention: Mention) -> bool:
    return any(m.kind in _FIGURES and 0 <= m.start - mention.end <= 2 for m in mentions)


def _purpose(text: str, mentions: Sequence[Mention], at: int) -> Region | None:
    marker = mentions[at]
    ahead = text[marker.end : marker.end + 14]
    if any(opener in ahead for opener in patterns.words("markers")["list_opener"]):
        return None
    end = _piece(text, marker.end, len(text))
    inside = [m for m in mentions[at + 1 :] if m.start < end]
    if _matches("listed_amount", text[marker.end :]):
        return None  # 主要用于办公费3万元，邮电费1万元
    if patterns.expression("region", "bare_purpose").fullmatch(marker.text) and any(
        m.kind == "subject" and _stated(inside, m) and "，" not in text[marker.end : m.start] for m in inside
    ):
        return None  # 用于…机构正常运转的日常支出N元
    if not patterns.expression("region", "only_purpose").search(marker.text) and _has_amounts(inside):
        return None
    for mention in inside:
        if mention.kind == "reason" and (comma := text.rfind("，", marker.end, mention.start)) > 0:
            end = comma  # 主要用于…，增加的主要原因是…
            break
        if text[mention.start - 1] in "，" and (
            mention.kind in ("base", "complete", "measure", "share", "because", "which")
        ):
            end = mention.start - 1
            break
        if (
            (mention.kind in ("subject", "count") and _stated(inside, mention))
            or mention.kind == "nothing"
            or (mention.kind == "quantity" and mention.unit in patterns.visits())
        ) and (comma := text.rfind("，", marker.end, mention.start)) > 0:
            end = comma
            break
    return Region("purpose", marker.start, marker.end, end)


def _has_amounts(inside: Sequence[Mention]) -> bool:
    return any(_stated(inside, m) for m in inside if m.kind in ("subject", "count"))


def _stated(inside: Sequence[Mention], name: Mention) -> bool:
    """Whether a figure follows a name closely."""
    return any(m.kind in ("money", "quantity") and 0 <= m.start - name.end <= 6 for m in inside)


def _matches(name: str, text: str) -> bool:
    """Whether a text begins as an expression of patterns.toml says."""
    return patterns.expression("region", name).match(text) is not None
