"""A fact's card: its figures, its subject in other years and other organisations, what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from extractor.store.survey import Peers, Point
from tui.clean import line
from tui.desk import Table
from tui.figures import grouped
from tui.listing import Entry
from tui.words import Say

_FIGURES = (
    *("value", "budget", "base", "baseline", "target", "executed", "actual", "difference", "change"),
    *("completion_rate", "change_rate", "score", "full_score", "expected", "observed"),
)
_RATES = {"completion_rate", "change_rate"}
_YUAN = {"元": 1, "千元": 1_000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}
_SAME = {"base": "budget", "baseline": "budget", "change": "difference"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the card: the key of its words, the figure, its unit, and the same in yuan."""

    name: str
    value: str
    unit: str = ""
    yuan: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card shows. `path` are the names above `title`; `told` are sentences (explanation, message, status)."""

    title: str
    path: tuple[str, ...] = ()
    code: str = ""
    whose: str = ""
    figures: tuple[Figure, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    years: tuple[Point, ...] = ()
    year: int | None = None
    peers: Peers | None = None
    notes: tuple[str, ...] = field(default=())


def card(table: Table, say: Say, entry: Entry) -> Card:
    """The card of an entry."""
    match entry.key[0]:
        case "document":
            return _report(entry, say)
        case "passage":
            return _passage(entry)
    values = entry.values
    subject = line(str(values.get("subject") or "")) or None
    whose = line(str(values.get("organisation") or ""))
    name = subject or line(str(values.get("indicator") or values.get("project") or values.get("rule") or ""))
    *path, title = name.split("/") if subject else [name]
    years: tuple[Point, ...] = ()
    peers = None
    year = values.get("year")
    if subject:
        years = tuple(table.survey.years(subject, whose))
        if isinstance(year, int):
            peers = table.survey.peers(subject, year, whose) or table.survey.peers(subject, year, whose, "预算数")
    return Card(
        title,
        tuple(path),
        line(str(values.get("code") or "")),
        " ".join(line(str(part)) for part in (whose, year) if part),
        _figures(entry),
        _told(entry, say),
        years,
        year if isinstance(year, int) else None,
        peers if peers and peers.count > 1 else None,
    )


def _figures(entry: Entry) -> tuple[Figure, ...]:
    values, found = entry.values, {}
    unit = line(str(values.get("unit") or ""))
    for name in _FIGURES:
        value = values.get(name)
        if value in (None, ""):
            continue
        shown = "budget" if name == "base" and "预算" in str(values.get("compared_with")) else name
        shown = _SAME.get(name, name) if _SAME.get(name, name) in found else shown
        if shown in found:
            continue
        own = "%" if name in _RATES else ("" if name in ("score", "full_score") else unit)
        text = line(str(value), 60)
        if name == "value":
            shown = "value"
        found[shown] = Figure(shown, grouped(text), own, _yuan(text, own))
    return tuple(found.values())


def _yuan(value: str, unit: str) -> str:
    if unit not in _YUAN or unit == "元":
        return ""
    try:
        return grouped(f"{(Decimal(value) * _YUAN[unit]).normalize():f}")
    except InvalidOperation:
        return ""


def _told(entry: Entry, say: Say) -> tuple[tuple[str, str], ...]:
    values = entry.values
    told = []
    for name in ("measure", "compared_with", "direction", "category", "reason", "message"):
        value = (values.get("categories") if name == "category" else None) or values.get(name)
        text = line(str(value or ""), 400)
        if text:
            told.append((say(f"col.{name}"), text))
    return tuple(told)


def _report(entry: Entry, say: Say) -> Card:
    values = entry.values
    figures = [
        Figure(name, grouped(str(values[name])))
        for name in ("pages", "facts", "findings")
        if values.get(name) not in (None, "")
    ]
    notes = []
    if values.get("closable"):
        notes.append(say("card.closed", closed=values["closed"].split("/")[0], closable=values["closable"]))  # type: ignore[attr-defined]
    if values.get("unbound"):
        notes.append(say("card.unbound", n=values["unbound"]))
    told = [(say(f"col.{name}"), line(str(values.get(name) or ""))) for name in ("kind", "status", "name", "message")]
    title = line(str(values.get("organisation") or values.get("name")))
    return Card(
        title,
        figures=tuple(figures),
        whose=str(values.get("year") or ""),
        told=tuple(pair for pair in told if pair[1]),
        notes=tuple(notes),
    )


def _passage(entry: Entry) -> Card:
    place = entry.evidence[0]
    told = (("", line(str(entry.values.get("section") or ""))),)
    return Card(line(place.organisation or place.document), whose=str(place.year or ""), told=told)
