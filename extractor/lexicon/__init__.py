"""The words of the field, as data: TOML and CSV files beside this module, loaded once. Imports no NLP library."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon file `name`.toml as nested dicts and lists.

    >>> "subject" in load("subjects")
    True
    """
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
