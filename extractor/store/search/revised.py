"""Passages whose facts a person corrected: found by what they are marked with now, not by what the index file says.

The overlay of the corrections (extractor/corrections/overlay.py) brings them: `revised_passages` their categories
now, `revised_fts` their full-text index. They are few beside the index, so nothing else is looked up twice.
"""

from __future__ import annotations

from extractor.store.database import ReadOnly

_NOW = "SELECT rowid FROM temp.revised_fts WHERE revised_fts MATCH :match"
HIDDEN = f" AND (rowid NOT IN (SELECT id FROM temp.revised_passages) OR rowid IN ({_NOW}))"
"""Added to a search of the index: without the passages that no longer have what is asked for."""

_ADDED = (
    "FROM temp.revised_fts r WHERE revised_fts MATCH :match AND NOT EXISTS"
    " (SELECT 1 FROM passages_fts WHERE passages_fts MATCH :match AND passages_fts.rowid = r.rowid)"
)
ADDED_COUNT = f"SELECT count(*) {_ADDED}"
ADDED = f" UNION ALL SELECT r.rowid {_ADDED}"
"""The passages that have it only now, behind the others."""

CATEGORIES = f"SELECT id, categories FROM temp.revised_passages WHERE id IN ({_NOW})"


def there(database: ReadOnly) -> bool:
    """True where a correction marked a passage anew."""
    return database.has("revised_passages")
