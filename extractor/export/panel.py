"""A tidy panel: one row an organisation and year (or other keys), one column a variable; with its codebook beside it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from extractor.errors import JuesuanError
from extractor.export import formats
from extractor.export.files import write
from extractor.export.sheets import UNITS
from extractor.language.numbers import money_units
from extractor.messages import say
from extractor.organisations import reconciled
from extractor.records import Row
from extractor.store import Filter, Index, dictionary
from extractor.store.rows import AmountRow, ReasonRow

KEYS = ("organisation", "year", "subject", "region", "level", "organisation_kind")
FORMATS = ("csv", "xlsx", "parquet", "dta", "md")
CATEGORY = "原因类别"
_DEFAULT = "支出总计"
_UNIT = "元"

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Variable:
    """A column: `measure` of `subject` (None: of the row's subject), which has the `paths`; money in `unit`."""

    name: str
    subject: str | None
    measure: str
    unit: str | None
    paths: frozenset[str] = frozenset()

    @property
    def is_text(self) -> bool:
        """True for categories."""
        return self.measure == CATEGORY


@dataclass
class Panel:
    """`rows` hold the keys and the variables: floats, texts for categories, None where nothing is told. `units` are
    those of the variables that are no money, `conflicts` how many cells had different figures to choose from."""

    keys: tuple[str, ...]
    variables: tuple[Variable, ...]
    rows: list[Row]
    units: dict[str, str]
    conflicts: dict[str, int]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns."""
        return (*self.keys, *(variable.name for variable in self.variables))


def panel(
    index: Index,
    format_: str,
    target: Path | BinaryIO,
    keys: Sequence[str],
    values: Sequence[str],
    wanted: Filter | None = None,
    unit: str | None = None,
    encoding: str = "utf-8-sig",
) -> int:
    """Write the panel, and beside a file its codebook (NAME.codebook.md); how many rows."""
    if format_ not in FORMATS:
        raise JuesuanError(say("export.format", format=format_, formats=", ".join(FORMATS)), exit_code=2)
    made = build(index, keys, values, wanted, unit)
    written = write(target, lambda out: _write(made, format_, encoding, out))
    if isinstance(target, Path):
        book = codebook(made)
        write(target.with_suffix(".codebook.md"), lambda out: out.write(book.encode()))
    return written


def build(
    index: Index, keys: Sequence[str], values: Sequence[str], wanted: Filter | None = None, unit: str | None = None
) -> Panel:
    """The panel of the narrative's and the tables' amounts: each report's figures of its own year, what the text says
    before what a table does. Organisations are reconciled (juesuan organisations); money is in `unit` (元)."""
    wanted = wanted or Filter()
    wrong = next((key for key in keys if key not in KEYS), None)
    if wrong is not None or not keys:
        raise JuesuanError(say("export.key", name=wrong or "", keys=", ".join(KEYS)), exit_code=2)
    money = unit or _UNIT
    if money not in UNITS:
        raise JuesuanError(say("export.unit", unit=unit, units="、".join(UNITS)), exit_code=2)
    named = (_variable(each, keys, wanted, money) for each in values or ["决算数"])
    subjects = index.subjects()
    variables = tuple(replace(each, paths=_paths(each.subject, subjects)) for each in named)
    builder = _Builder(index, tuple(keys), variables, money)
    for measure in dict.fromkeys(v.measure for v in variables if not v.is_text):
        own = [variable for variable in variables if variable.measure == measure]
        builder.amounts(index.amounts(replace(_fitting(own, wanted), measure=measure)))
    if texts := [variable for variable in variables if variable.is_text]:
        builder.reasons(index.reasons(replace(_fitting(texts, wanted), compared_with="年初预算")))
    return builder.panel()


def _variable(given: str, keys: Sequence[str], wanted: Filter, money: str) -> Variable:
    """`决算数` or `支出总计:决算数`; without a subject that of the row, of the filter, or the total expenditure."""
    subject, _, measure = given.replace("：", ":").rpartition(":")
    if subject:
        return Variable(f"{re.sub('[“”]', '', subject.rsplit('/', 1)[-1])}_{measure}", subject, measure, money)
    if "subject" in keys:
        return Variable(measure, None, measure, money)
    subject = wanted.subject or _DEFAULT
    return Variable(measure, subject, measure, money)


def _paths(subject: str | None, known: Iterable[str]) -> frozenset[str]:
    """The subjects of that name: the very one, or else those whose last name it is (行政运行)."""
    if subject is None:
        return frozenset()
    known = list(known)
    return frozenset([subject] if subject in known else (name for name in known if name.endswith(f"/{subject}")))


def _fitting(variables: Sequence[Variable], wanted: Filter) -> Filter:
    """What to read for variables of one measure: their subjects, or whatever the filter lets through."""
    if any(variable.subject is None for variable in variables):
        return wanted
    return replace(wanted, subject=None, subjects=sorted(set().union(*(variable.paths for variable in variables))))


class _Builder:
    def __init__(self, index: Index, keys: tuple[str, ...], variables: tuple[Variable, ...], money: str) -> None:
        self._keys, self._variables, self._money = keys, variables, money
        self._documents = {document.id: document for document in index.documents()}
        self._whose = {alias: one for one in reconciled(index) for alias in one.aliases}
        self._cells: dict[Key, dict[str, list[tuple[tuple[bool, ...], Any, int]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._units: dict[str, str] = {}

    def amounts(self, rows: Iterable[AmountRow]) -> None:
        """Figures that one row and column may have: the better first (of the report's own year, text before table)."""
        for row in rows:
            if row.source == "table" and not _whole(row.column):
                continue
            for variable in self._fitting(row.subject, row.measure):
                value = self._figure(row, variable)
                if value is not None:
                    better = (self._documents[row.document_id].year != row.year, row.source == "table")
                    self._put(row, variable, better, value)

    def reasons(self, rows: Iterable[ReasonRow]) -> None:
        """The category of the leading reason."""
        for row in rows:
            for variable in self._fitting(row.subject, CATEGORY):
                if row.category:
                    self._put(row, variable, (self._documents[row.document_id].year != row.year,), row.category)

    def panel(self) -> Panel:
        """All of it, sorted by the keys."""
        rows, conflicts = [], {variable.name: 0 for variable in self._variables}
        for key, cells in sorted(self._cells.items(), key=lambda each: tuple(map(_sortable, each[0]))):
            row = dict(zip(self._keys, key, strict=True))
            for variable in self._variables:
                found = sorted(cells.get(variable.name, []), key=lambda each: (each[0], each[2]))
                best = [value for rank, value, _ in found if rank == found[0][0]]
                row[variable.name] = best[0] if best else None
                conflicts[variable.name] += len(set(best)) > 1
            rows.append(row)
        return Panel(self._keys, self._variables, rows, self._units, conflicts)

    def _fitting(self, subject: str, measure: str) -> list[Variable]:
        return [v for v in self._variables if v.measure == measure and (v.subject is None or subject in v.paths)]

    def _figure(self, row: AmountRow, variable: Variable) -> float | None:
        if row.yuan is not None:
            return float(row.yuan) / float(money_units()[self._money])
        self._units[variable.name] = row.unit or ""
        try:
            return float(row.value)
        except ValueError:
            return None

    def _put(self, row: AmountRow | ReasonRow, variable: Variable, rank: tuple[bool, ...], value: Any) -> None:
        one = self._whose.get(row.organisation or "")
        told = {
            "organisation": one.name if one else row.organisation or row.document, "year": row.year,
            "subject": row.subject, "region": one.region if one else "", "level": one.level if one else None,
            "organisation_kind": one.kind if one else None,
        }  # fmt: skip
        key = tuple(told[name] for name in self._keys)
        self._cells[key][variable.name].append((rank, value, row.id))


def _whole(column: str | None) -> bool:
    """True for a table's column that holds the whole of its subject."""
    return (column or "").rsplit("/", 1)[-1] in ("", "合计", "决算数", "预算数", "年初预算数", "全年预算数")


def _sortable(value: Any) -> tuple[bool, Any]:
    return value is None, "" if value is None else value


def _write(made: Panel, format_: str, encoding: str, out: BinaryIO) -> int:
    if format_ == "csv":
        rows = [{name: _plain(value) for name, value in row.items()} for row in made.rows]
        return formats.csv([], made.columns, rows, out, encoding)
    if format_ == "md":
        rows = [{name: _plain(value) for name, value in row.items()} for row in made.rows]
        return formats.markdown([("panel", made.columns, rows)], out)
    from extractor.export import frames, panel_frames

    if format_ == "xlsx":
        return panel_frames.workbook(made, out)
    frame = panel_frames.frame(made)
    if format_ == "parquet":
        frames.needed("pyarrow", "data")
        frame.to_parquet(out, engine="pyarrow", index=False)
    else:
        frames.write_stata(frame, labels(made), out)
    return len(made.rows)


def _plain(value: Any) -> Any:
    return f"{value:.10g}" if isinstance(value, float) and abs(value) < 1e-4 else value


def labels(made: Panel) -> dict[str, str]:
    """Of every column what it holds, shortly."""
    own = {
        v.name: f"{v.subject or ''}{v.measure}" + ("" if v.is_text else f"（{made.units.get(v.name, v.unit)}）")
        for v in made.variables
    }
    return {name: dictionary.label(name) for name in made.keys} | own


def codebook(made: Panel) -> str:
    """What every column is, and how much of it there is, in Markdown."""
    lines = [say("panel.title", rows=len(made.rows), keys="、".join(made.keys)), "", say("panel.how"), ""]
    lines += [f"| {' | '.join(say(f'panel.{name}') for name in _BOOK)} |", "|" + "---|" * len(_BOOK)]
    for key in made.keys:
        there = [row[key] for row in made.rows if row[key] not in (None, "")]
        distinct = say("panel.distinct", count=len(set(there)))
        lines.append(f"| `{key}` | {dictionary.described(key)} | | {len(there)} | {distinct} | | | | |")
    for variable in made.variables:
        values = [row[variable.name] for row in made.rows if row[variable.name] is not None]
        unit = "" if variable.is_text else made.units.get(variable.name, variable.unit)
        meaning = f"{variable.subject or say('panel.own')} · {variable.measure}"
        told = [say("panel.distinct", count=len(set(values))), "", "", ""] if variable.is_text else _told(values)
        cells = [f"`{variable.name}`", meaning, unit, len(values), *told, made.conflicts[variable.name]]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines) + "\n"


_BOOK = ("column", "meaning", "unit", "count", "mean", "deviation", "least", "most", "conflicts")


def _told(values: list[float]) -> list[str]:
    """Mean, standard deviation, least and most."""
    if not values:
        return [""] * 4
    mean = math.fsum(values) / len(values)
    spread = (
        math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1)) if len(values) > 1 else 0.0
    )
    return [f"{figure:,.2f}" for figure in (mean, spread, min(values), max(values))]
