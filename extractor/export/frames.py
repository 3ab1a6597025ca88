"""Tables as pandas data frames, and the formats that are written from them: Parquet and Stata.

Figures are float64, whole numbers Int64, all else text; what is missing is missing, never 0 or an empty text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from extractor.errors import JuesuanError
from extractor.export.columns import FIGURE, INTEGER, TEXT, is_number, type_of
from extractor.messages import say
from extractor.records import Row
from extractor.store import dictionary

if TYPE_CHECKING:
    import pandas

_STATA = 118
"""The version of Stata's format: the first in UTF-8, read by Stata 14 and later."""
_MADE = datetime(1980, 1, 1)  # so that two exports are the same bytes
_PIECE = 20_000
"""Rows of a Parquet file that are held at a time."""
_LABEL = 80
"""Characters that Stata keeps of a label."""


def frame(kinds: Sequence[str], columns: Sequence[str], rows: Iterable[Row]) -> pandas.DataFrame:
    """The rows as a data frame of these columns."""
    pandas = needed("pandas", "data")
    rows = list(rows)
    return pandas.DataFrame({name: _column(pandas, name, kinds, [row.get(name) for row in rows]) for name in columns})


def _column(pandas: Any, name: str, kinds: Sequence[str], values: list[Any]) -> Any:
    type_ = type_of(name, kinds)
    there = [value for value in values if value is not None]
    if type_ == FIGURE and all(map(is_number, there)):
        return pandas.array([None if value is None else float(value) for value in values], dtype="Float64").to_numpy(
            dtype="float64", na_value=float("nan")
        )
    if type_ == INTEGER and all(map(is_number, there)):
        return pandas.array([None if value is None else int(value) for value in values], dtype="Int64")
    return pandas.array([None if value is None else str(value) for value in values], dtype="string")


def of_rows(kind: type[Any], rows: Sequence[Any]) -> pandas.DataFrame:
    """Rows of the index (dataclasses) as a data frame, a column a field."""
    pandas = needed("pandas", "data")
    kinds = ["indicator"] if kind.__name__ == "IndicatorRow" else []
    made = {}
    for each in fields(kind):
        values = [getattr(row, each.name) for row in rows]
        whole = each.type in ("int", "int | None")
        made[each.name] = _column(pandas, "id" if whole else each.name, kinds, values)
    return pandas.DataFrame(made)


def parquet(kinds: Sequence[str], columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> int:
    """An Apache Parquet file, written piece by piece; how many rows. The types are those of the columns, whatever the
    rows: a file of two reports fits one of two thousand."""
    arrow = needed("pyarrow", "data")
    types = {name: type_of(name, kinds) for name in columns}
    stored = {FIGURE: arrow.float64(), INTEGER: arrow.int64(), TEXT: arrow.string()}
    schema = arrow.schema([(name, stored[type_]) for name, type_ in types.items()])
    written, left = 0, iter(rows)
    with needed("pyarrow.parquet", "data").ParquetWriter(out, schema) as file:
        while piece := list(islice(left, _PIECE)):
            arrays = [
                arrow.array([_typed(row.get(name), type_) for row in piece], type=stored[type_])
                for name, type_ in types.items()
            ]
            file.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            written += len(piece)
    return written


def _typed(value: Any, type_: str) -> Any:
    if value is None or type_ == TEXT:
        return None if value is None else str(value)
    if not is_number(value):  # the contract has decimals only (docs/records.md)
        return None
    return float(value) if type_ == FIGURE else int(value)


def stata(kinds: Sequence[str], columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> int:
    """A Stata file in UTF-8 whose variables have labels; how many rows. Stata has no missing text: it is empty."""
    made = frame(kinds, columns, rows)
    write_stata(made, {name: dictionary.label(name) for name in columns}, out)
    return len(made)


def write_stata(made: pandas.DataFrame, labels: dict[str, str], out: BinaryIO) -> None:
    """Write the frame with these labels of its variables."""
    plain = made.rename(columns={name: f"_{name}" for name in made.columns if name == "end"})  # a word of Stata's own
    for name in plain.columns:
        if str(plain[name].dtype) in ("string", "str", "object"):
            plain[name] = plain[name].astype("object").where(plain[name].notna(), "")
        elif str(plain[name].dtype) == "Int64":
            plain[name] = plain[name].astype("Float64").to_numpy(dtype="float64", na_value=float("nan"))
    long = [name for name in plain.columns if plain[name].dtype == object and plain[name].str.len().max() > 500]
    plain.to_stata(
        out, write_index=False, version=_STATA, convert_strl=long,
        variable_labels={name: labels.get(name.removeprefix("_"), name)[:_LABEL] for name in plain.columns},
        time_stamp=_MADE,
    )  # fmt: skip


def needed(module: str, extra: str) -> Any:
    """The module; where it is not installed, one sentence that says how to install it."""
    try:
        return import_module(module)
    except ImportError as wrong:
        raise JuesuanError(say("export.needs", module=module, extra=extra)) from wrong
