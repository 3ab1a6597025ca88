"""One search: what it finds, in which order, window by window.

The order is BM25 over the passages' text (ranking.py), doubled for passages that hold a reason. Where more than RANKED
passages are found, the first RANKED of the index, those with a reason before the others, are put in that order; the
rest follow as they stand in the index: nobody reads so far, and a search of a whole province's reports stays quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from extractor.messages import say
from extractor.store.database import ReadOnly
from extractor.store.marks import WHY, document_mark
from extractor.store.rows import Facets, Hit, Results
from extractor.store.search import facets, revised
from extractor.store.search.expression import Expression
from extractor.store.search.known import Known
from extractor.store.search.ranking import scores
from extractor.store.search.snippets import hits
from extractor.store.search.syntax import parse

RANKED = 1000
"""Passages that are put in the order of their scores."""
PREFERENCE = 2.0
"""How much better the score of a passage is that holds a reason."""
_STEP = 50

# The order of the index costs nothing, so LIMIT ends it early.
_FOUND = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH :match"
_TOTAL = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH :match"


class Search:
    """A query of an index. Nothing is read before it is asked for; `hits` may be asked for window after window.

    `loose`: words are also looked for with characters that scans confuse (None: where nothing is found otherwise).
    """

    def __init__(self, database: ReadOnly, query: str, document: int | None = None, loose: bool | None = None) -> None:
        self._database = database
        self._document = document
        self._wanted = parse(query)
        self._known = Known.of(database)
        self._revised = revised.there(database)
        self._expression = self._made(bool(loose))
        self.loose = bool(loose)
        if loose is None and self._expression and not self._first:
            self._loosen()

    @cached_property
    def total(self) -> int:
        """How many passages are found."""
        return len(self._first) if len(self._first) <= RANKED else self._count(self._match)

    @cached_property
    def _first(self) -> list[int]:
        """The passages that the index finds first: one more than are ranked, or all there are."""
        return self._found(self._match, RANKED + 1) if self._expression else []

    @property
    def terms(self) -> tuple[str, ...]:
        """The words asked for, normalised."""
        return tuple(self._expression.terms) if self._expression else ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on how the query was read, where that is not plain."""
        loosened = (say("search.loose" if self._asked_loose else "search.loosened"),) if self.loose else ()
        return (*loosened, *(self._expression.notes if self._expression else ()))

    def hits(self, limit: int, offset: int = 0) -> tuple[Hit, ...]:
        """The window of at most `limit` passages that begins with the one at `offset`."""
        if not self._expression or limit < 1 or len(self._first) <= offset >= self.total:  # counted only far down
            return ()
        window = dict(self._head[offset : offset + limit])
        if missing := limit - len(window):
            window.update(dict.fromkeys(self._tail(missing, max(offset, len(self._head))), 0.0))
        return hits(self._database, window, tuple(self._expression.words))

    def all_hits(self, limit: int, offset: int = 0) -> Iterator[Hit]:
        """The passages of the window one by one, read as they are taken."""
        end = min(limit + offset, self.total)
        for at in range(offset, end, _STEP):
            yield from self.hits(min(_STEP, end - at), at)

    def facets(self) -> Facets:
        """How the passages found divide."""
        return facets.count(self._database, self._match, self.total) if self.total else Facets()

    def results(self, limit: int, offset: int, with_facets: bool) -> Results:
        """All of it together."""
        divided = self.facets() if with_facets else None
        return Results(self.total, tuple(self.all_hits(limit, offset)), self.terms, self.notes, self.loose, divided)

    def _made(self, loose: bool) -> Expression | None:
        self._asked_loose = loose
        return Expression(self._wanted, self._known, loose) if self._wanted else None

    def _loosen(self) -> None:
        """Let confused characters pass, if that finds something."""
        assert self._wanted is not None
        strict = self._expression
        self._expression = Expression(self._wanted, self._known, loose=True)
        del self._first
        if self._first:
            self.loose = True
        else:
            self._expression = strict

    @property
    def _match(self) -> str:
        assert self._expression is not None
        within = "" if self._document is None else f' AND "{document_mark(self._document)}"'
        return f"({self._expression.match}){within}"

    @cached_property
    def _head(self) -> list[tuple[int, float]]:
        """The passages that are ranked, best first, and their scores."""
        assert self._expression is not None
        explaining = self._found(self._explaining, RANKED)
        if len(self._first) <= RANKED:
            others = sorted({*self._first} - {*explaining})
        else:
            others = self._found(self._others, RANKED - len(explaining)) if len(explaining) < RANKED else []
        found = scores(self._database, [*explaining, *others], tuple(self._expression.words))
        found |= {id_: found[id_] * PREFERENCE for id_ in explaining}
        return sorted(found.items(), key=lambda pair: (pair[1], pair[0]))

    def _tail(self, limit: int, offset: int) -> list[int]:
        """Of the passages that are not ranked, in the order of the index."""
        if offset >= self.total:
            return []
        explaining = self._count(self._explaining)
        found = self._found(self._explaining, limit, offset) if offset < explaining else []
        if len(found) < limit:
            found += self._found(self._others, limit - len(found), max(0, offset - explaining))
        return found

    @property
    def _explaining(self) -> str:
        return f'({self._match} AND "{WHY}")'

    @property
    def _others(self) -> str:
        return f'({self._match} NOT "{WHY}")'

    def _found(self, match: str, limit: int, offset: int = 0) -> list[int]:
        sql = _FOUND + revised.HIDDEN + revised.ADDED if self._revised else _FOUND
        values = {"match": match, "limit": limit, "offset": offset}
        return [row[0] for row in self._database.rows(f"{sql} LIMIT :limit OFFSET :offset", values)]

    def _count(self, match: str) -> int:
        sql = f"SELECT ({_TOTAL}{revised.HIDDEN}) + ({revised.ADDED_COUNT})" if self._revised else _TOTAL
        return int(self._database.value(sql, {"match": match}))
