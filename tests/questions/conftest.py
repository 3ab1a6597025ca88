"""The index that the questions are put to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractor.store import Index, open_index
from tests.questions.fictional import made


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with open_index(made(tmp_path_factory.mktemp("questions") / "index.db")) as opened:
        yield opened
