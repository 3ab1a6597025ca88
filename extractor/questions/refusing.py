"""Why a question is not answered, what the index holds instead, and questions near the one asked."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import islice

from extractor.questions import names
from extractor.questions.facts import documents_of
from extractor.questions.grammar import Misread
from extractor.questions.naming import named
from extractor.questions.query import COUNT, Query
from extractor.questions.result import names_of
from extractor.questions.roles import Part
from extractor.questions.suggestions import suggest
from extractor.questions.vocabulary import Vocabulary
from extractor.questions.wording import tell
from extractor.questions.words import words
from extractor.store import Index

SUGGESTIONS = 3
"""How many questions a refusal offers."""


def misread(misread: Misread, read: Sequence[Part], vocabulary: Vocabulary) -> str:
    """Why no query could be made of the parts."""
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
        if following:
            return part.text + following
        before = _before(read, at)
        ends = [part.text.rfind(end) + len(end) for end in words().organisation_ends if end in part.text]
        if ends and before + part.text[: max(ends)] not in words().organisation_ends:
            return before + part.text[: max(ends)]
    return None


def _before(read: Sequence[Part], at: int) -> str:
    """What stands directly before an unrecognised 局 and may belong to its name: the 教育 of 石门区教育局."""
    first = at
    while first > 0 and read[first - 1].end == read[first].start and read[first - 1].role in ("unknown", "subject"):
        first -= 1
    return "".join(part.text for part in read[first:at])


def missing(index: Index, query: Query, vocabulary: Vocabulary, message: str) -> str:
    """Why the index cannot hold the answer, or `message`; and what it holds of the organisation instead."""
    if not vocabulary.organisations:
        return tell("empty")
    known = _years(index, query.organisations)
    lacking = [year for year in query.years if year not in known]
    if lacking and len(lacking) == len(query.years):
        asked, there = "、".join(map(str, lacking)), "、".join(map(str, sorted(known)))
        if query.organisations:
            return tell("unread.whose", organisation="、".join(query.organisations), year=asked, known=there)
        return tell("unread.year", year=asked, known=there)
    return message + (_instead(index, query) if message == tell("nothing.facts") else "")


def _instead(index: Index, query: Query) -> str:
    """The measures and years that there are of the subject, else the subjects of the organisation most like it."""
    if len(query.organisations) != 1 or not query.subjects:
        return ""
    whose = query.organisations[0]
    asked = set(names_of(query.subjects))
    there = _amounts(index, whose)
    own = [(year, subject, measure) for year, subject, measure in there if subject in asked]
    if own:
        leaf = _leaf(own[0][1])
        said = dict.fromkeys(f"{year}年{measure}" for year, subject, measure in own if _leaf(subject) == leaf)
        return tell("instead.measures", subject=leaf, known="、".join(islice(said, 6)))
    alike = _alike(query.subjects[0].text, (subject for _, subject, _ in there))
    if alike:
        return tell("instead.subjects", organisation=whose, known="、".join(alike))
    years = sorted(_years(index, query.organisations))
    return tell("instead.years", organisation=whose, known="、".join(map(str, years))) if years else ""


def near(index: Index, read: Sequence[Part], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Questions that the index answers: of the organisation, the subject and the year of the question, if it has them."""
    asked = [named(part, vocabulary.subjects) for part in read if part.role == "subject"]
    subjects = [name for one in asked for name in one.names]
    years = [year for part in read if part.role == "year" for year in part.means]
    texts = [part.text for part in read if _names_something(part)]
    offered = list(dict.fromkeys(_of_whom(index, _whose(read, vocabulary), subjects, texts, years)))[:SUGGESTIONS]
    if not offered:
        offered = list(islice(_of_projects(index, read), SUGGESTIONS))
    if not offered and subjects:
        offered = list(islice(_of_what(index, subjects), SUGGESTIONS))
    return tuple(dict.fromkeys([*offered, *suggest(index, SUGGESTIONS)]))[:SUGGESTIONS]


def _names_something(part: Part) -> bool:
    """Whether names like it are worth looking for: not so for 支出 and single characters."""
    return len(part.text) > 1 and (part.role == "unknown" or (part.role == "subject" and not part.means.generic))


def _whose(read: Sequence[Part], vocabulary: Vocabulary) -> list[str]:
    """The organisations of the question; where it names one that the index does not hold, the most alike."""
    found = [part.means[0] for part in read if part.role == "organisation"]
    unknown = None if found else _unknown_organisation(read)
    return found or (names.nearest(unknown, vocabulary.organisations, limit=SUGGESTIONS) if unknown else [])


