"""Tests over real reports beside the project (../shared, or $JUESUAN_SHARED); without them they are skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.places import SHARED
from extractor.pipeline import index_paths


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports with their gold and questions."""
    if not (SHARED / "reports").is_dir():
        pytest.skip(f"no real reports at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def shared_index(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the real reports."""
    db = tmp_path_factory.mktemp("shared") / "index.db"
    outcome = index_paths([shared / "reports"], db)
    assert outcome.failures == ()
    return db
