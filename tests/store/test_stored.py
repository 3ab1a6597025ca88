from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from extractor.store.stored import BLANKS, STRETCH, between, blank, joined, stretches, unbroken, whole

CHARACTERS = st.text(alphabet="决算数，12.\n\t \f𠮷é", max_size=5 * STRETCH)


def _database(text: str) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE texts (document_id, start, text, PRIMARY KEY (document_id, start)) WITHOUT ROWID")
    for document, own in ((1, "别的" * STRETCH), (2, text), (3, "还有" * STRETCH)):
        parts = [(document, *part) for part in stretches(own)]
        database.executemany("INSERT INTO texts VALUES (?, ?, ?)", parts)
    database.execute('CREATE TABLE f (document_id INTEGER, start INTEGER, "end" INTEGER, text TEXT, blank TEXT)')
    return database


@given(CHARACTERS, st.data())
def test_any_span_of_the_stored_text_is_read_as_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    database = _database(text)
    database.execute("INSERT INTO f VALUES (2, ?, ?, NULL, NULL)", [start, end])
    assert database.execute(f"SELECT {between('f')}, {whole('2')}, {whole('4')} FROM f").fetchone() == (
        text[start:end],
        text,
        "",
    )
    database.close()


@given(CHARACTERS, st.sampled_from([*BLANKS, "own"]))
def test_a_passage_is_read_as_it_was_written(text: str, how: str) -> None:
    said = "另写的" if how == "own" else joined(text, how)
    gap = blank(text, said)
    database = _database(text)
    row = [2, 0, len(text), said if gap is None else None, gap]
    database.execute("INSERT INTO f VALUES (?, ?, ?, ?, ?)", row)
    assert gap is not None or how == "own"
    assert database.execute(f"SELECT {unbroken('f')} FROM f").fetchone() == (said,)
    database.close()
