"""Sums within a table: parts of a row, rows below a code, the total row, and what is printed by name only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.checks.cells import Column, Row, Sheet, children, is_code, label, last, sheets, side, totals
from extractor.checks.material import Doubt, Figure, Material
from extractor.checks.sums import Addition
from extractor.lexicon import load

_RULE = "表内合计"


def tables(material: Material) -> Iterator[Doubt]:
    """Every sum within a table that does not add up, as far as other rows or columns prove that we read them all."""
    printed = sheets(material)
    for sheet in printed:
        yield from _across(sheet)
        yield from _down(sheet, printed)
        yield from _named(sheet)


def _across(sheet: Sheet) -> Iterator[Doubt]:
    """合计 = 基本支出 + 项目支出 …, in each row. That these are the parts, the other rows prove."""
    whole = next((column for column in sheet.columns if last(column) in load("checks")["tables"]["whole"]), None)
    if whole is None:
        return
    parts = [column for column in sheet.columns if column != whole and last(column) and _beside(whole, column)]
    additions = []
    for row, cells in sheet.cells.items():
        found = [cells[column] for column in parts if column in cells]
        if whole in cells and len(found) > 1:
            additions.append((row, Addition(cells[whole], tuple(found))))
    closed = [one for _, one in additions if one.gap == 0]
    telling = [one for one in closed if sum(part.value != 0 for part in one.parts) > 1]
    wrong = [(row, one) for row, one in additions if one.gap]
    if len(closed) < 2 * len([one for _, one in wrong if not one.near]) or not (telling or len(closed) > 3):
        return
    said: set[tuple[object, ...]] = set()
    for _, one in wrong:
        values = (one.total.value, *(part.value for part in one.parts))
        if values not in said:
            said.add(values)
            names = "+".join(last((part.amount.column or "", "", None)) for part in one.parts)
            yield one.doubt(_RULE, f"{label(one.total)}一行{names}")


def _beside(whole: Column, column: Column) -> bool:
    """Whether two columns stand on the same side of a table, for the same measure and year."""
    return whole[1:] == column[1:] and side(whole) == side(column)


def _down(sheet: Sheet, printed: Sequence[Sheet]) -> Iterator[Doubt]:
    """A code and those right below it, in each column; and the total row against the highest codes."""
    for column in sheet.columns:
        rows = sheet.column(column)
        tops = list(totals(rows)) if any(map(is_code, rows)) else []
        for parent in [row for row in rows if is_code(row)]:
            below = children(rows, parent)
            if below:
                yield from _added(sheet, printed, rows, column, parent, below)
        for total in tops[:1]:
            below = _highest(rows, column)
            if len(below) > 1:
                yield from _added(sheet, printed, rows, column, total, below)


def _highest(rows: dict[Row, Figure], column: Column) -> list[Row]:
    """The highest codes of a column; of a two-sided table those of expenditure, whose classes have codes."""
    return children(rows, "") if side(column) != "收入" else []


def _added(
    sheet: Sheet, printed: Sequence[Sheet], rows: dict[Row, Figure], column: Column, parent: Row, below: list[Row]
) -> Iterator[Doubt]:
    addition = Addition(rows[parent], tuple(rows[row] for row in below))
    if addition.gap == 0:
        return
    if not (
        addition.near or _complete(sheet, printed, column, parent, set(below)) or _explains(rows, parent, addition)
    ):
        return
    what = "的下级科目" if is_code(parent) else "的各类科目"
    yield addition.doubt(_RULE, f"{label(rows[parent])}（{last(column) or column[1]}）{what}")


def _explains(rows: dict[Row, Figure], parent: Row, addition: Addition) -> bool:
    """Whether the sum of the rows below, put in its place, also makes up the total above: then it is this cell."""
    above = next((row for row in (parent[:-2], *totals(rows)) if row in rows and row != parent), None)
    if above is None or not is_code(parent):
        return False
    beside = children(rows, above if is_code(above) else "")
    whole = Addition(rows[above], tuple(rows[row] for row in beside))
    return parent in beside and whole.gap != 0 and abs(whole.gap + addition.gap) <= whole.slack


def _complete(sheet: Sheet, printed: Sequence[Sheet], column: Column, parent: Row, below: set[Row]) -> bool:
    """Whether the same rows add up in another column or another table: then none of them was missed."""
    for other in printed:
        for another in other.columns:
            if other is sheet and another == column:
                continue
            rows = other.column(another)
            same = [parent] if is_code(parent) else list(totals(rows))[:1]
            if not same or same[0] not in rows or not below >= set(children(rows, parent if is_code(parent) else "")):
                continue
            parts = [rows[row] for row in below if row in rows and rows[row].value]
            if parts and Addition(rows[same[0]], tuple(parts)).gap == 0 and (len(parts) > 1 or len(below) == 1):
                return True
    return False


def _named(sheet: Sheet) -> Iterator[Doubt]:
    """Totals that are made of what is called by name: the rules of closure.toml, and 人员 and 公用 by codes."""
    by_code = load("checks")["tables"]["codes"]
    for column in sheet.columns:
        rows = sheet.column(column)
        for total, codes in by_code.items():
            parts = [rows[code] for code in codes if code in rows]
            if total in rows and len([part for part in parts if part.value]) > 1:
                addition = Addition(rows[total], tuple(parts))
                closed = all(_sound(rows, code) for code in codes if code in rows)
                if addition.gap and (addition.near or closed):
                    yield addition.doubt(_RULE, f"{label(rows[total])}")
    yield from _by_subject(sheet)


def _sound(rows: dict[Row, Figure], code: Row) -> bool:
    below = children(rows, code)
    return bool(below) and Addition(rows[code], tuple(rows[row] for row in below)).near


def _by_subject(sheet: Sheet) -> Iterator[Doubt]:
    """三公 and the like: parts called by their subjects, whatever columns they stand in; one measure and year at a time."""
    groups: dict[tuple[str, int | None], dict[str, Figure]] = {}
    for cells in sheet.cells.values():
        for column, figure in cells.items():
            groups.setdefault(column[1:], {}).setdefault(figure.amount.subject, figure)
    for figures in groups.values():
        for rule in load("closure")["rule"]:
            if rule["name"] not in load("checks")["tables"]["rules"]:
                continue
            total = next((figures[name] for name in rule["totals"] if name in figures), None)
            parts = list(_parts(rule["parts"], figures))
            if total is not None and len(parts) > 1 and (addition := Addition(total, tuple(parts))).gap:
                yield addition.doubt(_RULE, rule["name"], len(parts) == len(rule["parts"]))


def _parts(parts: Sequence[str | list[str]], figures: dict[str, Figure]) -> Iterator[Figure]:
    for part in parts:
        whole, *its_own = [part] if isinstance(part, str) else part
        names = [whole] if whole in figures else its_own
        yield from (figures[name] for name in names if name in figures)
