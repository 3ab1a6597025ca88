"""The stored text of a document, once: in stretches, out of which the views read what facts and passages point at.

A stretch is short enough to lie on one page of the file, and the place of a character tells which one it is in; so a
clause is read at the cost of its row, however long the report.
"""

from __future__ import annotations

from collections.abc import Iterator

STRETCH = 256
"""Characters of a stretch; 1 KB at most, what a page of SQLite keeps whole."""

BLANKS = (" ", "", "\t")
"""What a passage may have where the stored text has a blank: it, nothing, or the tab that divides cells."""


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Where each stretch of a text begins, and the stretch."""
    return ((at, text[at : at + STRETCH]) for at in range(0, len(text), STRETCH))


def between(of: str) -> str:
    """SQL: the stored text from `start` to `end` of the row `of`, which has a `document_id`."""
    first, length = f"{of}.start / {STRETCH} * {STRETCH}", f'{of}."end" - {of}.start'
    cut = f"{of}.start % {STRETCH} + 1, {length}"
    # Most lie in one stretch, which is read quicker alone.
    return f"""CASE WHEN {of}.start / {STRETCH} = ({of}."end" - 1) / {STRETCH} AND {length} > 0
        THEN (SELECT substr(text, {cut}) FROM texts WHERE document_id = {of}.document_id AND start = {first})
        ELSE coalesce((SELECT substr(group_concat(t.text, ''), {cut}) FROM (SELECT text FROM texts
            WHERE document_id = {of}.document_id AND start BETWEEN {first} AND {of}."end" - 1 ORDER BY start) t), '') END"""


def whole(document: str) -> str:
    """SQL: the stored text of the document with this id."""
    return f"""coalesce((SELECT group_concat(t.text, '')
            FROM (SELECT text FROM texts WHERE document_id = {document} ORDER BY start) t), '')"""


def unbroken(of: str) -> str:
    """SQL: the text of the passage `of`."""
    return f"""coalesce({of}.text, replace(replace({between(of)}, char(10), ''), ' ', {of}.blank))"""


def blank(stored: str, text: str) -> str | None:
    """What stands for the blanks of the stored text in a passage, its line feeds dropped; None: it has another text."""
    return next((blank for blank in BLANKS if joined(stored, blank) == text), None)


def joined(stored: str, blank: str | None) -> str:
    """The text of a passage: the stored text without line feeds and with `blank` for blanks (None: as it is)."""
    return stored if blank is None else stored.replace("\n", "").replace(" ", blank)
