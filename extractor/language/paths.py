"""The paths of the functional classification in a text: 类/款/项 named by brackets, codes, dashes or quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.language.patterns import any_of
from extractor.lexicon import load

_LEVELS = {"类": 0, "款": 1, "项": 2}
_MARK = re.compile(
    r"（(?:\d{2,7})?(?P<level>[类款项])级?(?:科目)?(?:\d{2,7})?）(?:(?:\d{7}|\d{5}|\d{3})(?![\d.,万元]))?|（(?P<code>\d{2,3}|\d{5}|\d{7})）"
)
_CODE, _DASH = re.compile(r"2\d{4}"), re.compile("[-/→>·]")  # without them no coded and no dashed path
_TAIL = re.compile(r"支出(?=[\d为共决预，（”“的])")
_IN_QUOTES = re.compile(r"“([^“”]{2,40})”$")
_BEFORE = re.compile(r"[一-龥、（）“”]*$")
_CODED = re.compile(
    r"(?P<open>(?<![一-龥])（)?(?<![\d.,])(?P<code>2\d{6}|2\d{4})(?(open)）)[-:：、]*“?(?P<name>(?![万元亿个人辆台]|支出\d)[一-龥][一-龥（）、]{1,28}?)(?:（[类款项]）)?”?(?=科目|年初|预算|决算|支出决算|\d|：|，|。|全年)"
)
_ITEM = re.compile(r"（[一二三四五六七八九十]{1,3}）")
_OPENING = re.compile(r"^(?:其中|主要|用于|包括|是|为|的|科目|支出|如下|方面|[，、：])+")


@dataclass(frozen=True, slots=True)
class Path:
    """A path `text[start:end]`; `name` joins its names by `/`; `level` is `path`, or 款/项 where it lacks its upper names."""

    start: int
    end: int
    name: str
    level: str
    code: str | None = None


@cache
def class_names() -> dict[str, str]:
    """Every name of a class, also without 支出 → the name as recorded."""
    table = {}
    for names in load("functional")["classes"].values():
        for name in names:
            full = next((n for n in names if n.startswith(name) and n.endswith(("支出", "预备费"))), name)
            table[name] = full
    return table


def find_paths(text: str) -> Iterator[Path]:
    """The paths of a paragraph, in order."""
    yield from _bracketed(text)
    if _DASH.search(text):
        yield from _dashed(text)
    if _CODE.search(text):
        yield from _coded(text)


def _coded(text: str) -> Iterator[Path]:
    """2100101行政运行, 2100101-行政运行, （2100101）行政运行: a code and a name."""
    for match in _CODED.finditer(text):
        yield Path(match.start(), match.end(), match["name"], "code", match["code"])


def _bracketed(text: str) -> Iterator[Path]:
    names: list[tuple[int, str]] = []
    start = end = 0
    for match in _MARK.finditer(text):
        level = _level(match, names)
        if level is None:
            continue
        adjacent = end if names else 0
        begin, name = _name_before(text, match.start(), adjacent, level)
        if not name:
            continue
        gap = text[end:begin] if names else ""
        if names and (level <= names[-1][0] or gap.strip("”“支出的-—、") != ""):
            yield _path(names, start, end)
            names = []
        if not names:
            start = begin
        names.append((level, name))
        end = match.end()
        if level == 0 and not name.endswith("支出") and (tail := _TAIL.match(text, end)):
            names[-1] = (level, _class_name(name + "支出"))
            end = tail.end()
    if names:
        yield _path(names, start, end)


def _level(match: re.Match[str], names: list[tuple[int, str]]) -> int | None:
    """The level that a bracket says: by its word, by the length of its code; two digits go on from the level before."""
    if match["level"]:
        return _LEVELS[match["level"]]
    if len(match["code"]) == 2:
        return names[-1][0] + 1 if names and names[-1][0] < 2 else None
    return (len(match["code"]) - 3) // 2


def _name_before(text: str, end: int, floor: int, level: int) -> tuple[int, str]:
    """Where the name before a bracket begins, and the name."""
    match = _BEFORE.search(text[floor:end])
    assert match is not None
    begin, name = floor + match.start(), match.group()
    if item := _ITEM.match(name):
        begin, name = begin + item.end(), name[item.end() :]
    if "”" in text[floor:end] and (quoted := _IN_QUOTES.search(text[floor:end])):
        begin, name = floor + quoted.start(), quoted.group(1)
    if level == 0:
        found = _class_at_end(name)
        if found:
            begin += len(name) - len(found)
            return begin, _class_name(found)
    cut = _OPENING.match(name)
    if cut and level > 0:
        begin += cut.end()
        name = name[cut.end() :]
    if level == 0:
        last = max(name.rfind("、"), name.rfind("）") if not name.endswith("）") else -1, name.rfind("用于") + 1)
        if last > 0:
            begin += last + 1
            name = name[last + 1 :]
    while name.startswith(("）", "、", "”")) or (name.startswith("“") and "”" not in name):
        begin, name = begin + 1, name[1:]
    return begin, name.strip("、")


def _class_at_end(text: str) -> str | None:
    return next((text[at:] for at in range(len(text)) if text[at:] in class_names()), None)


def _class_name(name: str) -> str:
    return class_names().get(name, name)


def _path(names: list[tuple[int, str]], start: int, end: int) -> Path:
    first = names[0][0]
    level = "path" if first == 0 else ("款" if first == 1 else "项")
    return Path(start, end, "/".join(name for _, name in names), level)


@cache
def _dash() -> re.Pattern[str]:
    part = r"[一-龥（）、]{2,30}"
    return re.compile(
        rf"“?(?P<first>{any_of(class_names())})[-/→>·]+(?P<second>{part}?)(?:[-/→>·]+(?P<third>{part}?))?(?P<close>”|(?=科目|\d|（项）|，|。|：|支出\d|预算|年初))"
    )


def _dashed(text: str) -> Iterator[Path]:
    for match in _dash().finditer(text):
        names = [_class_name(match["first"]), match["second"], match["third"]]
        yield Path(match.start(), match.end(), "/".join(name for name in names if name), "path")
