"""One file from end to end: `extract(path) -> Extraction`. Touches no database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from extractor.checks import checked
from extractor.facts.closure import close
from extractor.facts.narrative import narrate
from extractor.facts.performance import evaluate
from extractor.facts.recording import amounts, unbound, variances
from extractor.facts.tables import tabulate
from extractor.facts.tables.passages import with_rows
from extractor.readers import read
from extractor.records import in_order
from extractor.report import Extraction, Report
from extractor.structure.identity import identify
from extractor.structure.outline import outline


def extract(path: str | Path) -> Extraction:
    """Every fact of the report at `path`.

    Raises `extractor.report.Unreadable` with a sentence where the file cannot be read.
    """
    return extract_report(read(Path(path)))


def extract_report(report: Report) -> Extraction:
    """Every fact of a report that was read already."""
    identity = identify(report)
    structure = outline(report)
    performance = evaluate(structure, identity.year)
    bound, _ = narrate(structure, identity.year, identity.kind, performance.read)
    stated = amounts(bound, structure)
    tables = tabulate(report, identity.year, identity.organisation, performance.owner)
    extraction = Extraction(
        report=report,
        organisation=identity.organisation,
        year=identity.year,
        kind=identity.kind,
        sections=structure.sections(),
        passages=with_rows(structure.passages(), report),
        amounts=tuple(in_order((*stated, *tables.amounts))),
        variances=variances(bound, structure, identity.year, identity.kind),
        projects=tuple(in_order((*performance.projects, *tables.projects))),
        indicators=tuple(in_order((*performance.indicators, *tables.indicators))),
        unbound=unbound(bound, structure),
        tables=tables.notes,
        sums=close(stated, identity.kind),
    )
    done = checked(extraction, flow=structure.flow)
    return replace(extraction, findings=done.findings, unchecked=done.unchecked)
