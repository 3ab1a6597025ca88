"""What the corrections in force make of the facts: rows of the views as they are after them, with their `review`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.corrections.fields import Row, changed
from extractor.corrections.log import ACCEPT, CORRECT, REJECT, Correction
from extractor.corrections.places import Decided, Finder, Place

ACCEPTED, CORRECTED, REJECTED = "accepted", "corrected", "rejected"

_PARENTS = {"variance": "variance_id", "indicator": "indicator_id"}
_HANDED_DOWN = {"variance": ("subject", "compared_with", "direction"), "indicator": ()}


@dataclass
class Reviewed:
    """By kind and id: the rows that corrections touch, as they are after them."""

    rows: dict[str, dict[int, Row]] = field(default_factory=dict)

    def put(self, kind: str, row: Row) -> None:
        """One more row, in place of one of its id."""
        self.rows.setdefault(kind, {})[row["id"]] = row

    def get(self, kind: str, row_id: int | None) -> Row | None:
        """The row of that id, None where no correction touches it."""
        return None if row_id is None else self.rows.get(kind, {}).get(row_id)


def review(finder: Finder, decided: Iterable[Decided]) -> Reviewed:
    """The rows that the decisions touch, and those that follow from them: causes follow what they explain."""
    reviewed = Reviewed()
    made_up = 0
    for place, corrections in decided:
        kind = corrections[0].kind
        row = _row(finder, place, corrections[0])
        after = _after(kind, row, corrections)
        if after is None:
            continue
        if place.row is None:
            if after["review"] == REJECTED:
                continue  # the extraction no longer says it: nothing to hide
            made_up -= 1
            after["id"] = made_up
        reviewed.put(kind, after)
    _causes_follow(finder, reviewed)
    _explained_follows(finder, reviewed)
    return reviewed


def _row(finder: Finder, place: Place, correction: Correction) -> Row:
    """The row of the index; where the extraction no longer yields it, the fact as it was, at its clause."""
    if place.row is not None:
        return next(row for row in finder.rows(place.document_id, correction.kind) if row["id"] == place.row)
    where = {"document_id": place.document_id, "start": place.start, "end": place.end}
    return {**correction.fact, **where, **finder.document(place.document_id)}


def _after(kind: str, row: Row, corrections: Sequence[Correction]) -> Row | None:
    status: str | None = None
    for each in corrections:
        if each.action == CORRECT:
            row, status = changed(kind, row, each.new), CORRECTED
        elif each.action == REJECT:
            status = REJECTED
        elif each.action == ACCEPT:  # of a corrected fact: as corrected
            status = CORRECTED if any(one.action == CORRECT for one in corrections) else ACCEPTED
    return {**row, "review": status} if status else None


def _causes_follow(finder: Finder, reviewed: Reviewed) -> None:
    """A rejected comparison's causes are rejected with it; a corrected one's are told as it is."""
    for kind, column in _PARENTS.items():
        for parent in list(reviewed.rows.get(kind, {}).values()):
            if parent["id"] < 0 or parent["review"] == ACCEPTED:
                continue
            for cause in finder.rows(parent["document_id"], "reason"):
                if cause[column] == parent["id"] and reviewed.get("reason", cause["id"]) is None:
                    handed = {name: parent[name] for name in _HANDED_DOWN[kind]}
                    if cause["rank"] == 1 and parent["category"]:
                        handed["category"] = parent["category"]
                    if {**cause, **handed} != cause or parent["review"] == REJECTED:
                        reviewed.put("reason", {**cause, **handed, "review": parent["review"]})


def _explained_follows(finder: Finder, reviewed: Reviewed) -> None:
    """What a cause was corrected to is a category of what it explains, the leading one's its `category`."""
    for cause in list(reviewed.rows.get("reason", {}).values()):
        for kind, column in _PARENTS.items():
            of = cause.get(column)
            parents = finder.rows(cause["document_id"], kind) if of else []
            parent = reviewed.get(kind, of) or next((row for row in parents if row["id"] == of), None)
            if parent is None or parent.get("review") == REJECTED:
                continue
            causes = [reviewed.get("reason", row["id"]) or row for row in _causes(finder, parent, column)]
            named = [row["category"] for row in causes if row.get("review") != REJECTED and row["category"]]
            if not named:
                continue
            follows = {"category": named[0]}
            if kind == "variance":
                follows["categories"] = "、".join(dict.fromkeys(named))
            if any(parent[name] != value for name, value in follows.items()):
                reviewed.put(kind, {**parent, **follows, "review": CORRECTED})


def _causes(finder: Finder, parent: Row, column: str) -> list[Row]:
    found = [row for row in finder.rows(parent["document_id"], "reason") if row[column] == parent["id"]]
    return sorted(found, key=lambda row: int(row["rank"]))
