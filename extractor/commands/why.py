"""`juesuan reasons --why ID`: which words of the lexicon decided the categories of one explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from extractor.clean import clean
from extractor.commands.output import cited, echo, echo_json, emphasised, faint
from extractor.facts.reason_words import Hit
from extractor.facts.reasons import Cause, causes
from extractor.messages import say
from extractor.store import open_index
from extractor.store.rows import ReasonRow
from extractor.structure.flow import normalise


def explain_categories(db: Path, reason_id: int, as_json: bool) -> int:
    """Print the explanation, its causes, and the words and weights behind each category."""
    with open_index(db) as index:
        row = index.reason(reason_id)
    found = causes(normalise(row.reason or ""))
    if as_json:
        named = [{"rank": rank, **asdict(cause)} for rank, cause in enumerate(found, 1)]
        echo_json({"row": asdict(row), "causes": named})
        return 0
    _head(row)
    for rank, cause in enumerate(found, 1):
        echo(say("why.cause", rank=rank, text=clean(cause.text), category=emphasised(cause.category)))
        for line in _words(cause):
            echo(f"   {line}")
    return 0


def _head(row: ReasonRow) -> None:
    says = (row.organisation, row.year, row.subject, row.compared_with, row.direction)
    echo(" ".join(clean(part) for part in says if part is not None))
    echo(f"「{clean(row.reason)}」")
    echo(faint(cited(row.document, row.page)))


def _words(cause: Cause) -> list[str]:
    """The words that spoke for the category, and those that spoke for another."""
    own = [hit for hit in cause.hits if hit.category == cause.category]
    others = [hit for hit in cause.hits if hit.category != cause.category]
    if cause.alike:
        lines = [say("why.alike", example=cause.alike)]
        return [*lines, faint(say("why.others", words=_list("why.other", cause.hits)))] if cause.hits else lines
    lines = [say("why.decided", words=_list("why.word", own)) if own else say("why.nothing")]
    return [*lines, faint(say("why.others", words=_list("why.other", others)))] if others else lines


def _list(key: str, hits: Sequence[Hit]) -> str:
    return say("comma").join(say(key, word=h.word, weight=f"{h.weight:g}", category=h.category) for h in hits)
