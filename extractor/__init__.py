"""juesuan (决算): facts from published Chinese budget reports, each with the page and clause it came from.

>>> from extractor import extract, open_index
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "open_index"]

_LAZY = {"extract": "extractor.extraction", "open_index": "extractor.store"}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")
