"""A question answered from an index, or refused with a sentence that says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.questions import comparing, grouping, listing, names, reasons, values
from extractor.questions.answer import Answer
from extractor.questions.facts import Finder, documents_of
from extractor.questions.grammar import Misread, build
from extractor.questions.query import Intent, Query
from extractor.questions.recognising import recognised
from extractor.questions.result import Answering, Nothing
from extractor.questions.roles import Part, parts
from extractor.questions.suggestions import suggest
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
        offered = tuple(suggest(index, 3))
        return Answer(False, "", message=message, suggestions=offered, parts=parts, question=read.question)

    if isinstance(query, Misread):
        return refused(_misread(query, read.parts, vocabulary))
    finder = Finder(index)
    try:
        result = _ANSWERS[query.intent](query, finder)
    except Nothing as nothing:
        message = _elsewhere(index, query, vocabulary) or nothing.message
        return replace(refused(message), understood=describe(query))
    figure = result.figure
    if query.intent is Intent.COUNT and figure is not None:
        figure = replace(figure, unit=_counted_in(read.parts))
    return Answer(
        answered=True,
        understood=describe(query, {fact.subject for fact in result.facts}),
        figure=figure,
        rows=tuple(fact.row for fact in result.facts),
        message="".join(result.notes),
        assumed=result.assumed,
        groups=result.groups,
        sql=finder.sql,
        params=tuple(finder.parameters),
        parts=parts,
        question=read.question,
        ids=tuple(fact.id for fact in result.facts),
        reviews=tuple(fact.review for fact in result.facts),
    )


def _counted_in(read: Sequence[Part]) -> str:
    """几家 is answered in 家, 几项 in 项."""
    many = next((part.text for part in read if part.role == "many"), "")
    return next((unit for unit in reversed(many) if unit in words().counters), words().counters[0])


def _misread(misread: Misread, read: Sequence[Part], vocabulary: Vocabulary) -> str:
    if not vocabulary.organisations:
        return tell("empty")
    if misread.kind == "nothing":
        return tell("unread.nothing") if read else tell("unread.empty")
    if misread.kind == "one":
        return tell("unread.one", texts="、".join(misread.texts))
    organisation = _unknown_organisation(read)
    if organisation:
        known = "、".join(names.nearest(organisation, vocabulary.organisations) or vocabulary.organisations[:5])
        return tell("unread.organisation", name=organisation, known=known)
    message = tell("unread.words", texts="」「".join(misread.texts))
    alike = names.nearest(misread.texts[0], list(vocabulary.leaves), limit=2) if len(misread.texts[0]) > 2 else []
    return message + (tell("alike", names="”“".join(alike)) if alike else "")


def _unknown_organisation(read: Sequence[Part]) -> str | None:
    """An unrecognised stretch that is, with a recognised name or an ending that follows it, an organisation's name."""
    for at, part in enumerate(read):
        if part.role != "unknown":
            continue
        following = read[at + 1].text if at + 1 < len(read) and read[at + 1].role == "organisation" else ""
        whole = part.text + following
        ends = [whole.rfind(end) + len(end) for end in words().organisation_ends if whole.rfind(end) > 0]
        if following:
            return whole
        if ends:
            return whole[: max(ends)]
    return None


def _elsewhere(index: Index, query: Query, vocabulary: Vocabulary) -> str | None:
    """Why the index cannot hold the answer: it lacks the year, or the organisation has no such year."""
    if not vocabulary.organisations:
        return tell("empty")
    known = _years(index, query.organisations)
    lacking = [year for year in query.years if year not in known]
    if not lacking or len(lacking) < len(query.years):
        return None
    asked, there = "、".join(map(str, lacking)), "、".join(map(str, sorted(known)))
    if query.organisations:
        return tell("unread.whose", organisation="、".join(query.organisations), year=asked, known=there)
    return tell("unread.year", year=asked, known=there)


def _years(index: Index, organisations: Sequence[str]) -> set[int]:
    """The years that facts of these organisations are about, of all where none is named."""
    if not organisations:
        return {row[0] for row in index.select(_ALL_YEARS) if row[0] is not None}
    whose = documents_of(organisations)
    sql = f"""SELECT year FROM documents WHERE id IN ({whose})
        UNION SELECT year FROM amounts WHERE document_id IN ({whose})"""
    return {row[0] for row in index.select(sql, [*organisations] * 4) if row[0] is not None}


# Steps from year to year instead of reading every amount.
_ALL_YEARS = """WITH RECURSIVE years(year) AS (
        SELECT min(year) FROM main.amounts
        UNION ALL SELECT (SELECT min(year) FROM main.amounts WHERE year > years.year) FROM years WHERE year IS NOT NULL)
    SELECT year FROM years UNION SELECT year FROM documents"""
