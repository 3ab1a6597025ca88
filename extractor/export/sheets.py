"""Records as tables: rows of chosen columns, in one unit if wanted, with what is told of their documents."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from extractor.errors import JuesuanError
from extractor.export.columns import FILLED, FILLED_MONEY, MONEY, chosen, is_number
from extractor.language.numbers import money_units
from extractor.messages import say
from extractor.records import Row
from extractor.store import Filter, Index
from extractor.store.contract import KIND_NAMES, header, view

UNITS = ("元", "万元", "亿元")


@dataclass(frozen=True)
class Choice:
    """What to export: records of `kinds` that fit `wanted`, or those with the `ids` of each kind; in which `columns`
    (None: those of the contract and a few more), and money in which `unit` (None: as printed)."""

    kinds: tuple[str, ...] = KIND_NAMES
    wanted: Filter = field(default_factory=Filter)
    columns: tuple[str, ...] | None = None
    unit: str | None = None
    ids: Mapping[str, Collection[int]] | None = None

    @classmethod
    def of(
        cls,
        kinds: Sequence[str] | None = None,
        wanted: Filter | None = None,
        columns: Sequence[str] | None = None,
        unit: str | None = None,
        ids: Mapping[str, Collection[int]] | None = None,
    ) -> Choice:
        """Checked: JuesuanError for a kind or unit that there is not."""
        for kind in [*(kinds or ()), *(ids or ())]:
            view(kind)
        if unit is not None and unit not in UNITS:
            raise JuesuanError(say("export.unit", unit=unit, units="、".join(UNITS)), exit_code=2)
        fitting = wanted or Filter()
        named = kinds or (ids and [kind for kind in KIND_NAMES if ids.get(kind)]) or _having(fitting)
        own = tuple(kind for kind in KIND_NAMES if kind in named)
        return cls(own, fitting, tuple(columns) if columns else None, unit, ids)

    def header(self, kinds: Sequence[str]) -> tuple[str, ...]:
        """The columns of a table of these kinds; where money is in one unit, the printed figures beside them."""
        columns = chosen(kinds, self.columns, citing=self.ids is not None)
        if self.unit is None:
            return columns
        return tuple(
            name
            for column in columns
            for name in ([column, f"{column}_printed"] if column in (*MONEY, *FILLED_MONEY) else [column])
        )


def _having(wanted: Filter) -> Sequence[str]:
    """The kinds that have what is filtered by: whoever asks for a category wants no amounts."""
    needed = [
        name for name in ("category", "direction", "measure", "compared_with", "project") if getattr(wanted, name)
    ]
    if wanted.subject is not None or wanted.subjects is not None:
        needed.append("subject")
    return [kind for kind in KIND_NAMES if all(name in header(kind) for name in needed)]


class Sheets:
    """The tables of an index, read as they are written."""

    def __init__(self, index: Index, choice: Choice) -> None:
        self.index = index
        self.choice = choice

    def records(self) -> Iterator[Row]:
        """The records in contract form, document by document."""
        return self._by_document(self.choice.kinds, plain=True)

    def rows(self, kinds: Sequence[str]) -> Iterator[Row]:
        """The rows of a table of these kinds, document by document."""
        columns = self.choice.header(kinds)
        for row in self._by_document(kinds, plain=False):
            yield {name: row.get(name) for name in columns}

    def _by_document(self, kinds: Sequence[str], plain: bool) -> Iterator[Row]:
        more = {} if plain else {kind: _MORE | (FILLED if kind == "variance" else {}) for kind in kinds}
        for document, row in self.index.by_document(kinds, self.choice.wanted, more, self.choice.ids):
            yield row if plain else self._full(row, document)

    def _full(self, row: Row, document: Any) -> Row:
        row["report_year"], row["report_kind"] = document.year, document.kind
        row["citation"] = cited(row)
        row["path"] = self._path(row["document_id"])
        row |= self._reconciled(row["organisation"])
        if self.choice.unit is not None:
            _in_one_unit(row, self.choice.unit)
        if "evidence" in row:
            row["evidence"] = json.dumps(row["evidence"], ensure_ascii=False)
        return row

    def _reconciled(self, organisation: str | None) -> Row:
        return self._organisations.get(organisation, {})

    @cached_property
    def _organisations(self) -> dict[str | None, Row]:
        """By the name that a report gives itself: what was reconciled. Only read where it is wanted."""
        names = ("canonical_organisation", "region", "level", "organisation_kind")
        if not set(names) & set(self.choice.columns or ()):
            return {}
        from extractor.organisations import reconciled

        return {
            alias: dict(zip(names, (one.name, one.region, one.level, one.kind), strict=True))
            for one in reconciled(self.index)
            for alias in one.aliases
        }

    def _path(self, document_id: int) -> str | None:
        return self.paths.get(document_id)

    @cached_property
    def paths(self) -> dict[int, str]:
        """By document id: the first file that holds it."""
        found = self.index.select("SELECT document_id, min(path) FROM files GROUP BY 1", limit=10**9)
        return {row[0]: row[1] for row in found}


def cited(row: Row) -> str:
    """Document, page and quoted clause of a record, to be cited."""
    page = "" if row.get("page") is None else say("page", page=row["page"])
    return f"《{row['document']}》{page}：“{row['quote']}”"


_MORE = {name: name for name in ("id", "document_id", "organisation", "review")}


def _in_one_unit(row: Row, unit: str) -> None:
    """Money of the row in `unit`, exactly; what was printed, with its unit, beside each figure."""
    units = money_units()
    for names, own in ((MONEY, "unit"), (FILLED_MONEY, "filled_unit")):
        printed = row.get(own)
        for name in [name for name in names if row.get(name) is not None]:
            row[f"{name}_printed"] = f"{row[name]}{printed or ''}"
            if printed in units and is_number(row[name]):
                converted = Decimal(str(row[name])) * Decimal(units[printed]) / Decimal(units[unit])
                row[name] = f"{converted.normalize() + 0:f}"
        if printed in units:
            row[own] = unit
