"""The indicators of a performance form: rows with targets, actuals, scores and the reasons of shortfalls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.facts.reasons import causes
from extractor.facts.tables.form_labels import Header, indicator_header, part_of, points, uncoded, words
from extractor.facts.tables.grid import Grid, number, span_of
from extractor.facts.tables.targets import NOTHING, Value, value
from extractor.lexicon import load
from extractor.records import Indicator, Reason
from extractor.report import Report

_FILLER = re.compile(r"(?:指标\d*[：:、.]?)?[….\s/—-]*")
_NUMBERED = re.compile(r"^(?:指标\d{1,2}[：:、.]?|\d{1,2}[、.．](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩]|（\d{1,2}）)")


@dataclass(frozen=True, slots=True)
class Indicators:
    """The indicators of `project`, or of those that a column names, in the rows `first` to `last` of a grid."""

    grid: Grid
    report: Report
    year: int | None
    project: str
    first: int
    last: int

    def read(self) -> Iterator[Indicator]:
        """They themselves, from the top."""
        header = indicator_header(self.grid, self.first, self.last)
        at = header.first("indicator") if header else None
        if header is None or at is None:
            return
        kind: str | None = None
        project = self.project
        for row in range(header.body, self.last):
            if {word.rstrip("：:") for word in self.grid.words(row)} & set(words("sums")):
                return  # what stands below the sum are signatures and notes
            name = _NUMBERED.sub("", self.grid.own(row, at))
            kind = self._kind(row, header, kind)
            project = uncoded(self._cell(row, header, "project")) or project
            if _FILLER.fullmatch(name) or part_of(name) == "indicator":
                continue
            made = self._indicator(row, header, project, name, kind)
            if made is not None:
                yield made

    def _kind(self, row: int, header: Header, above: str | None) -> str | None:
        """The kind by the innermost level that names one; that of the row above where this one has no levels."""
        levels = [self._cell(row, header, level) for level in ("level2", "level1")]
        return next(filter(None, map(_kind, levels)), None) if any(levels) else above

    def _cell(self, row: int, header: Header, part: str) -> str:
        """The first cell of a part's columns that holds something."""
        return next((cell for at in header.columns.get(part, ()) if (cell := self.grid.label(row, at))), "")

    def _indicator(self, row: int, header: Header, project: str, name: str, kind: str | None) -> Indicator | None:
        cell = {part: self._cell(row, header, part) for part in header.columns}
        planned = next((cell[part] for part in ("adjusted", "target") if cell.get(part, "") not in NOTHING), "")
        target = value(planned, cell.get("sign", ""), cell.get("unit", ""))
        actual = value(cell.get("actual", ""), "", target.unit or cell.get("unit", ""))
        if target.number is None and actual.number is None:
            return None
        start, end = span_of(self.grid, [row])
        indicator = Indicator(
            document=self.report.name, year=self.year, source="table", page=self.report.page_at(start),
            start=start, end=end, quote=self.report.text[start:end], project=project, indicator=name, type=kind,
            comparator=target.comparator or actual.comparator, target=target.number, actual=actual.number,
            unit=_unit(target, actual), score=points(cell.get("score", "")),
            full_score=points(cell.get("full_score", "")),
        )  # fmt: skip
        return self._explained(indicator, row, header)

    def _explained(self, indicator: Indicator, row: int, header: Header) -> Indicator:
        column = next((at for at in header.columns.get("reason", ()) if _is_reason(self.grid.label(row, at))), None)
        if column is None:
            return indicator
        reason = self.grid.label(row, column)
        at, across = self.grid.roots[row][column]
        start, end = self.grid.spans[at][across] or (indicator.start, indicator.end)
        found = causes(reason)
        made = tuple(
            Reason(
                document=indicator.document, year=indicator.year, source="table", page=indicator.page, start=start,
                end=end, quote=self.report.text[start:end], subject=indicator.indicator, compared_with="指标值",
                direction=None, text=cause.text, category=cause.category, rank=rank,
            )
            for rank, cause in enumerate(found, 1)
        )  # fmt: skip
        return replace(indicator, reason=reason, category=made[0].category if made else None, causes=made)


def _is_reason(cell: str) -> bool:
    said = cell.rstrip("。；，")
    if said in NOTHING or said in load("performance")["nothing"] or said in words("no_reason"):
        return False
    return number(said) is None and not is_hint(cell)


def is_hint(text: str) -> bool:
    """Whether words in a cell are the form's own, saying how to fill it in."""
    return re.search(words("hint"), text) is not None


def _unit(target: Value, actual: Value) -> str | None:
    return target.unit or actual.unit


def _kind(label: str) -> str | None:
    types: dict[str, list[str]] = load("performance")["types"]
    return next((kind for kind, names in types.items() if any(name in label for name in names)), None)
