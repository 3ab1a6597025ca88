"""What a fact of each kind is known by, what of it can be corrected, and which columns go with which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from extractor.errors import JuesuanError
from extractor.language.numbers import yuan
from extractor.lexicon import load
from extractor.messages import say
from extractor.store.fill import minus

Row = dict[str, Any]

_DIRECTIONS = ("增加", "减少", "持平", "未发生")
_BASES = ("年初预算", "全年预算", "预算", "上年决算", "上年预算", "指标值", "无")


@dataclass(frozen=True, slots=True)
class Kind:
    """`view` holds its rows; `keys` tell facts of one clause apart; `texts` and `figures` can be corrected.

    `printed` maps a column that is filled from elsewhere in the document to the one that holds what the clause prints.
    """

    view: str
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    figures: tuple[str, ...] = ()
    printed: tuple[tuple[str, str], ...] = ()


_VARIANCE = (
    ("budget", "baseline"),
    ("actual", "printed_actual"),
    ("difference", "change"),
    ("completion_rate", "printed_rate"),
    ("unit", "printed_unit"),
)

KINDS: dict[str, Kind] = {
    "amount": Kind(
        "v_amounts",
        ("subject", "measure", "year", "table", "column", "value"),
        ("subject", "code", "measure", "unit", "stated"),
        ("value", "year"),
    ),
    "variance": Kind(
        "v_variances",
        ("subject", "compared_with", "year", "reason"),
        ("subject", "code", "compared_with", "unit", "direction", "reason", "category"),
        ("budget", "actual", "difference", "change_rate", "completion_rate", "year"),
        _VARIANCE,
    ),
    "reason": Kind(
        "v_causes",
        ("subject", "compared_with", "text", "rank", "year"),
        ("subject", "compared_with", "direction", "text", "category"),
        ("year",),
    ),
    "project": Kind(
        "v_projects",
        ("project", "year"),
        ("project", "unit", "problems", "improvements"),
        ("budget", "executed", "completion_rate", "score", "year"),
    ),
    "indicator": Kind(
        "v_indicators",
        ("project", "indicator", "year", "target"),
        ("project", "indicator", "type", "comparator", "target", "actual", "unit", "reason", "category"),
        ("score", "full_score", "year"),
    ),
    "finding": Kind("v_findings", ("rule", "message"), ("severity",)),
}

_OTHER_NAMES = {("variance", printed): own for own, printed in _VARIANCE} | {("indicator", "kind"): "type"}


def kind_of(name: str) -> Kind:
    """The kind of that name; JuesuanError where there is none."""
    if name not in KINDS:
        raise JuesuanError(say("kind.unknown", kind=name, kinds=", ".join(KINDS)), exit_code=2)
    return KINDS[name]


def checked(kind: str, changes: Mapping[str, Any]) -> Row:
    """The changes under the names of the view's columns, figures as plain decimals; JuesuanError for what cannot be."""
    known = kind_of(kind)
    if not changes:
        raise JuesuanError(say("corrections.empty"), exit_code=2)
    return {_name(kind, known, name): _value(known, _name(kind, known, name), value) for name, value in changes.items()}


def _name(kind: str, known: Kind, name: str) -> str:
    own = _OTHER_NAMES.get((kind, name), name)
    if own not in (*known.texts, *known.figures):
        names = "、".join((*known.texts, *known.figures))
        raise JuesuanError(say("corrections.field", field=name, fields=names), exit_code=2)
    return own


def _value(known: Kind, name: str, value: Any) -> Any:
    if value is None or value == "":
        if name in known.keys and name not in ("table", "column", "reason", "target", "year"):
            raise JuesuanError(say("corrections.needed", field=name), exit_code=2)
        return None
    if name in known.figures:
        return _figure(name, str(value))
    closed = {"direction": _DIRECTIONS, "compared_with": _BASES, "category": categories()}.get(name)
    if closed and value not in closed:
        raise JuesuanError(say("corrections.choice", field=name, value=value, choices="、".join(closed)), exit_code=2)
    return str(value)


def _figure(name: str, value: str) -> Any:
    plain = value.replace(",", "").replace("，", "").strip()
    try:
        number = Decimal(plain)
        if not number.is_finite() or (name == "year" and number != int(number)):
            raise InvalidOperation
    except InvalidOperation as wrong:
        raise JuesuanError(say("corrections.figure", field=name, value=value), exit_code=2) from wrong
    return int(number) if name == "year" else f"{number:f}"


@cache
def categories() -> tuple[str, ...]:
    """The categories of reasons, the closed list of the contract and what one's own lexicon adds."""
    return tuple(each["name"] for each in load("reasons")["category"])


def changed(kind: str, row: Mapping[str, Any], changes: Mapping[str, Any]) -> Row:
    """The row of the view with the changes in it, and what follows from them: yuan, the printed columns, categories."""
    made = {**row, **changes}
    if kind == "amount" and {"value", "unit"} & set(changes):
        made["yuan"] = yuan(made["value"], made["unit"])
    for own, printed in KINDS[kind].printed:
        if own in changes:
            made[printed] = changes[own]
    if kind == "variance":
        if {"budget", "actual"} & set(changes) and made["change"] is None:
            made["difference"] = minus(made["actual"], made["budget"])
        if "category" in changes:
            made["categories"] = _with_leading(row.get("categories"), row.get("category"), changes["category"])
    return made


def _with_leading(listed: str | None, old: str | None, new: str | None) -> str | None:
    """The categories of all causes, that of the leading one replaced."""
    others = [name for name in (listed or "").split("、") if name and name != old]
    return "、".join(dict.fromkeys([*([new] if new else []), *others])) or None
