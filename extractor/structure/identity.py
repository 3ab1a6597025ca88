"""Whose report it is, of which fiscal year and of which kind: weighed from title, cover, labels and headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.lexicon import load
from extractor.report import Report
from extractor.structure.names import lines_of, organisation, simplified, squeezed, squeezed_lines

YEAR = r"(?:(?:19|20)\d\d|二[〇○零oO0][〇○零一二三四五六七八九oO0]{2})年度?"
_HEAD = 20_000  # characters that can name the organisation: later ones name others
_COVER = 14  # lines before the table of contents
_AREA = 60  # characters that the areas before a name take at most
_REACH = 25  # characters between a year and the kind of the report that it belongs to
_TITLE, _FILE, _SURE = 6.0, 1.5, 4.0  # evidence is counted in points; identity.toml gives the other weights
_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")


@dataclass(frozen=True, slots=True)
class Identity:
    """`organisation` is the full official name, `year` the fiscal year, `kind` 决算, 预算 or 绩效; None: not said."""

    organisation: str | None
    year: int | None
    kind: str | None


def identify(report: Report) -> Identity:
    """Who the report is about, from what it says itself; its file name decides only where it is silent."""
    title, text = simplified(report.title or "", report.text[:_HEAD])
    lines = lines_of(text, report.hard_lines)
    titles = [squeezed(t) for t in (title, *_cover_titles(lines)) if t]
    stem = squeezed(simplified(report.name.rsplit(".", 1)[0], "")[0])
    prose = squeezed_lines(lines)
    return Identity(
        organisation=_organisation(titles, stem, lines, prose),
        year=next(filter(None, map(_year, titles)), None) or _usual_year(prose) or _year(stem) or _any_year(prose),
        kind=next(filter(None, map(_kind, titles)), None) or _usual_kind(prose) or _kind(stem),
    )


def _cover_titles(lines: list[str]) -> Iterator[str]:
    """Titles on the cover, each joined with the lines above that it was broken over."""
    words = load("identity")["title"]
    cover: list[str] = []
    for line in lines[:_COVER]:
        if re.match(words["stop"], line):
            break
        cover.append(line)
    for at, line in enumerate(cover):
        if any(word in squeezed(line) for word in words["words"]) and len(line) <= 80:
            yield _with_lines_above(cover, at)


def _with_lines_above(cover: list[str], at: int) -> str:
    """Line `at` with the lines above that belong to it: the beginning of its name, or the whole of it."""
    noise = load("identity")["title"]["noise"]
    whole = cover[at]
    for above in reversed(cover[max(0, at - 3) : at]):
        plain = squeezed(above)
        if not re.fullmatch(r"[\w()·]{2,30}", plain) or any(word in plain for word in noise):
            break
        named = _titled(squeezed(whole))
        if named and not _continues(plain, named, _titled(squeezed(above + whole))):
            break
        whole = above + whole
    return whole


def _continues(above: str, named: str, together: str | None) -> bool:
    """Whether the line `above` begins the name that the title goes on with: no name of its own, but an area, say."""
    place = load("identity")["organisation"]["place"]
    if together is None or organisation(above):
        return False
    return re.fullmatch(place, above) is not None or re.match(place, named) is None


def _titled(title: str) -> str | None:
    """The organisation that a squeezed title names, before the year or between the year and the kind."""
    words = load("identity")["title"]
    title = re.sub(words["before"], "", re.split(r"[:|>》]", title)[-1])
    head, *tail = re.split(YEAR, title, maxsplit=1)
    parts = (head, *tail)
    return next(filter(None, (organisation(re.split(words["kind"], part)[0]) for part in parts)), None)


def _organisation(titles: list[str], stem: str, lines: list[str], prose: str) -> str | None:
    """The name with the most evidence; a name that ends like a fuller one counts for the fuller one."""
    scores: defaultdict[str, float] = defaultdict(float)
    for title in titles:
        if name := _titled(title):
            scores[name] = max(scores[name], _TITLE)
    for name, weight in (*_labelled(lines), *_evident(prose)):
        scores[name] += weight
    if name := _titled(stem) or organisation(stem):
        scores[name] += _FILE
    if not scores:
        return _place(titles)
    best = max(scores, key=lambda name: (_support(scores, name), len(name), name))
    return _fuller(best, prose)


def _support(scores: dict[str, float], name: str) -> float:
    """The evidence for `name` and for the shorter names it ends with, if it is itself more than a chance match."""
    place = load("identity")["organisation"]["place"]
    return sum(
        score
        for other, score in scores.items()
        if other == name
        or (name.endswith(other) and (scores[name] >= _SURE or re.fullmatch(place, name.removesuffix(other))))
    )


def _labelled(lines: list[str]) -> Iterator[tuple[str, float]]:
    """Names in fields (预算主管部门：…), a name broken over two lines joined; each label counts once a name."""
    labels: dict[str, float] = load("identity")["labels"]
    seen: set[tuple[str, str]] = set()
    for at, line in enumerate(lines):
        for match in _label().finditer(line):
            value = squeezed(match[2])
            name = organisation(value)
            if name is None and match.end() == len(line) and at + 1 < len(lines):
                name = organisation(value + squeezed(lines[at + 1]))
            if name and (match[1], name) not in seen:
                seen.add((match[1], name))
                yield name, labels[match[1]]


@cache
def _label() -> re.Pattern[str]:
    words = sorted(load("identity")["labels"], key=len, reverse=True)
    labels, first = "|".join(words), "".join({word[0] for word in words})  # looked at before what stands before them
    return re.compile(rf"(?=[{first}])(?:^|(?<=[\t |\[]))({labels})(?:\([^)]*\))?\s*\]?\s*[:\t |]\s*([\w()·]+)")


def _evident(prose: str) -> Iterator[tuple[str, float]]:
    """Names in telling headings and sentences; saying it again adds half as much, up to twice the weight."""
    for pattern, weight in _evidence():
        names = [name for match in pattern.finditer(prose) if (name := organisation(match["org"]))]
        for name in dict.fromkeys(names):
            yield name, weight * min(2.0, 1 + (names.count(name) - 1) / 2)


@cache
def _evidence() -> list[tuple[re.Pattern[str], float]]:
    words: list[dict[str, Any]] = load("identity")["evidence"]
    org = r"(?P<org>[\u4e00-\u9fff][\u4e00-\u9fff\d()·]{2,44}?)"
    filled = (re.sub(r"\{(org|year)\}", lambda m: org if m[1] == "org" else YEAR, w["pattern"]) for w in words)
    return [(re.compile(pattern, re.M), word["weight"]) for pattern, word in zip(filled, words, strict=True)]


def _fuller(name: str, prose: str) -> str:
    """`name` with the province, city or district that the text puts before it."""
    if not any(
        _area().search(prose, max(0, m.start() - _AREA), m.start()) for m in re.finditer(re.escape(name), prose)
    ):
        return name  # as a rule: the pattern with the name in it takes longer to compile than this to find out
    place = load("identity")["organisation"]["place"]
    longer = Counter(re.findall(rf"(?<![\u4e00-\u9fff]){place}{re.escape(name)}", prose))
    longer.pop(name, None)
    return max(longer, key=lambda n: (longer[n], n)) if longer else name


@cache
def _area() -> re.Pattern[str]:
    """A province, city or district right before a name."""
    return re.compile(rf"(?<![\u4e00-\u9fff]){load('identity')['organisation']['place']}\Z")


def _place(titles: list[str]) -> str | None:
    """The area a title names where it names no organisation (a government's own report)."""
    place, before = load("identity")["organisation"]["place"], load("identity")["title"]["before"]
    plain = (re.sub(before, "", title) for title in titles)
    return next((m[0] for title in plain if (m := re.match(rf"{place}(?={YEAR})", title))), None)


def _number(year: str) -> int:
    return int(year.rstrip("年度").translate(_DIGITS).replace("二", "2"))


def _year(title: str) -> int | None:
    """The year that a title gives its report: the one before the kind, else the only one that is no date."""
    title = re.sub(r".*" + load("identity")["title"]["other"], "", title)
    kinds = load("identity")["title"]["kind"]
    found = re.search(rf"({YEAR}).{{0,{_REACH * 2}}}?{kinds}", title) or re.search(rf"({YEAR})(?!\d?\d月)", title)
    return _number(found[1]) if found else None


def _usual_year(prose: str) -> int | None:
    """The year that stands most often before 部门决算, 预算 …; of two as frequent the later one."""
    kinds = load("identity")["title"]["kind"]
    found = re.findall(rf"({YEAR})[\u4e00-\u9fff“”]{{0,{_REACH}}}?{kinds}(?!数|执行)", prose)
    return _commonest(found)


def _any_year(prose: str) -> int | None:
    return _commonest(re.findall(YEAR + "(?<=度)", prose)) or _commonest(re.findall(rf"{YEAR}(?!\d)", prose))


def _commonest(years: list[str]) -> int | None:
    counts = Counter(map(_number, years))
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


def _kind(title: str) -> str | None:
    title = title.replace("预决算", "")
    kinds: list[dict[str, Any]] = load("identity")["kinds"]
    return next((kind["name"] for kind in kinds if any(word in title for word in kind["title"])), None)


def _usual_kind(prose: str) -> str | None:
    """The kind whose telling phrases the text uses most."""
    kinds: list[dict[str, Any]] = load("identity")["kinds"]
    counts = {kind["name"]: sum(prose.count(word) for word in kind["body"]) for kind in kinds}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None
