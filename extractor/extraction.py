"""One file from end to end: `extract(path) -> Extraction`. Touches no database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from extractor.checks import Checked, checked
from extractor.facts.closure import close
from extractor.facts.narrative import narrate
from extractor.facts.performance import Performance, evaluate
from extractor.facts.recording import amounts, unbound, variances
from extractor.facts.tables import Tables, tabulate
from extractor.facts.tables.passages import with_rows
from extractor.faults import Faults
from extractor.language.codes import printed_codes
from extractor.readers import read, read_bytes
from extractor.records import Amount, in_order
from extractor.report import Extraction, Report
from extractor.structure.identity import identify
from extractor.structure.outline import outline


def extract(path: str | Path) -> Extraction:
    """Every fact of the report at `path`.

    Raises `extractor.report.Unreadable` with a sentence where the file cannot be read.
    """
    return extract_report(read(Path(path)))


def extract_bytes(data: bytes, name: str) -> Extraction:
    """Every fact of the report in these bytes of a file called `name`: nothing is read or written.

    Raises `extractor.report.Unreadable` as `extract` does.
    """
    return extract_report(read_bytes(data, name))


def extract_report(report: Report) -> Extraction:
    """Every fact of a report that was read already.

    A fault of ours in one stage costs what that stage yields; a sentence in the report's `warnings` says so.
    """
    identity = identify(report)
    structure = outline(report)
    passages = structure.passages()
    year, kind = identity.year, identity.kind
    attempt = (faults := Faults(report.name)).attempt
    nothing = Performance((), (), frozenset())
    performance = attempt("performance", nothing, lambda: evaluate(structure, year))
    bound, _ = narrate(structure, year, kind, performance.read, attempt)
    tables = attempt("tables", Tables(), lambda: tabulate(report, year, identity.organisation, performance.owner))
    codes = printed_codes((cell.subject, cell.code) for cell in tables.amounts)
    stated: tuple[Amount, ...] = attempt("amounts", (), lambda: amounts(bound, structure, codes))
    extraction = Extraction(
        report=report,
        organisation=identity.organisation,
        year=year,
        kind=kind,
        sections=structure.sections(),
        passages=attempt("passages", passages, lambda: with_rows(passages, report)),
        amounts=tuple(in_order((*stated, *tables.amounts))),
        variances=attempt("variances", (), lambda: variances(bound, structure, year, kind, codes)),
        projects=tuple(in_order((*performance.projects, *tables.projects))),
        indicators=tuple(in_order((*performance.indicators, *tables.indicators))),
        unbound=attempt("unbound", (), lambda: unbound(bound, structure)),
        tables=tables.notes,
        sums=attempt("sums", (), lambda: close(stated, kind)),
    )
    done = attempt("checks", Checked(()), lambda: checked(extraction, flow=structure.flow))
    if told := faults.sentences():
        report = replace(report, warnings=(*report.warnings, *told))
    return replace(extraction, findings=done.findings, unchecked=done.unchecked, report=report)
