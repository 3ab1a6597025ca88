"""Which columns an exported table has, and of which type each is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store.contract import header

TEXT, INTEGER, FIGURE = "text", "integer", "figure"

_INTEGERS = frozenset({"id", "document_id", "year", "report_year", "page", "start", "end", "rank"})
_FIGURES = frozenset(
    {"value", "yuan", "baseline", "budget", "actual", "change", "difference", "change_rate", "completion_rate"}
    | {"rate", "executed", "score", "full_score"}
)
_TEXT_OF = {("indicator", "actual")}
"""What an indicator comes to may be a word (已完成), as its target may."""

FILLED = {
    "filled_budget": "budget", "filled_actual": "actual", "filled_difference": "difference",
    "filled_rate": "completion_rate", "filled_unit": "unit",
}  # fmt: skip
"""Both sides of a variance as the document tells them, not only its clause → the columns of v_variances."""

ADDED = ("organisation", "review")
"""Columns behind those of the contract that a table has unless columns are chosen."""
CITING = ("citation", "path")
"""Columns that a chosen set of rows has besides."""
OTHERS = (
    "id",
    "document_id",
    "report_year",
    "report_kind",
    "canonical_organisation",
    "region",
    "level",
    "organisation_kind",
)
"""Columns that are there when they are asked for."""

MONEY = ("value", "baseline", "budget", "actual", "change", "executed", "target")
"""Columns whose unit is `unit`."""
FILLED_MONEY = ("filled_budget", "filled_actual", "filled_difference")
"""Columns whose unit is `filled_unit`."""


def filled(kinds: Iterable[str]) -> tuple[str, ...]:
    """The filled columns that a table of these kinds has."""
    return tuple(FILLED) if "variance" in kinds else ()


def chosen(kinds: Sequence[str], wanted: Sequence[str] | None, citing: bool = False) -> tuple[str, ...]:
    """The columns of a table of these kinds, in order; JuesuanError for one that there is not."""
    contract = header(*kinds)
    more = filled(kinds)
    if not wanted:
        return tuple(dict.fromkeys([*contract, *more, *ADDED, *(CITING if citing else ())]))
    known = dict.fromkeys([*contract, *ADDED, *CITING, *OTHERS, *more])
    wrong = next((name for name in wanted if name not in known), None)
    if wrong is not None:
        raise JuesuanError(say("export.column", column=wrong, columns=", ".join(known)), exit_code=2)
    return tuple(dict.fromkeys(wanted))


def type_of(column: str, kinds: Iterable[str]) -> str:
    """The type of a column in a table of these kinds: text, integer, or figure (a decimal)."""
    if column in _INTEGERS:
        return INTEGER
    own = column.removeprefix("filled_")
    if own in _FIGURES and not any((kind, column) in _TEXT_OF for kind in kinds):
        return FIGURE
    return TEXT


def is_number(value: Any) -> bool:
    """True for a decimal, as text or as a number, that is finite."""
    try:
        return not isinstance(value, bool) and value is not None and Decimal(str(value)).is_finite()
    except InvalidOperation:
        return False
