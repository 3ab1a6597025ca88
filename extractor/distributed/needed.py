"""The libraries of the extras `dask` and `duckdb`, imported when they are wanted."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from extractor.errors import JuesuanError
from extractor.messages import say


def needed(module: str, extra: str = "dask") -> Any:
    """The module; where it is not installed, one sentence that says how to install it."""
    try:
        return import_module(module)
    except ImportError as wrong:
        raise JuesuanError(say("engine.needs", module=module.partition(".")[0], extra=extra)) from wrong
