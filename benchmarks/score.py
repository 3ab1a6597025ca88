"""Records compared with gold: precision, recall and F1 of each kind of record.

Records are matched one to one inside a document; a fact that a report repeats counts once on either side. Names are
compared without spaces, brackets, quotes and punctuation, numbers as numbers, reasons by likeness. A field that gold
leaves out is not compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any

Row = dict[str, Any]
Same = Callable[[Row, Row], bool]

REASON_ALIKE, NAME_ALIKE = 0.90, 0.85
FIGURES = ("change", "change_rate", "completion_rate", "baseline", "actual")
PROJECT_FIGURES = ("budget", "executed", "completion_rate")
INDICATOR_FIGURES = ("actual", "target", "score", "full_score")
GROUNDED = ("amount", "variance", "project", "indicator")
_PUNCTUATION = re.compile(r"[\W_]")


@dataclass(frozen=True)
class Score:
    """How one kind came out: `right` of `wanted` in gold were found, `given` were offered."""

    right: int
    wanted: int
    given: int
    missed: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()

    @property
    def precision(self) -> float:
        """Of those offered, the share that is right."""
        return self.right / self.given if self.given else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Of those in gold, the share that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(gold: Iterable[Row], got: Iterable[Row]) -> dict[str, Score]:
    """The scores of narrative records, by kind, and of the amounts of tables; `got` beyond gold's documents is left out."""
    gold, got = list(gold), list(got)
    table = _cells(gold, got)
    gold = [row for row in gold if row.get("source", "narrative") == "narrative"]
    documents = {row["document"] for row in gold}
    got = [row for row in got if row["document"] in documents and row.get("source", "narrative") == "narrative"]
    scores = {kind: _of(kind, gold, got, same) for kind, same in SAME.items()}
    pairs, scores["reason"] = _matched(_explained(gold), _explained(got), _same_reason)
    wrong = tuple(mine for mine, other in pairs if mine.get("category") != other.get("category"))
    scores["category"] = Score(len(pairs) - len(wrong), len(pairs), len(pairs), missed=wrong)
    scores["quote"] = _quotes(got)
    scores["table"] = table
    return {kind: one for kind, one in scores.items() if one.wanted or one.given}


def _cells(gold: list[Row], got: list[Row]) -> Score:
    """The score of the amounts of the tables that gold covers: a cell is right where its column and its row are too."""
    wanted = {_cell(row): row for row in gold if _of_table(row)}
    tables = {(row["document"], _name(row["table"])) for row in wanted.values()}
    given = {_cell(row): row for row in got if _of_table(row) and (row["document"], _name(row["table"])) in tables}
    missed = tuple(row for key, row in wanted.items() if key not in given)
    extra = tuple(row for key, row in given.items() if key not in wanted)
    return Score(len(wanted) - len(missed), len(wanted), len(given), missed, extra)


def _of_table(row: Row) -> bool:
    return row["record"] == "amount" and row.get("source") == "table"


def _cell(row: Row) -> tuple[Any, ...]:
    """What a cell of a table is known by: its row by the code, or the name where it has none."""
    line = row.get("code") or _name(row["subject"]).rsplit("/", 1)[-1]
    labels = (_name(row.get(name)) for name in ("unit", "table", "column"))
    return (row["document"], line, row["measure"], row.get("year"), _number(row["value"]), *labels)


def _of(kind: str, gold: list[Row], got: list[Row], same: Same) -> Score:
    return _matched(_once(kind, gold), _once(kind, got), same)[1]


def _explained(rows: list[Row]) -> list[Row]:
    return [row for row in _once("variance", rows) if row.get("reason")]


def _matched(gold: list[Row], got: list[Row], same: Same) -> tuple[list[tuple[Row, Row]], Score]:
    """Pairs of gold and offered records, each used once, and their score."""
    left, pairs, missed = list(got), [], []
    for wanted in gold:
        hit = next((row for row in left if row["document"] == wanted["document"] and same(wanted, row)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
            pairs.append((wanted, hit))
    return pairs, Score(len(pairs), len(gold), len(got), tuple(missed), tuple(left))


def _once(kind: str, rows: Iterable[Row]) -> list[Row]:
    """The records of a kind, each fact once."""
    return list({_identity(row): row for row in rows if row["record"] == kind}.values())


def _identity(row: Row) -> tuple[Any, ...]:
    texts = ("subject", "measure", "compared_with", "direction", "reason", "project", "indicator")
    numbers = ("year", "value", *FIGURES, *PROJECT_FIGURES, *INDICATOR_FIGURES)
    return (
        row["document"],
        row.get("unit"),
        *(_name(row.get(f)) for f in texts),
        *(_number(row.get(f)) for f in numbers),
    )


def _same_amount(gold: Row, row: Row) -> bool:
    alike = all(gold.get(f) == row.get(f) for f in ("year", "measure", "unit"))
    return alike and _name(gold["subject"]) == _name(row["subject"]) and _number(gold["value"]) == _number(row["value"])


def _same_base(gold: Row, row: Row) -> bool:
    return all(_name(gold[f]) == _name(row.get(f)) for f in ("subject", "compared_with"))


def _same_variance(gold: Row, row: Row) -> bool:
    return _same_base(gold, row) and gold["direction"] == row.get("direction") and _agree(gold, row, FIGURES)


def _same_reason(gold: Row, row: Row) -> bool:
    return _same_base(gold, row) and _alike(gold["reason"], row["reason"]) >= REASON_ALIKE


def _same_project(gold: Row, row: Row) -> bool:
    return _alike(gold["project"], row.get("project")) >= NAME_ALIKE and _agree(gold, row, PROJECT_FIGURES)


def _same_indicator(gold: Row, row: Row) -> bool:
    names = all(_alike(gold[f], row.get(f)) >= NAME_ALIKE for f in ("project", "indicator"))
    return names and _agree(gold, row, INDICATOR_FIGURES)


SAME: dict[str, Same] = {
    "amount": _same_amount,
    "variance": _same_variance,
    "project": _same_project,
    "indicator": _same_indicator,
}


def _quotes(got: list[Row]) -> Score:
    """Of the records offered, those whose quote holds the digits of their value."""
    grounded = [row for row in got if row["record"] in GROUNDED]
    wrong = tuple(row for row in grounded if not _quoted(row))
    return Score(len(grounded) - len(wrong), len(grounded), len(grounded), extra=wrong)


def _quoted(row: Row) -> bool:
    fields = ("value", "actual", "executed", "change", "change_rate", "completion_rate", "target", "score")
    value = next((row[f] for f in fields if row.get(f)), "")
    quote = row.get("quote")
    return (
        bool(quote) and row.get("start") is not None and (bool(row.get("stated")) or _digits(value) in _digits(quote))
    )


def _agree(gold: Row, row: Row, fields: Iterable[str]) -> bool:
    return all(gold.get(f) in (None, "") or _number(gold[f]) == _number(row.get(f)) for f in fields)


def _alike(one: str | None, other: str | None) -> float:
    return SequenceMatcher(None, _name(one), _name(other), autojunk=False).ratio()


def _name(text: str | None) -> str:
    return "/".join(_PUNCTUATION.sub("", unicodedata.normalize("NFKC", part)) for part in (text or "").split("/"))


def _digits(text: str | None) -> str:
    return re.sub(r"[^\d.]", "", unicodedata.normalize("NFKC", text or ""))


def _number(value: Any) -> Decimal | str | None:
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return str(value)
