"""Tables as passages: a row is one, so that a name which a narrow cell breaks over several lines is found as one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extractor.report import Passage, Report, Table


def with_rows(passages: Sequence[Passage], report: Report) -> tuple[Passage, ...]:
    """The passages of a report, those that hold nothing but cells of a table replaced by the table's rows.

    Of tables whose rows are lines of the text the passages are rows already.
    """
    placed = [table for table in report.tables if table.spans]
    if not placed:
        return tuple(passages)
    in_cell = bytearray(len(report.text))
    for start, end in (span for table in placed for row in table.spans for span in row if span is not None):
        in_cell[start:end] = b"\x01" * (end - start)
    kept = [p for p in passages if not all(in_cell[at] for at in _printed(report.text, p))]
    starts = [p.start for p in passages]
    for passage in (row for table in placed for row in _rows(table)):
        before = bisect_right(starts, passage.start) - 1
        section = passages[before].section if before >= 0 else None
        page = report.page_at(passage.start)
        kept.append(Passage(passage.text, passage.start, passage.end, page, section))
    return tuple(sorted(kept, key=lambda p: (p.start, p.end)))


def _printed(text: str, passage: Passage) -> Iterator[int]:
    """Where the characters of a passage stand, blanks left out."""
    return (at for at in range(passage.start, passage.end) if not text[at].isspace())


def _rows(table: Table) -> Iterator[Passage]:
    """The rows that stand anywhere in the text, each as its cells with tabs between them."""
    for cells, spans in zip(table.cells, table.spans, strict=True):
        known = [span for span in spans if span is not None]
        if known:
            text = "\t".join(cell for cell in cells if cell)
            yield Passage(text, min(known)[0], max(end for _, end in known), None, None)
