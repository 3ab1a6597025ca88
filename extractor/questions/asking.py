"""A question answered from an index, or refused with a sentence that says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.questions import comparing, grouping, listing, reasons, refusing, values
from extractor.questions.answer import Answer
from extractor.questions.facts import Finder, documents_of
from extractor.questions.grammar import Misread, build
from extractor.questions.query import Intent, Query
from extractor.questions.recognising import recognised
from extractor.questions.result import Answering, Nothing, Result
from extractor.questions.roles import Part, parts
from extractor.questions.text import key
from extractor.questions.tokens import cut
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.wording import describe, tell
from extractor.questions.words import words
from extractor.store import Index

LONGEST = 200
"""Characters of a question; a longer text is not a question."""

_ANSWERS: dict[Intent, Answering] = {
    Intent.VALUE: values.value,
    Intent.SHARE: values.share,
    Intent.WHY: reasons.why,
    Intent.WHICH: listing.listed,
    Intent.COUNT: listing.listed,
    Intent.SUM: listing.listed,
    Intent.AVERAGE: listing.listed,
    Intent.RANK: listing.ranked,
    Intent.MEDIAN: listing.listed,
    Intent.GROUPS: grouping.grouped,
    Intent.DIFFERENCE: comparing.difference,
    Intent.TIMES: comparing.times,
}


def ask(index: Index, question: str) -> Answer:
    """The answer to a question in plain Chinese, with the records it rests on; or why there is none.

    Every word of the question counts: one that is not recognised is named in `message`, and nothing else is answered
    in its place. The answer is never a guess about an organisation, a year or a subject that the index does not hold.
    """
    return answered(index, read(index, question))


@dataclass(frozen=True, slots=True)
class Read:
    """A question, its parts in the order of its words, and the query they make."""

    question: str
    parts: tuple[Part, ...]
    query: Query | Misread
    vocabulary: Vocabulary


def read(index: Index, question: str) -> Read:
    """The question as it is understood; what is not understood in Traditional characters is read in Simplified ones."""
    vocabulary = Vocabulary.of(index)
    question = question[:LONGEST]
    found = parts(cut(question, vocabulary))
    if any(part.role == "unknown" for part in found):
        from extractor.store.tokens import simplified  # loads opencc, which an understood question does not need

        again = parts(cut(simplified(question), vocabulary))
        if not any(part.role == "unknown" for part in again):
            found = again
    return Read(question, tuple(found), build(found, vocabulary), vocabulary)


def answered(index: Index, read: Read) -> Answer:
    """The answer to a question that has been read."""
    vocabulary, query = read.vocabulary, read.query
    parts = recognised(read.question, read.parts, vocabulary)

    def refused(message: str) -> Answer:
        offered = refusing.near(index, read.parts, vocabulary)
        return Answer(False, "", message=message, suggestions=offered, parts=parts, question=read.question)

    if isinstance(query, Misread):
        return refused(refusing.misread(query, read.parts, vocabulary))
    query, assumed = _dated(index, query, read.parts)
    finder = Finder(index, query.without)
    try:
        result = _complete(query, _ANSWERS[query.intent](query, finder), read.parts)
    except Nothing as nothing:
        message = refusing.missing(index, query, vocabulary, nothing.message)
        return replace(refused(message), understood=describe(query), assumed=assumed)
    figure = result.figure
    if query.intent is Intent.COUNT and figure is not None:
        figure = replace(figure, unit=_counted_in(read.parts))
    return Answer(
        answered=True,
        understood=describe(query, {fact.subject for fact in result.facts}),
        figure=figure,
        rows=tuple(fact.row for fact in result.facts),
        message="".join(result.notes),
        assumed=(*assumed, *result.assumed, *_guesses(read.parts, result)),
        groups=result.groups,
        sql=finder.sql,
        params=tuple(finder.parameters),
        parts=parts,
        question=read.question,
        ids=tuple(fact.id for fact in result.facts),
        reviews=tuple(fact.review for fact in result.facts),
    )


def _complete(query: Query, result: Result, read: Sequence[Part]) -> Result:
    """The result with the organisations named in the question that it tells nothing of; where they were to be ranked or
    added up, Nothing."""
    named = [part.means[0] for part in read if part.role == "organisation" and len(part.means) == 1]
    found = {fact.organisation for fact in result.facts}
    if len(named) < 2 or query.intent not in _OF_EACH or set(named) <= found:
        return result
    lacking = [name for name in named if name not in found and name in query.organisations]
    if query.intent is Intent.RANK:  # the others may only be behind
        lacking = [name for name in lacking if name not in result.compared] if result.compared else []
    if lacking and query.intent is not Intent.VALUE:
        raise Nothing(tell("lacking.whose", names="、".join(lacking)))
    note = tell("lacking.whose", names="、".join(lacking))
    return replace(result, figure=None, notes=(*result.notes, note)) if lacking else result


_OF_EACH = (Intent.VALUE, Intent.RANK, Intent.SUM, Intent.AVERAGE)


def _dated(index: Index, query: Query, read: Sequence[Part]) -> tuple[Query, tuple[str, ...]]:
    """The query with 今年 and 前年 as years, counted from the latest report of the organisations; and that said."""
    if query.ago is None or query.years:
        return query, ()
    names = index.units.all_names(query.organisations)
    whose = f"WHERE id IN ({documents_of(names)})" if names else ""
    latest = index.select(f"SELECT max(year) FROM documents {whose}", [*names] * 2)[0][0]
    if latest is None:
        return query, ()
    text = next((part.text for part in read if part.role == "ago" or part.means == "上年"), "")
    said = tell("ago", text=text, year=latest - query.ago, latest=latest)
    return replace(query, years=(latest - query.ago,)), (said,)


def _guesses(read: Sequence[Part], result: Result) -> Iterator[str]:
    """What was taken for a name of which the question says only a part."""
    found = {str(fact.row.get(field)) for fact in result.facts for field in ("subject", "project", "indicator")}
    for part in read:
        if part.guessed:
            meant = part.means.names if part.role == "subject" else part.means
            leaves = dict.fromkeys(name.rsplit("/", 1)[-1] for name in meant if name in found)
            if leaves and key(part.text) not in map(key, leaves):
                yield tell("guessed", text=part.text, name="、".join(leaves))


def _counted_in(read: Sequence[Part]) -> str:
    """几家 is answered in 家, 几项 in 项."""
    many = next((part.text for part in read if part.role == "many"), "")
    return next((unit for unit in reversed(many) if unit in words().counters), words().counters[0])
