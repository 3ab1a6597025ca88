"""A paragraph, and how spans of its text become those of records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from extractor.facts.reasons import causes
from extractor.records import Indicator, Project, Reason
from extractor.structure.outline import Outline, Paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a report of `year`; offsets are those of the paragraph's text."""

    outline: Outline
    paragraph: Paragraph
    year: int | None

    @property
    def text(self) -> str:
        return self.paragraph.text

    def where(self, start: int, end: int) -> dict[str, Any]:
        """The fields of a record that say where it was read."""
        report = self.outline.report
        begin, stop = self.outline.flow.stored(self.paragraph.start + start, self.paragraph.start + end)
        return {
            "document": report.name, "year": self.year, "page": report.page_at(begin), "start": begin, "end": stop,
            "quote": report.text[begin:stop],
        }  # fmt: skip

    def verbatim(self, start: int, end: int) -> str:
        """The text as printed, without line breaks and spaces."""
        return "".join(self.outline.verbatim(self.paragraph.start + start, self.paragraph.start + end).split())

    def project(self, start: int, end: int, name: str, **values: Any) -> Project:
        return Project(**self.where(start, end), project=name, **values)

    def indicator(self, start: int, end: int, project: str, name: str, **values: Any) -> Indicator:
        return Indicator(**self.where(start, end), project=project, indicator=name, **values)

    def explained(self, indicator: Indicator, start: int, end: int) -> Indicator:
        """The indicator with the explanation that stands at `start`..`end`."""
        found = causes(self.text[start:end])
        made = tuple(
            Reason(
                **self.where(start + cause.start, start + cause.end), subject=indicator.indicator,
                compared_with="指标值", direction=None, text=self.verbatim(start + cause.start, start + cause.end),
                category=cause.category, rank=rank,
            )
            for rank, cause in enumerate(found, 1)
        )  # fmt: skip
        category = found[0].category if found else None
        return replace(indicator, reason=self.verbatim(start, end), category=category, causes=made)
