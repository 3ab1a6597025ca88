"""Questions that an index can answer, made from what the file holds (corrections would cost more than they change)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, zip_longest
from weakref import WeakKeyDictionary

from extractor.questions.words import words
from extractor.store import Index


def suggest(index: Index, n: int = 5) -> list[str]:
    """Up to `n` questions that this index answers: why, which, how much, indicators, over its organisations in turn."""
    state = index.state()
    kept = _KEPT.get(index)
    if kept is None or kept[:2] != (state, n):
        kept = _KEPT[index] = state, n, tuple(_made(index, n))
    return list(kept[2])


_KEPT: WeakKeyDictionary[Index, tuple[tuple[object, ...], int, tuple[str, ...]]] = WeakKeyDictionary()


def _made(index: Index, n: int) -> Iterator[str]:
    kinds = (_why(index, n), _which(index, n), _value(index, n), _indicators(index, n), _projects(index, n))
    turns = (question for turn in zip_longest(*kinds) for question in turn if question is not None)
    return islice(dict.fromkeys(turns), n)


LOOKED_AT = 200
"""Documents, the first of the index, that suggestions are made from: a refusal of a large index is not kept waiting."""

_WHOSE = "coalesce(organisation, document) AS whose"
_THERE = f"document_id IN (SELECT id FROM documents WHERE status = 'ok' ORDER BY id LIMIT {LOOKED_AT})"


def _why(index: Index, n: int) -> Iterator[str]:
    sql = f"""SELECT {_WHOSE}, year, subject, compared_with, direction FROM main.v_reasons
        WHERE {_THERE} AND compared_with = '年初预算' AND direction IN ('增加', '减少') AND instr(subject, '/')
        ORDER BY id"""
    for whose, year, subject, base, direction in index.select(sql, limit=n):
        yield f"{whose}{year}年{_leaf(subject)}的决算为什么比{base}{direction}？"


def _which(index: Index, n: int) -> Iterator[str]:
    sql = f"""SELECT {_WHOSE}, year, category, count(*) FROM main.v_reasons
        WHERE {_THERE} AND compared_with = '年初预算' AND direction = '减少' AND category IS NOT NULL AND instr(subject, ?)
        GROUP BY whose, year, category ORDER BY count(*) DESC, whose, year DESC, category"""
    for whose, year, category, _ in index.select(sql, [f"{words().class_end}/"], limit=n):
        yield f"{whose}{year}年哪些科目因为{category}没有完成年初预算？"


def _value(index: Index, n: int) -> Iterator[str]:
    sql = f"""SELECT {_WHOSE}, year, subject, measure FROM main.v_amounts
        WHERE document_id = ? AND measure IN ('决算数', '预算数') AND source = 'narrative' AND NOT instr(subject, '/')
        GROUP BY whose, year ORDER BY min(id)"""
    documents = index.select("SELECT id FROM documents WHERE status = 'ok' ORDER BY id", limit=LOOKED_AT)
    rows = (row for document in documents for row in index.select(sql, [document[0]], limit=n))
    for whose, year, subject, measure in islice(rows, n):
        yield f"{whose}{year}年{subject}的{measure}是多少？"


def _indicators(index: Index, n: int) -> Iterator[str]:
    sql = f"""SELECT DISTINCT {_WHOSE}, year FROM main.v_indicators
        WHERE {_THERE} AND reason IS NOT NULL ORDER BY whose, year DESC"""
    for whose, year in index.select(sql, limit=n):
        yield f"{whose}{year}年哪些绩效指标没有完成，原因是什么？"


def _projects(index: Index, n: int) -> Iterator[str]:
    sql = f"""SELECT {_WHOSE}, year, project FROM main.v_projects
        WHERE {_THERE} AND project <> ? AND executed IS NOT NULL ORDER BY id"""
    for whose, year, project in index.select(sql, [words().whole], limit=n):
        yield f"{whose}{year}年{project}执行了多少钱？"


def _leaf(subject: str) -> str:
    return subject.rsplit("/", 1)[-1]
