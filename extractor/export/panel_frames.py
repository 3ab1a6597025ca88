"""A panel as a data frame and as a workbook."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from extractor.export.frames import needed
from extractor.messages import say

if TYPE_CHECKING:
    import pandas

    from extractor.export.panel import Panel


def frame(made: Panel) -> pandas.DataFrame:
    """Years Int64, variables float64 (categories and other keys text)."""
    pandas = needed("pandas", "data")
    texts = {variable.name for variable in made.variables if variable.is_text}
    columns: dict[str, Any] = {}
    for name in made.columns:
        values = [row[name] for row in made.rows]
        if name == "year":
            columns[name] = pandas.array(values, dtype="Int64")
        elif name in made.keys or name in texts:
            columns[name] = pandas.array([None if v is None else str(v) for v in values], dtype="string")
        else:
            columns[name] = [float("nan") if value is None else value for value in values]
    return pandas.DataFrame(columns)


def workbook(made: Panel, out: BinaryIO) -> int:
    """A sheet of the panel and one of the codebook's table."""
    from extractor.export.panel import labels

    xlsxwriter = needed("xlsxwriter", "excel")
    book = xlsxwriter.Workbook(out, {"strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"created": datetime(1980, 1, 1), "title": "juesuan"})
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "border_color": "#B8C4D6"})
    figures = book.add_format({"num_format": "#,##0.00"})
    sheet = book.add_worksheet(say("panel.sheet"))
    sheet.freeze_panes(1, len(made.keys))
    for at, name in enumerate(made.columns):
        sheet.write_string(0, at, name, head)
        sheet.set_column(at, at, 28 if name == "organisation" else 16)
    for line, row in enumerate(made.rows, 1):
        for at, name in enumerate(made.columns):
            value = row[name]
            if isinstance(value, float):
                sheet.write_number(line, at, value, figures)
            elif isinstance(value, int):
                sheet.write_number(line, at, value)
            elif value is not None:
                sheet.write_string(line, at, value)
    sheet.autofilter(0, 0, len(made.rows), len(made.columns) - 1)
    told = book.add_worksheet(say("export.dictionary"))
    told.set_column(0, 0, 30)
    told.set_column(1, 1, 60)
    for line, (name, label) in enumerate(labels(made).items()):
        told.write_string(line, 0, name)
        told.write_string(line, 1, label)
    book.close()
    return len(made.rows)
