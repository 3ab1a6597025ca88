"""One subject: in the other years of an organisation, and in other organisations in the same year."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from extractor.store.database import ReadOnly

BUDGET = ("年初预算数", "全年预算数", "预算数")
ACTUAL = ("决算数",)


@dataclass(frozen=True, slots=True)
class Point:
    """What one report says of a subject in `year`, in yuan: its budget and its outturn, None where not printed."""

    year: int
    budget: float | None
    actual: float | None


@dataclass(frozen=True, slots=True)
class Peers:
    """A subject's figure in one year over organisations, in yuan: `place` is the rank from the top, 1 the greatest.

    `nearest` are some of them, the greatest first: (organisation, yuan).
    """

    count: int
    place: int | None
    low: float
    middle: float
    high: float
    nearest: tuple[tuple[str, float], ...]


def years(database: ReadOnly, subject: str, whose: str) -> list[Point]:
    """The subject in every year that the reports of `whose` tell of, ascending."""
    sql = """SELECT a.year, a.measure, a.yuan FROM amounts a WHERE a.subject_id = (SELECT id FROM subjects WHERE name = ?)
        AND a.document_id IN (SELECT id FROM documents WHERE organisation = ? OR (organisation IS NULL AND name = ?))
        AND a.yuan IS NOT NULL AND a.year IS NOT NULL ORDER BY a.source = 'table', a.id"""
    found: dict[int, dict[str, float]] = {}
    for year, measure, yuan in database.rows(sql, [subject, whose, whose]):
        found.setdefault(year, {}).setdefault(measure, float(yuan))
    for year in list(found):  # what next year's report says of this year, where this year's own does not
        for measure, before in (("决算数", "上年决算数"), ("预算数", "上年预算数")):
            if before in found[year]:
                found[year].setdefault(measure, found[year][before])
    points = (Point(year, _first(said, BUDGET), _first(said, ACTUAL)) for year, said in sorted(found.items()))
    return [point for point in points if point.budget is not None or point.actual is not None]


def peers(database: ReadOnly, subject: str, year: int, measure: str, whose: str, most: int = 5) -> Peers | None:
    """The same subject, year and measure in all organisations; None where no organisation has such a figure."""
    sql = """SELECT coalesce(d.organisation, d.name), CAST(a.yuan AS REAL)
        FROM amounts a JOIN documents d ON d.id = a.document_id
        WHERE a.subject_id = (SELECT id FROM subjects WHERE name = ?) AND a.year = ? AND a.measure = ?
        AND a.yuan IS NOT NULL ORDER BY a.source = 'table', a.id"""
    said: dict[str, float] = {}
    for organisation, yuan in database.rows(sql, [subject, year, measure]):
        said.setdefault(organisation, yuan)
    if not said:
        return None
    ranked = sorted(said.items(), key=lambda each: (-each[1], each[0]))
    place = next((at for at, (name, _) in enumerate(ranked, 1) if name == whose), None)
    first = max(0, min((place or 1) - 1 - most // 2, len(ranked) - most))
    figures = [yuan for _, yuan in ranked]
    return Peers(
        len(ranked), place, figures[-1], float(median(figures)), figures[0], tuple(ranked[first : first + most])
    )


def _first(said: dict[str, float], measures: tuple[str, ...]) -> float | None:
    return next((said[measure] for measure in measures if measure in said), None)
