"""Names that change within a report: the organisation's, those of items against the tables' codes, the contents' titles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from extractor.checks.material import NOTE, WARNING, Doubt, Material, Span
from extractor.lexicon import load
from extractor.records import Amount


def names(material: Material) -> Iterator[Doubt]:
    """Every name that differs from what it is called elsewhere in the report."""
    yield from _organisation(material)
    yield from _items(material)
    yield from _contents(material)


def _organisation(material: Material) -> Iterator[Doubt]:
    """The organisation with a character changed, or, before the report's year and kind, with one left out."""
    words, name = load("checks")["names"], material.extraction.organisation
    if name is None or len(name) < words["least"]:
        return
    variants: dict[str, list[Span]] = {}
    text = material.flow.text
    for match in re.finditer(re.escape(name[-3:]), text):
        after = text[match.end() : match.end() + 20]
        for length in range(len(name) - 3, len(name) + 2):
            start = match.end() - length
            found = text[max(start, 0) : match.end()]
            if start < 0 or found == name or not found.startswith(name[:2]) or not re.fullmatch(r"[一-龥（）]+", found):
                continue
            if name in found or found in name or not _meant(name, found, after):
                continue
            variants.setdefault(found, []).append(material.flow.stored(start, match.end()))
            break
    for found, spans in variants.items():
        message = f"单位名称不一致：“{found}”，本报告的单位是“{name}”。"
        yield Doubt("单位名称", WARNING, message, tuple(spans), name, found)


def _meant(name: str, found: str, after: str) -> bool:
    """Whether `found` can only be `name` misprinted, not another office."""
    edits = Levenshtein.editops(name, found)
    numerals = load("checks")["names"]["numerals"]
    if len(found) == len(name):
        changed = [(name[e.src_pos], found[e.dest_pos]) for e in edits if e.tag == "replace"]
        return len(edits) == 1 == len(changed) and not any(set(pair) & set(numerals) for pair in changed)
    put_in = {found[edit.dest_pos] for edit in edits if edit.tag != "delete"}
    return len(edits) <= 3 and not put_in & set(numerals) and bool(re.match(load("checks")["names"]["title"], after))


def _items(material: Material) -> Iterator[Doubt]:
    """An item of the text whose code or amount the table of the same funds prints under another name."""
    rows = {
        cell.code: cell for cell in material.cells if cell.code and len(cell.code) in (5, 7) and cell.code[0] == "2"
    }
    if not rows:
        return
    by_path = {cell.subject for cell in rows.values()}
    told: set[tuple[str, str]] = set()
    for item in material.narrative:
        parts = item.subject.split("/")
        if len(parts) != 3 or item.subject in by_path or item.year != material.year:
            continue
        cell = _same_item(material, item, list(rows.values()))
        if cell is None:
            continue
        for level, (said, printed) in enumerate(zip(parts, cell.subject.split("/"), strict=True)):
            if said != printed and level and (said, printed) not in told and _norm(said) != _norm(printed):
                told.add((said, printed))
                yield _renamed(material, item, cell, said, printed, level)


def _same_item(material: Material, item: Amount, rows: list[Amount]) -> Amount | None:
    """The table's item of the same code, else the only one of its class with the same amount that the text leaves out."""
    if item.code:
        return next((cell for cell in rows if cell.code == item.code and cell.subject.count("/") == 2), None)
    stated = {one.subject for one in material.narrative}
    parts = item.subject.split("/")
    alike = {
        cell.code: cell
        for cell in rows
        if cell.subject.count("/") == 2
        and cell.subject.split("/")[0] == parts[0]
        and cell.subject not in stated
        and any(
            other.yuan == item.yuan and other.code == cell.code and item.yuan not in (None, "0")
            for other in material.cells
        )
    }
    same_leaf = [cell for cell in alike.values() if cell.subject.split("/")[2] == parts[2]]
    chosen = same_leaf or list(alike.values())
    return chosen[0] if len(chosen) == 1 else None


def _renamed(material: Material, item: Amount, cell: Amount, said: str, printed: str, level: int) -> Doubt:
    code = (cell.code or "")[: 5 if level == 1 else 7]
    kind = "款级" if level == 1 else "项级"
    first = material.text.rfind(said[:2], max(0, item.start - 200), item.end)
    span = (first, first + len(said)) if first >= 0 else (item.start, item.end)
    message = f"正文的{kind}科目“{said}”，{cell.table}中{code}印为“{printed}”。"
    return Doubt("科目名称", WARNING, message, (span, (cell.start, cell.end)), f"{code}{printed}", said)


def _norm(name: str) -> str:
    return re.sub(r"[（）\s]", "", name).removesuffix("支出")


def _contents(material: Material) -> Iterator[Doubt]:
    """A title of the contents that its section does not bear."""
    listed: dict[tuple[str, str], tuple[str, Span]] = {}
    part = ""
    for section in material.extraction.sections:
        if section.level == 1:
            part = section.number or section.title
        key, title = (part, section.number), section.title
        if not section.number or section.level > 2 or re.search(r"\d{2,}\.\d|[：，。]", title):
            continue
        span = (section.start, section.start + len(section.number) + len(title))
        if key not in listed:
            listed[key] = (title, span)
        elif _norm(listed[key][0]) != _norm(title) and Levenshtein.normalized_similarity(listed[key][0], title) >= 0.6:
            before, at = listed[key]
            if _in_contents(material, at) and section.level == 2:
                message = f"目录写“{section.number}{before}”，正文标题是“{section.number}{title}”。"
                yield Doubt("目录标题", NOTE, message, (at, span), before, title)


def _in_contents(material: Material, span: Span) -> bool:
    head = re.sub(r"\s", "", material.text[: span[0]])
    return "目录" in head and len(head) < 2000
