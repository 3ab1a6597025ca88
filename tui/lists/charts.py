"""The figures behind the charts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.store import Filter
from extractor.store.survey import Bin, Group, Point
from tui.clean import line
from tui.desk import Table
from tui.listing import Entry

EDGES = tuple(float(edge) for edge in range(0, 160, 10))


@dataclass(frozen=True, slots=True)
class Charts:
    """By category, by year, completion rates, and the subject `subject` of `whose` over the years."""

    categories: tuple[Group, ...]
    years: tuple[Group, ...]
    rates: tuple[Bin, ...]
    subject: str = ""
    whose: str = ""
    trend: tuple[Point, ...] = ()


def charts(table: Table, wanted: Filter, entry: Entry | None) -> Charts:
    """Of what the filter lists, and of the subject of an entry."""
    survey = table.survey
    years = survey.explained_by("year", replace(wanted, year=None))
    subject = str(entry.values.get("subject") or "") if entry else ""
    whose = str(entry.values.get("organisation") or "") if entry else ""
    trend = tuple(survey.years(subject, whose)) if subject and whose else ()
    return Charts(
        tuple(survey.explained_by("category", replace(wanted, leading=None))),
        tuple(sorted((each for each in years if each.value is not None), key=lambda each: int(each.value or 0))),
        tuple(survey.rates(wanted, EDGES)),
        line(subject),
        line(whose),
        trend,
    )
