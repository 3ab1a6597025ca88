"""What Datasette shows of an index: titles, descriptions, units, facets, ready questions (canned queries)."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.messages import EN, language
from extractor.store import dictionary
from extractor.store.documenting import columns_of_views
from extractor.store.schema import TABLES

_QUERIES = Path(__file__).with_name("queries.toml")
_HIDDEN = ("texts", "meta", "passages", "explained", "passages_fts")
_FACETS = {
    "v_documents": ["kind", "year", "status"],
    "v_reasons": ["category", "year", "direction", "compared_with"],
    "v_variances": ["year", "direction", "compared_with"],
    "v_causes": ["category", "year"],
    "v_amounts": ["measure", "year", "source"],
    "v_projects": ["year"],
    "v_indicators": ["type", "year", "category"],
    "v_findings": ["rule", "severity", "year"],
    "v_shortfalls": ["category", "year", "class"],
    "v_execution": ["category", "year", "compared_with"],
    "v_tables": ["name"],
}


def metadata(name: str) -> dict[str, Any]:
    """Datasette's metadata for the database called `name`."""
    views = columns_of_views()
    tables = {view: _table(view, columns) for view, columns in views.items()}
    tables |= {table: _table(table, tuple(columns)) for table, columns in TABLES.items()}
    for hidden in _HIDDEN:
        tables.setdefault(hidden, {})["hidden"] = True
    title, description = _queries()["title"][_language()], _queries()["description"][_language()]
    return {
        "title": title,
        "description": description,
        "extra_css_urls": ["/juesuan/juesuan.css"],
        "databases": {name: {"title": title, "description": description, "tables": tables, "queries": queries()}},
    }


def queries() -> dict[str, dict[str, str]]:
    """The ready questions, by name."""
    return {
        name: {"title": each["title"][_language()], "description": each["description"][_language()], "sql": each["sql"]}
        for name, each in _queries()["query"].items()
    }


def _table(name: str, columns: Sequence[str]) -> dict[str, Any]:
    own = {"columns": {column: dictionary.described(column) for column in columns}}
    facets = {"facets": _FACETS[name]} if name in _FACETS else {}
    return {
        "title": f"{name} {dictionary.table(name)[0]}",
        "description": dictionary.table(name)[_language()],
        **own,
        **facets,
    }


def _language() -> int:
    return int(language() == EN)


def _queries() -> dict[str, Any]:
    return tomllib.loads(_QUERIES.read_text(encoding="utf-8"))