def _of_whom(
    index: Index, organisations: Sequence[str], subjects: Sequence[str], texts: Sequence[str], years: Sequence[int]
) -> Iterator[str]:
    """Figures of each organisation: of the subjects, else of those alike, else of the first; of the years first."""
    for whose in organisations[:SUGGESTIONS]:
        there = _amounts(index, whose)
        alike = set(_alike("".join(texts), (subject for _, subject, _ in there))) if texts else set()
        there.sort(key=lambda a: _distance(a, subjects, alike, years))
        seen: set[str] = set()
        for year, subject, measure in there:
            if len(seen) < SUGGESTIONS and _leaf(subject) not in seen:
                seen.add(_leaf(subject))
                yield tell("offer", organisation=whose, year=year, subject=_leaf(subject), measure=measure)


def _distance(
    amount: tuple[int | None, str, str], subjects: Sequence[str], alike: Container[str], years: Sequence[int]
) -> tuple[bool, bool, bool, bool, int]:
    """How far an amount is from what was asked, the near ones sorted first; money is nearer than what is counted."""
    year, subject, measure = amount
    other = subject not in subjects, _leaf(subject) not in alike
    return *other, measure == COUNT, year not in years, -(year or 0)


def _of_what(index: Index, subjects: Sequence[str]) -> Iterator[str]:
    """Figures of the subjects of any organisation."""
    sql = f"""SELECT coalesce(organisation, document), year, subject, measure FROM main.v_amounts
        WHERE subject IN ({", ".join("?" * len(subjects))}) AND measure IN ({_TELLING}) LIMIT 50"""
    seen: set[str] = set()
    for whose, year, subject, measure in index.select(sql, list(subjects)):
        if whose not in seen:
            seen.add(whose)
            yield tell("offer", organisation=whose, year=year, subject=_leaf(subject), measure=measure)


def _of_projects(index: Index, read: Sequence[Part]) -> Iterator[str]:
    """What was spent on the projects of the question."""
    names = [name for part in read if part.role == "project" for name in part.means][:SUGGESTIONS]
    sql = f"""SELECT DISTINCT coalesce(organisation, document), year, project FROM main.v_projects
        WHERE project IN ({", ".join("?" * len(names))}) AND executed IS NOT NULL LIMIT {SUGGESTIONS}"""
    for whose, year, project in index.select(sql, names) if names else ():
        yield tell("offer.project", organisation=whose, year=year, project=project)


_TELLING = "'决算数', '预算数', '年初预算数', '数量', '金额'"
"""Measures that a question is offered about."""


def _amounts(index: Index, organisation: str) -> list[tuple[int | None, str, str]]:
    """Year, subject and measure of what the reports of the organisation tell, in their order; tables where there is no text."""
    whose = index.units.all_names([organisation])
    documents = [row[0] for row in index.select(documents_of(whose), [*whose, *whose])]
    # document by document: of many at once SQLite reads every subject instead
    sql = f"""SELECT DISTINCT year, subject, measure FROM main.v_amounts
        WHERE document_id = ? AND measure IN ({_TELLING}) AND source = ?"""
    for source in ("narrative", "table"):
        rows = (tuple(row) for document in documents for row in index.select(sql, [document, source]))
        if found := list(dict.fromkeys(rows)):
            return found
    return []


def _alike(text: str, subjects: Iterator[str]) -> list[str]:
    return names.nearest(text, list(dict.fromkeys(_leaf(subject) for subject in subjects)))


def _leaf(subject: str) -> str:
    return subject.rsplit("/", 1)[-1]


def _years(index: Index, organisations: Sequence[str]) -> set[int]:
    """The years that facts of these organisations are about, of all where none is named."""
    if not organisations:
        return {row[0] for row in index.select(_ALL_YEARS) if row[0] is not None}
    organisations = index.units.all_names(organisations)
    whose = documents_of(organisations)
    sql = f"""SELECT year FROM documents WHERE id IN ({whose})
        UNION SELECT year FROM amounts WHERE document_id IN ({whose})"""
    return {row[0] for row in index.select(sql, [*organisations] * 4) if row[0] is not None}


# Steps from year to year of every subject instead of reading every amount.
_ALL_YEARS = """WITH RECURSIVE years(subject, year) AS (
        SELECT s.id, (SELECT min(year) FROM main.amounts WHERE subject_id = s.id) FROM main.subjects s
        UNION ALL SELECT subject, (SELECT min(year) FROM main.amounts WHERE subject_id = subject AND year > years.year)
        FROM years WHERE year IS NOT NULL)
    SELECT year FROM years UNION SELECT year FROM documents"""
